"""A named slider with its value in words."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from fets_desktop.ui.widgets.parts import label, row


class Amount(QWidget):
    """Chooses a whole number; `picked` carries the one a person drags to.

    Args:
        name: What is chosen.
        low: Lowest value.
        high: Highest value.
        unit: Stands behind the value: "mm" or "%".
        words: What the value is shown as; the number and its unit if None.
    """

    picked = Signal(int)

    def __init__(self, name: str, low: int, high: int, unit: str, words: Callable[[int], str] | None = None) -> None:
        super().__init__()
        self._name = name
        self._words = words or (lambda value: f"{value} {unit}")
        self._telling = True
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(low, high)
        self.slider.setFixedHeight(18)
        self._value = label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(row(label(name, "muted"), 1, self._value))
        column.addWidget(self.slider)
        self.slider.valueChanged.connect(self._moved)
        self._say(low)

    def show_value(self, value: int) -> None:
        """Show a value without telling."""
        self._telling = False
        self.slider.setValue(value)
        self._telling = True
        self._say(value)

    def _say(self, value: int) -> None:
        words = self._words(value)
        self._value.setText(words)
        self.slider.setAccessibleName(f"{self._name}, {words}")

    def _moved(self, value: int) -> None:
        self._say(value)
        if self._telling:
            self.picked.emit(value)
