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
    """Return a crop `(z, y, x)` scaled, zero where it does not count; zeros if nothing varies.

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
    if how.clip:
        low, high = np.percentile(values, how.clip)
        values = values.clip(low, high)
    values = _on_scale(values, how)
    out[inside] = values.clip(how.limits[0], how.limits[1]) if how.limits else values
    return out


def _on_scale(values: npt.NDArray[np.float64], how: Scaling) -> npt.NDArray[np.float64]:
    if how.scale == "none":
        return values
    if how.scale == "unit":
        low, high = float(values.min()), float(values.max())
        return (values - low) / (high - low) if high > low else values * 0
    counted = values[_counted(values, how)]
    spread = float(counted.std()) if counted.size else 0.0
    return (values - float(counted.mean())) / spread if spread > 0 else values * 0


def _counted(values: npt.NDArray[np.float64], how: Scaling) -> Mask:
    """Return which values count for mean and deviation."""
    counted = np.ones(values.shape, dtype=np.bool_)
    if how.trim:
        low, high = np.percentile(values, how.trim)
        counted &= (values >= low) & (values <= high)
    if how.trim_deviations:
        counted &= np.abs(values - values.mean()) <= how.trim_deviations * values.std()
    return counted
