"""What a person measured in the open case: rulers and pairs of diameters, each in its slice."""

from PySide6.QtCore import QObject, Signal

from fets_desktop.review.rulers import Measure
from fets_desktop.study.grid import Grid
from fets_desktop.ui.words import translate

_SHORTEST_MM = 0.5
"""A click is no line."""


class Measures(QObject):
    """The measures of one case, oldest first."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.all: list[Measure] = []

    def open_pair(self, axis: int, level: int) -> Measure | None:
        """Return the newest measure if it waits, in this slice, for its second diameter."""
        last = self.all[-1] if self.all else None
        waits = last is not None and last.paired and len(last.lines) == 1
        return last if last and waits and (last.axis, last.level) == (axis, level) else None

    def add(self, measure: Measure) -> None:
        """Take a measure."""
        self.all.append(measure)
        self.changed.emit()

    def change(self, measure: Measure) -> None:
        """Let the newest measure be another one: it is still being drawn."""
        self.all[-1] = measure
        self.changed.emit()

    def keep(self, grid: Grid) -> None:
        """The mouse was let go: what is too short to be meant is taken away."""
        if not self.all:
            return
        last = self.all[-1]
        lines = tuple(n for n, mm in zip(last.lines, last.lengths_mm(grid), strict=True) if mm >= _SHORTEST_MM)
        if not lines:
            self.all.pop()
        elif lines != last.lines:
            self.all[-1] = Measure(last.axis, lines, last.paired)
        self.changed.emit()

    def step_back(self) -> None:
        """Take the newest measure away."""
        if self.all:
            self.all.pop()
            self.changed.emit()

    def clear(self) -> None:
        """Take all away."""
        if self.all:
            self.all.clear()
            self.changed.emit()


def measure_words(measure: Measure, grid: Grid) -> str:
    """Return a measure in words: "31.4 mm", or "31.4 × 20.1 mm = 631 mm²"."""
    lengths = measure.lengths_mm(grid)
    if len(lengths) == 1:
        return translate("{mm} mm", mm=f"{lengths[0]:.1f}")
    long, short = sorted(lengths, reverse=True)
    return translate("{a} × {b} mm = {p} mm²", a=f"{long:.1f}", b=f"{short:.1f}", p=f"{long * short:.0f}")
