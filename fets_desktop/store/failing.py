"""Files on a disk that fails, or in hands that put something else in their place."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


class Unreadable(Exception):  # noqa: N818 - the disk's fault, or somebody's
    """A file that is there is not to be had."""


def readable(file: Path) -> BinaryIO:
    """Open a file.

    Raises:
        FileNotFoundError: If it is not there.
        Unreadable: If it is there, and no file that can be read.
    """
    try:
        # a pipe in the place of a file would be waited for, for ever
        if file.exists() and not file.is_file():
            raise Unreadable
        return file.open("rb")
    except FileNotFoundError:
        raise
    except OSError:
        raise Unreadable from None


def reading(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield what a disk gives.

    Raises:
        Unreadable: Where it gives no more, so that this is not taken for a fault of the disk that is written to.
    """
    try:
        yield from pieces
    except OSError:
        raise Unreadable from None
