"""Asking a DIMSE node what it has (C-FIND, study root). What is asked and found names patients: it stays in memory.

Source: DICOM PS3.4, annex C.6.2 (study root), PS3.7, 9.3.2.
"""

import re
from collections.abc import Iterator
from typing import Any

from pydicom.dataset import Dataset
from pynetdicom.association import Association
from pynetdicom.presentation import PresentationContext, build_context

from fets_desktop.dicom.network.faults import failed
from fets_desktop.dicom.network.link import Link
from fets_desktop.dicom.network.waiting import watched
from fets_desktop.study.node import FoundSeries, FoundStudy, Node, Query
from fets_desktop.study.progress import Progress

STUDY_FIND = "1.2.840.10008.5.1.4.1.2.2.1"
MOST = 500
"""Answers that are taken; more show that the question was too wide."""

_PENDING = (0xFF00, 0xFF01)
_LETTERS = re.compile(r"[^\W\d_]", re.UNICODE)


def find_context() -> PresentationContext:
    """Return what is proposed for asking."""
    return build_context(STUDY_FIND)


def find_studies(node: Node, query: Query, progress: Progress, key_words: str = "") -> tuple[FoundStudy, ...]:
    """Return the studies that match, at most `MOST`.

    Raises:
        StudyError: See `Link.open`; "pacs-failed" or "pacs-silent".
        Cancelled: Whatever `progress` raises.
    """
    return tuple(study_of(answer) for answer in _ask(node, _study_question(query), progress, key_words))


def find_series(node: Node, study: str, progress: Progress, key_words: str = "") -> tuple[FoundSeries, ...]:
    """Return the series of a study.

    Raises:
        StudyError: See `find_studies`.
        Cancelled: Whatever `progress` raises.
    """
    return tuple(series_of(answer) for answer in _ask(node, series_question(study), progress, key_words))


def _ask(node: Node, question: Dataset, progress: Progress, key_words: str) -> list[Dataset]:
    link = Link(node, key_words)
    answers: list[Dataset] = []

    def call() -> list[Dataset]:
        try:
            association = link.open([find_context()])
            for answer in answers_to(link, association, question):
                answers.append(answer)  # noqa: PERF402 - its length is told while it grows
            return answers
        finally:
            link.close()

    return watched(call, progress, lambda: (0.5, f"{len(answers)} found" if answers else "Asking"), link.cut)


def answers_to(link: Link, association: Association, question: Dataset, most: int = MOST) -> Iterator[Dataset]:
    """Yield what matches a question over an association that stands, at most `most`.

    Raises:
        StudyError: "pacs-failed", "pacs-refused" or "pacs-silent".
    """
    count = 0
    for status, answer in association.send_c_find(question, STUDY_FIND, msg_id=1):
        if "Status" not in status:
            raise link.why_no_response(f"{count} answers had come.")
        if status.Status in _PENDING:
            count += 1
            if answer is not None and count <= most:
                yield answer
            if count == most:
                association.send_c_cancel(1, query_model=STUDY_FIND)
        elif status.Status == 0xFE00 and count >= most:
            return
        elif status.Status != 0:
            raise failed(link.node, int(status.Status))


def _study_question(query: Query) -> Dataset:
    question = _blank("STUDY", "StudyDate", "StudyTime", "AccessionNumber", "PatientName", "PatientID", "StudyID")
    question.StudyInstanceUID = ""
    question.StudyDescription = f"*{query.description}*" if query.description else ""
    question.ModalitiesInStudy = query.modality.upper()
    question.NumberOfStudyRelatedSeries = question.NumberOfStudyRelatedInstances = ""
    question.PatientID, question.AccessionNumber = query.patient_id, query.accession
    question.PatientName = name_pattern(query.patient_name)
    if query.since or query.until:
        question.StudyDate = f"{query.since}-{query.until}" if query.since != query.until else query.since
    if not all(text.isascii() for text in (query.patient_id, query.patient_name, query.description)):
        question.SpecificCharacterSet = "ISO_IR 192"
    return question


def name_pattern(words: str) -> str:
    """Return a name as DICOM asks for it: the beginning of the family name unless stars say otherwise."""
    if not words or "*" in words or "?" in words or "^" in words:
        return words
    return f"{'*'.join(words.replace(',', ' ').split())}*"


def series_question(study: str) -> Dataset:
    """Return the question for the series of a study."""
    question = _blank("SERIES", "SeriesDescription", "Modality", "SeriesNumber", "SeriesInstanceUID")
    question.StudyInstanceUID, question.NumberOfSeriesRelatedInstances = study, ""
    return question


def image_question(study: str, series: str) -> Dataset:
    """Return the question for the images of a series."""
    question = _blank("IMAGE", "SOPInstanceUID", "SOPClassUID")
    question.StudyInstanceUID, question.SeriesInstanceUID = study, series
    return question


def _blank(level: str, *keywords: str) -> Dataset:
    question = Dataset()
    question.QueryRetrieveLevel = level
    for keyword in keywords:
        setattr(question, keyword, "")
    return question


def study_of(answer: Dataset) -> FoundStudy:
    """Return an answer about a study in our words."""
    return FoundStudy(
        study=text(answer, "StudyInstanceUID"),
        patient_id=text(answer, "PatientID"),
        patient_name=person(answer.get("PatientName", "")),
        date=text(answer, "StudyDate"),
        description=text(answer, "StudyDescription"),
        modalities=_many(answer.get("ModalitiesInStudy")),
        accession=text(answer, "AccessionNumber"),
        series=whole(answer.get("NumberOfStudyRelatedSeries")),
        images=whole(answer.get("NumberOfStudyRelatedInstances")),
    )


def series_of(answer: Dataset) -> FoundSeries:
    """Return an answer about a series in our words."""
    return FoundSeries(
        series=text(answer, "SeriesInstanceUID"),
        number=whole(answer.get("SeriesNumber")),
        modality=text(answer, "Modality"),
        description=text(answer, "SeriesDescription"),
        images=whole(answer.get("NumberOfSeriesRelatedInstances")),
    )


def text(answer: Dataset, keyword: str) -> str:
    """Return an answer's value as one line of text; a peer may send anything."""
    value = answer.get(keyword)
    return " ".join("".join(c if c.isprintable() else " " for c in str(value or "")).split())


def person(name: object) -> str:
    """Return a person's name as people write it: the groups that say something, "Family Given"."""
    groups = [" ".join(group.replace("^", " ").split()) for group in str(name or "").split("=")]
    return " / ".join(group for group in groups if _LETTERS.search(group))


def whole(value: Any) -> int:  # noqa: ANN401
    """Return an answer's count, 0 where it is none."""
    try:
        return max(0, int(value))
    except (TypeError, ValueError):
        return 0


def _many(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    if not value:
        return ()
    return (value,) if isinstance(value, str) else tuple(str(one) for one in value)
