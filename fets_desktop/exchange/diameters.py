"""The two diameters by which RANO measures a lesion: the longest on an axial slice, and the longest across it.

They are taken on the outline of one connected part of a region on one slice: from edge to edge, over hollows and
necrosis, as a reader with a ruler does. Of all slices and parts the one with the largest product counts.

Source: Wen et al. 2010 (RANO), J Clin Oncol 28:1963; Chang et al. 2019 (AutoRANO), Neuro-Oncology 21:1412.
"""

from dataclasses import dataclass

import contourpy
import numpy as np
import numpy.typing as npt
from scipy import ndimage
from scipy.spatial import ConvexHull

from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Mask

_STEP_MM = 0.1
_SMALLEST_PIXELS = 3

Outline = npt.NDArray[np.float64]
"""`(point, 2)` closed, in mm on the slice."""


@dataclass(frozen=True)
class Diameters:
    """Two diameters at right angles on one slice.

    Attributes:
        slice: Index of the slice along the array's first axis.
        longest_mm: The largest distance between two points of the outline.
        across_mm: The longest line at right angles to it.
        ends: The four end points as continuous (x, y) voxel indices: two of the longest, two of the line across.
    """

    slice: int
    longest_mm: float
    across_mm: float
    ends: tuple[tuple[float, float], ...] = ()

    @property
    def product_mm2(self) -> float:
        """What RANO compares between visits."""
        return self.longest_mm * self.across_mm


def largest_diameters(mask: Mask, grid: Grid) -> Diameters | None:
    """Return the diameters of the part and slice with the largest product; None if nothing is large enough.

    Args:
        mask: `(z, y, x)` whose slices along z are axial.
        grid: Where it lies.
    """
    x_mm, y_mm, _ = grid.spacing_mm
    spacing = np.array([x_mm, y_mm])
    best: Diameters | None = None
    for z in np.flatnonzero(mask.any(axis=(1, 2))).tolist():
        parts, count = ndimage.label(mask[z], structure=np.ones((3, 3)))
        for part in range(1, count + 1):
            here = parts == part
            if here.sum() < _SMALLEST_PIXELS:
                continue
            found = _measure(_outline(here) * spacing, z, spacing)
            if best is None or found.product_mm2 > best.product_mm2:
                best = found
    return best


def _outline(mask: Mask) -> Outline:
    """Return the outer outline of a connected part, halfway between the pixels in and out, as (x, y) indices."""
    rows, columns = mask.shape
    filled = ndimage.binary_fill_holes(mask).astype(np.float64)
    generator = contourpy.contour_generator(
        x=np.arange(-1, columns + 1), y=np.arange(-1, rows + 1), z=np.pad(filled, 1)
    )
    lines = [np.asarray(line, dtype=np.float64) for line in generator.lines(0.5)]
    # parts that touch by a corner come as several lines: all are of the part
    longest = max(lines, key=len)
    return np.concatenate([longest, *(line for line in lines if line is not longest)])


def _measure(outline: Outline, z: int, spacing: npt.NDArray[np.float64]) -> Diameters:
    hull = outline[ConvexHull(outline).vertices]
    apart = np.linalg.norm(hull[:, None, :] - hull[None, :, :], axis=2)
    first, second = np.unravel_index(int(apart.argmax()), apart.shape)
    a, b = hull[first], hull[second]
    along = (b - a) / np.linalg.norm(b - a)
    across = np.array([-along[1], along[0]])
    u, v = (outline - a) @ along, (outline - a) @ across
    length, at, low, high = _widest(u, v)
    ends = [a, b, a + at * along + low * across, a + at * along + high * across]
    points = tuple((float(p[0]), float(p[1])) for p in (end / spacing for end in ends))
    return Diameters(int(z), float(apart.max()), length, points)


def _widest(u: npt.NDArray[np.float64], v: npt.NDArray[np.float64]) -> tuple[float, float, float, float]:
    """Return the largest extent across, where along it lies, and from where to where it goes."""
    places = np.arange(u.min(), u.max() + _STEP_MM, _STEP_MM)
    low, high = np.full(places.shape, np.inf), np.full(places.shape, -np.inf)
    for u0, u1, v0, v1 in zip(u[:-1], u[1:], v[:-1], v[1:], strict=True):
        crossed = (places >= min(u0, u1)) & (places <= max(u0, u1))
        if not crossed.any() or abs(u1 - u0) < 1e-9:
            continue
        met = v0 + (places[crossed] - u0) / (u1 - u0) * (v1 - v0)
        low[crossed], high[crossed] = np.minimum(low[crossed], met), np.maximum(high[crossed], met)
    width = np.where(high >= low, high - low, 0.0)
    best = int(width.argmax())
    return float(width[best]), float(places[best]), float(low[best]), float(high[best])
