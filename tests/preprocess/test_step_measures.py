"""Noise, cut heads, unlike halves and cut tumours, where the answer is known."""

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import to_image
from fets_desktop.preprocess import intake
from fets_desktop.preprocess.checking import check_volume
from fets_desktop.preprocess.intake import Intake
from fets_desktop.preprocess.measures import (
    cut_by_field_cm2,
    signal_to_noise,
    tumour_cut_ml,
    unlike_halves,
)
from fets_desktop.preprocess.step import Bench, Settings
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.cut_off import LOOK_CUT_TUMOUR_ML
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import Grid
from fets_desktop.study.progress import silent

SHAPE = (40, 60, 52)


def ball(shape=SHAPE, centre=None, radii=(15, 24, 20)) -> np.ndarray:
    middle = centre or tuple((n - 1) / 2 for n in shape)
    return sum(((i - m) / r) ** 2 for i, m, r in zip(np.indices(shape), middle, radii, strict=True)) < 1


@pytest.mark.parametrize("noise", [10.0, 40.0, 150.0])
def test_noise_is_measured_through_smooth_structure(noise):
    rng = np.random.default_rng(3)
    texture = 60 * ndimage.gaussian_filter(rng.normal(0, 1, SHAPE), 3) / 0.02
    head = np.where(ball(), 600 + texture.clip(-100, 100), 5)
    found = signal_to_noise((head + rng.normal(0, noise, SHAPE)).astype(np.float32))
    assert found == pytest.approx(600 / noise, rel=0.15)


def test_noise_in_few_thick_slices_is_measured_in_each():
    head = np.where(ball((5, 60, 52), radii=(2.2, 24, 20)), 600, 5)
    found = signal_to_noise((head + np.random.default_rng(3).normal(0, 40, head.shape)).astype(np.float32))
    assert found == pytest.approx(600 / 40, rel=0.2)


def test_an_empty_image_has_no_signal():
    assert signal_to_noise(np.zeros(SHAPE, np.float32)) == 0.0


def test_a_head_within_the_field_is_not_cut_and_one_that_is_says_where():
    head = np.where(ball(), 500, 2).astype(np.float32)
    assert set(cut_by_field_cm2(head, 4.0).values()) == {0.0}
    for side, cut in {
        "top": head[:20],
        "left": head[:, :, :26],
        "right": head[:, :, 26:],
        "front": head[:, 30:],
    }.items():
        found = cut_by_field_cm2(cut, 4.0)
        whole = {"top": 24 * 20, "left": 15 * 24, "right": 15 * 24, "front": 15 * 20}[side] * np.pi * 16 / 100
        assert max(found, key=found.get) == side
        assert found[side] == pytest.approx(whole, rel=0.08)


def test_halves_are_compared_at_the_atlas_middle(brain_in_atlas):
    assert unlike_halves(brain_in_atlas) < 0.05
    half = brain_in_atlas.copy()
    half[:, :, :90] = False
    assert unlike_halves(half) > 0.3
    assert unlike_halves(np.zeros((155, 240, 240), bool)) == 0.0


def test_a_mask_that_cuts_a_tumour_is_told_from_one_that_holds_it():
    shape = (60, 90, 80)
    rng = np.random.default_rng(0)
    brain = ball(shape, radii=(24, 36, 30))
    # a tumour that reaches the surface; fluid around the brain is dark in FLAIR
    tumour = ball(shape, centre=(29.5, 44.5, 62.0), radii=(9, 9, 9)) & brain
    flair = np.where(brain, 300, 40) + 300 * tumour + rng.normal(0, 15, shape)
    flair = flair.astype(np.float32)
    assert tumour_cut_ml(flair, brain) < 0.1
    cutting = brain & ~(ball(shape, centre=(29.5, 44.5, 70.0), radii=(14, 14, 9)))
    assert (tumour & ~cutting).sum() > 500
    assert tumour_cut_ml(flair, cutting) > LOOK_CUT_TUMOUR_ML
    assert tumour_cut_ml(flair, np.zeros(shape, bool)) == 0.0


def head_image(noise: float, cut: int = 0) -> sitk.Image:
    grid = Grid.from_affine((60 - cut, 70, 64), np.diag([-3.0, -3.0, 3.0, 1.0]))
    body = np.where(ball((60, 70, 64), radii=(25, 30, 24)), 500, 5)[: 60 - cut]
    rng = np.random.default_rng(1)
    return to_image((body + rng.normal(0, noise, body.shape)).clip(0.1).astype(np.float32), grid)


@pytest.mark.parametrize(
    ("noise", "cut", "grade", "words"),
    [
        (15, 0, Grade.OK, ""),
        (90, 0, Grade.LOOK, "noise in T2 is strong"),
        (160, 0, Grade.BAD, "noise in T2 is strong"),
        (15, 18, Grade.LOOK, "ends within the head at the top"),
    ],
)
def test_noise_and_a_cut_head_are_graded_in_words(noise, cut, grade, words):
    check = check_volume(Contrast.T2, head_image(noise, cut))
    assert check.grade is grade, check
    assert words in " ".join(check.remarks)


def test_a_volume_of_a_gigabyte_is_refused_before_it_is_read(tmp_path, monkeypatch):
    huge = tmp_path / "huge.nii"
    sitk.WriteImage(sitk.Image([4, 4, 4], sitk.sitkInt16), str(huge))
    header = bytearray(huge.read_bytes())
    header[42:48] = np.array([900, 900, 700], "<i2").tobytes()
    with huge.open("wb") as sink:
        sink.write(header)
        sink.truncate(352 + 2 * 900 * 900 * 700)  # sparse: 1.1 GB that cost nothing

    def never(path):
        raise AssertionError("it was read")

    monkeypatch.setattr("fets_desktop.preprocess.step.read_image", never)
    bench = Bench(tmp_path, dict.fromkeys(ALL_CONTRASTS, huge), huge, lambda *_: None, "", Settings())
    with pytest.raises(StudyError, match="567 million voxels") as caught:
        Intake().run(bench, silent)
    assert caught.value.code == "not-a-head"
    assert intake.MOST_VOXELS > 512 * 512 * 400
