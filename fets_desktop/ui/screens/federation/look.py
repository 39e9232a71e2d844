"""The look before a site joins: what takes seconds is told at once, what a round takes as soon as it is measured."""

from fets_desktop.app.job_board import ENDED
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Check
from fets_desktop.ui.reading import Reading
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.federation.joining import JoiningPage


class Look:
    """Looks, and shows it.

    Args:
        screen: Where it is shown.
        page: Shows what was looked at.
    """

    def __init__(self, screen: Screen, page: JoiningPage) -> None:
        self._screen, self._page = screen, page
        self._reading = Reading(screen)
        self._federation = self._job = ""
        self._checks: list[Check] = []
        screen.facts.job_changed.connect(self._hear)

    def start(self, federation: str) -> None:
        """Look whether all is well; the server is reached for beside the window, and a worker measures."""
        if self._reading.busy:
            return
        if federation != self._federation:
            self.forget()
        # what is being measured for it goes on, and is told with the rest
        self._federation, self._job, self._checks = federation, "", []
        with self._screen.telling():
            looking = self._screen.hall.joining.looking(federation)
            self._page.show_checks(None, busy=True)
            self._reading.start(looking, self._looked, self._failed)

    def _looked(self, checks: list[Check]) -> None:
        self._checks = checks
        self._page.show_checks(checks, busy=False)
        with self._screen.telling():
            self._job = self._screen.hall.rehearsing.start(self._federation)
            self._show_round()

    def _failed(self, error: StudyError) -> None:
        self._page.show_checks(None, busy=False)
        self._screen.tell(error)

    def _show_round(self) -> None:
        found = self._screen.hall.rehearsing.check(self._federation)
        self._page.show_checks([*self._checks, *([found] if found else [])], busy=found is None)

    def _hear(self, job: str) -> None:
        if job == self._job and self._screen.hall.jobs.view(job).state in ENDED:
            self._job = ""
            with self._screen.telling():
                self._show_round()

    def forget(self) -> None:
        """What was looked at no longer holds, and nothing is measured any more."""
        self._reading.forget()
        if self._federation:
            self._federation = self._job = ""
            self._screen.hall.rehearsing.stop()
        self._page.show_checks(None, busy=False)
