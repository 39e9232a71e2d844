"""Stored files that are encrypted at rest: each under a key of its own, bound to its name, known by its first bytes.

A file bears the hash of its plain content as before. Its pieces are counted and the last is marked, so that a file
that was changed, cut short, or put in another's place does not open; see `store.sealed_stream`.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from fets_desktop.imaging.opening import plain
from fets_desktop.store.sealed import Damaged
from fets_desktop.store.sealed_stream import PIECE, opened_by_key, sealed_bytes, under_key
from fets_desktop.study.errors import StudyError

MARK = b"FeTS sealed file 1\n"
_DIGITS = 64
_NO_VOXELS = (".fetsmodel", ".safetensors", ".mat", ".json")
"""Models, transforms and provenance show nobody's head, and stay as they are."""


def holds_images(name: str) -> bool:
    """Tell by the name of a stored file whether it holds an image, a mask, labels, a picture or kept headers."""
    return not name.endswith(_NO_VOXELS)


def is_sealed(path: Path) -> bool:
    """Tell whether a file is encrypted; not whether it opens.

    Raises:
        OSError: If it cannot be read.
    """
    with path.open("rb") as source:
        return source.read(len(MARK)) == MARK


def as_stored(content: Iterable[bytes], name: str, key: bytes) -> Iterator[bytes]:
    """Yield the bytes of an encrypted file.

    Args:
        content: In parts of any size.
        name: Its name in the store.
        key: The workspace's, 256 bits.
    """
    yield MARK
    yield from under_key(content, name, key)


def content_of(path: Path, key: bytes | None) -> Iterator[bytes]:
    """Yield the plain content of a stored file, encrypted or not, piece by piece.

    Raises:
        StudyError: "lost-image-key" if it is encrypted and there is no key; "damaged-workspace" if it is not what was
            encrypted, or by another key.
        OSError: If it cannot be read.
    """
    with path.open("rb") as source:
        if source.read(len(MARK)) != MARK:
            source.seek(0)
            yield from _read(source)
            return
        if key is None:
            raise StudyError("lost-image-key", "The images were not opened.")
        try:
            yield from opened_by_key(source, path.name, key)
        except Damaged:
            raise StudyError(
                "damaged-workspace", f"The stored file {path.name[:12]} was changed or is damaged."
            ) from None


def _read(source: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: source.read(PIECE), b"")


def content_hash(path: Path, key: bytes | None) -> str:
    """Return the hash of the plain content of a stored file in hexadecimal digits.

    Raises:
        StudyError: As `content_of`.
        OSError: As `content_of`.
    """
    digest = hashlib.sha256()
    for piece in content_of(path, key):
        digest.update(piece)
    return digest.hexdigest()


def content_bytes(path: Path) -> int:
    """Return how many bytes the plain content of a stored file has, without reading it."""
    size = path.stat().st_size
    return size - len(MARK) - sealed_bytes(size - len(MARK)) if is_sealed(path) else size


def opens_whole(path: Path) -> bool:
    """Tell whether an encrypted file opens in this process, and its content still has the hash that is its name."""
    if not is_sealed(path):
        return False
    try:
        with plain(path) as opened:
            return opened != path and content_hash(opened, None) == path.name[:_DIGITS]
    except StudyError:
        return False
