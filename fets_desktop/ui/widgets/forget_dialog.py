"""Asks before a patient is forgotten: what goes, what stays, and that it cannot be undone."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from fets_desktop.app.forgetting import Forgotten, left_words
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, label, row
from fets_desktop.ui.words import translate


class AskForget(QDialog):
    """Tells what would be destroyed and what lies elsewhere; the button waits for a person's word.

    Args:
        outlook: Tells what would go, for the case alone or for all time points of its patient.
        case: The case.
        then: Called with whether all time points go.
        parent: The window.
    """

    help_page = "cases#What you can do"

    def __init__(
        self, outlook: Callable[[bool], Forgotten], case: str, then: Callable[[bool], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._outlook = outlook
        words = translate(
            "Its images, labels, every version, edits and records are destroyed here, and with the patient's last case "
            "who the patient is. The audit keeps only that a case of this pseudonym was forgotten."
        )
        column = headed(self, translate("Forget {case}", case=case), words, width=520, spacing=12, wrap=True)
        kin = outlook(True).cases
        self.everything = QCheckBox(translate("All {n} time points of this patient", n=len(kin)))
        self.everything.setVisible(len(kin) > 1)
        self._left = label("", "warn", wrap=True)
        self.sure = QCheckBox(translate("I know that this cannot be undone"))
        column.addWidget(self.everything)
        column.addWidget(self._left)
        column.addWidget(self.sure)
        self._accept = button(translate("Forget"), self.accept)
        self._accept.setEnabled(False)
        keep = button(translate("Cancel"), self.reject)
        keep.setDefault(True)
        column.addWidget(row(1, keep, self._accept))
        self.sure.toggled.connect(self._accept.setEnabled)
        self.everything.toggled.connect(self._show)
        self.accepted.connect(lambda: then(self.everything.isChecked()))
        self._show()

    def _show(self) -> None:
        lines = [said(line) for line in left_words(self._outlook(self.everything.isChecked()))]
        self._left.setText("\n".join(lines))
        self._left.setVisible(bool(lines))
