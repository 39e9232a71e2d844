"""DICOM headers become cases: patient > time point > series."""

from collections import defaultdict
from collections.abc import Iterable

from fets_desktop.dicom.choose import Candidate, choose
from fets_desktop.dicom.describe import describe
from fets_desktop.dicom.found import ScannedCase, ScannedSeries, SeriesKind
from fets_desktop.dicom.header import Header
from fets_desktop.dicom.values import as_numbers
from fets_desktop.dicom.wishes import Wishes
from fets_desktop.dicom.words import plain_words, protocol_words
from fets_desktop.study.pseudonym import case_name, kin_name, patient_name, series_name, shifted_date

_COMPLEX_PARTS = {"M", "P", "R", "I", "PHASE", "REAL", "IMAGINARY", "PHASE MAP"}

SeriesKey = tuple[str, str, str]


def without_copies(headers: Iterable[Header]) -> tuple[list[Header], int]:
    """Return headers with each image once, and how many copies were left out.

    The SOP instance UID alone does not make a copy: some anonymisers give all slices of a series the same.
    """
    kept: dict[tuple[object, ...], Header] = {}
    copies = 0
    for header in headers:
        place = as_numbers(header.position.split(",")) or header.position
        key = (header.sop_uid, header.series, header.patient, place) if header.sop_uid else (header.path,)
        known = kept.get(key)
        copies += known is not None
        if known is None or (known.fault and not header.fault):
            kept[key] = header
    return list(kept.values()), copies


def dicom_cases(headers: Iterable[Header], salt: bytes, wishes: Wishes = Wishes()) -> list[ScannedCase]:  # noqa: B008
    """Group headers into cases; one study date of one patient is one case."""
    cases: dict[tuple[str, str], list[Header]] = defaultdict(list)
    for header in headers:
        cases[header.patient, header.study_date or header.study].append(header)
    return [_case(salt, wishes, *key, group) for key, group in sorted(cases.items())]


def _case(salt: bytes, wishes: Wishes, patient: str, time_point: str, headers: list[Header]) -> ScannedCase:
    name = patient_name(salt, patient)
    date = shifted_date(salt, patient, headers[0].study_date)
    series = choose(dicom_candidates(headers, salt, wishes))
    return ScannedCase(case_name(salt, name, patient, time_point), name, date, series)


def dicom_candidates(headers: list[Header], salt: bytes, wishes: Wishes) -> list[Candidate]:
    """Describe every series of one case."""
    return [_described(salt, wishes, key, group) for key, group in sorted(_by_series(headers).items())]


def _by_series(headers: list[Header]) -> dict[SeriesKey, list[Header]]:
    """Group by series; echoes and complex parts that a scanner files under one series are volumes of their own."""
    groups: dict[SeriesKey, list[Header]] = defaultdict(list)
    for header in headers:
        groups[header.series, header.echo_number, _part(header)].append(header)
    # a part that is only marked in some slices splits nothing
    parts = {key[0]: {k[2] for k in groups if k[0] == key[0]} for key in groups}
    merged: dict[SeriesKey, list[Header]] = defaultdict(list)
    for (series, echo, part), group in groups.items():
        merged[series, echo, part if "" not in parts[series] else ""].extend(group)
    return merged


def _part(header: Header) -> str:
    return next((word for word in header.image_type[2:] if word in _COMPLEX_PARTS), "")


def series_names(salt: bytes, header: Header) -> set[str]:
    """Return the pseudonyms that the series of a header may have; it hangs on its other headers which it is."""
    parts = {_part(header), ""}
    return {series_name(salt, "\n".join((header.series, header.echo_number, part))) for part in parts}


def _described(salt: bytes, wishes: Wishes, key: SeriesKey, headers: list[Header]) -> Candidate:
    ordered = sorted(headers, key=lambda header: str(header.path))
    first = ordered[0]
    called = [plain_words(first.description), plain_words(first.protocol)]
    # the same protocol with and without contrast agent is two kinds of series
    kin = kin_name(salt, "dicom", *called, "agent" if first.agent else "") if any(called) else ""
    proposal = describe(ordered, wishes.rule_for(kin))
    series = ScannedSeries(
        series_name(salt, "\n".join(key)),
        tuple(header.path for header in ordered),
        SeriesKind.DICOM,
        proposal.contrast,
        proposal.confidence,
        proposal.why,
        None,
        protocol_words(first.description, first.protocol),
        proposal.set_aside,
        sum(header.frames for header in ordered),
        first.series_number,
        shifted_date(salt, first.patient, first.series_date),
        "" if proposal.hard else kin,
        first.scanner,
    )
    return series, proposal
