"""Questions on the way into a federation: which file, where to, and a place for this site's key."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.passphrase_dialog import PassphraseDialog, ask_to_unlock
from fets_desktop.ui.words import translate


def choose_file(parent: QWidget, title: str, kind: str, take: Callable[[str], object]) -> None:
    """Let a person choose a file of a kind, "Words (*.ending)"."""
    dialog = file_dialog(parent, title, QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([kind, translate("All files (*)")])
    dialog.fileSelected.connect(take)
    dialog.open()


def choose_target(parent: QWidget, title: str, name: str, take: Callable[[str], object]) -> None:
    """Let a person say where a file is written; it is called `name` unless they want another."""
    dialog = file_dialog(parent, title, QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(name.rpartition(".")[2])
    dialog.selectFile(name)
    dialog.fileSelected.connect(take)
    dialog.open()


def ask_for_key_place(hall: Hall, parent: QWidget) -> PassphraseDialog:
    """Return the dialog that opens the place of this workspace's keys, or makes one where there is no keyring."""
    if hall.secrets.locked:
        return ask_to_unlock(hall.identities.unlock, parent)
    return PassphraseDialog(
        translate("A passphrase for this site's key"),
        (
            translate(
                "This computer has no system keyring. The key is kept in a file that only a passphrase opens; it is "
                "asked for whenever the federation is gone on with after the program was closed."
            ),
            translate("Nobody can find a forgotten passphrase: a new request would have to be made."),
        ),
        (translate("Passphrase"), translate("Once more")),
        translate("Keep the key"),
        translate("Cancel"),
        hall.secrets.unlock,
        parent,
        repeated=True,
    )
