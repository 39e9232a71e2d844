"""What becomes of each DICOM attribute: PS3.15 Annex E's table from dicom-anonymizer, two options, and what it lacks.

The table covers attributes that are known to identify. Text may be anywhere, so attributes that it does not name are
judged by their kind: numbers stay, words stay only if they are words of protocols or codes of the standard.

Source: DICOM PS3.15, E.2 (Basic Profile), E.3.5 (Clean Descriptors), E.3.6 (Modified Dates), Table E.1-1.
"""

import contextlib
import datetime
import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from dicomanonymizer.simpledicomanonymizer import initialize_actions
from pydicom.datadict import tag_for_keyword
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.tag import BaseTag, Tag
from pydicom.uid import UID

from fets_desktop.dicom.words import protocol_words
from fets_desktop.imaging.late import late
from fets_desktop.study.pseudonym import pseudonymous_uid

codedict = late("pydicom.sr.codedict")  # all codes of the standard: few headers name one

EDITION = "dicomfields_2026c"
"""The edition of Table E.1-1 that dicom-anonymizer brings and we follow."""

EngineAction = Callable[[Dataset, tuple[int, ...]], None]

TABLE: Mapping[tuple[int, ...], EngineAction] = MappingProxyType(initialize_actions(EDITION))

_DESCRIPTORS_TEXT = """
    StudyDescription SeriesDescription ProtocolName PerformedProcedureStepDescription RequestedProcedureDescription
    ScheduledProcedureStepDescription AcquisitionProtocolDescription DerivationDescription ImageComments
    FrameComments AcquisitionDeviceProcessingDescription StudyComments
"""
_TAG_LIST = {name: tag_for_keyword(name) for name in _DESCRIPTORS_TEXT.split()}
DESCRIPTORS = frozenset(Tag(tag) for tag in _TAG_LIST.values() if tag)
"""Marked C under Clean Descriptors, and worth their words; the other descriptors follow the Basic Profile, which is
stricter."""

_BY_THE_TABLE = frozenset(Tag(tag[0], tag[1]) for tag in TABLE if len(tag) == 2)
BINARY = frozenset(("OB", "OD", "OF", "OL", "OV", "OW", "UN", "OB or OW"))
NEVER_KEPT = frozenset((0x0002, 0x0004, 0x5400, 0x7FE0, 0xFFFA, 0xFFFC))
"""Groups of files, directories, waveforms, pixels, signatures and padding."""

AGENT = Tag("ContrastBolusAgent")
AGENT_WORDS = "contrast agent"
PATIENT_GROUP = 0x0010
"""Dates of a life are no dates of examinations: birth and death follow the Basic Profile."""

_GEOMETRY_TEXT = """
    ImagePositionPatient ImageOrientationPatient PixelSpacing SliceThickness SpacingBetweenSlices SliceLocation
"""
GEOMETRY = frozenset(Tag(name) for name in _GEOMETRY_TEXT.split())
"""Numbers that say where an image lies in the patient."""

TEMPORAL = frozenset(("DA", "DT", "TM"))
_NUMBERS = frozenset(("US", "SS", "UL", "SL", "UV", "SV", "FL", "FD", "AT"))
_NUMBER_TEXTS = {
    "DS": re.compile(r"[-+ ]*[0-9.]{1,16}([eE][-+]?[0-9]{1,3})? *"),
    "IS": re.compile(r"[-+ ]*[0-9]{1,10} *"),
}
_CODE = re.compile(r"[A-Z][A-Z0-9_ /+-]{0,15}|[0-9]{1,2}|")
_MADE_BY = re.compile(
    r"\b(siemens|healthineers|ge|medical|systems|philips|healthcare|toshiba|canon|hitachi|fujifilm|bruker|united|"
    r"imaging|uih|neusoft|esaote|agfa)\b",
    re.IGNORECASE,
)
_SCANNER_CODE = re.compile(r"[*+]?[A-Za-z][A-Za-z0-9_*+-]*[0-9][A-Za-z0-9_*+-]*")
_STANDARD_ROOT = "1.2.840.10008."


@dataclass
class Person:
    """Whose headers are being de-identified, and what was replaced on the way.

    Attributes:
        salt: The workspace's secret.
        pseudonym: Patient ID and Patient's Name from now on.
        shift_days: By how many days dates are moved back.
        telling: Lower-case words by which these headers name somebody; a value that holds one is not kept.
        uids: The true UID of each pseudonymous one, as far as met.
    """

    salt: bytes = field(repr=False)
    pseudonym: str
    shift_days: int = field(repr=False)
    telling: frozenset[str] = field(default=frozenset(), repr=False)
    uids: dict[str, str] = field(default_factory=dict, repr=False)

    def uid(self, true: str) -> str:
        """Return what stands for a UID; those that the standard itself defines stand for themselves."""
        if is_standard(true) or true == "":
            return true
        made = pseudonymous_uid(self.salt, true)
        self.uids[made] = true
        return made

    def tells(self, text: str) -> bool:
        """Tell whether a text holds one of the words by which these headers name somebody."""
        low = text.lower()
        return any(word in low and (not word.isdigit() or _stands_alone(word, low)) for word in self.telling)


def _stands_alone(number: str, text: str) -> bool:
    """Tell whether a number is in a text by itself: a short patient id is part of many other numbers."""
    return re.search(rf"(?<![\d.]){number}(?![\d.])", text) is not None


class Fate(Enum):
    """What becomes of an attribute."""

    KEEP = "keep"
    DROP = "drop"
    BY_TABLE = "by the table"


def fate(element: DataElement, person: Person) -> Fate:
    """Decide about an attribute that is no sequence, changing its value where an option or a key asks for it."""
    tag, kind = element.tag, str(element.VR)
    if kind in BINARY:
        return Fate.DROP
    if kind == "UI":
        element.value = _each(element.value, lambda uid: person.uid(str(uid).strip("\0 ")))
        return Fate.KEEP
    if kind in TEMPORAL and tag.group != PATIENT_GROUP:
        element.value = "" if kind == "TM" else _each(element.value, lambda v: moved_date(str(v), person.shift_days))
        return Fate.KEEP
    if tag in DESCRIPTORS:
        element.value = protocol_words(*texts_of(element))
        return Fate.KEEP
    if tag == AGENT:
        # that there was an agent is what a reader needs; its words are free text
        element.value = AGENT_WORDS if any(text.strip() for text in texts_of(element)) else ""
        return Fate.KEEP
    if by_table(tag):
        return Fate.BY_TABLE
    # a short patient id may stand in any number by chance; without its place an image is lost
    told = tag not in GEOMETRY and any(person.tells(text) for text in texts_of(element))
    return Fate.KEEP if harmless(element) and not told else Fate.DROP


def harmless(element: DataElement) -> bool:
    """Tell whether a value that neither the table nor an option names may stay, by its kind and its looks."""
    kind = str(element.VR)
    if kind in _NUMBERS:
        return True
    texts = [text.strip() for text in texts_of(element)]
    if pattern := _NUMBER_TEXTS.get(kind):
        return all(not text or pattern.fullmatch(text) for text in texts)
    if kind == "CS":
        return all(_CODE.fullmatch(text) for text in texts)
    return kind in ("LO", "SH", "ST", "LT") and all(map(_harmless, texts))


def _harmless(text: str) -> bool:
    """Tell whether a text is empty or made of protocol words, makers' names and names of sequences only."""
    rest = _MADE_BY.sub(" ", text)
    words = [word for word in re.split(r"[\s,;:/()\\]+", rest) if word]
    return all(protocol_words(word) == word.lower() or _is_short_code(word) for word in words)


def _is_short_code(word: str) -> bool:
    return len(word) <= 12 and bool(_SCANNER_CODE.fullmatch(word)) and not re.search(r"\d{4}|[A-Za-z]{6}", word)


@functools.cache
def _codes_of(scheme: str) -> dict[str, str]:
    """Return the codes that the standard takes from a coding scheme, with their meanings."""
    if scheme not in codedict.codes.schemes():
        return {}
    names = getattr(codedict.codes, scheme)
    found = {}
    for name in names.dir():
        with contextlib.suppress(RuntimeError):  # one name for several codes
            code = getattr(names, name)
            found[str(code.value)] = str(code.meaning)
    return found


def standard_code(item: Dataset) -> Dataset | None:
    """Return an item of a code sequence in the standard's own words; None if the standard does not know the code."""
    scheme, value = (str(item.get(name, "")).strip() for name in ("CodingSchemeDesignator", "CodeValue"))
    meaning = _codes_of(scheme).get(value)
    if meaning is None:
        return None
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = value, scheme, meaning
    return code


def texts_of(element: DataElement) -> list[str]:
    """Return the values of an element as texts."""
    value = element.value
    if value is None:
        return []
    return [str(v) for v in value] if isinstance(value, list | tuple | MultiValue) else [str(value)]


def _each(value: object, change: Callable[[object], str]) -> str | list[str]:
    if isinstance(value, list | tuple | MultiValue):
        return [change(v) for v in value]
    return change(value) if value else ""


def moved_date(text: str, days: int) -> str:
    """Return YYYYMMDD moved back by `days`; "" for what is no date."""
    try:
        day = datetime.datetime.strptime(text.strip()[:8].replace("-", ""), "%Y%m%d").replace(tzinfo=datetime.UTC)
        return (day - datetime.timedelta(days=days)).strftime("%Y%m%d")
    except (ValueError, OverflowError):
        return ""


def is_standard(uid: str) -> bool:
    """Tell whether the standard itself defines a UID."""
    return uid.startswith(_STANDARD_ROOT) and UID(uid).name != uid


def by_table(tag: BaseTag) -> bool:
    """Tell whether Table E.1-1 names an attribute."""
    return tag in _BY_THE_TABLE
