"""Jobs in lanes: queued, started when a place is free, stopped, and all gone when the runner is closed."""

import logging
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from fets_desktop.jobs.child import Child
from fets_desktop.jobs.message import JobMessage, Stopped
from fets_desktop.jobs.spec import JobSpec, Lane

logger = logging.getLogger(__name__)

__all__ = ["JobRunner", "JobSpec", "Lane"]

WORKER = (sys.executable, "-m", "fets_desktop", "worker")
CAPACITY: Mapping[Lane, int] = MappingProxyType({Lane.CPU: 1, Lane.GPU: 1, Lane.NET: 4, Lane.DISC: 1})
PATIENCE_S = 10.0

_Kind = tuple[Lane, bool]


class JobRunner:
    """Runs jobs in processes of their own; every method may be called from every thread.

    Args:
        post: Takes the messages; called from other threads, for one job in order: Started, what it tells, its ending.
        capacity: How many jobs of a lane run at a time; beside them one of low priority.
        command: Starts a worker.
        patience_s: How long a worker may take to leave when told to stop.
    """

    def __init__(
        self,
        post: Callable[[JobMessage], None],
        capacity: Mapping[Lane, int] = CAPACITY,
        command: Sequence[str] = WORKER,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._post = post
        self._capacity = dict(CAPACITY) | dict(capacity)
        self._command = tuple(command)
        self._patience_s = patience_s
        self._lock = threading.RLock()
        self._queue: deque[JobSpec] = deque()
        self._children: dict[str, Child] = {}
        self._closed = False

    def submit(self, spec: JobSpec) -> None:
        """Queue a job; it starts at once where its lane has a free place.

        Raises:
            ValueError: If a job of that id is queued or running.
            RuntimeError: If the runner is closed.
        """
        with self._lock:
            if self._closed:
                raise RuntimeError("the runner is closed")
            if spec.id in self._children or any(queued.id == spec.id for queued in self._queue):
                raise ValueError("a job of this id is under way")
            self._queue.append(spec)
            self._start_what_fits()

    def places(self, lane: Lane) -> int:
        """Return how many jobs of a lane run at a time."""
        with self._lock:
            return self._capacity[lane]

    def cancel(self, job_id: str) -> None:
        """Stop a queued or running job; one that is neither is left in peace."""
        with self._lock:
            queued = next((spec for spec in self._queue if spec.id == job_id), None)
            if queued is not None:
                self._queue.remove(queued)
            child = self._children.get(job_id)
        if queued is not None:
            self._tell(Stopped(job_id))
        elif child is not None:
            child.cancel()

    def running(self) -> tuple[str, ...]:
        """Return the jobs whose process runs, in the order of their start."""
        with self._lock:
            return tuple(self._children)

    def queued(self) -> tuple[str, ...]:
        """Return the jobs that wait, in their order."""
        with self._lock:
            return tuple(spec.id for spec in self._queue)

    def resize(self, lane: Lane, places: int) -> None:
        """Let so many jobs of a lane run at a time from now on; what runs goes on."""
        with self._lock:
            self._capacity[lane] = places
            if not self._closed:
                self._start_what_fits()

    def close(self, wait_s: float = PATIENCE_S) -> None:
        """Stop everything and wait until no process and no thread is left; nothing is posted any more.

        What was under way has no ending: it is found unfinished next time.

        Args:
            wait_s: How long workers may take to leave by themselves.
        """
        with self._lock:
            self._closed = True
            self._queue.clear()
            children = list(self._children.values())
        deadline = time.monotonic() + wait_s
        for child in children:
            child.cancel()
        for child in children:
            if not child.join(max(0.0, deadline - time.monotonic())):
                child.kill()
        for child in children:
            child.join(self._patience_s)

    def _tell(self, message: JobMessage) -> None:
        if self._closed:
            return
        try:
            self._post(message)
        except Exception:  # a listener's fault must not leave a worker unwatched
            logger.exception("a job's message was not taken")

    def _start_what_fits(self) -> None:
        used: dict[_Kind, int] = {}
        occupied = {child.spec.place for child in self._children.values()} - {""}
        for child in self._children.values():
            used[_lane(child.spec)] = used.get(_lane(child.spec), 0) + 1
        for spec in list(self._queue):
            kind = _lane(spec)
            free = used.get(kind, 0) < (1 if spec.low_priority else self._capacity[spec.lane])
            if free and spec.place not in occupied:
                occupied |= {spec.place} - {""}
                used[kind] = used.get(kind, 0) + 1
                self._queue.remove(spec)
                child = Child(spec, self._command, self._tell, self._leave, self._patience_s)
                self._children[spec.id] = child
                child.start()

    def _leave(self, child: Child) -> None:
        with self._lock:
            self._children.pop(child.spec.id, None)
            if not self._closed:
                self._start_what_fits()


def _lane(spec: JobSpec) -> _Kind:
    return spec.lane, spec.low_priority
