"""A NIfTI file's voxels as they lie in the file: ITK reads a file cut short without a word, and not-a-numbers as zero.

Source: NIfTI-1.1 and NIfTI-2 headers (nifti1.h, nifti2.h).
"""

import gzip
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

import numpy as np
import numpy.typing as npt

from fets_desktop.imaging.opening import plain
from fets_desktop.study.errors import StudyError

_KINDS = {2: "u1", 4: "i2", 8: "i4", 16: "f4", 64: "f8", 256: "i1", 512: "u2", 768: "u4", 1024: "i8", 1280: "u8"}
_LARGEST_BYTES = 1 << 30
"""512 x 512 x 512 voxels of eight bytes; no scan of a head is larger."""

_MOST_AFTER = 64 << 20
"""Bytes after the voxels, where other programs keep words of theirs; an endless rest is a bomb."""

_BLOCK = 1 << 20
_CUT = "The NIfTI file is damaged or cut short."


def stored_values(path: Path, step: int = 1) -> npt.NDArray[Any]:
    """Return the stored voxel values, flat and unscaled, and read the file to its end so that its checksum is proven.

    Args:
        path: The file.
        step: Take every so many-th value only.

    Raises:
        StudyError: "unreadable-image" if the file is damaged, cut short, or of a kind that is no scalar image.
    """
    taken: list[npt.NDArray[Any]] = []
    seen = 0
    for block in _blocks(path):
        taken.append(block[-seen % step :: step].copy())
        seen += block.size
    return np.concatenate(taken)


def are_numbers(path: Path) -> bool:
    """Tell whether every stored value is a number; a block at a time, for a file may hold a GiB of them.

    Raises:
        StudyError: As `stored_values`.
    """
    numbers = True
    for block in _blocks(path):  # to the end, whatever is found: a damaged file is to be told as such
        numbers = numbers and (block.dtype.kind != "f" or bool(np.isfinite(block).all()))
    return numbers


def _blocks(path: Path) -> Iterator[npt.NDArray[Any]]:
    """Yield all stored values, block by block, and prove the file whole after the last."""
    try:
        with plain(path) as opened, opened.open("rb") as stored:
            packed = stored.read(2) == b"\x1f\x8b"
            stored.seek(0)
            with cast("IO[bytes]", gzip.GzipFile(fileobj=stored)) if packed else stored as file:
                dtype, left = _promised(file)
                while left:
                    block = file.read(min(_BLOCK, left))
                    if len(block) < min(_BLOCK, left):
                        raise StudyError("unreadable-image", _CUT)
                    left -= len(block)
                    yield np.frombuffer(block, dtype=dtype)
                _read_to_the_end(file)
    except (OSError, EOFError, zlib.error, struct.error, OverflowError, ValueError) as error:
        raise StudyError("unreadable-image", _CUT) from error


def _promised(file: IO[bytes]) -> tuple[np.dtype[Any], int]:
    """Read on to the first voxel, and return their type and how many bytes there must be."""
    start = file.read(348)
    order = "<" if start[:4] in (struct.pack("<i", 348), struct.pack("<i", 540)) else ">"
    if start[:4] == struct.pack(f"{order}i", 540):
        start += file.read(192)
        sizes, (kind,) = struct.unpack_from(f"{order}8q", start, 16), struct.unpack_from(f"{order}h", start, 12)
        (offset,) = struct.unpack_from(f"{order}q", start, 168)
    else:
        sizes, (kind,) = struct.unpack_from(f"{order}8h", start, 40), struct.unpack_from(f"{order}h", start, 70)
        offset = int(struct.unpack_from(f"{order}f", start, 108)[0])
    if kind not in _KINDS:
        raise StudyError("unreadable-image", "Its voxels are colours or complex numbers.")
    dtype = np.dtype(f"{order}{_KINDS[kind]}")
    wanted = dtype.itemsize
    for size in sizes[1 : 1 + sizes[0]]:
        wanted *= max(1, size)
    if wanted > _LARGEST_BYTES:
        raise StudyError("unreadable-image", f"Its header promises {wanted / (1 << 30):.1f} GiB of voxels.")
    if wanted <= 0 or not len(start) <= offset + 4 <= _BLOCK:
        raise StudyError("unreadable-image", _CUT)
    file.read(max(0, offset - len(start)))
    return dtype, wanted


def _read_to_the_end(file: IO[bytes]) -> None:
    for _ in range(_MOST_AFTER // _BLOCK):
        if not file.read(_BLOCK):
            return
    raise StudyError("unreadable-image", "The NIfTI file goes on and on after its last voxel.")
