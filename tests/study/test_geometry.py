"""Grids, boxes and the normalisation: known answers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fets_desktop.study.crop import Box, box_of, zscore
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap, Volume

OBLIQUE = [[0, -1.2, 0.1, 5], [0.9, 0, 0, -7], [0, 0.1, 3.0, 2], [0, 0, 0, 1]]


def test_a_grid_maps_voxels_to_millimetres_and_back() -> None:
    grid = Grid.from_affine((4, 5, 6), OBLIQUE)
    assert np.allclose(grid.to_ras([0, 0, 0]), [5, -7, 2])
    assert np.allclose(grid.to_ras([2, 1, 3]), [5 - 1.2 + 0.3, -7 + 1.8, 2 + 0.1 + 9.0])
    assert np.allclose(grid.to_index(grid.to_ras([[2, 1, 3], [0.5, 4, 0]])), [[2, 1, 3], [0.5, 4, 0]])
    assert np.allclose(grid.spacing_mm, [0.9, np.hypot(1.2, 0.1), np.hypot(0.1, 3.0)])
    assert grid.voxel_ml == pytest.approx(abs(np.linalg.det(np.array(OBLIQUE)[:3, :3])) / 1000)
    assert grid.axis_codes == ("A", "L", "S")
    assert hash(grid) == hash(Grid.from_affine((4, 5, 6), np.array(OBLIQUE, dtype=float)))


def test_the_atlas_grid() -> None:
    assert BRATS_GRID.shape == (155, 240, 240)
    assert BRATS_GRID.spacing_mm == (1.0, 1.0, 1.0)
    assert BRATS_GRID.voxel_ml == pytest.approx(0.001)
    assert np.allclose(BRATS_GRID.to_ras([239, 239, 154]), [-239, 0, 154])


@pytest.mark.parametrize("affine", [np.eye(3), np.zeros((4, 4)), np.full((4, 4), np.nan), np.diag([1, 1, 0, 1])])
def test_what_is_no_affine_is_refused(affine: np.ndarray) -> None:
    with pytest.raises(ValueError, match="affine"):
        Grid.from_affine((2, 2, 2), affine)


def test_grids_match_by_where_their_corners_lie() -> None:
    grid = Grid.from_affine((40, 50, 60), OBLIQUE)
    turned = np.array(OBLIQUE)
    turned[:3, :3] *= 1 + 1e-4  # 6 micrometres a voxel, a third of a millimetre at the far corner
    assert grid.matches(grid)
    assert not grid.matches(Grid.from_affine((40, 50, 60), turned))
    assert grid.matches(Grid.from_affine((40, 50, 60), turned), tolerance_mm=0.1)
    assert not grid.matches(Grid.from_affine((40, 60, 50), OBLIQUE))


def test_arrays_never_travel_with_another_grid() -> None:
    grid = Grid.from_affine((4, 5, 6), OBLIQUE)
    Volume(np.zeros((4, 5, 6)), grid)
    with pytest.raises(ValueError, match="does not stand on grid"):
        Volume(np.zeros((6, 5, 4)), grid)
    with pytest.raises(ValueError, match="does not stand on grid"):
        LabelMap(np.zeros((6, 5, 4), np.uint8), grid, BRATS_2021)


edges = st.tuples(*[st.integers(0, 8)] * 3)


@given(edges, edges, edges, edges)
def test_boxes_are_united_and_clipped_as_sets_of_voxels(a, b, c, d) -> None:
    first = Box(tuple(map(min, a, b)), tuple(map(max, a, b)))
    second = Box(tuple(map(min, c, d)), tuple(map(max, c, d)))
    space = np.zeros((9, 9, 9), bool)
    space[first.slices] = space[second.slices] = True
    united = first.united(second)
    assert united.empty == (not space.any())
    assert not space.any() or united == box_of(space)
    assert first.clipped((4, 5, 6)).shape == tuple(
        max(0, min(stop, n) - min(start, n)) for start, stop, n in zip(first.start, first.stop, (4, 5, 6), strict=True)
    )


def test_a_grown_box_has_its_margin_on_every_side_and_may_reach_beyond_the_array() -> None:
    grown = Box((1, 2, 3), (4, 5, 7)).grown(2)
    assert grown == Box((-1, 0, 1), (6, 7, 9))
    assert grown.clipped((5, 5, 5)) == Box((0, 0, 1), (5, 5, 5))


def test_the_box_of_nothing_is_empty() -> None:
    assert box_of(np.zeros((3, 3, 3))).empty
    mask = np.zeros((5, 6, 7))
    mask[1, 2, 3] = mask[3, 4, 6] = -1
    assert box_of(mask) == Box((1, 2, 3), (4, 5, 7))
    assert box_of(mask).shape == (3, 3, 4)


def test_zscore_looks_at_the_brain_only() -> None:
    array = np.zeros((2, 3, 4), np.float32)
    array[0, 0] = [2, 4, 4, 6]
    scored = zscore(array)
    assert scored.dtype == np.float32
    assert np.allclose(scored[0, 0], np.array([-2, 0, 0, 2]) / np.sqrt(2))
    assert not scored[1].any()
    assert not zscore(np.full((2, 2, 2), 7.0)).any(), "what does not vary says nothing"
    assert not zscore(np.zeros((2, 2, 2))).any()
