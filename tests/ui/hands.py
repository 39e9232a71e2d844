"""A person's hands: drags, the wheel and keys, sent as the events a real mouse and keyboard make."""

import time

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def mouse(widget, kind, spot, button, buttons, modifiers=NONE):
    """Send one mouse event."""
    point = QPointF(*spot)
    event = QMouseEvent(kind, point, QPointF(widget.mapToGlobal(point.toPoint())), button, buttons, modifiers)
    QApplication.sendEvent(widget, event)


def press(widget, spot, button=LEFT, modifiers=NONE):
    mouse(widget, QEvent.Type.MouseButtonPress, spot, button, button, modifiers)


def move(widget, spot, buttons=LEFT, modifiers=NONE):
    mouse(widget, QEvent.Type.MouseMove, spot, Qt.MouseButton.NoButton, buttons, modifiers)


def release(widget, spot, button=LEFT):
    mouse(widget, QEvent.Type.MouseButtonRelease, spot, button, Qt.MouseButton.NoButton)


def drag(widget, start, end, button=LEFT, modifiers=NONE, steps=6):
    """Press, move in steps, release."""
    press(widget, start, button, modifiers)
    for n in range(1, steps + 1):
        x, y = (a + (b - a) * n / steps for a, b in zip(start, end, strict=True))
        move(widget, (x, y), button, modifiers)
    release(widget, end, button)


def double_click(widget, spot):
    press(widget, spot)
    release(widget, spot)
    mouse(widget, QEvent.Type.MouseButtonDblClick, spot, LEFT, LEFT)
    release(widget, spot)


def wheel(widget, notches, modifiers=NONE, spot=None):
    point = QPointF(*(spot or (widget.width() / 2, widget.height() / 2)))
    event = QWheelEvent(
        point,
        QPointF(widget.mapToGlobal(point.toPoint())),
        QPoint(0, 0),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def key(widget, words):
    """Press the keys "Ctrl+Z" on a widget."""
    combination = QKeySequence(words)[0]
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


def click(widget):
    """Click the middle of a widget."""
    QTest.mouseClick(widget, LEFT)


def spot_of(view, voxel):
    """Return where a voxel (x, y, z) lies on a pane, in its pixels."""
    column, row = view.plane.to_picture(voxel)
    x, y = view.frame.to_pixel(column, row)
    ratio = view.devicePixelRatioF()
    return x / ratio, y / ratio


def until(holds, seconds=90.0):
    """Let events happen until something holds; a slow machine only takes longer."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came to pass"
        QTest.qWait(10)


def dialog_of(parent, kind):
    """Return the dialog of a kind that is open."""
    return next(dialog for dialog in parent.findChildren(kind) if dialog.isVisible())
