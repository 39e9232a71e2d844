"""From slice voxels to pane pixels: which voxels a pixel shows, along one axis at a time.

A slice is magnified row-wise and column-wise with tables that depend on the zoom only, so scrolling costs two gathers.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
_Index = npt.NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Sampling:
    """Pixels start..stop of a pane axis and the voxels they show.

    Attributes:
        start: First pixel on which the slice is seen.
        stop: One past the last.
        nearest: The voxel under each pixel's centre.
        low: The voxel centre before it.
        high: The voxel centre after it.
        weight: Share of `high`, 0 to 256.
    """

    start: int
    stop: int
    nearest: _Index
    low: _Index
    high: _Index
    weight: npt.NDArray[np.uint16]

    def part(self, pixels: slice) -> "Sampling":
        """Return the sampling of some of the pixels, counted from `start`."""
        at = slice(*pixels.indices(len(self.nearest)))
        begin = self.start + at.start
        arrays = (self.nearest[at], self.low[at], self.high[at], self.weight[at])
        return Sampling(begin, begin + len(arrays[0]), *arrays)

    def around(self, first: int, last: int, margin: int) -> slice:
        """Return the pixels that show voxels first..last, and so many more at both ends, as far as there are any."""
        held = self.pixels_of(first, last)
        return slice(max(held.start - margin, 0), min(held.stop + margin, len(self.nearest)))

    def pixels_of(self, first: int, last: int) -> slice:
        """Return which of the pixels (counted from `start`) show voxels first..last, nearest voxel taken."""
        a, b = np.searchsorted(self.nearest, (first, last + 1))
        return slice(int(a), int(b))


@lru_cache(maxsize=64)
def sampling(voxels: int, pixels: int, origin: float, voxel_pixels: float) -> Sampling:
    """Return how an axis of `voxels` is sampled by a pane axis of `pixels`.

    Args:
        voxels: Length of the slice.
        pixels: Length of the pane.
        origin: Pixel coordinate of the first voxel's outer edge.
        voxel_pixels: Pixels a voxel is long.
    """
    start = min(max(int(np.ceil(origin - 0.5)), 0), pixels)
    stop = min(max(int(np.ceil(origin + voxels * voxel_pixels - 0.5)), start), pixels)
    position = (np.arange(start, stop) + 0.5 - origin) / voxel_pixels
    nearest = np.clip(np.floor(position).astype(np.intp), 0, voxels - 1)
    centred = np.clip(position - 0.5, 0.0, voxels - 1.0)
    low = np.floor(centred).astype(np.intp)
    high = np.minimum(low + 1, voxels - 1)
    weight = np.round((centred - low) * 256).astype(np.uint16)
    return Sampling(start, stop, nearest, low, high, weight)


def magnified(grey: Bytes, rows: Sampling, columns: Sampling) -> Bytes:
    """Return grey values `(row, column)` interpolated linearly at the pixels."""
    wide = _mixed(grey.take(columns.low, axis=1), grey.take(columns.high, axis=1), columns.weight[None, :])
    return _mixed(wide.take(rows.low, axis=0), wide.take(rows.high, axis=0), rows.weight[:, None])


def _mixed(low: Bytes, high: Bytes, weight: npt.NDArray[np.uint16]) -> Bytes:
    # 255 * 256 fits into 16 bits, so the sum does as well
    mixed = low * (np.uint16(256) - weight)
    mixed += high * weight
    mixed >>= 8
    return mixed.astype(np.uint8)
