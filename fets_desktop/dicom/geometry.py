"""Whether the slices of a DICOM series form one regular volume, judged from the headers alone.

Source: DICOM PS3.3, C.7.6.2 (image plane) and C.7.6.16 (functional groups of enhanced images).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pydicom

from fets_desktop.dicom.header import READ_FAULTS, numbers_of, read_header
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import FloatArray, Grid

_FEWEST_SLICES = 4
_SAME_PLACE_MM = 0.01
_SPACING_TOLERANCE = 0.05
_TILT_DEGREES = 0.1

_TAGS = (
    "ImagePositionPatient ImageOrientationPatient PixelSpacing Rows Columns NumberOfFrames RescaleSlope "
    "RescaleIntercept SharedFunctionalGroupsSequence PerFrameFunctionalGroupsSequence"
)


@dataclass(frozen=True)
class Slice:
    """One slice: LPS mm of its first pixel's centre, directions of rows and columns, pixel size, size, scaling."""

    position_mm: tuple[float, ...]
    orientation: tuple[float, ...]
    pixel_mm: tuple[float, ...]
    rows: int
    columns: int
    scaling: tuple[float, ...] = ()


def read_slices(files: Sequence[Path]) -> list[Slice]:
    """Read the place of every slice; call it inside `lenient_reading`.

    Raises:
        StudyError: "unreadable-image" if a file is damaged or cut short, "bad-geometry" if a place is missing.
    """
    slices: list[Slice] = []
    for number, path in enumerate(files, 1):
        try:
            fault = read_header(path).fault
            dataset = pydicom.dcmread(path, stop_before_pixels=True, force=True, specific_tags=list(_TAGS.split()))
            slices.extend(_slices(dataset))
        except StudyError as error:
            raise StudyError("unreadable-image", f"File {number} of {len(files)}: {error.detail}") from error
        except READ_FAULTS as error:
            raise StudyError("unreadable-image", f"File {number} of {len(files)} is damaged or gone.") from error
        if fault:
            raise StudyError("unreadable-image", f"File {number} of {len(files)}: {fault}")
    if any(len(s.position_mm) != 3 or len(s.orientation) != 6 or len(s.pixel_mm) != 2 for s in slices):
        raise StudyError("bad-geometry", "At least one slice does not say where in the patient it lies.")
    if not all(
        np.isfinite([*s.position_mm, *s.orientation, *s.pixel_mm]).all() and min(s.pixel_mm) > 0 for s in slices
    ):
        raise StudyError("bad-geometry", "At least one slice gives an impossible position or pixel size.")
    return slices


def _slices(dataset: Any) -> list[Slice]:  # noqa: ANN401 - a pydicom Dataset
    size = int(dataset.get("Rows") or 0), int(dataset.get("Columns") or 0)
    frames = dataset.get("PerFrameFunctionalGroupsSequence")
    if not frames:
        if int(dataset.get("NumberOfFrames") or 1) > 1:
            raise StudyError("bad-geometry", "It is a multi-frame image that does not say where its frames lie.")
        parts = [numbers_of(dataset, n) for n in ("ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing")]
        scaling = (*numbers_of(dataset, "RescaleSlope"), *numbers_of(dataset, "RescaleIntercept"))
        return [Slice(parts[0], parts[1], parts[2], *size, scaling)]
    shared = (dataset.get("SharedFunctionalGroupsSequence") or [pydicom.Dataset()])[0]
    return [
        Slice(
            _of_group(frame, shared, "PlanePositionSequence", "ImagePositionPatient"),
            _of_group(frame, shared, "PlaneOrientationSequence", "ImageOrientationPatient"),
            _of_group(frame, shared, "PixelMeasuresSequence", "PixelSpacing"),
            *size,
            (
                *_of_group(frame, shared, "PixelValueTransformationSequence", "RescaleSlope"),
                *_of_group(frame, shared, "PixelValueTransformationSequence", "RescaleIntercept"),
            ),
        )
        for frame in frames
    ]


def _of_group(frame: Any, shared: Any, macro: str, name: str) -> tuple[float, ...]:  # noqa: ANN401
    items = frame.get(macro) or shared.get(macro) or [pydicom.Dataset()]
    return numbers_of(items[0], name)


def volume_grid(slices: Sequence[Slice]) -> Grid:
    """Return the grid that the slices span: i along rows, j along columns, k from slice to slice.

    Raises:
        StudyError: "not-3d" for too few slices or several volumes, "bad-geometry" for no regular stack.
    """
    if len(slices) < _FEWEST_SLICES:
        few = "one slice" if len(slices) == 1 else f"{len(slices)} slices"
        raise StudyError("not-3d", f"The series has only {few}.")
    first = slices[0]
    if len({(s.rows, s.columns) for s in slices}) > 1 or not np.allclose(
        [s.pixel_mm for s in slices], first.pixel_mm, rtol=1e-3
    ):
        raise StudyError("bad-geometry", "Its slices have different sizes; images of several series are mixed.")
    if np.abs(np.array([s.orientation for s in slices]) - first.orientation).max() > 1e-3:
        raise StudyError("bad-geometry", "Its slices point in different directions, as those of a localizer do.")
    row, column = np.array(first.orientation[:3]), np.array(first.orientation[3:])
    if abs(np.linalg.norm(row) - 1) > 1e-2 or abs(np.linalg.norm(column) - 1) > 1e-2 or abs(row @ column) > 1e-2:
        raise StudyError("bad-geometry", "The directions of its rows and columns make no sense.")
    step, start = _stack(np.array([s.position_mm for s in slices]), np.cross(row, column))
    affine = np.eye(4)
    affine[:3, :3] = np.column_stack([row * first.pixel_mm[1], column * first.pixel_mm[0], step])
    affine[:3, 3] = start
    return Grid.from_affine((len(slices), first.rows, first.columns), np.diag([-1.0, -1.0, 1.0, 1.0]) @ affine)


def _stack(positions: FloatArray, normal: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the step from slice to slice and the first position, both LPS mm."""
    normal = normal / np.linalg.norm(normal)
    depth = positions @ normal
    order = np.argsort(depth)
    places, positions = depth[order], positions[order]
    _refuse_doubled(places)
    gaps = np.diff(places)
    usual = float(np.median(gaps))
    steps = gaps / gaps.min()
    missing = round(float((np.round(steps) - 1).sum()))
    if missing and np.abs(steps - np.round(steps)).max() < 0.1:
        many = "one slice is" if missing == 1 else f"{missing} slices are"
        raise StudyError("bad-geometry", f"Of {len(places) + missing} places {many} missing.")
    irregular = np.abs(gaps - usual) > max(_SPACING_TOLERANCE * usual, _SAME_PLACE_MM)
    if irregular.any():
        gap = f"{gaps.min():.2f} to {gaps.max():.2f} mm"
        raise StudyError("bad-geometry", f"The distance between its slices varies from {gap}.")
    whole = positions[-1] - positions[0]
    tilt = np.degrees(np.arccos(np.clip((places[-1] - places[0]) / np.linalg.norm(whole), -1, 1)))
    if tilt > _TILT_DEGREES:
        raise StudyError(
            "bad-geometry", f"Its slices are shifted against each other by {tilt:.1f} degrees (gantry tilt)."
        )
    # positions are rounded; a step off the normal would be a shear, which no NIfTI or ITK image can hold
    return normal * (places[-1] - places[0]) / (len(places) - 1), positions[0]


def _refuse_doubled(places: FloatArray) -> None:
    """Tell a 4-D series (every place equally often) from slices sent twice."""
    groups = Counter(np.cumsum(np.concatenate([[0], np.diff(places) > _SAME_PLACE_MM])).tolist())
    counts = set(groups.values())
    if counts == {1}:
        return
    if len(counts) == 1:
        raise StudyError("not-3d", f"The series holds {counts.pop()} volumes of {len(groups)} slices each.")
    doubled = sum(1 for count in groups.values() if count > 1)
    many = "one place has" if doubled == 1 else f"{doubled} places have"
    raise StudyError("bad-geometry", f"Of {len(groups)} places {many} more than one slice.")


def laid_on(expected: Grid, got: Grid) -> Grid | None:
    """Return the grid that `got`'s array has by the headers: `expected`, with the axes in `got`'s order and sense.

    The headers' own geometry is more exact than the converter's, which takes the slice distance from the first two
    slices (1.4 mm wrong at the far end of a GE series whose positions are rounded).

    Returns:
        None if the two differ by half a voxel or more at any corner: then they are not of the same volume.
    """
    between = np.linalg.inv(expected.affine) @ got.affine
    turn = np.round(between[:3, :3])
    if not all(np.array_equal(np.abs(turn).sum(axis=axis), np.ones(3)) for axis in (0, 1)):
        return None
    shape = np.array(expected.shape[::-1])
    if not np.array_equal(np.abs(turn).T @ shape, got.shape[::-1]):
        return None
    z, y, x = got.shape
    corners = np.array([[i, j, k] for i in (0, x - 1) for j in (0, y - 1) for k in (0, z - 1)], dtype=np.float64)
    whole = np.eye(4)
    whole[:3, :3] = turn
    whole[:3, 3] = np.where(turn.sum(axis=1) < 0, shape - 1, 0)
    there, exact = expected.to_index(got.to_ras(corners)), corners @ turn.T + whole[:3, 3]
    if np.abs(there - exact).max() >= 0.5:
        return None
    return Grid.from_affine(got.shape, expected.affine @ whole)
