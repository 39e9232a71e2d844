"""Take the face out of a head: what lies in front of and below the brain, and the ears, becomes zero.

The region is fixed in SRI24 atlas space and brought to each image by the inverse of its own registration. Three borders
make it, read from the atlas:

- the plane that leans on the brain's underside from the frontal lobe to the foot of the cerebellum (the idea of
  Schimke and Hale 2011, "Quickshear"): all in front of and below it, so brow, eyes, nose, mouth, jaw and throat;
- the ears: what lies more than 74 mm from the midline, behind the plane, up to the height of the orbits.

The patient's own brain, 5 mm wider than its mask, is never touched, wherever the region falls. What remains is the
vault of the skull with scalp and hair line, the back of the head and the neck behind the plane: a head that is hard to
know again, not one that cannot be.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.resample import resample_volume
from fets_desktop.imaging.rigid import read_matrix, to_itk
from fets_desktop.preprocess.inverse import points_to_atlas
from fets_desktop.preprocess.names import both_ways
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import BRATS_GRID, Affine, FloatArray, Grid
from fets_desktop.study.volume import Mask, Volume

_UNDERSIDE = ((52.0, 55.0), (144.0, 5.0))
"""Voxels (y, z) of the atlas: two corners of the convex hull of its brain as seen from the side."""
_MIDLINE_X, _EAR_X_MM = 119.5, 74.0
_EAR_Y, _EAR_BELOW_Z = (95.0, 170.0), 60.0
_SPARED_MM = 5


def deface(
    volume: Volume, brain: Mask, contrast: Contrast | None = None, transforms: Mapping[str, Path] | None = None
) -> Volume:
    """Return the image with zeros where the face and the ears are; all other voxels keep their bytes.

    Args:
        volume: A head, in its native space, or in atlas space if no contrast is given.
        brain: The patient's brain in atlas space, `(155, 240, 240)`.
        contrast: Whose native space it is.
        transforms: `Prepared.transforms`, or the same names from the store.

    Raises:
        StudyError: "wrong-grid" if the brain does not stand on the atlas grid; "step-failed" if a transform is missing.
    """
    if brain.shape != BRATS_GRID.shape:
        raise StudyError("wrong-grid")
    spared = _spared(brain, volume.grid, contrast, transforms or {})
    array = np.where(face_region(volume.grid, contrast, transforms) & ~spared, volume.array.dtype.type(0), volume.array)
    return Volume(array, volume.grid)


def face_region(grid: Grid, contrast: Contrast | None = None, transforms: Mapping[str, Path] | None = None) -> Mask:
    """Return where face and ears are, `(z, y, x)`, on a native grid or on one of atlas space; the brain is not spared.

    Raises:
        StudyError: "step-failed" if a transform is missing.
    """
    to_atlas = _atlas_voxels(grid, contrast, transforms or {})
    y, x = np.ogrid[: grid.shape[1], : grid.shape[2]]
    region = np.empty(grid.shape, dtype=np.bool_)
    for k in range(grid.shape[0]):  # slice by slice: three coordinates of every voxel would be gigabytes
        right, ahead, up = (row[0] * x + row[1] * y + (row[2] * k + row[3]) for row in to_atlas)
        region[k] = _is_face(right, ahead, up)
    return region


def _is_face(right: FloatArray, ahead: FloatArray, up: FloatArray) -> Mask:
    """Judge points by their voxel coordinates x, y, z in the atlas."""
    (y0, z0), (y1, z1) = _UNDERSIDE
    face = up < z0 + (ahead - y0) * ((z1 - z0) / (y1 - y0))
    aside = np.abs(right - _MIDLINE_X) > _EAR_X_MM
    ears = aside & (ahead > _EAR_Y[0]) & (ahead < _EAR_Y[1]) & (up < _EAR_BELOW_Z)
    return np.asarray(face | ears, dtype=np.bool_)


def _atlas_voxels(grid: Grid, contrast: Contrast | None, transforms: Mapping[str, Path]) -> Affine:
    """Return the `(3, 4)` affine from voxels (x, y, z) of a grid to voxels (x, y, z) of the atlas."""
    corners = np.vstack([np.zeros(3), np.eye(3)])
    points = grid.to_ras(corners)
    if contrast is not None:
        points = points_to_atlas(points, contrast, transforms)
    voxels = BRATS_GRID.to_index(points)
    return np.column_stack([*(voxels[1:] - voxels[0]), voxels[0]])


def _spared(brain: Mask, grid: Grid, contrast: Contrast | None, transforms: Mapping[str, Path]) -> Mask:
    """Return the brain and what lies near it on another grid; every voxel that touches it counts."""
    near = _distance_mm(brain) <= _SPARED_MM
    if contrast is None and grid.matches(BRATS_GRID):
        return np.asarray(near, dtype=np.bool_)
    transform = to_itk(read_matrix(_path(transforms, both_ways(contrast)[1]))) if contrast is not None else None
    share = resample_volume(Volume(near.astype(np.float32), BRATS_GRID), grid, transform)
    return np.asarray(share.array > 0, dtype=np.bool_)


def _path(transforms: Mapping[str, Path], name: str) -> Path:
    if name not in transforms:
        raise StudyError("step-failed", f"The transform {name} is missing; prepare the case again.")
    return transforms[name]


def _distance_mm(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.float32]:
    """Return the distance to a mask's surface at 1 mm voxels: positive outside, negative inside."""
    image = sitk.GetImageFromArray(mask.astype(np.uint8))
    return np.asarray(sitk.GetArrayFromImage(sitk.SignedMaurerDistanceMap(image, False, False, True)), dtype=np.float32)
