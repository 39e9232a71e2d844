"""Numbers about one image and one mask: noise, a head cut by the field of view, unlike halves, a tumour that is cut."""

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from fets_desktop.preprocess.quality import foreground
from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.volume import Mask

LOOK_SIGNAL_TO_NOISE, BAD_SIGNAL_TO_NOISE = 8.0, 4.0
"""The native patient's four series have 25 to 29."""

LOOK_UNLIKE_HALVES = 0.12
"""22 labelled patients with tumours have 0.003 to 0.071."""

SIDES = {"top": (0, -1), "front": (1, 0), "back": (1, -1), "right": (2, 0), "left": (2, -1)}
"""Faces of an upright LPS array; the neck always leaves it at the feet."""

_NOISE = np.array([[1.0, -2.0, 1.0], [-2.0, 4.0, -2.0], [1.0, -2.0, 1.0]])
_NOISE_GAIN = 6.0
_MAD = 1.4826
_EDGE = 3
_BRIGHT = 3.0
_RIM_MM = 4
_DEEP_MM = 2
_MIDDLE = 120

Float32 = npt.NDArray[np.float32]


def signal_to_noise(array: Float32) -> float:
    """Return the head's typical brightness over the noise; 0 where there is no head.

    Args:
        array: `(z, y, x)`, slices along z.

    Source: Immerkaer 1996, the mask that no smooth structure answers; its median spread, so that edges do not count.
    """
    head = foreground(array)
    core = ndimage.binary_erosion(head, iterations=2)
    if not core.any():
        # two slices of 18 mm are a quarter of a head: few slices are looked at each for itself
        core = np.stack([ndimage.binary_erosion(cut, iterations=2) for cut in head])
    if not core.any():
        return 0.0
    answer = np.stack([ndimage.convolve(cut, _NOISE, mode="nearest") for cut in array])
    noise = _MAD * float(np.median(np.abs(answer[core]))) / _NOISE_GAIN
    return float(np.median(array[core])) / max(noise, 1e-6)


def cut_by_field_cm2(array: Float32, step_mm: float) -> dict[str, float]:
    """Return on how many cm2 of each side of the field of view the head goes on beyond it.

    Args:
        array: `(z, y, x)` upright LPS, cubes of `step_mm`.
        step_mm: Their edge.
    """
    inside = foreground(np.pad(array, _EDGE, mode="edge"))[_EDGE:-_EDGE, _EDGE:-_EDGE, _EDGE:-_EDGE]
    return {side: float(inside.take(end, axis).sum()) * step_mm**2 / 100.0 for side, (axis, end) in SIDES.items()}


def unlike_halves(brain: Mask) -> float:
    """Return by which share of their mean the halves of a brain `(155, 240, 240)` differ, cut at the atlas's middle."""
    right, left = int(brain[:, :, :_MIDDLE].sum()), int(brain[:, :, _MIDDLE:].sum())
    return 2.0 * abs(right - left) / max(right + left, 1)


def tumour_cut_ml(flair: Float32, brain: Mask) -> float:
    """Return how much bright tissue goes on beyond the mask's edge from bright tissue within: a tumour that is cut.

    Outside a brain lie fluid and bone, dark in FLAIR. What is bright on both sides of the edge, and for at
    least 4 mm inwards, was cut by the mask.

    Args:
        flair: The head with skull on a 1 mm grid.
        brain: The mask `(z, y, x)`.
    """
    if not brain.any():
        return 0.0
    # three quarters of the grid are air
    (z0, y0, x0), (z1, y1, x1) = box_of(brain).start, box_of(brain).stop
    rim = _RIM_MM + 1
    wide = Box((z0 - rim, y0 - rim, x0 - rim), (z1 + rim, y1 + rim, x1 + rim))
    around = wide.clipped((brain.shape[0], brain.shape[1], brain.shape[2])).slices
    flair, brain = flair[around], brain[around]
    near = ndimage.binary_dilation(brain, iterations=_RIM_MM)
    inside = flair[brain]
    usual = float(np.median(inside))
    spread = _MAD * float(np.median(np.abs(inside - usual)))
    bright = (flair > usual + _BRIGHT * max(spread, 1e-6)) & near
    core = ndimage.binary_opening(bright & brain, iterations=_DEEP_MM)
    reached = ndimage.binary_opening(ndimage.binary_propagation(core, mask=bright))
    return float((reached & near & ~brain).sum()) / 1000.0
