"""The edit journal: every finished edit is on the disk before the next begins.

A record is a head (mark, running number, length, checksum; little-endian) and the line. A power cut can only
tear the last record, which is dropped on reading; a bad record with a good one after it was damaged
later, and that is reported.
"""

import os
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from fets_desktop.imaging.disk import known_disk_errors, sync_folder
from fets_desktop.store.durable import PRIVATE_FILE, write_all
from fets_desktop.store.faults import known_absence
from fets_desktop.study.errors import StudyError

_MARK = b"\xfeEJ1"
_HEAD = struct.Struct("<4sIII")
_COUNTED = struct.Struct("<II")


def _record(number: int, line: bytes) -> bytes:
    return _HEAD.pack(_MARK, number, len(line), _checksum(number, line)) + line


def _checksum(number: int, line: bytes) -> int:
    return zlib.crc32(line, zlib.crc32(_COUNTED.pack(number, len(line))))


def _parse(content: bytes, start: int) -> tuple[int, bytes] | None:
    """Return number and line of the record at `start`, None if there is no whole one."""
    if len(content) - start < _HEAD.size:
        return None
    mark, number, length, checksum = _HEAD.unpack_from(content, start)
    begin = start + _HEAD.size
    line = content[begin : begin + length]
    if mark != _MARK or len(line) != length or checksum != _checksum(number, line):
        return None
    return number, line


def _records(content: bytes) -> Iterator[bytes]:
    """Yield the lines up to a torn tail.

    Raises:
        StudyError: "damaged-workspace" if a good record follows a bad one, or a number is missing.
    """
    start, expected = 0, 1
    while (found := _parse(content, start)) is not None and found[0] == expected:
        yield found[1]
        start += _HEAD.size + len(found[1])
        expected += 1
    later = content.find(_MARK, start)
    while later >= 0:
        if (found := _parse(content, later)) is not None and found[0] >= expected:
            raise StudyError("damaged-workspace", f"The edits after edit {expected - 1} are damaged.")
        later = content.find(_MARK, later + 1)


class EditJournal:
    """The edits since a version was saved; one object at a time owns the file.

    Args:
        file: Where it lies; absent while there are no edits.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._end: int | None = None
        self._count = 0

    def append(self, line: bytes) -> None:
        """Add an edit; when this returns, a power cut cannot take it.

        Raises:
            StudyError: "disk-full", "read-only" or "no-workspace", and the journal is as before; "damaged-workspace".
        """
        if self._end is None:
            self.read()
        end = self._end or 0
        record = _record(self._count + 1, line)
        with known_absence(self.file.parent), known_disk_errors():
            descriptor = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE)
            try:
                self._write(descriptor, end, record)
            finally:
                os.close(descriptor)
            if end == 0:
                sync_folder(self.file.parent)
        self._end = end + len(record)
        self._count += 1

    @staticmethod
    def _write(descriptor: int, end: int, record: bytes) -> None:
        os.ftruncate(descriptor, end)  # a torn tail would otherwise outlast a shorter record
        os.lseek(descriptor, end, os.SEEK_SET)
        try:
            write_all(descriptor, record)
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, end)
            raise

    def read(self) -> list[bytes]:
        """Return every edit, oldest first, without a torn last one.

        Raises:
            StudyError: "damaged-workspace" if an edit in the middle is damaged.
        """
        try:
            content = self.file.read_bytes()
        except FileNotFoundError:
            content = b""
        lines = list(_records(content))
        self._count = len(lines)
        self._end = sum(_HEAD.size + len(line) for line in lines)
        return lines

    def clear(self) -> None:
        """Forget every edit, for they are saved in a version or given up.

        Raises:
            StudyError: "read-only" or "no-workspace".
        """
        with known_absence(self.file.parent), known_disk_errors():
            if self.file.exists():
                self.file.unlink()
                sync_folder(self.file.parent)
        self._end, self._count = 0, 0
