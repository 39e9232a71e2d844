"""Known misfortunes of a disk, told as errors a person can act on."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from fets_desktop.study.errors import StudyError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def known_disk_errors() -> Iterator[None]:
    """Turn "no space" and "not allowed" of the operating system into StudyError; let all else pass.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StudyError("disk-full") from error
        if error.errno in _READ_ONLY:
            raise StudyError("read-only") from error
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
        part.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> Path:
    """Write a small file whole or not at all.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    with whole_file(path) as sink:
        sink.write(content)
    return path
