"""What is drawn over a blended slice: hatching, outlines of other label maps, a heat layer; in numpy alone."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from fets_desktop.review.display import CODES, EDGE, Palette, Pixels, tables, with_edges
from fets_desktop.review.frame import Frame
from fets_desktop.review.sampling import Bytes, Sampling, magnified, sampling
from fets_desktop.study.colours import Rgb

Floats = npt.NDArray[np.float32]
_HATCH = 4
_DASH = 4
_WHITE = np.uint32(0xFFFFFFFF)
_HEAT = ((0, (60, 20, 110)), (96, (190, 50, 110)), (176, (250, 130, 60)), (255, (255, 235, 150)))
"""From a little to full disagreement: violet, pink, orange, pale yellow; lighter is more, for colour-blind eyes."""
_STRONGEST = 0.72
"""How much of the image full heat covers."""


def hatch(pixels: Pixels, labels: Bytes, palette: Palette, frame: Frame, line: int = 1) -> None:
    """Hatch labels over a blended slice, in full colour: what is proposed, and not yet so.

    Args:
        pixels: What `blend` returned for the same slice and frame; changed in place.
        labels: `(row, column)` label values; 0 is left as it is.
        palette: Colours.
        frame: Where the slice lies on the pane.
        line: Thickness of the hatching in pixels.
    """
    rows, columns = _samplings(labels, frame)
    part = labels.take(rows.nearest, axis=0).take(columns.nearest, axis=1)
    down, across = np.arange(rows.start, rows.stop), np.arange(columns.start, columns.stop)
    where = ((down[:, None] + across) // line) % _HATCH == 0
    shown, table = tables(palette)
    where &= shown[part] != 0
    pixels[where] = table.reshape(CODES, 256)[EDGE + part[where], 0]


def contour(
    pixels: Pixels, labels: Bytes, palette: Palette, frame: Frame, line: int = 1, *, dashed: bool = True
) -> None:
    """Draw outlines of labels over a blended slice, each in its colour; dashed, with white between.

    Args:
        pixels: What `blend` returned for the same slice and frame; changed in place.
        labels: `(row, column)` label values; 0 has no outline.
        palette: Colours.
        frame: Where the slice lies on the pane.
        line: Thickness of the outlines in pixels.
        dashed: As those of other labels than the ones in hand.
    """
    rows, columns = _samplings(labels, frame)
    shown, table = tables(palette)
    part = shown.take(labels).take(rows.nearest, axis=0).take(columns.nearest, axis=1)
    codes = with_edges(part, line)
    edge = codes >= EDGE
    pixels[edge] = table.reshape(CODES, 256)[codes[edge], 0]
    if dashed:
        down, across = np.arange(rows.start, rows.stop), np.arange(columns.start, columns.stop)
        white = edge & (((down[:, None] + across) // (_DASH * line)) % 2 == 0)
        pixels[white] = _WHITE


def outlines(pixels: Pixels, others: Sequence[tuple[Bytes, Rgb]], frame: Frame, line: int = 1) -> None:
    """Draw the outlines of several label slices, each in one colour; where they run together the colours take turns.

    Args:
        pixels: What `blend` returned for the same slice and frame; changed in place.
        others: `(row, column)` label values and their red, green, blue.
        frame: Where the slice lies on the pane.
        line: Thickness of the outlines in pixels.
    """
    if not others:
        return
    rows, columns = _samplings(others[0][0], frame)
    down, across = np.arange(rows.start, rows.stop), np.arange(columns.start, columns.stop)
    turn = ((down[:, None] + across) // (_DASH * line)) % len(others)
    taken = np.zeros(turn.shape, dtype=np.bool_)
    for number, (labels, colour) in enumerate(others):
        part = np.minimum(labels, EDGE - 1).take(rows.nearest, axis=0).take(columns.nearest, axis=1)
        edge = with_edges(part, line) >= EDGE
        pixels[edge & (~taken | (turn == number))] = _pixel(colour)
        taken |= edge


def heat(pixels: Pixels, values: Bytes, frame: Frame) -> None:
    """Lay a heat map over a blended slice: nothing where it is 0, the more the hotter.

    Args:
        pixels: What `blend` returned for the same slice and frame; changed in place.
        values: `(row, column)`, 0 to 255.
        frame: Where the slice lies on the pane.
    """
    rows, columns = _samplings(values, frame)
    hot = magnified(values, rows, columns)
    where = hot > 0
    if not where.any():
        return
    colours, shares = _heat_table()
    level = hot[where]
    grey = (pixels[where] & np.uint32(255)).astype(np.float32)
    share = shares[level][:, None]
    red, green, blue = np.moveaxis((grey[:, None] * (1 - share) + colours[level] * share).astype(np.uint32), 1, 0)
    pixels[where] = np.uint32(0xFF000000) | red << np.uint32(16) | green << np.uint32(8) | blue


def _samplings(values: Bytes, frame: Frame) -> tuple[Sampling, Sampling]:
    rows = sampling(values.shape[0], frame.height, frame.top, frame.down_mm * frame.scale)
    return rows, sampling(values.shape[1], frame.width, frame.left, frame.across_mm * frame.scale)


@lru_cache(maxsize=1)
def _heat_table() -> tuple[Floats, Floats]:
    """Return the colour `(256, 3)` and the share of it `(256,)` for every level of heat, as float32."""
    at = [level for level, _ in _HEAT]
    channels = [np.interp(np.arange(256), at, [colour[n] for _, colour in _HEAT]) for n in range(3)]
    shares = np.linspace(0.35, 1.0, 256) * _STRONGEST
    shares[0] = 0.0
    return np.stack(channels, axis=1).astype(np.float32), shares.astype(np.float32)


def _pixel(colour: Rgb) -> np.uint32:
    red, green, blue = colour
    return np.uint32(0xFF000000 | red << 16 | green << 8 | blue)
