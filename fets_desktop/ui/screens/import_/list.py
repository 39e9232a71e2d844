"""The list beside the series: every case that an import found, and below its name where it stands."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from fets_desktop.app.job_board import JobView
from fets_desktop.study.case import Case, Stage
from fets_desktop.ui.case_rows import status_of
from fets_desktop.ui.widgets.delegates import DETAIL_ROLE, ICON_ROLE, IconTextDelegate

_ROW_HEIGHT = 44
_NAME_ROLE = Qt.ItemDataRole.UserRole


class FoundCases(QListWidget):
    """Cases with their status on a line of its own, so that no word of it is cut off in the narrow column."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Imported cases"))
        self.setItemDelegate(IconTextDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_cases(self, cases: Sequence[Case], jobs: Mapping[str, JobView]) -> None:
        """Show these cases; the chosen one stays chosen, else the first that waits for a person is."""
        chosen = self.current()
        self.blockSignals(True)
        if [case.id for case in cases] != self._names():
            self.clear()
            for case in cases:
                item = QListWidgetItem(self)
                # as wide as the list: words that are longer end in dots
                item.setSizeHint(QSize(1, _ROW_HEIGHT))
                item.setData(_NAME_ROLE, case.id)
        for number, case in enumerate(cases):
            self._show(self.item(number), case, jobs.get(case.id))
        self.choose(chosen or next((case.id for case in cases if case.stage is Stage.NEW), ""))
        self.blockSignals(False)

    def _show(self, item: QListWidgetItem, case: Case, job: JobView | None) -> None:
        status = status_of(case, job)
        item.setText(case.id)
        item.setData(DETAIL_ROLE, status.words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{case.id}, {status.words}")
        item.setToolTip(f"{case.id}  {status.words}")
        item.setData(ICON_ROLE, (status.icon, status.role if status.role != "bad" else "warn"))

    def _names(self) -> list[str]:
        return [str(self.item(number).data(_NAME_ROLE)) for number in range(self.count())]

    def choose(self, case: str) -> None:
        """Choose a case's row, none where it is not listed."""
        names = self._names()
        self.setCurrentRow(names.index(case) if case in names else -1)

    def current(self) -> str:
        """Return the name of the chosen case, "" if none is."""
        item = self.currentItem()
        return str(item.data(_NAME_ROLE)) if item else ""
