"""Between our volumes (RAS+, `(z, y, x)`) and SimpleITK images (LPS)."""

from typing import Any

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.study.grid import Grid

_RAS_LPS = np.diag([-1.0, -1.0, 1.0])


def grid_of(image: sitk.Image) -> Grid:
    """Return the grid of a 3-D SimpleITK image."""
    direction = np.array(image.GetDirection()).reshape(3, 3)
    affine = np.eye(4)
    affine[:3, :3] = _RAS_LPS @ (direction * np.array(image.GetSpacing()))
    affine[:3, 3] = _RAS_LPS @ np.array(image.GetOrigin())
    x, y, z = image.GetSize()
    return Grid.from_affine((z, y, x), affine)


def to_image(array: npt.NDArray[Any], grid: Grid) -> sitk.Image:
    """Return a SimpleITK image with the voxels of a `(z, y, x)` array (copied) on `grid`.

    bool becomes uint8. Shears in the affine are not representable; the nearest rotation is used.
    """
    if array.dtype == np.bool_:
        array = array.astype(np.uint8)
    return with_grid(sitk.GetImageFromArray(array), grid)


def with_grid(image: sitk.Image, grid: Grid) -> sitk.Image:
    """Return an image with the same voxels whose header says `grid`, as every image made by `to_image` says it."""
    image = sitk.Image(image)
    spacing = np.array(grid.spacing_mm)
    directions = _RAS_LPS @ grid.affine[:3, :3] / spacing
    u, _, vt = np.linalg.svd(directions)
    image.SetSpacing([float(s) for s in spacing])
    image.SetDirection((u @ vt).ravel().tolist())
    image.SetOrigin((_RAS_LPS @ grid.affine[:3, 3]).tolist())
    return image


def to_array(image: sitk.Image) -> npt.NDArray[Any]:
    """Return the voxels as a C-ordered `(z, y, x)` array of their own."""
    return np.asarray(sitk.GetArrayFromImage(image))
