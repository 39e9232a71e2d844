"""A part of a scrolled page that may grow and shrink above what a person is looking at, without moving it."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class Anchored(QObject):
    """Scrolls along when a part changes its height above what is seen: else a second click would hit something else.

    Args:
        area: What is scrolled.
        part: What changes its height, somewhere in it.
    """

    def __init__(self, area: QScrollArea, part: QWidget) -> None:
        super().__init__(area)
        self._area, self._part = area, part
        self._owed = 0
        part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note by how much the part grew above what is seen; the page has its new height a moment later."""
        if event.type() == QEvent.Type.Resize:
            change = cast("QResizeEvent", event)
            grown = change.size().height() - change.oldSize().height()
            end = self._part.mapTo(self._area.viewport(), QPoint(0, change.oldSize().height()))
            if grown and change.oldSize().height() > 0 and end.y() < 0:
                self._owed += grown
                QTimer.singleShot(0, self, self._scroll_along)
        return False

    def _scroll_along(self) -> None:
        bar, self._owed, owed = self._area.verticalScrollBar(), 0, self._owed
        bar.setValue(bar.value() + owed)
