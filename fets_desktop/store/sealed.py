"""Sealed files: AES-256-GCM for content, scrypt for passphrases; written whole.

Source: NIST SP 800-38D for GCM (a fresh random nonce of 96 bits each time); RFC 7914 for scrypt.
"""

import json
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from fets_desktop.imaging.disk import write_whole
from fets_desktop.store.durable import PRIVATE_FILE

KEY_BYTES = 32
_NONCE_BYTES, _TAG_BYTES, _SALT_BYTES = 12, 16, 16
COST = 1 << 17
"""Scrypt's n: 128 MiB and about half a second a try. Source: OWASP Password Storage Cheat Sheet."""
_DEAREST = 1 << 20


class WrongKey(Exception):  # noqa: N818 - what a person did or has lost, not a fault of the file
    """The key does not open this."""


class Damaged(Exception):  # noqa: N818
    """The file is not what was written."""


def new_key() -> bytes:
    """Return a random key of 256 bits."""
    return os.urandom(KEY_BYTES)


def seal(key: bytes, content: bytes, bound_to: bytes) -> bytes:
    """Encrypt; `bound_to` must be the same when it is opened."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, bound_to)


def open_sealed(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    """Decrypt.

    Raises:
        WrongKey: If key, content or binding are not those of the sealing.
    """
    if len(sealed) < _NONCE_BYTES + _TAG_BYTES:
        raise WrongKey
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound_to)
    except InvalidTag:
        raise WrongKey from None


def write_under_passphrase(path: Path, passphrase: str, content: bytes, cost: int = COST) -> None:
    """Write a small file, whole or not at all, that opens with a passphrase.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    salt = os.urandom(_SALT_BYTES)
    head = {"format": "fets-desktop secrets", "version": 1, "scrypt": {"n": cost, "r": 8, "p": 1, "salt": salt.hex()}}
    line = json.dumps(head, sort_keys=True).encode() + b"\n"
    write_whole(path, line + seal(stretched(passphrase, salt, cost), content, line)).chmod(PRIVATE_FILE)


def read_under_passphrase(path: Path, passphrase: str) -> bytes:
    """Read what `write_under_passphrase` wrote.

    Raises:
        WrongKey: If the passphrase is another, or what is sealed was changed.
        Damaged: If the file is not one of these.
    """
    line, separator, sealed = path.read_bytes().partition(b"\n")
    try:
        head = json.loads(line)
        cost, salt = int(head["scrypt"]["n"]), bytes.fromhex(head["scrypt"]["salt"])
        known = head["format"] == "fets-desktop secrets" and head["version"] == 1
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        raise Damaged from None
    if not known or not bearable(cost) or len(sealed) < _NONCE_BYTES + _TAG_BYTES:
        raise Damaged
    return open_sealed(stretched(passphrase, salt, cost), sealed, line + separator)


def bearable(cost: int) -> bool:
    """Tell whether to pay a cost that a file names: who wrote it must not choose how much memory it takes to open."""
    return 2 <= cost <= _DEAREST and not cost & (cost - 1)


def stretched(passphrase: str, salt: bytes, cost: int, length: int = KEY_BYTES) -> bytes:
    """Return so many bytes made of a passphrase, at a cost that whoever tries all of them pays each time."""
    return Scrypt(salt=salt, length=length, n=cost, r=8, p=1).derive(passphrase.encode("utf-8", "surrogateescape"))
