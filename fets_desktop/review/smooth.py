"""Smoothing of a label: its signed distance is blurred, and the surface taken where the volume stays.

Source: level sets smoothed by a Gaussian of their signed distance; blurring alone shrinks what is round and thin, so
as many voxels as the label had are taken, the deepest first.
"""

import numpy as np

from fets_desktop.imaging.late import late
from fets_desktop.review.between import signed_mm
from fets_desktop.review.change import NOTHING, Change, grown, slice_box
from fets_desktop.review.pieces import surroundings
from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import LabelArray, Mask

ndimage = late("scipy.ndimage")

_REACH = 3  # standard deviations


def smooth(
    labels: LabelArray, value: int, grid: Grid, sigma_mm: float, axis: int | None = None, index: int = 0
) -> Change:
    """Make the surface of a label smooth; it keeps its volume to the voxel, unless rules hold some back.

    What it gives up goes to what lies nearest, so that no gap opens between two labels.

    Args:
        labels: `(z, y, x)`.
        value: The label.
        grid: Where they stand.
        sigma_mm: Standard deviation of the blur; details finer than that go.
        axis: Only in one slice across this array axis; None: in 3-D.
        index: Which slice.
    """
    z, y, x = labels.shape
    limits = Box((0, 0, 0), (z, y, x)) if axis is None else slice_box(axis, index, (z, y, x))
    own = np.zeros(labels.shape, dtype=np.bool_)
    own[limits.slices] = labels[limits.slices] == value
    spacing = grid.spacing_mm[::-1]
    blur = [0.0 if d == axis else sigma_mm / spacing[d] for d in range(3)]
    dz, dy, dx = (int(np.ceil(_REACH * b)) for b in blur)
    box = grown(box_of(own), (dz, dy, dx), (z, y, x))
    if box_of(own).empty or sigma_mm <= 0:
        return NOTHING
    before = own[box.slices]
    after = _smoothed(before, spacing, blur, axis)
    part = labels[box.slices]
    values = np.where(after, np.uint8(value), surroundings(part, value, grid))
    return Change.of(after != before, values.astype(np.uint8), box, axis or 0)


def _smoothed(mask: Mask, spacing: tuple[float, float, float], blur: list[float], axis: int | None) -> Mask:
    flat = tuple(s for d, s in enumerate(spacing) if d != axis)
    depth = signed_mm(mask if axis is None else mask.squeeze(axis), flat)
    blurred = ndimage.gaussian_filter(depth, [b for d, b in enumerate(blur) if d != axis], truncate=_REACH)
    size = int(np.count_nonzero(mask))
    after = np.zeros(blurred.shape, dtype=np.bool_)
    after.reshape(-1)[np.argpartition(blurred.reshape(-1), -size)[-size:]] = True
    return after if axis is None else np.expand_dims(after, axis)


def median(
    labels: LabelArray, value: int, grid: Grid, radius_mm: float, axis: int | None = None, index: int = 0
) -> Change:
    """Make the surface of a label smooth by majority: a voxel is of the label if most within a radius are.

    Unlike `smooth` it does not keep the volume: specks and thin spikes go, notches are filled, flat faces stay.

    Args:
        labels: `(z, y, x)`.
        value: The label.
        grid: Where they stand.
        radius_mm: How far the neighbourhood reaches; at least one voxel along every axis.
        axis: Only in one slice across this array axis; None: in 3-D.
        index: Which slice.
    """
    z, y, x = labels.shape
    limits = Box((0, 0, 0), (z, y, x)) if axis is None else slice_box(axis, index, (z, y, x))
    own = np.zeros(labels.shape, dtype=np.bool_)
    own[limits.slices] = labels[limits.slices] == value
    if box_of(own).empty or radius_mm <= 0:
        return NOTHING
    spacing = grid.spacing_mm[::-1]
    reach = [0 if d == axis else max(round(radius_mm / spacing[d]), 1) for d in range(3)]
    box = grown(box_of(own), (reach[0], reach[1], reach[2]), (z, y, x))
    before = own[box.slices]
    after = np.asarray(ndimage.median_filter(before, footprint=_ball(reach), mode="nearest"), dtype=np.bool_)
    part = labels[box.slices]
    values = np.where(after, np.uint8(value), surroundings(part, value, grid))
    return Change.of(after != before, values.astype(np.uint8), box, axis or 0)


def _ball(reach: list[int]) -> Mask:
    """Return an ellipsoid with so many voxels from its middle to its rim along each axis."""
    axes = np.ogrid[tuple(slice(-r, r + 1) for r in reach)]
    far = sum((a / max(r, 1)) ** 2 for a, r in zip(axes, reach, strict=True))
    return np.asarray(far <= 1.0 + 1e-9, dtype=np.bool_)
