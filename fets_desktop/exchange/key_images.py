"""Key images: the three planes through the largest cross-section of the tumour, as a radiologist hangs them.

Which way a picture is turned, and the letters at its borders, come from the affine: axial and coronal pictures show
the patient's right on the left, sagittal ones the front on the left.
"""

from dataclasses import dataclass

import contourpy
import numpy as np
import numpy.typing as npt

from fets_desktop.imaging.pictures import grey
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import Region, Tissue, region_mask
from fets_desktop.study.volume import LabelArray, LabelMap, Mask, Volume

PLANES = ("axial", "sagittal", "coronal")
_SHOWN = {"axial": ("L", "P"), "sagittal": ("P", "I"), "coronal": ("L", "I")}
"""Where a plane's columns and rows lead: to the right of the picture, and down it."""

_OPPOSITE = {"L": "R", "R": "L", "P": "A", "A": "P", "I": "S", "S": "I"}
_MARGIN_MM = 6.0


@dataclass(frozen=True, eq=False)
class KeyImage:
    """One picture with its outlines.

    Attributes:
        plane: "axial", "sagittal" or "coronal".
        pixels: `(row, column)` grey, 0 to 255.
        pixel_mm: Size of a pixel from column to column and from row to row.
        letters: Where left, right, top and bottom of the picture lie in the patient.
        outlines: Closed lines around each sub-compartment, `(point, 2)` as (column, row) in pixels.
        place: Index of the slice along its axis, from 1, and how many there are.
    """

    plane: str
    pixels: npt.NDArray[np.uint8]
    pixel_mm: tuple[float, float]
    letters: tuple[str, str, str, str]
    outlines: tuple[tuple[Tissue, npt.NDArray[np.float64]], ...]
    place: tuple[int, int]


def key_images(volume: Volume, labels: LabelMap) -> tuple[KeyImage, ...]:
    """Return the three planes through where the enhancing tumour (else the core, else the whole) is largest.

    Args:
        volume: A brain; what is zero is outside.
        labels: On the volume's grid.
    """
    target = _target(labels)
    shown = np.clip(volume.array, 0, None)
    brain = grey(np.asarray(shown, dtype=np.float64))
    inside = volume.array != 0
    return tuple(_image(plane, brain, inside, labels, target) for plane in PLANES)


def _target(labels: LabelMap) -> Mask:
    for region in (Region.ET, Region.TC, Region.WT):
        mask = region_mask(labels.array, region, labels.scheme)
        if mask.any():
            return np.asarray(mask)
    return np.asarray(labels.array > 0)


def _image(plane: str, brain: npt.NDArray[np.uint8], inside: Mask, labels: LabelMap, target: Mask) -> KeyImage:
    columns, rows, depth, order = _axes(plane, labels.grid)
    stack = [
        np.moveaxis(np.asarray(array, dtype=np.uint8), depth, 0) for array in (target, brain, labels.array, inside)
    ]
    number = int(np.count_nonzero(stack[0], axis=(1, 2)).argmax())
    turned = [_turned(array[number], columns, rows, depth, order) for array in stack]
    box = _around(turned[3], _pixel_mm(labels.grid, columns, rows))
    letters = (_OPPOSITE[_SHOWN[plane][0]], _SHOWN[plane][0], _OPPOSITE[_SHOWN[plane][1]], _SHOWN[plane][1])
    return KeyImage(
        plane,
        turned[1][box],
        _pixel_mm(labels.grid, columns, rows),
        letters,
        _outlines(turned[2][box], labels),
        (number + 1, stack[0].shape[0]),
    )


def _axes(plane: str, grid: Grid) -> tuple[int, int, int, tuple[bool, bool]]:
    """Return the array axes of columns, rows and depth, and whether columns and rows run against the picture."""
    codes = grid.axis_codes
    right, down = _SHOWN[plane]
    found = []
    for wanted in (right, down):
        axis = next(a for a, code in enumerate(codes) if code in (wanted, _OPPOSITE[wanted]))
        found.append((2 - axis, codes[axis] != wanted))
    (columns, against_columns), (rows, against_rows) = found
    return columns, rows, 3 - columns - rows, (against_columns, against_rows)


def _turned(
    cut: npt.NDArray[np.uint8], columns: int, rows: int, depth: int, against: tuple[bool, bool]
) -> npt.NDArray[np.uint8]:
    left = [axis for axis in (0, 1, 2) if axis != depth]
    picture = cut if left == [rows, columns] else cut.T
    if against[0]:
        picture = picture[:, ::-1]
    return picture[::-1] if against[1] else picture


def _pixel_mm(grid: Grid, columns: int, rows: int) -> tuple[float, float]:
    spacing = grid.spacing_mm[::-1]
    return spacing[columns], spacing[rows]


def _around(inside: npt.NDArray[np.uint8], pixel_mm: tuple[float, float]) -> tuple[slice, slice]:
    """Return the part of a picture that the brain fills, with a little room."""
    box = []
    for axis, mm in ((0, pixel_mm[1]), (1, pixel_mm[0])):
        line = np.flatnonzero(inside.any(axis=1 - axis))
        room = int(np.ceil(_MARGIN_MM / mm))
        first, last = (int(line[0]), int(line[-1])) if line.size else (0, inside.shape[axis] - 1)
        box.append(slice(max(first - room, 0), last + room + 1))
    return box[0], box[1]


def _outlines(cut: LabelArray, labels: LabelMap) -> tuple[tuple[Tissue, npt.NDArray[np.float64]], ...]:
    lines = []
    rows, columns = cut.shape
    for value, tissue in labels.scheme.values:
        generator = contourpy.contour_generator(
            x=np.arange(-1, columns + 1),
            y=np.arange(-1, rows + 1),
            z=np.pad((cut == value).astype(np.float64), 1),
        )
        lines += [(tissue, np.asarray(line, dtype=np.float64)) for line in generator.lines(0.5)]
    return tuple(lines)
