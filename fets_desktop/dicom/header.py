"""One DICOM file's header, read without its pixels and without trusting it."""

import logging
import os
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydicom.config import IGNORE, settings
from pydicom.errors import BytesLengthException, InvalidDicomError

from fets_desktop.dicom.careful import read_careful, texts_of
from fets_desktop.dicom.promised import pixel_fault
from fets_desktop.dicom.quick import RawHeader, Short, Unusual, Values, Wanted, read_quick
from fets_desktop.dicom.scanner import scanner_words
from fets_desktop.dicom.values import as_numbers, count_in, first_in, number_in, text_in
from fets_desktop.study.errors import StudyError

READ_FAULTS = (
    InvalidDicomError,
    BytesLengthException,
    OSError,
    EOFError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    NotImplementedError,
    OverflowError,
    RecursionError,
    MemoryError,
    struct.error,
)
"""What pydicom raises on damaged files; a file is foreign input and may hold anything."""

_TAGS_TEXT = """
    SOPClassUID SOPInstanceUID PatientID PatientName PatientBirthDate PatientSex StudyInstanceUID StudyDate SeriesDate
    AcquisitionDate SeriesTime AcquisitionTime ContentTime SeriesInstanceUID SeriesNumber Modality Manufacturer
    ImageType SequenceName PulseSequenceName ScanningSequence EchoPulseSequence InversionRecovery RepetitionTime
    EchoTime EffectiveEchoTime InversionTime InversionTimes EchoNumbers ContrastBolusAgent
    ContrastBolusAgentSequence ContrastBolusStartTime AcquisitionContrast SeriesDescription ProtocolName
    MRAcquisitionType BodyPartExamined Rows Columns NumberOfFrames BitsAllocated SamplesPerPixel SliceThickness
    DiffusionBValue NumberOfTemporalPositions ImagePositionPatient ImageOrientationPatient MagneticFieldStrength
"""
KEYWORDS = tuple(_TAGS_TEXT.split())
_WANTED = Wanted(KEYWORDS)
_CHUNKS = (1 << 15, 1 << 18, 1 << 21, 1 << 24, 1 << 26)
"""So much of a file is read at a time until its header is whole, in bytes; the last bounds the memory."""


@dataclass(frozen=True)
class Header:
    """What the scan needs to know of one file; `patient` and `study` are true identifiers and never leave the room."""

    path: Path
    sop_class: str
    sop_uid: str
    patient: str
    study: str
    study_date: str
    series: str
    series_number: int
    modality: str
    image_type: tuple[str, ...]
    sequence: str
    scanning: tuple[str, ...]
    repetition_ms: float | None
    echo_ms: float | None
    inversion_ms: float | None
    echo_number: str
    agent: str
    description: str
    protocol: str
    acquisition: str
    body_part: str
    rows: int
    columns: int
    frames: int
    thickness_mm: float | None
    diffusion_b: float | None
    orientation: tuple[float, ...]
    fault: str = ""
    name: str = ""
    birth_date: str = ""
    sex: str = ""
    series_date: str = ""
    time: str = ""
    agent_time: str = ""
    position: str = ""
    acquired_contrast: str = ""
    temporal_positions: int = 1
    scanner: str = ""


@contextmanager
def lenient_reading() -> Iterator[None]:
    """Let pydicom read values that break the standard, and say nothing: its warnings quote values of the header."""
    mode, level = settings.reading_validation_mode, logging.getLogger("pydicom").level
    settings.reading_validation_mode = IGNORE
    logging.getLogger("pydicom").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        settings.reading_validation_mode = mode
        logging.getLogger("pydicom").setLevel(level)


def looks_like_dicom(start: bytes) -> bool:
    """Tell whether a file has the DICOM mark, or begins as the data sets without a preamble do.

    Source: DICOM PS3.10, 7.1.
    """
    return start[128:132] == b"DICM" or (
        start[:4] in (b"\x08\0\0\0", b"\x08\0\x05\0", b"\x08\0\x08\0") and len(start) > 131
    )


def read_start(path: Path) -> tuple[bytes, int]:
    """Return the first bytes of a file, and its size.

    Raises:
        OSError: If it cannot be read.
    """
    with path.open("rb", buffering=0) as file:
        return file.read(_CHUNKS[0]), os.fstat(file.fileno()).st_size


def read_header(path: Path, start: tuple[bytes, int] | None = None) -> Header:
    """Read one header; call it inside `lenient_reading`.

    Args:
        path: The file.
        start: What `read_start` returned, if that is known.

    Returns:
        The header; its `fault` says in words if the pixels are cut short.

    Raises:
        StudyError: "unreadable-image" if there is no readable header of an image.
    """
    try:
        content, size = start or read_start(path)
        raw = _read_raw(path, content, size)
        return _header(path, raw, pixel_fault(raw, path, size))
    except READ_FAULTS as error:
        raise StudyError("unreadable-image", "Its DICOM header is damaged or cut short.") from error


def _read_raw(path: Path, content: bytes, size: int) -> RawHeader:
    try:
        for chunk in _CHUNKS:
            if len(content) < min(chunk, size):
                with path.open("rb", buffering=0) as file:
                    content = file.read(chunk)
            try:
                return read_quick(content, len(content) >= size, _WANTED)
            except Short:
                continue
    except Unusual:
        pass
    return read_careful(path, KEYWORDS)


def _header(path: Path, raw: RawHeader, fault: str) -> Header:
    values, group = raw.values, raw.group
    either = {**group, **{name: value for name, value in values.items() if value}}
    return Header(
        path=path,
        sop_class=text_in(values, "SOPClassUID"),
        sop_uid=text_in(values, "SOPInstanceUID"),
        patient=_patient(values),
        study=text_in(values, "StudyInstanceUID"),
        study_date=first_in(values, "StudyDate", "SeriesDate", "AcquisitionDate"),
        series=text_in(values, "SeriesInstanceUID"),
        series_number=count_in(values, "SeriesNumber"),
        modality=text_in(values, "Modality").upper(),
        image_type=tuple(part.upper() for part in values.get("ImageType", ())),
        sequence=first_in(values, "SequenceName", "PulseSequenceName"),
        scanning=_scanning(values, group),
        repetition_ms=number_in(either, "RepetitionTime"),
        echo_ms=number_in(either, "EchoTime") if values.get("EchoTime") else number_in(group, "EffectiveEchoTime"),
        inversion_ms=number_in(either, "InversionTime")
        if values.get("InversionTime")
        else number_in(group, "InversionTimes"),
        echo_number=text_in(values, "EchoNumbers"),
        agent=text_in(values, "ContrastBolusAgent")
        or ("contrast agent" if values.get("ContrastBolusAgentSequence") else ""),
        description=text_in(values, "SeriesDescription"),
        protocol=text_in(values, "ProtocolName"),
        acquisition=text_in(values, "MRAcquisitionType").upper(),
        body_part=text_in(values, "BodyPartExamined").upper(),
        rows=count_in(values, "Rows"),
        columns=count_in(values, "Columns"),
        frames=max(1, count_in(values, "NumberOfFrames")),
        thickness_mm=number_in(values, "SliceThickness"),
        diffusion_b=number_in(either, "DiffusionBValue"),
        orientation=as_numbers(either.get("ImageOrientationPatient", ())),
        fault=fault,
        name=text_in(values, "PatientName"),
        birth_date=text_in(values, "PatientBirthDate"),
        sex=text_in(values, "PatientSex").upper(),
        series_date=first_in(values, "SeriesDate", "AcquisitionDate", "StudyDate"),
        time=first_in(values, "AcquisitionTime", "SeriesTime", "ContentTime"),
        agent_time=text_in(values, "ContrastBolusStartTime"),
        position=",".join(values.get("ImagePositionPatient", ())),
        acquired_contrast=text_in(either, "AcquisitionContrast").upper(),
        temporal_positions=count_in(values, "NumberOfTemporalPositions"),
        scanner=scanner_words(text_in(values, "Manufacturer"), number_in(values, "MagneticFieldStrength")),
    )


def _scanning(values: Values, group: Values) -> tuple[str, ...]:
    """Return the kinds of sequence in the words of classic images. Source: DICOM PS3.3, C.8.3.1 and C.8.13.4."""
    scanning = values.get("ScanningSequence", ())
    if word := {"GRADIENT": "GR", "SPIN": "SE", "BOTH": "SE"}.get(text_in(values, "EchoPulseSequence")):
        scanning = (*scanning, word)
    return (*scanning, "IR") if text_in(group, "InversionRecovery") == "YES" else scanning


def numbers_of(dataset: Any, name: str) -> tuple[float, ...]:  # noqa: ANN401 - a pydicom Dataset
    """Return a multi-valued number, () where it is absent or malformed."""
    return as_numbers(texts_of(dataset, name))


def _patient(values: Values) -> str:
    """Return what tells one patient from another: the id; where it is missing, name and birth date."""
    if number := text_in(values, "PatientID"):
        return f"id {number}"
    parts = [text_in(values, "PatientName"), text_in(values, "PatientBirthDate")]
    return f"name {parts}" if parts[0] else f"study {text_in(values, 'StudyInstanceUID')}"
