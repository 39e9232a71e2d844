"""Resampling against analytic images; pictures the right way round."""

from pathlib import Path

import numpy as np
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.convert import to_array, to_image
from fets_desktop.imaging.pictures import grey, thumbnail, write_png
from fets_desktop.imaging.resample import resample_labels, resample_volume
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap, Volume

FINE = Grid.from_affine((30, 32, 34), [[-1, 0, 0, 17], [0, -1, 0, 16], [0, 0, 1, -15], [0, 0, 0, 1]])


def points(grid: Grid) -> np.ndarray:
    z, y, x = np.indices(grid.shape)
    return grid.to_ras(np.stack([x, y, z], axis=-1))


def turned() -> tuple[sitk.Euler3DTransform, np.ndarray]:
    """A point map of the target to the source, for ITK (LPS) and as a RAS matrix by hand."""
    transform = sitk.Euler3DTransform()
    transform.SetRotation(0.1, -0.2, 0.15)
    transform.SetTranslation((1.5, -2.0, 0.5))
    flip = np.diag([-1.0, -1.0, 1.0])
    ras = np.eye(4)
    ras[:3, :3] = flip @ np.array(transform.GetMatrix()).reshape(3, 3) @ flip
    ras[:3, 3] = flip @ np.array(transform.GetTranslation())
    return transform, ras


def test_a_linear_image_is_resampled_exactly() -> None:
    weights = np.array([2.0, -1.0, 0.5])
    volume = Volume((points(FINE) @ weights).astype(np.float32), FINE)
    transform, ras = turned()
    affine = np.eye(4)
    affine[:3, :3] = ras[:3, :3].T * np.array([1.3, 1.1, 1.5])
    affine[:3, 3] = -4
    target = Grid.from_affine((6, 8, 7), affine)
    expected = (points(target) @ ras[:3, :3].T + ras[:3, 3]) @ weights
    found = resample_volume(volume, target, transform)
    assert found.grid == target
    assert np.abs(found.array - expected).max() < 1e-3


def test_outside_is_nothing() -> None:
    far = Grid.from_affine((4, 4, 4), [[1, 0, 0, 500], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])
    assert not resample_volume(Volume(np.ones(FINE.shape, np.float32), FINE), far).array.any()


def test_labels_keep_their_values_and_their_volume() -> None:
    distance = np.linalg.norm(points(FINE), axis=-1)
    array = np.zeros(FINE.shape, np.uint8)
    for radius, value in ((9, 2), (6, 4), (3, 1)):
        array[distance <= radius] = value
    coarse = Grid.from_affine((20, 20, 20), [[1.5, 0, 0, -14], [0, 1.5, 0, -14], [0, 0, 1.5, -14], [0, 0, 0, 1]])
    transform, ras = turned()
    found = resample_labels(LabelMap(array, FINE, BRATS_2021), coarse, transform)
    assert set(np.unique(found.array)) == {0, 1, 2, 4}
    assert found.scheme == BRATS_2021
    distance = np.linalg.norm(points(coarse) @ ras[:3, :3].T + ras[:3, 3], axis=-1)
    for radius, values in ((9, (1, 2, 4)), (6, (1, 4)), (3, (1,))):
        mask, truth = np.isin(found.array, values), distance <= radius
        assert 2 * (mask & truth).sum() / (mask.sum() + truth.sum()) > 0.9
        assert abs(mask.sum() / truth.sum() - 1) < 0.12


def test_a_thumbnail_shows_the_patient_s_right_on_the_left_and_the_nose_up(tmp_path: Path) -> None:
    position = points(FINE)
    inside = np.linalg.norm(position, axis=-1) < 14
    right, front = (position[..., 0] > 0) & inside, (position[..., 1] > 0) & inside
    array = (10 * inside + 40 * right + 100 * front).astype(np.float32)
    for grid, voxels in (
        (FINE, array),
        (Grid.from_affine(FINE.shape, FINE.affine @ np.diag([-1, 1, -1, 1])), array),
    ):
        image = to_image(voxels, grid) if grid is FINE else sitk.DICOMOrient(to_image(array, FINE), "RPI")
        pixels = to_array(sitk.ReadImage(str(thumbnail(image, tmp_path / "t.png"))))
        assert pixels.shape == (160, 160)
        quarters = pixels[50:75, 50:75], pixels[50:75, 85:110], pixels[85:110, 50:75], pixels[85:110, 85:110]
        front_right, front_left, back_right, back_left = (float(q.mean()) for q in quarters)
        assert front_right > front_left > back_right > back_left
    assert [p.name for p in tmp_path.iterdir()] == ["t.png"]


def test_grey_uses_the_whole_range_and_stands_an_empty_slice() -> None:
    assert not grey(np.zeros((4, 4))).any()
    values = np.linspace(0, 1000, 400).reshape(20, 20)
    shown = grey(values)
    assert (shown.dtype, shown.min(), shown.max()) == (np.uint8, 0, 255)
    assert np.all(np.diff(shown.ravel().astype(int)) >= 0)


def test_colours_are_written_as_they_are(tmp_path: Path) -> None:
    pixels = np.random.default_rng(3).integers(0, 255, (5, 9, 3)).astype(np.uint8)
    assert np.array_equal(to_array(sitk.ReadImage(str(write_png(tmp_path / "c.png", pixels)))), pixels)
