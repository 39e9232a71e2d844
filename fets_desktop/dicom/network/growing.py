"""A file that grows while an object arrives: bounded, private, and gone unless the object became whole."""

import os
import secrets
import shutil
import weakref
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.study.errors import StudyError

MOST_BYTES = 1 << 30
"""Of one object: twice what the largest volume takes that is converted, see `slices`."""

SPARE_BYTES = 256 << 20
"""What is left free on the disk for the work of everybody else."""

_LOOK_EVERY = 16 << 20


class Growing:
    """One object on its way in.

    Args:
        folder: A private folder of ours, made if it is not there.
        most: Bytes that are taken.

    Attributes:
        path: The file; it is removed with this object unless it has landed.
        size: How many bytes came.
        too_large: Whether it was more than is taken; nothing of it is kept, and the rest is thrown away as it comes.
    """

    def __init__(self, folder: Path, most: int = MOST_BYTES) -> None:
        self.path = folder / f"{secrets.token_hex(8)}.part"
        self.size = 0
        self.too_large = False
        self._most, self._looked = most, -_LOOK_EVERY
        self._file: BinaryIO | None = None
        self._gone: Callable[[], object] = _nothing_to_remove

    def add(self, part: bytes | memoryview) -> None:
        """Take what came next.

        Raises:
            StudyError: "disk-full" or "read-only"; nothing of it is kept then.
        """
        self.size += len(part)
        self.too_large = self.size > self._most
        if self.too_large:
            self.discard()
            return
        try:
            with known_disk_errors():
                self._append(part)
        except OSError as error:
            self.discard()
            raise StudyError("read-only", str(error.strerror)) from error
        except StudyError:
            self.discard()
            raise

    def _append(self, part: bytes | memoryview) -> None:
        if self.size - self._looked >= _LOOK_EVERY:
            self._looked = self.size
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if shutil.disk_usage(self.path.parent).free < SPARE_BYTES:
                raise StudyError("disk-full")
        if self._file is None:
            self._file = os.fdopen(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
            self._gone = weakref.finalize(self, _remove, self._file, self.path)
        self._file.write(part)

    def close(self) -> None:
        """Bring what came to the disk, so that it can be read and moved.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        if self._file is not None and not self._file.closed:
            with known_disk_errors():
                self._file.flush()
                os.fsync(self._file.fileno())
                self._file.close()

    def land(self, path: Path) -> None:
        """Move it to where it belongs.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        with known_disk_errors():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.replace(path)

    def discard(self) -> None:
        """Remove the file, unless it has landed."""
        self._gone()


def _nothing_to_remove() -> None:
    pass


def _remove(file: BinaryIO, path: Path) -> None:
    with suppress(OSError):
        file.close()
    with suppress(OSError):
        path.unlink()
