"""Known misfortunes of the records and the disk under them, told as errors a person can act on."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fets_desktop.imaging.disk import GONE, known_disk_errors
from fets_desktop.study.errors import StudyError

_CODES = {
    sqlite3.SQLITE_FULL: ("disk-full", ""),
    sqlite3.SQLITE_READONLY: ("read-only", ""),
    sqlite3.SQLITE_PERM: ("read-only", ""),
    sqlite3.SQLITE_CANTOPEN: ("read-only", "The records could not be opened."),
    sqlite3.SQLITE_BUSY: ("workspace-open", ""),
    sqlite3.SQLITE_LOCKED: ("workspace-open", ""),
    sqlite3.SQLITE_IOERR: ("damaged-workspace", "The disk reported an error."),
    sqlite3.SQLITE_CORRUPT: ("damaged-workspace", "The database is malformed."),
    sqlite3.SQLITE_NOTADB: ("damaged-workspace", "The file facts.db is not a database."),
}
_SPARE_BYTES = 64 << 10
_PRIMARY = 0xFF  # the low byte of SQLite's extended result codes


_PULLED = {errno.ENODEV, errno.ENXIO, errno.ESTALE}
"""What the operating system says of a drive that was taken out, where its folder still seems to be there.

EIO is said of one that fails, too; `known_disk_errors` tells it as either.
"""


@contextmanager
def known_absence(folder: Path) -> Iterator[None]:
    """Turn what the operating system says where a folder of the workspace is gone into words; let all else pass.

    Raises:
        StudyError: "no-workspace".
    """
    try:
        yield
    except OSError as error:
        if error.errno in _PULLED or (error.errno == errno.ENOENT and not folder.is_dir()):
            raise StudyError("no-workspace", GONE) from error
        raise


@contextmanager
def known_faults(folder: Path) -> Iterator[None]:
    """Turn what SQLite and the operating system say about a workspace into StudyError; let bugs pass.

    Args:
        folder: The workspace, to see whether its disk is full where SQLite only says "disk error" or "cannot open".

    Raises:
        StudyError: "disk-full", "read-only", "workspace-open", "damaged-workspace", or "no-workspace" if it is gone.
        ValueError: If a record was refused by the schema: a second version of one name, a file nobody published.
    """
    try:
        with known_absence(folder), known_disk_errors():
            yield
    except sqlite3.IntegrityError as error:
        raise ValueError(f"the records refuse this change: {error}") from error
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
        if code not in _CODES:
            raise
        if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and disk_is_full(folder):
            raise StudyError("disk-full") from error
        if not folder.is_dir():
            raise StudyError("no-workspace", GONE) from error
        raise StudyError(*_CODES[code]) from error


def disk_is_full(folder: Path) -> bool:
    """Return whether hardly a byte is free where `folder` lies."""
    try:
        return shutil.disk_usage(folder).free < _SPARE_BYTES
    except OSError as error:
        if error.errno == errno.ENOENT:
            return False
        raise
