"""Label maps and points between atlas space and the native series."""

from pathlib import Path

import numpy as np
import pytest

from fets_desktop.imaging.rigid import inverse, map_points, write_matrix
from fets_desktop.preprocess.inverse import points_to_atlas, points_to_native, to_atlas, to_native
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap


def tumour() -> LabelMap:
    z, y, x = np.indices(BRATS_GRID.shape)
    radius = np.sqrt((z - 80) ** 2 + (y - 120) ** 2 + (x - 150) ** 2)
    array = np.select([radius < 8, radius < 14, radius < 26], [1, 4, 2], 0).astype(np.uint8)
    return LabelMap(array, BRATS_GRID, BRATS_2021)


@pytest.fixture
def transforms(heads, tmp_path: Path) -> dict[str, Path]:
    pose = heads.poses[Contrast.FLAIR]
    return {
        "FLAIR-to-atlas": write_matrix(tmp_path / "there.mat", pose),
        "atlas-to-FLAIR": write_matrix(tmp_path / "back.mat", inverse(pose)),
    }


def test_labels_come_back_whole_on_1_mm_grids(transforms):
    fine = Grid.from_affine(
        (200, 220, 220), np.array([[-1, 0, 0, 110], [0, -1, 0, 110], [0, 0, 1, -100], [0, 0, 0, 1]])
    )
    labels = tumour()
    native = to_native(labels, Contrast.FLAIR, transforms, fine)
    assert native.grid == fine
    returned = to_atlas(native, Contrast.FLAIR, transforms)
    for value in (1, 2, 4):
        one, other = labels.array == value, returned.array == value
        assert 2 * (one & other).sum() / (one.sum() + other.sum()) >= 0.98 - 0.02 * (value == 4)
        assert (native.array == value).sum() == pytest.approx(one.sum(), rel=0.02)
    assert set(np.unique(native.array)) == {0, 1, 2, 4}


def test_labels_lie_where_the_pose_says_on_thick_slices(heads, transforms, native_of):
    grid = native_of(Contrast.FLAIR)
    native = to_native(tumour(), Contrast.FLAIR, transforms, grid)
    centre = grid.to_ras(np.argwhere(native.array > 0)[:, ::-1]).mean(axis=0)
    true = map_points(heads.poses[Contrast.FLAIR], BRATS_GRID.to_ras([150, 120, 80]))
    np.testing.assert_allclose(centre, true, atol=0.5)
    assert (native.array > 0).sum() * grid.voxel_ml == pytest.approx((tumour().array > 0).sum() / 1000, rel=0.05)


def test_points_go_there_and_back(transforms):
    points = BRATS_GRID.to_ras([[10, 20, 30], [150, 120, 80]])
    there = points_to_native(points, Contrast.FLAIR, transforms)
    np.testing.assert_allclose(points_to_atlas(there, Contrast.FLAIR, transforms), points, atol=1e-9)
    assert np.abs(there - points).max() > 50


def test_labels_on_another_grid_are_refused(transforms, native_of):
    grid = native_of(Contrast.FLAIR)
    with pytest.raises(StudyError) as caught:
        to_native(LabelMap(np.zeros(grid.shape, np.uint8), grid, BRATS_2021), Contrast.FLAIR, transforms, grid)
    assert caught.value.code == "wrong-grid"


def test_a_missing_transform_is_named(transforms, native_of):
    with pytest.raises(StudyError, match="atlas-to-T2"):
        to_native(tumour(), Contrast.T2, transforms, native_of(Contrast.T2))
