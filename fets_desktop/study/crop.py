"""Boxes of voxels and the per-contrast normalisation that training and inference must share.

Source: Pati et al. 2022 and FETS-AI/Algorithms: crop outer zero planes, z-score over non-zero voxels.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Box:
    """A half-open box of voxels: `start[d] <= index < stop[d]`, axes (z, y, x)."""

    start: tuple[int, int, int]
    stop: tuple[int, int, int]

    @property
    def shape(self) -> tuple[int, int, int]:
        """Edge lengths in voxels, `(z, y, x)`."""
        z, y, x = (b - a for a, b in zip(self.start, self.stop, strict=True))
        return z, y, x

    @property
    def slices(self) -> tuple[slice, slice, slice]:
        """Index for a `(z, y, x)` array."""
        z, y, x = (slice(a, b) for a, b in zip(self.start, self.stop, strict=True))
        return z, y, x

    @property
    def empty(self) -> bool:
        """Whether no voxel lies inside."""
        return any(n <= 0 for n in self.shape)

    def united(self, other: "Box") -> "Box":
        """Return the smallest box around both; an empty box adds nothing."""
        if self.empty:
            return other
        if other.empty:
            return self
        z0, y0, x0 = (min(a, b) for a, b in zip(self.start, other.start, strict=True))
        z1, y1, x1 = (max(a, b) for a, b in zip(self.stop, other.stop, strict=True))
        return Box((z0, y0, x0), (z1, y1, x1))

    def grown(self, margin: int) -> "Box":
        """Return the box with `margin` voxels more on every side; it may reach beyond an array."""
        z0, y0, x0 = (a - margin for a in self.start)
        z1, y1, x1 = (b + margin for b in self.stop)
        return Box((z0, y0, x0), (z1, y1, x1))

    def clipped(self, shape: tuple[int, int, int]) -> "Box":
        """Return the part inside an array of `shape`."""
        z0, y0, x0 = (min(max(a, 0), n) for a, n in zip(self.start, shape, strict=True))
        z1, y1, x1 = (min(max(b, 0), n) for b, n in zip(self.stop, shape, strict=True))
        return Box((z0, y0, x0), (z1, y1, x1))


def box_of(mask: npt.NDArray[Any]) -> Box:
    """Return the smallest box around the non-zero voxels of a `(z, y, x)` array; an empty box if there are none."""
    starts, stops = [], []
    for axis in range(3):
        others = tuple(d for d in range(3) if d != axis)
        line = np.flatnonzero(mask.any(axis=others))
        if line.size == 0:
            return Box((0, 0, 0), (0, 0, 0))
        starts.append(int(line[0]))
        stops.append(int(line[-1]) + 1)
    return Box((starts[0], starts[1], starts[2]), (stops[0], stops[1], stops[2]))


def zscore(array: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.float32]:
    """Return `(x - mean) / std` over the non-zero voxels as float32, zero elsewhere; zeros if nothing varies."""
    inside = array != 0
    values = array[inside].astype(np.float64)
    out = np.zeros(array.shape, dtype=np.float32)
    if values.size and (spread := float(values.std())) > 0:
        out[inside] = (values - float(values.mean())) / spread
    return out
