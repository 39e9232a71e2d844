"""Encryption of the images in the settings: how they are kept, and how they shall be."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from fets_desktop.app.encryption import Sealing
from fets_desktop.app.hall import Hall
from fets_desktop.app.keyring_ import Keeping
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.encryption_dialog import ConvertDialog, ask_about_recovery, ask_for_new_passphrase
from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.panel import Panel
from fets_desktop.ui.widgets.parts import button, label, row, set_look
from fets_desktop.ui.widgets.passphrase_dialog import ask_to_unlock
from fets_desktop.ui.widgets.sure import ask_sure
from fets_desktop.ui.words import count, translate

_SUFFIX = ".fetskey"


class EncryptionPanel(Panel):
    """Says whether the images at rest are encrypted, and offers the other.

    Args:
        hall: The use cases.

    Attributes:
        secrets_changed: Tells that a passphrase was chosen or given.
    """

    secrets_changed = Signal()

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall)
        self._ended = ""
        self.state = label("", "strong", wrap=True)
        self.outcome = label("", wrap=True)
        self.encrypt = button(self.tr("Encrypt the images…"), self._ask_to_encrypt, "lock")
        self.go_on = button(self.tr("Go on"), self._go_on, "play", "primary")
        self.recovery = button(self.tr("Write a recovery file…"), self._ask_for_recovery, "key-round")
        self.decrypt = button(self.tr("Decrypt the images…"), self._ask_to_decrypt, "lock-open")
        self.column.addWidget(self.state)
        self.explain(
            self.tr(
                "Images, masks, labels, pictures and edits can be kept encrypted in this workspace. Where this "
                "computer's disk is encrypted already, that protects more, and this adds little."
            )
        )
        self.column.addWidget(row(self.encrypt, self.go_on, self.recovery, self.decrypt, 1))
        self.column.addWidget(self.outcome)
        self.refresh()

    def refresh(self) -> None:
        """Read again how things stand."""
        state = self._hall.encryption.state
        words = {
            Sealing.OFF: translate("Images are not encrypted by the program"),
            Sealing.TURNING_ON: translate("Images are being encrypted; that is not through yet"),
            Sealing.ON: translate("Images are encrypted"),
            Sealing.TURNING_OFF: translate("Images are being decrypted; that is not through yet"),
        }
        self.state.setText(words[state])
        buttons = (self.encrypt, self.go_on, self.recovery, self.decrypt)
        held = self.window().focusWidget() in buttons
        self.encrypt.setVisible(state is Sealing.OFF)
        self.go_on.setVisible(state in (Sealing.TURNING_ON, Sealing.TURNING_OFF))
        self.recovery.setVisible(state in (Sealing.TURNING_ON, Sealing.ON))
        self.decrypt.setVisible(state is Sealing.ON)
        if held and self.window().focusWidget() not in buttons:
            # the keys would pass to the setting below, where an arrow key changes what is kept of patients
            next(each for each in buttons if not each.isHidden()).setFocus(Qt.FocusReason.OtherFocusReason)
        self.outcome.setText(self._ended)
        self.outcome.setVisible(bool(self._ended))

    def _ask_to_encrypt(self) -> None:
        secrets = self._hall.secrets
        if secrets.locked:
            ask = ask_to_unlock(self._hall.identities.unlock, self)
        elif secrets.keeping is Keeping.NOWHERE:
            ask = ask_for_new_passphrase(secrets.unlock, self)
        else:
            self.ask_about_recovery()
            return
        ask.accepted.connect(self.secrets_changed)
        ask.accepted.connect(self.ask_about_recovery)
        ask.open()

    def ask_about_recovery(self) -> None:
        """Say what losing the key means, and ask for a recovery file; then begin."""
        dialog = ask_about_recovery(self._choose_recovery, self)
        dialog.declined.connect(self._ask_without)
        dialog.open()

    def _ask_without(self) -> None:
        ask_sure(
            translate("Encrypt without a recovery file?"),
            translate(
                "If the key is lost, with the keyring, the user's account or the passphrase, so are all images of this "
                "workspace. A recovery file can be written later."
            ),
            translate("Encrypt without one"),
            lambda: self._start(True),
            self,
        )

    def _ask_for_recovery(self) -> None:
        ask_about_recovery(lambda words: self._choose_recovery(words, encrypt=False), self, later=True).open()

    def _choose_recovery(self, passphrase: str, *, encrypt: bool = True) -> None:
        self._hall.encryption.make_key()
        dialog = file_dialog(
            self, self.tr("Where to? Not into the workspace, best on a stick"), QFileDialog.FileMode.AnyFile
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_SUFFIX[1:])
        dialog.selectFile(f"fets-recovery{_SUFFIX}")
        dialog.fileSelected.connect(lambda chosen: self.write_recovery(Path(chosen), passphrase, encrypt=encrypt))
        dialog.open()

    def write_recovery(self, file: Path, passphrase: str, *, encrypt: bool) -> None:
        """Write the recovery file, and begin to encrypt if that is asked for."""
        try:
            self._hall.encryption.write_recovery(file, passphrase)
        except StudyError as error:
            self.tell(error)
            return
        self._say(self.tr("The recovery file is written. Keep it away from this computer."), "good")
        if encrypt:
            self._start(True)

    def _ask_to_decrypt(self) -> None:
        ask_sure(
            translate("Decrypt the images of this workspace?"),
            translate("They lie open on the disk again, as private as the disk. The key is kept, for backups of now."),
            translate("Decrypt them"),
            lambda: self._start(False),
            self,
        )

    def _go_on(self) -> None:
        self._start(self._hall.encryption.state is Sealing.TURNING_ON)

    def _start(self, wanted: bool) -> None:
        try:
            self._hall.encryption.begin(wanted)
        except StudyError as error:
            self.tell(error)
            return
        self.refresh()
        dialog = ConvertDialog(self._hall.encryption.convert, wanted, self)
        dialog.through.connect(self._end)
        dialog.failed.connect(self.tell)
        dialog.open()

    def _end(self, faults: list[str]) -> None:
        try:
            self._hall.encryption.end()
        except StudyError as error:
            self.tell(error)
        else:
            damaged = count(len(faults), "{n} file was damaged before", "{n} files were damaged before")
            words = self.tr("Every file was written anew.")
            self._say(f"{words} {said(damaged)}." if faults else words, "warn" if faults else "good")
        self.refresh()

    def _say(self, words: str, look: str) -> None:
        self._ended = words
        set_look(self.outcome, look)
        self.refresh()
