"""A small grid and the brain on it."""

import numpy as np

from fets_desktop.study.grid import Grid

SHAPE = (20, 28, 24)
GRID = Grid.from_affine(SHAPE, [[-1, 0, 0, 11], [0, -1, 0, 14], [0, 0, 1, -9], [0, 0, 0, 1]])


def brain_of(shape: tuple[int, int, int] = SHAPE) -> np.ndarray:
    """An ellipsoid that fills most of the grid."""
    axes = np.meshgrid(*(np.linspace(-1.15, 1.15, n) for n in shape), indexing="ij")
    return np.asarray(sum(a**2 for a in axes) < 1)
