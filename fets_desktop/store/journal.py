"""The edit journal: every finished edit is on the disk before the next begins.

A record is a head (mark, running number, length, checksum; little-endian) and the line. A power cut can only
tear the last record, which is dropped on reading; a bad record with a good one after it was damaged
later, and that is reported. The mark says whether the line is encrypted.
"""

import os
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from fets_desktop.imaging.disk import known_disk_errors, sync_folder, whole_file
from fets_desktop.store.durable import PRIVATE_FILE, write_all
from fets_desktop.store.faults import known_absence
from fets_desktop.store.sealed import WrongKey
from fets_desktop.store.sealed_lines import LineSeal
from fets_desktop.study.errors import StudyError

_BEGIN = b"\xfeEJ"
_OPEN, _SEALED = _BEGIN + b"1", _BEGIN + b"2"
_HEAD = struct.Struct("<4sIII")
_COUNTED = struct.Struct("<II")


def _record(mark: bytes, number: int, line: bytes) -> bytes:
    return _HEAD.pack(mark, number, len(line), _checksum(number, line)) + line


def _checksum(number: int, line: bytes) -> int:
    return zlib.crc32(line, zlib.crc32(_COUNTED.pack(number, len(line))))


def _parse(content: bytes, start: int) -> tuple[bytes, int, bytes] | None:
    """Return mark, number and line of the record at `start`, None if there is no whole one."""
    if len(content) - start < _HEAD.size:
        return None
    mark, number, length, checksum = _HEAD.unpack_from(content, start)
    begin = start + _HEAD.size
    line = content[begin : begin + length]
    if mark not in (_OPEN, _SEALED) or len(line) != length or checksum != _checksum(number, line):
        return None
    return mark, number, line


def _records(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield marks and lines as they are stored, up to a torn tail.

    Raises:
        StudyError: "damaged-workspace" if a good record follows a bad one, or a number is missing.
    """
    start, expected = 0, 1
    while (found := _parse(content, start)) is not None and found[1] == expected:
        mark, _, line = found
        yield mark, line
        start += _HEAD.size + len(line)
        expected += 1
    later = content.find(_BEGIN, start)
    while later >= 0:
        if (found := _parse(content, later)) is not None and found[1] >= expected:
            raise StudyError("damaged-workspace", f"The edits after edit {expected - 1} are damaged.")
        later = content.find(_BEGIN, later + 1)


class EditJournal:
    """The edits since a version was saved; one object at a time owns the file.

    Args:
        file: Where it lies; absent while there are no edits.
        seal: Opens lines that are encrypted; None where there is no key.
        sealing: Whether new lines are encrypted.
    """

    def __init__(self, file: Path, seal: LineSeal | None = None, *, sealing: bool = False) -> None:
        self.file = file
        self._seal = seal
        self._sealing = sealing
        self._end: int | None = None
        self._count = 0
        self._last = b""

    def append(self, line: bytes) -> None:
        """Add an edit; when this returns, a power cut cannot take it.

        Raises:
            StudyError: "disk-full", "read-only" or "no-workspace", and the journal is as before; "damaged-workspace",
                "lost-image-key".
        """
        if self._end is None:
            self.read()
        end = self._end or 0
        mark, stored = self._as_stored(line, self._count + 1, self._last)
        record = _record(mark, self._count + 1, stored)
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
        self._last = stored

    def _as_stored(self, line: bytes, number: int, before: bytes) -> tuple[bytes, bytes]:
        if self._seal is None or not self._sealing:
            return _OPEN, line
        return _SEALED, self._seal.seal(line, number, before)

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
            StudyError: "damaged-workspace" if an edit in the middle is damaged, or one that is encrypted is another;
                "lost-image-key" if they are encrypted and there is no key.
        """
        try:
            content = self.file.read_bytes()
        except FileNotFoundError:
            content = b""
        records = list(_records(content))
        befores = [b"", *(stored for _, stored in records)]
        lines = [
            self._opened(mark, stored, number, before)
            for number, ((mark, stored), before) in enumerate(zip(records, befores, strict=False), 1)
        ]
        self._count, self._last = len(records), befores[-1]
        self._end = sum(_HEAD.size + len(stored) for _, stored in records)
        return lines

    def _opened(self, mark: bytes, stored: bytes, number: int, before: bytes) -> bytes:
        if mark == _OPEN:
            return stored
        if self._seal is None:
            raise StudyError("lost-image-key", "The edits were not opened.")
        try:
            return self._seal.open(stored, number, before)
        except WrongKey:
            raise StudyError("damaged-workspace", f"Edit {number} was changed, or is not of this journal.") from None

    def convert(self, seal: LineSeal, *, sealing: bool) -> None:
        """Write every edit anew, encrypted or open, whole or not at all; later ones are written so, too.

        Raises:
            StudyError: As `append` and `read`; the journal is as before.
        """
        self._seal = seal
        lines = self.read()
        self._sealing = sealing
        if not lines:
            return
        stored, parts = b"", []
        for number, line in enumerate(lines, 1):
            mark, stored = self._as_stored(line, number, stored)
            parts.append(_record(mark, number, stored))
        with known_absence(self.file.parent), whole_file(self.file) as sink:
            os.fchmod(sink.fileno(), PRIVATE_FILE)
            sink.write(b"".join(parts))
        self._end = None  # read anew before the next edit

    def clear(self) -> None:
        """Forget every edit, for they are saved in a version or given up.

        Raises:
            StudyError: "read-only" or "no-workspace".
        """
        with known_absence(self.file.parent), known_disk_errors():
            if self.file.exists():
                self.file.unlink()
                sync_folder(self.file.parent)
        self._end, self._count, self._last = 0, 0, b""
