"""Where a slice lies on a pane: zoom, pan and the way between pane pixels and picture positions."""

from dataclasses import dataclass, replace

from fets_desktop.review.planes import Plane
from fets_desktop.study.crop import Box

_CLOSEST = 60.0
_FARTHEST = 0.2


@dataclass(frozen=True)
class Frame:
    """A pane with a slice on it; all in the pane's device pixels.

    Attributes:
        width: Pane width.
        height: Pane height.
        scale: Pixels for a millimetre.
        left: Where the outer edge of the picture's first column lies; may be off the pane.
        top: Where the outer edge of its first row lies.
        across_mm: Edge of a voxel across the picture.
        down_mm: Edge of a voxel down the picture.
    """

    width: int
    height: int
    scale: float
    left: float
    top: float
    across_mm: float
    down_mm: float

    @staticmethod
    def fitting(plane: Plane, width: int, height: int, margin: float = 0.0) -> "Frame":
        """Return the frame that shows the whole slice in the middle, with a margin in pixels."""
        across, down = plane.spacing_mm
        rows, columns = plane.size
        wide, high = columns * across, rows * down
        scale = max(min((width - 2 * margin) / wide, (height - 2 * margin) / high), 1e-3)
        return Frame(width, height, scale, (width - wide * scale) / 2, (height - high * scale) / 2, across, down)

    @staticmethod
    def around(plane: Plane, width: int, height: int, box: Box, margin: float = 0.0) -> "Frame":
        """Return the frame that shows the part of a slice inside `box` in the middle, with a margin in pixels."""
        across, down = plane.spacing_mm
        x0, y0, z0 = box.start[::-1]
        x1, y1, z1 = box.stop[::-1]
        a = plane.to_picture((x0 - 0.5, y0 - 0.5, z0 - 0.5))
        b = plane.to_picture((x1 - 0.5, y1 - 0.5, z1 - 0.5))
        wide, high = max(abs(b[0] - a[0]), 1.0) * across, max(abs(b[1] - a[1]), 1.0) * down
        scale = max(min((width - 2 * margin) / wide, (height - 2 * margin) / high), 1e-3)
        middle_mm = ((a[0] + b[0] + 1.0) / 2 * across, (a[1] + b[1] + 1.0) / 2 * down)
        left, top = width / 2 - middle_mm[0] * scale, height / 2 - middle_mm[1] * scale
        return Frame(width, height, scale, left, top, across, down)

    def scaled(self, scale: float) -> "Frame":
        """Return the frame at another scale with the same middle."""
        return self.zoomed(scale / self.scale, self.width / 2, self.height / 2)

    def zoomed(self, factor: float, x: float, y: float) -> "Frame":
        """Return the frame scaled by `factor`; what lies under pixel (x, y) stays there."""
        scale = min(max(self.scale * factor, _FARTHEST), _CLOSEST)
        real = scale / self.scale
        return replace(self, scale=scale, left=x - (x - self.left) * real, top=y - (y - self.top) * real)

    def moved(self, right: float, down: float) -> "Frame":
        """Return the frame with the picture moved by pixels."""
        return replace(self, left=self.left + right, top=self.top + down)

    def resized(self, width: int, height: int) -> "Frame":
        """Return the frame for a pane of another size; the middle stays the middle."""
        moved = self.moved((width - self.width) / 2, (height - self.height) / 2)
        return replace(moved, width=width, height=height)

    def to_pixel(self, column: float, row: float) -> tuple[float, float]:
        """Return the pane pixel of a picture position."""
        x = self.left + (column + 0.5) * self.across_mm * self.scale
        return x, self.top + (row + 0.5) * self.down_mm * self.scale

    def to_picture(self, x: float, y: float) -> tuple[float, float]:
        """Return the picture position (column, row) under a pane pixel."""
        column = (x - self.left) / (self.across_mm * self.scale) - 0.5
        return column, (y - self.top) / (self.down_mm * self.scale) - 0.5
