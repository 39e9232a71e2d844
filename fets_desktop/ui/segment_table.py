"""The Segment screen's model: prepared cases with a check mark, and what their labels measure."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from fets_desktop.study.case import Case
from fets_desktop.ui.case_rows import PREPARED_STAGES, CaseRows, status_of
from fets_desktop.ui.widgets.delegates import FRACTION_ROLE, ICON_ROLE
from fets_desktop.ui.words import NOTHING, author_words, day, volume

Index = QModelIndex | QPersistentModelIndex

CASE, STATUS, AUTHOR, WT, TC, ET, MADE = range(7)
_REGIONS = {WT: "WT", TC: "TC", ET: "ET"}
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class SegmentTable(QAbstractTableModel):
    """Prepared cases; the marked ones are segmented or exported."""

    marks_changed = Signal()

    def __init__(self, rows: CaseRows, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._cases: list[Case] = []
        self._marked: set[str] = set()
        self._strong = QApplication.font()
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._titles = (
            self.tr("Case"),
            self.tr("Status"),
            self.tr("Labels by"),
            self.tr("WT cm³"),
            self.tr("TC cm³"),
            self.tr("ET cm³"),
            self.tr("Made"),
        )

    def reload(self) -> None:
        """Read the cases again; marks stay."""
        self._rows.reload()
        cases = [case for case in self._rows.cases if case.stage in PREPARED_STAGES]
        same = [case.id for case in cases] == [case.id for case in self._cases]
        if not same:
            self.beginResetModel()
        self._cases = cases
        self._marked &= {case.id for case in cases}
        if not same:
            self.endResetModel()
        elif cases:
            self.dataChanged.emit(self.index(0, 0), self.index(len(cases) - 1, MADE))
        self.marks_changed.emit()

    def marked(self) -> list[str]:
        """Return the marked cases in the order of the table."""
        return [case.id for case in self._cases if case.id in self._marked]

    def mark(self, cases: set[str]) -> None:
        """Mark these cases and no others."""
        self._marked = cases & {case.id for case in self._cases}
        if self._cases:
            self.dataChanged.emit(self.index(0, CASE), self.index(len(self._cases) - 1, CASE))
        self.marks_changed.emit()

    def without_labels(self) -> set[str]:
        """Return the cases that have no labels yet and that no job works on."""
        return {c.id for c in self._cases if self._rows.version(c.id) is None and not self._rows.busy(c.id)}

    def case(self, row: int) -> Case:
        """Return the case of a row."""
        return self._cases[row]

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
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _REGIONS:
            return _RIGHT
        return self._titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first column be marked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == CASE else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Mark or unmark a case."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        name = self._cases[index.row()].id
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        self.mark(self._marked | {name} if on else self._marked - {name})
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell shows."""
        case, column = self._cases[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == CASE:
            return Qt.CheckState.Checked if case.id in self._marked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.FontRole and column == CASE:
            return self._strong
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _REGIONS:
            return _RIGHT
        if column == STATUS and role in (ICON_ROLE, FRACTION_ROLE, Qt.ItemDataRole.DisplayRole):
            status = status_of(case, self._rows.jobs.get(case.id))
            return {ICON_ROLE: (status.icon, status.role), FRACTION_ROLE: status.fraction}.get(role, status.words)
        return self._text(case, column) if role == Qt.ItemDataRole.DisplayRole else None

    def _text(self, case: Case, column: int) -> str:
        if column == CASE:
            return case.id
        version = self._rows.version(case.id)
        if version is None:
            return NOTHING
        if column in _REGIONS:
            return volume(version.volumes_ml.get(_REGIONS[column]))
        return day(version.created) if column == MADE else author_words(version)
