"""The intensities of one contrast, scaled as a network's card wants them."""

from typing import Any

import numpy as np
import numpy.typing as npt

from fets_desktop.study.crop import zscore
from fets_desktop.study.feeding import Scaling
from fets_desktop.study.volume import Mask

Floats = npt.NDArray[np.float32]
USUAL = Scaling()


def scaled(crop: npt.NDArray[np.floating[Any]], how: Scaling, brain: Mask) -> Floats:
    """Return a crop `(z, y, x)` scaled, and where it does not count what its card says; zeros if nothing varies.

    Args:
        crop: Of one contrast.
        how: What its card says.
        brain: `(z, y, x)`: where any contrast is not zero, its holes filled.
    """
    if how == USUAL:
        return zscore(crop)
    inside = {"non-zero": crop != 0, "brain": brain, "all": np.ones(crop.shape, dtype=np.bool_)}[how.over]
    values = crop[inside].astype(np.float64)
    out = np.zeros(crop.shape, dtype=np.float32)
    if not values.size or values.min() == values.max():
        return out
    outside = np.zeros(1)
    if how.clip:
        low, high = np.percentile(values, how.clip)
        values, outside = values.clip(low, high), outside.clip(low, high)
    zero, one = _scale(values, how)
    if one <= 0:
        return out
    low, high = how.limits or (-np.inf, np.inf)
    if how.outside == "same":
        out[:] = ((outside - zero) / one).clip(low, high)
    out[inside] = ((values - zero) / one).clip(low, high)
    return out


def _scale(values: npt.NDArray[np.float64], how: Scaling) -> tuple[float, float]:
    """Return what becomes 0, and how far above it lies what becomes 1; nothing above it if nothing varies."""
    if how.scale == "none":
        return 0.0, 1.0
    if how.scale == "unit":
        return float(values.min()), float(values.max() - values.min())
    counted = values[_counted(values, how)]
    return (float(counted.mean()), float(counted.std())) if counted.size else (0.0, 0.0)


def _counted(values: npt.NDArray[np.float64], how: Scaling) -> Mask:
    """Return which values count for mean and deviation."""
    counted = np.ones(values.shape, dtype=np.bool_)
    if how.trim:
        low, high = np.percentile(values, how.trim)
        counted &= (values >= low) & (values <= high)
    if how.trim_deviations:
        counted &= np.abs(values - values.mean()) <= how.trim_deviations * values.std()
    return counted
