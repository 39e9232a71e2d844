"""What is refused, what is remarked upon, and what is recognised."""

import numpy as np
import pytest

from fets_desktop.imaging.convert import to_image
from fets_desktop.preprocess.checking import Space, check_volume, space_of
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import BRATS_GRID, Grid


def grid(shape=(60, 70, 64), mm=(3.0, 3.0, 3.0)) -> Grid:
    return Grid.from_affine(shape, np.diag([-mm[0], -mm[1], mm[2], 1.0]))


def ball(where: Grid, radii_mm=(70, 90, 80), level=500.0) -> np.ndarray:
    z, y, x = np.indices(where.shape)
    middle = (np.array(where.shape) - 1) / 2
    steps = where.spacing_mm[::-1]
    r = sum(
        ((axis - m) * s / radius) ** 2 for axis, m, s, radius in zip((z, y, x), middle, steps, radii_mm, strict=True)
    )
    noise = np.random.default_rng(0).uniform(0.5, 20, where.shape)
    return (np.where(r < 1, level, 0) + noise).astype(np.float32)


def refusal(array: np.ndarray, where: Grid) -> StudyError:
    with pytest.raises(StudyError) as caught:
        check_volume(Contrast.FLAIR, to_image(array, where))
    return caught.value


def test_a_head_passes():
    check = check_volume(Contrast.T1, to_image(ball(grid()), grid()))
    assert check.grade is Grade.OK
    assert not check.remarks
    assert check.head_ml == pytest.approx(4 / 3 * np.pi * 7 * 9 * 8, rel=0.12)
    assert not check.stripped


@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_voxels_that_are_no_numbers(wrong):
    array = ball(grid())
    array[3, 4, 5] = wrong
    error = refusal(array, grid())
    assert error.code == "bad-voxels"
    assert "FLAIR holds 1 voxels" in error.detail


def test_a_constant_image():
    assert refusal(np.full(grid().shape, 7, np.float32), grid()).code == "bad-voxels"


def test_a_mask_is_no_image():
    assert "mask" in refusal((ball(grid()) > 100).astype(np.float32), grid()).detail


def test_three_slices_are_no_head():
    few = grid((3, 70, 64), (3, 3, 5))
    error = refusal(ball(few), few)
    assert error.code == "not-a-head"
    assert "15 mm" in error.detail


def test_a_knee_is_too_small():
    assert refusal(ball(grid(), (45, 45, 45)), grid()).code == "not-a-head"


def test_a_whole_body_is_too_large():
    large = grid((80, 70, 64), (7, 7, 7))
    assert refusal(ball(large, (270, 200, 200)), large).code == "not-a-head"


def test_thick_slices_and_negative_values_are_remarked_upon():
    thick = grid((18, 220, 220), (0.9, 0.9, 10))
    array = ball(thick)
    array[0, 0, 0] = -40
    check = check_volume(Contrast.T2, to_image(array, thick))
    assert check.grade is Grade.LOOK
    assert len(check.remarks) == 2


@pytest.mark.parametrize("shift", [-100.0, -500.0])
def test_values_that_were_shifted_are_refused_as_such(shift):
    error = refusal(ball(grid()) + np.float32(shift), grid())
    assert error.code == "bad-voxels"
    assert "shifted or normalised" in error.detail


def test_a_brain_normalised_to_mean_zero_is_refused_as_such():
    array = ball(BRATS_GRID)
    brain = array > 200
    texture = np.random.default_rng(1).normal(0, 1, array.shape)
    error = refusal(np.where(brain, texture, 0).astype(np.float32), BRATS_GRID)
    assert "shifted or normalised" in error.detail


def test_noise_about_zero_is_no_shift():
    where = grid()
    noise = np.random.default_rng(2).normal(0, 20, where.shape)
    check = check_volume(Contrast.T2, to_image((ball(where) - 10 + noise).astype(np.float32), where))
    assert "negative" in " ".join(check.remarks)


def test_stripped_on_the_atlas_grid_is_recognised():
    brain = np.where(ball(BRATS_GRID, (60, 80, 65)) > 400, ball(BRATS_GRID), 0)
    stripped = check_volume(Contrast.T1, to_image(brain, BRATS_GRID))
    native = check_volume(Contrast.T1, to_image(ball(grid()), grid()))
    assert stripped.stripped
    assert space_of(dict.fromkeys(ALL_CONTRASTS, stripped)) is Space.ATLAS
    assert space_of(dict.fromkeys(ALL_CONTRASTS, native)) is Space.NATIVE
    with pytest.raises(StudyError, match="the others had not"):
        space_of({Contrast.T1: stripped, Contrast.T2: native})


def test_a_head_on_the_atlas_grid_is_not_taken_for_stripped():
    assert not check_volume(Contrast.T1, to_image(ball(BRATS_GRID), BRATS_GRID)).stripped
