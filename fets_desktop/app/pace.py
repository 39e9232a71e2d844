"""How many jobs run at a time, with how many threads each, and how long they will still take."""

import os
import time
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

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
    """Remembers how long jobs took in this run of the program, and estimates by it."""

    def __init__(self) -> None:
        self._begun: dict[str, float] = {}
        self._took: dict[str, deque[float]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
        self._expected: dict[str, float] = {}
        self._marks: dict[str, _Mark] = {}

    def begin(self, job: str) -> None:
        """Note that a job's process runs."""
        self._begun[job] = time.monotonic()
        self._marks.pop(job, None)

    def end(self, job: str, task: str, *, done: bool) -> None:
        """Note that a job has ended; only what was done tells how long such work takes."""
        begun = self._begun.pop(job, None)
        self._marks.pop(job, None)
        if done and begun is not None:
            self._took[task].append(time.monotonic() - begun)

    def expect(self, task: str, seconds: float) -> None:
        """Say how long a kind of work takes by what was measured in earlier runs of the program."""
        self._expected[task] = seconds

    def left(self, job: Seen) -> float | None:
        """Return how long a running job will still take, None while there is nothing to estimate from.

        A long step may tell nothing for a minute; meanwhile the estimate counts down, to half of what it was.
        """
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
        usual = self.whole(job.task)
        return own if usual is None else job.fraction * own + (1 - job.fraction) ** 2 * usual

    def whole(self, task: str, running: Sequence[Seen] = ()) -> float | None:
        """Return how long one job of a kind takes: by those done, else by earlier runs, else by those that run."""
        if took := self._took.get(task):
            return sum(took) / len(took)
        if task in self._expected:
            return self._expected[task]
        guesses = [
            mark.left / (1 - mark.fraction) for job in running if (mark := self._mark(job)) and mark.fraction < 1
        ]
        return sum(guesses) / len(guesses) if guesses else None

    def queue_left(self, jobs: Sequence[Seen], places: int) -> float | None:
        """Return how long it takes until all these jobs have ended, None while there is nothing to estimate from."""
        running = [job for job in jobs if job.state == "running"]
        waiting = [job for job in jobs if job.state == "queued"]
        by_task: Mapping[str, list[Seen]] = {w.task: [r for r in running if r.task == w.task] for w in waiting}
        parts = [
            *(left if (left := self.left(job)) is not None else self.whole(job.task) for job in running),
            *(self.whole(job.task, by_task[job.task]) for job in waiting),
        ]
        known = [part for part in parts if part is not None]
        if not known or len(known) < len(parts):
            return None
        # one job cannot be shared out
        return max(*known, sum(known) / max(1, places))


def in_words(seconds: float) -> str:
    """Return a time that is left, as roughly as it is known: "about 4 min left"."""
    if seconds < 60:
        return "less than a minute left"
    minutes = round(seconds / 60)
    return f"about {minutes} min left" if minutes < 100 else f"about {round(minutes / 60)} h left"
