"""Words that change often, in a place that stays."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class QuietLabel(QLabel):
    """A label as wide as its place: other words of as many lines do not lay the window out anew.

    Qt's own asks all that it stands in for another place whenever its words change, which costs more than an undo.

    Args:
        look: One of the style sheet's.
    """

    def __init__(self, look: str = "") -> None:
        super().__init__()
        self._words = ""
        self.setProperty("look", look)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the words."""
        return self._words

    def setText(self, words: str) -> None:
        """Say something else."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self._fit()
            self.update()

    def _fit(self) -> None:
        """Take the height that the words need, which is mostly the one they have."""
        room = QRect(0, 0, max(self.width(), 1), 1)
        high = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._words or " ").height()
        if high != self.minimumHeight():
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines elsewhere."""
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words."""
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextWordWrap, self._words)

    def sizeHint(self) -> QSize:
        """Return a line's size; the width is the place's."""
        return QSize(0, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()
