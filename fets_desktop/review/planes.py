"""Axial, sagittal and coronal planes of any grid: which way round a slice is shown follows from the affine alone.

Radiological convention: the patient's right is at the picture's left; anterior is up in axial slices, superior in the
others; sagittal slices have anterior at the left.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from fets_desktop.study.grid import Grid

_Scalar = TypeVar("_Scalar", bound=np.generic)

_OPPOSITE = {"R": "L", "L": "R", "A": "P", "P": "A", "S": "I", "I": "S"}


class Orientation(StrEnum):
    """One of the three planes people read."""

    AXIAL = "axial"
    SAGITTAL = "sagittal"
    CORONAL = "coronal"


_LEFT_TOP = {
    Orientation.AXIAL: ("R", "A"),
    Orientation.SAGITTAL: ("A", "S"),
    Orientation.CORONAL: ("R", "S"),
}
_FORWARD = {Orientation.AXIAL: "S", Orientation.SAGITTAL: "L", Orientation.CORONAL: "A"}


@dataclass(frozen=True)
class Plane:
    """How slices of a grid are cut and turned for one orientation.

    Picture positions are `(column, row)` in voxels of the slice, whole numbers at voxel centres.

    Attributes:
        orientation: Which plane.
        grid: The grid it cuts.
        axis: Array axis across the slices (0 z, 1 y, 2 x).
        row_axis: Array axis that runs down the picture.
        column_axis: Array axis that runs across the picture.
        flip_rows: Whether row 0 is the last index of its axis.
        flip_columns: Whether column 0 is the last index of its axis.
    """

    orientation: Orientation
    grid: Grid
    axis: int
    row_axis: int
    column_axis: int
    flip_rows: bool
    flip_columns: bool

    @staticmethod
    def of(grid: Grid, orientation: Orientation) -> "Plane":
        """Derive a plane from the affine; an oblique grid is shown along its own axes, by their main direction."""
        codes = grid.axis_codes[::-1]
        left, top = _LEFT_TOP[orientation]
        column_axis = next(d for d in range(3) if codes[d] in (left, _OPPOSITE[left]))
        row_axis = next(d for d in range(3) if codes[d] in (top, _OPPOSITE[top]))
        axis = 3 - column_axis - row_axis
        return Plane(orientation, grid, axis, row_axis, column_axis, codes[row_axis] == top, codes[column_axis] == left)

    @cached_property
    def letters(self) -> tuple[str, str, str, str]:
        """Which way the picture's left, right, top and bottom lead, as letters of R, L, A, P, S, I."""
        codes = self.grid.axis_codes[::-1]
        across, down = codes[self.column_axis], codes[self.row_axis]
        right = _OPPOSITE[across] if self.flip_columns else across
        bottom = _OPPOSITE[down] if self.flip_rows else down
        return _OPPOSITE[right], right, _OPPOSITE[bottom], bottom

    @property
    def count(self) -> int:
        """How many slices there are."""
        return self.grid.shape[self.axis]

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of a slice."""
        return self.grid.shape[self.row_axis], self.grid.shape[self.column_axis]

    @cached_property
    def spacing_mm(self) -> tuple[float, float]:
        """Edge of a voxel across and down the picture."""
        spacing = self.grid.spacing_mm[::-1]
        return spacing[self.column_axis], spacing[self.row_axis]

    @cached_property
    def forward(self) -> int:
        """+1 if growing slice numbers lead to superior (axial), left (sagittal), anterior (coronal), else -1."""
        return 1 if self.grid.axis_codes[::-1][self.axis] == _FORWARD[self.orientation] else -1

    def cut(self, array: npt.NDArray[_Scalar], index: int) -> npt.NDArray[_Scalar]:
        """Return slice `index` of a `(z, y, x)` array as a view `(row, column)`, turned as it is shown."""
        picture = array[tuple(index if d == self.axis else slice(None) for d in range(3))]
        if self.row_axis > self.column_axis:
            picture = picture.T
        return picture[:: -1 if self.flip_rows else 1, :: -1 if self.flip_columns else 1]

    def to_picture(self, point: tuple[float, float, float]) -> tuple[float, float]:
        """Return where a voxel index (x, y, z) lies in the picture, as (column, row)."""
        zyx = point[::-1]
        column, row = zyx[self.column_axis], zyx[self.row_axis]
        rows, columns = self.size
        return (columns - 1 - column if self.flip_columns else column), (rows - 1 - row if self.flip_rows else row)

    def to_voxel(self, column: float, row: float, index: float) -> tuple[float, float, float]:
        """Return the voxel index (x, y, z) of a position in slice `index`."""
        rows, columns = self.size
        zyx = [0.0, 0.0, 0.0]
        zyx[self.axis] = index
        zyx[self.column_axis] = columns - 1 - column if self.flip_columns else column
        zyx[self.row_axis] = rows - 1 - row if self.flip_rows else row
        return zyx[2], zyx[1], zyx[0]
