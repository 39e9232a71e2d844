"""Pictures of what the viewer shows, with letters, slice and case printed on them, and movies of all slices."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QWidget

from fets_desktop.ui.viewer.pane import Pane
from fets_desktop.ui.viewer.plane_view import PlaneView
from fets_desktop.ui.words import translate

_FOOT = 26
_GROUND = QColor("#000000")
_WORDS = QColor("#c4ccd4")
_MOVIE_EDGE = 480


class _Still(Pane):
    """A pane that is never seen and shows any slice.

    Args:
        source: The pane it looks like.
        edge: Its longer edge in pixels.
    """

    def __init__(self, source: PlaneView, edge: int) -> None:
        self._at = source.index
        super().__init__(source.state, source.orientation, source.fixed_contrast)
        factor = min(edge / max(source.width(), source.height()), 1.0)
        self.resize(max(round(source.width() * factor), 1), max(round(source.height() * factor), 1))
        frame = source.frame.zoomed(self.pixels()[0] / source.frame.width, 0.0, 0.0)
        self.set_frame(frame.resized(*self.pixels()))

    @property
    def index(self) -> int:
        """The slice shown, wherever the cursor is."""
        return self._at

    def go_to(self, index: int) -> None:
        """Show another slice."""
        self._at = index
        self.blend_again()


def still(panes: Sequence[QWidget], foot: str) -> QImage:
    """Return a picture of panes as they stand, with a line of words below.

    Args:
        panes: Panes of one window.
        foot: Which case, by its pseudonym, and from when; never a patient's name.
    """
    places = [QRect(pane.mapTo(pane.window(), QPoint(0, 0)), pane.size()) for pane in panes]
    whole = places[0]
    for place in places[1:]:
        whole = whole.united(place)
    ratio = panes[0].devicePixelRatioF()
    image = QImage(round(whole.width() * ratio), round((whole.height() + _FOOT) * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(_GROUND)
    with QPainter(image) as painter:
        for pane, place in zip(panes, places, strict=True):
            painter.drawPixmap(place.topLeft() - whole.topLeft(), pane.grab())
        _write_foot(painter, QRect(0, whole.height(), whole.width(), _FOOT), foot, panes[0].font())
    return image


def frames(source: PlaneView, foot: str) -> Iterator[QImage]:
    """Yield a picture of every slice of a pane's plane that shows some of the content, first to last."""
    content, plane = source.state.content, source.plane
    assert content
    pane = _Still(source, _MOVIE_EDGE)
    try:
        for index in range(content.start[plane.axis], content.stop[plane.axis]):
            pane.go_to(index)
            image = QImage(pane.width(), pane.height() + _FOOT, QImage.Format.Format_RGB888)
            image.fill(_GROUND)
            with QPainter(image) as painter:
                painter.drawPixmap(0, 0, pane.grab())
                _write_foot(painter, QRect(0, pane.height(), pane.width(), _FOOT), foot, pane.font())
            yield image
    finally:
        pane.deleteLater()


def pixels_of(image: QImage) -> npt.NDArray[np.uint8]:
    """Return a picture's pixels, `(row, column, 3)` red, green, blue."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    height, width, line = plain.height(), plain.width(), plain.bytesPerLine()
    held = np.frombuffer(plain.constBits(), dtype=np.uint8, count=height * line).reshape(height, line)
    return held[:, : 3 * width].reshape(height, width, 3).copy()


def _write_foot(painter: QPainter, box: QRect, foot: str, font: QFont) -> None:
    painter.fillRect(box, _GROUND)
    small = QFont(font)
    small.setPixelSize(11)
    painter.setFont(small)
    painter.setPen(_WORDS)
    right = translate("Not for diagnostic use")
    box = box.adjusted(10, 0, -10, 0)
    room = box.width() - painter.fontMetrics().horizontalAdvance(right) - 16
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, right if room > 60 else "")
    words = painter.fontMetrics().elidedText(foot, Qt.TextElideMode.ElideRight, max(room, 60))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | middle, words)
