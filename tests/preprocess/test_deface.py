"""Defacing: the face is gone from every native series, whatever its pose; the brain keeps its bytes."""

from pathlib import Path

import numpy as np
import pytest
from scipy import ndimage

from fets_desktop.imaging.files import read_volume
from fets_desktop.imaging.rigid import inverse, map_points, write_matrix
from fets_desktop.preprocess.deface import deface, face_region
from fets_desktop.preprocess.names import both_ways
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.volume import Volume

# voxels (x, y, z) of the SRI24 atlas, read off its picture
EYES = [(87, 50, 43), (152, 50, 43)]
NOSE, CHIN_SIDE = (119, 22, 20), (119, 30, 5)
CROWN = [(119, 120, 145), (119, 30, 90), (119, 225, 60), (50, 120, 90)]


@pytest.fixture(scope="module")
def transforms(heads, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("poses")
    found = {}
    for contrast, pose in heads.poses.items():
        there, back = both_ways(contrast)
        found[there] = write_matrix(folder / f"{there}.mat", pose)
        found[back] = write_matrix(folder / f"{back}.mat", inverse(pose))
    return found


def near(region: np.ndarray, grid, point_ras) -> bool:
    x, y, z = np.round(grid.to_index(point_ras)).astype(int)
    return bool(region[z, y, x])


@pytest.mark.parametrize("contrast", ALL_CONTRASTS)
def test_eyes_nose_and_jaw_go_and_the_brain_keeps_its_bytes(heads, transforms, brain_in_atlas, contrast) -> None:
    head = read_volume(heads.sources[contrast])
    defaced = deface(head, brain_in_atlas, contrast, transforms)
    assert defaced.array.dtype == head.array.dtype
    changed = defaced.array != head.array
    assert not defaced.array[changed].any()
    pose = heads.poses[contrast]
    region = face_region(head.grid, contrast, transforms)
    inside = np.array(head.array.shape)[::-1] - 1
    for point in (*EYES, NOSE, CHIN_SIDE):
        here = map_points(pose, BRATS_GRID.to_ras(point))
        if ((head.grid.to_index(here) >= 0) & (head.grid.to_index(here) <= inside)).all():
            assert near(region, head.grid, here)
            assert not near(defaced.array, head.grid, here)
    for point in CROWN:
        assert not near(region, head.grid, map_points(pose, BRATS_GRID.to_ras(point)))
    sample = np.random.default_rng(5).choice(changed.size, 150_000, replace=False)
    voxels = np.array(np.unravel_index(sample, head.grid.shape)).T[:, ::-1]
    seen = np.round(BRATS_GRID.to_index(map_points(inverse(pose), head.grid.to_ras(voxels)))).astype(int)
    within = ((seen >= 0) & (seen < np.array(BRATS_GRID.shape)[::-1])).all(axis=1)
    brain = np.zeros(len(seen), dtype=bool)
    brain[within] = brain_in_atlas[tuple(seen[within].T[::-1])]
    assert brain.sum() > 10_000
    assert not (changed.ravel()[sample] & brain).any()
    assert 0.05 < changed.mean() < 0.35


def test_a_head_in_atlas_space_loses_its_face_too(sri24: Path, brain_in_atlas) -> None:
    head = read_volume(sri24)
    defaced = deface(head, brain_in_atlas)
    for x, y, z in (*EYES, NOSE):
        assert head.array[z, y, x] > 0
        assert defaced.array[z, y, x] == 0
    wide = ndimage.binary_dilation(brain_in_atlas, iterations=3)
    assert (defaced.array[wide] == head.array[wide]).all()


def test_a_brain_that_reaches_into_the_region_is_spared(sri24: Path, brain_in_atlas) -> None:
    head = read_volume(sri24)
    bulging = brain_in_atlas.copy()
    bulging[40:50, 45:60, 80:95] = True  # where the atlas has an eye
    there = np.zeros_like(bulging)
    there[40:50, 45:60, 80:95] = True
    assert face_region(head.grid)[there].any()
    assert (deface(head, bulging).array[there] == head.array[there]).all()


def test_ears_go(sri24: Path, brain_in_atlas) -> None:
    solid = Volume(np.ones(BRATS_GRID.shape, np.int16), BRATS_GRID)
    defaced = deface(solid, brain_in_atlas).array
    assert defaced[30, 130, 40] == defaced[30, 130, 199] == 0
    assert defaced[80, 130, 40] == 1


def test_without_the_transform_nothing_is_called_defaced(sri24: Path, brain_in_atlas) -> None:
    with pytest.raises(StudyError, match="prepare the case again"):
        deface(read_volume(sri24), brain_in_atlas, Contrast.T2, {})
    with pytest.raises(StudyError):
        deface(read_volume(sri24), brain_in_atlas[:-1])
