"""Computing beside the window, with progress and a way to stop."""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from fets_desktop.review.change import NOTHING, Change
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.progress import Progress
from fets_desktop.ui.reading import Reading

Work = Callable[[Progress], Change]


class Beside(QObject):
    """Computes one change at a time; starting another, or stopping, gives the one before up.

    Args:
        parent: Its owner.
    """

    progressed = Signal(float, str)
    """How far it is, 0 to 1, and its step."""
    failed = Signal(object)
    """A `StudyError`."""
    _steps = Signal(int, float, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = Reading(self)
        self._number = 0
        self._steps.connect(self._step, Qt.ConnectionType.QueuedConnection)
        self._wish = threading.Event()

    @property
    def busy(self) -> bool:
        """Whether somebody waits for a change."""
        return self._reading.busy

    def start(self, work: Work, then: Callable[[Change], None]) -> None:
        """Compute; `then` takes the change, in the window's thread."""
        self.stop()
        self._number += 1
        self._wish = threading.Event()
        self._reading.start(partial(self._run, work, self._number, self._wish), then, self.failed.emit)

    def stop(self) -> None:
        """Nobody waits any more; the work ends at its next step."""
        self._wish.set()
        self._reading.forget()

    def _run(self, work: Work, number: int, wish: threading.Event) -> Change:
        def progress(fraction: float, note: str) -> None:
            if wish.is_set():
                raise Cancelled
            # the window may be gone
            with suppress(RuntimeError):
                self._steps.emit(number, fraction, note)

        try:
            return work(progress)
        except Cancelled:
            return NOTHING
        except MemoryError as error:
            raise StudyError("out-of-memory") from error

    def _step(self, number: int, fraction: float, note: str) -> None:
        if number == self._number and self.busy:
            self.progressed.emit(fraction, note)
