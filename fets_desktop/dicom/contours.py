"""Outlines of a mask on one image, as closed paths without holes: a hole is joined to its outline by a keyhole.

The outline runs midway between the pixels inside and outside, so whoever asks which pixel centres lie within gets the
very mask back. A keyhole is a channel of no width along which the path goes in, round the hole the other way, and out.

Source: DICOM PS3.3, C.8.8.6.3 (CLOSED_PLANAR, keyhole technique).
"""

from itertools import pairwise
from typing import cast

import contourpy
import numpy as np
import numpy.typing as npt

from fets_desktop.study.grid import FloatArray
from fets_desktop.study.volume import Mask

Filled = tuple[list[FloatArray], list[npt.NDArray[np.uint32]]]
"""What contourpy returns for `FillType.OuterOffset`: points, and where each ring of them begins."""

Path2 = npt.NDArray[np.float64]
"""`(point, 2)` as (column, row), closed: the last point is joined to the first."""


def outlines(mask: Mask) -> list[Path2]:
    """Return the closed paths around a mask `(row, column)`, one for each part that hangs together."""
    if not mask.any():
        return []
    rows, columns = mask.shape
    # one pixel of nothing around it closes what touches the border of the image
    framed = np.pad(mask.astype(np.float64), 1)
    generator = contourpy.contour_generator(
        x=np.arange(-1, columns + 1),
        y=np.arange(-1, rows + 1),
        z=framed,
        fill_type=contourpy.FillType.OuterOffset,
    )
    points, offsets = cast(Filled, generator.filled(0.5, 2.0))
    return [_keyholed(*_rings(path, cuts)) for path, cuts in zip(points, offsets, strict=True)]


def _rings(points: FloatArray, offsets: npt.NDArray[np.uint32]) -> tuple[Path2, list[Path2]]:
    """Return the outer ring and its holes, each without its repeated last point."""
    rings = [np.asarray(points[a : b - 1], dtype=np.float64) for a, b in pairwise(offsets)]
    return rings[0], rings[1:]


def _keyholed(outer: Path2, holes: list[Path2]) -> Path2:
    path = outer
    left = list(holes)
    while left:
        near = [_nearest(path, hole) for hole in left]
        number = min(range(len(left)), key=lambda n: near[n][2])
        at, start, _ = near[number]
        hole = left.pop(number)
        inside = np.concatenate([hole[start:], hole[: start + 1]])
        path = np.concatenate([path[: at + 1], inside, path[at:]])
    return path


def _nearest(path: Path2, hole: Path2) -> tuple[int, int, float]:
    """Return which point of the path and which of the hole lie nearest, and how far apart."""
    distance = ((path[:, None, :] - hole[None, :, :]) ** 2).sum(axis=2)
    at, start = np.unravel_index(int(distance.argmin()), distance.shape)
    return int(at), int(start), float(distance[at, start])
