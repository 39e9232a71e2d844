"""Prepare: a board of cases and steps; a step's picture and numbers beside it; its mask or position by hand."""

from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QSizePolicy, QStackedLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.case import Stage
from fets_desktop.ui.job_words import why_failed
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.prepare.mask import MaskDesk
from fets_desktop.ui.screens.prepare.nudge import NudgeDesk
from fets_desktop.ui.screens.prepare.step import StepPanel, StepView
from fets_desktop.ui.step_table import CASE, FIRST_STEP, STATUS, STEP_WORDS, StepTable
from fets_desktop.ui.widgets.delegates import GradeDelegate, IconTextDelegate
from fets_desktop.ui.widgets.empty import EmptyState
from fets_desktop.ui.widgets.parts import Card, button, row, set_words
from fets_desktop.ui.widgets.table import Table
from fets_desktop.ui.words import count

_STEP_WIDTH = 48
_BESIDE = 8
"""Room beside a step's title in its column."""
_CASE_WIDTH, _STATUS_WIDTH, _TIME_WIDTH = 158, 156, 92
_BOARD_WIDTH, _LEAST_BOARD_WIDTH = 888, 420
_PANEL_WIDTH = 370


class _Board(Card):
    """As wide as its table needs where the window allows it; below that the table scrolls sideways."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(_LEAST_BOARD_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Return the whole table's width."""
        return QSize(_BOARD_WIDTH, super().sizeHint().height())


class PrepareScreen(Screen):
    """Starts preparations, shows how good each step is, and leads to what a person can do by hand."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self.model = StepTable(hall, self)
        self.table = Table(self.tr("Cases and steps"), self.model, self)
        self.panel = StepPanel()
        self.drawing = MaskDesk(hall, self)
        self.pushing = NudgeDesk(hall, self)
        self.start_button: QPushButton = button(self.tr("Prepare"), self._start_waiting, "play", "primary")
        self.looks = button("", lambda: None, "triangle-alert")
        self.looks.setCheckable(True)
        # they are shown and hidden before the window takes them into its header
        for action in (self.start_button, self.looks):
            action.setParent(self)
        self._shown: StepView | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        table = self.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setItemDelegateForColumn(STATUS, IconTextDelegate(table))
        last = FIRST_STEP + len(STEP_WORDS)
        for column in range(FIRST_STEP, last):
            table.setItemDelegateForColumn(column, GradeDelegate(table))
        header = table.horizontalHeader().fontMetrics()
        titles = {
            column: str(self.model.headerData(column, Qt.Orientation.Horizontal)) for column in range(FIRST_STEP, last)
        }
        steps = {
            column: max(_STEP_WIDTH, header.horizontalAdvance(words) + _BESIDE) for column, words in titles.items()
        }
        table.set_widths({CASE: _CASE_WIDTH, STATUS: _STATUS_WIDTH, last: _TIME_WIDTH, **steps}, last)
        table.horizontalHeader().setProperty("look", "narrow")
        table.horizontalHeader().setMinimumSectionSize(_STEP_WIDTH - 6)
        card = _Board()
        card.layout().setContentsMargins(1, 4, 1, 1)  # type: ignore[union-attr]
        card.body.addWidget(table)
        self.panel.setMinimumWidth(_PANEL_WIDTH)
        board = QWidget()
        line = QHBoxLayout(board)
        line.setContentsMargins(16, 14, 16, 14)
        line.setSpacing(14)
        line.addWidget(card)
        line.addWidget(self.panel, 1)
        board.setFocusProxy(table)
        self._empty = EmptyState(
            "sliders-horizontal",
            self.tr("Nothing to prepare yet"),
            self.tr(
                "Preparing brings a case's four series onto one grid in the space of the SRI24 atlas and finds "
                "the brain. It begins when a case's contrasts are certain."
            ),
            button(self.tr("Import patients"), partial(self.go.emit, "import", ""), "folder-down", "primary"),
        )
        self._board = board
        self._pages = QStackedLayout(self)
        self._pages.currentChanged.connect(self._page_changed)
        for page in (self._empty, board, self.drawing, self.pushing):
            self._pages.addWidget(page)
        self.setFocusProxy(table)

    def _connect(self) -> None:
        self.panel.again_wanted.connect(self._start_one)
        self.panel.mask_wanted.connect(self.edit_mask)
        self.panel.nudge_wanted.connect(self.push)
        self.panel.computed_wanted.connect(self._back_to_computed)
        self.drawing.left.connect(lambda case: self._come_back(case, "brain"))
        self.pushing.left.connect(self._come_back)
        self.drawing.failed.connect(self.tell)
        self.pushing.failed.connect(self.tell)
        self.looks.toggled.connect(self._filter)
        self.table.selectionModel().currentChanged.connect(self._show_current)
        self.table.opened.connect(self._open)
        self.facts.case_changed.connect(self._case_changed)
        self.facts.case_forgotten.connect(self._case_changed)
        self.facts.job_changed.connect(self.stale)

    def header_actions(self) -> QWidget:
        """Return the filter, and the button that prepares what waits."""
        return row(self.looks, self.start_button)

    def _page_changed(self, _page: int) -> None:
        """The header's buttons belong to the board."""
        for action in (self.looks, self.start_button):
            action.setVisible(self._pages.currentWidget() in (self._empty, self._board))

    def refresh(self) -> None:
        """Read cases and jobs again."""
        self.model.reload()
        if self._pages.currentWidget() in (self._empty, self._board):
            self._pages.setCurrentWidget(self._board if self.model.whole else self._empty)
        waiting = self.model.waiting()
        self.start_button.setEnabled(bool(waiting))
        set_words(
            self.start_button,
            count(len(waiting), "Prepare {n} waiting case", "Prepare {n} waiting cases")
            if waiting
            else self.tr("Nothing waits"),
        )
        self._show_looks()
        self.say(self._subtitle())
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, self.model.worst_column(0)))
        self._show_current()

    def _subtitle(self) -> str:
        cases = [c for c in self.hall.cases.all() if c.stage not in (Stage.NEW, Stage.EXCLUDED)]
        done = sum(case.stage is not Stage.CONVERTED for case in cases)
        return self.tr("{d} of {n} cases prepared").format(d=done, n=len(cases)) if cases else ""

    def _show_looks(self) -> None:
        looks = self.model.worth_a_look
        self.looks.setEnabled(bool(looks) or self.looks.isChecked())
        set_words(self.looks, count(looks, "{n} case needs a look", "{n} cases need a look"))
        self.looks.setToolTip(
            self.tr("Show all cases again") if self.looks.isChecked() else self.tr("Show only these cases")
        )

    def _filter(self, only: bool) -> None:
        current = self.table.currentIndex()
        case = self.model.case(current.row()).id if current.isValid() else ""
        self.model.show_only_looks(only)
        self._show_looks()
        row_now = max(self.model.row_of(case), 0)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(row_now, self.model.worst_column(row_now)))
        self._show_current()

    def open_case(self, case: str) -> None:
        """Show a case's step that is most worth a look."""
        self._leave_desk()
        self._show_cell(case, "")

    def _show_cell(self, case: str, step: str) -> None:
        self.refresh()
        if self.model.row_of(case) < 0 and self.looks.isChecked():
            self.looks.setChecked(False)
        line = self.model.row_of(case)
        if line >= 0:
            column = FIRST_STEP + list(STEP_WORDS).index(step) if step else self.model.worst_column(line)
            self.table.setCurrentIndex(self.model.index(line, column))
            self.table.scrollTo(self.table.currentIndex())

    def leave(self) -> None:
        """Put the mask away; strokes are in the journal."""
        self.drawing.close_up()

    def _case_changed(self, case: str) -> None:
        self.model.forget(case)
        self.stale()

    def _show_current(self, *_: object) -> None:
        index = self.table.currentIndex()
        if index.isValid() and (view := self._view(index)) != self._shown:
            self._shown = view
            self.panel.show_step(view)

    def _view(self, index: QModelIndex) -> StepView:
        case, step = self.model.case(index.row()), self.model.step_of(index.column())
        if not step:
            return StepView(case, busy=self.model.busy(case.id))
        job, state = self.model.job(case.id), self.model.state(case.id, step)
        finding = self.model.found(case.id, step)
        return StepView(
            case,
            step,
            state,
            finding,
            self.hall.preparing.picture(case.id, step) if finding else None,
            self.model.busy(case.id),
            self.model.by_hand(case.id).get(step),
            why_failed(job) if job and (state == "failed" or not self.model.failed_at(case.id)) else "",
            step in self.model.behind(case.id),
        )

    # --- what a person does

    def edit_mask(self, case: str) -> None:
        """Open a case's brain mask under the brush."""
        with self.telling():
            self._pages.setCurrentWidget(self.drawing)
            self.drawing.open_case(case)
            self.drawing.setFocus()

    def push(self, case: str, step: str) -> None:
        """Open a case's registration under the hand."""
        with self.telling():
            self.pushing.open_step(case, step)
            self._pages.setCurrentWidget(self.pushing)
            self.pushing.setFocus()

    def _come_back(self, case: str, step: str) -> None:
        self.model.forget(case)
        self._pages.setCurrentWidget(self._board)
        self._show_cell(case, step)
        self.table.setFocus()

    def _leave_desk(self) -> None:
        if self._pages.currentWidget() is self.drawing:
            self.drawing.put_away()
        elif self._pages.currentWidget() is self.pushing:
            self.pushing.put_away()

    def _back_to_computed(self, case: str, step: str) -> None:
        with self.telling():
            self.hall.preparing.forget_edit(case, step)
        self._case_changed(case)

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
        # the button that was pressed is out of use now, and would hand the keys to whatever comes next
        self.table.setFocus()

    def _start(self, cases: list[str]) -> None:
        with self.telling():
            self.hall.preparing.start(cases)
