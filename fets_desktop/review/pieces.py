"""Holes and islands of a label: pockets filled, the largest piece kept, small or chosen pieces taken away.

What is taken from a label goes to what lies nearest to it: an island inside oedema becomes oedema, one that stands
alone becomes background.
"""

import numpy as np
import numpy.typing as npt

from fets_desktop.imaging.late import late
from fets_desktop.review.change import NOTHING, Change, grown, slice_box
from fets_desktop.review.flood import Voxel
from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import LabelArray, Mask

ndimage = late("scipy.ndimage")

_TOUCHING = np.ones((3, 3, 3), dtype=np.bool_)  # as the check-list counts islands
_MARGIN = (1, 1, 1)
Pieces = npt.NDArray[np.int32]


def surroundings(part: LabelArray, value: int, grid: Grid) -> LabelArray:
    """Return for every voxel the nearest label other than `value`, in mm; background if there is no other."""
    own = part == value
    if own.all():
        return np.zeros_like(part)
    nearest = ndimage.distance_transform_edt(
        own, sampling=grid.spacing_mm[::-1], return_distances=False, return_indices=True
    )
    return np.asarray(part[tuple(nearest)], dtype=np.uint8)


def fill_holes(labels: LabelArray, value: int, axis: int | None = None, index: int = 0) -> Change:
    """Fill unlabelled pockets that labels enclose and that touch label `value`, with it.

    Necrosis inside enhancing tumour is no hole.

    Args:
        labels: `(z, y, x)`.
        value: The label.
        axis: Only in one slice across this array axis; None: pockets closed in 3-D.
        index: Which slice.
    """
    limits = _limits(labels.shape, axis, index)
    inner = box_of(labels[limits.slices])
    if inner.empty:
        return NOTHING
    part = labels[limits.slices][inner.slices]
    margin = [(int(d != axis), int(d != axis)) for d in range(3)]
    pieces, count = ndimage.label(np.pad(part == 0, margin, constant_values=True))
    hole = np.ones(count + 1, dtype=np.bool_)
    hole[0] = False
    # the padding is one piece, and the outside
    hole[pieces.reshape(-1)[0]] = False
    touching = ndimage.binary_dilation(np.pad(part == value, margin))
    near = np.zeros(count + 1, dtype=np.bool_)
    near[np.unique(pieces[touching])] = True
    core = tuple(slice(a, n - b) for (a, b), n in zip(margin, pieces.shape, strict=True))
    return Change.of((hole & near)[pieces][core], value, _placed(inner, limits), axis or 0)


def keep_largest(labels: LabelArray, value: int, grid: Grid) -> Change:
    """Take all pieces of a label away but its largest."""
    box, pieces, sizes = _pieces(labels, value)
    gone = np.ones(sizes.size, dtype=np.bool_)
    gone[0] = False
    if sizes.size > 1:
        gone[1 + int(np.argmax(sizes[1:]))] = False
    return _taken(labels, value, grid, box, gone[pieces])


def remove_small(labels: LabelArray, value: int, grid: Grid, least_ml: float) -> Change:
    """Take the pieces of a label away that are smaller than `least_ml`, in cm3."""
    box, pieces, sizes = _pieces(labels, value)
    gone = sizes * grid.voxel_ml < least_ml
    gone[0] = False
    return _taken(labels, value, grid, box, gone[pieces])


def remove_piece(labels: LabelArray, seed: Voxel, grid: Grid) -> Change:
    """Take the piece of a label under a voxel away; nothing on background."""
    value, box, pieces, number = _piece_at(labels, seed)
    return _taken(labels, value, grid, box, pieces == number) if value else NOTHING


def keep_piece(labels: LabelArray, seed: Voxel, grid: Grid) -> Change:
    """Take all pieces of a label away but the one under a voxel; nothing on background."""
    value, box, pieces, number = _piece_at(labels, seed)
    return _taken(labels, value, grid, box, (pieces != 0) & (pieces != number)) if value else NOTHING


def region_around(labels: LabelArray, seed: Voxel, whole: bool = False) -> tuple[Box, Mask]:
    """Return the connected region under a voxel, as a box and a mask of its shape; an empty box on background.

    Args:
        labels: `(z, y, x)`.
        seed: The voxel.
        whole: Every label counts as one; else only the label under the voxel.
    """
    counted = np.asarray(labels != 0, dtype=np.uint8) if whole else labels
    value, box, pieces, number = _piece_at(counted, seed)
    if not value:
        return NOTHING.box, NOTHING.mask
    trimmed = Change.of(pieces == number, value, box)
    return trimmed.box, trimmed.mask


def _pieces(labels: LabelArray, value: int) -> tuple[Box, Pieces, npt.NDArray[np.intp]]:
    box = box_of(labels == value)
    pieces, _ = ndimage.label(labels[box.slices] == value, structure=_TOUCHING)
    return box, np.asarray(pieces, dtype=np.int32), np.bincount(pieces.reshape(-1), minlength=1)


def _piece_at(labels: LabelArray, seed: Voxel) -> tuple[int, Box, Pieces, int]:
    z, y, x = seed[::-1]
    value = int(labels[z, y, x]) if all(0 <= a < n for a, n in zip((z, y, x), labels.shape, strict=True)) else 0
    box, pieces, _ = _pieces(labels, value)
    if not value:
        return 0, box, pieces, 0
    dz, dy, dx = box.start
    return value, box, pieces, int(pieces[z - dz, y - dy, x - dx])


def _taken(labels: LabelArray, value: int, grid: Grid, box: Box, gone: Mask) -> Change:
    if not gone.any():
        return NOTHING
    z, y, x = labels.shape
    around = grown(box, _MARGIN, (z, y, x))
    inside = tuple(slice(a - b, c - b) for a, b, c in zip(box.start, around.start, box.stop, strict=True))
    whole = np.zeros(around.shape, dtype=np.bool_)
    whole[inside] = gone
    return Change.of(whole, surroundings(labels[around.slices], value, grid), around)


def _limits(shape: tuple[int, ...], axis: int | None, index: int) -> Box:
    z, y, x = shape
    return Box((0, 0, 0), (z, y, x)) if axis is None else slice_box(axis, index, (z, y, x))


def _placed(inner: Box, outer: Box) -> Box:
    z0, y0, x0 = (a + b for a, b in zip(inner.start, outer.start, strict=True))
    z1, y1, x1 = (a + b for a, b in zip(inner.stop, outer.start, strict=True))
    return Box((z0, y0, x0), (z1, y1, x1))
