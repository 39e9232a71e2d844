"""Native libraries that print where nobody asked them to."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_OUTPUTS = (1, 2)


class _Silence:
    """Where what is printed went before, while some threads want it to go nowhere.

    The outputs are the process's own: the first thread that comes turns them away, the last one that goes turns them
    back. If each did so for itself, one of two that overlap would take nowhere for what was there before, for good.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._wanted = 0
        self._kept: list[tuple[int, int]] = []

    def begin(self) -> None:
        with self._lock:
            if not self._wanted:
                self._kept = [(number, os.dup(number)) for number in _OUTPUTS]
                nobody = os.open(os.devnull, os.O_WRONLY)
                for number in _OUTPUTS:
                    os.dup2(nobody, number)
                os.close(nobody)
            self._wanted += 1

    def end(self) -> None:
        with self._lock:
            self._wanted -= 1
            if not self._wanted:
                for number, copy in self._kept:
                    os.dup2(copy, number)
                    os.close(copy)


_SILENCE = _Silence()


@contextmanager
def quiet() -> Iterator[None]:
    """Let what C code prints meanwhile go nowhere; several threads may want so at once."""
    _SILENCE.begin()
    try:
        yield
    finally:
        _SILENCE.end()
