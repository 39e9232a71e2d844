"""Matrices against greedy's and ITK's own readers."""

import io
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from hypothesis import given, settings
from hypothesis import strategies as st
from picsl_greedy import Greedy3D
from scipy import ndimage

from fets_desktop.imaging.convert import to_array, to_image
from fets_desktop.imaging.rigid import (
    compose,
    from_itk,
    inverse,
    is_rigid,
    map_points,
    read_matrix,
    rotation_degrees,
    to_itk,
    write_itk,
    write_matrix,
)
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid

ANGLES = st.tuples(*[st.floats(-3, 3)] * 3)
SHIFTS = st.tuples(*[st.floats(-200, 200)] * 3)


def turned(angles: tuple[float, ...], shift: tuple[float, ...]) -> np.ndarray:
    transform = sitk.Euler3DTransform()
    transform.SetRotation(*angles)
    matrix = np.eye(4)
    matrix[:3, :3] = np.array(transform.GetMatrix()).reshape(3, 3)
    matrix[:3, 3] = shift
    return matrix


EXAMPLE = turned((0.2, -0.1, 0.35), (7.0, -4.0, 11.0))


@given(ANGLES, SHIFTS)
@settings(max_examples=40)
def test_itk_maps_the_same_points_in_its_own_axes(angles, shift):
    matrix = turned(angles, shift)
    x, y, z = map_points(matrix, [12.0, -34.0, 56.0])
    mapped = to_itk(matrix).TransformPoint((-12.0, 34.0, 56.0))
    np.testing.assert_allclose(mapped, (-x, -y, z), atol=1e-9)
    np.testing.assert_allclose(from_itk(to_itk(matrix)), matrix, atol=1e-9)


@given(ANGLES, SHIFTS)
@settings(max_examples=40)
def test_inverse_undoes(angles, shift):
    matrix = turned(angles, shift)
    np.testing.assert_allclose(inverse(matrix) @ matrix, np.eye(4), atol=1e-9)
    assert is_rigid(matrix)


def test_greedy_and_itk_move_an_image_alike(tmp_path: Path):
    rng = np.random.default_rng(5)
    fixed_grid = Grid.from_affine((20, 24, 28), [[-2, 0, 0, 20], [0, -2, 0, 30], [0, 0, 3, -40], [0, 0, 0, 1]])
    moving_grid = Grid.from_affine((26, 30, 22), [[1.5, 0, 0, -8], [0, -1.8, 0, 25], [0, 0, 2.5, -30], [0, 0, 0, 1]])
    moving = to_image(ndimage.gaussian_filter(rng.normal(0, 100, moving_grid.shape), 2).astype(np.float32), moving_grid)
    fixed = to_image(np.zeros(fixed_grid.shape, dtype=np.float32), fixed_grid)
    file = write_matrix(tmp_path / "m.mat", turned((0.1, -0.2, 0.3), (2.0, -3.0, 4.0)))
    engine = Greedy3D()
    words = io.StringIO()
    engine.execute(f"-V 0 -rf fixed -rm moving sliced -r {file}", words, words, fixed=fixed, moving=moving, sliced=None)
    theirs = to_array(engine["sliced"])
    ours = to_array(sitk.Resample(moving, fixed, to_itk(read_matrix(file)), sitk.sitkLinear, 0.0))
    inner = ndimage.binary_erosion((ours != 0) & (theirs != 0), iterations=2)
    assert inner.sum() > 1000
    np.testing.assert_allclose(ours[inner], theirs[inner], atol=0.02)


def test_slicers_file_is_read_by_itk(tmp_path: Path):
    transform = sitk.ReadTransform(str(write_itk(tmp_path / "t.tfm", EXAMPLE)))
    np.testing.assert_allclose(from_itk(transform), EXAMPLE, atol=1e-12)


def test_a_written_matrix_comes_back_exactly(tmp_path: Path):
    np.testing.assert_array_equal(read_matrix(write_matrix(tmp_path / "m.mat", EXAMPLE)), EXAMPLE)


@pytest.mark.parametrize(
    "text", ["", "1 2 3\n", "a b c d\n" * 4, "0 0 0 0\n" * 4, "1 0 0 0\n0 nan 0 0\n0 0 1 0\n0 0 0 1\n"]
)
def test_a_damaged_matrix_is_refused(tmp_path: Path, text: str):
    (tmp_path / "m.mat").write_text(text)
    with pytest.raises(StudyError, match=r"m\.mat"):
        read_matrix(tmp_path / "m.mat")


def test_composing_goes_through_t1gd():
    onto, last = turned((0.1, 0, 0), (1, 2, 3)), turned((0, 0.2, 0), (-5, 0, 4))
    point = [3.0, 4.0, 5.0]
    through = map_points(onto, map_points(last, point))
    np.testing.assert_allclose(map_points(compose(Contrast.T2, onto, last), point), through)
    np.testing.assert_array_equal(compose(Contrast.T1GD, None, last), last)


def test_mirrors_and_scalings_are_not_rigid():
    assert not is_rigid(np.diag([-1.0, 1, 1, 1]))
    assert not is_rigid(np.diag([1.1, 1, 1, 1]))
    assert not is_rigid(np.full((4, 4), np.nan))


def test_the_angle_of_a_turn():
    assert rotation_degrees(turned((0, 0, np.radians(17)), (9, 9, 9))) == pytest.approx(17)
