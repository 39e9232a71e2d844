"""The board of cases: where each one stands, and its next step."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from fets_desktop.app.hall import Hall
from fets_desktop.study.case import Case, Stage
from fets_desktop.ui.case_rows import PREPARED_STAGES, CaseRows, next_step
from fets_desktop.ui.case_table import (
    CASE,
    CASE_ROLE,
    DATE,
    DOTS,
    ET,
    FLAG,
    NEXT,
    READER,
    STATUS,
    TC,
    WT,
    CaseFilter,
    CaseTable,
)
from fets_desktop.ui.export_flow import ask_export
from fets_desktop.ui.looking_flow import open_time_points
from fets_desktop.ui.package_flow import PackageFlow
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.cases.deeds import CaseDeeds
from fets_desktop.ui.screens.cases.empty import NoCases
from fets_desktop.ui.send_flow import ask_send
from fets_desktop.ui.widgets.delegates import ButtonDelegate, DotsDelegate, IconTextDelegate
from fets_desktop.ui.widgets.export_notice import ExportNotice
from fets_desktop.ui.widgets.parts import Card, button, label, row, set_words, show_icon
from fets_desktop.ui.widgets.search_field import SearchField
from fets_desktop.ui.widgets.table import Table
from fets_desktop.ui.widgets.turning_row import TurningRow
from fets_desktop.ui.widgets.workspace_choice import choose_workspace, restore_backup
from fets_desktop.ui.words import count, translate

_WIDTHS = {CASE: 156, DATE: 120, DOTS: 84, STATUS: 210, WT: 84, TC: 84, ET: 84, READER: 110, FLAG: 150, NEXT: 128}
_LEAST = {DATE: 100, DOTS: 74, STATUS: 142, WT: 72, TC: 72, ET: 72, READER: 80, FLAG: 55, NEXT: 120}
"""On a small screen with large letters the next step must be seen without turning the table aside."""

_WAITS = (Stage.PROPOSED, Stage.IN_REVIEW)


class CasesScreen(Screen):
    """Finds cases, opens them, takes their next step; excludes, flags and exports the chosen ones."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self._rows = CaseRows(hall)
        self._model = CaseTable(self._rows, self)
        self._filter = CaseFilter(self)
        self._filter.setSourceModel(self._model)
        self.table = Table(self.tr("Cases"), self._filter, self)
        self.search = SearchField(self.tr("Find case"))
        self.status = QComboBox()
        self.exported = ExportNotice(hall)
        self.empty = NoCases(
            partial(self.go.emit, "import", ""),
            self._demo,
            partial(restore_backup, hall, self, self.workspace_wanted.emit),
            partial(choose_workspace, self, self.workspace_wanted.emit),
        )
        self._shown = label("", "small")
        self._deeds = CaseDeeds(self)
        self.packages = PackageFlow(self, self.exported)
        self._actions: dict[str, QPushButton] = {}
        self._lay_out()
        self._set_keys()
        self.facts.case_changed.connect(self._case_changed)
        self.facts.case_forgotten.connect(self._case_changed)
        self.facts.job_changed.connect(self.stale)

    def _lay_out(self) -> None:
        self._prepare_table()
        self._prepare_filter()
        card = Card()
        card.layout().setContentsMargins(1, 12, 1, 1)  # type: ignore[union-attr]
        bar = TurningRow(row(self.search, self.status, self._shown, 1), row(*self._buttons(), 1))
        bar.layout().setContentsMargins(12, 0, 12, 0)  # type: ignore[union-attr]
        card.body.addWidget(bar)
        card.body.addWidget(self.table, 1)
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(16, 14, 16, 14)
        column.addWidget(self.exported)
        column.addWidget(card)
        self._pages = QStackedLayout(self)
        self.setFocusProxy(self.table)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(board)

    def _prepare_table(self) -> None:
        table = self.table
        table.setSortingEnabled(True)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.horizontalHeader().setSortIndicatorClearable(True)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._menu)
        table.setItemDelegateForColumn(DOTS, DotsDelegate(table))
        table.setItemDelegateForColumn(STATUS, IconTextDelegate(table))
        table.setItemDelegateForColumn(FLAG, IconTextDelegate(table))
        buttons = ButtonDelegate(table)
        buttons.pressed.connect(self._take_next_step)
        table.setItemDelegateForColumn(NEXT, buttons)
        table.set_widths(_WIDTHS, FLAG, _LEAST)
        table.opened.connect(self._open)
        table.selectionModel().selectionChanged.connect(self._selection_changed)

    def _prepare_filter(self) -> None:
        self.search.setFixedWidth(230)
        self.search.textChanged.connect(self._find)
        self.status.setAccessibleName(self.tr("Status"))
        self.status.setMinimumWidth(168)
        for words, value in self._statuses():
            self.status.addItem(words, value)
        self.status.currentIndexChanged.connect(self._choose_status)

    def _statuses(self) -> list[tuple[str, str]]:
        special = [
            (self.tr("All statuses"), ""),
            (self.tr("Waits for a person"), "waiting"),
            (self.tr("Missing a contrast"), "missing"),
            (self.tr("Flagged"), "flagged"),
            (self.tr("Assigned to me"), "mine"),
            (self.tr("Assigned to nobody"), "unassigned"),
        ]
        return special + [(translate(stage.words), str(stage)) for stage in Stage]

    def _buttons(self) -> list[QPushButton]:
        kinds: list[tuple[str, str, str, Callable[[], None]]] = [
            ("next", self.tr("Next case"), "chevron-right", self._next),
            ("assign", self.tr("Assign…"), "users", lambda: self._deeds.assign(self.chosen())),
            ("exclude", self.tr("Exclude…"), "ban", self._exclude),
            ("flag", self.tr("Flag…"), "flag", lambda: self._deeds.flag(self.chosen())),
            ("export", self.tr("Export…"), "folder-output", self._export),
            ("send", self.tr("Send to PACS…"), "send", self._send),
        ]
        for name, words, icon_name, call in kinds:
            self._actions[name] = button(words, call, icon_name)
        return list(self._actions.values())

    def _set_keys(self) -> None:
        for key, words, call in (
            (QKeySequence(QKeySequence.StandardKey.Find), self.tr("Find case"), self.search.setFocus),
            (QKeySequence(Qt.Key.Key_Delete), self.tr("Exclude"), self._exclude),
        ):
            action = QAction(words, self)
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, call=call: call())
            self.addAction(action)

    def header_actions(self) -> QWidget:
        """Return the ways to more patients, and to readers elsewhere."""
        packages = QPushButton()
        packages.setAutoDefault(False)
        show_icon(packages, "lock", "muted")
        set_words(packages, self.tr("Review packages"))
        menu = QMenu(packages)
        self._out = menu.addAction(self.tr("Hand out for review…"), self._hand_out)
        menu.addAction(self.tr("Take in a package…"), self.packages.choose)
        menu.aboutToShow.connect(lambda: self._out.setEnabled(self._may_go_out()))
        packages.setMenu(menu)
        into = button(self.tr("Import patients"), partial(self.go.emit, "import", ""), "folder-down", "primary")
        return row(packages, into)

    def _may_go_out(self) -> bool:
        chosen = self.chosen()
        return len(chosen) == 1 and chosen[0].stage in PREPARED_STAGES

    def _hand_out(self) -> None:
        if self._may_go_out():
            self.packages.hand_out(self.chosen()[0].id)

    def refresh(self) -> None:
        """Read the cases again."""
        self._model.reload()
        self.exported.look(self.hall.jobs.all())
        self.empty.show_jobs(self.hall.jobs.all())
        self._count()
        self._selection_changed()

    def _count(self) -> None:
        cases = self._rows.cases
        approved = sum(case.stage is Stage.APPROVED for case in cases)
        self.say(self.tr("{a} of {n} approved").format(a=approved, n=len(cases)) if cases else "")
        self._pages.setCurrentIndex(1 if cases else 0)
        shown = self._filter.rowCount()
        self._shown.setText("" if shown == len(cases) else count(shown, "{n} case shown", "{n} cases shown"))

    def _case_changed(self, case: str) -> None:
        self._rows.forget(case)
        self.stale()

    def _find(self, words: str) -> None:
        self._filter.find(words)
        self._count()

    def _choose_status(self) -> None:
        self._filter.choose(self.status.currentData(), str(self.hall.settings.get("review.reviewer")))
        self._count()

    def chosen(self) -> list[Case]:
        """Return the cases of the chosen rows."""
        return [index.data(CASE_ROLE) for index in self.table.selectionModel().selectedRows()]

    def open_case(self, case: str) -> None:
        """Choose a case's row."""
        index = self._filter.mapFromSource(self._model.index(self._model.row_of(case), 0))
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _selection_changed(self) -> None:
        chosen = self.chosen()
        excluded = bool(chosen) and all(case.stage is Stage.EXCLUDED for case in chosen)
        set_words(self._actions["exclude"], self.tr("Include again") if excluded else self.tr("Exclude…"))
        self._actions["exclude"].setEnabled(bool(chosen))
        self._actions["flag"].setEnabled(bool(chosen))
        self._actions["assign"].setEnabled(bool(chosen))
        self._actions["next"].setEnabled(any(case.stage in _WAITS for case in self._rows.cases))
        flagged = bool(chosen) and all(case.flag for case in chosen)
        set_words(self._actions["flag"], self.tr("Remove flag") if flagged else self.tr("Flag…"))
        for name in ("export", "send"):
            self._actions[name].setEnabled(any(case.stage in PREPARED_STAGES for case in chosen))

    def _open(self, index: QModelIndex) -> None:
        case: Case = index.data(CASE_ROLE)
        place = next_step(case)[1]
        if place == "include":
            return
        self.go.emit("review" if case.stage is Stage.PREPARED else place, case.id)

    def _take_next_step(self, index: QModelIndex) -> None:
        case: Case = index.data(CASE_ROLE)
        place = next_step(case)[1]
        with self.telling():
            if place == "prepare":
                self.hall.preparing.start([case.id])
            elif place == "segment":
                self.hall.fusing.start_usual(case.id)
            elif place == "include":
                self.hall.cases.include(case.id)
            else:
                self.go.emit(place, case.id)

    def _exclude(self) -> None:
        self._deeds.exclude(self.chosen())

    def _waiting(self) -> str:
        """Return the case below the chosen one, in the order of the board, that waits for a review; "" if none does."""
        listed = self._filter.cases()
        here = self.table.currentIndex().row() + 1 if self.chosen() else 0
        turned = [*listed[here:], *listed[:here], *self._rows.cases]
        return next((case.id for case in turned if case.stage in _WAITS), "")

    def _next(self) -> None:
        if case := self._waiting():
            self.go.emit("review", case)

    def _export(self) -> None:
        chosen = self.chosen()
        names = [case.id for case in chosen if case.stage in PREPARED_STAGES]
        ask_export(self, names, self.exported, len(chosen) - len(names))

    def _send(self) -> None:
        ask_send(self, [case.id for case in self.chosen() if case.stage in PREPARED_STAGES], self.exported)

    def _menu(self, spot: QPoint) -> None:
        index = self.table.indexAt(spot)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), partial(self._open, index))
        menu.addSeparator()
        for known in self._actions.values():
            entry = menu.addAction(known.accessibleName(), known.click)
            entry.setEnabled(known.isEnabled())
        menu.addAction(self.tr("Hand out for review…"), self._hand_out).setEnabled(self._may_go_out())
        case: Case = index.data(CASE_ROLE)
        menu.addAction(self.tr("Time points of the patient…"), partial(open_time_points, self, case.id))
        menu.addSeparator()
        menu.addAction(self.tr("Forget this patient…"), partial(self._deeds.forget, case.id))
        menu.popup(self.table.viewport().mapToGlobal(spot))

    def _demo(self) -> None:
        with self.telling():
            self.hall.demo.start()
