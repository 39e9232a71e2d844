"""Flood fill: the connected region of one label, or of one brightness, around a voxel."""

import numpy as np
import SimpleITK as sitk  # noqa: N813

from fets_desktop.review.change import NOTHING, Change, slice_box
from fets_desktop.study.crop import Box
from fets_desktop.study.grid import FloatArray
from fets_desktop.study.volume import LabelArray, Mask

Voxel = tuple[int, int, int]
"""A voxel index (x, y, z)."""


def label_region(labels: LabelArray, seed: Voxel, value: int, axis: int | None = None) -> Change:
    """Fill the region of equal label around a voxel, face to face.

    Background that reaches the edge of the grid, or of the slice, is no region: its outline is open.

    Args:
        labels: `(z, y, x)`.
        seed: Where to begin.
        value: Label it paints; 0 erases.
        axis: Only in the slice across this array axis; None: through all of them.
    """
    box = _reach(seed, axis, labels.shape)
    if box.empty:
        return NOTHING
    z, y, x = seed[::-1]
    here = int(labels[z, y, x])
    mask = _connected(labels[box.slices], seed, box, here, here)
    if here == 0 and _reaches_edge(mask, axis):
        return NOTHING
    return Change.of(mask, value, box, axis or 0)


def alike_region(image: FloatArray, seed: Voxel, tolerance: float, value: int, axis: int | None = None) -> Change:
    """Fill the region around a voxel whose values differ from its own by at most `tolerance`, face to face.

    Args:
        image: `(z, y, x)` on the labels' grid.
        seed: Where to begin; nothing is filled if its value is not a number.
        tolerance: In the image's units.
        value: Label it paints; 0 erases.
        axis: Only in the slice across this array axis; None: through all of them.
    """
    box = _reach(seed, axis, image.shape)
    z, y, x = seed[::-1]
    if box.empty or not np.isfinite(image[z, y, x]):
        return NOTHING
    level = float(image[z, y, x])
    # float32 rounds what float64 bounds would exclude
    low, high = np.float32(level - tolerance), np.float32(level + tolerance)
    part = np.asarray(image[box.slices], dtype=np.float32)
    return Change.of(_connected(part, seed, box, float(low), float(high)), value, box, axis or 0)


def _reach(seed: Voxel, axis: int | None, shape: tuple[int, ...]) -> Box:
    z, y, x = shape
    at = seed[::-1]
    if not all(0 <= a < n for a, n in zip(at, (z, y, x), strict=True)):
        return Box((0, 0, 0), (0, 0, 0))
    return Box((0, 0, 0), (z, y, x)) if axis is None else slice_box(axis, at[axis], (z, y, x))


def _connected(part: LabelArray | FloatArray, seed: Voxel, box: Box, low: float, high: float) -> Mask:
    inside = [s - b for s, b in zip(seed, box.start[::-1], strict=True)]
    image = sitk.GetImageFromArray(np.ascontiguousarray(part))
    region = sitk.ConnectedThreshold(image, [inside], low, high, 1)
    return np.asarray(sitk.GetArrayViewFromImage(region) != 0, dtype=np.bool_)


def _reaches_edge(mask: Mask, axis: int | None) -> bool:
    return any(mask.take([0, -1], axis=d).any() for d in range(3) if d != axis)
