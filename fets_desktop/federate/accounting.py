"""The privacy that a site's updates have cost so far, by Google's accounting library.

Kept apart: to load the library takes a second and more.

Source: Balle and Wang 2018, "Improving the Gaussian mechanism for differential privacy" (exact, no bound); Dong, Roth
and Su 2022, "Gaussian differential privacy", corollary 3.3, for many updates with different noise.
"""

import math
from collections.abc import Sequence

import dp_accounting

from fets_desktop.study.privacy import DELTA


def epsilon(noises: Sequence[float], delta: float = DELTA) -> float:
    """Return the epsilon of all updates together; infinity if one had no noise, 0 if there was none.

    Two updates of at most one length differ by twice that at most, so noise of z times the length is z / 2 times what
    a site's cases can change. Updates with z1, z2, ... together are as one with 1 / sqrt(1 / z1^2 + 1 / z2^2 + ...).

    Args:
        noises: Of each update, as multiples of the largest change (`Privacy.noise`).
        delta: See `DELTA`.
    """
    if not noises:
        return 0.0
    if min(noises) <= 0:
        return math.inf
    together = 1.0 / math.sqrt(sum((2.0 / noise) ** 2 for noise in noises))
    return float(dp_accounting.get_epsilon_gaussian(together, delta))
