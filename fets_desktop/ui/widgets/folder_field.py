"""A folder: typed or chosen."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.parts import tool_button
from fets_desktop.ui.words import translate


class FolderField(QWidget):
    """A path and a button that chooses it; `changed` says that another stands there.

    Args:
        what: Which folder, as a title.
        folder: What stands there at first; None for nothing.
    """

    changed = Signal()

    def __init__(self, what: str, folder: Path | None = None) -> None:
        super().__init__()
        self._what = what
        self.field = QLineEdit(str(folder or ""))
        self.field.setAccessibleName(what)
        self.choose = tool_button("folder-open", translate("Choose a folder: {what}", what=what), self._choose)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.field, 1)
        line.addWidget(self.choose)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(lambda _text: self.changed.emit())

    def folder(self) -> Path | None:
        """Return the folder that stands there; None where there is no whole path."""
        text = self.field.text().strip()
        folder = Path(text).expanduser()
        return folder if text and folder.is_absolute() else None

    def _choose(self) -> None:
        dialog = file_dialog(self, self._what, QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.field.setText)
        dialog.open()
