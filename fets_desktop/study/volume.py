"""Volumes and label maps: arrays that never travel without their grid."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fets_desktop.study.grid import FloatArray, Grid
from fets_desktop.study.labels import LabelScheme

LabelArray = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Volume:
    """A scalar image: `array` is `(z, y, x)` on `grid`; units are the scanner's.

    Raises:
        ValueError: If the array's shape is not the grid's.
    """

    array: FloatArray
    grid: Grid

    def __post_init__(self) -> None:
        if self.array.shape != self.grid.shape:
            raise ValueError(f"array {self.array.shape} does not stand on grid {self.grid.shape}")


@dataclass(frozen=True, eq=False)
class LabelMap:
    """An integer image whose values mean what `scheme` says: `array` is `(z, y, x)` uint8 on `grid`.

    Raises:
        ValueError: If the array's shape is not the grid's.
    """

    array: LabelArray
    grid: Grid
    scheme: LabelScheme

    def __post_init__(self) -> None:
        if self.array.shape != self.grid.shape:
            raise ValueError(f"array {self.array.shape} does not stand on grid {self.grid.shape}")
