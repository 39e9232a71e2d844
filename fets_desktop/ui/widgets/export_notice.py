"""The line that says what became of an export: where the files lie, and what could not be made."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import JobView
from fets_desktop.study.errors import StudyError
from fets_desktop.study.exports import EXPORT_KINDS
from fets_desktop.ui.job_words import why_failed
from fets_desktop.ui.sentences import message_of
from fets_desktop.ui.widgets.notice import Notice
from fets_desktop.ui.widgets.parts import button, framed, label, row
from fets_desktop.ui.words import count, translate

_ENDED = ("done", "failed", "cancelled")
_SIZE = (620, 360)

Line = tuple[str, str]
"""A case with the kind, and why it was not made."""


class ExportNotice(Notice):
    """Says nothing until an export that it follows has ended.

    Args:
        hall: Knows what could not be made.
    """

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self._jobs: tuple[str, ...] = ()
        self._refused: Mapping[str, StudyError] = {}
        self._folder = ""
        self.not_made: list[Line] = []

    def follow(self, jobs: Sequence[str], folder: str, refused: Mapping[str, StudyError] | None = None) -> None:
        """Wait for the end of these jobs, which write below a folder; some cases may have been refused at once."""
        self._jobs, self._folder, self._refused = tuple(jobs), folder, dict(refused or {})
        self.say("")
        if self._refused and not self._jobs:
            self._tell([])

    def look(self, jobs: Sequence[JobView]) -> None:
        """Look whether the jobs have ended, and say so once."""
        followed = [job for job in jobs if job.id in self._jobs]
        if followed and all(job.state in _ENDED for job in followed):
            self._jobs = ()
            self._tell(followed)

    def _tell(self, jobs: Sequence[JobView]) -> None:
        done = [job for job in jobs if job.state == "done"]
        self.not_made = [(case, message_of(error)) for case, error in self._refused.items()]
        self.not_made += [(job.case, why_failed(job)) for job in jobs if job.state == "failed"]
        failed = len(self.not_made)
        for job in done:
            for item in self._hall.exporting.not_made(job.id):
                self.not_made.append(
                    (f"{job.case}: {translate(EXPORT_KINDS[item.kind].title)}", message_of(item.error))
                )
        parts, helps = [], []
        if done:
            words = count(len(done), "{n} case is exported to", "{n} cases are exported to")
            parts.append(f"{words} {self._folder}.")
            helps.append(button(self.tr("Open the folder"), self.open_folder, "folder-open", "link"))
        if failed:
            parts.append(count(failed, "{n} case could not be exported.", "{n} cases could not be exported."))
        if partly := len(self.not_made) - failed:
            parts.append(count(partly, "{n} kind of file could not be made.", "{n} kinds of files could not be made."))
        if self.not_made:
            helps.append(button(self.tr("Why?"), self.show_not_made, "circle-question-mark", "link"))
        if parts:
            self.say(" ".join(parts), row(*helps))

    def open_folder(self) -> None:
        """Show the folder in the system's own file browser."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))

    def show_not_made(self) -> None:
        """List what could not be made, with why."""
        NotMadeDialog(self.not_made, self).open()


class NotMadeDialog(QDialog):
    """Lists what an export could not make, case by case.

    Args:
        lines: Each case with the kind, and why.
        parent: The window.
    """

    def __init__(self, lines: Sequence[Line], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("What could not be exported")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.addWidget(label(title, "title"))
        column.addWidget(label(self.tr("Everything else was written."), "muted"))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(_table(lines))
        column.addWidget(scroll, 1)
        column.addWidget(row(1, button(self.tr("Close"), self.accept, look="primary")))


def _table(lines: Sequence[Line]) -> QWidget:
    page = framed("page")
    grid = QGridLayout(page)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(9)
    grid.setColumnStretch(1, 1)
    for number, (name, why) in enumerate(lines):
        words = label(why, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(label(name, "strong"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, number, 1)
    grid.setRowStretch(len(lines), 1)
    return page
