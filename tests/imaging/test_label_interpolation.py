"""A label map on turned grids: label-aware interpolation keeps thin things where the nearest neighbour frays them."""

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.convert import to_array, to_image
from fets_desktop.imaging.resample import resample_labels
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap

FINE = Grid.from_affine((64, 64, 64), [[-1, 0, 0, 31.5], [0, -1, 0, 31.5], [0, 0, 1, -31.5], [0, 0, 0, 1]])


def truth(grid: Grid, turn: np.ndarray) -> np.ndarray:
    """A lumpy tumour: oedema around a rim 2.5 mm thick around a necrotic core."""
    z, y, x = np.indices(grid.shape)
    points = grid.to_ras(np.stack([x, y, z], axis=-1)) @ turn.T
    radius = np.linalg.norm(points, axis=-1)
    bumps = np.sin(points[..., 0] / 3) * np.cos(points[..., 1] / 4) + np.sin(points[..., 2] / 3.5)
    inner = radius + bumps
    return np.select([inner < 10, inner < 12.5, radius + 1.5 * bumps < 23], [1, 4, 2], 0).astype(np.uint8)


def dice(one: np.ndarray, other: np.ndarray) -> float:
    return float(2 * (one & other).sum() / (one.sum() + other.sum()))


@pytest.mark.parametrize("spacing", [(1.0, 1.0, 1.0), (0.9, 0.9, 3.0), (0.5, 0.5, 5.0)])
def test_a_thin_rim_keeps_its_place_and_its_volume(spacing: tuple[float, float, float]) -> None:
    euler = sitk.Euler3DTransform()
    euler.SetRotation(0.2, 0.1, -0.15)
    lps = np.array(euler.GetMatrix()).reshape(3, 3)
    flip = np.diag([-1.0, -1.0, 1.0])
    turn = flip @ lps @ flip
    shape = tuple(int(54 / s) for s in reversed(spacing))
    affine = np.diag([-spacing[0], -spacing[1], spacing[2], 1.0])
    affine[:3, 3] = [26.7, 26.9, -26.6]
    grid = Grid.from_affine(shape, affine)
    labels = LabelMap(truth(FINE, np.eye(3)), FINE, BRATS_2021)
    wanted = truth(grid, turn)
    found = resample_labels(labels, grid, euler).array
    for value in (1, 2, 4):
        assert dice(found == value, wanted == value) > 0.93
        assert (found == value).sum() == pytest.approx((wanted == value).sum(), rel=0.02)
    empty = to_image(np.zeros(shape, np.uint8), grid)
    nearest = to_array(sitk.Resample(to_image(labels.array, FINE), empty, euler, sitk.sitkNearestNeighbor, 0))
    assert dice(found == 4, wanted == 4) > dice(nearest == 4, wanted == 4) + 0.01
