"""Slow reading in a thread of its own: the window answers meanwhile, and only the newest reading is told."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from fets_desktop.study.errors import StudyError


class Reading(QObject):
    """Does one thing at a time beside the window's thread; what was begun before is forgotten.

    Args:
        parent: Its owner; nothing is told once it is gone.
    """

    _arrived = Signal(int, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._busy = False
        self._thread: threading.Thread | None = None
        self._then: Callable[[Any], None] = _nobody
        self._failed: Callable[[StudyError], None] = _nobody
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is being read that somebody waits for."""
        return self._busy

    def start(self, read: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[StudyError], None]) -> None:
        """Read; the answer comes in the window's thread.

        Args:
            read: Called in the other thread; touches no widget and no records.
            then: Takes what it returned.
            failed: Takes the StudyError it raised.
        """
        self._number += 1
        self._busy, self._then, self._failed = True, then, failed
        self._thread = threading.Thread(target=self._run, args=(self._number, read), name="reading", daemon=True)
        self._thread.start()

    def forget(self) -> None:
        """Nobody waits any more."""
        self._number += 1
        self._busy = False

    def wait(self) -> None:
        """Let the newest reading come to its end; what it returns is told later, if somebody still waits for it."""
        if self._thread:
            self._thread.join()

    def _run(self, number: int, read: Callable[[], Any]) -> None:
        result, error = None, None
        try:
            result = read()
        except Exception as raised:  # a bug is raised again where the window shows it
            error = raised
        # the window may be gone
        with suppress(RuntimeError):
            self._arrived.emit(number, result, error)

    def _take(self, number: int, result: object, error: Exception | None) -> None:
        if number != self._number:
            return
        self._busy = False
        if isinstance(error, StudyError):
            self._failed(error)
        elif error is not None:
            raise error
        else:
            self._then(result)


def _nobody(_: object) -> None:
    """Hear and do nothing."""
