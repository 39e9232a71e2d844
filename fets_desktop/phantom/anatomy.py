"""The phantom's anatomy: the SRI24 atlas made into an individual, and the fractions of tissue in every voxel.

Source: SRI24 atlas, Rohlfing et al. 2010, Human Brain Mapping 31(5).
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import to_array, to_image
from fets_desktop.imaging.files import read_volume
from fets_desktop.imaging.resample import reference
from fets_desktop.phantom.cortex import reach_outline
from fets_desktop.phantom.smooth import Float32, Shape, ramp, smooth_noise
from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.grid import FloatArray, Grid
from fets_desktop.study.volume import Mask

MIDLINE_X = 119.0
"""The voxel column of the atlas between the hemispheres; the array's x grows towards the patient's left."""

_HEAD_LEVEL = 260.0
_WHOLE_FROM = 11
# The two SRI24 files do not lie in one place. Rigid registration (mutual information inside the brain; an affine one
# finds no scaling) gives this move, stripped -> with skull; the atlas with skull is what cases are registered to.
_MOVE_CENTRE_LPS = (119.0, -110.0, 75.0)
_MOVE_RADIANS = (0.0080, 0.0004, -0.0028)
_MOVE_LPS_MM = (0.368, -0.293, 1.814)
_MOVE_REACH = 6  # voxels; the move brings no point of the head farther than 4
_SCALE_SPREAD = 0.018
_WAVES_MM = ((34.0, 1.1), (16.0, 0.45))  # blob size, standard deviation of the displacement


class Side(StrEnum):
    """A hemisphere."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, eq=False)
class Atlas:
    """The atlas within the box around the head, all arrays `(z, y, x)` at 1 mm.

    Attributes:
        head: T1 with skull.
        brain: T1 skull-stripped, 0 outside; in its place within `head`, its cortex drawn out to its outline.
        mask: The brain.
        depth_mm: Distance to the brain's surface inside it, 0 outside.
        wm_level: Intensity of white matter in `brain`.
        box: Where these arrays stand in the atlas grid.
    """

    head: Float32
    brain: Float32
    mask: Mask
    depth_mm: Float32
    wm_level: float
    box: Box


@lru_cache(maxsize=2)
def load_atlas(atlas: Path, skullstripped: Path, brain_only: bool = False) -> Atlas:
    """Read both atlas files, cropped to the head or (quicker to work on) to the brain; the brain where the head has it.

    Raises:
        StudyError: "unreadable-image" or "not-3d".
    """
    head = read_volume(atlas).array.astype(np.float32).clip(0)
    # the atlas fades in its lowest slices, where not all of its people were scanned
    head[:_WHOLE_FROM] = head[_WHOLE_FROM]
    brain, mask = _stripped(skullstripped)
    margin = 4 if brain_only else 8
    found = box_of(mask if brain_only else ndimage.uniform_filter(head, 9) > _HEAD_LEVEL)
    box = found.grown(margin).clipped(mask.shape)
    head, brain, mask = (np.ascontiguousarray(a[box.slices]) for a in (head, np.where(mask, brain, 0), mask))
    depth_mm, wm_level = distance_mm(~mask).clip(0), float(np.percentile(brain[mask], 82))
    brain = reach_outline(brain / np.float32(wm_level), depth_mm) * np.float32(wm_level)
    return Atlas(head, brain, mask, depth_mm, wm_level, box)


def _stripped(path: Path) -> tuple[Float32, Mask]:
    """Read the skull-stripped atlas, moved to where the brain lies in the atlas with skull."""
    stripped = read_volume(path)
    move = sitk.Euler3DTransform()
    move.SetCenter(_MOVE_CENTRE_LPS)
    move.SetParameters((*_MOVE_RADIANS, *_MOVE_LPS_MM))
    back = move.GetInverse()
    solid = ndimage.binary_fill_holes(ndimage.binary_opening(stripped.array > 0))
    # splines are dear: they are laid where the brain can come to lie, which is less than half of the grid
    box = box_of(solid).grown(_MOVE_REACH).clipped(solid.shape)
    grid = reference(grid_of_box(stripped.grid, box))
    brain, mask = np.zeros(solid.shape, dtype=np.float32), np.zeros(solid.shape, dtype=np.bool_)
    intensity = sitk.Resample(to_image(stripped.array.clip(0), stripped.grid), grid, back, sitk.sitkBSpline, 0.0)
    share = sitk.Resample(to_image(solid.astype(np.float32), stripped.grid), grid, back, sitk.sitkLinear, 0.0)
    brain[box.slices], mask[box.slices] = to_array(intensity).clip(0), to_array(share) > 0.5
    return brain, mask


def grid_of_box(grid: Grid, box: Box) -> Grid:
    """Return the part of `grid` that lies in a box of its voxels."""
    affine = grid.affine
    affine[:3, 3] = grid.to_ras(box.start[::-1])
    return Grid.from_affine(box.shape, affine)


def distance_mm(mask: npt.NDArray[np.bool_]) -> Float32:
    """Return the distance to `mask` at 1 mm voxels: positive outside, negative inside."""
    image = sitk.GetImageFromArray(mask.astype(np.uint8))
    return np.asarray(sitk.GetArrayFromImage(sitk.SignedMaurerDistanceMap(image, False, False, False)))


def brain_fractions(brain: Float32, wm_level: float) -> tuple[Float32, Float32, Float32]:
    """Return the fractions of CSF, grey and white matter from the skull-stripped T1 intensity.

    Linear mixing between class centres, steepened a little: the atlas is an average and softer than one person.
    """
    level = brain / np.float32(wm_level)
    not_csf, wm = _steeper(level, 0.30, 0.62), _steeper(level, 0.70, 0.975)
    return 1 - not_csf, not_csf * (1 - wm), not_csf * wm


def _steeper(level: Float32, low: float, high: float) -> Float32:
    linear = np.clip((level - low) / (high - low), 0, 1)
    return np.asarray(0.5 * linear + 0.5 * ramp(linear, 0.1, 0.9), dtype=np.float32)


@dataclass(frozen=True)
class Mass:
    """How a growing tumour pushes tissue aside: as if a ball of `added_mm` radius had been blown up at `centre`."""

    centre: tuple[float, float, float]
    added_mm: float


def deformation(atlas: Atlas, mass: Mass, rng: np.random.Generator) -> Float32:
    """Return for every voxel of the patient where its tissue lies in the atlas: `(3, z, y, x)` voxel coordinates.

    A slight scaling, smooth waves and the tumour's mass effect. The rigid part (over the brain) is taken out, so the
    patient in this space IS where a perfect rigid registration to the atlas puts it.
    """
    shape: Shape = atlas.mask.shape
    axes = [np.arange(n, dtype=np.float32).reshape(e) for n, e in zip(shape, _EDGES, strict=True)]
    inside = np.argwhere(atlas.mask[::4, ::4, ::4]).astype(np.float64) * 4.0
    centre = np.asarray(inside.mean(axis=0), dtype=np.float64)
    moved = np.empty((3, *shape), dtype=np.float32)
    for d in range(3):
        moved[d] = (axes[d] - np.float32(centre[d])) * np.float32(rng.normal(0, _SCALE_SPREAD))
        for scale, spread in _WAVES_MM:
            moved[d] += smooth_noise(shape, scale, rng) * np.float32(spread)
    _push(moved, axes, atlas.depth_mm, mass)
    _take_out_rigid(moved, axes, inside, centre)
    for d in range(3):
        moved[d] += axes[d]
    return moved


_EDGES = ((-1, 1, 1), (1, -1, 1), (1, 1, -1))


def _push(moved: Float32, axes: list[Float32], depth_mm: Float32, mass: Mass) -> None:
    offset = [axis - np.float32(c) for axis, c in zip(axes, mass.centre, strict=True)]
    radius = np.sqrt(sum(o * o for o in offset)).clip(1e-3)
    # incompressible: r^3 = r0^3 + added^3; the skull does not give way
    before = np.cbrt((radius**3 - np.float32(mass.added_mm**3)).clip(0))
    share = (before / radius - 1) * ramp(depth_mm, 0.0, 14.0)
    for d in range(3):
        moved[d] += share * offset[d]


def _take_out_rigid(moved: Float32, axes: list[Float32], inside: FloatArray, centre: FloatArray) -> None:
    index = tuple(inside.astype(int).T)
    there = np.stack([moved[d][index] for d in range(3)], axis=1).astype(np.float64)
    shift, arm = there.mean(axis=0), inside - centre
    inertia = (arm**2).sum() * np.eye(3) - arm.T @ arm
    turn = np.linalg.solve(inertia, np.cross(arm, there).sum(axis=0))
    arms = [axis - np.float32(c) for axis, c in zip(axes, centre, strict=True)]
    for d, (e, f) in enumerate(((1, 2), (2, 0), (0, 1))):
        moved[d] -= np.float32(shift[d]) + np.float32(turn[e]) * arms[f] - np.float32(turn[f]) * arms[e]


def warp(array: npt.NDArray[np.floating], where: Float32) -> Float32:
    """Sample `array` linearly at voxel coordinates `(3, z, y, x)`; beyond the edge the edge goes on."""
    return np.asarray(ndimage.map_coordinates(array, where, order=1, mode="nearest", output=np.float32))
