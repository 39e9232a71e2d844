"""Words over a plane with a thin dark line round them, drawn once and laid down as pictures from then on.

A pane has a dozen words, each of which is six times drawn for its dark line; from one slice to the next mostly one of
them is another.
"""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

TEXT = QColor("#e7ebef")
"""The colour of words that are read first."""

# a flag asked in Python costs more than the picture's place; a plain number does not
_RIGHT, _MIDDLE, _HALFWAY = (
    flag.value for flag in (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignVCenter)
)
_HALO = QColor(0, 0, 0, 150)
_AROUND = ((-1, 0), (1, 0), (0, -1), (0, 1), (0.8, 0.8))
_KEPT = 512
_ROOM = 2
"""Pixels left free around the words, for the line."""


def draw_text(painter: QPainter, box: QRectF, alignment: Qt.AlignmentFlag, words: str, colour: QColor = TEXT) -> None:
    """Draw words in the painter's font, so that they are read over bone and fat too.

    Args:
        painter: Its transform is a scale at most.
        box: Where, in the painter's pixels; what is longer goes on beyond it.
        alignment: Left, right or in the middle; at the top, unless it is `AlignCenter`.
        words: One line.
        colour: Theirs.
    """
    ratio = painter.deviceTransform().m11()
    picture = _lettered(words, painter.font(), colour.rgba(), ratio)
    width, height = picture.width() / ratio - 2 * _ROOM, picture.height() / ratio - 2 * _ROOM
    x, y, where = box.x(), box.y(), alignment.value
    if where & _RIGHT:
        x = box.right() - width
    elif where & _MIDDLE:
        x += (box.width() - width) / 2
    if where & _HALFWAY:
        y += (box.height() - height) / 2
    painter.drawImage(QPointF(x - _ROOM, y - _ROOM), picture)  # which lays it on whole pixels of the screen


@lru_cache(maxsize=_KEPT)
def _lettered(words: str, font: QFont, colour: int, ratio: float) -> QImage:
    metrics = QFontMetricsF(font)
    wide, high = math.ceil(metrics.horizontalAdvance(words)), math.ceil(metrics.height())
    size = QSizeF(wide + 2 * _ROOM, high + 2 * _ROOM) * ratio
    picture = QImage(size.toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(0)
    box = QRectF(_ROOM, _ROOM, wide, high)
    with QPainter(picture) as painter:
        painter.setFont(font)
        painter.setPen(_HALO)
        for x, y in _AROUND:
            painter.drawText(box.translated(x, y), Qt.TextFlag.TextDontClip, words)
        painter.setPen(QColor.fromRgba(colour))
        painter.drawText(box, Qt.TextFlag.TextDontClip, words)
    return picture
