"""What every DICOM object made here has in common: its patient and study are the source's, its maker is this program.

The same labels give the same object, UID and all: whoever sends it twice has it once. Dates of making are those of the
label version, never of the export.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian

from fets_desktop.imaging.disk import whole_file
from fets_desktop.study.errors import StudyError
from fets_desktop.study.origin import Origin

MANUFACTURER = "FeTS Desktop contributors"
MODEL_NAME = "FeTS Desktop"
_LONGEST_TEXT = 1024
"""Characters of a Short Text. Source: DICOM PS3.5, 6.2."""
SERIES_NUMBER_FROM = 9000
"""Made series are numbered after the series of the scanner."""

_EMPTY_TEXT = """
    PatientID PatientName PatientBirthDate PatientSex AccessionNumber StudyID StudyDate StudyTime ReferringPhysicianName
"""
_EMPTY_IF_MISSING = tuple(_EMPTY_TEXT.split())
_TAKEN_OVER = (*_EMPTY_IF_MISSING, "StudyInstanceUID", "StudyDescription", "PatientAge", "PatientWeight")
DEIDENTIFICATION = (
    "PatientIdentityRemoved",
    "DeidentificationMethod",
    "DeidentificationMethodCodeSequence",
    "LongitudinalTemporalInformationModified",
)
"""What an object says of its de-identification; it says it no longer once the true identity is back."""


def derived_uid(kind: str, origin: Origin, series: str) -> UID:
    """Return a UID that hangs on the labels, their sign-off, the source series and the kind of object alone.

    Source: DICOM PS3.5, B.2 (UUID-derived UIDs need no registration).
    """
    return _uid(f"{kind}\n{series}\n{origin}")


def _uid(key: str) -> UID:
    return UID(f"2.25.{int.from_bytes(hashlib.blake2b(key.encode(), digest_size=16).digest(), 'big')}")


def source_of(kept: Sequence[Dataset]) -> Dataset:
    """Return a copy of the first header of a series in which every attribute stands that a made object needs.

    Raises:
        StudyError: "needs-dicom" if there is none, or it does not name its study and series.
    """
    if not kept:
        raise StudyError("needs-dicom", "No headers of the series are kept.")
    source = Dataset()
    source.update(kept[0])
    for name in ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID"):
        if not source.get(name):
            raise StudyError("needs-dicom", f"The headers of the series have no {name}.")
    if not source.get("FrameOfReferenceUID"):
        # some archives lose it: then a series is a frame of reference of its own
        source.FrameOfReferenceUID = _uid(f"frame of reference\n{source.SeriesInstanceUID}")
    for name in _EMPTY_IF_MISSING:
        if name not in source:
            setattr(source, name, "")
    return source


def dicom_moment(iso: str) -> tuple[str, str]:
    """Return date and time of an ISO moment as DICOM writes them: "2026-11-24T14:32:05Z" -> "20261124", "143205"."""
    digits = "".join(c for c in iso if c.isdigit())
    return digits[:8], digits[8:14]


def person_name(words: str) -> str:
    """Return a name typed by a person as one DICOM component, so that no part of it is taken for another."""
    return f"{words.translate(str.maketrans('^=', '  ', chr(92)))[:60]}^" if words else ""


def started(source: Dataset, sop_class: str, modality: str, kind: str, origin: Origin) -> FileDataset:
    """Return a new object with patient, study, series and equipment filled in.

    Args:
        source: From `source_of`.
        sop_class: What it is.
        modality: "RTSTRUCT", "DOC".
        kind: Makes its UIDs differ from those of other kinds.
        origin: The labels it is about.
    """
    uid = derived_uid(kind, origin, str(source.SeriesInstanceUID))
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = UID(sop_class), uid
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    made = FileDataset("", {}, file_meta=meta, preamble=bytes(128))
    made.SpecificCharacterSet = "ISO_IR 192"
    made.SOPClassUID, made.SOPInstanceUID, made.Modality = UID(sop_class), uid, modality
    for name in _TAKEN_OVER:
        if name in source:
            setattr(made, name, source.get(name))
    copy_deidentification(source, made)
    made.SeriesInstanceUID = derived_uid(f"{kind} series", origin, str(source.SeriesInstanceUID))
    made.SeriesNumber = SERIES_NUMBER_FROM + int(source.get("SeriesNumber") or 0)
    made.InstanceNumber = 1
    made.Manufacturer, made.ManufacturerModelName, made.SoftwareVersions = MANUFACTURER, MODEL_NAME, origin.software
    made.DeviceSerialNumber = "0"
    date, time = dicom_moment(origin.created)
    made.InstanceCreationDate = made.SeriesDate = date
    made.InstanceCreationTime = made.SeriesTime = time
    return made


def copy_deidentification(source: Dataset, made: Dataset) -> None:
    """Say of a made object, as of its source, whether and how identity was removed."""
    for name in DEIDENTIFICATION:
        if name in source:
            setattr(made, name, source.get(name))


def say_preparation(made: Dataset, words: str) -> None:
    """Say by what the images were prepared on which the labels were made; nothing where it is not known.

    Source: DICOM PS3.3, C.12.1 (Contributing Equipment Sequence); CID 7005.
    """
    if not words:
        return
    purpose = Dataset()
    purpose.CodeValue, purpose.CodingSchemeDesignator, purpose.CodeMeaning = "109102", "DCM", "Processing Equipment"
    equipment = Dataset()
    equipment.PurposeOfReferenceCodeSequence = [purpose]
    equipment.Manufacturer, equipment.ManufacturerModelName = MANUFACTURER, MODEL_NAME
    equipment.SoftwareVersions = str(made.get("SoftwareVersions") or "")
    equipment.ContributionDescription = words[:_LONGEST_TEXT]
    made.ContributingEquipmentSequence = [*(made.get("ContributingEquipmentSequence") or ()), equipment]


def write_object(made: Dataset, out: Path) -> Path:
    """Write a DICOM object, whole or not at all.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    with whole_file(out) as sink:
        made.save_as(sink, enforce_file_format=True)
    return out
