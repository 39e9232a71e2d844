"""The ledger "what left this site": every message with time, kind, bytes and hash, each line bound to the one before.

A line that is changed or cut out is found; the hall notes the last line's hash in the workspace's audit with every
round.
"""

import hashlib
import json
import os
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.study.errors import StudyError

SENT, RECEIVED = "sent", "received"
_BEGIN = "0" * 64


@dataclass(frozen=True)
class Message:
    """One message.

    Attributes:
        way: "sent" or "received".
        kind: Which call.
        number: The round; -1 if it belongs to none.
        subject: The tensor or task it is about.
        size: Bytes before encryption.
        sha256: Of those bytes.
        parts: What is in it and what it says, item by item, for a person.
    """

    way: str
    kind: str
    number: int
    subject: str
    size: int
    sha256: str
    parts: str = ""


class Ledger:
    """One file of messages; lines are added from the collaborator's thread and read from anywhere.

    Args:
        path: Where it lies or will lie.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._head = _BEGIN
        self.sent = self.received = 0
        whole = 0
        for line, entry in _lines(path):
            self._head, whole = entry["hash"], whole + len(line)
            self._count(entry["way"], entry["size"])
        if path.exists() and path.stat().st_size > whole:
            os.truncate(path, whole)  # what a power cut left of a line

    @property
    def head(self) -> str:
        """Return the hash of the last line."""
        return self._head

    def add(self, message: Message) -> None:
        """Note a message.

        Raises:
            StudyError: "disk-full" or "read-only": what cannot be noted is not sent.
        """
        with self._lock, known_disk_errors():
            entry = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), **asdict(message)}
            self._head = _bound(entry, self._head)
            with self._path.open("ab") as file:
                file.write(json.dumps({**entry, "hash": self._head}).encode() + b"\n")
            self._count(message.way, message.size)

    def settle(self) -> None:
        """Bring what was noted to the disk."""
        with self._lock, known_disk_errors():
            if self._path.exists():
                with self._path.open("rb") as file:
                    os.fsync(file.fileno())

    def _count(self, way: str, size: int) -> None:
        if way == SENT:
            self.sent += size
        else:
            self.received += size


def read_ledger(path: Path) -> list[dict[str, Any]]:
    """Return every line, checked.

    Raises:
        StudyError: "damaged-workspace" if a line was changed or is missing.
    """
    head = _BEGIN
    found: list[dict[str, Any]] = []
    for _, entry in _lines(path):
        told = entry.pop("hash")
        head = _bound(entry, head)
        if told != head:
            raise StudyError("damaged-workspace", f"Line {len(found) + 1} of the ledger is not what was written.")
        found.append(entry)
    return found


def _bound(entry: dict[str, Any], head: str) -> str:
    return hashlib.sha256(head.encode() + json.dumps(entry, sort_keys=True).encode()).hexdigest()


def _lines(path: Path) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Yield the whole lines of a file."""
    if not path.exists():
        return
    with path.open("rb") as file:
        for line in file:
            if not line.endswith(b"\n"):
                return
            try:
                yield line, json.loads(line)
            except ValueError:
                raise StudyError("damaged-workspace", "The ledger is damaged.") from None
