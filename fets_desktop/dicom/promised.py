"""Whether a file holds the pixels that its header promises."""

from pathlib import Path

from fets_desktop.dicom.quick import RawHeader
from fets_desktop.dicom.values import count_in

_LARGEST_SIDE = 8192
"""Rows and columns beyond any MR scanner's; a compressed image that promises more would fill the memory."""

_IMPLICIT_HEAD, _EXPLICIT_HEAD = 8, 12
"""Bytes of the pixel element before its value. Source: DICOM PS3.5, 7.1.2 and 7.1.3."""


def pixel_fault(raw: RawHeader, path: Path, size: int) -> str:
    """Say in words if fewer bytes follow than the header promises; "" if all is there."""
    rows, columns, bits = (count_in(raw.values, n) for n in ("Rows", "Columns", "BitsAllocated"))
    if not rows or not columns:
        return "It holds no image."
    if max(rows, columns) > _LARGEST_SIDE:
        return f"It promises {rows} x {columns} pixels, more than any scanner makes."
    rest = size - raw.pixels_at - (_IMPLICIT_HEAD if raw.syntax == "1.2.840.10008.1.2" else _EXPLICIT_HEAD)
    if raw.syntax.startswith("1.2.840.10008.1.2.4") or raw.syntax == "1.2.840.10008.1.2.5":
        return "" if rest > 16 and _ends_whole(path, size) else "Its compressed pixels are cut short."
    if raw.syntax == "1.2.840.10008.1.2.1.99":
        return ""
    frames, samples = (max(1, count_in(raw.values, n)) for n in ("NumberOfFrames", "SamplesPerPixel"))
    wanted = rows * columns * frames * samples * bits // 8
    return "" if rest >= wanted else f"Its pixels are cut short: {max(0, rest)} of {wanted} bytes are there."


def _ends_whole(path: Path, size: int) -> bool:
    """Tell whether the end of encapsulated pixels is there. Source: DICOM PS3.5, A.4 (sequence delimiter item)."""
    with path.open("rb") as file:
        file.seek(max(0, size - (1 << 16)))
        return b"\xfe\xff\xdd\xe0" in file.read(1 << 16)
