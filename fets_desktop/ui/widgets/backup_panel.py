"""Backup in the settings: where to, sealed or not, how the last one went; and one brought back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import ENDED
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.bridge import Bridge
from fets_desktop.ui.job_words import why_failed
from fets_desktop.ui.widgets.file_dialog import file_dialog
from fets_desktop.ui.widgets.panel import Panel
from fets_desktop.ui.widgets.parts import button, label, row, set_look
from fets_desktop.ui.widgets.passphrase_dialog import ask_to_seal
from fets_desktop.ui.words import count, translate


class BackupPanel(Panel):
    """Offers a backup and tells what became of it.

    Args:
        hall: The use cases.
        restore: Called when a backup is to be brought back.
    """

    def __init__(self, hall: Hall, restore: Callable[[], object]) -> None:
        super().__init__(hall)
        self._job, self._folder = "", Path()
        self.begin = button(self.tr("Back up this workspace…"), self._choose, "folder-output")
        self.restore = button(self.tr("Restore a backup…"), restore, "folder-down")
        self.outcome = label("", wrap=True)
        self.outcome.hide()
        self.explain(
            self.tr(
                "Copies everything to another disk, checks every file, and encrypts the copy if you want. A backup is "
                "brought back into a new folder; this workspace stays as it is."
            )
        )
        self.column.addWidget(row(self.begin, self.restore, 1))
        self.column.addWidget(self.outcome)
        self._facts = Bridge(hall.bus, self)
        self._facts.job_changed.connect(self._follow)

    def _choose(self) -> None:
        dialog = file_dialog(
            self, self.tr("Where to? A folder for the backup is made there"), QFileDialog.FileMode.Directory
        )
        dialog.fileSelected.connect(lambda chosen: self.ask(Path(chosen)))
        dialog.open()

    def ask(self, place: Path) -> None:
        """Ask whether the backup below `place` is to be sealed, and begin it."""
        folder = new_folder(place)
        dialog = ask_to_seal(lambda passphrase: self._start(folder, passphrase), self)
        dialog.declined.connect(lambda: self._start_openly(folder))
        dialog.open()

    def _start_openly(self, folder: Path) -> None:
        try:
            self._start(folder, "")
        except StudyError as error:
            self.tell(error)

    def _start(self, folder: Path, passphrase: str) -> None:
        self._job, self._folder = self._hall.backing_up.start(folder, passphrase), folder
        self._follow(self._job)

    def _follow(self, job: str) -> None:
        if job != self._job or not job:
            return
        view = self._hall.jobs.view(job)
        self.begin.setEnabled(view.state in ENDED)
        self.outcome.show()
        report = self._hall.backing_up.last_report
        if view.state == "done" and report:
            made = count(report.files, "{n} file was copied and read again", "{n} files were copied and read again")
            damaged = count(len(report.faults), "{n} was damaged here already", "{n} were damaged here already")
            self._say("; ".join((made, damaged) if report.faults else (made,)), "warn" if report.faults else "good")
        elif view.state in ENDED:
            self._say(why_failed(view) or translate("It was stopped: there is no backup."), "bad")
        else:
            self._say(translate("Copying to {folder}", folder=self._folder), "")

    def _say(self, words: str, look: str) -> None:
        self.outcome.setText(words)
        set_look(self.outcome, look)


def new_folder(place: Path) -> Path:
    """Return a folder of today's date below `place` that is not there yet."""
    return fresh_folder(place, f"fets-backup-{date.today().isoformat()}")


def fresh_folder(place: Path, name: str) -> Path:
    """Return a folder of that name below `place`, or of that name and a number, that is not there yet."""
    return next(
        folder
        for number in range(1, 1000)
        if not (folder := place / (name if number == 1 else f"{name}-{number}")).exists()
    )
