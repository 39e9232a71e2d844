"""The oblique pane under the mouse: a drag turns it, the wheel goes along its normal, a click moves the cursor."""

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from fets_desktop.review.frame import Frame
from fets_desktop.ui.viewer.oblique import STEP_MM, ObliquePane
from fets_desktop.ui.viewer.state import ViewState

_DEGREES_A_PIXEL = 0.4
_DEGREES_A_KEY = 5.0
_CLICK_PIXELS = 3.0
_WHEEL_ZOOM = 1.15
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class ObliqueView(ObliquePane):
    """An oblique pane that a person turns.

    Args:
        state: What is looked at.
    """

    enlarge_wanted = Signal()

    def __init__(self, state: ViewState) -> None:
        super().__init__(state)
        self._press: tuple[QPointF, QPointF] | None = None
        self.setAccessibleDescription(self.tr("Arrow keys turn it, Page up and Page down go on, Home turns it back."))
        # a click leaves the keys with the plane that was worked in
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        if self.state.scene:
            self._press = (event.position(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn by the left button, move by the middle one, zoom by the right one."""
        if self._press is None:
            return
        start, last = self._press
        step = event.position() - last
        self._press = (start, event.position())
        ratio, buttons = self.devicePixelRatioF(), event.buttons()
        if buttons & Qt.MouseButton.MiddleButton:
            self._show_frame(self.frame.moved(step.x() * ratio, step.y() * ratio))
        elif buttons & Qt.MouseButton.RightButton:
            self._show_frame(self.frame.zoomed(1.01 ** (-step.y()), start.x() * ratio, start.y() * ratio))
        elif (event.position() - start).manhattanLength() > _CLICK_PIXELS:
            self.turn(step.x() * _DEGREES_A_PIXEL, -step.y() * _DEGREES_A_PIXEL)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag; a click without one moves the cursor there."""
        press, self._press = self._press, None
        moved = press and (event.position() - press[0]).manhattanLength() > _CLICK_PIXELS
        scene = self.state.scene
        if not press or moved or scene is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        ratio, half = self.devicePixelRatioF(), (self.side() - 1) / 2
        column, row = self.frame.to_picture(event.position().x() * ratio, event.position().y() * ratio)
        way = (column - half) * np.array(self.plane.across) + (row - half) * np.array(self.plane.down)
        self.point = self.anchor() + STEP_MM * way
        self.look_at(scene.grid.to_index(self.point))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Make this pane large, or small again."""
        self.enlarge_wanted.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go along the normal; zoom about the mouse with Ctrl."""
        notches, ratio = event.angleDelta().y() / 120.0, self.devicePixelRatioF()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            spot = event.position()
            self._show_frame(self.frame.zoomed(_WHEEL_ZOOM**notches, spot.x() * ratio, spot.y() * ratio))
        else:
            self.step(notches)
        event.accept()

    def _show_frame(self, frame: Frame) -> None:
        self.frame, self.own_frame = frame, True
        self.blend_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn, go on and turn back; all other keys are the viewer's."""
        key = Qt.Key(event.key())
        if way := _KEYS.get(key):
            self.turn(way[0] * _DEGREES_A_KEY, way[1] * _DEGREES_A_KEY)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.step(1 if key == Qt.Key.Key_PageUp else -1)
        elif key == Qt.Key.Key_Home:
            self.turn_back()
        else:
            super().keyPressEvent(event)
