"""How many jobs run at a time, with how many threads each, and how long they will still take."""

import heapq
import os
import time
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from fets_desktop.app.experience import Experience
from fets_desktop.app.pieces import Piece
from fets_desktop.app.planned import PlannedJob

JOB_BYTES = 2 << 30
"""What a preparation or a proposal may need: 1.2 GB at most by their tests, and room for what else grows."""

_REMEMBERED = 8
_FIRST_GUESS = 0.02
_HELD = 0.5
"""Of an estimate, what is still said to be left where a step takes longer than was thought."""


class Seen(Protocol):
    """What an estimate needs to know of a job."""

    @property
    def id(self) -> str:
        """Identifier."""

    @property
    def task(self) -> str:
        """Which kind of work."""

    @property
    def state(self) -> str:
        """queued, running, or ended."""

    @property
    def fraction(self) -> float:
        """0 to 1."""


@dataclass(frozen=True)
class _Mark:
    """What was estimated when a job last told how far it is: its fraction, the moment, and the seconds left then."""

    fraction: float
    at: float
    left: float


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def places_for(cores: int, free_bytes: int, running: int) -> int:
    """Return how many jobs may run together: one a core, while the free memory holds another one."""
    return max(1, min(cores, running + free_bytes // JOB_BYTES))


def threads_for(cores: int, jobs: int) -> int:
    """Return the threads of one job where so many share the cores."""
    return max(1, cores // max(1, jobs))


class Pace:
    """Estimates how long jobs take: by their pieces where these are known, else by how far they are and by others.

    Args:
        experience: What pieces take on this computer.
    """

    def __init__(self, experience: Experience | None = None) -> None:
        self.experience = experience or Experience()
        self._planned: dict[str, PlannedJob] = {}
        self._begun: dict[str, float] = {}
        self._took: dict[str, deque[float]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
        self._marks: dict[str, _Mark] = {}

    def plan(self, job: str, pieces: Sequence[Piece]) -> None:
        """Say which pieces a job is made of that will be queued, at least one."""
        self._planned[job] = PlannedJob(pieces, self.experience)

    def begin(self, job: str) -> None:
        """Note that a job's process runs."""
        self._begun[job] = time.monotonic()
        self._marks.pop(job, None)
        if planned := self._planned.get(job):
            planned.begin()

    def step_begins(self, job: str, step: str) -> None:
        """Note that a step of a planned job is at work."""
        if planned := self._planned.get(job):
            planned.step_begins(step)

    def step_ended(self, job: str, step: str, seconds: float | None = None) -> None:
        """Note what a step of a planned job took, see `PlannedJob.step_ended`."""
        if planned := self._planned.get(job):
            planned.step_ended(step, seconds)

    def end(self, job: str, task: str, *, done: bool) -> None:
        """Note that a job has ended; only what was done tells how long such work takes."""
        begun = self._begun.pop(job, None)
        self._marks.pop(job, None)
        if planned := self._planned.pop(job, None):
            planned.end(done=done)
        elif done and begun is not None:
            self._took[task].append(time.monotonic() - begun)

    def left(self, job: Seen) -> float | None:
        """Return how long a running job will still take, None while there is nothing to estimate from.

        A long step may tell nothing for a minute; meanwhile the estimate counts down.
        """
        if planned := self._planned.get(job.id):
            return planned.left() if job.state == "running" else None
        mark = self._mark(job)
        return None if mark is None else max(mark.left - (time.monotonic() - mark.at), _HELD * mark.left)

    def _mark(self, job: Seen) -> _Mark | None:
        """Return what was estimated when the job last told something new."""
        begun = self._begun.get(job.id)
        if job.state != "running" or begun is None or job.fraction < _FIRST_GUESS:
            return None
        mark = self._marks.get(job.id)
        if mark is None or mark.fraction != job.fraction:
            now = time.monotonic()
            mark = self._marks[job.id] = _Mark(job.fraction, now, self._estimate(job, now - begun))
        return mark

    def _estimate(self, job: Seen, taken: float) -> float:
        """Estimate by the job itself, the more the farther it is; before that by others of its kind."""
        own = taken * (1 - job.fraction) / job.fraction
        usual = self._usual(job.task)
        return own if usual is None else job.fraction * own + (1 - job.fraction) ** 2 * usual

    def ahead(self, job: Seen, running: Sequence[Seen] = ()) -> float | None:
        """Return how long a running or waiting job keeps a place from now on, None while nobody can know."""
        if planned := self._planned.get(job.id):
            return planned.left()
        left = self.left(job)
        return self._usual(job.task, running) if left is None else left

    def _usual(self, task: str, running: Sequence[Seen] = ()) -> float | None:
        """Return how long one unplanned job of a kind takes: by those done, else by those that run."""
        if took := self._took.get(task):
            return sum(took) / len(took)
        alike = (job for job in running if job.task == task)
        guesses = [mark.left / (1 - mark.fraction) for job in alike if (mark := self._mark(job)) and mark.fraction < 1]
        return sum(guesses) / len(guesses) if guesses else None

    def queue_left(self, jobs: Sequence[Seen], places: int) -> float | None:
        """Return how long it takes until all these jobs have ended, None while there is nothing to estimate from."""
        running = [job for job in jobs if job.state == "running"]
        waiting = [job for job in jobs if job.state == "queued"]
        parts = [self.ahead(job, running) for job in (*running, *waiting)]
        known = [part for part in parts if part is not None]
        if not known or len(known) < len(parts):
            return None
        return max(ends([[part] for part in known], len(running), places))


def ends(chains: Sequence[Sequence[float]], running: int, places: int) -> list[float]:
    """Return when each chain of jobs will be through, in seconds from now, as the queue goes: first come, first served.

    Args:
        chains: The seconds of the jobs that follow one another, such as a case's preparation and its proposal; each
            joins the queue when the one before has ended. Those whose first job runs come first, then in their order.
        running: How many of them run.
        places: How many jobs run at a time from now on.
    """
    through = [0.0] * len(chains)
    queue = deque((number, 0) for number, chain in enumerate(chains) if chain)
    at_work: list[tuple[float, int, int]] = []
    now = 0.0
    while queue or at_work:
        while queue and (running > 0 or len(at_work) < max(1, places)):
            number, step = queue.popleft()
            heapq.heappush(at_work, (now + chains[number][step], number, step))
            running -= 1
        now, number, step = heapq.heappop(at_work)
        through[number] = now
        if step + 1 < len(chains[number]):
            queue.append((number, step + 1))
    return through


def in_words(seconds: float) -> str:
    """Return a time that is left, as roughly as it is known: "about 4 min left"."""
    if seconds < 60:
        return "less than a minute left"
    minutes = round(seconds / 60)
    return f"about {minutes} min left" if minutes < 100 else f"about {minutes // 60} h {minutes % 60:02d} min left"
