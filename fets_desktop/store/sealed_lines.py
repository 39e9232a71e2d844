"""The lines of an edit journal, encrypted one by one: each bound to its journal, its number, and the line before.

A line that was changed, moved, or left out before others does not open. Whole lines missing at the very end are not
found, for so does a journal look that was copied earlier; a journal that is not encrypted has the same limit.
"""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from fets_desktop.store.sealed import KEY_BYTES, open_sealed, seal

_BOND_BYTES = 16


class LineSeal:
    """Encrypts and opens the lines of one journal.

    Args:
        key: The workspace's key of images, 256 bits.
        name: The journal's file name.
    """

    def __init__(self, key: bytes, name: str) -> None:
        # the pieces of files have keys of their own; one key must not serve two ways of counting
        self._key = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"edit journals").derive(key)
        self._name = name.encode()

    def seal(self, line: bytes, number: int, before: bytes) -> bytes:
        """Return a line as it is stored.

        Args:
            line: What is to be kept.
            number: 1 for the first.
            before: The line before as it is stored, b"" if there is none.
        """
        return seal(self._key, line, self._place(number, before))

    def open(self, stored: bytes, number: int, before: bytes) -> bytes:
        """Return the line.

        Raises:
            WrongKey: If it is not what was stored there.
        """
        return open_sealed(self._key, stored, self._place(number, before))

    def _place(self, number: int, before: bytes) -> bytes:
        return self._name + number.to_bytes(8, "big") + before[-_BOND_BYTES:]
