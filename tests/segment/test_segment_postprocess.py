"""Specks go, findings stay."""

import numpy as np
import pytest

from fets_desktop.segment.postprocess import SPECK_ML, without_specks
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap

SHAPE = (30, 30, 30)


def label_map(*pieces: tuple[tuple[slice, ...], int], spacing_mm: float = 1.0) -> LabelMap:
    array = np.zeros(SHAPE, dtype=np.uint8)
    for where, value in pieces:
        array[where] = value
    return LabelMap(array, Grid.from_affine(SHAPE, np.diag([spacing_mm] * 3 + [1])), BRATS_2021)


LESION = (np.s_[0:8, 0:8, 0:8], 2)  # 512 voxels
JUST_ENOUGH = (np.s_[10:15, 10:15, 10:14], 4)  # 100 voxels
SPECK = (np.s_[20:24, 20:25, 20:25], 4)  # 100 voxels, one of which goes


def test_a_piece_below_a_tenth_of_a_millilitre_goes_and_all_else_stays() -> None:
    core = (np.s_[2:3, 2:3, 2:3], 1)
    labels = label_map(LESION, core, JUST_ENOUGH, SPECK, (np.s_[20:21, 20:21, 20:21], 0))
    expected = label_map(LESION, core, JUST_ENOUGH)
    assert np.array_equal(without_specks(labels).array, expected.array)
    assert SPECK_ML == 0.1


def test_the_limit_is_a_volume_not_a_number_of_voxels() -> None:
    labels = label_map(LESION, JUST_ENOUGH, spacing_mm=0.9)
    assert np.array_equal(without_specks(labels).array, label_map(LESION).array)
    labels = label_map(LESION, SPECK, spacing_mm=2)
    assert np.array_equal(without_specks(labels).array, labels.array)


@pytest.mark.parametrize("pieces", [(), (SPECK,), ((np.s_[0, 0, 0:3], 4), (np.s_[9, 9, 9:11], 4))])
def test_the_largest_piece_stays_however_small(pieces: tuple) -> None:
    found = without_specks(label_map(*pieces)).array
    assert np.array_equal(found, label_map(*pieces[:1]).array)


def test_pieces_hang_together_by_their_corners_and_zero_takes_nothing_out() -> None:
    corner = (np.s_[8, 8, 8], 2)
    assert np.array_equal(without_specks(label_map(LESION, corner)).array, label_map(LESION, corner).array)
    speckled = label_map(LESION, (np.s_[29, 29, 29], 2))
    assert np.array_equal(without_specks(speckled, 0).array, speckled.array)
