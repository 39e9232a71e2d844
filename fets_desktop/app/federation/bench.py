"""Where a collaborator's thread has its training done: it asks here and waits, the hall starts a worker for it.

The thread never touches jobs or database: what it asks lies in a queue until the hall's own thread looks.
"""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.job_board import ENDED, JobBoard
from fets_desktop.store.records import JobRecord
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.facts import Fact, JobChanged

TASK = "federate"
_TICK_S = 0.2


@dataclass
class _Request:
    federation: str
    title: str
    arguments: dict[str, Any]
    ended: threading.Event = field(default_factory=threading.Event)
    result: dict[str, Any] | None = None
    error: Exception | None = None


class Bench:
    """Turns what the thread asks for into jobs.

    Args:
        board: Starts them; at low priority, so that a segmentation is never kept waiting.
        bus: Tells how they end.
        wake: Called when something waits for `pump`.
    """

    def __init__(self, board: JobBoard, bus: FactsBus, wake: Callable[[], None] | None = None) -> None:
        self._board = board
        self._wake = wake or (lambda: None)
        self._asked: queue.SimpleQueue[_Request] = queue.SimpleQueue()
        self._running: dict[str, _Request] = {}
        self._closed: set[str] = set()
        board.on(TASK, self._finished, low_priority=True, repeatable=True, resumed=False)
        bus.subscribe(self._hear)

    # --- the collaborator's thread

    def work(self, federation: str, title: str, arguments: dict[str, Any]) -> dict[str, Any]:
        """Have a worker do something for a federation, and wait for it.

        Raises:
            Cancelled: If the work was stopped.
            StudyError: As the worker told it.
        """
        request = _Request(federation, title, arguments)
        self._asked.put(request)
        self._wake()
        while not request.ended.wait(_TICK_S):
            if federation in self._closed:
                raise Cancelled
        if request.error is not None:
            raise request.error
        assert request.result is not None
        return request.result

    # --- the hall's

    def pump(self) -> None:
        """Start what was asked for."""
        while True:
            try:
                request = self._asked.get_nowait()
            except queue.Empty:
                return
            try:
                self._running[self._board.start(TASK, request.title, request.arguments)] = request
            except StudyError as error:
                self._end(request, error=error)

    def open(self, federation: str) -> None:
        """Take a federation's work again."""
        self._closed.discard(federation)

    def close(self, federation: str) -> None:
        """Stop a federation's work; its thread, if it waits, is told."""
        self._closed.add(federation)
        for job, request in list(self._running.items()):
            if request.federation == federation:
                del self._running[job]
                self._board.cancel(job)
                self._end(request, error=Cancelled())

    def _finished(self, record: JobRecord, result: dict[str, Any]) -> None:
        if request := self._running.pop(record.id, None):
            self._end(request, result=result)

    def _hear(self, fact: Fact) -> None:
        if not isinstance(fact, JobChanged) or fact.job not in self._running:
            return
        view = self._board.view(fact.job)
        if view.state in ENDED and view.state != "done":
            request = self._running.pop(fact.job)
            error = self._board.error(fact.job) or StudyError("worker-died", view.error)
            self._end(request, error=Cancelled() if view.state == "cancelled" else error)

    @staticmethod
    def _end(request: _Request, result: dict[str, Any] | None = None, error: Exception | None = None) -> None:
        request.result, request.error = result, error
        request.ended.set()
