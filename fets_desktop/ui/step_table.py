"""The Prepare board's model: cases in rows, the recipe's steps in columns, and in each cell how the step stands."""

from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from fets_desktop.app.hall import Hall
from fets_desktop.app.hand_made import HandMade
from fets_desktop.app.job_board import JobView
from fets_desktop.app.preparing import Live
from fets_desktop.study.case import Case, Stage
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.ui.case_rows import jobs_by_case, status_of
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.delegates import FRACTION_ROLE, ICON_ROLE, MARK_ROLE
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


class CellState(StrEnum):
    """How a step of a case stands."""

    OK = "ok"
    LOOK = "look"
    BAD = "bad"
    RUNNING = "running"
    WAITING = "waiting"
    FAILED = "failed"
    NOTHING = ""


_STATE_ICONS: dict[CellState, tuple[str, str]] = {
    CellState.RUNNING: ("clock", "accent"),
    CellState.WAITING: ("circle", "faint"),
    CellState.FAILED: ("x", "bad"),
    **{CellState(grade.value): icon for grade, icon in GRADE_ICONS.items()},
}
STATE_WORDS: dict[CellState, tuple[str, str]] = {
    CellState.RUNNING: ("At work", "accent"),
    CellState.WAITING: ("Waits", ""),
    CellState.FAILED: ("Failed", "bad"),
    CellState.NOTHING: ("", ""),
    **{CellState(grade.value): words for grade, words in GRADE_WORDS.items()},
}
_WORRYING = (CellState.FAILED, CellState.BAD, CellState.LOOK)
_BROKEN_OFF = {"failed": CellState.FAILED, "cancelled": CellState.NOTHING}
"""What needs a person's look, the worst first."""


class StepTable(QAbstractTableModel):
    """All cases whose series are converted; findings are read when a row is first seen."""

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self._cases: list[Case] = []
        self._findings: dict[str, dict[str, Finding]] = {}
        self._by_hand: dict[str, dict[str, HandMade]] = {}
        self._behind: dict[str, frozenset[str]] = {}
        self._jobs = jobs_by_case(())
        self._only_looks = False
        self.worth_a_look = 0
        """How many cases need a person's look."""
        self.whole = 0
        """How many cases there are, shown or not."""
        self._strong = QApplication.font()
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._steps = tuple(STEP_WORDS)

    def reload(self) -> None:
        """Read cases and jobs again."""
        found = [c for c in self._hall.cases.all() if c.stage not in (Stage.NEW, Stage.EXCLUDED)]
        self._jobs = jobs_by_case(job for job in self._hall.jobs.all() if job.task == "prepare")
        looks = [case for case in found if self._needs_a_look(case)]
        self.whole, self.worth_a_look = len(found), len(looks)
        cases = looks if self._only_looks else found
        same = [case.id for case in cases] == [case.id for case in self._cases]
        if not same:
            self.beginResetModel()
        self._cases = cases
        if not same:
            self.endResetModel()
        elif cases:
            self.dataChanged.emit(self.index(0, 0), self.index(len(cases) - 1, self.columnCount() - 1))

    def show_only_looks(self, only: bool) -> None:
        """Show only the cases that need a person's look, or all."""
        self._only_looks = only
        self.reload()

    def _needs_a_look(self, case: Case) -> bool:
        return any(self.state(case.id, step) in _WORRYING for step in self._steps)

    def forget(self, case: str) -> None:
        """Read a case's findings again when they are next asked for."""
        self._findings.pop(case, None)
        self._by_hand.pop(case, None)
        self._behind.pop(case, None)

    def case(self, row: int) -> Case:
        """Return the case of a row."""
        return self._cases[row]

    def row_of(self, case: str) -> int:
        """Return a case's row, -1 if it is not there."""
        return next((row for row, known in enumerate(self._cases) if known.id == case), -1)

    def waiting(self) -> list[str]:
        """Return the cases that are ready to prepare, or behind a change by hand, and that no job works on."""
        idle = [case for case in self._cases if not self.busy(case.id)]
        return [case.id for case in idle if case.stage is Stage.CONVERTED or self.behind(case.id)]

    def busy(self, case: str) -> bool:
        """Return whether a job prepares the case, or waits to."""
        job = self._jobs.get(case)
        return job is not None and job.state in ("running", "queued")

    def job(self, case: str) -> JobView | None:
        """Return the newest preparation of a case in this run of the program."""
        return self._jobs.get(case)

    def findings(self, case: str) -> dict[str, Finding]:
        """Return a case's findings by step."""
        if case not in self._findings:
            self._findings[case] = {finding.step: finding for finding in self._hall.cases.findings(case)}
        return self._findings[case]

    def by_hand(self, case: str) -> dict[str, HandMade]:
        """Return what persons made by hand for a case, by step."""
        if case not in self._by_hand:
            self._by_hand[case] = self._hall.preparing.by_hand(case)
        return self._by_hand[case]

    def behind(self, case: str) -> frozenset[str]:
        """Return the steps whose last change by hand the images do not follow yet."""
        if case not in self._behind:
            self._behind[case] = self._hall.preparing.behind(case)
        return self._behind[case]

    def step_of(self, column: int) -> str:
        """Return the step of a column, "" for the others."""
        return self._steps[column - FIRST_STEP] if FIRST_STEP <= column < FIRST_STEP + len(self._steps) else ""

    def found(self, case: str, step: str) -> Finding | None:
        """Return what a step found, at once when it is done."""
        live = self._live(case)
        return live.done.get(step) if live else self.findings(case).get(step)

    def state(self, case: str, step: str) -> CellState:
        """Return how a step stands."""
        job, live = self._jobs.get(case), self._live(case)
        if job and job.state == "queued":
            return CellState.WAITING
        if live and step == live.step and step not in live.done:
            return _BROKEN_OFF.get(job.state if job else "", CellState.RUNNING)
        if not self.busy(case) and step in self.behind(case):
            return CellState.LOOK
        if finding := self.found(case, step):
            return CellState(finding.grade.value)
        # until the first step is told, and for steps that other cases have and this one does not
        return CellState.WAITING if self.busy(case) else CellState.NOTHING

    def failed_at(self, case: str) -> str:
        """Return the step at which the newest preparation failed; "" if it did not, or before its first step."""
        return next((step for step in self._steps if self.state(case, step) is CellState.FAILED), "")

    def _live(self, case: str) -> Live | None:
        """Return how far a preparation is, or where it failed.

        One that was cancelled changes nothing where a result is there; else what it did is seen, for it is kept.
        """
        job = self._jobs.get(case)
        told = job and (job.state in ("running", "failed") or (job.state == "cancelled" and not self.findings(case)))
        live = self._hall.preparing.live(case) if told else None
        return live if live and job and live.job == job.id else None

    def finding(self, index: Index) -> Finding | None:
        """Return the finding of a cell."""
        step = self.step_of(index.column()) if index.isValid() else ""
        return self.found(self._cases[index.row()].id, step) if step else None

    def worst_column(self, row: int) -> int:
        """Return the column of the step most worth a look: the worst one, or the one at work, else the brain."""
        case = self._cases[row].id
        states = [self.state(case, step) for step in self._steps]
        for wanted in (*_WORRYING, CellState.RUNNING):
            if wanted in states:
                return FIRST_STEP + states.index(wanted)
        return FIRST_STEP + (self._steps.index("brain") if self.findings(case) else 0)

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
        return self._cell(case.id, self.step_of(column), role)

    def _cell(self, case: str, step: str, role: int) -> Any:  # noqa: ANN401
        state = self.state(case, step)
        if role == ICON_ROLE:
            return _STATE_ICONS.get(state)
        if role == MARK_ROLE:
            return step in self.by_hand(case)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and state:
            finding = self.found(case, step)
            title = said(finding.title) if finding else translate(STEP_WORDS[step])
            words = f"{title}: {translate(STATE_WORDS[state][0])}"
            return f"{words}, {self.tr('made by hand')}" if step in self.by_hand(case) else words
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
