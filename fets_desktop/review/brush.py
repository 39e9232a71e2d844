"""Brushes: which voxels a dab covers, as a box and a mask; the grid's spacing is respected."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from fets_desktop.study.crop import Box
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Mask

Point = tuple[float, float, float]
"""A continuous voxel index (x, y, z)."""


class BrushShape(StrEnum):
    """What a brush covers: a disc in one plane, or a ball through all of them."""

    DISC = "disc"
    BALL = "ball"


@dataclass(frozen=True)
class Brush:
    """A brush in hand.

    Attributes:
        value: Label it paints; 0 erases.
        radius_mm: Voxels whose centre lies within this distance of the stroke are covered; at least one always is.
        shape: Disc or ball.
        axis: Array axis (0 z, 1 y, 2 x) across a disc; the disc is one voxel thick. A ball ignores it.
    """

    value: int
    radius_mm: float = 3.0
    shape: BrushShape = BrushShape.DISC
    axis: int = 0

    @property
    def counted(self) -> int:
        """Array axis across the slices that its stroke is counted in."""
        return self.axis if self.shape is BrushShape.DISC else 0

    def covered(self, start: Point, end: Point, grid: Grid) -> tuple[Box, Mask]:
        """Return the voxels of `grid` in the capsule between two points, as a box and a mask `(z, y, x)` of its shape.

        A disc stays in the slice of `end`. The box is empty if the stroke is outside the grid.
        """
        spacing = grid.spacing_mm[::-1]
        a, b = start[::-1], end[::-1]
        reach = [self.radius_mm / s for s in spacing]
        if self.shape is BrushShape.DISC:
            level = float(round(b[self.axis]))
            a, b = _moved(a, self.axis, level), _moved(b, self.axis, level)
            reach[self.axis] = 0.0
        low = [int(np.floor(min(a[d], b[d]) - reach[d] + 0.5)) for d in range(3)]
        high = [int(np.floor(max(a[d], b[d]) + reach[d] + 0.5)) + 1 for d in range(3)]
        box = Box((low[0], low[1], low[2]), (high[0], high[1], high[2])).clipped(grid.shape)
        if box.empty:
            return box, np.zeros((0, 0, 0), dtype=np.bool_)
        mask = _within(box, a, b, spacing, self.radius_mm)
        nearest = [round(b[d]) - box.start[d] for d in range(3)]
        if all(0 <= n < size for n, size in zip(nearest, box.shape, strict=True)):
            mask[nearest[0], nearest[1], nearest[2]] = True
        return box, mask


def _moved(point: Point, axis: int, level: float) -> Point:
    z, y, x = (level if d == axis else point[d] for d in range(3))
    return z, y, x


def _within(box: Box, a: Point, b: Point, spacing: Point, radius_mm: float) -> Mask:
    """Return where a voxel centre of `box` lies within `radius_mm` of the segment from a to b (all in (z, y, x))."""
    axes = [
        ((np.arange(box.start[d], box.stop[d]) - a[d]) * spacing[d])
        .astype(np.float32)
        .reshape([-1 if e == d else 1 for e in range(3)])
        for d in range(3)
    ]
    way = [(b[d] - a[d]) * spacing[d] for d in range(3)]
    length2 = sum(w * w for w in way)
    distance2 = axes[0] * axes[0] + axes[1] * axes[1] + axes[2] * axes[2]
    if length2 > 1e-9:  # shorter ones overflow float32
        along = axes[0] * np.float32(way[0]) + axes[1] * np.float32(way[1]) + axes[2] * np.float32(way[2])
        nearest = np.clip(along * np.float32(1.0 / length2), 0.0, 1.0)
        # |p - t w|^2 = |p|^2 - 2 t p.w + t^2 |w|^2
        distance2 = distance2 + nearest * (nearest * np.float32(length2) - 2.0 * along)
    return np.asarray(distance2 <= np.float32(radius_mm * radius_mm * (1.0 + 1e-5)), dtype=np.bool_)
