"""Two parts side by side, or one below the other where the window is too narrow for both."""

from PySide6.QtCore import QEvent, QSize
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
        """Turn if there is too little room."""
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Turn if the parts have other words now."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        widths = [part.minimumSizeHint().width() for part in self._parts]
        needed = (2 * max(widths) if self._even else sum(widths)) + self._gap
        margins = self._line.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self._line.setDirection(_BESIDE if room >= needed else _BELOW)

    def minimumSizeHint(self) -> QSize:
        """Return a size that one part fits in."""
        wide = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(wide, super().minimumSizeHint().height())
