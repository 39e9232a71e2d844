"""The line that says what became of an export: where the files lie, or that some could not be written."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from fets_desktop.app.job_board import JobView
from fets_desktop.ui.widgets.notice import Notice
from fets_desktop.ui.widgets.parts import button
from fets_desktop.ui.words import count, translate

_ENDED = ("done", "failed", "cancelled")


class ExportNotice(Notice):
    """Says nothing until an export that it follows has ended."""

    def __init__(self) -> None:
        super().__init__()
        self._jobs: tuple[str, ...] = ()
        self._folder = ""

    def follow(self, jobs: Sequence[str], folder: str) -> None:
        """Wait for the end of these jobs, which write below a folder."""
        self._jobs, self._folder = tuple(jobs), folder
        self.say("")

    def look(self, jobs: Sequence[JobView]) -> None:
        """Look whether the jobs have ended, and say so once."""
        followed = [job for job in jobs if job.id in self._jobs]
        if not followed or not all(job.state in _ENDED for job in followed):
            return
        self._jobs = ()
        done = sum(job.state == "done" for job in followed)
        parts = []
        if done:
            words = count(done, "{n} case is exported to", "{n} cases are exported to")
            parts.append(f"{words} {self._folder}.")
        if failed := sum(job.state == "failed" for job in followed):
            parts.append(count(failed, "{n} case could not be exported.", "{n} cases could not be exported."))
            parts.append(translate("Why stands under All jobs, at the bottom."))
        if parts:
            opens = button(self.tr("Open the folder"), self.open_folder, "folder-open", "link") if done else None
            self.say(" ".join(parts), opens)

    def open_folder(self) -> None:
        """Show the folder in the system's own file browser."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))
