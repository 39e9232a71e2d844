"""The cortex of the atlas made that of one person: it reaches the brain's outline, and is as bright there as deeper.

The atlas is the mean of 24 heads, whose cortex ends in 24 places: towards its outline it fades into water, and of its
outermost 1.5 mm half would be water in a phantom. Within the brain masks of 23 patients 0 to 31 % are, median 10 %
(docs/recipe.md). Both steps here undo what averaging did, by what patients have; no network had a say in it.
"""

import numpy as np
from scipy import ndimage

from fets_desktop.phantom.smooth import Float32, ramp

_DRAWN_MM, _STILL_MM = 1.2, 20.0
_FADED_MM = 10.0
_GREY_LEVEL = 0.70
_USUAL_LEVEL = 0.62
"""Mean of cortex and sulci, nothing counted brighter than cortex: the atlas's own 6 mm deep is 0.57 to 0.68."""
_LAYER_MM = 1.5
_AROUND_MM = 6.0
_MOST_GAIN = 3.0
_COARSE = 2  # voxels: what is smooth over 6 mm need not be known on each


def reach_outline(level: Float32, depth_mm: Float32) -> Float32:
    """Return the brain with a cortex that ends where its outline is; what is deeper than 20 mm stays as it was.

    Args:
        level: T1 brightness `(z, y, x)` at 1 mm, white matter 1.
        depth_mm: Distance to the outline within the brain, 0 outside.
    """
    return _brightened(_drawn_out(level, depth_mm), depth_mm)


def _drawn_out(level: Float32, depth_mm: Float32) -> Float32:
    """Return the tissue drawn towards the outline: most at it, where the atlas has next to nothing, and less deeper."""
    shell = np.nonzero((depth_mm > 0) & (depth_mm < _STILL_MM))
    even = ndimage.gaussian_filter(depth_mm, 1.0)
    inwards = np.stack([np.asarray(np.gradient(even, axis=axis))[shell] for axis in range(3)])
    inwards /= np.linalg.norm(inwards, axis=0).clip(1e-3)
    deeper = np.float32(_DRAWN_MM) * (1 - depth_mm[shell] / np.float32(_STILL_MM)) ** 2
    drawn = level.copy()
    drawn[shell] = ndimage.map_coordinates(level, np.stack(shell) + deeper * inwards, order=1)
    return drawn


def _brightened(level: Float32, depth_mm: Float32) -> Float32:
    """Return tissue that is, on the mean around, as bright as cortex and sulci are together; none above grey matter."""
    shell = np.nonzero((depth_mm > 0) & (depth_mm < _FADED_MM))
    before, depth = level[shell], depth_mm[shell]
    where = np.stack([depth / _LAYER_MM - 0.5, *(axis / _COARSE for axis in shell)])
    around = ndimage.map_coordinates(_layers(level, depth_mm), where, order=1, mode="nearest")
    gain = np.clip(np.float32(_USUAL_LEVEL) / around, 1, _MOST_GAIN)
    gain = 1 + (gain - 1) * ramp(depth, _FADED_MM, 0.6 * _FADED_MM)
    bright = level.copy()
    bright[shell] = np.maximum(before, np.minimum(before * gain, _GREY_LEVEL))
    return bright


def _layers(level: Float32, depth_mm: Float32) -> Float32:
    """Return for each layer of depth how bright it is on the mean of some mm around, `(layer, z, y, x)`, coarsely."""
    coarse = (slice(None, None, _COARSE),) * 3
    depth, grey = depth_mm[coarse], np.minimum(level[coarse], _GREY_LEVEL)
    layers = []
    for number in range(int(_FADED_MM / _LAYER_MM) + 2):
        share = np.where(depth > 0, 1 - abs(depth / _LAYER_MM - 0.5 - number), 0).clip(0).astype(np.float32)
        total, count = (
            ndimage.gaussian_filter(part, _AROUND_MM / _COARSE, truncate=3.0) for part in (share * grey, share)
        )
        layers.append(total / count.clip(1e-4))
    return np.stack(layers).clip(0.05)
