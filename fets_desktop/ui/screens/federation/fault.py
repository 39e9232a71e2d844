"""Why no federation can be shown: the key is locked, or something is damaged."""

from PySide6.QtCore import Signal

from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.empty import EmptyState
from fets_desktop.ui.widgets.parts import button
from fets_desktop.ui.widgets.passphrase_dialog import ask_to_unlock
from fets_desktop.ui.words import translate


class FaultPage(EmptyState):
    """Says it, and opens the key where that is what is missing.

    Args:
        hall: Has the key.
    """

    unlocked = Signal()

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self.unlock_button = button(translate("Unlock…"), self._unlock, "lock-open", "primary")
        super().__init__("lock", "", "", self.unlock_button)

    def show_fault(self, error: StudyError) -> None:
        """Show an error."""
        locked = self._hall.secrets.locked
        title = self.tr("The federation's key is locked") if locked else translate(error.text.title)
        advice = f"{said(error.detail)} {translate(error.text.advice)}".strip()
        self.heading.setText(title)
        self.text.setText(self.tr("The passphrase of this workspace opens it.") if locked else advice)
        self.unlock_button.setVisible(locked)

    def _unlock(self) -> None:
        dialog = ask_to_unlock(self._hall.identities.unlock, self)
        dialog.accepted.connect(self.unlocked)
        dialog.open()
