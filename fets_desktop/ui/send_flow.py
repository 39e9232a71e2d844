"""Results sent from any screen: asked for, started case by case, and told if a part could not be made."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from fets_desktop.study.errors import StudyError
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.widgets.send_dialog import SendDialog

_ENDED = ("done", "failed", "cancelled")


def ask_send(screen: Screen, cases: Sequence[str]) -> None:
    """Ask where results of cases go and start it.

    Args:
        screen: Shows the dialog, and what could not be sent.
        cases: Names of prepared cases.
    """
    dialog = SendDialog(screen.hall, len(cases), screen)
    dialog.chosen.connect(partial(_start, screen, tuple(cases)))
    dialog.open()


def _start(screen: Screen, cases: Sequence[str], name: str, kinds: list[str], identity: bool) -> None:
    with screen.telling():
        _Watch(screen, screen.hall.sending.start(cases, name, kinds, identity=identity))


class _Watch(QObject):
    """Tells what could not be made, once all is made; a job that fails is shown by the job bar."""

    def __init__(self, screen: Screen, jobs: Sequence[str]) -> None:
        super().__init__(screen)
        self._screen = screen
        self._waiting = set(jobs)
        self._faults: list[StudyError] = []
        screen.facts.job_changed.connect(self._hear)

    def _hear(self, job: str) -> None:
        hall = self._screen.hall
        if job not in self._waiting or hall.jobs.view(job).state not in _ENDED:
            return
        self._waiting.discard(job)
        self._faults += [one.error for one in hall.sending.not_made(job)]
        if not self._waiting:
            if self._faults:
                self._screen.tell(self._faults[0])
            self.deleteLater()
