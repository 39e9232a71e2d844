"""Morphological interpolation: the median of two shapes, halved again and again until every slice between has one.

Source: Albu, Beugeling and Laurendeau 2008, "A morphology-based approach for interslice interpolation of anatomical
slices" (IEEE TMI 27:2022), as ITK's MorphologicalContourInterpolator; the median set of Serra 1998.
"""

import numpy as np

from fets_desktop.imaging.late import late
from fets_desktop.study.volume import Mask

ndimage = late("scipy.ndimage")

_FLAT = (
    ndimage.generate_binary_structure(2, 1),
    ndimage.generate_binary_structure(2, 2),
)
"""Crosses and squares by turns grow a shape as an octagon does."""


def halved(first: Mask, last: Mask, steps: int) -> list[Mask]:
    """Return the `steps - 1` shapes between two of one slice each, `(row, column)`; the last ones lie on each other.

    Shapes that do not touch are brought onto one middle first.
    """
    if steps < 2:
        return []
    half = steps // 2
    middle = median_shape(first, last)
    return [*halved(first, middle, half), middle, *halved(middle, last, steps - half)]


def median_shape(one: Mask, other: Mask) -> Mask:
    """Return the shape as near to one as to the other: what both share grows inside their union, and meets half-way."""
    way = np.subtract(_middle(other), _middle(one))
    if not (one & other).any():
        one, other = _moved(one, way / 2), _moved(other, -way / 2)
    shared, union = one & other, one | other
    if not shared.any():
        return one if np.count_nonzero(one) else other
    median = shared.copy()
    grown, left, turn = shared.copy(), union.copy(), 0
    while True:
        # the median set: where n growths of what is shared meet n shrinkings of the union
        grown = ndimage.binary_dilation(grown, _FLAT[turn % 2], mask=union)
        left = ndimage.binary_erosion(left, _FLAT[turn % 2], border_value=0)
        new = grown & left
        turn += 1
        if not (new & ~median).any():
            return np.asarray(median, dtype=np.bool_)
        median |= new


def _middle(mask: Mask) -> tuple[float, float]:
    row, column = ndimage.center_of_mass(mask)
    return float(row), float(column)


def _moved(mask: Mask, way: np.ndarray) -> Mask:
    moved = ndimage.shift(mask.astype(np.float32), way, order=1, mode="constant")
    return np.asarray(moved > 0.5, dtype=np.bool_)
