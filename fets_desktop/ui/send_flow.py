"""Results sent from any screen: asked for, started case by case, and told if a part could not be made."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from fets_desktop.study.errors import StudyError
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.widgets.notice import Notice
from fets_desktop.ui.widgets.send_dialog import SendDialog
from fets_desktop.ui.words import count

_ENDED = ("done", "failed", "cancelled")


def ask_send(screen: Screen, cases: Sequence[str], notice: Notice) -> None:
    """Ask where results of cases go and start it.

    Args:
        screen: Shows the dialog, and what could not be sent.
        cases: Names of prepared cases.
        notice: Tells what has arrived.
    """
    versions = [screen.hall.cases.versions(case) for case in cases]
    unapproved = sum(not any(one.approved_at for one in of_case) for of_case in versions)
    dialog = SendDialog(screen.hall, len(cases), screen, unapproved)
    dialog.chosen.connect(partial(_start, screen, tuple(cases), notice))
    dialog.open()


def _start(screen: Screen, cases: Sequence[str], notice: Notice, name: str, kinds: list[str], identity: bool) -> None:
    with screen.telling():
        notice.say("")
        _Watch(screen, screen.hall.sending.start(cases, name, kinds, identity=identity), name, notice)


class _Watch(QObject):
    """Tells what has arrived and what could not be made, once all is over; a job that fails the job bar shows, too."""

    def __init__(self, screen: Screen, jobs: Sequence[str], name: str, notice: Notice) -> None:
        super().__init__(screen)
        self._screen = screen
        self._exports = tuple(jobs)
        self._waiting = set(jobs)
        self._name, self._notice = name, notice
        self._faults: list[StudyError] = []
        screen.facts.job_changed.connect(self._hear)

    def _hear(self, job: str) -> None:
        hall = self._screen.hall
        if job not in self._waiting or hall.jobs.view(job).state not in _ENDED:
            return
        self._waiting.discard(job)
        if job in self._exports:
            self._faults += [one.error for one in hall.sending.not_made(job)]
            if send := hall.sending.following(job):
                self._waiting.add(send)
        if not self._waiting:
            sent = [hall.sending.sent(export) for export in self._exports]
            self._notice.say(_words(sent, self._name))
            if self._faults:
                self._screen.tell(self._faults[0])
            self.deleteLater()


def _words(sent: Sequence[int], name: str) -> str:
    """Say how many cases have arrived, from the number of objects of each that were taken."""
    arrived, not_sent = sum(number > 0 for number in sent), sum(number == 0 for number in sent)
    parts = [
        f"{count(arrived, 'Results of {n} case are at', 'Results of {n} cases are at')} {name}." if arrived else "",
        count(not_sent, "{n} case could not be sent.", "{n} cases could not be sent.") if not_sent else "",
    ]
    return " ".join(part for part in parts if part)
