"""What scores of some cases say of a model: means with confidence intervals, and a paired test between two models.

Source: percentile bootstrap (Efron & Tibshirani 1993); signed-rank test (Wilcoxon 1945), as Pati et al. 2022 compare.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

DRAWS = 10_000
LEVEL = 0.95
_SEED = 2022  # the same scores give the same interval every time


@dataclass(frozen=True)
class Interval:
    """A mean and where it would lie if other cases of the same kind had been scored.

    Attributes:
        mean: Of the cases.
        low: Lower end of the 95 % confidence interval; None for fewer than two cases, which say nothing of others.
        high: Upper end.
    """

    mean: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class PairedTest:
    """Two models on the same cases.

    Attributes:
        cases: How many cases both were scored on.
        difference: Mean of the first's scores less the second's, with its interval.
        better: Cases on which the first's score is the higher number.
        worse: Cases on which it is the lower number.
        p: Of the Wilcoxon signed-rank test, two-sided; 1 if no case differs.
    """

    cases: int
    difference: Interval
    better: int
    worse: int
    p: float


def interval(values: Sequence[float]) -> Interval:
    """Return the mean of scores and its bootstrap interval.

    Raises:
        ValueError: If there are no scores.
    """
    array = np.asarray(values, dtype=np.float64)
    if not array.size:
        raise ValueError("no scores")
    if array.size < 2:
        return Interval(float(array.mean()), None, None)
    drawn = np.random.default_rng(_SEED).integers(0, array.size, (DRAWS, array.size))
    low, high = np.quantile(array[drawn].mean(axis=1), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Interval(float(array.mean()), float(low), float(high))


def paired(first: Sequence[float], second: Sequence[float]) -> PairedTest:
    """Compare two models case by case.

    Args:
        first: Scores of the first model.
        second: Scores of the second on the same cases, in the same order.

    Raises:
        ValueError: If the lengths differ or there are no scores.
    """
    a, b = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    if a.shape != b.shape:
        raise ValueError("the models were scored on different cases")
    difference = a - b
    # no difference at all has no ranks; the test's own answer would be no number
    p = float(stats.wilcoxon(difference).pvalue) if difference.any() else 1.0
    return PairedTest(
        int(a.size),
        interval(difference.tolist()),
        int(np.count_nonzero(difference > 0)),
        int(np.count_nonzero(difference < 0)),
        p,
    )
