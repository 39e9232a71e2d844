"""Scores as pictures: how they spread by region (violins), and two models against each other case by case."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.widgets.plots import still_plot, tint_plot

Floats = npt.NDArray[np.float64]

_HEIGHT = 236
_HALF_WIDTH = 0.34
_LEAST_FOR_SHAPE = 4
"""Fewer scores have no shape: they are shown as points."""
_LEVELS = 81


@dataclass(frozen=True)
class Spot:
    """One case and region, scored by two models.

    Attributes:
        case: The case.
        region: The region.
        first: Dice of the first model.
        second: Dice of the second.
    """

    case: str
    region: str
    first: float
    second: float


class _Plot(QWidget):
    """A plot in the window's look, which cannot be moved or zoomed.

    Args:
        name: What is drawn, for a screen reader.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._plot = still_plot(self)
        self._plot.setFixedHeight(_HEIGHT)
        self._plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._plot.setAntialiasing(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self.setAccessibleName(name)

    def tint(self) -> None:
        """Take the present theme's colours."""
        tint_plot(self._plot)


class Violins(_Plot):
    """The Dice of every case by region, a violin for each model; a bar marks the median, a point each case."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._groups: list[tuple[str, list[list[float]]]] = []
        self._plot.setYRange(0, 1, padding=0.03)
        self.tint()

    def show_scores(self, groups: Sequence[tuple[str, list[list[float]]]]) -> None:
        """Show scores.

        Args:
            groups: For each region its name and the scores of each model.
        """
        self._groups = list(groups)
        words = [f"{region}: {', '.join(f'{np.median(s):.3f}' for s in sides if s)}" for region, sides in self._groups]
        self.setAccessibleName("; ".join((self._name, *words)))
        self._draw()

    def tint(self) -> None:
        """Take the present theme's colours, of what is drawn, too."""
        super().tint()
        self._draw()

    def _draw(self) -> None:
        self._plot.clear()
        ticks = []
        for number, (region, sides) in enumerate(self._groups):
            ticks.append((number, region))
            for side, scores in enumerate(sides):
                middle = number + (side - (len(sides) - 1) / 2) * 2.2 * _HALF_WIDTH / len(sides)
                self._violin(middle, _HALF_WIDTH / len(sides), np.asarray(scores), region, solid=side == 0)
        self._plot.getAxis("bottom").setTicks([ticks])
        self._plot.setXRange(-0.5, max(len(self._groups), 1) - 0.5, padding=0)

    def _violin(self, middle: float, half: float, scores: Floats, region: str, *, solid: bool) -> None:
        if not scores.size:
            return
        colour = current_theme().colour(region)
        pen = pg.mkPen(colour, width=1.4, style=Qt.PenStyle.SolidLine if solid else Qt.PenStyle.DashLine)
        if scores.size >= _LEAST_FOR_SHAPE:
            levels, widths = shape_of(scores)
            fill = QColor(colour)
            fill.setAlpha(60 if solid else 0)
            left = pg.PlotCurveItem(middle - half * widths, levels, pen=pen, antialias=True)
            right = pg.PlotCurveItem(middle + half * widths, levels, pen=pen, antialias=True)
            # between two curves, the library fills along x only: an outline of its own is filled instead
            outline = np.concatenate([middle - half * widths, (middle + half * widths)[::-1]])
            heights = np.concatenate([levels, levels[::-1]])
            ground = pg.PlotCurveItem(outline, heights, pen=None, brush=fill, fillLevel="enclosed", antialias=True)
            for item in (ground, left, right):
                self._plot.addItem(item)
        spread = half * 0.5 * np.cos(np.arange(scores.size) * 2.4)  # beside each other, the same every time
        spots = pg.ScatterPlotItem(middle + spread, scores, size=5, pen=None, brush=colour)
        median = float(np.median(scores))
        bar = pg.PlotCurveItem(
            [middle - half * 0.8, middle + half * 0.8],
            [median, median],
            pen=pg.mkPen(current_theme().hex("text"), width=2),
        )
        self._plot.addItem(spots)
        self._plot.addItem(bar)


def shape_of(scores: Floats) -> tuple[Floats, Floats]:
    """Return heights from 0 to 1 and how wide the violin is there, at most 1: a Gaussian kernel by Silverman's rule."""
    spread = max(float(np.std(scores)), 0.01)
    width = 0.9 * spread * scores.size ** (-1 / 5)
    low, high = max(scores.min() - 2 * width, 0.0), min(scores.max() + 2 * width, 1.0)
    levels = np.linspace(low, high, _LEVELS)
    density = np.exp(-0.5 * ((levels[:, None] - scores[None]) / width) ** 2).sum(axis=1)
    return levels, density / density.max()


class Duel(_Plot):
    """Two models case by case: above the line the first is better; `chosen` carries a case whose point was clicked."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._spots: list[Spot] = []
        self._names = ("", "")
        self._plot.setXRange(0, 1, padding=0.03)
        self._plot.setYRange(0, 1, padding=0.03)
        self.tint()

    def show_spots(self, spots: Sequence[Spot], first: str, second: str) -> None:
        """Show cases under the names of the two models."""
        self._spots, self._names = list(spots), (first, second)
        above = sum(spot.first > spot.second for spot in spots)
        self.setAccessibleName(f"{self._name}: {first}, {second}: {above} / {len(spots)}")
        self._draw()

    def tint(self) -> None:
        """Take the present theme's colours, of what is drawn, too."""
        super().tint()
        self._draw()

    def _draw(self) -> None:
        self._plot.clear()
        theme = current_theme()
        self._plot.addItem(pg.PlotCurveItem([0, 1], [0, 1], pen=pg.mkPen(theme.hex("faint"), width=1), antialias=True))
        style = {"color": theme.hex("muted"), "font-size": "11px"}
        self._plot.setLabel("left", self._names[0], **style)
        self._plot.setLabel("bottom", self._names[1], **style)
        points = pg.ScatterPlotItem(
            hoverable=True, tip=lambda x, y, data: f"{data.case}, {data.region}: {y:.3f} / {x:.3f}"
        )
        points.addPoints(
            [
                {
                    "pos": (spot.second, spot.first),
                    "data": spot,
                    "size": 8,
                    "brush": pg.mkBrush(theme.hex(spot.region)),
                    "pen": pg.mkPen(theme.hex("panel"), width=1),
                }
                for spot in self._spots
            ]
        )
        points.sigClicked.connect(self._clicked)
        self._plot.addItem(points)

    def _clicked(self, _item: object, points: Sequence[pg.SpotItem], _event: object = None) -> None:
        if len(points):
            self.chosen.emit(points[0].data().case)
