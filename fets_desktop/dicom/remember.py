"""What a scan has read so far, in a private file: a scan that was cut off reads nothing twice."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fets_desktop.imaging.disk import known_disk_errors

_WRITE_EVERY = 256
_VERSION = "headers 1"


class Memory:
    """Remembers files by path, size and time of change.

    The file names patients: it belongs into a private folder and is removed when the scan is done.

    Args:
        file: Where to keep it; without one nothing is remembered.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._fresh: list[str] = []
        self._known = _read(file) if file else {}

    @staticmethod
    def key(path: Path, state: os.stat_result) -> str:
        """Return what a file is known by."""
        return f"{state.st_size} {state.st_mtime_ns} {path}"

    def recall(self, key: str) -> list[Any] | None:
        """Return what was noted of a file that has not changed."""
        return self._known.get(key)

    def note(self, key: str, what: list[Any]) -> None:
        """Remember; written down every few hundred files."""
        if self._file is not None:
            self._fresh.append(json.dumps([key, what]))
            if len(self._fresh) >= _WRITE_EVERY:
                self.flush()

    def flush(self) -> None:
        """Write down what is new.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        if not self._fresh or self._file is None:
            return
        with known_disk_errors():
            handle = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(handle, "a", encoding="ascii") as sink:
                if sink.tell() == 0:
                    sink.write(f"{json.dumps(_VERSION)}\n")
                sink.write("\n".join(self._fresh) + "\n")
        self._fresh.clear()

    @contextmanager
    def kept(self) -> Iterator["Memory"]:
        """Write down what is new at the end, also where the scan is stopped."""
        try:
            yield self
        finally:
            self.flush()


def _read(file: Path) -> dict[str, list[Any]]:
    try:
        first, *lines = file.read_text(encoding="ascii").split("\n")
    except (OSError, ValueError):
        return {}
    if first != json.dumps(_VERSION):
        return {}
    known: dict[str, list[Any]] = {}
    for line in lines:
        try:
            key, what = json.loads(line)
        except ValueError:
            continue  # the last line of a scan that was cut off
        known[key] = what
    return known
