"""Review packages as files: what stands in them comes first, then the stored files it names, by their hashes.

There is no archive within, and no name of a file: nothing in a package says where anything is to be written.
"""

import hashlib
import json
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from fets_desktop.imaging.disk import known_disk_errors, make_folder, whole_file
from fets_desktop.imaging.opening import plain
from fets_desktop.store.durable import PRIVATE_FILE
from fets_desktop.store.sealed import COST, Damaged, WrongKey
from fets_desktop.store.sealed_images import content_bytes
from fets_desktop.store.sealed_stream import opened_by_passphrase, under_passphrase
from fets_desktop.study.errors import StudyError

MARK = "FeTS review package 1"
SUFFIX = ".fetsreview"

_CHUNK = 1 << 20
_LONGEST_LETTER = 4 << 20
_MOST_FILES = 2000
_DIGITS = set("0123456789abcdef")


def write_package(
    target: Path, letter: Mapping[str, Any], files: Mapping[str, Path], passphrase: str, cost: int = COST
) -> Path:
    """Write a package, whole or not at all; files are read piece by piece.

    Args:
        target: The file to write.
        letter: What the package says; JSON values.
        files: The stored files that go along, by sha256.
        passphrase: What opens it.
        cost: Scrypt's n.

    Raises:
        StudyError: "disk-full" or "read-only"; "damaged-workspace" if a file is not what its hash says.
    """
    with whole_file(target) as sink:
        for piece in under_passphrase(_content(letter, files), MARK, passphrase, cost):
            sink.write(piece)
    with known_disk_errors():
        target.chmod(PRIVATE_FILE)
    return target


def _content(letter: Mapping[str, Any], files: Mapping[str, Path]) -> Iterator[bytes]:
    parts = [{"sha256": sha256, "bytes": content_bytes(path)} for sha256, path in files.items()]
    told = json.dumps({"letter": letter, "parts": parts}, sort_keys=True).encode()
    yield struct.pack(">I", len(told)) + told
    for sha256, path in files.items():
        digest = hashlib.sha256()
        with plain(path) as opened, opened.open("rb") as source:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                yield chunk
        if digest.hexdigest() != sha256:
            raise StudyError("damaged-workspace", f"The stored file {sha256[:12]} was changed or is damaged.")


def read_package(file: Path, passphrase: str, folder: Path) -> tuple[dict[str, Any], dict[str, Path]]:
    """Open a package into a folder that is empty; what it promises is looked at before anything is written.

    Returns:
        What the package says, and the files that came along, by sha256.

    Raises:
        StudyError: "wrong-passphrase"; "bad-package" if it is damaged, cut short, no package, or promises what it does
            not hold; "read-only" or "disk-full" for the folder.
    """
    try:
        with _readable(file) as source:
            return _unpack(_Stream(opened_by_passphrase(source, MARK, passphrase)), file.stat().st_size, folder)
    except WrongKey:
        raise StudyError("wrong-passphrase") from None
    except Damaged:
        raise StudyError("bad-package", "It is damaged, cut short, or no review package of this version.") from None
    except OSError:
        raise StudyError("bad-package", "It could not be read to its end.") from None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise StudyError("bad-package", "What stands in it is not what a review package says.") from None


def _readable(file: Path) -> BinaryIO:
    if not file.is_file():
        raise StudyError("bad-package", "There is no such file.")
    try:
        return file.open("rb")
    except OSError:
        raise StudyError("bad-package", "The file may not be read.") from None


class _Stream:
    """Hands out an exact number of bytes."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._left = pieces, b""

    def take(self, count: int) -> Iterator[bytes]:
        """Yield `count` bytes, in pieces."""
        while count:
            if not self._left:
                self._left = next(self._pieces, b"")
                if not self._left:
                    raise Damaged
            some, self._left = self._left[:count], self._left[count:]
            count -= len(some)
            yield some

    def rest(self) -> bytes:
        """Return what is left of it, for it to be nothing."""
        return self._left or next(self._pieces, b"")


def _unpack(stream: _Stream, size: int, folder: Path) -> tuple[dict[str, Any], dict[str, Path]]:
    (length,) = struct.unpack(">I", b"".join(stream.take(4)))
    if length > _LONGEST_LETTER:
        raise StudyError("bad-package", "It says more than a review package has to say.")
    told = json.loads(b"".join(stream.take(length)))
    letter, parts = dict(told["letter"]), [(str(part["sha256"]), int(part["bytes"])) for part in told["parts"]]
    if len(parts) > _MOST_FILES or any(len(name) != 64 or not set(name) <= _DIGITS for name, _ in parts):
        raise StudyError("bad-package", "The list of its files is not one.")
    # nothing in it is packed: it cannot hold more than it weighs
    if any(count < 0 for _, count in parts) or sum(count for _, count in parts) > size:
        raise StudyError("bad-package", "It promises more than it holds.")
    make_folder(folder)
    files = {
        sha256: _take_file(stream, sha256, count, folder / f"{n}.nii.gz") for n, (sha256, count) in enumerate(parts)
    }
    if len(files) != len(parts) or stream.rest():
        raise StudyError("bad-package", "It holds what it does not name.")
    return letter, files


def _take_file(stream: _Stream, sha256: str, count: int, target: Path) -> Path:
    digest = hashlib.sha256()
    with known_disk_errors(), target.open("xb") as sink:
        for piece in stream.take(count):
            digest.update(piece)
            sink.write(piece)
    if digest.hexdigest() != sha256:
        raise StudyError("bad-package", "A file in it is not the one it names.")
    return target
