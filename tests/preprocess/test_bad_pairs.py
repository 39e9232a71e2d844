"""Images that do not belong together, and headers that lie about a head: told, refused, or found all the same."""

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import to_array
from fets_desktop.imaging.files import read_image, write_image
from fets_desktop.imaging.rigid import inverse, read_matrix, to_itk, write_matrix
from fets_desktop.preprocess import names
from fets_desktop.preprocess.aligning import Onto
from fets_desktop.preprocess.engines import moved_header, register_close, register_rigid
from fets_desktop.preprocess.fit import SAME_HEAD, Fit, Placed, judge, measure
from fets_desktop.preprocess.search import best_start
from fets_desktop.preprocess.step import Bench, Settings
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import Affine
from fets_desktop.study.progress import silent

QUICK = (60, 20)


def image_of(path) -> sitk.Image:
    return sitk.Cast(read_image(path), sitk.sitkFloat32)


def mirrored(image: sitk.Image) -> sitk.Image:
    """The same header over voxels from left to right."""
    other = sitk.GetImageFromArray(np.ascontiguousarray(sitk.GetArrayFromImage(image)[:, :, ::-1]))
    other.CopyInformation(image)
    return other


def stretched(image: sitk.Image) -> sitk.Image:
    """Another person: a head that is wider, shorter, and folded otherwise."""
    z, y, x = np.indices(image.GetSize()[::-1])
    array = to_array(image)
    wave = [4 * np.sin(y / 9.0) + 3 * np.cos(z / 2.0), 5 * np.sin(x / 11.0) + 4 * np.cos(z / 2.5)]
    middle = np.array(array.shape) / 2
    y2, x2 = (y - middle[1]) / 1.08 + middle[1] + wave[0], (x - middle[2]) / 0.93 + middle[2] + wave[1]
    moved = ndimage.map_coordinates(array, [z, y2, x2], order=1, mode="nearest")
    other = sitk.GetImageFromArray(moved.astype(np.float32))
    other.CopyInformation(image)
    return other


def never_asked(volumes, progress):
    raise AssertionError("the brain extraction was asked")


def fit_of(heads, sri24, contrast: Contrast, change=lambda image: image) -> Fit:
    fixed, moving = image_of(heads.sources[Contrast.T1GD]), change(image_of(heads.sources[contrast]))
    to_atlas = heads.poses[Contrast.T1GD]
    matrix = register_rigid(fixed, moving, QUICK, 1)
    return measure(Placed(fixed, to_atlas), Placed(moving, matrix @ to_atlas), image_of(sri24), same_head=True)


@pytest.mark.parametrize("contrast", [Contrast.T2, Contrast.FLAIR])
def test_the_same_head_is_no_false_alarm(heads, sri24, contrast):
    fit = fit_of(heads, sri24, contrast)
    assert fit.mirror < 0.85, fit
    assert judge(fit, contrast, SAME_HEAD)[0] is Grade.OK


@pytest.mark.parametrize("contrast", [Contrast.T1, Contrast.T2])
def test_a_mirrored_contrast_is_refused_as_such(heads, sri24, contrast):
    fit = fit_of(heads, sri24, contrast, mirrored)
    with pytest.raises(StudyError, match="mirrored left to right") as caught:
        judge(fit, contrast, SAME_HEAD)
    assert caught.value.code == "registration-failed", fit


def test_who_is_clearly_not_mirrored_costs_the_coarse_level_only(heads, sri24, monkeypatch):
    asked: list[tuple[int, ...]] = []

    def counted(fixed: sitk.Image, moving: sitk.Image, iterations: tuple[int, ...]) -> Affine:
        asked.append(iterations)
        return register_close(fixed, moving, iterations)

    monkeypatch.setattr("fets_desktop.preprocess.mirrored.register_close", counted)
    fixed = Placed(image_of(heads.sources[Contrast.T1GD]), heads.poses[Contrast.T1GD])
    t1 = image_of(heads.sources[Contrast.T1])
    measure(fixed, Placed(t1, heads.poses[Contrast.T1]), image_of(sri24), same_head=True)
    assert [levels[-1] for levels in asked] == [0]
    asked.clear()
    measure(fixed, Placed(mirrored(t1), heads.poses[Contrast.T1]), image_of(sri24), same_head=True)
    assert [levels[-1] > 0 for levels in asked][:2] == [False, True]


def test_a_contrast_that_did_not_find_its_place_is_not_called_mirrored(heads, sri24):
    fixed, moving = image_of(heads.sources[Contrast.T1GD]), image_of(heads.sources[Contrast.T2])
    to_atlas, astray = heads.poses[Contrast.T1GD], np.eye(4)
    euler = sitk.Euler3DTransform((0, 0, 0), 0.15, 0.1, 0.0)
    astray[:3, :3], astray[:3, 3] = np.array(euler.GetMatrix()).reshape(3, 3), (3, 8, 8)
    placed = Placed(moving, heads.poses[Contrast.T2] @ astray)
    fit = measure(Placed(fixed, to_atlas), placed, image_of(sri24), same_head=True)
    with pytest.raises(StudyError) as caught:
        judge(fit, Contrast.T2, SAME_HEAD)
    assert caught.value.code == "registration-failed", fit
    assert "is mirrored" not in caught.value.detail, fit


def test_another_head_is_refused(heads, sri24):
    fit = fit_of(heads, sri24, Contrast.T2, stretched)
    with pytest.raises(StudyError, match="another person's"):
        judge(fit, Contrast.T2, SAME_HEAD)


def test_a_head_on_its_head_is_found_where_the_header_led_astray(heads, sri24):
    fixed, moving = image_of(heads.sources[Contrast.T1GD]), image_of(heads.sources[Contrast.T1])
    true = heads.poses[Contrast.T1] @ inverse(heads.poses[Contrast.T1GD])
    for turn in ((np.pi, 0, 0), (0, np.pi / 2, np.pi / 2)):
        euler = sitk.Euler3DTransform((10, -20, 30), *map(float, turn))
        lying = np.eye(4)
        lying[:3, :3], lying[:3, 3] = np.array(euler.GetMatrix()).reshape(3, 3), (25, -10, 40)
        start = best_start(fixed, moved_header(moving, lying), 1)
        assert start is not None
        assert heads.error_mm(start, lying @ true, before=heads.poses[Contrast.T1GD]) < 10


def test_a_header_is_moved_without_touching_a_voxel(heads):
    image = image_of(heads.sources[Contrast.T2])
    pose = heads.poses[Contrast.T2]
    moved = moved_header(image, pose)
    np.testing.assert_array_equal(to_array(moved), to_array(image))
    point = (17.0, 40.0, 5.0)
    expected = to_itk(pose).TransformPoint(image.TransformContinuousIndexToPhysicalPoint(point))
    np.testing.assert_allclose(moved.TransformContinuousIndexToPhysicalPoint(point), expected, atol=1e-6)


def test_a_scan_of_few_thick_slices_finds_its_place_the_other_way_round(heads, sri24, tmp_path, monkeypatch):
    slid_away = heads.poses[Contrast.T2] @ inverse(heads.poses[Contrast.T1GD])
    slid_away[2, 3] += 150  # what greedy does to a real T2 of 11 slices of 12 mm
    register = Onto.register

    def slid(self: Onto, bench: Bench, start: Affine | None = None, *, other_way: bool = False) -> Affine:
        return register(self, bench, start, other_way=True) if other_way else slid_away

    monkeypatch.setattr(Onto, "register", slid)
    thick = sitk.BinShrink(image_of(heads.sources[Contrast.T2]), [1, 1, 2])
    assert thick.GetSize()[2] == 17
    write_image(tmp_path / names.even(Contrast.T2), thick)
    write_image(tmp_path / names.even(Contrast.T1GD), image_of(heads.sources[Contrast.T1GD]))
    write_matrix(tmp_path / names.matrix(names.TO_ATLAS), heads.poses[Contrast.T1GD])
    step = Onto(Contrast.T2)
    outcome = step.run(Bench(tmp_path, heads.sources, sri24, never_asked, "", Settings()), silent)
    true = heads.poses[Contrast.T2] @ inverse(heads.poses[Contrast.T1GD])
    found = read_matrix(tmp_path / names.matrix(step.transform))
    assert heads.error_mm(found, true, before=heads.poses[Contrast.T1GD]) < 1.0
    assert outcome.finding.grade is not Grade.BAD
