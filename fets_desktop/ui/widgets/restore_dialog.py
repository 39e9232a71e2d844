"""Bringing a backup back: which one, where to, how it goes, and whether what came back is whole."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import ENDED, JobView
from fets_desktop.app.restoring import Restored
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.bridge import Bridge
from fets_desktop.ui.job_words import why_failed
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.backup_panel import fresh_folder
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.folder_field import FolderField
from fets_desktop.ui.widgets.parts import button, label, row, set_look
from fets_desktop.ui.widgets.progress_row import ProgressRow
from fets_desktop.ui.words import count, translate

_WIDTH = 620


class RestoreDialog(QDialog):
    """Asks what to bring back, follows it to its end, and offers to open it.

    Args:
        hall: The use cases.
        parent: The window.
    """

    help_page = "settings#Workspace and backup"

    workspace_wanted = Signal(object)

    def __init__(self, hall: Hall, parent: QWidget) -> None:
        super().__init__(parent)
        self._hall, self._job, self._to = hall, "", Path()
        words = self.tr(
            "It is brought back into a new folder, and everything in it is checked. This workspace stays as it is."
        )
        self._column = headed(self, self.tr("Bring a backup back"), words, width=_WIDTH, wrap=True)
        self.backup = FolderField(self.tr("The backup's folder"))
        beside = hall.restoring.here.parent
        self.to = FolderField(self.tr("Where to"), fresh_folder(beside, f"fets-workspace-{date.today().isoformat()}"))
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self._sealed = QWidget()
        self._ask()
        self.outcome = label("", wrap=True)
        self._place = QVBoxLayout()
        self._column.addWidget(self.outcome)
        self._column.addLayout(self._place)
        self.leave = button(self.tr("Close"), self.reject)
        self.agree = button(self.tr("Bring it back"), self._start, "folder-down", "primary")
        self.open_it = button(self.tr("Open it"), self._open, "folder-open", "primary")
        self.open_it.hide()
        self.agree.setDefault(True)
        self._column.addWidget(row(1, self.leave, self.agree, self.open_it))
        self._facts = Bridge(hall.bus, self)
        self._facts.job_changed.connect(self._follow)
        self.finished.connect(self.deleteLater)
        self._check()

    def _ask(self) -> None:
        self._questions = QWidget()
        column = QVBoxLayout(self._questions)
        column.setContentsMargins(0, 0, 0, 0)
        for words, field in ((self.tr("The backup's folder"), self.backup), (self.tr("Where to"), self.to)):
            column.addWidget(label(words, "small"))
            column.addWidget(field)
            field.changed.connect(self._check)
        sealed = QVBoxLayout(self._sealed)
        sealed.setContentsMargins(0, 0, 0, 0)
        sealed.addWidget(label(self.tr("The passphrase that it was encrypted with"), "small"))
        sealed.addWidget(self.passphrase)
        self.passphrase.textChanged.connect(lambda _text: self._check())
        column.addWidget(self._sealed)
        self._column.addWidget(self._questions)

    def _check(self) -> None:
        backup, sealed, fault = self.backup.folder(), False, ""
        if backup is not None:
            try:
                sealed = self._hall.restoring.is_sealed(backup)
            except StudyError as error:
                fault = f"{translate(error.text.title)}. {translate(error.text.advice)}"
        self._sealed.setVisible(sealed)
        self._say(fault, "bad")
        ready = backup is not None and self.to.folder() is not None and not fault
        self.agree.setEnabled(ready and (not sealed or bool(self.passphrase.text())))

    def _start(self) -> None:
        backup, to = self.backup.folder(), self.to.folder()
        if backup is None or to is None:
            return
        words = self.passphrase.text() if self._sealed.isVisibleTo(self) else ""
        try:
            self._job, self._to = self._hall.restoring.start(backup, to, words), to
        except StudyError as error:
            self._say(f"{translate(error.text.title)}. {said(error.detail)} {translate(error.text.advice)}", "bad")
            return
        self._questions.setEnabled(False)
        self.agree.setEnabled(False)
        self.progress = ProgressRow(self._hall.jobs.view(self._job))
        self.progress.cancel_wanted.connect(self._hall.jobs.cancel)
        self._place.addWidget(self.progress)
        self._follow(self._job)

    def _follow(self, job: str) -> None:
        if not self._job or job != self._job:
            return
        view = self._hall.jobs.view(job)
        self.progress.show_job(view)
        if view.state in ENDED:
            self._job = ""
            self.progress.hide()
            self._end(view)

    def _end(self, view: JobView) -> None:
        restored = self._hall.restoring.last
        if view.state == "done" and restored:
            self._say(outcome_words(restored), "good" if restored.verified.ok else "warn")
            self._questions.hide()
            self.agree.hide()
            self.open_it.show()
            self.open_it.setDefault(True)
            self.open_it.setFocus()
            return
        stopped = self.tr("It was stopped. What was brought back so far is no workspace; begin again to go on.")
        self._questions.setEnabled(True)
        self._check()
        self._say(why_failed(view) or stopped, "bad")

    def _open(self) -> None:
        self.accept()
        self.workspace_wanted.emit(self._to)

    def _say(self, words: str, look: str) -> None:
        self.outcome.setText(words)
        self.outcome.setVisible(bool(words))
        set_look(self.outcome, look)


def outcome_words(restored: Restored) -> str:
    """Return what came back, and whether it is whole, in words."""
    came = count(restored.report.files, "{n} file came back", "{n} files came back")
    if restored.verified.ok:
        return translate(
            "{came}; {checked} things were checked, and all is whole.", came=came, checked=restored.verified.checked
        )
    faults = count(len(restored.verified.faults), "{n} thing is damaged", "{n} things are damaged")
    return translate("{came}; {faults}: it was so when the backup was made.", came=came, faults=faults)
