"""Small volumes on awkward grids: the truth every test of the room compares with."""

from pathlib import Path

import numpy as np

from fets_desktop.imaging.files import write_array
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Volume

NAME = "Mustermann^Erika"
NUMBER = "KH-998877"


def oblique_grid(shape=(6, 20, 16), spacing=(0.9, 1.1, 5.5), angles=(0.1, -0.2, 0.3)) -> Grid:
    a, b, c = angles
    turn = (
        np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
        @ np.array([[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]])
        @ np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    )
    affine = np.eye(4)
    affine[:3, :3] = turn * np.array(spacing)
    affine[:3, 3] = [-41.5, 12.25, -30.125]
    return Grid.from_affine(shape, affine)


def noise(grid: Grid, seed: int = 0) -> Volume:
    return Volume(np.random.default_rng(seed).integers(1, 3000, grid.shape).astype(np.float32), grid)


def write_nifti(path: Path, volume: Volume | None = None, seed: int = 0) -> Path:
    volume = volume or noise(oblique_grid(), seed)
    return write_array(path, volume.array.astype(np.int16), volume.grid)


def assert_same_voxels(one: Volume, other: Volume, tolerance: float = 0.0) -> None:
    """Compare at every voxel's place, so that the order of the axes does not matter."""
    z, y, x = one.array.shape
    k, j, i = np.meshgrid(np.arange(z), np.arange(y), np.arange(x), indexing="ij")
    places = one.grid.to_ras(np.stack([i, j, k], axis=-1))
    there = other.grid.to_index(places)
    assert np.abs(there - np.round(there)).max() < 1e-3
    a, b, c = np.moveaxis(np.round(there).astype(int), -1, 0)
    assert min(a.min(), b.min(), c.min()) == 0
    assert one.array.size == other.array.size
    assert np.abs(other.array[c, b, a] - one.array).max() <= tolerance
