"""Oblique planes: a plane through a point of the patient, turned any way; its letters follow from its directions.

Directions are unit vectors in RAS: +x is the patient's right, +y anterior, +z superior, as in NIfTI.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fets_desktop.study.grid import Affine, Grid

Vector = npt.NDArray[np.float64]

_LETTERS = (("R", "L"), ("A", "P"), ("S", "I"))
_SEEN = math.sin(math.radians(20.0))
"""A direction is named by every patient axis that it leaves by less than 70 degrees, the nearest first."""


@dataclass(frozen=True)
class Cut:
    """How an oblique picture lies in the patient.

    Attributes:
        across: Where the picture's right leads.
        down: Where its bottom leads; at right angles to `across`.
    """

    across: tuple[float, float, float] = (-1.0, 0.0, 0.0)
    down: tuple[float, float, float] = (0.0, -1.0, 0.0)

    @property
    def normal(self) -> Vector:
        """Where the next slice lies: superior for an axial picture."""
        return np.cross(self.across, self.down)

    def turned(self, right_deg: float, up_deg: float) -> "Cut":
        """Return the plane turned about the picture's upright, then about its level axis."""
        a, b = math.radians(right_deg), math.radians(up_deg)
        down, normal = np.array(self.down), self.normal
        across = math.cos(a) * np.array(self.across) + math.sin(a) * normal
        down = math.cos(b) * down + math.sin(b) * np.cross(across, down)
        across /= np.linalg.norm(across)
        down -= across * float(across @ down)  # rounding must not add up over a thousand drags
        down /= np.linalg.norm(down)
        return Cut(_triple(across), _triple(down))

    @property
    def letters(self) -> tuple[str, str, str, str]:
        """Which way the picture's left, right, top and bottom lead, the main direction first: "R", "RA", "SAR"."""
        across, down = np.array(self.across), np.array(self.down)
        return letters_of(-across), letters_of(across), letters_of(-down), letters_of(down)

    @property
    def tilt_deg(self) -> float:
        """The angle between this plane and the axial one, 0 to 90."""
        return math.degrees(math.acos(min(abs(float(self.normal[2])), 1.0)))

    def to_index(self, grid: Grid, anchor: Vector, step_mm: float) -> Affine:
        """Return the matrix from picture steps (across, down, along the normal) off the anchor to voxel (x, y, z).

        Args:
            grid: The grid that is cut.
            anchor: RAS point in mm under the picture's middle.
            step_mm: Length of a picture step.
        """
        steps = np.eye(4)
        steps[:3, :3] = np.column_stack([self.across, self.down, self.normal]) * step_mm
        steps[:3, 3] = anchor
        return np.asarray(np.linalg.inv(grid.affine) @ steps, dtype=np.float64)


def letters_of(direction: Vector) -> str:
    """Return the letters of a RAS direction, the nearest patient axis first."""
    order = np.argsort(-np.abs(direction), kind="stable")
    named = [int(axis) for axis in order if abs(direction[axis]) >= _SEEN]
    return "".join(_LETTERS[axis][0 if direction[axis] > 0 else 1] for axis in named)


def _triple(vector: Vector) -> tuple[float, float, float]:
    x, y, z = (float(value) for value in vector)
    return x, y, z
