"""Window/level and label colours: from a slice and its labels to the pixels of a pane, in numpy alone."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from fets_desktop.review.frame import Frame
from fets_desktop.review.sampling import Bytes, Sampling, magnified, sampling
from fets_desktop.study.colours import TISSUE_RGB
from fets_desktop.study.crop import Box
from fets_desktop.study.grid import FloatArray
from fets_desktop.study.labels import LabelScheme

Pixels = npt.NDArray[np.uint32]
"""`(row, column)` pixels 0xffRRGGBB: Qt's RGB32, and BGRA bytes on little-endian machines."""

LABEL_COLOURS = TISSUE_RGB
"""Red, green, blue of the sub-compartments, as in everything that is exported."""

_BLACK = 0xFF000000
CODES = 16
"""So many codes a table of pixels has: what lies inside a label, and what at its edge."""
EDGE = 8
"""Added to a label's value where its outline runs."""


@dataclass(frozen=True)
class Window:
    """Which values are shown between black and white.

    Attributes:
        width: From black to white, > 0.
        level: The middle.
    """

    width: float
    level: float

    @property
    def low(self) -> float:
        """The value shown black."""
        return self.level - self.width / 2

    def dragged(self, wider: float, higher: float, scale: float) -> "Window":
        """Return the window after a drag: by `wider` and `higher` pixels, one pixel being `scale` of the values."""
        return Window(max(self.width + wider * scale, scale), self.level + higher * scale)


def auto_window(array: FloatArray) -> Window:
    """Return a window from black at zero (or the darkest) to white at the 99.5th percentile of what is not zero."""
    sample = array[::2, ::2, ::2]
    values = sample[(sample != 0) & np.isfinite(sample)]
    if values.size == 0:
        return Window(1.0, 0.5)
    low, high = np.percentile(values, [0.5, 99.5])
    low = min(float(low), 0.0)
    width = max(float(high) - low, 1e-6)
    return Window(width, low + width / 2)


def windowed(values: FloatArray, window: Window) -> Bytes:
    """Return values as grey 0..255; what is not a number is black."""
    scaled = (values - np.float32(window.low)) * np.float32(255.0 / window.width)
    np.fmax(scaled, np.float32(0.0), out=scaled)  # unlike clip, makes NaN 0
    np.fmin(scaled, np.float32(255.0), out=scaled)
    return scaled.astype(np.uint8)


@dataclass(frozen=True)
class Palette:
    """How labels are laid over the image; hashable, so that its tables are built once.

    Attributes:
        colours: Pairs of label value (1 to 7) and its red, green, blue; a value without a colour is not shown.
        opacity: 0 shows the image alone, 1 the labels alone.
        outlines: Whether a line in full colour runs around every label.
    """

    colours: tuple[tuple[int, tuple[int, int, int]], ...]
    opacity: float = 0.4
    outlines: bool = True

    @staticmethod
    def of(
        scheme: LabelScheme, opacity: float = 0.4, outlines: bool = True, hidden: frozenset[int] = frozenset()
    ) -> "Palette":
        """Return the palette of a label scheme without the hidden values."""
        colours = tuple((value, LABEL_COLOURS[tissue]) for value, tissue in scheme.values if value not in hidden)
        return Palette(colours, opacity, outlines)


@lru_cache(maxsize=32)
def tables(palette: Palette) -> tuple[Bytes, Pixels]:
    """Return the table of shown values `(256,)` and that of pixels by code and grey `(16 * 256,)`."""
    shown = np.zeros(256, dtype=np.uint8)
    grey = np.arange(256, dtype=np.float64)[:, None].repeat(3, axis=1)
    table = np.empty((CODES, 256, 3))
    table[:] = grey
    for value, colour in palette.colours:
        shown[value] = value
        table[value] = grey * (1.0 - palette.opacity) + np.array(colour) * palette.opacity
        table[EDGE + value] = colour
    red, green, blue = np.moveaxis(np.round(table).astype(np.uint32), 2, 0)
    return shown, (np.uint32(_BLACK) | red << np.uint32(16) | green << np.uint32(8) | blue).reshape(-1)


def blend(
    grey: Bytes,
    labels: Bytes | None,
    palette: Palette,
    frame: Frame,
    line: int = 1,
) -> tuple[Pixels, int, int]:
    """Return what the slice looks like on its pane.

    Grey values are interpolated; labels keep their voxels' edges, outlines are `line` pixels thick at any zoom.

    Args:
        grey: `(row, column)` slice after window/level.
        labels: `(row, column)` label values, or None.
        palette: Colours, opacity, outlines.
        frame: Where the slice lies on the pane.
        line: Thickness of outlines in pixels.

    Returns:
        The pixels on which the slice is seen, and the pane pixel (x, y) of their first.
    """
    rows = sampling(grey.shape[0], frame.height, frame.top, frame.down_mm * frame.scale)
    columns = sampling(grey.shape[1], frame.width, frame.left, frame.across_mm * frame.scale)
    shades = magnified(grey, rows, columns)
    pixels = shades.astype(np.uint32)
    pixels *= np.uint32(0x010101)
    pixels |= np.uint32(_BLACK)
    if labels is not None and palette.colours:
        _lay_over(pixels, shades, labels, palette, rows, columns, line)
    return pixels, columns.start, rows.start


def blend_part(
    pixels: Pixels,
    grey: Bytes,
    labels: Bytes,
    palette: Palette,
    frame: Frame,
    changed: tuple[slice, slice],
    line: int = 1,
) -> tuple[slice, slice]:
    """Blend anew where labels changed: what a stroke costs does not depend on the size of the slice.

    Args:
        pixels: What `blend` returned for the same slice and frame; changed in place.
        grey: `(row, column)` slice after window/level.
        labels: `(row, column)` label values as they are now.
        palette: As for `blend`.
        frame: As for `blend`.
        changed: Rows and columns of the slice in which labels changed.
        line: As for `blend`.

    Returns:
        Rows and columns of `pixels` that are new.
    """
    rows = sampling(grey.shape[0], frame.height, frame.top, frame.down_mm * frame.scale)
    columns = sampling(grey.shape[1], frame.width, frame.left, frame.across_mm * frame.scale)
    # an outline is drawn beside the voxel that changed, and depends on what lies beside it
    new = [s.around(c.start, c.stop - 1, line) for s, c in zip((rows, columns), changed, strict=True)]
    seen = [s.around(c.start, c.stop - 1, 2 * line) for s, c in zip((rows, columns), changed, strict=True)]
    down, across = rows.part(seen[0]), columns.part(seen[1])
    shown, table = tables(palette)
    part = shown.take(labels.take(down.nearest, axis=0).take(across.nearest, axis=1))
    index = (with_edges(part, line) if palette.outlines else part).astype(np.uint16)
    index <<= 8
    index |= magnified(grey, down, across)
    inner = tuple(slice(n.start - s.start, n.stop - s.start) for n, s in zip(new, seen, strict=True))
    pixels[new[0], new[1]] = table.take(index[inner])
    return new[0], new[1]


def _lay_over(
    pixels: Pixels, shades: Bytes, labels: Bytes, palette: Palette, rows: Sampling, columns: Sampling, line: int
) -> None:
    shown, table = tables(palette)
    visible = shown.take(labels)  # side by side in memory, which a sagittal cut is not
    box = _bounds(visible)
    if box.empty:
        return
    # some background all round, so that outlines know what they border on
    down = rows.around(box.start[1], box.stop[1] - 1, line)
    across = columns.around(box.start[2], box.stop[2] - 1, line)
    part = visible.take(rows.nearest[down], axis=0).take(columns.nearest[across], axis=1)
    codes = with_edges(part, line) if palette.outlines else part
    index = codes.astype(np.uint16)
    index <<= 8
    index |= shades[down, across]
    pixels[down, across] = table.take(index)


def _bounds(mask: Bytes) -> Box:
    down, across = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if down.size == 0:
        return Box((0, 0, 0), (0, 0, 0))
    return Box((0, int(down[0]), int(across[0])), (1, int(down[-1]) + 1, int(across[-1]) + 1))


def with_edges(labels: Bytes, line: int) -> Bytes:
    """Mark the pixels of a label within `line` pixels of another label or of the background."""
    edge = np.zeros(labels.shape, dtype=np.bool_)
    for axis in (0, 1):
        a, b = labels.swapaxes(0, axis), edge.swapaxes(0, axis)
        step = a[line:] != a[:-line]
        b[line:] |= step
        b[:-line] |= step
    edge &= labels != 0
    return labels | (edge.view(np.uint8) << np.uint8(3))
