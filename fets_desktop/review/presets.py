"""Presets of window and level: named ways to look at a contrast, each taken from the values of the image itself."""

from enum import StrEnum

import numpy as np

from fets_desktop.review.display import Window, auto_window
from fets_desktop.study.grid import FloatArray


class Preset(StrEnum):
    """A way to look at a contrast."""

    AUTO = "auto"
    TISSUE = "tissue"
    BRIGHT = "bright"
    FULL = "full"


_PERCENTILES = {Preset.TISSUE: (10.0, 92.0), Preset.BRIGHT: (50.0, 99.9), Preset.FULL: (0.0, 100.0)}
"""Values shown black and white: percentiles of what is not zero. Tissue spreads grey and white matter, bright spreads
what is brighter than most of the brain, full leaves nothing out."""


def preset_window(array: FloatArray, preset: Preset) -> Window:
    """Return the window of a preset for a `(z, y, x)` image; zeros and what is no number do not count."""
    if preset is Preset.AUTO:
        return auto_window(array)
    sample = array[::2, ::2, ::2]
    values = sample[(sample != 0) & np.isfinite(sample)]
    if values.size == 0:
        return Window(1.0, 0.5)
    low, high = (float(value) for value in np.percentile(values, _PERCENTILES[preset]))
    width = max(high - low, 1e-6)
    return Window(width, low + width / 2)
