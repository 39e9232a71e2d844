"""One owner a workspace: a lock that the operating system lets go of when its holder dies, however it dies."""

import errno
import fcntl
import os
from pathlib import Path

from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.store.durable import PRIVATE_FILE
from fets_desktop.study.errors import StudyError


class FolderLock:
    """Holds a lock file, which stays empty: it names nobody.

    Args:
        file: The lock file; made if it is not there, never removed.

    Raises:
        StudyError: "workspace-open" if another holds it, "read-only" or "disk-full" if it cannot be made.
    """

    def __init__(self, file: Path) -> None:
        with known_disk_errors():
            self._descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._descriptor)
            if error.errno in (errno.EAGAIN, errno.EACCES):
                raise StudyError("workspace-open") from error
            raise

    def release(self) -> None:
        """Let the next one in."""
        os.close(self._descriptor)
