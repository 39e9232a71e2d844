"""Where a folder is dropped, or chosen by the keyboard."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from fets_desktop.ui.widgets.drop_veil import welcome
from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.parts import button, icon_label, label, row, set_mood


class DropArea(QFrame):
    """Takes folders and files; `dropped` carries their paths.

    Args:
        large: Whether it fills an empty screen.
    """

    dropped = Signal(list)

    def __init__(self, large: bool) -> None:
        super().__init__()
        self.setProperty("look", "drop")
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Drop a patient's folder here"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        if large:
            column.addStretch(1)
            column.addWidget(icon_label("folder-down", "accent", 44), 0, Qt.AlignmentFlag.AlignHCenter)
        heading = label(self.tr("Drop a patient's folder here"), "title" if large else "strong", wrap=True)
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(heading)
        if large:
            words = label(
                self.tr(
                    "DICOM or NIfTI, one patient or many at once; a disc, an archive (zip) or a list of cases (CSV). "
                    "Nothing is changed in the folder: the images are copied, without name and birth date, into the "
                    "workspace on this computer."
                ),
                "muted",
                wrap=True,
            )
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setFixedWidth(520)
            column.addWidget(row(1, words, 1))
        folder = button(self.tr("Choose folder…"), self.choose_folder, "folder-open", "primary" if large else "")
        files = button(self.tr("Choose files…"), self.choose_files, "file-plus")
        if large:
            column.addSpacing(6)
            column.addWidget(row(1, folder, files, 1))
            column.addStretch(1)
        else:
            column.addWidget(folder)
            column.addWidget(files)

    def choose_folder(self) -> None:
        """Let a person choose a folder."""
        self._ask(self.tr("Choose a patient's folder"), QFileDialog.FileMode.Directory)

    def choose_files(self) -> None:
        """Let a person choose files."""
        self._ask(self.tr("Choose the files of a patient"), QFileDialog.FileMode.ExistingFiles)

    def _ask(self, title: str, mode: QFileDialog.FileMode) -> None:
        dialog = file_dialog(self, title, mode)
        dialog.filesSelected.connect(self._tell)
        dialog.open()

    def _tell(self, paths: list[str]) -> None:
        if paths:
            self.dropped.emit([Path(path) for path in paths])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and folders."""
        if welcome(event):
            set_mood(self, "accent")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        set_mood(self, "")

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        set_mood(self, "")
        if files := welcome(event):
            self.dropped.emit(files)
