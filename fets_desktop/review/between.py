"""Interpolation: slices between two that are drawn get the shape between the two.

Source: shape-based interpolation by signed distances (Raya and Udupa 1990), the shapes first brought onto one centre,
so that what wanders from slice to slice is followed.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from fets_desktop.imaging.late import late
from fets_desktop.review.change import NOTHING, Change
from fets_desktop.review.medians import halved
from fets_desktop.study.crop import box_of
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import LabelArray, Mask

ndimage = late("scipy.ndimage")

_Plane = npt.NDArray[np.float32]
_Pieces = npt.NDArray[np.int32]
_Pair = tuple[set[int], set[int]]
Spacing = tuple[float, float]
_CORNERS = np.ones((3, 3), dtype=np.bool_)
_ASTRAY = 1.5
"""Shapes that do not overlap belong together if their middles are this many times their radii apart."""
LONGEST = 20
"""A longer gap, in slices, lies between two lesions rather than inside one."""


def interpolate(
    labels: LabelArray, value: int, axis: int, grid: Grid, longest: int = LONGEST, *, morphological: bool = False
) -> Change:
    """Fill the slices between drawn ones of a label, lesion by lesion.

    A piece of a slice that does not go on in the next one is joined to the nearest slice that has one like it: over
    it, or not far beside it. What another lesion does in between does not matter.

    Args:
        labels: `(z, y, x)`.
        value: The label.
        axis: Array axis across the slices.
        grid: Where they stand.
        longest: Gaps of more slices are left alone.
        morphological: Whether the shapes between are medians found by growing and shrinking, in voxels, instead of
            zero levels of mixed distances: branches and thin parts stay, but surfaces come in steps.
    """
    own = np.moveaxis(labels == value, axis, 0)
    box = box_of(own)
    part, filled = own[box.slices], np.zeros(own.shape, dtype=np.bool_)
    spacing = [s for d, s in enumerate(grid.spacing_mm[::-1]) if d != axis]
    for first, last, shapes in _gaps(part, longest):
        steps = last - first
        between = halved(*shapes, steps) if morphological else _between(*shapes, steps, (spacing[0], spacing[1]))
        for number, shape in enumerate(between, box.start[0] + first + 1):
            filled[number, box.slices[1], box.slices[2]] |= shape
    filled &= ~own
    return Change.of(np.moveaxis(filled, 0, axis), value, None, axis) if filled.any() else NOTHING


def _gaps(own: Mask, longest: int) -> Iterator[tuple[int, int, tuple[Mask, Mask]]]:
    """Yield the slices at both ends of every gap, and the shapes that belong together there."""
    pieces = [np.asarray(ndimage.label(plane, _CORNERS)[0], dtype=np.int32) for plane in own]
    ends = [_loose(now, own[n + 1]) for n, now in enumerate(pieces[:-1])]
    begins = [set(), *(_loose(now, own[n]) for n, now in enumerate(pieces[1:]))] if pieces else []
    for first, loose in enumerate(ends):
        pairs: dict[int, list[_Pair]] = {}
        for piece in loose:
            shape = pieces[first] == piece
            for last in range(first + 2, min(first + longest + 2, len(pieces))):
                partners = {other for other in begins[last] if _near(shape, pieces[last] == other)}
                if partners:
                    _join(pairs.setdefault(last, []), ({piece}, partners))
                    break
        for last, joined in pairs.items():
            for here, there in joined:
                yield first, last, (np.isin(pieces[first], list(here)), np.isin(pieces[last], list(there)))


def _loose(pieces: _Pieces, beside: Mask) -> set[int]:
    """Return the pieces of a slice that nothing in the slice beside it touches."""
    return set(np.unique(pieces).tolist()) - set(np.unique(pieces[beside]).tolist()) - {0}


def _near(one: Mask, other: Mask) -> bool:
    """Tell whether two shapes can be one lesion in two slices: they overlap, or lie not far from one another."""
    if (one & other).any():
        return True
    way = np.subtract(ndimage.center_of_mass(one), ndimage.center_of_mass(other))
    radii = sum(float(np.sqrt(np.count_nonzero(shape) / np.pi)) for shape in (one, other))
    return float(np.hypot(*way)) <= _ASTRAY * radii


def _join(pairs: list[_Pair], new: _Pair) -> None:
    """Add pieces that belong together; a lesion that splits in two, or two that meet, are one."""
    here, there = set(new[0]), set(new[1])
    for pair in [pair for pair in pairs if pair[0] & here or pair[1] & there]:
        pairs.remove(pair)
        here, there = here | pair[0], there | pair[1]
    pairs.append((here, there))


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
