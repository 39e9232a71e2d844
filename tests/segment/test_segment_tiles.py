"""In tiles or whole: the same where the network looks no further than the margin, and bounded beyond."""

from itertools import product
from math import prod

import numpy as np
import pytest
from networks_for_segment import CARD, pointwise

from fets_desktop.segment.memory import run_bytes
from fets_desktop.segment.network import Network
from fets_desktop.segment.tiles import MARGIN, Axis, Tiling, plan_tiles, run_tiles
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import silent


def tiling_of(shape: tuple[int, int, int], counts: tuple[int, int, int]) -> Tiling:
    z, y, x = (Axis.cut(n, count, 16) for n, count in zip(shape, counts, strict=True))
    return Tiling((z, y, x))


def test_tiles_begin_on_the_grid_of_the_coarsest_level_and_weigh_one_together() -> None:
    for length, count, multiple in product(range(96, 257, 16), range(1, 8), (1, 4, 16)):
        axis = Axis.cut(length, count, multiple)
        total = np.zeros(length)
        for start, weight in zip(axis.starts, axis.weights, strict=True):
            assert start % multiple == 0
            assert weight.min() >= 0
            total[start : start + axis.edge] += weight
            if start > 0:
                assert not weight[:MARGIN].any()
        assert np.abs(total - 1).max() < 1e-6
        assert axis.starts[-1] + axis.edge == length
        assert axis.edge % multiple == 0


def test_a_crop_that_fits_is_one_tile_and_else_as_few_as_fit() -> None:
    shape = (160, 192, 144)
    assert plan_tiles(shape, 16, lambda voxels: voxels <= prod(shape)).count == 1
    halves = plan_tiles(shape, 16, lambda voxels: voxels < prod(shape))
    assert [len(axis.starts) for axis in halves.axes] == [1, 2, 1]
    assert [axis.edge for axis in halves.axes] == [160, 128, 144]
    smallest = plan_tiles(shape, 16, lambda voxels: voxels <= 96**3)
    assert [axis.edge for axis in smallest.axes] == [96, 96, 96]
    with pytest.raises(StudyError) as caught:
        plan_tiles(shape, 16, lambda voxels: voxels < 96**3)
    assert caught.value.code == "out-of-memory"


@pytest.mark.parametrize("counts", [(2, 1, 1), (1, 1, 3), (2, 1, 2)])
def test_a_network_that_looks_no_further_than_the_margin_gives_the_same_in_tiles(counts: tuple[int, int, int]) -> None:
    rng = np.random.default_rng(4)
    model = pointwise(rng.standard_normal((3, 4)) * 20, rng.standard_normal(3), radius=3)
    network = Network(CARD, model, 0, threads=1)
    array = rng.standard_normal((4, 128, 48, 160), dtype=np.float32)
    whole = network.run(array)
    tiled = run_tiles(array, tiling_of((128, 48, 160), counts), network.run, silent)
    assert np.abs(whole - tiled).max() < 1e-5
    bare = np.concatenate([network.run(np.ascontiguousarray(array[:, :64])), network.run(array[:, 64:])], axis=1)
    assert np.abs(whole - bare).max() > 0.01  # the case can tell


def test_a_blended_probability_lies_between_those_of_its_tiles_and_no_brain_is_not_run() -> None:
    array = np.ones((4, 144, 32, 32), np.float32)
    tiling = tiling_of((144, 32, 32), (2, 1, 1))
    answers = iter((0.2, 0.8))
    found = run_tiles(array, tiling, lambda tile: np.full((3, *tile.shape[1:]), next(answers), np.float32), silent)
    steps = found[0, :, 5, 5]
    assert (steps[:64] == np.float32(0.2)).all()
    assert (np.diff(steps[63:81]) > 0).all()
    assert (steps[80:] == np.float32(0.8)).all()
    array[:, 48:] = 0
    answers = iter((0.2,))
    run_tiles(array, tiling, lambda tile: np.full((3, *tile.shape[1:]), next(answers), np.float32), silent)


def test_the_estimate_grows_with_voxels_filters_and_precision() -> None:
    small = run_bytes(1_000_000, 16, "int8", 0)
    assert small < run_bytes(2_000_000, 16, "int8", 0)
    assert small < run_bytes(1_000_000, 30, "int8", 0)
    assert small < run_bytes(1_000_000, 16, "f32", 0) == run_bytes(1_000_000, 16, "unheard of", 0)
