"""The Prepare board's model: cases in rows, the recipe's steps in columns, a grade in each cell."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from fets_desktop.app.hall import Hall
from fets_desktop.study.case import Case, Stage
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.ui.case_rows import jobs_by_case, status_of
from fets_desktop.ui.widgets.delegates import FRACTION_ROLE, ICON_ROLE
from fets_desktop.ui.words import NOTHING, duration, translate

Index = QModelIndex | QPersistentModelIndex

CASE, STATUS, FIRST_STEP = 0, 1, 2
STEP_WORDS: dict[str, str] = {
    "check": "Read",
    "bias": "Bias",
    "atlas": "Atlas",
    "onto-T1": "T1",
    "onto-T2": "T2",
    "onto-FLAIR": "FLAIR",
    "resample": "Grid",
    "brain": "Brain",
    "strip": "Result",
    "contrast": "Series",
}
"""Short column titles of the recipe's steps, in its order."""

GRADE_ICONS: dict[Grade, tuple[str, str]] = {
    Grade.OK: ("circle-check", "good"),
    Grade.LOOK: ("triangle-alert", "warn"),
    Grade.BAD: ("circle-alert", "bad"),
}
GRADE_WORDS: dict[Grade, tuple[str, str]] = {
    Grade.OK: ("Fine", "good"),
    Grade.LOOK: ("Look at it", "warn"),
    Grade.BAD: ("Bad", "bad"),
}


class StepTable(QAbstractTableModel):
    """All cases whose series are converted; findings are read when a row is first seen."""

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self._cases: list[Case] = []
        self._findings: dict[str, dict[str, Finding]] = {}
        self._jobs = jobs_by_case(())
        self._strong = QApplication.font()
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._steps = tuple(STEP_WORDS)

    def reload(self) -> None:
        """Read cases and jobs again."""
        cases = [c for c in self._hall.cases.all() if c.stage not in (Stage.NEW, Stage.EXCLUDED)]
        self._jobs = jobs_by_case(job for job in self._hall.jobs.all() if job.task == "prepare")
        same = [case.id for case in cases] == [case.id for case in self._cases]
        if not same:
            self.beginResetModel()
        self._cases = cases
        if not same:
            self.endResetModel()
        elif cases:
            self.dataChanged.emit(self.index(0, 0), self.index(len(cases) - 1, self.columnCount() - 1))

    def forget(self, case: str) -> None:
        """Read a case's findings again when they are next asked for."""
        self._findings.pop(case, None)

    def case(self, row: int) -> Case:
        """Return the case of a row."""
        return self._cases[row]

    def row_of(self, case: str) -> int:
        """Return a case's row, -1 if it is not there."""
        return next((row for row, known in enumerate(self._cases) if known.id == case), -1)

    def waiting(self) -> list[str]:
        """Return the cases that are ready to prepare and that no job works on."""
        busy = {case for case, job in self._jobs.items() if job.state in ("running", "queued")}
        return [case.id for case in self._cases if case.stage is Stage.CONVERTED and case.id not in busy]

    def busy(self, case: str) -> bool:
        """Return whether a job prepares the case, or waits to."""
        job = self._jobs.get(case)
        return job is not None and job.state in ("running", "queued")

    def findings(self, case: str) -> dict[str, Finding]:
        """Return a case's findings by step."""
        if case not in self._findings:
            self._findings[case] = {finding.step: finding for finding in self._hall.cases.findings(case)}
        return self._findings[case]

    def finding(self, index: Index) -> Finding | None:
        """Return the finding of a cell."""
        if not index.isValid() or not FIRST_STEP <= index.column() < FIRST_STEP + len(self._steps):
            return None
        return self.findings(self._cases[index.row()].id).get(self._steps[index.column() - FIRST_STEP])

    def worst_column(self, row: int) -> int:
        """Return the column of the step most worth a look: the first bad one, the first to look at, else the last."""
        found = self.findings(self._cases[row].id)
        for grade in (Grade.BAD, Grade.LOOK):
            for number, step in enumerate(self._steps):
                if step in found and found[step].grade is grade:
                    return FIRST_STEP + number
        return FIRST_STEP + (self._steps.index("brain") if found else 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of cases."""
        return 0 if parent.isValid() else len(self._cases)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns: case, status, the steps, time."""
        return 0 if parent.isValid() else FIRST_STEP + len(self._steps) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a column's title."""
        if orientation is Qt.Orientation.Vertical:
            return None
        is_step = FIRST_STEP <= section < FIRST_STEP + len(self._steps)
        if role == Qt.ItemDataRole.TextAlignmentRole and is_step:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if is_step:
            return translate(STEP_WORDS[self._steps[section - FIRST_STEP]])
        return {CASE: self.tr("Case"), STATUS: self.tr("Status")}.get(section, self.tr("Time"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell shows."""
        case, column = self._cases[index.row()], index.column()
        if column == CASE:
            return {Qt.ItemDataRole.DisplayRole: case.id, Qt.ItemDataRole.FontRole: self._strong}.get(role)  # type: ignore[call-overload]
        if column == STATUS:
            return self._status(case, role)
        if column == self.columnCount() - 1:
            return self._time(case) if role == Qt.ItemDataRole.DisplayRole else None
        finding = self.finding(index)
        if role == ICON_ROLE:
            return GRADE_ICONS[finding.grade] if finding else None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and finding:
            return f"{finding.title}: {translate(GRADE_WORDS[finding.grade][0])}"
        return None

    def _status(self, case: Case, role: int) -> Any:  # noqa: ANN401
        status = status_of(case, self._jobs.get(case.id))
        if role == Qt.ItemDataRole.DisplayRole:
            return status.words
        if role == FRACTION_ROLE:
            return status.fraction
        return (status.icon, status.role) if role == ICON_ROLE else None

    def _time(self, case: Case) -> str:
        seconds = sum(finding.seconds for finding in self.findings(case.id).values())
        return duration(seconds) if seconds else NOTHING
