"""Known misfortunes of a disk, told as errors a person can act on."""

import errno
import os
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
}


@contextmanager
def known_disk_errors() -> Iterator[None]:
    """Turn "no space", "not allowed" and "in the way" of the operating system into StudyError; let all else pass.

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


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that appears under its name only when it is whole and on the disk: temporary file, fsync, rename.

    Raises:
        StudyError: "disk-full" or "read-only"; what was there before is unharmed.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with known_disk_errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as sink:
                yield sink
                sink.flush()
                os.fsync(sink.fileno())
            part.replace(path)
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
