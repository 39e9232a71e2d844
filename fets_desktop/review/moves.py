"""Labels moved as they are: two swapped, a slice copied, a region taken from another label map."""

import numpy as np

from fets_desktop.review.change import NOTHING, Change, slice_box
from fets_desktop.review.flood import Voxel
from fets_desktop.review.pieces import region_around
from fets_desktop.study.labels import LabelScheme, convert_labels
from fets_desktop.study.volume import LabelArray, LabelMap


def swap(labels: LabelArray, one: int, other: int) -> Change:
    """Let two labels change places."""
    table = np.arange(256, dtype=np.uint8)
    table[one], table[other] = other, one
    return Change.of((labels == one) | (labels == other), table[labels])


def copy_slice(labels: LabelArray, axis: int, source: int, target: int, value: int | None = None) -> Change:
    """Copy the labels of one slice onto another.

    Args:
        labels: `(z, y, x)`.
        axis: Array axis across the slices.
        source: The slice copied.
        target: The slice that takes it.
        value: Only this label is added; None: the whole slice becomes equal, background too.
    """
    z, y, x = labels.shape
    if not (0 <= source < labels.shape[axis] and 0 <= target < labels.shape[axis]):
        return NOTHING
    there, box = slice_box(axis, source, (z, y, x)), slice_box(axis, target, (z, y, x))
    taken = labels[there.slices]
    if value is not None:
        return Change.of((taken == value) & (labels[box.slices] != value), value, box, axis)
    return Change.of(taken != labels[box.slices], taken, box, axis)


def take_region(labels: LabelArray, candidate: LabelMap, seed: Voxel, scheme: LabelScheme, whole: bool) -> Change:
    """Take the connected region under a voxel from another label map on the same grid.

    Args:
        labels: `(z, y, x)`.
        candidate: Where from; in any scheme.
        seed: The voxel; on the candidate's background there is nothing to take.
        scheme: Of `labels`.
        whole: Every label of the connected tumour; else only the one under the voxel.

    Raises:
        ValueError: If the grids differ, or a label of the candidate has no place in `scheme`.
    """
    if candidate.array.shape != labels.shape:
        raise ValueError("the candidate stands on another grid")
    box, region = region_around(candidate.array, seed, whole)
    if box.empty:
        return NOTHING
    part = np.where(region, candidate.array[box.slices], 0).astype(np.uint8)
    values = convert_labels(part, candidate.scheme, scheme)
    return Change.of(region & (values != labels[box.slices]), values, box)
