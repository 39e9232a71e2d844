"""A list that says in words why it is empty."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget

from fets_desktop.ui.theme import current_theme


class PlainList(QListWidget):
    """A list of words.

    Args:
        name: What a screen reader calls it.
        nothing: What stands there while it is empty.
    """

    def __init__(self, name: str, nothing: str) -> None:
        super().__init__()
        self._nothing = nothing
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)

    def say_nothing(self, words: str) -> None:
        """Say something else while it is empty."""
        self._nothing = words
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the items, or the words."""
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(current_theme().colour("faint"))
            box = self.viewport().rect().adjusted(20, 20, -20, -20)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._nothing)
