"""Siemens mosaics: all slices of one volume as tiles of one image.

Source: the CSA header as described at nipy.org/nibabel/dicom/siemens_csa.html and dicom_mosaic.html: the position is
that of the whole mosaic taken for one slice, so that the first tile lies half the difference of their sizes further in.
"""

import math
import struct
from dataclasses import dataclass
from typing import Any

import numpy as np

from fets_desktop.dicom.values import as_numbers
from fets_desktop.study.errors import StudyError

_CSA_IMAGE = (0x0029, 0x1010)
_NUMBER = (0x0019, 0x100A)
_MOST_TAGS, _MOST_ITEMS = 1000, 1000


@dataclass(frozen=True)
class Tile:
    """One slice of a mosaic: its place in the patient (LPS mm), its first row and column in the mosaic."""

    position_mm: tuple[float, ...]
    row: int
    column: int


@dataclass(frozen=True)
class Mosaic:
    """Tiles of one size.

    Attributes:
        rows: Of one tile.
        columns: Of one tile.
        tiles: In the order of the slices.
    """

    rows: int
    columns: int
    tiles: tuple[Tile, ...]


def mosaic_of(
    dataset: Any,  # noqa: ANN401 - a pydicom Dataset
    position: tuple[float, ...],
    orientation: tuple[float, ...],
    pixel_mm: tuple[float, ...],
    distance_mm: tuple[float, ...],
) -> Mosaic | None:
    """Return the tiles of a mosaic; None if the image is none.

    Args:
        dataset: A header with Rows, Columns, ImageType and the private CSA header.
        position: Of the image as a whole.
        orientation: Of rows and columns.
        pixel_mm: Distance of rows, of columns.
        distance_mm: From slice to slice.

    Raises:
        StudyError: "bad-geometry" if it does not say how many slices it holds and which way they follow.
    """
    kind = dataset.get("ImageType")
    if "MOSAIC" not in ([kind] if isinstance(kind, str) else list(kind or ())):
        return None
    count, normal = _count(dataset), _normal(dataset)
    if count < 1 or len(normal) != 3 or not distance_mm or len(position) != 3 or len(orientation) != 6:
        raise StudyError(
            "bad-geometry", "It is a mosaic that does not say how many slices it holds and where they lie."
        )
    side = math.ceil(math.sqrt(count))
    rows, columns = int(dataset.Rows) // side, int(dataset.Columns) // side
    along_row, along_column = np.array(orientation[:3]), np.array(orientation[3:])
    first = np.array(position) + along_row * pixel_mm[1] * (int(dataset.Columns) - columns) / 2
    first = first + along_column * pixel_mm[0] * (int(dataset.Rows) - rows) / 2
    step = np.array(normal) * distance_mm[0]
    return Mosaic(
        rows,
        columns,
        tuple(
            Tile(tuple(float(v) for v in first + k * step), (k // side) * rows, (k % side) * columns)
            for k in range(count)
        ),
    )


def _count(dataset: Any) -> int:  # noqa: ANN401
    told = csa_values(dataset, "NumberOfImagesInMosaic") or [str(getattr(dataset.get(_NUMBER), "value", "") or "")]
    return int(told[0]) if told and told[0].strip().isdigit() else 0


def _normal(dataset: Any) -> tuple[float, ...]:  # noqa: ANN401
    return as_numbers(tuple(csa_values(dataset, "SliceNormalVector")))


def csa_values(dataset: Any, name: str) -> list[str]:  # noqa: ANN401
    """Return the texts of an element of the Siemens CSA image header, [] where there is none or it is damaged."""
    element = dataset.get(_CSA_IMAGE)
    content = getattr(element, "value", b"")
    if not isinstance(content, bytes) or not content.startswith(b"SV10"):
        return []
    try:
        return _find(content, name)
    except struct.error:
        return []


def _find(content: bytes, name: str) -> list[str]:
    count, at = struct.unpack_from("<I", content, 8)[0], 16
    for _ in range(min(count, _MOST_TAGS)):
        found = content[at : at + 64].split(b"\0", 1)[0].decode("ascii", "replace")
        items = min(struct.unpack_from("<i", content, at + 76)[0], _MOST_ITEMS)
        at += 84
        texts = []
        for _ in range(items):
            length = max(0, struct.unpack_from("<4i", content, at)[1])
            text = content[at + 16 : at + 16 + length].split(b"\0", 1)[0].decode("ascii", "replace").strip()
            texts += [text] if text else []
            at += 16 + (length + 3) // 4 * 4
        if found == name:
            return texts
    return []
