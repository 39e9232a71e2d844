"""The system's dialog for files and folders, opened where the last one was left."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListView, QWidget


class _Left:
    """Where the last dialog was left; in memory alone, for a folder may bear a patient's name."""

    folder = ""


class FileDialog(QFileDialog):
    """Takes what was typed: Qt's own takes the folder around it as well where the list beside the field lags behind."""

    def accept(self) -> None:
        """Choose what stands in the field if a person typed it, else what is marked in the list."""
        field, rows = self.findChild(QLineEdit, "fileNameEdit"), self.findChild(QListView, "listView")
        # a dialog of the system's own has neither
        if isinstance(field, QLineEdit) and isinstance(rows, QListView) and field.isModified() and field.text():
            with QSignalBlocker(rows.selectionModel()):
                rows.selectionModel().clearSelection()
        super().accept()


def file_dialog(parent: QWidget, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
    """Return a dialog that opens beside what was chosen last, at first in the person's own folder.

    Args:
        parent: The window.
        title: What is to be chosen.
        mode: A folder, a file or several.
    """
    start = _Left.folder if Path(_Left.folder).is_dir() and _Left.folder else str(Path.home())
    dialog = FileDialog(parent, title, start)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    dialog.filesSelected.connect(_remember)
    return dialog


def _remember(chosen: list[str]) -> None:
    if chosen:
        _Left.folder = str(Path(chosen[0]).parent)
