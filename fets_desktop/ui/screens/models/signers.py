"""Whose models are taken in: this site's own fingerprint, and the trusted signers, each to be trusted no longer."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from fets_desktop.app.models import Signer
from fets_desktop.ui.widgets.dialogs import headed, scrolled_lines
from fets_desktop.ui.widgets.parts import button, clear, label, row

_SIZE = (620, 420)


class SignersDialog(QDialog):
    """Lists the trusted signers; `forgotten` carries the fingerprint of one who is trusted no longer.

    Args:
        own: This site's fingerprint, "" if it has signed nothing yet.
        signers: Who is trusted.
        parent: The screen.
    """

    help_page = "models#What you can do"

    forgotten = Signal(str)

    def __init__(self, own: str, signers: Sequence[Signer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = self.tr(
            "Models that they have signed are taken in without a question. Whoever is trusted no longer is asked about "
            "again; models that were taken in before stay, and can be retired."
        )
        column = headed(self, self.tr("Trusted signers"), words)
        self.resize(*_SIZE)
        mine = self.tr("This computer signs as {own}. Give it to whoever takes in your models.").format(own=own)
        self.own = label(mine if own else self.tr("This computer has not signed anything yet."), wrap=True)
        self.own.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.own)
        self._lines = scrolled_lines(column)
        column.addWidget(row(1, button(self.tr("Close"), self.accept)))
        self.show_signers(signers)

    def show_signers(self, signers: Sequence[Signer]) -> None:
        """Show these signers."""
        clear(self._lines)
        self.buttons = []
        for signer in signers:
            name = signer.name or self.tr("Without a name")
            away = button(self.tr("No longer trust"), partial(self.forgotten.emit, signer.fingerprint), "ban")
            away.setAccessibleName(self.tr("No longer trust {name}").format(name=signer.name or signer.fingerprint))
            self.buttons.append(away)
            since = label(self.tr("since {day}").format(day=signer.since[:10]), "small")
            self._lines.addWidget(row(label(name, "strong"), since, 1, away))
            self._lines.addWidget(label(signer.fingerprint, "small", wrap=True))
            self._lines.addSpacing(6)
        if not signers:
            self._lines.addWidget(label(self.tr("Nobody but this computer is trusted yet."), "muted"))
        self._lines.addStretch(1)
