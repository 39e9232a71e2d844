"""Volumes over time: one line a region, a point a scan; a click on a scan tells which."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.widgets.plots import still_plot, tint_plot
from fets_desktop.ui.words import volume

_NAMES = ("WT", "TC", "ET")
_TICK_PIXELS = 84
"""Least distance of two dates below the plot."""
_NAME_PIXELS, _DATE_PIXELS, _AXIS_PIXELS = 84, 44, 50
"""Room at the right for a line's name, at the left for half a date, and for the axis."""


@dataclass(frozen=True)
class Scan:
    """One scan in the plot.

    Attributes:
        name: What is told when it is clicked.
        at: Where it stands, in days or as a number.
        title: Below the plot.
        volumes_ml: By region.
    """

    name: str
    at: float
    title: str
    volumes_ml: dict[str, float]


class GrowthPlot(QWidget):
    """The volumes of the regions over time.

    Args:
        name: What is drawn, for a screen reader.
    """

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._scans: tuple[Scan, ...] = ()
        self._plot = still_plot(self)
        self._plot.setMinimumHeight(150)
        self._plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._plot.getAxis("left").setLabel("cm³")
        self._lines, self._ends = {}, {}
        for region in _NAMES:
            colour = current_theme().hex(region)
            self._lines[region] = self._plot.plot(
                [], [], pen=pg.mkPen(colour, width=1.8), symbol="o", symbolSize=8, symbolBrush=colour, symbolPen=None
            )
            self._lines[region].sigPointsClicked.connect(self._clicked)
            self._ends[region] = pg.TextItem(color=colour, anchor=(0, 0.5))
            self._plot.addItem(self._ends[region])
        self._here = pg.InfiniteLine(angle=90)
        self._plot.addItem(self._here)
        self._here.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        tint_plot(self._plot)
        self._here.setPen(pg.mkPen(current_theme().colour("faint"), style=Qt.PenStyle.DashLine))

    def show_scans(self, scans: Sequence[Scan]) -> None:
        """Draw these scans, in the order of time."""
        self._scans = tuple(scans)
        told = [f"{scan.title} " + ", ".join(f"{r} {volume(scan.volumes_ml[r])}" for r in _NAMES) for scan in scans]
        self.setAccessibleName(". ".join((self._name, *told)))
        self._draw()

    def mark(self, name: str) -> None:
        """Mark the scan that was asked for."""
        at = next((scan.at for scan in self._scans if scan.name == name), None)
        self._here.setVisible(at is not None)
        if at is not None:
            self._here.setPos(at)

    def _draw(self) -> None:
        at = [scan.at for scan in self._scans]
        low, high = (min(at), max(at)) if at else (0.0, 1.0)
        room = max(high - low, 1.0)
        # the names stand at the lines' ends, half a date below the first and the last point
        wide = max(self._plot.width() - _AXIS_PIXELS - _DATE_PIXELS - _NAME_PIXELS, 60)
        left, right = low - room * _DATE_PIXELS / wide, high + room * _NAME_PIXELS / wide
        self._plot.setXRange(left, right, padding=0)
        most = max((ml for scan in self._scans for ml in scan.volumes_ml.values()), default=1.0)
        self._plot.setYRange(0, max(most * 1.12, 1.0), padding=0)
        self._plot.getAxis("bottom").setTicks([self._ticks(room / wide)])
        for region in _NAMES:
            heights = [scan.volumes_ml[region] for scan in self._scans]
            self._lines[region].setData(at, heights, data=[scan.name for scan in self._scans])
            self._ends[region].setVisible(bool(heights))
            if heights:
                self._ends[region].setText(f" {region}  {heights[-1]:.1f}")
                self._ends[region].setPos(at[-1], heights[-1])
        self._keep_apart(most)

    def _keep_apart(self, most: float) -> None:
        """Names of lines that end close together stand one above the other."""
        if not self._scans:
            return
        last = self._scans[-1]
        apart, lowest = most * 1.12 * 15 / max(self.height() - 40, 60), 0.0
        for region in sorted(_NAMES, key=lambda each: last.volumes_ml[each]):
            height = max(last.volumes_ml[region], lowest + apart / 2)
            self._ends[region].setPos(last.at, height)
            lowest = height + apart / 2

    def _ticks(self, a_pixel: float) -> list[tuple[float, str]]:
        """Return where dates stand: as many as there is room for, the last one always."""
        found: list[tuple[float, str]] = []
        for scan in reversed(self._scans):
            if not found or found[-1][0] - scan.at >= _TICK_PIXELS * a_pixel:
                found.append((scan.at, scan.title))
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Dates and names need room in pixels."""
        super().resizeEvent(event)
        self._draw()

    def _clicked(self, _item: object, points: Sequence[pg.SpotItem], _event: object = None) -> None:
        if len(points):
            self.picked.emit(str(points[0].data()))
