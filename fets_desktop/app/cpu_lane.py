"""The lane of the jobs that compute: how many run at a time, and how many threads each has."""

from collections.abc import Callable, Iterable

from fets_desktop.app.job_book import ENDED
from fets_desktop.app.job_kinds import JobKind
from fets_desktop.app.job_view import JobView
from fets_desktop.app.pace import cores, places_for, threads_for
from fets_desktop.jobs.runner import JobRunner, Lane
from fets_desktop.study.memory import available_bytes


class CpuLane:
    """Gives the lane its places; beside them one job that is patient runs, which is none of the lane's.

    Args:
        runner: Runs the jobs.
        kind_of: Tells how a task is treated.
    """

    def __init__(self, runner: JobRunner, kind_of: Callable[[str], JobKind]) -> None:
        self._runner, self._kind_of = runner, kind_of
        self._automatic = False

    @property
    def places(self) -> int:
        """How many jobs run at a time."""
        return self._runner.places(Lane.CPU)

    def resize(self, places: int, views: Iterable[JobView]) -> None:
        """Let so many jobs run at a time, 0 for as many as cores and memory allow."""
        self._automatic = places == 0
        if places:
            self._runner.resize(Lane.CPU, places)
        else:
            self.fit(views)

    def fit(self, views: Iterable[JobView]) -> None:
        """Give it the places that the machine has at this moment, unless a person said how many."""
        if self._automatic:
            running = sum(view.state == "running" and self._holds(view) for view in views)
            self._runner.resize(Lane.CPU, places_for(cores(), available_bytes(), running))

    def live(self, views: Iterable[JobView]) -> list[JobView]:
        """Return the jobs among these that run in the lane or wait for it."""
        return [view for view in views if view.state not in ENDED and self._holds(view)]

    def threads(self, views: Iterable[JobView]) -> int:
        """Return the threads for a job that asks for its share of the cores."""
        return threads_for(cores(), min(len(self.live(views)), self.places))

    def _holds(self, view: JobView) -> bool:
        kind = self._kind_of(view.task)
        return kind.lane is Lane.CPU and not kind.low_priority
