"""Morphological interpolation, and smoothing by majority."""

import numpy as np
import pytest

from fets_desktop.review.between import interpolate
from fets_desktop.review.medians import halved, median_shape
from fets_desktop.review.smooth import median
from fets_desktop.study.grid import Grid

SHAPE = (20, 60, 64)
GRID = Grid.from_affine(SHAPE, np.eye(4))
Y, X = np.indices(SHAPE[1:])


def disc(row, column, radius):
    return (Y - row) ** 2 + (X - column) ** 2 <= radius**2


def radius_of(mask):
    return np.sqrt(np.count_nonzero(mask) / np.pi)


def test_the_shape_between_two_discs_is_the_disc_of_the_radius_between():
    assert radius_of(median_shape(disc(30, 30, 6), disc(30, 30, 16))) == pytest.approx(11, abs=1)


def test_the_shape_between_alike_shapes_is_that_shape():
    one = disc(30, 30, 9)
    assert np.array_equal(median_shape(one, one), one)


def test_shapes_that_do_not_touch_meet_on_the_way():
    between = median_shape(disc(30, 15, 5), disc(30, 45, 5))
    assert np.allclose(np.argwhere(between).mean(axis=0), (30, 30), atol=1)
    assert radius_of(between) == pytest.approx(5, abs=0.7)


def test_a_thin_branch_both_shapes_have_stays():
    branch = (np.abs(Y - 30) <= 1) & (X >= 30) & (X < 58)
    one, other = disc(30, 25, 6) | branch, disc(30, 25, 12) | branch
    for shape in halved(one, other, 6):
        assert shape[30, 55]


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_every_slice_of_a_gap_is_filled_and_grows_from_one_end_to_the_other(axis):
    labels = np.zeros(SHAPE, np.uint8)
    labels[3][disc(30, 30, 6)] = 2
    labels[10][disc(30, 30, 16)] = 2
    labels = np.ascontiguousarray(np.moveaxis(labels, 0, axis))
    change = interpolate(labels, 2, axis, Grid.from_affine(labels.shape, np.eye(4)), morphological=True)
    after = labels.copy()
    part = after[change.box.slices]
    part[change.mask] = change.values
    sizes = [int(np.count_nonzero(np.moveaxis(after, axis, 0)[n] == 2)) for n in range(3, 11)]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) > 5
    assert np.array_equal(np.moveaxis(after, axis, 0)[3], np.moveaxis(labels, axis, 0)[3])


def smoothed(labels, **where):
    change = median(labels, 1, GRID, 2.0, **where)
    after = labels.copy()
    part = after[change.box.slices]
    part[change.mask] = np.broadcast_to(change.values, part.shape)[change.mask]
    return after


def test_majority_takes_specks_and_spikes_and_fills_notches():
    labels = np.zeros(SHAPE, np.uint8)
    labels[5:15, 20:40, 20:40] = 1
    labels[10, 30, 20:22] = 0  # a notch
    labels[10, 30, 40:46] = 1  # a spike
    labels[10, 50, 50] = 1  # a speck
    after = smoothed(labels)
    assert after[10, 30, 21] == 1
    assert not after[10, 30, 42:].any()
    assert after[10, 50, 50] == 0
    assert after[10, 30, 30] == 1


def test_majority_in_one_slice_changes_no_other():
    labels = np.zeros(SHAPE, np.uint8)
    labels[5:15, 20:40, 20:40] = 1
    labels[:, 50, 50] = 1
    after = smoothed(labels, axis=0, index=10)
    assert after[10, 50, 50] == 0
    assert np.array_equal(np.delete(after, 10, 0), np.delete(labels, 10, 0))


def test_what_majority_takes_from_a_core_goes_to_the_tissue_around_it():
    labels = np.full(SHAPE, 2, np.uint8)
    labels[10, 30, 30] = 1
    assert smoothed(labels)[10, 30, 30] == 2
