"""Tables in the window's look: rows of one height, no grid, Enter does what a double-click does."""

from collections.abc import Mapping
from math import ceil
from types import MappingProxyType

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

ROW_HEIGHT = 36
_NONE: Mapping[int, int] = MappingProxyType({})


class Table(QTableView):
    """A read-only table whose rows are chosen as a whole.

    Args:
        name: What a screen reader calls it.
        model: What it shows.
        parent: Its owner.
    """

    opened = Signal(QModelIndex)
    """A row was double-clicked, or Enter pressed on it."""

    def __init__(self, name: str, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        self._widths: dict[int, int] = {}
        self._given: dict[int, int] = {}
        """What this table gave its columns last."""
        self._least: dict[int, int] = {}
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self.opened)

    def set_widths(self, widths: dict[int, int], stretch: int, least: Mapping[int, int] = _NONE) -> None:
        """Give columns a width in pixels, and one the rest.

        Args:
            widths: Of every column.
            stretch: The column that takes the rest.
            least: How far columns give way where the table has not room for all.
        """
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        for column, width in widths.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        self._widths, self._given, self._least = dict(widths), dict(widths), dict(least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let columns give way, each the same share of what it can; one that a person has drawn stays as it is."""
        super().resizeEvent(event)
        lacking = sum(self._widths.values()) - self.viewport().width()
        can_give = sum(self._widths[column] - least for column, least in self._least.items())
        share = min(max(lacking, 0) / can_give, 1.0) if can_give else 0.0
        for column, least in self._least.items():
            width = self._widths[column] - ceil(share * (self._widths[column] - least))
            if self.columnWidth(column) == self._given[column]:
                self.setColumnWidth(column, width)
                self._given[column] = self.columnWidth(column)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Keep the ground opaque, which a style sheet takes back: a scroll then draws only the rows that come up."""
        if not self.viewport().autoFillBackground():
            self.viewport().setAutoFillBackground(True)
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a frame where the Tab key brought the focus: without a chosen row nothing else shows it."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._frame("on")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the frame away: the mouse shows where one is."""
        self._frame("")
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self._frame("")

    def _frame(self, frame: str) -> None:
        if (self.property("frame") or "") != frame:
            self.setProperty("frame", frame)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
