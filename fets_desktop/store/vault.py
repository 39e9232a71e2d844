"""A vault: records that only a key opens, appended one by one, each bound to its place and to the one before.

A power cut in the middle of an append loses that record and no other. A record that was changed, moved or cut out is
found; whole records missing at the very end are not, for so does a vault look that was copied earlier.
"""

import os
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

from fets_desktop.imaging.disk import known_disk_errors, sync_folder, write_whole
from fets_desktop.store.durable import PRIVATE_FILE, write_all
from fets_desktop.store.sealed import Damaged, WrongKey, open_sealed, seal

_MARK = b"FeTS vault 1\n"
_CHECK = b"this key opens this vault"
_LENGTH = struct.Struct(">I")
_LARGEST_RECORD = 256 << 20
_BOND_BYTES = 16


class Vault:
    """One file of sealed records.

    Args:
        path: Where it lies or will lie.
        key: 32 bytes.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._tail: tuple[int, int, bytes] | None = None

    def records(self) -> list[bytes]:
        """Return every record in the order it was added; none if there is no file.

        Raises:
            WrongKey: If the key is not this vault's.
            Damaged: If a record was changed, or the file is no vault.
        """
        return [content for _, content, _ in self._opened()][1:] if self._path.exists() else []

    def add(self, content: bytes) -> None:
        """Append a record durably; the vault is made if it is not there.

        Raises:
            WrongKey: If the key is not this vault's.
            Damaged: If the vault is damaged: nothing is added to it.
            StudyError: "disk-full" or "read-only"; what was there before is unharmed.
        """
        if not self._path.exists():
            rewrite_vault(self._path, self._key, ())
        end, number, bond = self._tail or self._find_tail()
        record = self._record(content, number, bond)
        with known_disk_errors():
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CLOEXEC)
            try:
                os.ftruncate(descriptor, end)  # what a power cut left of a record
                os.lseek(descriptor, end, os.SEEK_SET)
                write_all(descriptor, record)
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        self._tail = (end + len(record), number + 1, record[-_BOND_BYTES:])

    def _find_tail(self) -> tuple[int, int, bytes]:
        """Return where the next record begins, its number, and what it is bound to."""
        ends = [(end, bond) for end, _, bond in self._opened()]
        return ends[-1][0], len(ends), ends[-1][1]

    def _record(self, content: bytes, number: int, bond: bytes) -> bytes:
        return _sealed(self._key, content, number, bond)

    def _opened(self) -> Iterator[tuple[int, bytes, bytes]]:
        """Yield where each whole record ends, its content, and what binds the next to it; the first is the check."""
        whole = self._path.read_bytes()
        if not whole.startswith(_MARK):
            raise Damaged
        position, number, bond = len(_MARK), 0, b""
        while position + _LENGTH.size <= len(whole):
            (length,) = _LENGTH.unpack_from(whole, position)
            end = position + _LENGTH.size + length
            if length > _LARGEST_RECORD:
                raise Damaged
            if end > len(whole):
                break
            sealed = whole[position + _LENGTH.size : end]
            content = self._open(sealed, number, bond)
            position, number, bond = end, number + 1, sealed[-_BOND_BYTES:]
            yield position, content, bond
        if number == 0:
            raise Damaged

    def _open(self, sealed: bytes, number: int, bond: bytes) -> bytes:
        try:
            return open_sealed(self._key, sealed, _place(number, bond))
        except WrongKey:
            # the first record was written with the key alone: where it opens, the key is right and the rest is damaged
            if number == 0:
                raise
            raise Damaged from None


def _place(number: int, bond: bytes) -> bytes:
    return _MARK + number.to_bytes(8, "big") + bond


def _sealed(key: bytes, content: bytes, number: int, bond: bytes) -> bytes:
    sealed = seal(key, content, _place(number, bond))
    return _LENGTH.pack(len(sealed)) + sealed


def rewrite_vault(path: Path, key: bytes, records: Iterable[bytes]) -> None:
    """Write a vault anew, whole or not at all, under a key that may be another than before.

    Raises:
        StudyError: "disk-full" or "read-only"; what was there before is unharmed.
    """
    parts, bond = [_MARK], b""
    for number, content in enumerate((_CHECK, *records)):
        parts.append(_sealed(key, content, number, bond))
        bond = parts[-1][-_BOND_BYTES:]
    with known_disk_errors():
        write_whole(path, b"".join(parts)).chmod(PRIVATE_FILE)
        sync_folder(path.parent)


def opens_vault(path: Path, key: bytes) -> bool:
    """Return whether a key is that of a vault."""
    try:
        Vault(path, key).records()
    except (WrongKey, Damaged):
        return False
    return True
