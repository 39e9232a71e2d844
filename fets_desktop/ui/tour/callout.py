"""What the tour shows: a few words with an arrow beside the control that they are about, and a ring around it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QRegion,
)
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.widgets.parts import button, clear, label, row, tool_button

WIDTH = 340
_ARROW = 10
"""Width of the edge that the arrow stands in, all around."""
_ROUND = 8.0
_GAP = 4
_RING = 3


class Ring(QWidget):
    """A frame around a control; clicks and the pointer go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, place: QRect) -> None:
        """Stand around a place of the window."""
        outer = place.adjusted(-_RING, -_RING, _RING, _RING)
        if self.geometry() != outer:
            self.setGeometry(outer)
            whole, edge = self.rect(), _RING + 1
            # not over what it surrounds: a picture is not painted anew for it
            self.setMask(QRegion(whole) - QRegion(whole.adjusted(edge, edge, -edge, -edge)))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        with QPainter(self) as painter:
            painter.setPen(QPen(current_theme().colour("accent"), 2 * _RING))
            painter.drawRect(self.rect())


class Callout(QWidget):
    """A note of the tour.

    Args:
        window: What it lies over.
    """

    left = Signal()
    """The person leaves the tour."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._side, self._tip = "", QPoint()
        self._count, self._title = label("", "small"), label("", "heading", wrap=True)
        self._text, self._keys = label("", wrap=True), label("", "small")
        self._foot = QVBoxLayout()
        self._buttons: list[QPushButton] = []
        self._close = tool_button("x", self.tr("Leave the tour (Esc)"), self.left.emit, 14)
        self._lay_out()
        self.setFixedWidth(WIDTH)
        self.hide()

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        edge = _ARROW + 14
        column.setContentsMargins(edge, edge - 6, edge - 4, edge - 2)
        column.setSpacing(6)
        column.addWidget(row(self._count, self._keys, 1, self._close))
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(4)
        column.addLayout(self._foot)
        self._keys.setText(self.tr("F6: keys here and back"))

    def say(self, count: str, title: str, text: str, buttons: Sequence[tuple[str, str, Callable[[], object]]]) -> None:
        """Show other words and buttons, and have them read out.

        Args:
            count: Which step of how many, "" for none.
            title: What is to be done.
            text: How.
            buttons: Words, look and call of each.
        """
        had_keys = self.has_keys()
        self._count.setText(count)
        self._count.setVisible(bool(count))
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        clear(self._foot)
        self._buttons = [button(words, call, look=look) for words, look, call in buttons]
        if buttons:
            foot = row(1, *self._buttons)
            self._foot.addWidget(foot)
            # at once: what Qt shows later has no height yet
            foot.show()
        self._column.activate()
        self.resize(WIDTH, self._column.totalHeightForWidth(WIDTH))
        if had_keys and buttons:
            self.take_keys()
        spoken = QAccessibleAnnouncementEvent(self, f"{title}. {text}")
        QAccessible.updateAccessibility(spoken)

    def has_keys(self) -> bool:
        """Return whether the keys act on the note."""
        held = self.window().focusWidget()
        return held is not None and (held is self or self.isAncestorOf(held))

    def take_keys(self) -> None:
        """Bring the keys to the last button: it is the one that most people want."""
        (self._buttons[-1] if self._buttons else self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stand(self, anchor: QRect | None, sides: Sequence[str]) -> None:
        """Stand beside a place of the window, in the middle of its foot if there is none."""
        room = self.window().rect()
        if anchor is None:
            spot, side = QPoint((room.width() - self.width()) // 2, room.height() - self.height() - 60), ""
        else:
            spot, side = beside(anchor, self.size(), room, sides)
        tip = anchor.center() - spot if anchor else QPoint()
        if (spot, side, tip) != (self.pos(), self._side, self._tip):
            self._side, self._tip = side, tip
            self.move(spot)
            self.update()
        self.show()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Esc; Enter presses the button that has the keys, as Space does."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for pressed in (each for each in self._buttons if each.hasFocus()):
                pressed.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and arrow."""
        theme, body = current_theme(), QRectF(self.rect()).adjusted(_ARROW, _ARROW, -_ARROW, -_ARROW)
        shape = QPainterPath()
        shape.addRoundedRect(body, _ROUND, _ROUND)
        if arrow := self._arrow(body):
            tip = QPainterPath()
            tip.addPolygon(arrow)
            tip.closeSubpath()
            shape = shape.united(tip)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(theme.colour("raised"))
            painter.drawPath(shape)

    def _arrow(self, body: QRectF) -> QPolygonF | None:
        """Return the arrow from the side that faces the control."""
        most = body.adjusted(18, 18, -18, -18)
        x = min(max(float(self._tip.x()), most.left()), most.right())
        y = min(max(float(self._tip.y()), most.top()), most.bottom())
        length = float(_ARROW - 1)
        tips = {
            "right": (QPointF(body.left(), y), QPointF(-length, 0)),
            "left": (QPointF(body.right(), y), QPointF(length, 0)),
            "below": (QPointF(x, body.top()), QPointF(0, -length)),
            "above": (QPointF(x, body.bottom()), QPointF(0, length)),
        }
        if self._side not in tips:
            return None
        foot, way = tips[self._side]
        across = QPointF(way.y(), way.x())
        return QPolygonF([foot - across - way / length, foot + way, foot + across - way / length])


def beside(anchor: QRect, size: QSize, room: QRect, sides: Sequence[str]) -> tuple[QPoint, str]:
    """Return where a note of a size stands beside a control, and on which side of it.

    Args:
        anchor: The control's place.
        size: Of the note.
        room: Where it must stay.
        sides: right, left, below, above: the best first.

    Returns:
        Its corner and its side; "" where no side has room for it, and it lies over the control's foot.
    """
    middle = anchor.center() - QPoint(size.width() // 2, size.height() // 2)
    corners = {
        "right": QPoint(anchor.right() + _GAP, middle.y()),
        "left": QPoint(anchor.left() - _GAP - size.width(), middle.y()),
        "below": QPoint(middle.x(), anchor.bottom() + _GAP),
        "above": QPoint(middle.x(), anchor.top() - _GAP - size.height()),
    }
    for side in sides:
        spot = _kept_in(corners[side], size, room)
        if not QRect(spot, size).intersects(anchor):
            return spot, side
    foot = QPoint(anchor.right() - size.width(), anchor.bottom() - size.height())
    return _kept_in(foot, size, room), ""


def _kept_in(spot: QPoint, size: QSize, room: QRect) -> QPoint:
    x = min(max(spot.x(), room.left()), max(room.right() + 1 - size.width(), room.left()))
    y = min(max(spot.y(), room.top()), max(room.bottom() + 1 - size.height(), room.top()))
    return QPoint(x, y)
