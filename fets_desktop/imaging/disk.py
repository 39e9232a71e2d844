"""Known misfortunes of a disk, told as errors a person can act on."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from fets_desktop.study.errors import StudyError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {
    errno.EROFS: "",
    errno.EACCES: "",
    errno.EPERM: "",
    errno.ENAMETOOLONG: "The name is too long for this disk.",
    errno.ENOTDIR: "Something else of that name is in the way.",
    errno.EISDIR: "Something else of that name is in the way.",
    errno.EEXIST: "Something else of that name is in the way.",
    errno.ELOOP: "Its links lead in a circle.",
    errno.EIO: "The disk reports a fault: it may be failing, or was taken out.",
}

GONE = "Its folder was moved or removed, or its drive taken out, while the program ran. Put it back, and try again."


@contextmanager
def known_disk_errors() -> Iterator[None]:
    """Turn "no space", "not allowed", "in the way" and "failing" of the system into StudyError; let all else pass.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StudyError("disk-full") from error
        if error.errno in _READ_ONLY:
            raise StudyError("read-only", _READ_ONLY[error.errno]) from error
        raise


_GROUND: list[Path] = []


@contextmanager
def standing_on(folder: Path) -> Iterator[None]:
    """Let nothing be written below a folder once it is gone: a drive that was pulled out must not come up elsewhere.

    Args:
        folder: The folder of a workspace, for a worker as long as it works there.

    Raises:
        StudyError: "no-workspace" if it is not there.
    """
    _refuse_if_gone(folder, folder)
    _GROUND.append(folder)
    try:
        yield
    finally:
        _GROUND.remove(folder)


def _refuse_if_gone(folder: Path, place: Path) -> None:
    if place.is_relative_to(folder) and not folder.is_dir():
        raise StudyError("no-workspace", GONE)


def make_folder(folder: Path) -> None:
    """Make a folder with those above it, unless a workspace that it belongs to is gone.

    Raises:
        StudyError: "disk-full", "read-only" or "no-workspace".
    """
    for ground in _GROUND:
        _refuse_if_gone(ground, folder)
    with known_disk_errors():
        try:
            make_durably(folder)
        except FileNotFoundError as error:
            # /proc and its like take no folders, nor does one that was removed while we stand in it
            raise StudyError("read-only", "No folder can be made there.") from error


def make_durably(folder: Path, mode: int = 0o777) -> None:
    """Make a folder with those above it, so that a power cut takes none of them again.

    Args:
        folder: Its path; it may be there already.
        mode: Of the folder itself.

    Raises:
        OSError: As the system has it.
    """
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(mode=mode, parents=True, exist_ok=True)
    for place in missing:
        sync_folder(place.parent)


def sync_folder(folder: Path) -> None:
    """Make new, renamed and removed names in a folder durable, where its disk knows how.

    Raises:
        OSError: As the system has it.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # some drives of other makes know no such thing for folders
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(descriptor)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that appears under its name only when it is whole and on the disk: temporary file, fsync, rename.

    When this returns, a power cut takes neither the content nor the name.

    Raises:
        StudyError: "disk-full", "read-only" or "no-workspace"; what was there before is unharmed.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        make_folder(path.parent)
        with known_disk_errors():
            with part.open("wb") as sink:
                yield sink
                sink.flush()
                os.fsync(sink.fileno())
            part.replace(path)
            sync_folder(path.parent)
    finally:
        # a name that is too long cannot even be looked for
        with suppress(OSError):
            part.unlink()


def write_whole(path: Path, content: bytes) -> Path:
    """Write a small file whole or not at all.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    with whole_file(path) as sink:
        sink.write(content)
    return path


def read_handed(path: Path, most: int) -> bytes:
    """Return what a small file holds that somebody handed over.

    Args:
        path: The file.
        most: Bytes; what is longer is not what was asked for.

    Raises:
        OSError: If it cannot be read, is longer, or is no file: a pipe would be waited for, for ever.
    """
    state = path.stat()
    if not stat.S_ISREG(state.st_mode) or state.st_size > most:
        raise OSError(errno.EINVAL, "no small file")
    return path.read_bytes()


@contextmanager
def emptied_if_it_fails(folder: Path) -> Iterator[None]:
    """Leave a folder that was empty, or not there, empty if it cannot be filled: the same can then be done again."""
    try:
        yield
    except BaseException:
        for path in folder.iterdir() if folder.is_dir() else ():
            with suppress(OSError):
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        raise
