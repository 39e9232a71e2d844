"""Where voxels stand in the patient: shape, affine, directions.

Arrays are C-ordered `(z, y, x)`; the affine maps voxel indices `(i, j, k)` = (x, y, z) to RAS+ millimetres.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.floating[Any]]
Affine = npt.NDArray[np.float64]

_LETTERS = (("L", "R"), ("P", "A"), ("I", "S"))


@dataclass(frozen=True)
class Grid:
    """A voxel grid in the patient's space.

    Attributes:
        shape: Voxels as `(z, y, x)`, the order of the arrays.
        matrix: Row-major 4x4 affine, voxel `(i, j, k)` -> RAS+ mm, kept as a tuple so that grids compare and hash.
    """

    shape: tuple[int, int, int]
    matrix: tuple[float, ...]

    @staticmethod
    def from_affine(shape: tuple[int, int, int], affine: npt.ArrayLike) -> "Grid":
        """Build a grid from a `(4, 4)` affine.

        Raises:
            ValueError: If the affine is not 4x4, not finite or not invertible.
        """
        array = np.asarray(affine, dtype=np.float64)
        if array.shape != (4, 4) or not np.isfinite(array).all() or abs(np.linalg.det(array[:3, :3])) < 1e-12:
            raise ValueError("an affine is a finite, invertible 4x4 matrix")
        z, y, x = (int(n) for n in shape)
        return Grid((z, y, x), tuple(float(v) for v in array.ravel()))

    @property
    def affine(self) -> Affine:
        """The `(4, 4)` affine, voxel `(i, j, k)` -> RAS+ mm."""
        return np.array(self.matrix, dtype=np.float64).reshape(4, 4)

    @cached_property
    def spacing_mm(self) -> tuple[float, float, float]:
        """Voxel edge lengths along x, y, z of the array, in mm."""
        x, y, z = np.sqrt((self.affine[:3, :3] ** 2).sum(axis=0))
        return float(x), float(y), float(z)

    @cached_property
    def voxel_ml(self) -> float:
        """Volume of one voxel in ml (= cm3)."""
        return float(abs(np.linalg.det(self.affine[:3, :3]))) / 1000.0

    @cached_property
    def axis_codes(self) -> tuple[str, str, str]:
        """Where growing i, j and k lead, as letters of R/L, A/P, S/I: ("L", "P", "S") for BraTS."""
        directions = self.affine[:3, :3] / np.array(self.spacing_mm)
        codes = ["", "", ""]
        free = [0, 1, 2]
        for column in np.argsort(-np.abs(directions).max(axis=0)):
            row = max(free, key=lambda r: abs(directions[r, column]))
            free.remove(row)
            codes[int(column)] = _LETTERS[row][int(directions[row, column] > 0)]
        return codes[0], codes[1], codes[2]

    def to_ras(self, ijk: npt.ArrayLike) -> FloatArray:
        """Map voxel indices `(..., 3)` in (x, y, z) order to RAS+ mm."""
        affine = self.affine
        points = np.asarray(ijk, dtype=np.float64) @ affine[:3, :3].T + affine[:3, 3]
        return np.asarray(points, dtype=np.float64)

    def to_index(self, ras_mm: npt.ArrayLike) -> FloatArray:
        """Map RAS+ mm `(..., 3)` to continuous voxel indices in (x, y, z) order."""
        affine = self.affine
        inverse = np.linalg.inv(affine[:3, :3])
        indices = (np.asarray(ras_mm, dtype=np.float64) - affine[:3, 3]) @ inverse.T
        return np.asarray(indices, dtype=np.float64)

    def matches(self, other: "Grid", tolerance_mm: float = 1e-3) -> bool:
        """Tell whether both grids have the same voxels: equal shape, corners within `tolerance_mm`."""
        if self.shape != other.shape:
            return False
        z, y, x = self.shape
        corners = np.array([[i, j, k] for i in (0, x - 1) for j in (0, y - 1) for k in (0, z - 1)])
        return bool(np.abs(self.to_ras(corners) - other.to_ras(corners)).max() <= tolerance_mm)


BRATS_GRID = Grid.from_affine((155, 240, 240), [[-1, 0, 0, 0], [0, -1, 0, 239], [0, 0, 1, 0], [0, 0, 0, 1]])
"""The BraTS / SRI24 atlas grid: 240x240x155, 1 mm, LPS. Source: BraTS data; the SRI24 atlas on the BraTS grid."""
