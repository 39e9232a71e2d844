"""Two parts side by side, or one below the other where the window is too narrow for both."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_GAP = 8


class TurningRow(QWidget):
    """Lays two parts out by the width there is.

    Args:
        first: At the left, or above; takes the room that is left over.
        second: At the right, or below.
    """

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._parts = (first, second)
        self._line = QBoxLayout(_BESIDE, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        self._line.addWidget(first, 1)
        self._line.addWidget(second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn if need be."""
        needed = sum(part.minimumSizeHint().width() for part in self._parts) + _GAP
        margins = self._line.contentsMargins()
        room = event.size().width() - margins.left() - margins.right()
        self._line.setDirection(_BESIDE if room >= needed else _BELOW)

    def minimumSizeHint(self) -> QSize:
        """Return a size that one part fits in."""
        wide = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(wide, super().minimumSizeHint().height())
