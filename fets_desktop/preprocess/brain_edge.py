"""Where exactly the brain ends: a surface that is roughly right settles on the images.

Along the normal of every surface voxel, the border is put where it parts the patient's own brain-like voxels from the
outside-like ones best; neighbours decide together and a move costs the more, the longer it is. Nothing but the surface
moves, so a ventricle, a cyst or a tumour deep inside is never a hole. A move inward costs more than one outward: a
tumour at the skull looks strange too, and what the rough surface leaves out of it has to come back. What brain looks
like is learnt beside the surface, anew in every round: that mends what is off here and there, not a surface that is
off by millimetres everywhere.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.study.volume import Mask

_REACH_MM, _STEP_MM = 7.0, 0.5
_USUAL_IN_MM, _USUAL_OUT_MM = 1.2, 3.0
_ROUNDS = 2
_TOGETHER_MM = 4.0
_EVEN_MM = 2.0
_NORMAL_MM = 1.5
_BLUR_VOXELS = 0.6
_BINS = 16
_NEAR_MM = 14.0
_SURE_MM = 0.5
_SHELL_MM = 6.0
_MOVES_MM = 12.0
_CELL = 2
_BELIEF = 2.0
_DOUBT = 1.0
"""Nats by which a voxel must look more like brain: blur and sampling let the border run outward otherwise."""

Float32 = npt.NDArray[np.float32]
Float64 = npt.NDArray[np.float64]


def distance_mm(mask: npt.NDArray[np.bool_]) -> Float32:
    """Return the distance to a mask's surface at 1 mm voxels: positive outside, negative inside."""
    image = sitk.GetImageFromArray(mask.astype(np.uint8))
    return np.asarray(sitk.GetArrayFromImage(sitk.SignedMaurerDistanceMap(image, False, False, True)), dtype=np.float32)


def settle(distance: Float32, images: Sequence[Float32]) -> Mask:
    """Return the brain within the surface after it has settled.

    Args:
        distance: Signed distance to the rough surface in mm, `(z, y, x)` at 1 mm, negative inside.
        images: The contrasts, on the same voxels; any brightness.
    """
    points = np.argwhere(np.abs(distance) <= 0.5)
    known, found = distance, np.asarray(distance < 0)
    if not len(points):
        return found
    surface, shifts = _Surface(points, distance.shape), np.arange(-_REACH_MM, _REACH_MM + _STEP_MM / 2, _STEP_MM)
    for _ in range(_ROUNDS):
        gains = _gains(distance, _likeness(known, images), points, shifts)
        together = np.stack([surface.mean_at(gain, _TOGETHER_MM) for gain in gains])
        moves = surface.everywhere(shifts[together.argmax(axis=0)], _EVEN_MM)
        found = np.asarray(np.where(np.abs(distance) < _MOVES_MM, distance - moves, distance) < 0)
        known = distance_mm(found)
    return found


def _likeness(distance: Float32, images: Sequence[Float32]) -> Float32:
    """Return by how many nats every voxel looks like the inside rather than like the shell around it.

    Learnt from this patient, from the joint histogram of all contrasts in bins of equal count.
    """
    near = distance < _NEAR_MM
    code = np.zeros(distance.shape, dtype=np.int32)
    for image in images:
        smooth = ndimage.gaussian_filter(image, _BLUR_VOXELS)
        edges = np.quantile(smooth[near], np.linspace(0, 1, _BINS + 1)[1:-1])
        code = code * _BINS + np.searchsorted(edges, smooth).astype(np.int32)
    shape = (_BINS,) * len(images)
    inside = _density(code[distance < -_SURE_MM], shape)
    shell = _density(code[(distance > _SURE_MM) & (distance < _SHELL_MM)], shape)
    nats = np.log((inside + 1e-6) / (shell + 1e-6)) - _DOUBT
    return np.asarray(nats.clip(-_BELIEF, _BELIEF).ravel()[code], dtype=np.float32)


def _density(codes: npt.NDArray[np.int32], shape: tuple[int, ...]) -> Float64:
    counts = np.bincount(codes, minlength=int(np.prod(shape))).reshape(shape).astype(np.float64)
    smooth = ndimage.gaussian_filter(counts, 1.0, mode="nearest")
    return np.asarray(smooth / max(smooth.sum(), 1.0))


def _gains(distance: Float32, likeness: Float32, points: npt.NDArray[np.int64], shifts: Float64) -> Float64:
    """Return what is gained by moving each surface point outward by each shift, `(shifts, points)`."""
    smooth = ndimage.gaussian_filter(distance, _NORMAL_MM)
    slope = np.stack([np.gradient(smooth, axis=axis) for axis in range(3)])
    slope /= np.maximum(np.linalg.norm(slope, axis=0), 1e-6)
    index = tuple(points.T)
    normals = slope[:, index[0], index[1], index[2]]
    foot = points.T - normals * distance[index]
    profile = np.stack(
        [ndimage.map_coordinates(likeness, foot + shift * normals, order=1, mode="nearest") for shift in shifts]
    )
    gains = np.cumsum(profile, axis=0, dtype=np.float64) * _STEP_MM
    gains -= gains[len(shifts) // 2]
    usual = np.where(shifts < 0, _USUAL_IN_MM, _USUAL_OUT_MM)
    return np.asarray(gains - 2.0 * ((shifts / usual) ** 2)[:, None])


class _Surface:
    """Averages of what is known at surface points, in cells of 2 mm."""

    def __init__(self, points: npt.NDArray[np.int64], shape: tuple[int, ...]) -> None:
        self._shape = shape
        self._cells = tuple(n // _CELL + 1 for n in shape)
        self._cell = np.ravel_multi_index(tuple((points // _CELL).T), self._cells)
        self._count = self._gathered(np.ones(len(points)))

    def mean_at(self, values: Float64, width_mm: float) -> Float64:
        """Return the Gaussian-weighted mean of the neighbours at every point."""
        there = self._blurred(self._gathered(values), width_mm).ravel()[self._cell]
        return np.asarray(there / self._blurred(self._count, width_mm).ravel()[self._cell])

    def everywhere(self, values: Float64, width_mm: float) -> Float32:
        """Return such a mean at every voxel; far from the surface a wider one takes over."""
        total, count = self._gathered(values), self._count
        share = self._fading(total, width_mm) / (self._fading(count, width_mm) + 1e-9)
        fine = ndimage.zoom(share, _CELL, order=1, grid_mode=True, mode="nearest")
        z, y, x = self._shape
        return np.asarray(fine[:z, :y, :x], dtype=np.float32)

    def _gathered(self, values: Float64) -> Float64:
        sums = np.bincount(self._cell, weights=values, minlength=int(np.prod(self._cells)))
        return np.asarray(sums.reshape(self._cells))

    def _fading(self, cells: Float64, width_mm: float) -> Float64:
        return self._blurred(cells, width_mm) + 1e-3 * self._blurred(cells, 4 * width_mm)

    @staticmethod
    def _blurred(cells: Float64, width_mm: float) -> Float64:
        return np.asarray(ndimage.gaussian_filter(cells, width_mm / _CELL))
