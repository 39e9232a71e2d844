"""The model behind the DICOM tag viewer: tag, name, VR and value of one slice, searched as a person types."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fets_desktop.study.tags import TagRow, TagTable

Index = QModelIndex | QPersistentModelIndex

TAG, NAME, VR, VALUE = range(4)
_INDENT = "    "


class TagModel(QAbstractTableModel):
    """The tags of one slice that fit a search."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._table = TagTable(0, ())
        self._rows: tuple[TagRow, ...] = ()
        self._slice = 0
        self._wanted = ""
        self._only_varying = False

    def show_table(self, table: TagTable) -> None:
        """Show other headers, from their first slice."""
        self._table, self._slice = table, 0
        self._choose()

    def show_slice(self, number: int) -> None:
        """Show the values of a slice, from 0."""
        self._slice = number
        self._choose()

    def search(self, words: str) -> None:
        """Show only tags in whose number, name or value the words appear; "0018,0081" and "00180081" are one."""
        self._wanted = words.strip().lower()
        self._choose()

    def show_only_varying(self, only: bool) -> None:
        """Show only what differs between slices, or all."""
        self._only_varying = only
        self._choose()

    def _choose(self) -> None:
        self.beginResetModel()
        self._rows = tuple(row for row in self._table.rows if self._fits(row))
        self.endResetModel()

    def _fits(self, row: TagRow) -> bool:
        if self._only_varying and not row.varies:
            return False
        if not self._wanted:
            return True
        number = row.tag.lower()
        bare = number.replace("(", "").replace(")", "").replace(",", "")
        wanted = self._wanted
        return (
            wanted in number
            or wanted.replace(",", "").replace("(", "").replace(")", "") in bare
            or wanted in row.name.lower()
            or wanted in row.value(self._slice).lower()
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many tags are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return tag, name, VR and value."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a column's title."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Tag"), self.tr("Name"), self.tr("VR"), self.tr("Value"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell's words; the whole way to a tag and its whole value as the tip."""
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (_INDENT * row.depth + row.tag[-11:], row.name, row.vr, row.value(self._slice))[column]
        if role == Qt.ItemDataRole.ToolTipRole and column in (TAG, VALUE):
            return row.tag if column == TAG else row.value(self._slice)
        return None

    def line(self, row: int) -> str:
        """Return a row as text, its parts separated by tabs."""
        found = self._rows[row]
        return "\t".join((found.tag, found.name, found.vr, found.value(self._slice)))
