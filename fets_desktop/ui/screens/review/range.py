"""Two sliders for a range of brightness, in the units of the contrast that is looked at."""

from functools import partial

from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from fets_desktop.ui.viewer.state import ViewState
from fets_desktop.ui.widgets.amount import Amount
from fets_desktop.ui.words import number

_STEPS = 400
_SPANS = 2.0
"""The sliders reach from the darkest value shown to so many times the range that is shown."""


class BrightnessRange(QWidget):
    """What the threshold brush paints.

    Args:
        state: What it changes and follows.
    """

    def __init__(self, state: ViewState) -> None:
        super().__init__()
        self._state = state
        self.low = Amount(self.tr("Darkest painted"), 0, _STEPS, "", self._words)
        self.high = Amount(self.tr("Brightest painted"), 0, _STEPS, "", self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.low, self.high):
            part.picked.connect(partial(self._moved, part))
            column.addWidget(part)

    @property
    def sliders(self) -> tuple[QSlider, QSlider]:
        """What the Tab key goes through."""
        return self.low.slider, self.high.slider

    def follow(self) -> None:
        """Show the range of the contrast that is looked at."""
        contrast = self._state.look.contrast
        span, held = self._state.spans.get(contrast), self._state.ranges.get(contrast)
        if span and held:
            for part, value in zip((self.low, self.high), held, strict=True):
                part.show_value(round((value - span.low) / (_SPANS * span.width) * _STEPS))

    def _value(self, place: int) -> float | None:
        span = self._state.spans.get(self._state.look.contrast)
        return span.low + place * _SPANS * span.width / _STEPS if span else None

    def _words(self, place: int) -> str:
        value = self._value(place)
        return "" if value is None else number(value)

    def _moved(self, moved: Amount, _place: int) -> None:
        """Take the range the sliders stand at; the one that is not moved gives way."""
        low, high = self.low.slider.value(), self.high.slider.value()
        if low > high:
            low, high = (low, low) if moved is self.low else (high, high)
        darkest, brightest = self._value(low), self._value(high)
        if darkest is not None and brightest is not None:
            self._state.set_range(self._state.look.contrast, darkest, brightest)
