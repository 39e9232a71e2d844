"""A few choices side by side, of which one holds: one click, and all of them seen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segments(QWidget):
    """Choices side by side; `picked` carries the number of the one a person takes.

    Args:
        name: What is chosen, for a screen reader.
        words: The choices.
    """

    picked = Signal(int)

    def __init__(self, name: str, words: list[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._telling = True
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for number, text in enumerate(words):
            choice = QPushButton(text)
            choice.setCheckable(True)
            choice.setAutoDefault(False)
            choice.setProperty("look", "segment")
            choice.setProperty("edge", {0: "first", len(words) - 1: "last"}.get(number, ""))
            choice.setAccessibleName(f"{name}: {text}")
            choice.toggled.connect(lambda on, number=number: self._toggled(number, on))
            self._group.addButton(choice, number)
            line.addWidget(choice, 1)

    def show_choice(self, number: int) -> None:
        """Mark a choice without telling."""
        self._telling = False
        self._group.button(number).setChecked(True)
        self._telling = True

    @property
    def chosen(self) -> int:
        """The number of the choice that holds, -1 before there is one."""
        return self._group.checkedId()

    def button(self, number: int) -> QPushButton:
        """Return one choice's button."""
        found = self._group.button(number)
        assert isinstance(found, QPushButton)
        return found

    def _toggled(self, number: int, on: bool) -> None:
        if on and self._telling:
            self.picked.emit(number)
