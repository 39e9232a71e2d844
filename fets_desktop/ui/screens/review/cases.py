"""The list of cases beside the viewer: find one, open it by a click."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QVBoxLayout

from fets_desktop.app.hall import Hall
from fets_desktop.study.case import Case, Stage
from fets_desktop.ui.case_rows import PREPARED_STAGES, CaseRows
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
from fets_desktop.ui.widgets.delegates import IconTextDelegate
from fets_desktop.ui.widgets.parts import framed, label, row
from fets_desktop.ui.widgets.search_field import SearchField
from fets_desktop.ui.widgets.table import Table
from fets_desktop.ui.words import translate

_WIDTH = 416
_WIDTHS = {CASE: 144, DATE: 92, STATUS: 124, WT: 54}
_WAITS = (Stage.IN_REVIEW, Stage.PROPOSED)
_FOLDS_BELOW = 1560
"""Width of the window below which the list folds by itself."""


class ReviewCases(QFrame):
    """Shows the cases with their status; `opened` carries the one a person clicks.

    Args:
        hall: The use cases.
    """

    opened = Signal(str)

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self.setProperty("look", "side")
        self.setFixedWidth(_WIDTH)
        self._hall = hall
        self._rows = CaseRows(hall)
        self._model = CaseTable(self._rows, self, {WT: self.tr("cm³")})
        self._filter = CaseFilter(self)
        self._filter.setSourceModel(self._model)
        self.table = Table(self.tr("Cases to review"), self._filter, self)
        self.search, self.status = SearchField(self.tr("Find case")), QComboBox()
        self._approved = label("", "small")
        self._case = ""
        self._pinned = False
        self._prepare_table()
        self._prepare_filter()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        for line in (row(label(self.tr("Cases"), "heading"), 1, self._approved), row(self.search, self.status)):
            line.layout().setContentsMargins(14, 0, 12, 0)  # type: ignore[union-attr]
            column.addWidget(line)
        column.addWidget(framed("rule"))
        column.addWidget(self.table, 1)

    def toggle(self) -> None:
        """Show or hide the list, as a person wants; it no longer folds by itself."""
        self._pinned = True
        self.setVisible(self.isHidden())

    def fit(self, window_width: int) -> None:
        """Fold where the window is small, unless the person chose."""
        if not self._pinned:
            self.setVisible(window_width >= _FOLDS_BELOW)

    def hide_volumes(self, *, hidden: bool) -> None:
        """Hide how large the tumours are, or show it again."""
        self.table.setColumnHidden(WT, hidden)

    def _prepare_table(self) -> None:
        table = self.table
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setItemDelegateForColumn(STATUS, IconTextDelegate(table))
        for column in (DOTS, TC, ET, READER, FLAG, NEXT):
            table.hideColumn(column)
        table.set_widths(_WIDTHS, STATUS)
        table.clicked.connect(self._chosen)
        table.opened.connect(self._chosen)

    def _prepare_filter(self) -> None:
        self.search.textChanged.connect(self._filter.find)
        self.status.setAccessibleName(self.tr("Status"))
        self.status.addItem(self.tr("All statuses"), "")
        self.status.addItem(self.tr("Flagged"), "flagged")
        self.status.addItem(self.tr("Assigned to me"), "mine")
        for stage in (*PREPARED_STAGES, Stage.CONVERTED, Stage.NEW, Stage.EXCLUDED):
            self.status.addItem(translate(stage.words), str(stage))
        self.status.currentIndexChanged.connect(self._choose_status)

    def _choose_status(self) -> None:
        self._filter.choose(self.status.currentData(), str(self._hall.settings.get("review.reviewer")))

    def reload(self) -> None:
        """Read the cases again; the open one stays marked."""
        self._model.reload()
        approved = sum(case.stage is Stage.APPROVED for case in self._rows.cases)
        self._approved.setText(self.tr("{a} of {n} approved").format(a=approved, n=len(self._rows.cases)))
        self.mark(self._case)

    def forget(self, case: str) -> None:
        """Read a case's versions again when they are next shown."""
        self._rows.forget(case)

    def mark(self, case: str) -> None:
        """Mark the open case."""
        self._case = case
        index = self._filter.mapFromSource(self._model.index(self._model.row_of(case), 0))
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)
        else:
            self.table.clearSelection()

    def case(self, name: str) -> Case | None:
        """Return a case, None if there is no such one."""
        return next((case for case in self._rows.cases if case.id == name), None)

    def beside(self, case: str, step: int) -> str:
        """Return the case that is listed `step` lines below (above if negative), "" if there is none."""
        names = [known.id for known in self._listed()]
        if case not in names:
            return names[0] if names and step > 0 else ""
        place = names.index(case) + step
        return names[place] if 0 <= place < len(names) else ""

    def waiting_after(self, case: str) -> str:
        """Return the next case that waits for review, from the top again after the last; "" if none does.

        What the list shows comes first; if nothing in it waits, cases that are filtered away count too.
        """
        for cases in (self._listed(), self._rows.cases):
            names = [known.id for known in cases]
            start = names.index(case) + 1 if case in names else 0
            turned = [*cases[start:], *cases[:start]]
            found = next((known.id for known in turned if known.stage in _WAITS and known.id != case), "")
            if found:
                return found
        return ""

    def _listed(self) -> list[Case]:
        return self._filter.cases()

    def _chosen(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(CASE_ROLE).id)
