"""The history of a case's edits: every one by its name, a click goes back or forward to it."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from fets_desktop.review.history import Numbered
from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.widgets.parts import label, row
from fets_desktop.ui.widgets.quiet_label import QuietLabel

_HEIGHT = 142
_COUNT_WIDTH = 60

Index = QModelIndex | QPersistentModelIndex


class HistoryRows(QAbstractListModel):
    """What stood at first, then the edits, oldest first; those undone come last and are faint."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._edits: tuple[Numbered, ...] = ()
        self.current = 0
        """The row of what the labels are now."""

    def show_edits(self, done: tuple[Numbered, ...], undone: tuple[Numbered, ...]) -> None:
        """Show other edits; `undone` as the history keeps them, the next one last."""
        edits, before, now = (*done, *undone[::-1]), self.current, len(done)
        if edits != self._edits:
            self.beginResetModel()
            self._edits, self.current = edits, now
            self.endResetModel()
        elif now != before:
            self.current = now
            self.dataChanged.emit(self.index(min(before, now)), self.index(max(before, now)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 1 + len(self._edits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words, and its colour."""
        place = index.row()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(place)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(place)
        if role == Qt.ItemDataRole.ForegroundRole and place > self.current:
            return current_theme().colour("faint")
        return None

    def _words(self, place: int) -> str:
        return self._edits[place - 1].patch.name if place else self.tr("Before these edits")

    def _spoken(self, place: int) -> str:
        if place > self.current:
            return self.tr("{edit}, undone").format(edit=self._words(place))
        return self.tr("{edit}, now").format(edit=self._words(place)) if place == self.current else self._words(place)


class _Rows(QListView):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the row on Enter or Space; its letters are the viewer's keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit(self.currentIndex())
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)


class HistoryPanel(QWidget):
    """Lists the edits of the open case.

    Args:
        viewer: Whose edits they are.
    """

    def __init__(self, viewer: Viewer) -> None:
        super().__init__()
        self._viewer = viewer
        self.rows = _Rows()
        self.model = HistoryRows(self)
        self.count = QuietLabel("small")
        self.count.setFixedWidth(_COUNT_WIDTH)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.rows.setModel(self.model)
        self.rows.setFixedHeight(_HEIGHT)
        self.rows.setUniformItemSizes(True)
        self.rows.setAccessibleName(self.tr("History of edits"))
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # a click must not take the keys from the viewer
        self.rows.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rows.setProperty("look", "history")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(row(label(self.tr("History"), "heading"), 1, self.count))
        column.addWidget(self.rows)
        self.rows.clicked.connect(self._go)
        viewer.state.scene_changed.connect(self.follow)
        viewer.painting.edited.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the edits as they are."""
        editor = self._viewer.painting.editor
        history = editor.history if editor else None
        self.model.show_edits(history.done if history else (), history.undone if history else ())
        self.count.setText(str(self.model.current) if self.model.current else "")
        here = self.model.index(self.model.current)
        self.rows.setCurrentIndex(here)
        self.rows.scrollTo(here)

    def _go(self, index: QModelIndex) -> None:
        self._viewer.painting.travel(self.model.current - index.row())
        self.follow()
