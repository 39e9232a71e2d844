"""Rulers: a line measured in a slice, and the two diameters at right angles by which lesions are followed.

Source: two perpendicular diameters and their product, Wen et al. 2010 (RANO), J Clin Oncol 28:1963.
"""

from dataclasses import dataclass

import numpy as np

from fets_desktop.review.brush import Point
from fets_desktop.study.grid import Grid

Line = tuple[Point, Point]
"""Two continuous voxel indices (x, y, z)."""


@dataclass(frozen=True)
class Measure:
    """One measured line, or two at right angles.

    Attributes:
        axis: Array axis (0 z, 1 y, 2 x) across the slice it lies in.
        lines: One line, or the longest diameter and the one across it.
        paired: Whether it is the two diameters, the second of which may still be missing.
    """

    axis: int
    lines: tuple[Line, ...]
    paired: bool = False

    @property
    def level(self) -> int:
        """The slice it lies in."""
        return round(self.lines[0][0][2 - self.axis])

    def lengths_mm(self, grid: Grid) -> tuple[float, ...]:
        """Return the lengths of its lines on a grid."""
        return tuple(length_mm(line, grid) for line in self.lines)


def length_mm(line: Line, grid: Grid) -> float:
    """Return the length of a line in mm."""
    return float(np.linalg.norm(grid.to_ras(line[1]) - grid.to_ras(line[0])))


def across(line: Line, press: Point, now: Point, grid: Grid) -> Line:
    """Return the line at right angles to another one in its slice, as a person draws it.

    It crosses the first line's direction where the mouse went down, and reaches from there to where the mouse is now.

    Args:
        line: The first line; not a point.
        press: Where the mouse went down.
        now: Where it is.
        grid: Where they stand.
    """
    a, b, p, q = (np.asarray(grid.to_ras(point), dtype=np.float64) for point in (*line, press, now))
    way = (b - a) / max(float(np.linalg.norm(b - a)), 1e-9)
    foot = a + way * float((p - a) @ way)
    ends = [foot + (point - a) - way * float((point - a) @ way) for point in (p, q)]
    first, last = (tuple(float(v) for v in grid.to_index(end)) for end in ends)
    return (first[0], first[1], first[2]), (last[0], last[1], last[2])
