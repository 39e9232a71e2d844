"""What took up contrast agent: T1Gd minus T1, brought to one brightness first.

Source: subtraction maps of contrast enhancement (Ellingson et al. 2014, Radiology 271:200). Most of a brain takes up
nothing, so the ratio that is usual over the brain makes the two scans alike, whatever the scanner's scale.
"""

import numpy as np

from fets_desktop.review.display import Window
from fets_desktop.study.grid import FloatArray

_STEP = 2
_SPAN_PERCENT = 99.5


def enhancement(t1gd: FloatArray, t1: FloatArray) -> FloatArray:
    """Return T1Gd minus T1 in T1Gd's units; 0 where either scan has nothing.

    Args:
        t1gd: `(z, y, x)`, 0 outside the brain.
        t1: `(z, y, x)` on the same grid.
    """
    thin = (slice(None, None, _STEP),) * 3
    after, before = t1gd[thin], t1[thin]
    usual = (after > 0) & (before > 0) & np.isfinite(after) & np.isfinite(before)
    ratio = float(np.median(after[usual] / before[usual])) if usual.any() else 1.0
    difference = t1gd - np.float32(ratio) * t1
    difference[(t1gd == 0) | (t1 == 0) | ~np.isfinite(difference)] = 0
    return np.asarray(difference, dtype=np.float32)


def enhancement_window(difference: FloatArray) -> Window:
    """Return a window whose middle grey is what did not change, wide enough for nearly all that did."""
    values = np.abs(difference[::_STEP, ::_STEP, ::_STEP])
    values = values[values > 0]
    width = 2.0 * float(np.percentile(values, _SPAN_PERCENT)) if values.size else 1.0
    return Window(max(width, 1e-6), 0.0)
