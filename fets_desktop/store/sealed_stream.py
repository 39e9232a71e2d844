"""Sealed files of any size: encrypted and opened piece by piece under a passphrase, and never cut short in silence.

Source: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its
Nonce-Reuse Misuse-Resistance", CRYPTO 2015) with AES-256-GCM: the nonce counts the pieces and marks the last one, so
that pieces which were dropped, doubled, exchanged or cut off do not open. RFC 7914 for scrypt.
"""

import hmac
import json
import os
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from fets_desktop.store.sealed import KEY_BYTES, Damaged, WrongKey

PIECE = 1 << 20
"""Bytes of content in every piece but the last."""

COST = 1 << 17
"""128 MiB and about half a second a try. Source: OWASP Password Storage Cheat Sheet."""

_DEAREST = 1 << 20
_TAG_BYTES, _SALT_BYTES, _LONGEST_HEAD = 16, 16, 1024


class Sealer:
    """Writes content into a sealed file; without `end` the file does not open.

    Args:
        sink: Where the sealed bytes go.
        mark: The first line, which says what kind of file it is.
        passphrase: What opens it.
        cost: Scrypt's n.
    """

    def __init__(self, sink: BinaryIO, mark: str, passphrase: str, cost: int = COST) -> None:
        salt = os.urandom(_SALT_BYTES)
        key, check = _stretched(passphrase, salt, cost)
        told = json.dumps({"check": check.hex(), "n": cost, "p": 1, "r": 8, "salt": salt.hex()}, sort_keys=True)
        self._head = f"{mark}\n{told} {zlib.crc32(told.encode()):08x}\n".encode()
        self._sink, self._cipher, self._number = sink, AESGCM(key), 0
        self._waiting = bytearray()
        sink.write(self._head)

    def write(self, content: bytes) -> None:
        """Take further content."""
        self._waiting += content
        # a whole piece waits until something follows: it may be the last one, which is marked
        while len(self._waiting) > PIECE:
            self._put(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]

    def end(self) -> None:
        """Write the last piece."""
        self._put(bytes(self._waiting), last=True)

    def _put(self, piece: bytes, *, last: bool) -> None:
        self._sink.write(self._cipher.encrypt(_nonce(self._number, last=last), piece, self._head))
        self._number += 1


def opened(source: BinaryIO, mark: str, passphrase: str) -> Iterator[bytes]:
    """Yield the content of a sealed file piece by piece; each has been proven before it is handed out.

    Raises:
        WrongKey: If the passphrase is another.
        Damaged: If it is no such file, was changed, or was cut short.
    """
    head, cipher = _open_head(source, mark, passphrase)
    piece, number = source.read(PIECE + _TAG_BYTES), 0
    while True:
        following = source.read(PIECE + _TAG_BYTES)
        try:
            yield cipher.decrypt(_nonce(number, last=not following), piece, head)
        except InvalidTag:
            raise Damaged from None
        if not following:
            return
        piece, number = following, number + 1


def _open_head(source: BinaryIO, mark: str, passphrase: str) -> tuple[bytes, AESGCM]:
    first, line = source.readline(_LONGEST_HEAD), source.readline(_LONGEST_HEAD)
    told, _, checksum = line.rpartition(b" ")
    if first != f"{mark}\n".encode() or checksum != f"{zlib.crc32(told):08x}\n".encode():
        raise Damaged
    try:
        values = json.loads(told)
        cost, salt, check = int(values["n"]), bytes.fromhex(values["salt"]), bytes.fromhex(values["check"])
        known = (values["r"], values["p"]) == (8, 1)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        raise Damaged from None
    # whoever wrote the file must not choose how much memory it takes to open it
    if not known or not 2 <= cost <= _DEAREST or cost & (cost - 1) or len(salt) != _SALT_BYTES:
        raise Damaged
    key, wanted = _stretched(passphrase, salt, cost)
    if not hmac.compare_digest(check, wanted):
        raise WrongKey
    return first + line, AESGCM(key)


def _stretched(passphrase: str, salt: bytes, cost: int) -> tuple[bytes, bytes]:
    """Return the key, and what tells a wrong passphrase from a damaged file; neither says anything about the other."""
    both = Scrypt(salt=salt, length=2 * KEY_BYTES, n=cost, r=8, p=1).derive(
        passphrase.encode("utf-8", "surrogateescape")
    )
    return both[:KEY_BYTES], both[KEY_BYTES:]


def _nonce(number: int, *, last: bool) -> bytes:
    """Return 96 bits that never come twice under one key: a file's key is its own, by its salt."""
    return number.to_bytes(11, "big") + bytes([last])
