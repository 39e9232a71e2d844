"""Brain extraction by the atlas: its brain is bent onto the patient's, then its border settles where the images say.

1. The SRI24 head with skull is registered, affine and then deformable, to the patient's T1 and T1Gd at 2 mm, by LOCAL
   correlation: it looks at edges within 5 voxels, whatever the brightness, so neither shading nor a tumour's own signal
   pulls the border, and the deformation is smoothed so that a tumour cannot push it far. Only what all four fields of
   view cover counts.
2. The atlas's brain follows, as the signed distance to its surface.
3. The surface settles within some mm on all four contrasts (`brain_edge`).

Everything runs on one thread or in an order of its own: the same heads give the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import to_array, to_image
from fets_desktop.imaging.files import read_volume
from fets_desktop.imaging.resample import reference, resample_volume
from fets_desktop.imaging.rigid import to_itk
from fets_desktop.preprocess.brain_edge import distance_mm, settle
from fets_desktop.preprocess.engines import engine_versions, register_deformable, register_near
from fets_desktop.preprocess.memo import file_hash
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.progress import Progress, part
from fets_desktop.study.volume import Mask, Volume

VERSION = "1"
"""Grows with every change that changes voxels."""

LIKE_THE_ATLAS = (Contrast.T1, Contrast.T1GD)
_STEP = 2
_BLUR_VOXELS = 0.7
_MARGIN_MM = 16
_FAR_MM = 100.0
_DEEP_MM = 4
_FEWEST_COVERED = 0.3
_SMOOTH_VOXELS = (2.5, 1.0)

Float32 = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Effort:
    """Iterations per level of resolution (coarse to 2 mm); the defaults are the method itself.

    Attributes:
        place: Of the stripped atlas on the one with skull.
        affine: Of the atlas on the patient.
        deform: Of the deformation.
    """

    place: tuple[int, ...] = (40, 20)
    affine: tuple[int, ...] = (40, 0)
    deform: tuple[int, ...] = (100, 10)


class AtlasBrain:
    """A `MaskMaker`: the SRI24 atlas's brain, bent onto a patient and refined by the patient's images.

    Args:
        head: The SRI24 T1 atlas with skull, on the BraTS grid.
        stripped: The same without skull.
        effort: Fewer iterations than the method's own: for tests.
    """

    def __init__(self, head: Path, stripped: Path, effort: Effort | None = None) -> None:
        self._head = head
        self._stripped = stripped
        self._effort = effort or Effort()

    @property
    def id(self) -> str:
        """What distinguishes this brain extraction from any other: method, engines, effort, both atlas files."""
        engines = " ".join(f"{name} {number}" for name, number in sorted(engine_versions().items()))
        atlases = " ".join(file_hash(path) for path in (self._head, self._stripped))
        return f"atlas-brain {VERSION}; {engines}; {self._effort}; {atlases}"

    def __call__(self, volumes: Mapping[Contrast, Volume], progress: Progress) -> Mask:
        """Return the brain, `(155, 240, 240)`.

        Raises:
            StudyError: "registration-failed" if the images share too little or nothing fits.
            Cancelled: Through `progress`.
        """
        progress(0.0, "the atlas's own")
        head, brain = self._atlas
        box = _around(brain)
        heads = [np.asarray(volumes[contrast].array[box.slices], dtype=np.float32) for contrast in ALL_CONTRASTS]
        bent = self._bent(head, brain, box, heads, part(progress, 0.15, 0.7))
        progress(0.7, "its border")
        mask = np.zeros(BRATS_GRID.shape, dtype=np.bool_)
        mask[box.slices] = _whole(settle(bent, heads) & np.any([array > 0 for array in heads], axis=0))
        return mask

    @cached_property
    def _atlas(self) -> tuple[Float32, Mask]:
        """The head, and where the brain lies in it."""
        head = read_volume(self._head).array.astype(np.float32).clip(0)
        return head, brain_of_head(head, read_volume(self._stripped).array, self._effort.place)

    def _bent(self, head: Float32, brain: Mask, box: Box, heads: list[Float32], progress: Progress) -> Float32:
        """Return the signed distance to the atlas's brain as it lies in the patient, within the box."""
        progress(0.0, "placing the atlas")
        like = [heads[ALL_CONTRASTS.index(contrast)] for contrast in LIKE_THE_ATLAS]
        fixed = [_coarse(array, box) for array in like]
        where = _covered(heads, box)
        moving = _coarse(head, Box((0, 0, 0), BRATS_GRID.shape))
        affine = to_itk(register_near(fixed, moving, where, self._effort.affine))
        progress(0.2, "bending the atlas")
        near = sitk.Resample(moving, fixed[0], affine, sitk.sitkLinear, 0.0)
        field = register_deformable(fixed, near, where, self._effort.deform, _SMOOTH_VOXELS)
        progress(0.95, "taking its brain along")
        grid = _grid(box)
        fine = sitk.Resample(field, reference(grid), sitk.Transform(3, sitk.sitkIdentity), sitk.sitkLinear)
        move = sitk.CompositeTransform([affine, sitk.DisplacementFieldTransform(fine)])
        distance = to_image(distance_mm(brain), BRATS_GRID)
        return np.asarray(to_array(sitk.Resample(distance, reference(grid), move, sitk.sitkLinear, _FAR_MM)))


def brain_of_head(head: Float32, stripped: npt.NDArray[np.floating], iterations: tuple[int, ...]) -> Mask:
    """Return the brain where the atlas WITH skull has it, `(155, 240, 240)`.

    The two SRI24 files are one average in two places, 1.8 mm and half a degree apart. So the stripped one is registered
    to the other, rigidly, by local correlation amid the brain (where they then correlate by 0.999), and its outline
    moved along.

    Args:
        head: With skull, on the BraTS grid.
        stripped: Without; not positive outside the brain but for stray voxels.
        iterations: Per level of resolution, coarse to 2 mm.
    """
    whole = Box((0, 0, 0), BRATS_GRID.shape)
    solid = _whole(ndimage.binary_opening(stripped > 0))
    deep = distance_mm(solid) < -_DEEP_MM
    fixed, moving = _coarse(np.asarray(stripped, dtype=np.float32).clip(0), whole), _coarse(head, whole)
    to_head = register_near([fixed], moving, _coarse(deep.astype(np.float32), whole), iterations, rigid=True)
    back = to_itk(to_head).GetInverse()
    outline = resample_volume(Volume(solid.astype(np.float32), BRATS_GRID), BRATS_GRID, back)
    return np.asarray(outline.array > 0.5)


def _around(brain: Mask) -> Box:
    found = box_of(brain)
    start = tuple(edge - _MARGIN_MM for edge in found.start)
    stop = tuple(edge + _MARGIN_MM for edge in found.stop)
    (z0, y0, x0), (z1, y1, x1) = start, stop
    return Box((z0, y0, x0), (z1, y1, x1)).clipped(BRATS_GRID.shape)


def _grid(box: Box, step: int = 1) -> Grid:
    """Return the grid of every `step`-th voxel of a box in the BraTS grid."""
    z0, y0, x0 = box.start
    affine = BRATS_GRID.affine @ np.diag([step, step, step, 1.0])
    affine[:3, 3] = BRATS_GRID.to_ras([x0, y0, z0])
    z, y, x = (-(-n // step) for n in box.shape)
    return Grid.from_affine((z, y, x), affine)


def _coarse(array: Float32, box: Box) -> sitk.Image:
    """Return every second voxel of an array that fills the box, slightly blurred before."""
    smooth = ndimage.gaussian_filter(array, _BLUR_VOXELS)
    return to_image(np.ascontiguousarray(smooth[::_STEP, ::_STEP, ::_STEP]), _grid(box, _STEP))


def _covered(heads: list[Float32], box: Box) -> sitk.Image:
    """Return where all fields of view reach: outside them the resampled heads are exactly zero, air is rarely so."""
    here = np.ones([-(-n // _STEP) for n in box.shape], dtype=np.bool_)
    for array in heads:
        share = ndimage.uniform_filter((array > 0).astype(np.float32), 3)
        here &= share[::_STEP, ::_STEP, ::_STEP] > 0.5
    if here.mean() < _FEWEST_COVERED:
        raise StudyError("registration-failed", "The four images share too little of the head to find the brain.")
    return to_image(here.astype(np.float32), _grid(box, _STEP))


def _whole(mask: npt.NDArray[np.bool_]) -> Mask:
    """Return the largest piece, its holes filled."""
    pieces, count = ndimage.label(mask)
    if count == 0:
        return np.asarray(mask, dtype=np.bool_)
    sizes = np.bincount(pieces.ravel())
    sizes[0] = 0
    return np.asarray(ndimage.binary_fill_holes(pieces == int(sizes.argmax())), dtype=np.bool_)
