"""A bar that shows how much of a whole lies on each side."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fets_desktop.ui.theme import current_theme

_HEIGHT, _BAR, _GAP = 40, 10, 3


class ShareBar(QWidget):
    """Training, validation, and what has no side yet."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[int, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, train: int, validation: int, open_: int) -> None:
        """Show three counts."""
        everything = (
            (train, "accent", self.tr("{n} train").format(n=train)),
            (validation, "good", self.tr("{n} validate").format(n=validation)),
            (open_, "faint", self.tr("{n} without a side").format(n=open_)),
        )
        self._parts = [part for part in everything if part[0]]
        self.setAccessibleName(", ".join(words for _, _, words in self._parts))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the bar with its words."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts and their words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        whole, left = sum(part[0] for part in self._parts), 0.0
        room = self.width() - _GAP * max(len(self._parts) - 1, 0)
        for number, role, words in self._parts:
            width = room * number / whole
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(role))
            painter.drawRoundedRect(QRectF(left, 0, width, _BAR), 4, 4)
            painter.setPen(theme.colour("muted"))
            box = QRectF(left, _BAR + 4, max(width, 10), _HEIGHT - _BAR - 4)
            # words that are longer than the last part end where the bar does
            beyond = left + painter.fontMetrics().horizontalAdvance(words) > self.width()
            side = Qt.AlignmentFlag.AlignRight if beyond else Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)
            left += width + _GAP
