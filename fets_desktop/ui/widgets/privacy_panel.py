"""Privacy in the settings: where the key to the table of patients is, how many are in it, and the proof of no names."""

from PySide6.QtWidgets import QGridLayout

from fets_desktop.app.hall import Hall
from fets_desktop.app.keyring_ import Keeping
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.widgets.panel import Panel
from fets_desktop.ui.widgets.parts import button, label, row, set_look
from fets_desktop.ui.widgets.passphrase_dialog import PassphraseDialog, ask_for_another, ask_for_table, ask_to_unlock
from fets_desktop.ui.widgets.phi_dialog import search_for_names
from fets_desktop.ui.words import count, translate


class PrivacyPanel(Panel):
    """Says how the table of patients stands, and offers what can be done about it.

    Args:
        hall: The use cases.
    """

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall)
        self.key, self.patients = label("", wrap=True), label("", wrap=True)
        self.unlock = button(self.tr("Unlock…"), self._unlock, "lock-open")
        self.change = button(self.tr("Change the passphrase…"), self._change, "square-pen")
        self.lock = button(self.tr("Lock"), self._lock, "lock")
        self.lock.setToolTip(self.tr("Closes the table until the passphrase is given again"))
        self.begin = button(self.tr("Keep a table…"), self._begin, "lock")
        self.search = button(self.tr("Search for patients' names…"), self._search, "search")
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, (name, value) in enumerate(((self.tr("Key"), self.key), (self.tr("Table"), self.patients))):
            grid.addWidget(label(name, "muted"), line, 0)
            grid.addWidget(value, line, 1)
        self.column.addLayout(grid)
        self.column.addWidget(row(self.unlock, self.begin, self.lock, self.change, 1))
        self.explain(self.tr("Reads every byte of this workspace and lists where something names a patient."))
        self.column.addWidget(row(self.search, 1))
        self.refresh()

    def refresh(self) -> None:
        """Read again how things stand."""
        secrets, identities = self._hall.secrets, self._hall.identities
        places = {
            Keeping.KEYRING: translate("In the system keyring of this user"),
            Keeping.FILE: translate("In this workspace, under your passphrase"),
            Keeping.NOWHERE: translate("None: this computer has no system keyring"),
        }
        self.key.setText(places[secrets.keeping])
        words, look = self._state()
        self.patients.setText(words)
        set_look(self.patients, look)
        self.unlock.setVisible(secrets.locked)
        self.change.setVisible(secrets.keeping is Keeping.FILE and not secrets.locked)
        self.lock.setVisible(secrets.lockable)
        self.begin.setVisible(not identities.wanted and not secrets.locked)

    def _state(self) -> tuple[str, str]:
        if self._hall.secrets.locked:
            return translate("Locked; the passphrase opens it"), ""
        try:
            known = self._hall.identities.count()
        except StudyError as error:
            return translate(error.text.title), "bad"
        if not known and not self._hall.identities.wanted:
            return translate("No table is kept"), ""
        return count(known, "{n} patient", "{n} patients"), ""

    def _unlock(self) -> None:
        self._ask(ask_to_unlock(self._hall.identities.unlock, self))

    def _lock(self) -> None:
        self._hall.identities.lock()
        self.refresh()
        # the button that was pressed is gone
        self.unlock.setFocus()

    def _change(self) -> None:
        self._ask(ask_for_another(self._hall.secrets.change_passphrase, self))

    def _begin(self) -> None:
        if self._hall.secrets.keeping is Keeping.NOWHERE:
            self._ask(ask_for_table(self._hall.identities.decide, self))
        else:
            self._hall.identities.decide(keep=True)
            self.refresh()

    def _ask(self, dialog: PassphraseDialog) -> None:
        dialog.finished.connect(lambda _result: self.refresh())
        dialog.open()

    def _search(self) -> None:
        try:
            search_for_names(self._hall, self).open()
        except StudyError as error:
            self.tell(error)
