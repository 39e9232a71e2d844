"""Deflated DICOM files: how much they unpack to is measured before a reader unpacks them whole.

1 MB may become 1 GB, and pydicom unpacks before it looks. Source: DICOM PS3.5, A.5; PS3.10, 7.1.
"""

import zlib
from pathlib import Path

from pydicom.uid import DeflatedExplicitVRLittleEndian

from fets_desktop.study.errors import StudyError

MOST_BYTES = 256 << 20
_CHUNK = 1 << 20
_META_AT = 132
_META = 4096
_GROUP_LENGTH = b"\x02\x00\x00\x00UL\x04\x00"


def refuse_inflated(path: Path) -> None:
    """Refuse a deflated file that unpacks to more than an image needs; others are not looked at any further.

    Raises:
        StudyError: "unreadable-image".
        OSError: If it cannot be read.
    """
    with path.open("rb") as file:
        start = file.read(_META)
        if str(DeflatedExplicitVRLittleEndian).encode() not in start:
            return
        if start[_META_AT : _META_AT + 8] != _GROUP_LENGTH:
            raise StudyError("unreadable-image", "It is deflated, and its file meta information is damaged.")
        file.seek(_META_AT + 12 + int.from_bytes(start[_META_AT + 8 : _META_AT + 12], "little"))
        reader, size = zlib.decompressobj(-zlib.MAX_WBITS), 0
        packed = file.read(_CHUNK)
        while packed and size <= MOST_BYTES and not reader.eof:
            try:
                size += len(reader.decompress(packed, _CHUNK))
            except zlib.error as error:
                raise StudyError("unreadable-image", "Its deflated header is damaged.") from error
            packed = reader.unconsumed_tail or file.read(_CHUNK)
        if size > MOST_BYTES:
            raise StudyError("unreadable-image", f"It unpacks to more than {MOST_BYTES >> 20} MB.")
