"""What a scan found: cases under pseudonyms, series with proposals, what was set aside and what could not be read.

Everything crosses a process boundary as JSON (`study.plain`). Only `ScannedSeries.files` may hold a patient's name.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from fets_desktop.dicom.person import Person
from fets_desktop.study.contrast import Contrast


class SeriesKind(StrEnum):
    """The format a series came in."""

    DICOM = "dicom"
    NIFTI = "nifti"


@dataclass(frozen=True)
class ScannedSeries:
    """One series of a case, still in the files it came in.

    Attributes:
        id: Pseudonym of the series, the same on every scan with the same salt.
        files: Where its images lie; the only place in a result that may name a patient.
        kind: DICOM or NIfTI.
        proposal: The contrast the rules propose, if any.
        confidence: 0 to 1.
        why: The evidence in words.
        contrast: The proposal, where it is certain and no rival is as good; else None.
        description: Protocol words of the series without anything that is not such a word.
        set_aside: Why it is not a candidate, "" for candidates.
        images: How many slices, or frames, it has; 0 if unknown.
        number: The scanner's number of the series, 0 if unknown.
        date: ISO date of the series, shifted as the case's, "" if unknown.
        kin: Keyed fingerprint of what the scanner or the site calls such series, the same in all its patients; what a
            rule of the site goes by. "" if it has no name.
        scanner: Its maker and field strength ("Siemens 3 T"), "" if unknown.
    """

    id: str
    files: tuple[Path, ...]
    kind: SeriesKind
    proposal: Contrast | None = None
    confidence: float = 0.0
    why: str = ""
    contrast: Contrast | None = None
    description: str = ""
    set_aside: str = ""
    images: int = 0
    number: int = 0
    date: str = ""
    kin: str = ""
    scanner: str = ""


@dataclass(frozen=True)
class ScannedCase:
    """One patient at one time point.

    Attributes:
        id: Pseudonym of patient and time point.
        patient: Pseudonym of the patient, the same for all time points.
        scan_date: ISO date, shifted by a secret number of days that is the same for all of a patient's dates; "" if
            unknown.
        series: Candidates and series set aside.
    """

    id: str
    patient: str
    scan_date: str = ""
    series: tuple[ScannedSeries, ...] = ()


@dataclass(frozen=True)
class SetAside:
    """Something that is no scan to use: its neutral name and the reason."""

    name: str
    why: str


@dataclass(frozen=True)
class Fault:
    """Something that could not be used: an error code of `study.errors`, the detail and a neutral name."""

    code: str
    detail: str
    name: str


@dataclass(frozen=True)
class Mark:
    """What a later import knows a patient again by: keyed digests, made by `earlier`.

    Attributes:
        patient: The pseudonym.
        person: Who the headers said it is, every word a digest that is bound to the pseudonym.
        whole: A digest of name, birth date and sex together, the same under every pseudonym; "" if one is not said.
    """

    patient: str
    person: Person
    whole: str = ""


@dataclass(frozen=True)
class ScanResult:
    """All that was found in one drop of files and folders.

    Attributes:
        cases: What can be used.
        set_aside: What is no scan to use, and why.
        faults: What could not be used.
        notes: What a person should know though nothing is refused for it.
        marks: What a later import knows these patients again by.
    """

    cases: tuple[ScannedCase, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[SetAside, ...] = ()
    marks: tuple[Mark, ...] = ()
