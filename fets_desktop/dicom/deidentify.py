"""De-identify a DICOM header: Basic Profile, dates modified, descriptors cleaned, and what the engine leaves out.

dicom-anonymizer applies Table E.1-1 to one level of a data set. Added here: every level of nested sequences, keyed
UIDs, dates that keep their intervals, cleaned descriptors, the fields that say it was done, and a second look at text
that the table does not name.

Source: DICOM PS3.15, Annex E; PS3.16, CID 7050 for the codes.
"""

import datetime
import re

from dicomanonymizer.simpledicomanonymizer import anonymize_dataset
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.tag import Tag
from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage, SecondaryCaptureImageStorage

from fets_desktop.dicom.header import READ_FAULTS
from fets_desktop.dicom.profile import (
    BINARY,
    NEVER_KEPT,
    TABLE,
    EngineAction,
    Fate,
    Person,
    by_table,
    fate,
    is_standard,
    standard_code,
)
from fets_desktop.study.identity import SourceIdentity, TrueStudy
from fets_desktop.study.pseudonym import pseudonymous_uid, shift_days

METHOD = "FeTS Desktop: PS3.15 Basic Profile, modified dates, descriptors"
OPTIONS = {
    "113100": "Basic Application Confidentiality Profile",
    "113107": "Retain Longitudinal Temporal Information Modified Dates Option",
    "113105": "Clean Descriptors Option",
}
"""What is done, as CID 7050 codes it (scheme DCM): value and meaning."""

_DEEPEST = 24
_REFERENCES = frozenset((Tag("ReferencedImageSequence"), Tag("SourceImageSequence")))
_NAMING_TEXT = """
    PatientName PatientID OtherPatientIDs OtherPatientNames PatientBirthName PatientMotherBirthName AccessionNumber
    ReferringPhysicianName PerformingPhysicianName OperatorsName PhysiciansOfRecord NameOfPhysiciansReadingStudy
    RequestingPhysician ResponsiblePerson InstitutionName InstitutionalDepartmentName InstitutionAddress
    PatientAddress PatientTelephoneNumbers StationName AdmissionID IssuerOfPatientID MilitaryRank
"""
_NAMING = tuple(_NAMING_TEXT.split())
_ORDINARY_TEXT = """
    mr head brain hospital clinic klinik center centre medical department radiology imaging the and for institute
    university universitaet mri neuro scanner north south east west none unknown anonymous anonymized
"""
_ORDINARY = frozenset(_ORDINARY_TEXT.split())


def deidentify(dataset: Dataset, salt: bytes, pseudonym: str, scan_date: str = "") -> SourceIdentity:
    """Take out of a header, in place, whatever could tell who the patient is.

    Args:
        dataset: Read without pixels; afterwards it holds no binary values, private elements, overlays or curves.
        salt: The workspace's secret behind pseudonymous UIDs and the shift of dates.
        pseudonym: Patient ID and Patient's Name from now on.
        scan_date: The examination's date as the case tells it, ISO and shifted, so that both are moved alike; without
            it the shift hangs on the pseudonym.

    Returns:
        Who it truly is.
    """
    _complete(dataset)
    identity = identity_of(dataset)
    person = Person(salt, pseudonym, _shift(dataset, salt, pseudonym, scan_date), telling_words(dataset))
    _clean(dataset, person, 0)
    _say_so(dataset, pseudonym)
    study = next(iter(identity.studies.values()))
    studies = {person.uid(study.uid): study} if study.uid else {}
    return SourceIdentity(
        identity.patient_id, identity.patient_name, identity.birth_date, identity.sex, identity.issuer,
        studies, dict(person.uids), identity.others,
    )  # fmt: skip


def _shift(dataset: Dataset, salt: bytes, pseudonym: str, scan_date: str) -> int:
    """Return the days that lie between an examination's true date and the one that its case tells."""
    true = next((v[0] for n in ("StudyDate", "SeriesDate", "AcquisitionDate") if (v := _values(dataset, n))), "")
    try:
        days = (datetime.datetime.strptime(true[:8], "%Y%m%d") - datetime.datetime.fromisoformat(scan_date)).days
    except ValueError:
        return shift_days(salt, pseudonym)
    return days if days else shift_days(salt, pseudonym)


def _complete(dataset: Dataset) -> None:
    """Give a header that lacks them the class and the UID of an image, for others are to refer to it."""
    if not is_standard(str(dataset.get("SOPClassUID", ""))):
        dataset.SOPClassUID = MRImageStorage if dataset.get("Modality", "MR") == "MR" else SecondaryCaptureImageStorage
    if not dataset.get("SOPInstanceUID"):
        place = [str(dataset.get(n, "")) for n in ("SeriesInstanceUID", "InstanceNumber", "ImagePositionPatient")]
        dataset.SOPInstanceUID = pseudonymous_uid(b"no uid", "\n".join(place))


def identity_of(dataset: Dataset) -> SourceIdentity:
    """Read who a header says it is; the study stands under its true UID."""

    def text(name: str) -> str:
        return "\\".join(_values(dataset, name))

    study = TrueStudy(
        text("StudyInstanceUID"), text("StudyDate"), text("StudyTime"), text("AccessionNumber"), text("StudyID"),
        text("ReferringPhysicianName"), text("StudyDescription"),
    )  # fmt: skip
    first = {"PatientName", "PatientID", "AccessionNumber"}
    others = dict.fromkeys(value for name in _NAMING if name not in first for value in _values(dataset, name))
    return SourceIdentity(
        text("PatientID"), text("PatientName"), text("PatientBirthDate"), text("PatientSex"), text("IssuerOfPatientID"),
        {study.uid: study}, {}, tuple(others),
    )  # fmt: skip


def telling_words(dataset: Dataset) -> frozenset[str]:
    """Return the words by which a header names somebody or some place, as they may stand in any other attribute."""
    words = set()
    for name in (*_NAMING, "PatientBirthDate"):
        for value in _values(dataset, name):
            parts = re.split(r"[\s^=,;.\\/()-]+", value.lower())
            words |= {part for part in (*parts, value.lower()) if len(part) >= 3 and part not in _ORDINARY}
    return frozenset(words)


def _values(dataset: Dataset, name: str) -> list[str]:
    try:
        value = dataset.get(name)
    except READ_FAULTS:
        return []
    several = value if isinstance(value, list) or hasattr(value, "append") else [value]
    return [text for v in several if v is not None and (text := str(v).strip())]


def _clean(dataset: Dataset, person: Person, depth: int) -> None:
    """Clean one level, the nested ones first; the engine applies the table to what is not settled before."""
    _drop_unwanted(dataset)
    for_engine: dict[tuple[int, ...], EngineAction] = {}
    for tag in list(dataset.keys()):
        try:
            fate = _fate(dataset[tag], person, depth)
        except READ_FAULTS:
            fate = Fate.DROP  # what cannot be read cannot be judged
        if fate is Fate.DROP:
            del dataset[tag]
        elif fate is Fate.BY_TABLE:
            for_engine[tag.group, tag.element] = TABLE[tag.group, tag.element]
    anonymize_dataset(dataset, delete_private_tags=False, base_rules_gen=lambda: for_engine)


def _drop_unwanted(dataset: Dataset) -> None:
    for tag in list(dataset.keys()):
        unread = dataset.get_item(tag)  # whether it is dropped is known before its value is
        binary = unread is not None and str(unread.VR) in BINARY - {"UN"}
        if tag.is_private or binary or tag.group in NEVER_KEPT or tag.group & 0xFF00 in (0x5000, 0x6000):
            del dataset[tag]


def _fate(element: DataElement, person: Person, depth: int) -> Fate:
    if element.VR != "SQ":
        return fate(element, person)
    if depth >= _DEEPEST or (by_table(element.tag) and element.tag not in _REFERENCES):
        return Fate.DROP
    items: list[Dataset] = []
    for item in element.value:
        if "CodeValue" in item or "CodeMeaning" in item:
            items += filter(None, [standard_code(item)])
        else:
            _clean(item, person, depth + 1)
            items.append(item)
    emptied = len(element.value) > 0 and not items
    element.value = Sequence(items)
    return Fate.DROP if emptied else Fate.KEEP


def _say_so(dataset: Dataset, pseudonym: str) -> None:
    """Write what was done into the fields that the standard has for it. Source: PS3.15, E.2 and E.3.6."""
    # the caret says that a name of one part is meant
    dataset.PatientName, dataset.PatientID = f"{pseudonym}^", pseudonym
    dataset.PatientIdentityRemoved = "YES"
    dataset.DeidentificationMethod = METHOD
    dataset.DeidentificationMethodCodeSequence = Sequence([_code(value, meaning) for value, meaning in OPTIONS.items()])
    dataset.LongitudinalTemporalInformationModified = "MODIFIED"
    dataset.SpecificCharacterSet = "ISO_IR 192"
    dataset.PatientBirthDate = ""  # the engine writes the year 1 instead
    for name in ("PatientBirthDate", "PatientSex", "StudyTime", "AccessionNumber", "ReferringPhysicianName", "StudyID"):
        if name not in dataset:
            setattr(dataset, name, "")  # type 2: present, and empty
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = dataset.SOPClassUID, dataset.SOPInstanceUID
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.file_meta = meta
    dataset.preamble = bytes(128)


def _code(value: str, meaning: str) -> Dataset:
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, "DCM", meaning
    return item
