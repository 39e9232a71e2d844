"""Slices worth a look, region by region; each is a way into Review."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from fets_desktop.ui.widgets.parts import button, label

_SLICES = 3


class SlicePlaces(QWidget):
    """Rows of slices, the worst first; `review` carries "CASE#88" for the case's axial slice of index 88.

    A button bears the number that Review shows for the slice, counted from 1.

    Args:
        named: What a slice's button says of itself, with {n}, {area} and {region} in it.
        most: What stands behind a row, with {area} in it.
    """

    review = Signal(str)

    def __init__(self, named: str, most: str) -> None:
        super().__init__()
        self._named, self._most = named, most
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(_SLICES + 2, 1)

    def show_slices(self, case: str, slices: Mapping[str, Sequence[Sequence[float]]]) -> bool:
        """Show a case's slices, by region: index and area in mm2; hide and return False if there are none."""
        emptied(self._grid)
        found = {region: rows[:_SLICES] for region, rows in slices.items() if rows}
        for line, (region, rows) in enumerate(found.items()):
            self._grid.addWidget(label(region, "strong"), line, 0)
            for column, (index, area) in enumerate(rows, 1):
                self._grid.addWidget(self._place(case, region, int(index), area), line, column)
            self._grid.addWidget(label(self._most.format(area=rows[0][1]), "muted"), line, _SLICES + 1)
        self.setVisible(bool(found))
        return bool(found)

    def _place(self, case: str, region: str, index: int, area: float) -> QWidget:
        number = index + 1
        built = button(str(number), lambda: self.review.emit(f"{case}#{index}"), look="link")
        built.setToolTip(self._named.format(n=number, area=area, region=region))
        built.setAccessibleName(built.toolTip())
        return built


def emptied(grid: QGridLayout) -> None:
    """Take everything out of a grid."""
    while item := grid.takeAt(0):
        if widget := item.widget():
            widget.setParent(None)
            widget.deleteLater()


def right(text: str, look: str) -> QWidget:
    """Return words that stand at the right of their cell."""
    built = label(text, look)
    built.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return built
