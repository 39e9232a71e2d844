"""Asks for a passphrase: a new one for the table of patients, the one that opens it, or another instead."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from fets_desktop.study.errors import StudyError
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, label, row
from fets_desktop.ui.words import translate

_SHORTEST = 8
_WIDTH = 520


class PassphraseDialog(QDialog):
    """Fields for passphrases, told at once what is wrong with them; it stays open until `take` agrees.

    Args:
        title: What is asked.
        texts: What it means, one paragraph each.
        fields: Labels of the fields; the last is typed twice if `repeated`.
        accept: The words on the button.
        refuse: The words on the other button.
        take: Gets the fields' words; a StudyError it raises is shown in the dialog.
        parent: The window.
        repeated: Whether the last two fields must be alike.
    """

    help_page = "settings#Privacy"

    declined = Signal()

    def __init__(
        self,
        title: str,
        texts: tuple[str, ...],
        fields: tuple[str, ...],
        accept: str,
        refuse: str,
        take: Callable[..., None],
        parent: QWidget | None,
        *,
        repeated: bool = False,
    ) -> None:
        super().__init__(parent)
        self._take, self._repeated = take, repeated
        column = headed(self, title, width=_WIDTH, wrap=True)
        for text in texts:
            column.addWidget(label(text, "muted", wrap=True))
        self.fields = []
        for name in fields:
            field = QLineEdit()
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(name)
            field.textChanged.connect(self._check)
            column.addWidget(label(name, "small"))
            column.addWidget(field)
            self.fields.append(field)
        self.fault = label("", "bad", wrap=True)
        column.addWidget(self.fault)
        self.refuse = button(refuse, self._decline)
        self.agree = button(accept, self._agree, "lock", "primary")
        self.agree.setDefault(True)
        column.addSpacing(4)
        column.addWidget(row(1, self.refuse, self.agree))
        self._check()
        self.finished.connect(self.deleteLater)

    def _check(self) -> None:
        words = [field.text() for field in self.fields]
        fault = ""
        if self._repeated and len(words[-2]) < _SHORTEST:
            fault = self.tr("At least {n} characters; four words that belong to nobody are better.").format(n=_SHORTEST)
        elif self._repeated and words[-1] != words[-2]:
            fault = self.tr("The two are not alike yet.")
        self.fault.setText(fault if any(words) else "")
        self.agree.setEnabled(all(words) and not fault)

    def _agree(self) -> None:
        words = [field.text() for field in self.fields]
        try:
            self._take(*(words[:-1] if self._repeated else words))
        except StudyError as error:
            self.fault.setText(translate(error.text.title) + (f". {said(error.detail)}" if error.detail else "."))
            return
        self.accept()

    def _decline(self) -> None:
        self.declined.emit()
        self.reject()


def ask_for_table(decide: Callable[..., None], parent: QWidget) -> PassphraseDialog:
    """Return the dialog that asks before the first import, where there is no keyring: a table, or none.

    Args:
        decide: Gets whether to keep one, and the passphrase.
        parent: The window.
    """
    dialog = PassphraseDialog(
        translate("Keep a table of who is who?"),
        (
            translate(
                "Images are kept under pseudonyms. An encrypted table of pseudonyms and patients lets results go back "
                "to your PACS under the patient's name. This computer has no system keyring, so the table needs a "
                "passphrase."
            ),
            translate("Nobody can find a forgotten passphrase. Without a table the images can be used all the same."),
        ),
        (translate("Passphrase"), translate("Once more")),
        translate("Keep a table"),
        translate("Keep none"),
        lambda passphrase: decide(True, passphrase),
        parent,
        repeated=True,
    )
    dialog.declined.connect(lambda: decide(False))
    return dialog


def ask_to_unlock(unlock: Callable[[str], None], parent: QWidget) -> PassphraseDialog:
    """Return the dialog that asks for the passphrase of this workspace."""
    return PassphraseDialog(
        translate("The passphrase of this workspace"),
        (
            translate(
                "It opens the table of patients and the passwords of the PACS. Without it everything else goes on; "
                "patients that are imported meanwhile are entered once it is given."
            ),
        ),
        (translate("Passphrase"),),
        translate("Unlock"),
        translate("Not now"),
        unlock,
        parent,
    )


def ask_for_another(change: Callable[[str, str], None], parent: QWidget) -> PassphraseDialog:
    """Return the dialog that changes the passphrase."""
    return PassphraseDialog(
        translate("Change the passphrase"),
        (translate("Copies and backups that were made before still open with the old one."),),
        (translate("The old passphrase"), translate("The new passphrase"), translate("The new one once more")),
        translate("Change"),
        translate("Cancel"),
        change,
        parent,
        repeated=True,
    )


def ask_to_seal(take: Callable[[str], None], parent: QWidget) -> PassphraseDialog:
    """Return the dialog that asks whether a backup is to be encrypted; `declined` says that it is not."""
    return PassphraseDialog(
        translate("Encrypt the backup?"),
        (
            translate(
                "A backup holds the images and the work. Encrypted, it opens only with this passphrase. Not "
                "encrypted, it is as private as the disk it lies on."
            ),
            translate("Nobody can find a forgotten passphrase."),
        ),
        (translate("Passphrase"), translate("Once more")),
        translate("Encrypt it"),
        translate("Do not encrypt"),
        take,
        parent,
        repeated=True,
    )
