"""Numbers that tell a person how well images lie on one another, and how a case grades by them."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from fets_desktop.study.finding import Grade

Float32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]


def foreground(array: Float32) -> Mask:
    """Return the patient in an image with air around.

    The largest connected part above a third of the image's typical brightness, holes filled slice by slice.
    """
    positive = array[array > 0]
    if positive.size == 0:
        return np.zeros(array.shape, dtype=np.bool_)
    bright = array > 0.33 * float(np.median(positive[positive >= positive.mean()]))
    parts, count = ndimage.label(ndimage.binary_opening(bright))
    if count == 0:
        return np.asarray(bright, dtype=np.bool_)
    sizes = np.bincount(parts.ravel())
    sizes[0] = 0
    largest = parts == int(sizes.argmax())
    return _filled(ndimage.binary_closing(largest, iterations=2))


def _filled(mask: Mask) -> Mask:
    """Fill the holes of each slice: what is not reached from its edges. All slices at once are ten times as quick."""
    within_slices = np.zeros((3, 3, 3), dtype=np.bool_)
    within_slices[1] = ndimage.generate_binary_structure(2, 1)
    parts, count = ndimage.label(~mask, within_slices)
    outside = np.zeros(count + 1, dtype=np.bool_)
    for edge in (parts[:, 0], parts[:, -1], parts[:, :, 0], parts[:, :, -1]):
        outside[edge.ravel()] = True
    return np.asarray(mask | ~outside[parts], dtype=np.bool_)


def overlap(one: Mask, other: Mask) -> float:
    """Return the Dice overlap of two masks; 0 where one is empty."""
    total = int(one.sum()) + int(other.sum())
    return 2.0 * int((one & other).sum()) / total if total else 0.0


def worst(grades: Iterable[Grade]) -> Grade:
    """Return the worst of some grades."""
    order = (Grade.OK, Grade.LOOK, Grade.BAD)
    return max(grades, key=order.index, default=Grade.OK)


def graded(value: float, look: float, bad: float) -> Grade:
    """Grade a number of which more is better: below `look` a person should look, below `bad` it is bad."""
    if value < bad:
        return Grade.BAD
    return Grade.LOOK if value < look else Grade.OK
