"""The table of a federation's rounds, as this site saw them, newest first."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QHeaderView

from fets_desktop.study.federation import RoundRow
from fets_desktop.study.labels import REGIONS
from fets_desktop.ui.federation_words import size_words
from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.widgets.parts import Card
from fets_desktop.ui.widgets.table import ROW_HEIGHT, Table
from fets_desktop.ui.widgets.titled import Index, TitledModel
from fets_desktop.ui.words import NOTHING, count, day, duration

ROUND, COMMON, OWN, LOSS, TOOK, LEFT, CAME, ENDED, NOTE = range(9)
_WIDTHS = {ROUND: 64, COMMON: 122, OWN: 96, LOSS: 74, TOOK: 94, LEFT: 90, CAME: 90, ENDED: 152}
_SHOWN = 7
"""Rounds that are seen at once."""


class RoundTable(TitledModel):
    """The rounds.

    Args:
        parent: Its owner.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[RoundRow] = []
        self._titles = [
            self.tr("Round"),
            self.tr("Common Dice"),
            self.tr("Own Dice"),
            self.tr("Loss"),
            self.tr("Took"),
            self.tr("Left"),
            self.tr("Came"),
            self.tr("Ended"),
            self.tr("Note"),
        ]

    def show_rows(self, rows: Sequence[RoundRow]) -> None:
        """Show rounds; where only the values changed, what a person has chosen stays chosen."""
        newest = list(reversed(rows))
        if [each.number for each in newest] == [each.number for each in self._rows]:
            self._rows = newest
            if newest:
                self.dataChanged.emit(self.index(0, 0), self.index(len(newest) - 1, NOTE))
            return
        self.beginResetModel()
        self._rows = newest
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rounds."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell shows; a score's regions stand in its tip."""
        each, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(each, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return current_theme().colour("warn" if column == NOTE else "text" if each.ended else "muted")
        if role == Qt.ItemDataRole.ToolTipRole:
            scores = {COMMON: each.consensus, OWN: each.own}.get(column)
            return each.note if column == NOTE else regions_words(scores) if scores else None
        return None

    def _words(self, each: RoundRow, column: int) -> str:
        return {
            ROUND: str(each.number + 1),
            COMMON: _mean(each.consensus),
            OWN: _mean(each.own),
            LOSS: NOTHING if each.loss is None else f"{each.loss:.4f}",
            TOOK: duration(each.seconds),
            LEFT: size_words(each.sent),
            CAME: size_words(each.received),
            ENDED: day(each.ended) if each.ended else self.tr("goes on"),
            NOTE: each.note,
        }[column]


class RoundsCard(Card):
    """The table in its frame."""

    def __init__(self) -> None:
        super().__init__(self.tr("Rounds"))
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(8, 14, 8, 8)
        self.top.setContentsMargins(8, 0, 8, 0)
        self.model = RoundTable(self)
        self.table = Table(self.tr("Rounds"), self.model)
        self.table.set_widths(_WIDTHS, NOTE)
        self.table.horizontalHeader().setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(ROW_HEIGHT * (_SHOWN + 1))
        self.body.addWidget(self.table, 1)

    def show_rows(self, rows: Sequence[RoundRow]) -> None:
        """Show these rounds."""
        self.model.show_rows(rows)
        self.aside.setText(count(len(rows), "{n} round", "{n} rounds") if rows else self.tr("none yet"))


def regions_words(scores: Mapping[str, float]) -> str:
    """Return a score region by region."""
    return ", ".join(f"{region} {scores[region]:.3f}" for region in map(str, REGIONS) if region in scores)


def _mean(scores: Mapping[str, float]) -> str:
    return f"{scores['mean']:.3f}" if "mean" in scores else NOTHING
