"""What a tool wants to change, before the paint-over rules have had their say."""

from dataclasses import dataclass

import numpy as np

from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.volume import LabelArray, Mask


@dataclass(frozen=True, eq=False)
class Change:
    """Voxels and the labels they are to bear; `Editor.apply` makes one edit of it.

    Attributes:
        box: Where; inside the grid.
        mask: Which voxels of the box, `(z, y, x)`.
        values: One label value, or one for each voxel of the box.
        axis: Array axis (0 z, 1 y, 2 x) across the slices it is counted in.
    """

    box: Box
    mask: Mask
    values: int | LabelArray
    axis: int = 0

    @staticmethod
    def of(mask: Mask, values: int | LabelArray, box: Box | None = None, axis: int = 0) -> "Change":
        """Return the change trimmed to the voxels it touches.

        Args:
            mask: `(z, y, x)` of the grid, or of `box`.
            values: One label value, or one for each voxel of the mask.
            box: Where the mask lies; the whole grid if None.
            axis: Array axis across the slices it is counted in.
        """
        inner = box_of(mask)
        start = box.start if box else (0, 0, 0)
        trimmed = values[inner.slices] if isinstance(values, np.ndarray) else values
        z0, y0, x0 = (a + b for a, b in zip(start, inner.start, strict=True))
        z1, y1, x1 = (a + b for a, b in zip(start, inner.stop, strict=True))
        return Change(Box((z0, y0, x0), (z1, y1, x1)), mask[inner.slices], trimmed, axis)

    @property
    def empty(self) -> bool:
        """Whether it changes nothing."""
        return self.box.empty

    def whole(self, shape: tuple[int, int, int]) -> Mask:
        """Return the mask on a grid of `shape`."""
        mask = np.zeros(shape, dtype=np.bool_)
        mask[self.box.slices] = self.mask
        return mask


NOTHING = Change(Box((0, 0, 0), (0, 0, 0)), np.zeros((0, 0, 0), dtype=np.bool_), 0)
"""The change that changes nothing."""


def grown(box: Box, margin: tuple[int, int, int], shape: tuple[int, int, int]) -> Box:
    """Return a box with `margin` voxels `(z, y, x)` more on every side, as far as the grid goes."""
    z0, y0, x0 = (a - m for a, m in zip(box.start, margin, strict=True))
    z1, y1, x1 = (b + m for b, m in zip(box.stop, margin, strict=True))
    return Box((z0, y0, x0), (z1, y1, x1)).clipped(shape)


def slice_box(axis: int, index: int, shape: tuple[int, int, int]) -> Box:
    """Return the box of one slice of a grid."""
    z0, y0, x0 = (index if d == axis else 0 for d in range(3))
    z1, y1, x1 = (index + 1 if d == axis else shape[d] for d in range(3))
    return Box((z0, y0, x0), (z1, y1, x1))
