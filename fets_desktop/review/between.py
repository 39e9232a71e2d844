"""Interpolation: slices between two that are drawn get the shape between the two.

Source: shape-based interpolation by signed distances (Raya and Udupa 1990), the shapes first brought onto one centre,
so that what wanders from slice to slice is followed.
"""

from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from fets_desktop.review.change import NOTHING, Change
from fets_desktop.study.crop import box_of
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import LabelArray, Mask

_Plane = npt.NDArray[np.float32]
Spacing = tuple[float, float]
LONGEST = 20
"""A longer gap, in slices, lies between two lesions rather than inside one."""


def interpolate(labels: LabelArray, value: int, axis: int, grid: Grid, longest: int = LONGEST) -> Change:
    """Fill the empty slices between drawn ones of a label.

    Args:
        labels: `(z, y, x)`.
        value: The label.
        axis: Array axis across the slices.
        grid: Where they stand.
        longest: Gaps of more slices are left alone.
    """
    own = np.moveaxis(labels == value, axis, 0)
    drawn = np.flatnonzero(own.any(axis=(1, 2)))
    gaps = [(a, b) for a, b in pairwise(drawn.tolist()) if 1 < b - a <= longest + 1]
    if not gaps:
        return NOTHING
    box = box_of(own)
    rows, columns = box.slices[1:]
    spacing = [s for d, s in enumerate(grid.spacing_mm[::-1]) if d != axis]
    filled = np.zeros(own.shape, dtype=np.bool_)
    for a, b in gaps:
        first, last = own[a, rows, columns], own[b, rows, columns]
        for number, shape in enumerate(_between(first, last, b - a, (spacing[0], spacing[1])), a + 1):
            filled[number, rows, columns] = shape
    return Change.of(np.moveaxis(filled, 0, axis), value, None, axis)


def _between(first: Mask, last: Mask, steps: int, spacing: Spacing) -> list[Mask]:
    """Return the `steps - 1` shapes between two of one slice each, `(row, column)`."""
    ends = [(signed_mm(shape, spacing), ndimage.center_of_mass(shape)) for shape in (first, last)]
    (from_mm, (r0, c0)), (to_mm, (r1, c1)) = ends
    shapes = []
    for step in range(1, steps):
        share = step / steps
        way = ((r1 - r0), (c1 - c0))
        forward = _moved(from_mm, (share * way[0], share * way[1]))
        backward = _moved(to_mm, ((share - 1) * way[0], (share - 1) * way[1]))
        shapes.append(np.asarray((1 - share) * forward + share * backward > 0, dtype=np.bool_))
    return shapes


def signed_mm(mask: Mask, spacing: tuple[float, ...]) -> npt.NDArray[np.float32]:
    """Return how deep every voxel lies inside a mask, in mm to its edge; outside, less than 0.

    Args:
        mask: Of any dimension; beyond its rim nothing is.
        spacing: Voxel edges along its axes, mm.
    """
    padded = np.pad(mask, 1)
    inside = ndimage.distance_transform_edt(padded, sampling=spacing)
    outside = ndimage.distance_transform_edt(~padded, sampling=spacing)
    half = min(spacing) / 2  # the edge runs between two voxel centres
    depth = np.where(padded, inside - half, half - outside)
    core = tuple(slice(1, -1) for _ in range(mask.ndim))
    return np.asarray(depth[core], dtype=np.float32)


def _moved(depth_mm: _Plane, way: tuple[float, float]) -> _Plane:
    if not any(way):
        return depth_mm
    moved = ndimage.shift(depth_mm, way, order=1, mode="nearest")
    return np.asarray(moved, dtype=np.float32)
