"""What is drawn over a plane: name, letters, slice number, window, scale bar, crosshair, brush."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from fets_desktop.ui.theme import PLANE_COLOURS
from fets_desktop.ui.viewer.lettering import TEXT, draw_text

SLIDER_WIDTH = 16
"""Pixels at the right edge that move the slice."""

_FAINT = QColor("#b4bcc5")
_FAR = QColor("#77818c")
_SHADOW = QColor(0, 0, 0, 170)
_HALO = QColor(0, 0, 0, 150)
_TRACK = QColor("#20262c")
_MEASURED = QColor("#ffd479")
_BAR = 5.0
_HANDLES = 60
"""More corners than that were drawn freehand: they show no handles."""
_MARGIN = 10
_SCALE_BARS_MM = (50.0, 20.0, 10.0, 5.0, 100.0)
_GAP = 7.0
_CROSSHAIR_ALPHA = 165


@dataclass(frozen=True)
class Captions:
    """The words on a pane.

    Attributes:
        name: Of the plane or the contrast.
        plane: Name of the plane whose colour it has.
        letters: Where left, right, top and bottom lead.
        slice: "93 / 155".
        window: "W 1000  L 500".
        fraction: Where the slice lies between the last (0, bottom of the slider) and the first (1).
    """

    name: str
    plane: str
    letters: tuple[str, str, str, str]
    slice: str
    window: str
    fraction: float


def draw_captions(painter: QPainter, size: tuple[int, int], captions: Captions, font: QFont) -> None:
    """Draw the words of a pane of `(width, height)` pixels."""
    width, height = size
    painter.setFont(font)
    line = painter.fontMetrics().height()
    small = width < 220
    painter.fillRect(QRectF(_MARGIN, 11, 3, line - 4), QColor(PLANE_COLOURS[captions.plane]))
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    draw_text(painter, QRectF(_MARGIN + 9, 9, width, line), Qt.AlignmentFlag.AlignLeft, captions.name)
    right = width - SLIDER_WIDTH - 4
    left, east, top, bottom = captions.letters
    middle = (height - line) / 2
    draw_text(painter, QRectF(_MARGIN, middle, 30, line), Qt.AlignmentFlag.AlignLeft, left)
    draw_text(painter, QRectF(right - 30, middle, 30, line), Qt.AlignmentFlag.AlignRight, east)
    draw_text(painter, QRectF(width / 2 - 15, 9, 30, line), Qt.AlignmentFlag.AlignHCenter, top)
    draw_text(painter, QRectF(width / 2 - 15, height - line - 8, 30, line), Qt.AlignmentFlag.AlignHCenter, bottom)
    painter.setFont(font)
    draw_text(
        painter, QRectF(_MARGIN, height - line - 8, 120, line), Qt.AlignmentFlag.AlignLeft, captions.slice, _FAINT
    )
    if not small:
        draw_text(painter, QRectF(right - 200, 9, 200, line), Qt.AlignmentFlag.AlignRight, captions.window, _FAINT)


def draw_slider(painter: QPainter, size: tuple[int, int], captions: Captions) -> None:
    """Draw where the slice lies among the others, at the right edge."""
    width, height = size
    track = QRectF(width - 9, 34, 2, max(height - 68, 10))
    painter.fillRect(track, _TRACK)
    y = track.bottom() - captions.fraction * track.height()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PLANE_COLOURS[captions.plane]))
    painter.drawRoundedRect(QRectF(width - 11, y - 9, 6, 18), 3, 3)


def fraction_at(y: float, height: int) -> float:
    """Return the slider's fraction at a height of the pane."""
    length = max(height - 68, 10)
    return min(max(1.0 - (y - 34) / length, 0.0), 1.0)


def draw_scale_bar(painter: QPainter, size: tuple[int, int], pixels_a_mm: float, font: QFont) -> None:
    """Draw a bar of 50 mm, or of what fits, at the lower right."""
    width, height = size
    room = width / 2 - 40
    length_mm = next((mm for mm in _SCALE_BARS_MM if 30 <= mm * pixels_a_mm <= room - 50), None)
    if length_mm is None:
        return
    painter.setFont(font)
    line = painter.fontMetrics().height()
    right, y = width - SLIDER_WIDTH - 6, height - 8 - line / 2
    left = right - length_mm * pixels_a_mm
    # filled rectangles are crisp, and forty times faster than lines
    bars = [QRectF(left, round(y), right - left, 1), *(QRectF(round(x), round(y) - 4, 1, 9) for x in (left, right))]
    for bar in bars:
        painter.fillRect(bar.adjusted(-1, -1, 1, 1), _HALO)
    for bar in bars:
        painter.fillRect(bar, TEXT)
    words = f"{length_mm:g} mm"
    draw_text(painter, QRectF(left - 90, height - line - 8, 82, line), Qt.AlignmentFlag.AlignRight, words, _FAINT)


def draw_crosshair(
    painter: QPainter, size: tuple[int, int], x: float, y: float, across: str, down: str, ratio: float
) -> None:
    """Draw the crosshair at (x, y), open in the middle; each line has the colour of the plane it stands for."""
    width, height = size
    x, y, thin = math.floor(x * ratio) / ratio, math.floor(y * ratio) / ratio, 1 / ratio
    for name, parts in (
        (down, (QRectF(x, 0, thin, y - _GAP), QRectF(x, y + _GAP, thin, height - y - _GAP))),
        (across, (QRectF(0, y, x - _GAP, thin), QRectF(x + _GAP, y, width - SLIDER_WIDTH - x - _GAP, thin))),
    ):
        colour = QColor(PLANE_COLOURS[name])
        colour.setAlpha(_CROSSHAIR_ALPHA)
        for part in parts:
            if part.width() > 0 and part.height() > 0:
                painter.fillRect(part, colour)


def draw_cross(painter: QPainter, x: float, y: float) -> None:
    """Draw a small cross at (x, y), open in the middle."""
    x, y = math.floor(x), math.floor(y)
    for part in (QRectF(x - 14, y, 9, 1), QRectF(x + 6, y, 9, 1), QRectF(x, y - 14, 1, 9), QRectF(x, y + 6, 1, 9)):
        painter.fillRect(part.adjusted(-1, -1, 1, 1), _HALO)
        painter.fillRect(part, TEXT)


def draw_measure(painter: QPainter, lines: list[tuple[QPointF, QPointF]], words: str, font: QFont) -> None:
    """Draw measured lines with bars at their ends, and their length beside the last one."""
    for shade, thickness in ((_SHADOW, 3.5), (_MEASURED, 1.4)):
        painter.setPen(QPen(shade, thickness))
        for a, b in lines:
            painter.drawLine(a, b)
            way = b - a
            length = max(math.hypot(way.x(), way.y()), 1e-6)
            bar = QPointF(-way.y() / length * _BAR, way.x() / length * _BAR)
            for end in (a, b):
                painter.drawLine(end - bar, end + bar)
    painter.setFont(font)
    left, right = sorted(lines[0], key=lambda end: end.x())
    line, wide = painter.fontMetrics().height(), painter.fontMetrics().horizontalAdvance(words)
    box = QRectF(right.x() + 8, right.y() - line / 2, wide + 4, line)
    if box.right() > painter.window().width() - SLIDER_WIDTH:
        box.moveRight(max(left.x() - 8, wide + 4.0))
    draw_text(painter, box, Qt.AlignmentFlag.AlignLeft, words, _MEASURED)


def draw_brush(painter: QPainter, x: float, y: float, radii: tuple[float, float], colour: QColor) -> None:
    """Draw what the brush covers, around (x, y), dark and light so that it is seen on any ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for shade, thickness in ((_SHADOW, 2.5), (colour, 1.2)):
        painter.setPen(QPen(shade, thickness))
        painter.drawEllipse(QPointF(x, y), max(radii[0], 1.5), max(radii[1], 1.5))


def draw_outline(painter: QPainter, corners: list[QPointF], mouse: QPointF | None, colour: QColor) -> None:
    """Draw a line that is not closed yet: its corners, the way to the mouse, and thinly how it would close."""
    if not corners:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    way = [*corners, mouse] if mouse else corners
    for shade, thickness in ((_SHADOW, 3.0), (colour, 1.4)):
        painter.setPen(QPen(shade, thickness))
        painter.drawPolyline(way)
    if len(way) > 2:
        painter.setPen(QPen(colour, 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(way[-1], way[0])
    painter.setPen(QPen(_SHADOW, 1.0))
    painter.setBrush(colour)
    for corner in corners if len(corners) <= _HANDLES else (corners[0], corners[-1]):
        painter.drawEllipse(corner, 3.0, 3.0)


def draw_words(
    painter: QPainter, size: tuple[int, int], title: str, letters: tuple[str, str, str, str], colour: QColor
) -> None:
    """Draw a plane's title and where left, right, top and bottom lead, on `(width, height)` pixels."""
    width, height = size
    line = painter.fontMetrics().height()
    painter.fillRect(QRectF(_MARGIN, 11, 3, line - 4), colour)
    draw_text(painter, QRectF(_MARGIN + 9, 9, width, line), Qt.AlignmentFlag.AlignLeft, title)
    left, right, top, bottom = letters
    middle = (height - line) / 2
    draw_text(painter, QRectF(_MARGIN, middle, 30, line), Qt.AlignmentFlag.AlignLeft, left)
    draw_text(painter, QRectF(width - _MARGIN - 30, middle, 30, line), Qt.AlignmentFlag.AlignRight, right)
    draw_text(painter, QRectF(width / 2 - 15, 9, 30, line), Qt.AlignmentFlag.AlignHCenter, top)
    draw_text(painter, QRectF(width / 2 - 15, height - line - 8, 30, line), Qt.AlignmentFlag.AlignHCenter, bottom)


def draw_sides(painter: QPainter, size: tuple[int, int], sides: list[tuple[str, float, float, bool]]) -> None:
    """Draw letters where sides lie, on `(width, height)` pixels: letter, x, y, and whether it faces the eye."""
    width, height = size
    half = painter.fontMetrics().height() / 2
    for letter, x, y, near in sides:
        # zoomed in, the sides lie off the pane: their letters stay at its edge
        x, y = min(max(x, half + 4), width - half - 4), min(max(y, half + 4), height - half - 4)
        box = QRectF(x - half, y - half, 2 * half, 2 * half)
        draw_text(painter, box, Qt.AlignmentFlag.AlignCenter, letter, TEXT if near else _FAR)
