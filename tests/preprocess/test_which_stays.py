"""Of two images of one head the one with far fewer voxels stays: the matrix is the same, the other way costs more."""

from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import to_image
from fets_desktop.imaging.files import write_image
from fets_desktop.imaging.rigid import from_itk, map_points, write_matrix
from fets_desktop.preprocess import aligning, names
from fets_desktop.preprocess.aligning import Onto
from fets_desktop.preprocess.step import Bench, Settings
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.grid import Grid

GRID = Grid.from_affine((40, 48, 44), [[-4, 0, 0, 86], [0, -4, 0, 94], [0, 0, 4, -78], [0, 0, 0, 1]])
AROUND = np.array([[x, y, z] for x in (-40, 40) for y in (-50, 50) for z in (-40, 40)], dtype=float)


@pytest.fixture(scope="module")
def turn() -> sitk.Euler3DTransform:
    turn = sitk.Euler3DTransform()
    turn.SetRotation(0.03, -0.02, float(np.radians(6)))
    turn.SetTranslation((3.0, -2.0, 1.0))
    return turn


@pytest.fixture(scope="module")
def t1gd() -> sitk.Image:
    rng = np.random.default_rng(2)
    z, y, x = np.indices(GRID.shape)
    ball = ((z - 19.5) / 15) ** 2 + ((y - 23.5) / 18) ** 2 + ((x - 21.5) / 14) ** 2 < 1
    texture = ndimage.gaussian_filter(rng.normal(0, 1, GRID.shape), 2.5)
    return to_image(np.where(ball, 500 + 4000 * texture, 5).clip(1).astype(np.float32), GRID)


def bench_of(folder: Path, t1gd: sitk.Image, t2: sitk.Image) -> Bench:
    write_image(folder / names.even(Contrast.T1GD), t1gd)
    write_image(folder / names.even(Contrast.T2), t2)
    write_matrix(folder / names.matrix(names.TO_ATLAS), np.eye(4))
    settings = Settings(onto_iterations=(40, 20))
    return Bench(folder, {}, folder / "none", lambda heads, progress: np.zeros((1, 1, 1), bool), "", settings)


@pytest.mark.parametrize(("every", "stays"), [(1, 40), (3, 14)])
def test_the_one_with_far_fewer_voxels_stays(t1gd, turn, tmp_path, monkeypatch, every: int, stays: int):
    moved = sitk.Resample(t1gd, t1gd, turn.GetInverse(), sitk.sitkLinear, 1.0)[:, :, ::every]
    stayed, register_rigid = [], aligning.register_rigid

    def watched(fixed, *rest):
        stayed.append(fixed.GetSize()[2])
        return register_rigid(fixed, *rest)

    monkeypatch.setattr(aligning, "register_rigid", watched)
    step, bench = Onto(Contrast.T2), bench_of(tmp_path, t1gd, moved)
    one, other = (step.register(bench, other_way=way) for way in (False, True))
    assert stayed == [stays, 40]
    for found in (one, other):
        off = map_points(found, AROUND) - map_points(from_itk(turn), AROUND)
        assert np.linalg.norm(off, axis=1).mean() < 1.0
