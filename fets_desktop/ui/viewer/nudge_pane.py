"""A plane of two images laid over one another; drags and keys push the one, the wheel goes through the slices."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent

from fets_desktop.imaging.planes import Pixels
from fets_desktop.review.planes import Orientation
from fets_desktop.ui.theme import PLANE_COLOURS, current_theme
from fets_desktop.ui.viewer.focused import FocusedPane
from fets_desktop.ui.viewer.overlay import draw_words

_LETTERS = {
    Orientation.AXIAL: ("R", "L", "A", "P"),
    Orientation.CORONAL: ("R", "L", "S", "I"),
    Orientation.SAGITTAL: ("A", "P", "S", "I"),
}
"""Where left, right, top and bottom lead in the pictures of the preparation."""
_STEP_MM, _STEP_DEG, _FAST = 0.5, 0.5, 4.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NudgePane(FocusedPane):
    """Shows one plane.

    Args:
        orientation: Which plane.
    """

    pushed = Signal(float, float)
    """How far the image was pushed to the right and downwards on the screen, mm."""
    turned = Signal(float)
    """By how many degrees the image was turned counter-clockwise on the screen."""
    stepped = Signal(int)
    """How many slices on, towards superior, left or anterior."""
    pointed = Signal(float, float)
    """A person points at a column and row of the picture, mm."""

    def __init__(self, orientation: Orientation) -> None:
        super().__init__()
        self.orientation = orientation
        self._tile: Pixels | None = None
        self._cross = (0.0, 0.0)
        self._last: QPointF | None = None
        self._notches = 0.0
        titles = {
            Orientation.AXIAL: self.tr("Axial"),
            Orientation.CORONAL: self.tr("Coronal"),
            Orientation.SAGITTAL: self.tr("Sagittal"),
        }
        self._title = titles[orientation]
        self.setAccessibleName(self.tr("Overlay, {plane}").format(plane=self._title))
        self.setAccessibleDescription(
            self.tr("Arrow keys push, Ctrl and left or right turn, Page Up and Page Down change the slice.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(140, 120)
        self.setCursor(Qt.CursorShape.SizeAllCursor)

    def show_tile(self, tile: Pixels | None, cross: tuple[float, float]) -> None:
        """Show pixels `(row, column, 3)` of 1 mm, with a cross at (column, row); None for nothing."""
        self._tile, self._cross = tile, cross
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that shows a head."""
        return QSize(420, 380)

    # --- what is seen

    def _scale(self) -> float:
        """Return pixels a millimetre."""
        height, width = self._tile.shape[:2] if self._tile is not None else (240, 240)
        return float(max(min((self.width() - 8) / width, (self.height() - 8) / height), 0.1))

    def _corner(self) -> QPointF:
        height, width = self._tile.shape[:2] if self._tile is not None else (240, 240)
        scale = self._scale()
        return QPointF((self.width() - width * scale) / 2, (self.height() - height * scale) / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture with its cross and letters."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(0, 0, 0))
            if self._tile is not None:
                self._draw(painter, self._tile)
            if self.hasFocus():
                painter.setPen(current_theme().colour("accent"))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _draw(self, painter: QPainter, tile: Pixels) -> None:
        pixels = np.ascontiguousarray(tile)
        height, width = pixels.shape[:2]
        scale, corner = self._scale(), self._corner()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        painter.drawImage(QRectF(corner.x(), corner.y(), width * scale, height * scale), image)
        colour = QColor(PLANE_COLOURS[self.orientation])
        spot = corner + QPointF(self._cross[0] + 0.5, self._cross[1] + 0.5) * scale
        painter.setPen(colour)
        for x, y in ((7.0, 0.0), (0.0, 7.0)):
            painter.drawLine(spot - QPointF(x, y), spot + QPointF(x, y))
        draw_words(painter, (self.width(), self.height()), self._title, _LETTERS[self.orientation], colour)

    # --- what the hand does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to push or to turn; a click with the middle button looks at a place."""
        if self._tile is None:
            return
        if event.button() is Qt.MouseButton.MiddleButton:
            place = (event.position() - self._corner()) / self._scale()
            self.pointed.emit(place.x(), place.y())
        else:
            self._last = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Push; with the right button or Ctrl turn about the middle of the brain."""
        if self._last is None:
            return
        here = event.position()
        turns = event.buttons() & Qt.MouseButton.RightButton or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if turns:
            middle = QPointF(self.width() / 2, self.height() / 2)
            before, after = self._last - middle, here - middle
            # the screen's rows grow downwards
            angle = math.atan2(-after.y(), after.x()) - math.atan2(-before.y(), before.x())
            self.turned.emit(math.degrees(math.remainder(angle, math.tau)))
        else:
            way = (here - self._last) / self._scale()
            self.pushed.emit(way.x(), way.y())
        self._last = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._last = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go through the slices."""
        self._notches += event.angleDelta().y() / 120.0
        steps = int(self._notches)
        self._notches -= steps
        if steps:
            self.stepped.emit(steps)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Push by half a millimetre, turn by half a degree; four times as much with Shift."""
        fast = _FAST if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.turned.emit(-arrow[0] * _STEP_DEG * fast)
        elif arrow:
            self.pushed.emit(arrow[0] * _STEP_MM * fast, arrow[1] * _STEP_MM * fast)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.stepped.emit(round(fast) if event.key() == Qt.Key.Key_PageUp else -round(fast))
        else:
            super().keyPressEvent(event)
