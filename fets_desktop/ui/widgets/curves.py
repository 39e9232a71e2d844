"""Curves over epochs, in the window's look: thin lines, muted axes, names at the lines' ends."""

from collections.abc import Sequence
from math import isfinite

import pyqtgraph as pg
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.widgets.plots import still_plot, tint_plot

_NAME_PIXELS = 15
"""Least distance of two names."""
_AXIS_PIXELS, _EDGE_PIXELS = 44, 8
"""Room for the axis at the left, and between a name and the plot's end."""


class Curves(QWidget):
    """A plot of several curves over whole numbers.

    Args:
        name: What is drawn, for a screen reader.
        roles: Each curve's name and colour role of the theme.
        top: Highest value of the vertical axis, None to fit.
        decimals: Of the value at a curve's end.
    """

    def __init__(self, name: str, roles: dict[str, str], top: float | None = None, decimals: int = 3) -> None:
        super().__init__()
        self._decimals = decimals
        self._name = name
        self._roles = dict(roles)
        self._points: dict[str, list[tuple[int, float]]] = {curve: [] for curve in roles}
        self._plot = still_plot(self)
        self._plot.setMinimumHeight(150)
        self._plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._top = top
        if top is not None:
            self._plot.setYRange(0, top, padding=0.02)
        self._lines, self._ends = {}, {}
        for curve in roles:
            self._lines[curve] = self._plot.plot([], [], symbol="o", symbolSize=5, symbolPen=None)
            self._ends[curve] = pg.TextItem(anchor=(0, 0.5))
            self._plot.addItem(self._ends[curve])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self.tint()
        self.clear()

    def tint(self) -> None:
        """Take the present theme's colours."""
        tint_plot(self._plot)
        for curve, role in self._roles.items():
            colour = current_theme().hex(role)
            self._lines[curve].setPen(pg.mkPen(colour, width=1.8))
            self._lines[curve].setSymbolBrush(colour)
            self._ends[curve].setColor(colour)

    def clear(self) -> None:
        """Draw nothing."""
        for points in self._points.values():
            points.clear()
        self._draw()

    def add(self, epoch: int, values: dict[str, float]) -> None:
        """Add an epoch's values; unknown curves and values that are no number are left out."""
        self._take(epoch, values)
        self._draw()

    def show_all(self, rows: Sequence[tuple[int, dict[str, float]]]) -> None:
        """Draw these epochs' values and nothing else."""
        for points in self._points.values():
            points.clear()
        for epoch, values in rows:
            self._take(epoch, values)
        self._draw()

    def _take(self, epoch: int, values: dict[str, float]) -> None:
        for curve, value in values.items():
            if curve in self._points and isfinite(value):
                self._points[curve].append((epoch, value))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the names apart: their distance is one in pixels."""
        super().resizeEvent(event)
        self._draw()

    def points(self, curve: str) -> list[tuple[int, float]]:
        """Return what a curve shows."""
        return list(self._points[curve])

    def _draw(self) -> None:
        last = max((epoch for points in self._points.values() for epoch, _ in points), default=0)
        # whole numbers only: there is no epoch one and a half
        every = max(1, -(-last // 10))
        self._plot.getAxis("bottom").setTicks([[(n, str(n)) for n in range(every, max(last, 1) + 1, every)]])
        highest = max((value for points in self._points.values() for _, value in points), default=1.0)
        if self._top is None:
            self._plot.setYRange(0, highest * 1.1, padding=0)
        words, names_at = [], self._name_heights()
        for curve, points in self._points.items():
            self._lines[curve].setData([e for e, _ in points], [v for _, v in points])
            self._ends[curve].setVisible(bool(points))
            if points:
                value = f"{points[-1][1]:.{self._decimals}f}"
                self._ends[curve].setText(f" {curve}  {value}")
                self._ends[curve].setPos(points[-1][0], names_at[curve])
                words.append(f"{curve} {value}")
        self._plot.setXRange(0, max(last * 1.3, 3, self._room_for_names(last)), padding=0)
        self.setAccessibleName(", ".join((self._name, *words)))

    def _room_for_names(self, last: int) -> float:
        """Return where the plot must end at least for the names at the curves' ends to be whole."""
        widths = (end.textItem.boundingRect().width() for end in self._ends.values() if end.isVisible())
        needed, wide = max(widths, default=0.0) + _EDGE_PIXELS, self.width() - _AXIS_PIXELS
        return last * wide / (wide - needed) if wide > 1.2 * needed else 0.0

    def _name_heights(self) -> dict[str, float]:
        """Return how high the name of each curve stands: at its end, but clear of the name below and of the top."""
        ends = sorted((points[-1][1], curve) for curve, points in self._points.items() if points)
        low, high = self._plot.viewRange()[1]
        heights: dict[str, float] = {}
        apart = (high - low) * _NAME_PIXELS / max(self.height(), 10 * _NAME_PIXELS)
        # the lowest stands clear of the axis
        lowest = low + apart / 2
        for value, curve in ends:
            heights[curve] = max(value, lowest)
            lowest = heights[curve] + apart
        highest = high - apart / 2
        for _, curve in reversed(ends):
            heights[curve] = min(heights[curve], highest)
            highest = heights[curve] - apart
        return heights
