"""Dialogs of the encryption of images: what becomes of a lost key, and how the writing anew goes."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.progress import Progress
from fets_desktop.ui.reading import Reading
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, label, row
from fets_desktop.ui.widgets.passphrase_dialog import PassphraseDialog
from fets_desktop.ui.widgets.progress_row import bar
from fets_desktop.ui.words import translate

_WIDTH = 460


class ConvertDialog(QDialog):
    """Writes every stored file anew beside the window's thread, and can be stopped: begun again, it goes on.

    Args:
        convert: Does it; see `Encryption.convert`.
        wanted: Whether images become encrypted, or open.
        parent: The window.

    Attributes:
        through: Tells, in words, what was damaged before.
        failed: Tells why it could not go on.
    """

    help_page = "settings#Privacy"

    through = Signal(list)
    failed = Signal(object)
    _heard = Signal(float, str)

    def __init__(self, convert: Callable[[Progress], list[str]], wanted: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._convert, self._stopped = convert, False
        title = self.tr("Encrypting the images") if wanted else self.tr("Decrypting the images")
        words = self.tr("Every file is written anew; a power cut loses nothing. Stopped, it goes on from there.")
        column = headed(self, title, words, width=_WIDTH)
        self.bar, self.note = bar(), label("", "small")
        self.bar.setAccessibleName(title)
        self.stop = button(self.tr("Stop"), self._stop)
        column.addWidget(self.bar)
        column.addWidget(self.note)
        column.addWidget(row(1, self.stop))
        self._heard.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._working = Reading(self)
        self.finished.connect(self.deleteLater)
        self._working.start(self._work, self._end, self._fail)

    def _work(self) -> list[str] | None:
        try:
            return self._convert(self._progress)
        except Cancelled:
            return None

    def _progress(self, fraction: float, note: str) -> None:
        if self._stopped:
            raise Cancelled
        with suppress(RuntimeError):  # the window may be gone
            self._heard.emit(fraction, note)

    def _show(self, fraction: float, note: str) -> None:
        self.bar.setValue(round(1000 * fraction))
        self.note.setText(said(note))

    def _stop(self) -> None:
        self._stopped = True
        self.stop.setEnabled(False)

    def reject(self) -> None:
        """Stop; the dialog goes when the file at hand is whole."""
        self._stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop as well: what is under way is let come to its end."""
        self._stop()
        self._working.wait()
        super().closeEvent(event)

    def _end(self, faults: list[str] | None) -> None:
        self.accept()
        if faults is not None:
            self.through.emit(faults)

    def _fail(self, error: StudyError) -> None:
        self.accept()
        self.failed.emit(error)


def ask_about_recovery(take: Callable[[str], None], parent: QWidget, *, later: bool = False) -> PassphraseDialog:
    """Return the dialog that says what losing the key means, and asks for the passphrase of a recovery file.

    Args:
        take: Gets the passphrase.
        parent: The window.
        later: Whether images are encrypted already; `declined` then says nothing, else that no such file is wanted.
    """
    return PassphraseDialog(
        translate("Write a recovery file") if later else translate("Encrypt the images of this workspace?"),
        (
            translate(
                "Their key is kept where this workspace's secrets are, never beside the images. Without it nobody "
                "opens them: if the keyring, the account or the passphrase is lost, so are the images."
            ),
            translate(
                "A recovery file brings the key back on any computer. Choose a passphrase for it, and keep both away "
                "from this computer."
            ),
        ),
        (translate("Passphrase of the recovery file"), translate("Once more")),
        translate("Choose where to write it…"),
        translate("Not now") if later else translate("Without a recovery file…"),
        take,
        parent,
        repeated=True,
    )


def ask_for_new_passphrase(unlock: Callable[[str], None], parent: QWidget) -> PassphraseDialog:
    """Return the dialog that chooses the passphrase of a workspace on a computer without a keyring."""
    return PassphraseDialog(
        translate("Choose the passphrase of this workspace"),
        (
            translate(
                "This computer has no system keyring: the key to the images lies under a passphrase, which is asked "
                "for each time the workspace is opened."
            ),
            translate("Nobody can find a forgotten passphrase."),
        ),
        (translate("Passphrase"), translate("Once more")),
        translate("Use it"),
        translate("Not now"),
        unlock,
        parent,
        repeated=True,
    )


def ask_to_open(open_: Callable[[str], None], parent: QWidget | None) -> PassphraseDialog:
    """Return the dialog that asks for the passphrase of a workspace that does not open without it."""
    return PassphraseDialog(
        translate("The passphrase of this workspace"),
        (translate("Its images are encrypted: the workspace opens with its passphrase only."),),
        (translate("Passphrase"),),
        translate("Open it"),
        translate("Not now"),
        open_,
        parent,
    )


def ask_to_recover(recover: Callable[[str], None], parent: QWidget | None) -> PassphraseDialog:
    """Return the dialog that asks for the passphrase of a recovery file."""
    return PassphraseDialog(
        translate("The passphrase of the recovery file"),
        (translate("The key to the images is kept on this computer again, and the workspace opens."),),
        (translate("Passphrase"),),
        translate("Bring the key back"),
        translate("Cancel"),
        recover,
        parent,
    )
