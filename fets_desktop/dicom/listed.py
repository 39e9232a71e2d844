"""Cases from a list: what a person wrote down counts, but where the images say otherwise the person is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fets_desktop.dicom.case_list import ListedCase
from fets_desktop.dicom.choose import ACCEPT_FROM, Candidate, choose
from fets_desktop.dicom.describe import Proposal
from fets_desktop.dicom.earlier import Earlier
from fets_desktop.dicom.found import Fault, Mark, ScannedCase, ScannedSeries, SetAside
from fets_desktop.dicom.gather import dicom_candidates, without_copies
from fets_desktop.dicom.header import Header
from fets_desktop.dicom.identity import Sorted, sort_out
from fets_desktop.dicom.look import Gathered
from fets_desktop.dicom.nifti import nifti_candidates
from fets_desktop.dicom.remember import Memory
from fets_desktop.dicom.walk import files_under
from fets_desktop.dicom.wishes import Wishes
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.progress import Progress, silent
from fets_desktop.study.pseudonym import case_name, listed_patient, patient_name, shifted_date

_LISTED, _DISPUTED = 0.99, 0.5
_TELL_EVERY = 25


@dataclass(frozen=True)
class Line:
    """What a line of a list brought.

    Attributes:
        case: None if nothing of it can be used, or a person must say first who it is.
        faults: What is wrong with it.
        notes: What a person should know of its patient.
        marks: What later lines and imports know the patient again by.
    """

    case: ScannedCase | None
    faults: Sequence[Fault] = ()
    notes: Sequence[SetAside] = ()
    marks: Sequence[Mark] = ()


def listed_case(
    listed: ListedCase,
    salt: bytes,
    memory: Memory,
    wishes: Wishes,
    progress: Progress = silent,
    before: Sequence[Mark] = (),
) -> Line:
    """Look at the images of one line; call it inside `header.lenient_reading`.

    Args:
        listed: The line.
        salt: The workspace's secret.
        memory: What was read before.
        wishes: A site's rules and a person's verdicts; whom earlier imports brought.
        progress: Told every few files.
        before: The marks of the lines before.

    Raises:
        Cancelled: Through `progress`, which is told every few files: a place may be a folder of any size.
    """
    key = listed_patient(listed.patient)
    places = {contrast: _at(place, memory, progress) for contrast, place in listed.places.items()}
    faults = [replace(fault, name=f"line {listed.line}: {fault.name}") for p in places.values() for fault in p.faults]
    headers = [header for place in places.values() for header in place.headers]
    try:
        key, who = _who(listed, key, headers, salt, wishes, before)
    except _UnclearError as unclear:
        return Line(None, [*faults, *unclear.faults])
    candidates: dict[str, Candidate] = {}
    for contrast, place in places.items():
        for series, proposal in _meant(_candidates(place, salt, key, wishes), contrast):
            known = candidates.get(series.id)
            if known is None or (known[1].confidence < proposal.confidence and proposal.contrast):
                candidates[series.id] = series, proposal
        if not (place.headers or place.niftis or place.faults):
            faults.append(Fault("no-images", f"No image lies under {contrast}.", f"line {listed.line}"))
    if not any(not series.set_aside for series, _ in candidates.values()):
        return Line(None, faults)
    dates = [header.study_date for header in headers if header.study_date]
    time_point = listed.time_point or min(dates, default="")
    name = patient_name(salt, key)
    date = shifted_date(salt, key, min(dates, default=""))
    decided = choose(list(candidates.values()))
    case = ScannedCase(case_name(salt, name, key, time_point), name, date, decided)
    return Line(case, faults, who.notes, who.marks)


class _UnclearError(Exception):
    """A person must say first who it is."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("it is not clear who it is")
        self.faults = faults


def _who(
    listed: ListedCase, key: str, headers: Sequence[Header], salt: bytes, wishes: Wishes, before: Sequence[Mark]
) -> tuple[str, Sorted]:
    """Return as whom the line counts: the list says who it is, and whoever had this id before is compared.

    Raises:
        _UnclearError: If headers name several patients, or somebody else than before.
    """
    line, patients = f"line {listed.line}", {header.patient for header in headers}
    if len(patients) > 1:
        why = f"The headers of its images name {len(patients)} different patients; nothing of the line was taken."
        raise _UnclearError(Fault("identity-clash", why, line))
    named = [replace(header, patient=key) for header in headers]
    who = sort_out(named, salt, wishes.verdicts, _with(wishes.earlier, before), listed=True)
    keys = {header.patient for header in who.headers}
    if who.faults:
        raise _UnclearError(*who.faults)
    if len(keys) > 1:
        why = "Its images are of several patients, by your word on its id; make a line of each."
        raise _UnclearError(Fault("identity-clash", why, line))
    return next(iter(keys), key), who


def _with(earlier: Earlier, marks: Sequence[Mark]) -> Earlier:
    """Return whom earlier imports brought, and the lines before."""
    known = dict(earlier.marks)
    for mark in marks:
        known[mark.patient] = (*known.get(mark.patient, ()), mark)
    fresh = frozenset(known) - frozenset(earlier.marks)
    return replace(earlier, marks=known, lines=fresh)


def _at(place: Path, memory: Memory, progress: Progress) -> Gathered:
    found = Gathered()
    for number, file in enumerate(files_under([place]), 1):
        if number % _TELL_EVERY == 0:
            progress(0.0, f"file {number} of a place")
        found.take(file, memory)
    return found


def _candidates(place: Gathered, salt: bytes, key: str, wishes: Wishes) -> list[Candidate]:
    headers, _ = without_copies(place.headers)
    return [*dicom_candidates(headers, salt, wishes), *nifti_candidates(salt, key, place.niftis, wishes)]


def _meant(candidates: Sequence[Candidate], contrast: Contrast) -> list[Candidate]:
    """Give the listed contrast to the series that the list means; the others are set aside."""
    usable = [c for c in candidates if not c[1].set_aside]
    agreeing = [c for c in usable if _agrees(c[1], contrast)]
    meant = agreeing or (usable if len(usable) == 1 else candidates if len(candidates) == 1 else [])
    ids = {series.id for series, _ in meant}
    if not ids:
        return [
            _changed(*c, c[1].contrast, _DISPUTED, f"the list means one of several series; {c[1].why}") for c in usable
        ]
    return [_said(*c, contrast) if c[0].id in ids else _other(*c) for c in candidates]


def _agrees(proposal: Proposal, contrast: Contrast) -> bool:
    """Tell whether a series says of itself what the list says of it."""
    return proposal.contrast is contrast or (proposal.unmarked and contrast is Contrast.T1GD)


def _said(series: ScannedSeries, proposal: Proposal, contrast: Contrast) -> Candidate:
    if proposal.set_aside and (proposal.hard or proposal.set_aside.startswith("T1-FLAIR")):
        return series, proposal
    certain_of_another = proposal.contrast is not None and proposal.confidence >= ACCEPT_FROM
    if proposal.set_aside or (certain_of_another and not _agrees(proposal, contrast)):
        return _changed(
            series, proposal, contrast, _DISPUTED, f"the list says {contrast}, but it is {_itself(proposal)}"
        )
    return _changed(series, proposal, contrast, _LISTED, f"the list says {contrast}; {proposal.why}")


def _itself(proposal: Proposal) -> str:
    return proposal.set_aside or f"{proposal.contrast} by its own words: {proposal.why}"


def _other(series: ScannedSeries, proposal: Proposal) -> Candidate:
    reason = proposal.set_aside or "not what the list names"
    return replace(series, set_aside=reason, why=reason), replace(proposal, set_aside=reason, why=reason)


def _changed(
    series: ScannedSeries, proposal: Proposal, contrast: Contrast | None, confidence: float, why: str
) -> Candidate:
    new = replace(proposal, contrast=contrast, confidence=confidence, why=why, set_aside="", unmarked=False)
    return replace(series, proposal=contrast, confidence=confidence, why=why, set_aside=""), new
