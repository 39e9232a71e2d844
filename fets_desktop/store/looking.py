"""A workspace that may only be read: its records are looked at in a private copy, which goes when it is closed.

SQLite cannot open records with a write-ahead log where nothing can be written; a copy takes the log's changes in.
"""

import errno
import fcntl
import os
import shutil
from contextlib import suppress
from pathlib import Path

from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.store.layout import FACTS
from fets_desktop.study.errors import StudyError


class Onlooker:
    """Holds off whoever may write, where there is a lock to hold, as the owner's own lock does.

    Args:
        file: The workspace's lock file; not made if it is not there.

    Raises:
        StudyError: "workspace-open" if a program that may write has it open; "read-only" if it may not be read.
    """

    def __init__(self, file: Path) -> None:
        self._descriptor = -1
        with known_disk_errors(), suppress(FileNotFoundError):
            self._descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
        if self._descriptor < 0:
            return
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError as error:
            self.release()
            if error.errno in (errno.EAGAIN, errno.EACCES):
                raise StudyError("workspace-open") from error
            if error.errno != errno.EROFS:
                raise

    def release(self) -> None:
        """Let the next one in."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def copy_records(folder: Path, aside: Path) -> Path:
    """Copy the records, with what waits in the write-ahead log, into a private folder and return the copy.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    copy = aside / FACTS
    with known_disk_errors():
        for ending in ("", "-wal"):
            source = folder / f"{FACTS}{ending}"
            if source.exists():
                shutil.copyfile(source, copy.with_name(copy.name + ending))
    return copy
