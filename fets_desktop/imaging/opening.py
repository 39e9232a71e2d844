"""Files that are encrypted where they lie: read through `plain`, wherever in the program that is.

Who owns such files says once how they are opened, and where voxels may be written meanwhile. Where nobody has, every
file is what it is and lies where it lies.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

OPENED_IMAGES = "opened images"
"""Under this name a worker is told how the images of its workspace are opened; see `app.tasks.opened`."""

Opener = Callable[[Path], AbstractContextManager[Path]]


@dataclass(frozen=True, eq=False)
class Opened:
    """A workspace whose images are encrypted, as long as this process has its key.

    Attributes:
        folder: The workspace's.
        opener: Gives the file of the plain content of one in it, as long as it is needed.
        scratch: The workspace's folder for workers.
        bench: The folder in memory that takes its place where voxels are written.
    """

    folder: Path
    opener: Opener
    scratch: Path
    bench: Path


_OPENED: list[Opened] = []


@contextmanager
def opened_through(opened: Opened) -> Iterator[None]:
    """Let files of a workspace be read by `plain`, and voxels be written where `private` says."""
    _OPENED.append(opened)
    try:
        yield
    finally:
        _OPENED.remove(opened)


@contextmanager
def plain(path: Path) -> Iterator[Path]:
    """Give a file of the plain content of a file that may be encrypted: itself, or one in memory that goes afterwards.

    Raises:
        StudyError: "damaged-workspace" if it is not what was encrypted; "no-private-memory" if memory is full.
    """
    owner = next((opened for opened in _OPENED if path.is_relative_to(opened.folder)), None)
    if owner is None:
        yield path
        return
    with owner.opener(path) as content:
        yield content


def private(folder: Path) -> Path:
    """Return where voxels are written that were meant for a folder of scratch: there, or in memory in its place."""
    owner = next((opened for opened in _OPENED if folder.is_relative_to(opened.scratch)), None)
    return folder if owner is None else owner.bench / folder.relative_to(owner.scratch)
