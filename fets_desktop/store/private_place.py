"""A folder in memory that only its owner may enter, for what must never lie on a disk; gone with its process.

What a killed process leaves is removed by the next one that asks for a place. A lock tells the two apart: the system
lets go of it however its holder ends, and it holds across containers that share the memory.
"""

import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.store.drives import Mounts, drive_kind, read_mounts
from fets_desktop.store.durable import PRIVATE_FILE, PRIVATE_FOLDER
from fets_desktop.store.lock import FolderLock
from fets_desktop.study.errors import StudyError

LEAST_BYTES = 256 << 20
"""A prepared case with its skull and the steps' own files is about this much."""

_IN_MEMORY = ("tmpfs", "ramfs")
_LOCK = "lock"
_DOOR = ".door"


def memory_root(mounts: Mounts = read_mounts) -> Path:
    """Return the folder of this computer's that lies in memory.

    Raises:
        StudyError: "no-private-memory" if there is none, or hardly a byte is free in it.
    """
    named = (Path("/dev/shm"), Path(os.environ.get("XDG_RUNTIME_DIR", "/run/nobody")))  # noqa: S108 - that it is shared is dealt with below
    there = [p for p in named if p.is_dir() and os.access(p, os.W_OK | os.X_OK) and drive_kind(p, mounts) in _IN_MEMORY]
    if not there:
        raise StudyError("no-private-memory", "There is neither /dev/shm nor XDG_RUNTIME_DIR in memory.")
    roomy = max(there, key=lambda place: shutil.disk_usage(place).free)
    free = shutil.disk_usage(roomy).free
    if free < LEAST_BYTES:
        raise StudyError("no-private-memory", f"{free >> 20} MB are free in {roomy}; {LEAST_BYTES >> 20} are needed.")
    return roomy


class PrivatePlace:
    """A folder in memory of this process alone.

    Args:
        root: Where memory is; see `memory_root`.

    Attributes:
        folder: The folder.

    Raises:
        StudyError: "no-private-memory" if somebody else has taken its name; "disk-full".
    """

    def __init__(self, root: Path) -> None:
        with _cleared(root) as base:
            self.folder = Path(tempfile.mkdtemp(prefix="", dir=base))
            self._lock = FolderLock(self.folder / _LOCK)

    def close(self) -> None:
        """Remove it, with all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.release()


def clear_left(root: Path) -> None:
    """Remove what killed processes have left in memory.

    Raises:
        StudyError: As `PrivatePlace`.
    """
    with _cleared(root):
        pass


@contextmanager
def _cleared(root: Path) -> Iterator[Path]:
    """Give the folder of this user's places, cleared of those that were left, while nobody else is at it."""
    base = root / f"fets-desktop-{os.getuid()}"
    with known_disk_errors():
        base.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        owner = base.lstat()
        # everybody may make a folder of any name there
        if not stat.S_ISDIR(owner.st_mode) or owner.st_uid != os.getuid():
            raise StudyError("no-private-memory", f"{base} belongs to somebody else.")
        base.chmod(PRIVATE_FOLDER)
        with _alone(base / _DOOR):
            _clear(base)
            yield base


@contextmanager
def _alone(door: Path) -> Iterator[None]:
    """Wait for whoever else is just making or clearing places: one that is made has no lock for a moment."""
    descriptor = os.open(door, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _clear(base: Path) -> None:
    """Remove the places whose processes have ended without doing so."""
    for left in base.iterdir():
        if not left.is_dir():
            continue
        try:
            lock = FolderLock(left / _LOCK)
        except StudyError:
            continue  # somebody works there
        shutil.rmtree(left, ignore_errors=True)
        lock.release()
