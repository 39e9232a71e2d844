"""What is asked when a case goes to a reader's own computer, and when a package comes in."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from fets_desktop.app.review_packages.sending_out import SHORTEST, new_passphrase
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, filled, label, row
from fets_desktop.ui.words import translate

_WIDTH = 540


class HandOutDialog(QDialog):
    """Shows a passphrase that was made, and what travels; `agreed` carries the passphrase and whether it is blind.

    Args:
        case: The case.
        answer: Whether it came in a package, so that the answer goes back.
        drawn: Whether people drew versions that a blind reader is not to see.
        parent: The window.
    """

    help_page = "cases#A case to a reader's own computer"

    agreed = Signal(str, bool)

    def __init__(self, case: str, *, answer: bool, drawn: bool, parent: QWidget) -> None:
        super().__init__(parent)
        if answer:
            title = self.tr("Send back what was drawn on {case}").format(case=case)
            words = self.tr(
                "New versions and sign-offs go into one encrypted file, for the computer that the case came from."
            )
        else:
            title = self.tr("Hand out {case} for review").format(case=case)
            words = self.tr(
                "The four brains, the outlines and their history go into one encrypted file, for a reader's own "
                "computer. Who the patient is, the face, scan dates and notes stay here."
            )
        column = headed(self, title, words, width=_WIDTH, wrap=True)
        self.blind = QCheckBox(self.tr("A blind reading: leave out what people drew"))
        self.blind.setVisible(drawn and not answer)
        column.addWidget(self.blind)
        column.addWidget(label(self.tr("Passphrase"), "small"))
        self.words = QLineEdit(new_passphrase())
        self.words.setAccessibleName(self.tr("Passphrase"))
        self.words.textChanged.connect(self._check)
        self.copy = button(self.tr("Copy"), self._copy, "copy")
        column.addWidget(filled(self.words, self.copy, by=self.words))
        note = self.tr("It is kept nowhere: write it down. Tell it by telephone, never together with the file.")
        column.addWidget(label(note, "muted", wrap=True))
        self.fault = label("", "bad", wrap=True)
        column.addWidget(self.fault)
        self.agree = button(self.tr("Choose where to…"), self.accept, "lock", "primary")
        self.agree.setDefault(True)
        column.addWidget(row(1, button(self.tr("Cancel"), self.reject), self.agree))
        self.accepted.connect(lambda: self.agreed.emit(self.words.text(), self.blind.isChecked()))
        self.finished.connect(self.deleteLater)

    def _check(self) -> None:
        fault = self.tr("At least {n} characters.").format(n=SHORTEST) if len(self.words.text()) < SHORTEST else ""
        self.fault.setText(fault)
        self.agree.setEnabled(not fault)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.text())


class TakeInDialog(QDialog):
    """Asks for the passphrase of a package, and stays open while it is opened; `given` carries the words.

    Args:
        file: The package.
        parent: The window.
    """

    help_page = "cases#A case to a reader's own computer"

    given = Signal(str)

    def __init__(self, file: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.given_up = False
        """Whether a person closed it while the package was being opened."""
        words = self.tr(
            "Whoever wrote the package has told you its passphrase. All of it is looked through before anything is "
            "taken in."
        )
        column = headed(self, self.tr("Take in a package"), words, width=_WIDTH)
        column.addWidget(label(file.name, "strong", wrap=True))
        self.words = QLineEdit()
        self.words.setEchoMode(QLineEdit.EchoMode.Password)
        self.words.setPlaceholderText(self.tr("Passphrase"))
        self.words.setAccessibleName(self.tr("Passphrase"))
        self.words.textChanged.connect(self._check)
        column.addWidget(self.words)
        self.fault = label("", "bad", wrap=True)
        column.addWidget(self.fault)
        self.agree = button(self.tr("Take in"), self._give, "lock-open", "primary")
        self.agree.setDefault(True)
        column.addWidget(row(1, button(self.tr("Cancel"), self.reject), self.agree))
        self._check()
        self.rejected.connect(self._give_up)
        self.finished.connect(self.deleteLater)

    def _give_up(self) -> None:
        self.given_up = True

    def _check(self) -> None:
        self.agree.setEnabled(bool(self.words.text()))

    def _give(self) -> None:
        self.fault.setText("")
        self.words.setEnabled(False)
        self.agree.setEnabled(False)
        self.agree.setText(translate("Opening…"))
        self.given.emit(self.words.text())

    def refuse(self) -> None:
        """Say that it is not the passphrase, and ask again."""
        self.fault.setText(self.tr("This is not the passphrase. Capitals, hyphens and blanks count."))
        self.agree.setText(self.tr("Take in"))
        self.words.setEnabled(True)
        self.words.selectAll()
        self.words.setFocus()
        self._check()
