"""Prepare: a board of cases and steps; a click on a grade shows its picture and numbers."""

from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QStackedLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.case import Stage
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.prepare_step import StepPanel
from fets_desktop.ui.step_table import CASE, FIRST_STEP, STATUS, STEP_WORDS, StepTable
from fets_desktop.ui.widgets.delegates import GradeDelegate, IconTextDelegate
from fets_desktop.ui.widgets.empty import EmptyState
from fets_desktop.ui.widgets.parts import Card, button, set_words
from fets_desktop.ui.widgets.table import Table
from fets_desktop.ui.words import count

_STEP_WIDTH = 50
_BOARD_WIDTH = 876


class PrepareScreen(Screen):
    """Starts preparations and shows how good each step is."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self.model = StepTable(hall, self)
        self.table = Table(self.tr("Cases and steps"), self.model, self)
        self.panel = StepPanel()
        self.start_button: QPushButton = button(self.tr("Prepare"), self._start_waiting, "play", "primary")
        self._shown: tuple[object, ...] = ()
        self._lay_out()
        self.panel.again_wanted.connect(self._start_one)
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self.table.opened.connect(self._open)
        self.facts.case_changed.connect(self._case_changed)
        self.facts.job_changed.connect(self.stale)

    def _lay_out(self) -> None:
        table = self.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setItemDelegateForColumn(STATUS, IconTextDelegate(table))
        last = FIRST_STEP + len(STEP_WORDS)
        for column in range(FIRST_STEP, last):
            table.setItemDelegateForColumn(column, GradeDelegate(table))
        steps = dict.fromkeys(range(FIRST_STEP, last), _STEP_WIDTH)
        table.set_widths({CASE: 144, STATUS: 150, last: 88, **steps}, STATUS)
        table.horizontalHeader().setProperty("look", "narrow")
        table.horizontalHeader().setMinimumSectionSize(_STEP_WIDTH - 6)
        card = Card()
        card.layout().setContentsMargins(1, 4, 1, 1)  # type: ignore[union-attr]
        card.body.addWidget(table)
        self.panel.setMinimumWidth(380)
        board = QWidget()
        line = QHBoxLayout(board)
        line.setContentsMargins(16, 14, 16, 14)
        line.setSpacing(14)
        card.setMinimumWidth(_BOARD_WIDTH)
        line.addWidget(card, 3)
        line.addWidget(self.panel, 2)
        self.setFocusProxy(table)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(
            EmptyState(
                "sliders-horizontal",
                self.tr("Nothing to prepare yet"),
                self.tr(
                    "Preparing brings a case's four series onto one grid in the space of the SRI24 atlas and finds "
                    "the brain. It begins when a case's contrasts are certain."
                ),
                button(self.tr("Import patients"), partial(self.go.emit, "import", ""), "folder-down", "primary"),
            )
        )
        self._pages.addWidget(board)

    def header_actions(self) -> QWidget:
        """Return the button that prepares what waits."""
        return self.start_button

    def refresh(self) -> None:
        """Read cases and jobs again."""
        self.model.reload()
        self._pages.setCurrentIndex(1 if self.model.rowCount() else 0)
        waiting = self.model.waiting()
        self.start_button.setEnabled(bool(waiting))
        set_words(
            self.start_button,
            count(len(waiting), "Prepare {n} waiting case", "Prepare {n} waiting cases")
            if waiting
            else self.tr("Nothing waits"),
        )
        done = sum(self.model.case(row).stage is not Stage.CONVERTED for row in range(self.model.rowCount()))
        self.say(
            self.tr("{d} of {n} cases prepared").format(d=done, n=self.model.rowCount())
            if self.model.rowCount()
            else ""
        )
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, self.model.worst_column(0)))
        self._show_current()

    def open_case(self, case: str) -> None:
        """Show a case's step that is most worth a look."""
        self.refresh()
        row = self.model.row_of(case)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, self.model.worst_column(row)))

    def _case_changed(self, case: str) -> None:
        self.model.forget(case)
        self.stale()

    def _show_current(self, *_: object) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            return
        case, finding = self.model.case(index.row()), self.model.finding(index)
        key = (case, finding, self.model.busy(case.id))
        if key != self._shown:
            self._shown = key
            picture = self.hall.preparing.picture(case.id, finding.step) if finding else None
            self.panel.show_step(case, finding, picture, busy=self.model.busy(case.id))

    def _open(self, index: QModelIndex) -> None:
        case = self.model.case(index.row())
        if case.stage is not Stage.CONVERTED:
            self.go.emit("review", case.id)
        elif not self.model.busy(case.id):
            self._start_one(case.id)

    def _start_waiting(self) -> None:
        self._start(self.model.waiting())

    def _start_one(self, case: str) -> None:
        self._start([case])

    def _start(self, cases: list[str]) -> None:
        with self.telling():
            self.hall.preparing.start(cases)
