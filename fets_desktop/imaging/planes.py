"""Pictures of three planes: grey images, a checkerboard of two, edges of one over another, a mask's outline.

A plane is a `(y, x)` array at 1 mm as a radiologist hangs it: axial, coronal, sagittal; the patient's right is on the
left, anterior and superior are up, the sagittal plane looks to the left.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.convert import to_array
from fets_desktop.imaging.late import late
from fets_desktop.imaging.pictures import grey
from fets_desktop.imaging.rigid import to_itk
from fets_desktop.study.grid import Affine

ndimage = late("scipy.ndimage")

Pixels = npt.NDArray[np.uint8]
Planes = list[npt.NDArray[np.float32]]

ACCENT = (255, 176, 59)
CENTRE = (72, 128, 119)
"""The voxel (z, y, x) of the atlas grid through which pictures are cut: amid the brain."""

_WARM = np.array([1.0, 0.5, 0.0], dtype=np.float32)
"""The share of red, green and blue that the fixed image has; the moving one has the rest."""
_SQUARE_MM = 24
_GAP = 2
_TILE = 240
_EDGES_PERCENTILE = 70
_BRIGHTEST_PERCENTILE = 97.0


def cut(array: npt.NDArray[Any], centre: tuple[int, int, int] = CENTRE) -> Planes:
    """Cut a `(z, y, x)` array on an upright 1 mm LPS grid."""
    z, y, x = centre
    return [np.asarray(plane, dtype=np.float32) for plane in (array[z], array[::-1, y], array[::-1, :, x])]


def cut_native(image: sitk.Image) -> Planes:
    """Cut a native volume upright through its middle, 240 mm wide."""
    middle = np.array(image.TransformContinuousIndexToPhysicalPoint([(n - 1) / 2 for n in image.GetSize()]))
    cube = sitk.Image([_TILE, _TILE, _TILE], sitk.sitkUInt8)
    cube.SetOrigin([float(c) for c in middle - _TILE / 2])
    return cut_moved(image, np.eye(4), cube, (_TILE // 2, _TILE // 2, _TILE // 2))


def cut_moved(
    image: sitk.Image, matrix: Affine, reference: sitk.Image, centre: tuple[int, int, int] = CENTRE
) -> Planes:
    """Cut a volume as it lies on an upright 1 mm LPS reference.

    Args:
        image: The volume.
        matrix: Maps RAS+ points of the reference to points of the volume.
        reference: Only its grid counts.
        centre: Voxel (z, y, x) of the reference through which the planes go.
    """
    z, y, x = centre
    slabs = (reference[:, :, z : z + 1], reference[:, y : y + 1, :], reference[x : x + 1, :, :])
    axial, coronal, sagittal = (
        to_array(sitk.Resample(image, slab, to_itk(matrix), sitk.sitkLinear, 0.0, sitk.sitkFloat32)) for slab in slabs
    )
    return [axial[0], coronal[::-1, 0], sagittal[::-1, :, 0]]


def grey_tiles(planes: Planes, brain_only: bool = False) -> list[Pixels]:
    """Return planes in grey, with one window for all of them; `brain_only` says that there is no scalp."""
    return [_rgb(plane) for plane in _windowed(planes, 100.0 if brain_only else _BRIGHTEST_PERCENTILE)]


def checkerboard(one: Planes, other: Planes) -> list[Pixels]:
    """Return two images in alternating squares: where edges run on, they fit."""
    tiles = []
    for a, b in zip(_windowed(one), _windowed(other), strict=True):
        rows, columns = np.indices(a.shape) // _SQUARE_MM
        tiles.append(_rgb(np.where((rows + columns) % 2 == 0, a, b)))
    return tiles


def edges_over(fixed: Planes, moving: Planes) -> list[Pixels]:
    """Return `moving` with the strong edges of `fixed` drawn over it."""
    tiles = grey_tiles(moving)
    slopes = [ndimage.gaussian_gradient_magnitude(plane, 1.2) for plane in _windowed(fixed)]
    steep = np.concatenate([slope[slope > 1.0] for slope in slopes])
    limit = float(np.percentile(steep, _EDGES_PERCENTILE)) if steep.size else np.inf
    for tile, slope in zip(tiles, slopes, strict=True):
        crests = [slope >= ndimage.maximum_filter1d(slope, 3, axis=axis) for axis in (0, 1)]
        tile[(crests[0] | crests[1]) & (slope > limit)] = ACCENT
    return tiles


def tinted(fixed: Planes, moving: Planes) -> list[Pixels]:
    """Return `fixed` in orange and `moving` in blue, added up: where both agree, the picture is grey."""
    tiles = []
    for a, b in zip(_windowed(fixed), _windowed(moving), strict=True):
        both = a[..., None] * _WARM + b[..., None] * (1.0 - _WARM)
        tiles.append(np.asarray(both.clip(0, 255), dtype=np.uint8))
    return tiles


def outlined(planes: Planes, mask: Planes) -> list[Pixels]:
    """Return an image with a mask's outline drawn over it."""
    tiles = grey_tiles(planes)
    for tile, inside in zip(tiles, mask, strict=True):
        tile[(inside > 0) & ~ndimage.binary_erosion(inside > 0)] = ACCENT
    return tiles


def board(rows: Sequence[Sequence[Pixels]]) -> Pixels:
    """Set tiles `(y, x, 3)` into rows on black, each in the middle of a square of its own."""
    height = max(_TILE, *(tile.shape[0] for row in rows for tile in row))
    width = max(_TILE, *(tile.shape[1] for row in rows for tile in row))
    columns = max(len(row) for row in rows)
    sheet = np.zeros((len(rows) * (height + _GAP) - _GAP, columns * (width + _GAP) - _GAP, 3), dtype=np.uint8)
    for r, row in enumerate(rows):
        for c, tile in enumerate(row):
            y = r * (height + _GAP) + (height - tile.shape[0]) // 2
            x = c * (width + _GAP) + (width - tile.shape[1]) // 2
            sheet[y : y + tile.shape[0], x : x + tile.shape[1]] = tile
    return sheet


def _windowed(planes: Planes, brightest: float = _BRIGHTEST_PERCENTILE) -> Planes:
    # the scalp's fat is twice as bright as any brain, and nobody looks at it
    values = np.concatenate([plane.ravel() for plane in planes])
    inside = values[values > 0]
    ceiling = float(np.percentile(inside, brightest)) if inside.size else 1.0
    shades = grey(np.minimum(values, ceiling)).astype(np.float32)
    ends = np.cumsum([plane.size for plane in planes])[:-1]
    return [part.reshape(plane.shape) for part, plane in zip(np.split(shades, ends), planes, strict=True)]


def _rgb(tile: npt.NDArray[np.float32]) -> Pixels:
    return np.repeat(np.asarray(tile, dtype=np.uint8)[..., None], 3, axis=2)
