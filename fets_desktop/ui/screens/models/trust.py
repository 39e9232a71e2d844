"""Trusting a model's maker once: the person compares a fingerprint with its owner, in words and in large digits.

Of a network of another make the licence is shown before it is taken in.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from fets_desktop.app.models import UntrustedModelError
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.help_dialog import show_help
from fets_desktop.ui.widgets.parts import button, label, row


class TrustDialog(QDialog):
    """Asks whether a fingerprint is its owner's; `trusted` carries it if it is.

    Args:
        error: Why the file was not taken in.
        file: Its name.
        parent: The window.
    """

    trusted = Signal(str)

    def __init__(self, error: UntrustedModelError, file: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if error.title:
            title, taken = self.tr("Take in a network of another make?"), self.tr("I accept the licence: take it in")
        else:
            title, taken = self.tr("Do you know who made this model?"), self.tr("It is the same: trust it")
        column = headed(self, title, self._words(error).format(file=file, title=error.title), width=500)
        if error.title:
            self.licence = label(error.licence, "strong", wrap=True)
            self.licence.setAccessibleName(self.tr("Licence"))
            self.licence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label(self.tr("Licence"), "muted"))
            column.addWidget(self.licence)
            column.addSpacing(8)
            column.addWidget(label(self.tr("SHA-256 over its files"), "muted"))
        self.proof = label(_in_lines(error.proof), "title")
        self.proof.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.proof.setAccessibleName(self.tr("Fingerprint"))
        column.addSpacing(4)
        column.addWidget(self.proof)
        column.addSpacing(8)
        self.trust_button = button(taken, lambda: self._trust(error.proof))
        self.cancel_button = button(self.tr("Do not take it in"), self.reject, look="primary")
        self.cancel_button.setDefault(True)
        self.help_page = f"errors/{error.code}"
        more = button(self.tr("Help"), lambda: show_help(self.help_page, self), look="link")
        column.addWidget(row(more, 1, self.trust_button, self.cancel_button))
        # not before it stands in the dialog: Enter presses what has the focus
        self.cancel_button.setFocus()

    def _words(self, error: UntrustedModelError) -> str:
        if error.title:
            return self.tr(
                "{file} is of another make: {title}. Its weights alone are read; no code is run. Nobody signs such "
                "files: compare the SHA-256 with whoever gave it to you, and read its licence: it binds you."
            )
        if error.signed:
            return self.tr(
                "{file} is whole and signed, but its signer is not known on this computer. Ask whoever made it for "
                "their fingerprint, on the telephone or in person. If it is this one, their models are taken in from "
                "now on:"
            )
        return self.tr(
            "{file} is whole, but nobody has signed it. Ask whoever made it for the file's SHA-256, on the "
            "telephone or in person. If it is this one, this file alone is taken in:"
        )

    def _trust(self, proof: str) -> None:
        self.trusted.emit(proof)
        self.accept()


def _in_lines(proof: str) -> str:
    """Return a fingerprint in two lines, a hash in four of groups, as people read them aloud."""
    groups = proof.split("-") if "-" in proof else [proof[n : n + 4] for n in range(0, len(proof), 4)]
    return "\n".join("  ".join(groups[n : n + 4]) for n in range(0, len(groups), 4))
