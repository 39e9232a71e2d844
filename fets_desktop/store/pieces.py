"""Long content sealed in pieces, so that no file must fit into memory: each piece bound to its file and its place.

A sealed file is a row of pieces, each after its length in four bytes; the last one is empty, so that a file that was
cut off is known. Without a key the content passes as it is.
"""

from collections.abc import Iterator
from typing import BinaryIO

from fets_desktop.store.sealed import WrongKey, open_sealed, seal

PIECE_BYTES = 4 << 20
_LENGTH_BYTES = 4


def sealed_pieces(name: str, pieces: Iterator[bytes], key: bytes) -> Iterator[bytes]:
    """Yield what to write.

    Args:
        name: The file's own name, to which its pieces are bound.
        pieces: The content, none of them empty.
        key: 256 bits, or b"" to seal nothing.
    """
    number = -1
    for number, piece in enumerate(pieces):
        yield _after_its_length(seal(key, piece, _bound(name, number))) if key else piece
    if key:
        yield _after_its_length(seal(key, b"", _bound(name, number + 1)))


def opened_pieces(name: str, opened: BinaryIO, key: bytes) -> Iterator[bytes]:
    """Yield the content again.

    Raises:
        WrongKey: If a piece is not what was sealed there, or the end is missing.
    """
    if not key:
        while piece := opened.read(PIECE_BYTES):
            yield piece
        return
    number = 0
    # a length that was tampered with must not make us read the world
    while piece := open_sealed(key, opened.read(min(_length(opened), 2 * PIECE_BYTES)), _bound(name, number)):
        yield piece
        number += 1
    if opened.read(1):
        raise WrongKey


def _after_its_length(sealed: bytes) -> bytes:
    return len(sealed).to_bytes(_LENGTH_BYTES, "big") + sealed


def _length(opened: BinaryIO) -> int:
    return int.from_bytes(opened.read(_LENGTH_BYTES), "big")


def _bound(name: str, number: int) -> bytes:
    return f"{name}\0{number}".encode()
