"""What compressed pixels claim of themselves, read from the head of each stream before any decoder sees it.

A decoder makes room for what the stream says, not for what the DICOM header says: 200 bytes may ask for 12 GB.
Source: ITU-T T.81 B.2.2 (JPEG), T.87 C.2.2 (JPEG-LS), T.800 A.5.1 (JPEG 2000); DICOM PS3.5, annexes A.4 and G.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from pydicom import dcmread
from pydicom.encaps import generate_fragments
from pydicom.uid import RLELossless

from fets_desktop.study.errors import StudyError

_JPEG, _JPEG2000 = b"\xff\xd8\xff", b"\xff\x4f\xff\x51"
_FRAME_MARKS = frozenset({*range(0xC0, 0xD0), 0xF7}) - {0xC4, 0xC8, 0xCC}
_RLE_HEAD = 64
_SLACK = 1024


def check_streams(path: Path, syntax: str, rows: int, columns: int, frame_bytes: int) -> None:
    """Refuse a file whose compressed frames are larger than its header says; call it inside `lenient_reading`.

    Args:
        path: A file with encapsulated pixels.
        syntax: Its transfer syntax.
        rows: Of one frame, by the header.
        columns: Of one frame, by the header.
        frame_bytes: Bytes of one decoded frame, by the header.

    Raises:
        StudyError: "unreadable-image".
    """
    for fragment in _fragments(path):
        claimed = claimed_size(fragment)
        if claimed is not None and claimed != (rows, columns):
            raise StudyError(
                "unreadable-image",
                f"Its compressed pixels are {claimed[1]} x {claimed[0]}, but its header says {columns} x {rows}.",
            )
        # a run of two bytes stands for up to 128, so that what is longer than the frame cannot be one frame's
        if syntax == RLELossless and len(fragment) > frame_bytes + frame_bytes // 64 + _RLE_HEAD + _SLACK:
            raise StudyError("unreadable-image", "Its compressed pixels are longer than the image that they claim.")


def _fragments(path: Path) -> Iterator[bytes]:
    pixels = dcmread(path, force=True, specific_tags=["PixelData"]).get("PixelData")
    if not pixels:
        raise StudyError("unreadable-image", "It holds no pixels.")
    yield from generate_fragments(pixels)


def claimed_size(stream: bytes) -> tuple[int, int] | None:
    """Return rows and columns that a JPEG, JPEG-LS or JPEG 2000 stream claims; None if it is none or does not say."""
    try:
        if stream.startswith(_JPEG2000):
            right, bottom, left, top = struct.unpack(">4I", stream[8:24])
            return bottom - top, right - left
        return _jpeg_size(stream) if stream.startswith(_JPEG) else None
    except (struct.error, IndexError):
        return None


def _jpeg_size(stream: bytes) -> tuple[int, int] | None:
    at = 2
    while stream[at] == 0xFF:
        mark = stream[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        if mark in _FRAME_MARKS:
            rows, columns = struct.unpack(">2H", stream[at + 5 : at + 9])
            return rows, columns
        at += 2 + int(struct.unpack(">H", stream[at + 2 : at + 4])[0])
    return None
