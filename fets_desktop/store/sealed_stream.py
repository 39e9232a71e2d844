"""Sealed files of any size: encrypted and opened piece by piece, and never cut short in silence.

A file has a key of its own, so that its pieces need only be counted. It is made of a passphrase (`under_passphrase`, a
file that stands alone) or of a key and the file's name (`under_key`, one of many).

Source: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its
Nonce-Reuse Misuse-Resistance", CRYPTO 2015) with AES-256-GCM: the nonce counts the pieces and marks the last one, so
that pieces which were dropped, doubled, exchanged or cut off do not open. RFC 7914 for scrypt, RFC 5869 for HKDF.
"""

import hmac
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from fets_desktop.store.sealed import COST, KEY_BYTES, Damaged, WrongKey, bearable, stretched

PIECE = 1 << 20
"""Bytes of content in every piece but the last."""

_TAG_BYTES, _SALT_BYTES, _LONGEST_HEAD = 16, 16, 1024


def under_passphrase(content: Iterable[bytes], mark: str, passphrase: str, cost: int = COST) -> Iterator[bytes]:
    """Yield what to write into a sealed file that opens with a passphrase.

    Args:
        content: In parts of any size.
        mark: The first line, which says what kind of file it is.
        passphrase: What opens it.
        cost: Scrypt's n.
    """
    salt = os.urandom(_SALT_BYTES)
    key, check = _key_and_check(passphrase, salt, cost)
    told = json.dumps({"check": check.hex(), "n": cost, "p": 1, "r": 8, "salt": salt.hex()}, sort_keys=True)
    head = f"{mark}\n{told} {zlib.crc32(told.encode()):08x}\n".encode()
    yield head
    yield from _sealed(content, key, head)


def opened_by_passphrase(source: BinaryIO, mark: str, passphrase: str) -> Iterator[bytes]:
    """Yield the content of such a file piece by piece; each has been proven before it is handed out.

    Raises:
        WrongKey: If the passphrase is another.
        Damaged: If it is no such file, was changed, or was cut short.
    """
    head, key = _read_head(source, mark, passphrase)
    yield from _opened(source, key, head)


def under_key(content: Iterable[bytes], name: str, key: bytes) -> Iterator[bytes]:
    """Yield what to write into a sealed file, one of many under a key.

    Args:
        content: In parts of any size.
        name: The file's own name, to which it is bound: it does not open in another's place.
        key: 256 bits.
    """
    salt = os.urandom(_SALT_BYTES)
    yield salt
    yield from _sealed(content, _key_of_file(key, salt, name), salt)


def opened_by_key(source: BinaryIO, name: str, key: bytes) -> Iterator[bytes]:
    """Yield the content of such a file piece by piece; each has been proven before it is handed out.

    Raises:
        Damaged: If key or name are others, or the file was changed or cut short.
    """
    salt = source.read(_SALT_BYTES)
    yield from _opened(source, _key_of_file(key, salt, name), salt)


def sealed_bytes(size: int) -> int:
    """Return how many bytes of a file that was sealed `under_key`, and has so many, are not its content."""
    return _SALT_BYTES + _TAG_BYTES * max(1, -(-(size - _SALT_BYTES) // (PIECE + _TAG_BYTES)))


def _sealed(content: Iterable[bytes], key: bytes, head: bytes) -> Iterator[bytes]:
    cipher, number, waiting = AESGCM(key), 0, bytearray()
    for some in content:
        waiting += some
        # a whole piece waits until something follows: it may be the last one, which is marked
        while len(waiting) > PIECE:
            yield cipher.encrypt(_nonce(number, last=False), bytes(waiting[:PIECE]), head)
            del waiting[:PIECE]
            number += 1
    yield cipher.encrypt(_nonce(number, last=True), bytes(waiting), head)


def _opened(source: BinaryIO, key: bytes, head: bytes) -> Iterator[bytes]:
    cipher, number = AESGCM(key), 0
    piece = source.read(PIECE + _TAG_BYTES)
    while True:
        following = source.read(PIECE + _TAG_BYTES)
        try:
            yield cipher.decrypt(_nonce(number, last=not following), piece, head)
        except (InvalidTag, ValueError):  # the latter of what is shorter than a tag
            raise Damaged from None
        if not following:
            return
        piece, number = following, number + 1


def _read_head(source: BinaryIO, mark: str, passphrase: str) -> tuple[bytes, bytes]:
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
    if not known or not bearable(cost) or len(salt) != _SALT_BYTES:
        raise Damaged
    key, wanted = _key_and_check(passphrase, salt, cost)
    if not hmac.compare_digest(check, wanted):
        raise WrongKey
    return first + line, key


def _key_and_check(passphrase: str, salt: bytes, cost: int) -> tuple[bytes, bytes]:
    """Return the key, and what tells a wrong passphrase from a damaged file; neither says anything about the other."""
    both = stretched(passphrase, salt, cost, 2 * KEY_BYTES)
    return both[:KEY_BYTES], both[KEY_BYTES:]


def _key_of_file(key: bytes, salt: bytes, name: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=name.encode()).derive(key)


def _nonce(number: int, *, last: bool) -> bytes:
    """Return 96 bits that never come twice under one key: a file's key is its own, by its salt."""
    return number.to_bytes(11, "big") + bytes([last])
