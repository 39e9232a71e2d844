"""The slices of a DICOM series as their headers tell them: where each lies, how large it is, how it is scaled.

Source: DICOM PS3.3, C.7.6.2 (image plane) and C.7.6.16 (functional groups of enhanced images).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
from pydicom.uid import DeflatedExplicitVRLittleEndian

from fets_desktop.dicom.codestream import check_streams
from fets_desktop.dicom.header import READ_FAULTS, numbers_of, read_header
from fets_desktop.dicom.mosaic import Mosaic, mosaic_of
from fets_desktop.study.errors import StudyError

MOST_PIXELS_A_SIDE = 4096
MOST_VOXELS = 1 << 28
"""A head at 0.4 mm has 2**27; what claims more than twice that is no MR series (1 GiB as float32)."""

_TAGS = (
    "ImagePositionPatient ImageOrientationPatient PixelSpacing Rows Columns NumberOfFrames RescaleSlope "
    "RescaleIntercept SharedFunctionalGroupsSequence PerFrameFunctionalGroupsSequence SamplesPerPixel BitsAllocated "
    "PatientID PatientName SeriesInstanceUID ImageType EchoTime InversionTime DiffusionBValue SpacingBetweenSlices "
    "SliceThickness PhotometricInterpretation ModalityLUTSequence"
)
_PRIVATE = (0x0019100A, 0x00291010)
"""Of mosaics: the number of slices, the Siemens CSA image header."""
_WANTED = [*map(pydicom.tag.Tag, _TAGS.split()), *map(pydicom.tag.Tag, _PRIVATE)]
_PIXEL_MM, _FARTHEST_MM = (0.01, 100.0), 1e5
"""Sizes of pixels that a scanner may make, and how far from its centre an image may lie."""
_COMPLEX_PARTS = {"M", "P", "R", "I", "PHASE", "REAL", "IMAGINARY", "MAGNITUDE"}


@dataclass(frozen=True)
class Origin:
    """What all slices of one volume have in common; the first two are true identifiers and never leave the room."""

    patient: str = ""
    series: str = ""
    part: str = ""
    echo_ms: tuple[float, ...] = ()
    inversion_ms: tuple[float, ...] = ()
    diffusion_b: tuple[float, ...] = ()


@dataclass(frozen=True)
class Slice:
    """One slice: LPS mm of its first pixel's centre, directions of rows and columns, pixel size, size, scaling.

    Attributes:
        position_mm: (x, y, z).
        orientation: Direction of growing columns, then of growing rows.
        pixel_mm: Distance of rows, of columns.
        rows: Of this slice.
        columns: Of this slice.
        scaling: (slope, intercept), () where the header gives none.
        origin: What all slices of a volume share.
        corner: First row and column in the stored frame; (0, 0) but in mosaics.
        same_frame: Whether the next slice is another tile of the same frame.
    """

    position_mm: tuple[float, ...]
    orientation: tuple[float, ...]
    pixel_mm: tuple[float, ...]
    rows: int
    columns: int
    scaling: tuple[float, ...] = ()
    origin: Origin = Origin()
    corner: tuple[int, int] = (0, 0)
    same_frame: bool = False


def read_slices(files: Sequence[Path]) -> list[Slice]:
    """Read the place of every slice, file by file and frame by frame; call it inside `lenient_reading`.

    Nothing is decoded, and nothing is read that claims to be larger than a head can be.

    Raises:
        StudyError: "unreadable-image" if a file is damaged, cut short or claims an absurd size; "bad-geometry" if a
            place is missing.
    """
    slices: list[Slice] = []
    for number, path in enumerate(files, 1):
        try:
            slices.extend(_of_file(path))
        except StudyError as error:
            raise StudyError(error.code, f"File {number} of {len(files)}: {error.detail}") from error
        except READ_FAULTS as error:
            raise StudyError("unreadable-image", f"File {number} of {len(files)} is damaged or gone.") from error
        if sum(s.rows * s.columns for s in slices) > MOST_VOXELS:
            raise StudyError("unreadable-image", f"The series claims more than {MOST_VOXELS >> 20} million voxels.")
    if any(len(s.position_mm) != 3 or len(s.orientation) != 6 or len(s.pixel_mm) != 2 for s in slices):
        raise StudyError("bad-geometry", "At least one slice does not say where in the patient it lies.")
    if not all(map(_is_possible, slices)):
        raise StudyError("bad-geometry", "At least one slice gives an impossible position, pixel size or scaling.")
    return slices


def _is_possible(one: Slice) -> bool:
    numbers = [*one.position_mm, *one.orientation, *one.pixel_mm, *one.scaling]
    near = max(map(abs, one.position_mm)) <= _FARTHEST_MM
    return bool(np.isfinite(numbers).all()) and near and all(_PIXEL_MM[0] <= p <= _PIXEL_MM[1] for p in one.pixel_mm)


def _of_file(path: Path) -> list[Slice]:
    if fault := read_header(path).fault:
        raise StudyError("unreadable-image", fault)
    dataset = pydicom.dcmread(path, stop_before_pixels=True, force=True, specific_tags=_WANTED)
    rows, columns = int(dataset.get("Rows") or 0), int(dataset.get("Columns") or 0)
    if not 0 < max(rows, columns) <= MOST_PIXELS_A_SIDE:
        raise StudyError("unreadable-image", f"It claims an image of {columns} x {rows} pixels.")
    if int(dataset.get("NumberOfFrames") or 1) * rows * columns > MOST_VOXELS:
        raise StudyError("unreadable-image", f"It claims more than {MOST_VOXELS >> 20} million voxels.")
    _refuse_other_values(dataset)
    if int(dataset.get("SamplesPerPixel") or 1) != 1:
        raise StudyError("unreadable-image", "It is a colour picture, not a measured image.")
    syntax = getattr(getattr(dataset, "file_meta", None), "TransferSyntaxUID", None)
    if syntax is not None and syntax.is_encapsulated and syntax != DeflatedExplicitVRLittleEndian:
        frame_bytes = rows * columns * int(dataset.get("BitsAllocated") or 16) // 8
        check_streams(path, str(syntax), rows, columns, frame_bytes)
    return _slices(dataset, rows, columns)


def _refuse_other_values(dataset: Any) -> None:  # noqa: ANN401 - a pydicom Dataset
    """Refuse pixels that are not the measured values themselves. Source: DICOM PS3.3, C.7.6.3.1.2 and C.11.1."""
    meaning = str(dataset.get("PhotometricInterpretation", "")).upper()
    if "PALETTE" in meaning:
        raise StudyError("unreadable-image", "It is a colour picture, not a measured image.")
    if "MONOCHROME1" in meaning:
        raise StudyError("unreadable-image", "Its brightness is stored upside down (MONOCHROME1).")
    if dataset.get("ModalityLUTSequence"):
        raise StudyError("unreadable-image", "Its values mean something only through a table (Modality LUT).")


def _slices(dataset: Any, rows: int, columns: int) -> list[Slice]:  # noqa: ANN401 - a pydicom Dataset
    frames = dataset.get("PerFrameFunctionalGroupsSequence")
    count = int(dataset.get("NumberOfFrames") or 1)
    if not frames:
        if count > 1:
            raise StudyError("bad-geometry", "It is a multi-frame image that does not say where its frames lie.")
        parts = [numbers_of(dataset, n) for n in ("ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing")]
        scaling = _scaling(numbers_of(dataset, "RescaleSlope"), numbers_of(dataset, "RescaleIntercept"))
        whole = Slice(parts[0], parts[1], parts[2], rows, columns, scaling, _origin(dataset))
        distance = numbers_of(dataset, "SpacingBetweenSlices") or numbers_of(dataset, "SliceThickness")
        mosaic = mosaic_of(dataset, parts[0], parts[1], parts[2], distance)
        return _tiles(whole, mosaic) if mosaic else [whole]
    if len(frames) != count:
        raise StudyError("bad-geometry", f"It says that it has {count} frames, but gives the places of {len(frames)}.")
    shared = (dataset.get("SharedFunctionalGroupsSequence") or [pydicom.Dataset()])[0]
    return [
        Slice(
            _of_group(frame, shared, "PlanePositionSequence", "ImagePositionPatient"),
            _of_group(frame, shared, "PlaneOrientationSequence", "ImageOrientationPatient"),
            _of_group(frame, shared, "PixelMeasuresSequence", "PixelSpacing"),
            rows,
            columns,
            _scaling(
                _of_group(frame, shared, "PixelValueTransformationSequence", "RescaleSlope"),
                _of_group(frame, shared, "PixelValueTransformationSequence", "RescaleIntercept"),
            ),
            _origin_of_frame(dataset, frame, shared),
        )
        for frame in frames
    ]


def _scaling(slope: tuple[float, ...], intercept: tuple[float, ...]) -> tuple[float, ...]:
    """Return (slope, intercept); () where neither is given. One alone counts, though the standard wants both."""
    return (*(slope[:1] or (1.0,)), *(intercept[:1] or (0.0,))) if slope or intercept else ()


def _tiles(whole: Slice, mosaic: Mosaic) -> list[Slice]:
    return [
        replace(
            whole,
            position_mm=tile.position_mm,
            rows=mosaic.rows,
            columns=mosaic.columns,
            corner=(tile.row, tile.column),
            same_frame=number < len(mosaic.tiles),
        )
        for number, tile in enumerate(mosaic.tiles, 1)
    ]


def _of_group(frame: Any, shared: Any, macro: str, name: str) -> tuple[float, ...]:  # noqa: ANN401
    items = frame.get(macro) or shared.get(macro) or [pydicom.Dataset()]
    return numbers_of(items[0], name)


def _origin(dataset: Any) -> Origin:  # noqa: ANN401
    kind = dataset.get("ImageType")
    words = (kind,) if isinstance(kind, str) else tuple(kind or ())
    return Origin(
        str(dataset.get("PatientID", "") or dataset.get("PatientName", "")),
        str(dataset.get("SeriesInstanceUID", "")),
        next((str(word).upper() for word in words[2:] if str(word).upper() in _COMPLEX_PARTS), ""),
        numbers_of(dataset, "EchoTime"),
        numbers_of(dataset, "InversionTime"),
        numbers_of(dataset, "DiffusionBValue"),
    )


def _origin_of_frame(dataset: Any, frame: Any, shared: Any) -> Origin:  # noqa: ANN401
    kind = (frame.get("MRImageFrameTypeSequence") or shared.get("MRImageFrameTypeSequence") or [pydicom.Dataset()])[0]
    return Origin(
        str(dataset.get("PatientID", "")),
        str(dataset.get("SeriesInstanceUID", "")),
        str(kind.get("ComplexImageComponent", "")).upper(),
        _of_group(frame, shared, "MREchoSequence", "EffectiveEchoTime"),
        _of_group(frame, shared, "MRModifierSequence", "InversionTimes"),
        _of_group(frame, shared, "MRDiffusionSequence", "DiffusionBValue"),
    )
