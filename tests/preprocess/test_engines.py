"""Greedy and N4: same input, same bytes; nothing printed; failures in words."""

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import to_array, to_image
from fets_desktop.imaging.rigid import rotation_degrees
from fets_desktop.preprocess import engines
from fets_desktop.preprocess.engines import even_out, register_rigid
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid

GRID = Grid.from_affine((40, 48, 44), [[-4, 0, 0, 86], [0, -4, 0, 94], [0, 0, 4, -78], [0, 0, 0, 1]])


@pytest.fixture(scope="module")
def blob() -> sitk.Image:
    rng = np.random.default_rng(1)
    z, y, x = np.indices(GRID.shape)
    ball = ((z - 19.5) / 15) ** 2 + ((y - 23.5) / 18) ** 2 + ((x - 21.5) / 14) ** 2 < 1
    texture = ndimage.gaussian_filter(rng.normal(0, 1, GRID.shape), 2.5)
    return to_image(np.where(ball, 500 + 4000 * texture, 5).clip(1).astype(np.float32), GRID)


def test_registration_finds_a_known_turn_and_says_nothing(blob, capfd):
    turn = sitk.Euler3DTransform()
    turn.SetRotation(0.0, 0.0, float(np.radians(7)))
    turn.SetTranslation((3.0, -2.0, 1.0))
    moved = sitk.Resample(blob, blob, turn.GetInverse(), sitk.sitkLinear, 1.0)
    first, second = (register_rigid(blob, moved, (40, 20), 1) for _ in range(2))
    np.testing.assert_array_equal(first, second)
    assert rotation_degrees(first) == pytest.approx(7, abs=0.3)
    np.testing.assert_allclose(first[:3, 3], (-3, 2, 1), atol=0.5)
    out = capfd.readouterr()
    assert (out.out, out.err) == ("", "")


def test_evening_does_not_depend_on_threads(blob):
    before = sitk.ProcessObject.GetGlobalDefaultNumberOfThreads()
    results = []
    try:
        for threads in (1, 2):
            sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(threads)
            results.append(to_array(even_out(blob, (10, 10), 2)))
    finally:
        sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(before)
    np.testing.assert_array_equal(*results)


def test_evening_takes_a_slope_out(blob):
    array = to_array(blob)
    slope = np.linspace(0.7, 1.3, GRID.shape[2], dtype=np.float32)[None, None, :]
    inside = array > 100

    def unevenness(values: np.ndarray) -> float:
        return float((values[inside] / array[inside]).std() / (values[inside] / array[inside]).mean())

    even = to_array(even_out(to_image(array * slope, GRID), (25, 25, 25), 2))
    assert unevenness(even) < 0.5 * unevenness(array * slope)


def test_a_registration_that_runs_away_is_refused(blob, monkeypatch):
    class Runaway:
        def execute(self, *args, **kwargs): ...

        def __getitem__(self, name):
            return np.diag([-1.0, 1, 1, 1])

    monkeypatch.setattr(engines, "Greedy3D", Runaway)
    with pytest.raises(StudyError) as caught:
        register_rigid(blob, blob, (1,), 1)
    assert caught.value.code == "registration-failed"


def test_few_slices_can_be_evened(blob):
    thin = blob[:, :, 18:21]
    assert even_out(thin, (5, 5), 4).GetSize() == thin.GetSize()
