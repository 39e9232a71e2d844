"""The board's table model: one row a case, filtered by words and status."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from fets_desktop.app.job_board import JobView
from fets_desktop.study.case import Case, Stage
from fets_desktop.ui.case_rows import CaseRows, dots_of, dots_words, next_step, status_of
from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.widgets.delegates import DOTS_ROLE, FRACTION_ROLE, ICON_ROLE, SORT_ROLE
from fets_desktop.ui.words import day, lacking, volume

Index = QModelIndex | QPersistentModelIndex

CASE_ROLE = Qt.ItemDataRole.UserRole + 1
CASE, DATE, DOTS, STATUS, WT, TC, ET, READER, FLAG, NEXT = range(10)
_REGIONS = {WT: "WT", TC: "TC", ET: "ET"}
_ORDER = {stage: number for number, stage in enumerate(Stage)}


class CaseTable(QAbstractTableModel):
    """All cases.

    Args:
        rows: Where it reads them.
        parent: Its owner.
        titles: Other titles for some columns.
    """

    def __init__(self, rows: CaseRows, parent: QObject, titles: Mapping[int, str] | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._cases: list[Case] = []
        self._found_by: list[str] | None = None
        self._jobs: Mapping[str, JobView] = {}
        self._strong = QApplication.font()
        self._strong.setWeight(QFont.Weight.DemiBold)
        own = (
            self.tr("Case"),
            self.tr("Scan date"),
            self.tr("Series"),
            self.tr("Status"),
            self.tr("WT cm³"),
            self.tr("TC cm³"),
            self.tr("ET cm³"),
            self.tr("Reader"),
            self.tr("Note"),
            self.tr("Next step"),
        )
        self._titles = [(titles or {}).get(column, title) for column, title in enumerate(own)]

    def reload(self) -> None:
        """Show the cases as they stand now; the choice of rows stays where the same cases are shown."""
        self._rows.reload()
        self._found_by = None
        before, cases = self._cases, self._rows.cases
        if [case.id for case in cases] != [case.id for case in before]:
            self.beginResetModel()
            self._cases = cases
            self.endResetModel()
            return
        self._cases = cases
        jobs, self._jobs = self._jobs, self._rows.jobs
        for line, (old, new) in enumerate(zip(before, cases, strict=True)):
            # thousands of rows that are as they were need not be sorted and filtered again
            if old is not new or jobs.get(new.id) != self._jobs.get(new.id):
                self.dataChanged.emit(self.index(line, 0), self.index(line, NEXT))

    def case_at(self, row: int) -> Case:
        """Return the case of a row."""
        return self._cases[row]

    def found_by(self, row: int) -> str:
        """Return the words that a case is found by, in small letters: each on a line, none made of two."""
        if self._found_by is None:
            self._found_by = [
                "\n".join((case.id, case.patient, case.scan_date, case.flag, case.assigned)).lower()
                for case in self._cases
            ]
        return self._found_by[row]

    def row_of(self, case: str) -> int:
        """Return a case's row, -1 if it is not there."""
        return next((row for row, known in enumerate(self._cases) if known.id == case), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of cases."""
        return 0 if parent.isValid() else len(self._cases)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a column's title."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _REGIONS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell shows."""
        case, column = self._cases[index.row()], index.column()
        if role == CASE_ROLE:
            return case
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(case, column)
        if role == SORT_ROLE:
            return self._key(case, column)
        if role == ICON_ROLE:
            return self._icon(case, column)
        if role == DOTS_ROLE and column == DOTS:
            return dots_of(case)
        if role == FRACTION_ROLE and column == STATUS:
            return status_of(case, self._rows.jobs.get(case.id)).fraction
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _REGIONS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and column == CASE:
            return self._strong
        if role == Qt.ItemDataRole.ForegroundRole and (column == DATE or case.stage is Stage.EXCLUDED):
            return current_theme().colour("muted")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._tip(case, column)
        return None

    def _text(self, case: Case, column: int) -> str:
        if column in _REGIONS:
            version = self._rows.version(case.id)
            return volume(version.volumes_ml.get(_REGIONS[column]) if version else None)
        if column == STATUS:
            return status_of(case, self._rows.jobs.get(case.id)).words
        if column == NEXT:
            return "" if self._rows.busy(case.id) else next_step(case)[0]
        return {CASE: case.id, DATE: day(case.scan_date), FLAG: case.flag, READER: case.assigned}.get(column, "")

    def _icon(self, case: Case, column: int) -> tuple[str, str] | None:
        if column == STATUS:
            status = status_of(case, self._rows.jobs.get(case.id))
            return status.icon, status.role
        return ("flag", "warn") if column == FLAG and case.flag else None

    def _tip(self, case: Case, column: int) -> str | None:
        if column == DOTS:
            return dots_words(case)
        return self._text(case, column) or None

    def _key(self, case: Case, column: int) -> Any:  # noqa: ANN401
        if column in _REGIONS:
            version = self._rows.version(case.id)
            return version.volumes_ml.get(_REGIONS[column], -1.0) if version else -1.0
        if column in (STATUS, NEXT):
            return _ORDER[case.stage]
        if column == DOTS:
            return len(case.missing)
        if column == READER:
            return case.assigned.lower()
        return case.flag if column == FLAG else self._text(case, column)


class CaseFilter(QSortFilterProxyModel):
    """Shows the cases that match some words and a status."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = ""
        self._status, self._me = "", ""
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(True)

    def find(self, words: str) -> None:
        """Show cases whose name, patient, date or flag holds the words."""
        self.beginFilterChange()
        self._words = words.strip().lower()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def choose(self, status: str, me: str = "") -> None:
        """Show cases of one status: a stage, "waiting", "missing", "flagged", "mine", "unassigned" or "" for all.

        Args:
            status: Which.
            me: Whose cases "mine" are.
        """
        self.beginFilterChange()
        self._status, self._me = status, me
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Return whether a case is shown."""
        if not self._words and not self._status:
            return True
        model = self.sourceModel()
        assert isinstance(model, CaseTable)
        if self._words and self._words not in model.found_by(row):
            return False
        return not self._status or matches(model.case_at(row), self._status, self._me)

    def cases(self) -> list[Case]:
        """Return the cases that are shown, in the order they are shown in."""
        model = self.sourceModel()
        assert isinstance(model, CaseTable)
        return [model.case_at(self.mapToSource(self.index(row, 0)).row()) for row in range(self.rowCount())]


def matches(case: Case, status: str, me: str = "") -> bool:
    """Return whether a case has a status of the filter; `me` is whose cases "mine" are."""
    match status:
        case "":
            return True
        case "waiting":
            return case.stage in (Stage.NEW, Stage.PROPOSED, Stage.IN_REVIEW)
        case "missing":
            return bool(lacking(case))
        case "mine":
            return bool(me) and case.assigned == me
        case "unassigned":
            return not case.assigned
        case "flagged":
            return bool(case.flag)
        case _:
            return case.stage == status
