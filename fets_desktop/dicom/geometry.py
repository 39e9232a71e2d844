"""Whether the slices of a DICOM series form one regular volume, judged from the headers alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from fets_desktop.dicom.slices import Slice
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import FloatArray, Grid

_FEWEST_SLICES = 4
_SAME_PLACE_MM = 0.01
_SPACING_TOLERANCE = 0.05
_DRIFT_MM = 0.25
"""Positions are rounded, by some scanners to 0.1 mm; what drifts aside by more than this is a sheared stack."""
_SAME_TIME = 0.02


@dataclass(frozen=True)
class Stack:
    """One regular volume.

    Attributes:
        grid: i along rows, j along columns, k from slice to slice, right-handed.
        order: The slice (as a number in what was given) at every k.
    """

    grid: Grid
    order: tuple[int, ...]


def stack_of(slices: Sequence[Slice]) -> Stack:
    """Return the stack that the slices form.

    Refused are: fewer than four slices; several volumes; slices that are missing, doubled, unevenly spaced, sheared
    (gantry tilt), of different sizes or directions; a mixture of patients, series, echoes, inversion times, diffusion
    weights or of magnitude and phase. A tilted or uneven stack could only be made regular by interpolation, and labels
    drawn on interpolated voxels do not go back to the slices: nobody scans a brain that way, so it is not taken.

    Raises:
        StudyError: "not-3d" for too few slices or several volumes, "bad-geometry" for the rest.
    """
    for many, words in (
        (len({s.origin.patient for s in slices}), "patients"),
        (len({s.origin.series for s in slices}), "series"),
    ):
        if many > 1:
            raise StudyError("bad-geometry", f"Its images belong to {many} {words}.")
    if len(slices) < _FEWEST_SLICES:
        few = "one slice" if len(slices) == 1 else f"{len(slices)} slices"
        raise StudyError("not-3d", f"The series has only {few}.")
    first = slices[0]
    _refuse_other_planes(slices)
    _refuse_mixture(slices)
    row, column = np.array(first.orientation[:3]), np.array(first.orientation[3:])
    if abs(np.linalg.norm(row) - 1) > 1e-2 or abs(np.linalg.norm(column) - 1) > 1e-2 or abs(row @ column) > 1e-2:
        raise StudyError("bad-geometry", "The directions of its rows and columns make no sense.")
    positions = np.array([s.position_mm for s in slices])
    normal = np.cross(row, column)
    order = np.argsort(positions @ normal, kind="stable")
    step = _step(positions[order], normal / np.linalg.norm(normal))
    affine = np.eye(4)
    affine[:3, :3] = np.column_stack([row * first.pixel_mm[1], column * first.pixel_mm[0], step])
    affine[:3, 3] = positions[order[0]]
    grid = Grid.from_affine((len(slices), first.rows, first.columns), np.diag([-1.0, -1.0, 1.0, 1.0]) @ affine)
    return Stack(grid, tuple(int(n) for n in order))


def _refuse_mixture(slices: Sequence[Slice]) -> None:
    """Refuse slices that were not measured together, whatever their places say."""
    origins = [slice_.origin for slice_ in slices]
    # a part that is only marked in some slices, as some scanners do, tells nothing
    if len({o.part for o in origins if o.part}) > 1:
        raise StudyError("not-3d", "It mixes magnitude, phase or other parts of a complex image.")
    for values, words in (
        ([o.echo_ms for o in origins], "echo times"),
        ([o.inversion_ms for o in origins], "inversion times"),
        ([o.diffusion_b for o in origins], "diffusion weights"),
    ):
        if (many := _different(values)) > 1:
            raise StudyError("not-3d", f"It mixes images of {many} {words}.")


def _different(values: Sequence[tuple[float, ...]]) -> int:
    """Count values that differ by more than rounding."""
    known = sorted({value[0] for value in values if value and np.isfinite(value[0])})
    jumps = [b - a > max(_SAME_TIME * abs(b), _SAME_TIME) for a, b in pairwise(known)]
    return sum(jumps) + 1


def _refuse_other_planes(slices: Sequence[Slice]) -> None:
    first = slices[0]
    if len({(s.rows, s.columns) for s in slices}) > 1 or not np.allclose(
        [s.pixel_mm for s in slices], first.pixel_mm, rtol=1e-3
    ):
        raise StudyError("bad-geometry", "Its slices have different sizes; images of several series are mixed.")
    orientations = np.array([s.orientation for s in slices])
    aside = np.abs(orientations - np.median(orientations, axis=0)).max(axis=1) > 1e-3
    if aside.any():
        raise StudyError(
            "bad-geometry",
            f"{int(aside.sum())} of {len(slices)} slices point in different directions, as those of a localizer do.",
        )


def _step(positions: FloatArray, normal: FloatArray) -> FloatArray:
    """Return the step from slice to slice, LPS mm; positions `(n, 3)` are sorted along the normal."""
    places = positions @ normal
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
    aside = positions - positions[0] - np.outer(places - places[0], normal)
    drift = float(np.linalg.norm(aside, axis=1).max())
    if drift > _DRIFT_MM:
        tilt = np.degrees(np.arctan2(np.linalg.norm(aside[-1]), places[-1] - places[0]))
        raise StudyError(
            "bad-geometry", f"Its slices are shifted against each other by {tilt:.1f} degrees (gantry tilt)."
        )
    # a step off the normal would be a shear, which no NIfTI or ITK image can hold
    return np.asarray(normal * (places[-1] - places[0]) / (len(places) - 1), dtype=np.float64)


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


def laid_on(expected: Grid, got: Grid, array: npt.NDArray[Any]) -> npt.NDArray[Any] | None:
    """Return `got`'s array with its axes in the order and sense of `expected`.

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
    begin = np.where(turn.sum(axis=1) < 0, shape - 1, 0)
    there, exact = expected.to_index(got.to_ras(corners)), corners @ turn.T + begin
    if np.abs(there - exact).max() >= 0.5:
        return None
    # axis a of the expected grid is axis axes[a] of the other; arrays count their axes from behind
    axes = np.abs(turn).argmax(axis=1)
    moved = array.transpose([2 - int(axes[a]) for a in (2, 1, 0)])
    turned: npt.NDArray[Any] = np.flip(moved, tuple(2 - a for a in range(3) if turn[a].sum() < 0))
    return turned
