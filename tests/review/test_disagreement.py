"""Disagreement: entropy by hand, in bits, and the slices by the area in dispute."""

import numpy as np
import pytest

from fets_desktop.review.disagreement import disagreement
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, BRATS_2023, Region
from fets_desktop.study.volume import LabelMap

GRID = Grid.from_affine((4, 3, 5), np.diag([0.5, 2, 3, 1]))


def candidates() -> list[LabelMap]:
    first = np.zeros(GRID.shape, np.uint8)
    first[1, :2, :2] = 2
    first[3, 0, :3] = 4
    second, third = first.copy(), first.copy()
    second[1, 0, 0] = 1  # ED against NCR: the same WT, another TC
    third[3, 0, 0] = 0
    third[0, 0, 0] = 2
    third[0, 1, 1] = 4
    return [LabelMap(array, GRID, BRATS_2021) for array in (first, second, third)]


def test_the_entropy_is_that_of_the_votes_and_the_slices_come_by_their_area() -> None:
    found = disagreement(candidates())
    one_of_three = -(1 / 3) * np.log2(1 / 3) - (2 / 3) * np.log2(2 / 3)
    known = np.zeros(GRID.shape)
    known[3, 0, 0] = known[0, 0, 0] = known[0, 1, 1] = one_of_three
    wt = found[Region.WT]
    assert np.allclose(wt.entropy.array, known)
    assert (wt.entropy.grid, wt.entropy.array.dtype) == (GRID, np.float32)
    assert [(s.index, s.area_mm2) for s in wt.slices] == [(0, 2.0), (3, 1.0)]
    assert [(s.index, s.area_mm2) for s in found[Region.TC].slices] == [(0, 1.0), (1, 1.0), (3, 1.0)]
    assert found[Region.ET].entropy.array.max() == np.float32(one_of_three)


def test_half_against_half_is_one_bit_and_unanimity_none() -> None:
    one, two, _ = candidates()
    tc = disagreement([one, two])[Region.TC]
    assert tc.entropy.array[1, 0, 0] == 1
    assert np.count_nonzero(tc.entropy.array) == 1
    alike = disagreement([one, one])[Region.WT]
    assert not alike.entropy.array.any()
    assert alike.slices == ()


def test_schemes_may_differ_grids_may_not() -> None:
    one = candidates()[0]
    other = LabelMap(np.where(one.array == 4, 3, one.array).astype(np.uint8), GRID, BRATS_2023)
    assert not disagreement([one, other])[Region.ET].slices
    elsewhere = LabelMap(one.array, Grid.from_affine(GRID.shape, np.diag([0.5, 2, 4, 1])), BRATS_2021)
    for wrong in ([], [one, elsewhere]):
        with pytest.raises(ValueError):
            disagreement(wrong)
