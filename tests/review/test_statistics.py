"""Intervals and the paired test against scipy's own bootstrap, exact probabilities, and cases worked out by hand."""

from itertools import product

import numpy as np
import pytest
from scipy import stats

from fets_desktop.review.statistics import interval, paired


def test_an_interval_is_near_that_of_scipy_and_the_same_every_time():
    values = np.random.default_rng(4).beta(5, 2, 30).tolist()
    ours = interval(values)
    theirs = stats.bootstrap((values,), np.mean, method="percentile", rng=np.random.default_rng(9)).confidence_interval
    assert ours.mean == pytest.approx(np.mean(values), abs=1e-12)
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=0.004)
    assert interval(values) == ours


def test_one_case_says_nothing_of_others_and_none_says_nothing():
    alone = interval([0.7])
    assert (alone.mean, alone.low, alone.high) == (0.7, None, None)
    same = interval([0.5, 0.5, 0.5])
    assert (same.low, same.high) == (0.5, 0.5)
    with pytest.raises(ValueError, match="no scores"):
        interval([])


def exact_p(difference):
    """Every way to give signs to the ranks, counted."""
    ranks = stats.rankdata(np.abs(difference))
    seen = ranks[np.asarray(difference) > 0].sum()
    middle = ranks.sum() / 2
    sums = [
        sum(rank for rank, plus in zip(ranks, signs, strict=True) if plus)
        for signs in product((0, 1), repeat=len(ranks))
    ]
    return np.mean([abs(one - middle) >= abs(seen - middle) - 1e-9 for one in sums])


def test_the_paired_test_counts_every_way_the_signs_could_fall():
    first = [0.91, 0.80, 0.77, 0.65, 0.88, 0.59, 0.93, 0.71]
    second = [0.85, 0.81, 0.70, 0.50, 0.84, 0.61, 0.83, 0.42]
    test = paired(first, second)
    assert (test.cases, test.better, test.worse) == (8, 6, 2)
    assert test.difference.mean == pytest.approx(np.mean(first) - np.mean(second), abs=1e-12)
    assert test.p == pytest.approx(exact_p(np.subtract(first, second)), abs=1e-12)
    turned = paired(second, first)
    assert turned.p == test.p
    assert turned.difference.mean == -test.difference.mean


def test_models_that_do_not_differ_differ_by_chance():
    assert paired([0.5, 0.6], [0.5, 0.6]).p == 1.0
    assert 0.9 < paired([0.5], [0.4]).p <= 1.0, "one case proves nothing"
    assert paired([0.5, 0.6, 0.7], [0.4, 0.6, 0.8]).p == pytest.approx(1.0)
    with pytest.raises(ValueError, match="different cases"):
        paired([0.5], [0.5, 0.6])
