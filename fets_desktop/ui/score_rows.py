"""The table of scores: a row for each case and region, worst first, beside another model's where there is one."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from fets_desktop.app.evaluating import Evaluation
from fets_desktop.app.evaluation_words import LOW_IS_GOOD, MEASURES
from fets_desktop.study.labels import REGIONS
from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.widgets.delegates import SORT_ROLE
from fets_desktop.ui.widgets.titled import Index, TitledModel
from fets_desktop.ui.words import figure

CASE, REGION, DICE, OTHER, DIFFERENCE, FIRST_MEASURE = range(6)
LAST = FIRST_MEASURE + len(MEASURES) - 2
WIDTHS = {CASE: 184, REGION: 66, DICE: 62, OTHER: 98, DIFFERENCE: 86, 5: 82, 6: 88, 7: 90, 8: 94, LAST: 100}
"""Of the columns, in pixels."""
_POOR = 0.5


@dataclass(frozen=True)
class ScoreLine:
    """A case and region.

    Attributes:
        case: The case.
        region: The region.
        scores: By measure.
        other: Dice of the other model, None if there is none or it has no score.
    """

    case: str
    region: str
    scores: dict[str, float]
    other: float | None


def lines_of(evaluation: Evaluation) -> list[ScoreLine]:
    """Return an evaluation's rows, the worst Dice first."""
    first, *others = evaluation.models
    theirs = {row["case"]: row for row in others[0]["cases"]} if others else {}
    lines = []
    for row in first["cases"]:
        for region in map(str, REGIONS):
            scores = {measure: row[measure][region] for measure in MEASURES}
            other = theirs[row["case"]]["dice"][region] if row["case"] in theirs else None
            lines.append(ScoreLine(row["case"], region, scores, other))
    return sorted(lines, key=lambda line: line.scores["dice"])


class ScoreTable(TitledModel):
    """The lines of an evaluation.

    Args:
        parent: Its owner.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[ScoreLine] = []
        self._opens = False
        self._titles = [
            self.tr("Case"),
            self.tr("Region"),
            self.tr("Dice"),
            self.tr("Other's Dice"),
            self.tr("Difference"),
            self.tr("HD95 mm"),
            self.tr("Sensitivity"),
            self.tr("Specificity"),
            self.tr("Lesion Dice"),
            self.tr("Lesion HD95"),
        ]

    def show_lines(self, lines: list[ScoreLine], *, opens: bool) -> None:
        """Show lines; with `opens` their cases can be opened here."""
        self.beginResetModel()
        self._lines, self._opens = lines, opens
        self.endResetModel()

    def line(self, row: int) -> ScoreLine:
        """Return a row's line."""
        return self._lines[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell shows and by what it is sorted."""
        line, column = self._lines[index.row()], index.column()
        value = _value(line, column)
        if role == SORT_ROLE:
            return value if value is not None else -1.0
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(value, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return current_theme().colour(self._role(line, column))
        if role == Qt.ItemDataRole.ToolTipRole and column == CASE:
            return self.tr("{case}: open it in Review").format(case=line.case) if self._opens else line.case
        return None

    def _role(self, line: ScoreLine, column: int) -> str:
        if column == CASE and self._opens:
            return "accent"
        if column == DICE and line.scores["dice"] < _POOR:
            return "bad"
        return "text"


def _value(line: ScoreLine, column: int) -> Any:  # noqa: ANN401 - text or number
    if column in (CASE, REGION):
        return line.case if column == CASE else line.region
    if column == OTHER:
        return line.other
    if column == DIFFERENCE:
        return None if line.other is None else line.scores["dice"] - line.other
    return line.scores[_measure(column)]


def _measure(column: int) -> str:
    return MEASURES[0] if column == DICE else MEASURES[column - FIRST_MEASURE + 1]


def _words(value: Any, column: int) -> str:  # noqa: ANN401
    if value is None or isinstance(value, str):
        return value or ""
    if column == DIFFERENCE:
        return figure(value, "+.3f")
    return figure(value, ".1f" if column >= FIRST_MEASURE and _measure(column) in LOW_IS_GOOD else ".3f")
