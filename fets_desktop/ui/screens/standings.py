"""What a fusion made of each of its members, by label or region: a small table."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fets_desktop.ui.screens.segment.slices import emptied, right
from fets_desktop.ui.widgets.parts import label
from fets_desktop.ui.words import NOTHING, figure

Standings = dict[str, dict[str, dict[str, float | None]]]
"""By member and label or region `weight`, `sensitivity` and `specificity`."""


class StandingsTable(QWidget):
    """Shows each member's weight, or its sensitivity where the fusion weighs nobody, and says which it is."""

    def __init__(self) -> None:
        super().__init__()
        table = QWidget()
        self._grid = QGridLayout(table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._legend = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(table)
        column.addWidget(self._legend)

    def show_standings(self, standings: Standings) -> None:
        """Show what a fusion made of its members."""
        emptied(self._grid)
        parts = list(next(iter(standings.values()), {}))
        weighed = any(each["weight"] is not None for mine in standings.values() for each in mine.values())
        self._grid.addWidget(label(self.tr("Weight") if weighed else self.tr("Sensitivity"), "small"), 0, 0)
        for column, part in enumerate(parts, 1):
            self._grid.addWidget(right(part, "muted"), 0, column)
        for line, (name, mine) in enumerate(standings.items(), 1):
            self._grid.addWidget(label(name.split("@")[0], wrap=True), line, 0)
            for column, part in enumerate(parts, 1):
                number = mine[part]["weight" if weighed else "sensitivity"]
                shown = right(NOTHING if number is None else figure(number, ".2f"), "strong")
                shown.setToolTip(self._found(mine[part]))
                self._grid.addWidget(shown, line, column)
        self._legend.setText(
            self.tr("Each one's share of the votes. Point at a number for sensitivity and specificity.")
            if weighed
            else self.tr("How much of it each one finds, as estimated. Point at a number for the specificity.")
        )

    def _found(self, standing: dict[str, float | None]) -> str:
        return self.tr("Sensitivity {a:.3f}, specificity {b:.4f}").format(
            a=standing["sensitivity"], b=standing["specificity"]
        )
