"""Polygons and lassos: the voxels of one slice that a closed line runs around."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from fets_desktop.review.brush import Point
from fets_desktop.review.change import NOTHING, Change, slice_box
from fets_desktop.study.crop import Box
from fets_desktop.study.volume import Mask


def polygon(corners: Sequence[Point], axis: int, value: int, shape: tuple[int, int, int]) -> Change:
    """Return the voxels whose centres lie inside a closed line, in the slice of its first corner.

    Where the line crosses itself, what it runs around twice is outside (the even-odd rule).

    Args:
        corners: Continuous voxel indices (x, y, z); the last is joined to the first.
        axis: Array axis across the slice.
        value: Label it paints; 0 erases.
        shape: The grid's.
    """
    if len(corners) < 3:
        return NOTHING
    level = round(corners[0][2 - axis])
    box = slice_box(axis, level, shape).clipped(shape)
    rows, columns = (d for d in range(3) if d != axis)
    line = np.array([(corner[2 - rows], corner[2 - columns]) for corner in corners], dtype=np.float64)
    box = _around(line, box, rows, columns, shape)
    if box.empty:
        return NOTHING
    origin = np.array([box.start[rows], box.start[columns]])
    flat = _inside(line - origin, box.shape[rows], box.shape[columns])
    return Change.of(np.expand_dims(flat, axis), value, box, axis)


def _around(line: npt.NDArray[np.float64], box: Box, rows: int, columns: int, shape: tuple[int, int, int]) -> Box:
    """Return the part of a slice's box that the line can reach."""
    low, high = np.floor(line.min(axis=0)).astype(int), np.ceil(line.max(axis=0)).astype(int)
    start, stop = list(box.start), list(box.stop)
    for n, d in enumerate((rows, columns)):
        start[d], stop[d] = int(low[n]), int(high[n]) + 1
    return Box((start[0], start[1], start[2]), (stop[0], stop[1], stop[2])).clipped(shape)


def _inside(line: npt.NDArray[np.float64], height: int, width: int) -> Mask:
    """Return where `(row, column)` lies inside a closed line of `(n, 2)` corners.

    Each edge turns over all voxels to the right of it; a whole row is done at once.
    """
    turned = np.zeros((height, width + 1), dtype=np.int32)
    for (r0, c0), (r1, c1) in pairwise([*line, line[0]]):
        if r0 == r1:
            continue
        first, last = np.ceil(min(r0, r1)), np.ceil(max(r0, r1))  # half open: a corner is crossed once
        reached = np.arange(max(int(first), 0), min(int(last), height))
        at = c0 + (reached - r0) * (c1 - c0) / (r1 - r0)
        turned[reached, np.clip(np.ceil(at), 0, width).astype(np.intp)] += 1
    return np.asarray(np.cumsum(turned[:, :width], axis=1) % 2 == 1, dtype=np.bool_)
