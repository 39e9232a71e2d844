"""Numbers and pictures against what they must be."""

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import to_array, to_image
from fets_desktop.imaging.planes import (
    ACCENT,
    board,
    checkerboard,
    cut,
    cut_moved,
    cut_native,
    edges_over,
    grey_tiles,
    outlined,
)
from fets_desktop.imaging.rigid import to_itk
from fets_desktop.imaging.similarity import normalised_mutual_information
from fets_desktop.preprocess import quality
from fets_desktop.preprocess.quality import foreground, graded, overlap, worst
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import Grid


def test_mutual_information_of_twins_and_strangers():
    rng = np.random.default_rng(0)
    one, other = (rng.uniform(0, 100, (30, 40, 50)).astype(np.float32) for _ in range(2))
    assert normalised_mutual_information(one, one) == pytest.approx(2.0)
    assert normalised_mutual_information(one, 100 - one) > 1.7
    assert normalised_mutual_information(one, other) == pytest.approx(1.0, abs=0.01)
    assert normalised_mutual_information(one, np.zeros_like(one)) == pytest.approx(1.0)


def test_overlap_is_dice():
    one, other = np.zeros((2, 2, 2), bool), np.zeros((2, 2, 2), bool)
    assert overlap(one, other) == 0.0
    one[0], other[:, 0] = True, True
    assert overlap(one, other) == 0.5


def test_foreground_is_the_largest_part_with_holes_filled():
    array = np.full((30, 30, 30), 3.0, np.float32)
    array[5:25, 5:25, 5:25] = 200
    array[12:18, 12:18, 12:18] = 1
    array[27:29, 27:29, 27:29] = 300
    found = foreground(array)
    assert found[15, 15, 15]
    assert not found[28, 28, 28]
    assert found.sum() == pytest.approx(8000, rel=0.03)
    assert not foreground(np.zeros((4, 4, 4), np.float32)).any()


def test_grades():
    assert [graded(v, 0.8, 0.5) for v in (0.9, 0.7, 0.4)] == [Grade.OK, Grade.LOOK, Grade.BAD]
    assert worst((Grade.OK, Grade.BAD, Grade.LOOK)) is Grade.BAD
    assert worst(()) is Grade.OK


def test_planes_hang_as_a_radiologist_expects():
    # x grows to the left, y to the back, z upward
    array = np.zeros((20, 30, 40), np.float32)
    array[15, 5, 35] = 1  # upper, front, left
    axial, coronal, sagittal = cut(array, (15, 5, 35))
    assert np.argwhere(axial).tolist() == [[5, 35]]
    assert np.argwhere(coronal).tolist() == [[4, 35]]
    assert np.argwhere(sagittal).tolist() == [[4, 5]]


def test_pictures_show_what_they_say():
    z, y, x = np.indices((60, 80, 70))
    array = (((z - 30) ** 2 + (y - 40) ** 2 + (x - 35) ** 2 < 20**2) * 100 + 1).astype(np.float32)
    mask = cut(array > 50, (30, 40, 35))
    planes = cut(array, (30, 40, 35))
    outline = [(tile == ACCENT).all(axis=-1) for tile in outlined(planes, mask)]
    edges = [(tile == ACCENT).all(axis=-1) for tile in edges_over(planes, planes)]
    for drawn in (*outline, *edges):
        rows, columns = np.nonzero(drawn)
        assert len(rows) > 60
        middle = np.array([(rows.min() + rows.max()) / 2, (columns.min() + columns.max()) / 2])
        assert np.abs(np.hypot(*(np.stack([rows, columns], 1) - middle).T) - 20).max() < 4
    squares = checkerboard(planes, [np.zeros_like(plane) for plane in planes])[0]
    assert squares[40, 40, 0] > 200
    assert squares[40, 50, 0] == 0  # one square on, still in the ball, but of the second image
    sheet = board([grey_tiles(planes), outlined(planes, mask)])
    assert sheet.shape == (482, 724, 3)
    assert sheet.dtype == np.uint8


def test_planes_of_a_moved_image_are_planes_of_the_resampled_one():
    rng = np.random.default_rng(2)
    grid = Grid.from_affine((24, 30, 28), np.diag([-1.0, -1.0, 1.0, 1.0]))
    image = to_image(rng.uniform(0, 9, grid.shape).astype(np.float32), grid)
    matrix = np.eye(4)
    matrix[:3, 3] = (2.5, -1.25, 3.0)
    whole = to_array(sitk.Resample(image, to_itk(matrix), sitk.sitkLinear, 0.0))
    for one, other in zip(cut_moved(image, matrix, image, (12, 15, 14)), cut(whole, (12, 15, 14)), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-4)


def test_a_native_image_is_shown_upright():
    # stored sagittally: i runs back, j down, k to the right
    grid = Grid.from_affine((20, 30, 40), [[0, 0, 5, -50], [-5, 0, 0, 90], [0, -5, 0, 70], [0, 0, 0, 1]])
    array = np.zeros(grid.shape, np.float32)
    array[2:6, 14:16, 4:8] = 100  # left, amid, front
    axial, coronal, sagittal = cut_native(to_image(array, grid))
    assert [plane.shape for plane in (axial, coronal, sagittal)] == [(240, 240)] * 3
    row, column = np.argwhere(axial > 50).mean(axis=0)
    assert (row, column) == pytest.approx((120 - 70, 120 + 30), abs=3)
    assert not coronal.any()
    assert not sagittal.any()


@pytest.mark.parametrize("share", [0.4, 0.6, 0.8])
def test_holes_are_filled_slice_by_slice(share: float):
    mask = np.random.default_rng(1).random((5, 30, 40)) < share
    mask[4] = False
    slow = np.stack([ndimage.binary_fill_holes(cut) for cut in mask])
    assert slow.sum() > mask.sum()
    np.testing.assert_array_equal(quality._filled(mask), slow)
