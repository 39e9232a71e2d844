"""Pictures of three planes: grey images, a checkerboard of two, edges of one over another, a mask's outline."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import to_array
from fets_desktop.imaging.pictures import grey

Pixels = npt.NDArray[np.uint8]
Float32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

ACCENT = (255, 176, 59)
_SQUARE_MM = 24
_GAP = 2
_TILE = 240

UPRIGHT_MIDDLE = (120, 120, 120)
"""The middle voxel of what `upright` returns."""


def upright(image: sitk.Image) -> Float32:
    """Cut a cube of 240 mm around a native volume's middle, 1 mm, LPS: for pictures only."""
    middle = np.array(image.TransformContinuousIndexToPhysicalPoint([(n - 1) / 2 for n in image.GetSize()]))
    cut = sitk.Resample(
        image,
        [_TILE] * 3,
        sitk.Transform(3, sitk.sitkIdentity),
        sitk.sitkLinear,
        [float(c) for c in middle - _TILE / 2],
        [1.0] * 3,
        np.eye(3).ravel().tolist(),
        0.0,
        sitk.sitkFloat32,
    )
    return np.asarray(to_array(cut), dtype=np.float32)


def three_planes(array: npt.NDArray[np.float32], centre: tuple[int, int, int]) -> list[Float32]:
    """Cut a `(z, y, x)` array on an upright 1 mm LPS grid: axial, coronal, sagittal, as a radiologist hangs them.

    The patient's right is on the left, anterior and superior are up; the sagittal plane looks to the left.
    """
    z, y, x = centre
    return [array[z], array[::-1, y], array[::-1, :, x]]


def grey_tiles(array: Float32, centre: tuple[int, int, int]) -> list[Pixels]:
    """Return the three planes of an image in grey, with one window for all of them."""
    return [_rgb(tile) for tile in three_planes(_window(array), centre)]


def checkerboard(one: Float32, other: Float32, centre: tuple[int, int, int]) -> list[Pixels]:
    """Return the three planes of two images in alternating squares: where edges run on, they fit."""
    tiles = []
    for a, b in zip(three_planes(_window(one), centre), three_planes(_window(other), centre), strict=True):
        rows, columns = np.indices(a.shape) // _SQUARE_MM
        tiles.append(_rgb(np.where((rows + columns) % 2 == 0, a, b)))
    return tiles


def edges_over(fixed: Float32, moving: Float32, centre: tuple[int, int, int]) -> list[Pixels]:
    """Return the three planes of `moving` with the strong edges of `fixed` drawn over it."""
    tiles = grey_tiles(moving, centre)
    steepness = ndimage.gaussian_gradient_magnitude(_window(fixed).astype(np.float32), 1.5)
    limit = float(np.percentile(steepness[steepness > 1.0], 88)) if (steepness > 1.0).any() else np.inf
    for tile, edge in zip(tiles, three_planes(steepness, centre), strict=True):
        ridge = (edge > limit) & (edge >= 0.98 * ndimage.maximum_filter(edge, 3))
        tile[ridge] = ACCENT
    return tiles


def outlined(array: Float32, mask: Mask, centre: tuple[int, int, int]) -> list[Pixels]:
    """Return the three planes of an image with a mask's outline drawn over it."""
    tiles = grey_tiles(array, centre)
    for tile, inside in zip(tiles, three_planes(mask.astype(np.float32), centre), strict=True):
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


def _window(array: Float32) -> Float32:
    return grey(array).astype(np.float32)


def _rgb(tile: Float32) -> Pixels:
    return np.repeat(np.asarray(tile, dtype=np.uint8)[..., None], 3, axis=2)
