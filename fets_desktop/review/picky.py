"""Brushes that look at the image: only voxels in a range, or only those alike and connected to the brush's centre."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from fets_desktop.imaging.late import late
from fets_desktop.review.brush import Brush, BrushShape, Point
from fets_desktop.study.crop import Box
from fets_desktop.study.grid import FloatArray, Grid
from fets_desktop.study.volume import Mask

ndimage = late("scipy.ndimage")


class Covering(Protocol):
    """What a stroke is made with."""

    @property
    def value(self) -> int:
        """Label it paints; 0 erases."""

    @property
    def counted(self) -> int:
        """Array axis across the slices that its stroke is counted in."""

    def covered(self, start: Point, end: Point, grid: Grid) -> tuple[Box, Mask]:
        """Return the voxels between two points, as a box and a mask `(z, y, x)` of its shape."""


@dataclass(frozen=True, eq=False)
class _Picky:
    """A brush that looks at an image: where it paints, and what it looks at, `(z, y, x)` on the labels' grid."""

    brush: Brush
    image: FloatArray

    @property
    def value(self) -> int:
        """Label it paints."""
        return self.brush.value

    @property
    def counted(self) -> int:
        """Array axis across the slices that its stroke is counted in."""
        return self.brush.counted


@dataclass(frozen=True, eq=False)
class RangeBrush(_Picky):
    """A brush that paints only what lies in a range of values.

    Attributes:
        brush: Where it paints.
        image: `(z, y, x)` on the labels' grid; what is not a number is never painted.
        low: Lowest value painted.
        high: Highest.
    """

    low: float
    high: float

    def covered(self, start: Point, end: Point, grid: Grid) -> tuple[Box, Mask]:
        """Return the voxels between two points that lie in the range."""
        box, mask = self.brush.covered(start, end, grid)
        if box.empty:
            return box, mask
        values = self.image[box.slices]
        return box, mask & (values >= self.low) & (values <= self.high)


@dataclass(frozen=True, eq=False)
class AlikeBrush(_Picky):
    """A brush that paints only voxels alike to the tissue it was put down on, and connected to its centre.

    Attributes:
        brush: Where it paints.
        image: `(z, y, x)` on the labels' grid.
        level: Value of the tissue; see `level_at`.
        tolerance: How far a voxel's value may be from it.
    """

    level: float
    tolerance: float

    def covered(self, start: Point, end: Point, grid: Grid) -> tuple[Box, Mask]:
        """Return the alike voxels between two points that hang together with the centre, corner to corner not.

        The centre is the voxel under `end` and its neighbours: one noisy voxel does not stop the stroke.
        """
        box, mask = self.brush.covered(start, end, grid)
        if box.empty:
            return box, mask
        alike = mask & (np.abs(self.image[box.slices] - self.level) <= self.tolerance)
        pieces, _ = ndimage.label(alike)
        centre = pieces[_around(end, box)]
        here = np.zeros(int(pieces.max()) + 1, dtype=np.bool_)
        here[centre] = True
        here[0] = False
        return box, here[pieces]


def level_at(image: FloatArray, point: Point, brush: Brush) -> float:
    """Return the value of the tissue under a voxel index (x, y, z): the median of it and its neighbours.

    For a disc those of its slice. NaN if the point lies outside the image.
    """
    flat = brush.axis if brush.shape is BrushShape.DISC else None
    z, y, x = (round(p) for p in point[::-1])
    around = Box((z, y, x), (z + 1, y + 1, x + 1)).clipped(_shape(image))
    if around.empty:
        return float("nan")
    start = [a - (d != flat) for d, a in enumerate(around.start)]
    stop = [b + (d != flat) for d, b in enumerate(around.stop)]
    box = Box((start[0], start[1], start[2]), (stop[0], stop[1], stop[2])).clipped(_shape(image))
    return float(np.median(image[box.slices]))


def _shape(image: FloatArray) -> tuple[int, int, int]:
    z, y, x = image.shape
    return z, y, x


def _around(point: Point, box: Box) -> tuple[slice, slice, slice]:
    at = [round(p) - s for p, s in zip(point[::-1], box.start, strict=True)]
    z, y, x = (slice(max(a - 1, 0), max(a + 2, 0)) for a in at)
    return z, y, x
