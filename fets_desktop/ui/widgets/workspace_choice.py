"""Which workspace is open, and how another one is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from fets_desktop.app.encryption import bring_key_back
from fets_desktop.app.hall import Hall
from fets_desktop.app.workspaces import default_workspace, is_workspace
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.encryption_dialog import ask_to_recover
from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.parts import button, label, row
from fets_desktop.ui.widgets.restore_dialog import RestoreDialog
from fets_desktop.ui.widgets.sure import ask_sure
from fets_desktop.ui.words import translate

_WIDTH = 520


class WorkspacePanel(QWidget):
    """Says where the work is kept, and offers another place.

    Args:
        hall: The use cases.
        wanted: Gets the folder of the workspace to open instead.
    """

    def __init__(self, hall: Hall, wanted: Callable[[Path], object]) -> None:
        super().__init__()
        self.folder = label(str(hall.restoring.here), wrap=True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.other = button(self.tr("Open another workspace…"), lambda: choose_workspace(self, wanted), "folder-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.folder)
        meaning = self.tr(
            "All that this site has lies in this folder. Another one is opened in its place, and from then on when "
            "the program starts."
        )
        column.addWidget(label(meaning, "small", wrap=True))
        column.addWidget(row(self.other, 1))


class NotOpened(QDialog):
    """Asks what to open in place of a workspace that could not be.

    Args:
        folder: The workspace's.
        recoverable: Whether it is the key to its images that is missing, which a recovery file brings back.

    Attributes:
        chosen: What a person chose; None to leave.
    """

    answered = Signal()

    def __init__(self, folder: Path, *, recoverable: bool = False) -> None:
        super().__init__()
        self._folder = folder
        self.chosen: Path | None = None
        words = self.tr("The program can be opened on another workspace, or on a new one in an empty folder.")
        column = headed(self, self.tr("Open another workspace?"), words, width=_WIDTH)
        self.usual = button(self.tr("Open the usual one"), lambda: self.take(default_workspace()))
        self.usual.setVisible(folder != default_workspace())
        self.other = button(
            self.tr("Choose a folder…"), lambda: choose_workspace(self, self.take), "folder-open", "primary"
        )
        self.leave = button(self.tr("Leave"), self.reject)
        self.recover = button(self.tr("Use the recovery file…"), self._choose_recovery, "lock-open")
        self.recover.setVisible(recoverable)
        column.addWidget(row(1, self.leave, self.recover, self.usual, self.other))
        self.finished.connect(self.deleteLater)

    def take(self, folder: Path) -> None:
        """Open this one."""
        self.chosen = folder
        self.accept()

    def _choose_recovery(self) -> None:
        dialog = file_dialog(self, self.tr("The recovery file of this workspace"), QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.ask_to_recover(Path(chosen)))
        dialog.open()

    def ask_to_recover(self, file: Path) -> None:
        """Bring the key back from a recovery file whose passphrase is asked for, and open the workspace again."""
        dialog = ask_to_recover(lambda passphrase: bring_key_back(self._folder, file, passphrase), self)
        dialog.accepted.connect(lambda: self.take(self._folder))
        dialog.open()


def choose_workspace(parent: QWidget, wanted: Callable[[Path], object]) -> None:
    """Ask for a folder; where there is no workspace in it, ask whether to make one."""
    dialog = file_dialog(
        parent, translate("The folder of a workspace, or an empty one"), QFileDialog.FileMode.Directory
    )
    dialog.fileSelected.connect(lambda chosen: offer_workspace(Path(chosen), parent, wanted))
    dialog.open()


def offer_workspace(folder: Path, parent: QWidget, wanted: Callable[[Path], object]) -> None:
    """Open a workspace, or make a new one in a folder that holds none if the person is sure."""
    if is_workspace(folder):
        wanted(folder)
        return
    ask_sure(
        translate("Make a new workspace there?"),
        translate("There is no workspace in {folder}. A new one begins without cases.", folder=folder),
        translate("Make it"),
        lambda: wanted(folder),
        parent,
    )


def restore_backup(hall: Hall, parent: QWidget, wanted: Callable[[Path], object]) -> RestoreDialog:
    """Open the dialog that brings a backup back, and return it.

    Args:
        hall: The use cases.
        parent: The window.
        wanted: Gets the folder of what came back, if it is to be opened.
    """
    dialog = RestoreDialog(hall, parent)
    dialog.workspace_wanted.connect(wanted)
    dialog.open()
    return dialog
