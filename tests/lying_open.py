"""Looks a folder through for images, pictures, kept headers and edits that lie open, as a thief of the disk would.

Encrypted bytes are as good as random, and hundreds of MB of them hold any four bytes by chance. So a mark alone is no
find: it must stand where a file of its kind has it, or be followed by what only a record can hold.
"""

import struct
from collections.abc import Collection
from pathlib import Path

_BEGINNINGS = (b"\x1f\x8b\x08", b"\x89PNG", b"PK\x03\x04", b"\x93NUMPY")
_WEIGHTS = (".fetsmodel", ".pt")
"""They show nobody's head, and begin as an archive of images would."""
_SEALED = b"FeTS sealed file 1\n"
_DATABASE = b"SQLite format 3"
_EDIT = b"\xfeEJ1"
_EDIT_HEAD = struct.Struct("<4sIII")
_MOST_EDITS = 100_000


def lies_open(folder: Path, known: Collection[bytes] = ()) -> list[str]:
    """Return every file below a folder in which something can be read, models and a training's states left out.

    Args:
        folder: A workspace, or what was made of one.
        known: Bytes out of the middle of images, which must not be found anywhere.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [str(path.relative_to(folder)) for path in files if _can_be_read(path, known)]


def _can_be_read(path: Path, known: Collection[bytes]) -> bool:
    content = path.read_bytes()
    if any(sample in content for sample in known):
        return True
    if path.suffix in _WEIGHTS or content.startswith(_SEALED):
        return False
    if content.startswith(_BEGINNINGS) or content[344:347] == b"n+1":
        return True
    # the records in the database may speak of edits, but hold none
    return not content.startswith(_DATABASE) and (b" edit " in content or _holds_an_edit(content))


def _holds_an_edit(content: bytes) -> bool:
    at = content.find(_EDIT)
    while at >= 0:
        if len(content) - at >= _EDIT_HEAD.size:
            _, number, length, _ = _EDIT_HEAD.unpack_from(content, at)
            if number < _MOST_EDITS and length <= len(content) - at:
                return True
        at = content.find(_EDIT, at + 1)
    return False
