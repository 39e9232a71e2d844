"""The system's dialog for files and folders, opened where the last one was left."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


class _Left:
    """Where the last dialog was left; in memory alone, for a folder may bear a patient's name."""

    folder = ""


def file_dialog(parent: QWidget, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
    """Return a dialog that opens beside what was chosen last, at first in the person's own folder.

    Args:
        parent: The window.
        title: What is to be chosen.
        mode: A folder, a file or several.
    """
    start = _Left.folder if Path(_Left.folder).is_dir() and _Left.folder else str(Path.home())
    dialog = QFileDialog(parent, title, start)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    dialog.filesSelected.connect(_remember)
    return dialog


def _remember(chosen: list[str]) -> None:
    if chosen:
        _Left.folder = str(Path(chosen[0]).parent)
