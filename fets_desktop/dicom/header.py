"""One DICOM file's header, read without its pixels and without trusting it."""

import logging
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pydicom
from pydicom.config import IGNORE, settings
from pydicom.errors import BytesLengthException, InvalidDicomError

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
    SOPClassUID SOPInstanceUID PatientID PatientName PatientBirthDate StudyInstanceUID StudyDate SeriesDate
    AcquisitionDate SeriesInstanceUID SeriesNumber Modality Manufacturer ImageType SequenceName
    PulseSequenceName ScanningSequence EchoPulseSequence InversionRecovery RepetitionTime EchoTime
    InversionTime EchoNumbers ContrastBolusAgent ContrastBolusAgentSequence SeriesDescription ProtocolName
    MRAcquisitionType BodyPartExamined Rows Columns NumberOfFrames BitsAllocated SamplesPerPixel
    InstanceNumber SliceThickness DiffusionBValue ImagePositionPatient ImageOrientationPatient PixelSpacing
    SharedFunctionalGroupsSequence PerFrameFunctionalGroupsSequence RescaleSlope
"""
_TAGS = list(_TAGS_TEXT.split())


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


def looks_like_dicom(path: Path) -> bool:
    """Tell whether a file has the DICOM mark, or begins as the data sets without a preamble do.

    Source: DICOM PS3.10, 7.1.
    """
    with path.open("rb") as file:
        start = file.read(132)
    return start[128:132] == b"DICM" or (
        start[:4] in (b"\x08\0\0\0", b"\x08\0\x05\0", b"\x08\0\x08\0") and len(start) > 131
    )


def read_header(path: Path) -> Header:
    """Read one header; call it inside `lenient_reading`.

    Returns:
        The header; its `fault` says in words if the pixels are cut short.

    Raises:
        StudyError: "unreadable-image" if there is no readable header of an image.
    """
    try:
        with path.open("rb") as file:
            dataset = pydicom.dcmread(file, stop_before_pixels=True, force=True, specific_tags=list(_TAGS))
            stopped = file.tell()
            return _header(path, dataset, _pixel_fault(dataset, path, stopped))
    except READ_FAULTS as error:
        raise StudyError("unreadable-image", "Its DICOM header is damaged or cut short.") from error


def _header(path: Path, dataset: Any, fault: str) -> Header:  # noqa: ANN401 - a pydicom Dataset
    group = _shared_group(dataset)
    scanning = _texts(dataset, "ScanningSequence")
    if _text(dataset, "EchoPulseSequence") == "GRADIENT":
        scanning = (*scanning, "GR")
    elif _text(dataset, "EchoPulseSequence") == "SPIN":
        scanning = (*scanning, "SE")
    if _text(group, "InversionRecovery") == "YES":
        scanning = (*scanning, "IR")
    times = (_number(dataset, name) for name in ("RepetitionTime", "EchoTime", "InversionTime"))
    repetition, echo, inversion = times
    return Header(
        path,
        _text(dataset, "SOPClassUID"),
        _text(dataset, "SOPInstanceUID"),
        patient_key(dataset),
        _text(dataset, "StudyInstanceUID"),
        next((d for n in ("StudyDate", "SeriesDate", "AcquisitionDate") if (d := _text(dataset, n))), ""),
        _text(dataset, "SeriesInstanceUID"),
        int(_number(dataset, "SeriesNumber") or 0),
        _text(dataset, "Modality").upper(),
        tuple(part.upper() for part in _texts(dataset, "ImageType")),
        _text(dataset, "SequenceName") or _text(dataset, "PulseSequenceName"),
        scanning,
        repetition if repetition is not None else _number(group, "RepetitionTime"),
        echo if echo is not None else _number(group, "EffectiveEchoTime"),
        inversion if inversion is not None else _number(group, "InversionTimes"),
        _text(dataset, "EchoNumbers"),
        _agent(dataset),
        _text(dataset, "SeriesDescription"),
        _text(dataset, "ProtocolName"),
        _text(dataset, "MRAcquisitionType").upper(),
        _text(dataset, "BodyPartExamined").upper(),
        int(_number(dataset, "Rows") or 0),
        int(_number(dataset, "Columns") or 0),
        max(1, int(_number(dataset, "NumberOfFrames") or 1)),
        _number(dataset, "SliceThickness"),
        _number(dataset, "DiffusionBValue"),
        numbers_of(dataset, "ImageOrientationPatient"),
        fault,
    )


def _text(dataset: Any, name: str) -> str:  # noqa: ANN401
    value = dataset.get(name)
    if value is None:
        return ""
    return str(value[0] if isinstance(value, list | pydicom.multival.MultiValue) and len(value) else value).strip()


def _texts(dataset: Any, name: str) -> tuple[str, ...]:  # noqa: ANN401
    value = dataset.get(name)
    if value is None:
        return ()
    return tuple(str(v) for v in value) if isinstance(value, list | pydicom.multival.MultiValue) else (str(value),)


def _number(dataset: Any, name: str) -> float | None:  # noqa: ANN401
    try:
        return float(_text(dataset, name))
    except ValueError:
        return None


def numbers_of(dataset: Any, name: str) -> tuple[float, ...]:  # noqa: ANN401
    """Return a multi-valued number, () where it is absent or malformed."""
    try:
        return tuple(float(text) for text in _texts(dataset, name))
    except ValueError:
        return ()


def patient_key(dataset: Any) -> str:  # noqa: ANN401
    """Return what tells one patient from another: the id; where it is missing, name and birth date."""
    if number := _text(dataset, "PatientID"):
        return f"id {number}"
    parts = [_text(dataset, "PatientName"), _text(dataset, "PatientBirthDate")]
    return f"name {parts}" if parts[0] else f"study {_text(dataset, 'StudyInstanceUID')}"


def _agent(dataset: Any) -> str:  # noqa: ANN401
    agent = _text(dataset, "ContrastBolusAgent")
    return agent or ("contrast agent" if dataset.get("ContrastBolusAgentSequence") else "")


def _shared_group(dataset: Any) -> pydicom.Dataset:  # noqa: ANN401
    """Flatten the groups of an enhanced image, shared and of its first frame. Source: DICOM PS3.3, C.7.6.16."""
    flat = pydicom.Dataset()
    frames = dataset.get("PerFrameFunctionalGroupsSequence") or ()
    for group in (*frames[:1], *(dataset.get("SharedFunctionalGroupsSequence") or ())):
        for macro in group:
            if macro.VR == "SQ" and not macro.tag.is_private and len(macro.value):
                flat.update(macro.value[0])
    return flat


def _pixel_fault(dataset: Any, path: Path, stopped: int) -> str:  # noqa: ANN401
    """Say in words if fewer bytes follow than the header promises; "" if all is there."""
    rows, columns, bits = (int(_number(dataset, n) or 0) for n in ("Rows", "Columns", "BitsAllocated"))
    if not rows or not columns:
        return "It holds no image."
    rest = path.stat().st_size - stopped
    syntax = str(getattr(getattr(dataset, "file_meta", None), "TransferSyntaxUID", "") or "")
    if syntax.startswith("1.2.840.10008.1.2.4") or syntax == "1.2.840.10008.1.2.5":
        return "" if rest > 16 and _ends_whole(path) else "Its compressed pixels are cut short."
    if syntax == "1.2.840.10008.1.2.1.99":
        return ""
    frames, samples = (max(1, int(_number(dataset, n) or 1)) for n in ("NumberOfFrames", "SamplesPerPixel"))
    wanted = rows * columns * frames * samples * bits // 8
    return "" if rest >= wanted else f"Its pixels are cut short: {max(0, rest)} of {wanted} bytes are there."


def _ends_whole(path: Path) -> bool:
    """Tell whether the end of encapsulated pixels is there. Source: DICOM PS3.5, A.4 (sequence delimiter item)."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - (1 << 16)))
        return b"\xfe\xff\xdd\xe0" in file.read()
