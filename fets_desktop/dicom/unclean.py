"""Check a header that is said to be de-identified against the profile: which attributes should not be there, or so."""

import re

from pydicom.datadict import keyword_for_tag
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset

from fets_desktop.dicom.deidentify import OPTIONS
from fets_desktop.dicom.profile import (
    AGENT,
    AGENT_WORDS,
    BINARY,
    DESCRIPTORS,
    NEVER_KEPT,
    PATIENT_GROUP,
    TEMPORAL,
    by_table,
    harmless,
    is_standard,
    standard_code,
    texts_of,
)
from fets_desktop.dicom.words import protocol_words

_PSEUDONYM = re.compile(r"P-[0-9A-Z]{8}\^?")
_DUMMIES = frozenset(("", "ANONYMIZED", "00010101", "0", "000Y"))
_OWN = frozenset(("DeidentificationMethod", "PatientIdentityRemoved", "SpecificCharacterSet"))


def unclean(dataset: Dataset, *, nested: bool = False) -> list[str]:
    """Return the names of the attributes against the profile, without their values; none for a clean header."""
    faults = [] if nested else _unsaid(dataset)
    for element in dataset:
        name = keyword_for_tag(element.tag) or str(element.tag)
        if element.VR == "SQ" and not element.tag.is_private:
            for item in element.value:
                faults += [name] if _is_foreign_code(item) else unclean(item, nested=True)
        elif not _is_clean(element, name):
            faults.append(name)
    return faults


def _unsaid(dataset: Dataset) -> list[str]:
    said = [str(item.get("CodeValue", "")) for item in dataset.get("DeidentificationMethodCodeSequence", None) or []]
    faults = [] if said == list(OPTIONS) else ["DeidentificationMethodCodeSequence"]
    return faults if dataset.get("PatientIdentityRemoved") == "YES" else [*faults, "PatientIdentityRemoved"]


def _is_foreign_code(item: Dataset) -> bool:
    return ("CodeValue" in item or "CodeMeaning" in item) and standard_code(item) is None


def _is_clean(element: DataElement, name: str) -> bool:
    tag, kind = element.tag, str(element.VR)
    texts = [text.strip() for text in texts_of(element)]
    if tag.is_private or tag.group in NEVER_KEPT or kind in BINARY or tag.group & 0xFF00 in (0x5000, 0x6000):
        return False
    if name in _OWN or name in ("CodeValue", "CodingSchemeDesignator", "CodeMeaning"):
        return True
    if kind == "UI":
        return all(not text or text.startswith("2.25.") or is_standard(text) for text in texts)
    if name in ("PatientName", "PatientID"):
        return all(_PSEUDONYM.fullmatch(text) or text in _DUMMIES for text in texts)
    if kind in TEMPORAL and tag.group != PATIENT_GROUP:
        return kind != "TM" or not any(texts)
    if tag == AGENT:
        return set(texts) <= {"", AGENT_WORDS}
    if tag in DESCRIPTORS:
        return all(protocol_words(text) == text for text in texts)
    return set(texts) <= _DUMMIES if by_table(tag) else harmless(element)
