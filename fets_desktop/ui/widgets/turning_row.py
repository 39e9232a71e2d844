"""Two parts side by side, or one below the other where the window is too narrow for both."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_GAP = 8


class TurningRow(QWidget):
    """Lays two parts out by the width there is.

    Args:
        first: At the left, or above.
        second: At the right, or below.
        gap: Pixels between them.
        shares: How they share the room that is left over; if both do, they are of one width.
    """

    def __init__(self, first: QWidget, second: QWidget, *, gap: int = _GAP, shares: tuple[int, int] = (1, 0)) -> None:
        super().__init__()
        self._parts = (first, second)
        self._line = QBoxLayout(_BESIDE, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(gap)
        for part, share in zip(self._parts, shares, strict=True):
            self._line.addWidget(part, share)
        self._gap, self._even = gap, all(shares)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn if need be."""
        widths = [part.minimumSizeHint().width() for part in self._parts]
        needed = (2 * max(widths) if self._even else sum(widths)) + self._gap
        margins = self._line.contentsMargins()
        room = event.size().width() - margins.left() - margins.right()
        self._line.setDirection(_BESIDE if room >= needed else _BELOW)

    def minimumSizeHint(self) -> QSize:
        """Return a size that one part fits in."""
        wide = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(wide, super().minimumSizeHint().height())
