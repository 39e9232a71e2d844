"""Brain extraction by a network: each contrast is asked in 1.5 mm voxels, and their answers are averaged.

The network is one of HD-BET's five (Isensee et al. 2019, Human Brain Mapping 40:4952), in INT8 through OpenVINO; it was
trained on patients with tumours and takes any of the four contrasts. `installers/convert_brain.py` made the file.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import openvino as ov
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import to_array, to_image
from fets_desktop.imaging.resample import reference
from fets_desktop.segment.filled_up import fill_up
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.modelfile import read_model
from fets_desktop.study.progress import Progress
from fets_desktop.study.volume import Mask, Volume

SPACING_MM = 1.5
MULTIPLE = 16
VERSION = "1"
"""Grows with every change that changes voxels."""
_OPTIONS = {
    "INFERENCE_PRECISION_HINT": "f32",
    "PERFORMANCE_HINT": "LATENCY",
    "ENABLE_CPU_PINNING": False,
    # with two threads single voxels of the mask differ from those of one, and how many a case gets is chance
    "INFERENCE_NUM_THREADS": 1,
}
_MARGIN = 6
_HEAD_SHARE = 0.08
_THRESHOLD = 0.5

Float32 = npt.NDArray[np.float32]


class BrainNetwork:
    """A `preprocess.step.MaskMaker`: the brain as a network sees it in some of the four contrasts.

    Args:
        path: A `.fetsmodel` of the family "hd-bet".
        contrasts: Whose answers are averaged.

    Raises:
        StudyError: "bad-model".
    """

    def __init__(self, path: Path, contrasts: Sequence[Contrast] = ALL_CONTRASTS) -> None:
        content = read_model(path)
        if content.card.family != "hd-bet":
            raise StudyError("bad-model", "It does not find brains.")
        self._id = hashlib.sha256(content.xml + content.weights).hexdigest()
        try:
            self._model = ov.Core().read_model(content.xml, content.weights)
            fill_up(self._model)  # half of the network's time, and no bit of its answer
        except RuntimeError as error:
            raise StudyError("bad-model", "Its network is damaged.") from error
        self._contrasts = tuple(contrasts)

    @property
    def id(self) -> str:
        """What distinguishes this brain extraction from any other: method, network, contrasts."""
        return f"brain-network {VERSION}; {self._id}; {' '.join(self._contrasts)}"

    def __call__(self, volumes: Mapping[Contrast, Volume], progress: Progress) -> Mask:
        """Return the brain on the volumes' grid, `(z, y, x)`.

        Args:
            volumes: Heads with skull on one grid.
            progress: Told how far it is.

        Raises:
            StudyError: "step-failed" if there is no head, or no brain is seen in it.
            Cancelled: Through `progress`.
        """
        images, fine, grid = _coarse_images(volumes[contrast] for contrast in self._contrasts)
        box = _around_heads(images)
        compiled = self._compiled(box)
        found = np.zeros(grid.shape, dtype=np.float32)
        for number, (contrast, image) in enumerate(zip(self._contrasts, images, strict=True)):
            progress(number / len(images), f"looking at {contrast}")
            found[box.slices] += self._seen(compiled, z_scored(image), box) / len(images)
        progress(1.0, "its border")
        return _whole(_resampled(found, grid, fine) > _THRESHOLD)

    def _compiled(self, box: Box) -> ov.CompiledModel:
        """Fix the edges: free ones would take more memory."""
        self._model.reshape([1, 1, *(edge + -edge % MULTIPLE for edge in box.shape)])
        return ov.Core().compile_model(self._model, "CPU", _OPTIONS)

    @staticmethod
    def _seen(compiled: ov.CompiledModel, scored: Float32, box: Box) -> Float32:
        """Return the probability of brain in the box."""
        found = compiled(padded(scored, box)[None, None])[0][0, 0]
        if not np.isfinite(found).all():
            raise StudyError("bad-model", "It gives values that are no numbers.")
        depth, height, width = box.shape
        return np.asarray(found[:depth, :height, :width], dtype=np.float32)


def network_inputs(volumes: Sequence[Volume]) -> list[Float32]:
    """Return what the network sees of the heads of one patient, `(z, y, x)` each: for calibration and tests."""
    images, _, _ = _coarse_images(volumes)
    box = _around_heads(images)
    return [padded(z_scored(image), box) for image in images]


def _coarse_images(volumes: Iterable[Volume]) -> tuple[list[Float32], Grid, Grid]:
    """Return images of 1.5 mm, the grid of the volumes and that of the images; each volume is let go of at once."""
    images: list[Float32] = []
    for volume in volumes:
        fine, grid = volume.grid, _coarse(volume.grid)
        images.append(_resampled(volume.array, fine, grid))
    return images, fine, grid


def z_scored(image: Float32) -> Float32:
    """Return an image with mean 0 and deviation 1 over all its voxels, air included, as the authors trained it."""
    return np.asarray((image - image.mean()) / max(float(image.std()), 1e-6), dtype=np.float32)


def padded(scored: Float32, box: Box) -> Float32:
    """Cut the box out and fill it up with air to edges that are multiples of 16."""
    cut = scored[box.slices]
    return np.pad(cut, [(0, -edge % MULTIPLE) for edge in cut.shape], constant_values=float(scored.min()))


def _around_heads(images: Sequence[Float32]) -> Box:
    """Return the box, with some margin, of whatever is not air in one of the images."""
    bright = [image > _HEAD_SHARE * float(np.percentile(image, 99)) for image in images]
    head = ndimage.binary_opening(np.any(bright, axis=0), iterations=2)
    if not head.any():
        raise StudyError("step-failed", "No head is to be seen.")
    found = box_of(head)
    (z0, y0, x0), (z1, y1, x1) = found.start, found.stop
    box = Box((z0 - _MARGIN, y0 - _MARGIN, x0 - _MARGIN), (z1 + _MARGIN, y1 + _MARGIN, x1 + _MARGIN))
    return box.clipped(images[0].shape)


def _resampled(array: npt.NDArray[np.floating], grid: Grid, target: Grid) -> Float32:
    nothing = sitk.Transform(3, sitk.sitkIdentity)
    image = sitk.Resample(to_image(array, grid), reference(target), nothing, sitk.sitkLinear, 0.0, sitk.sitkFloat32)
    return np.asarray(to_array(image), dtype=np.float32)


def _coarse(grid: Grid) -> Grid:
    """Return the grid of the same place in voxels of 1.5 mm."""
    shape = tuple(
        max(1, round(n * mm / SPACING_MM)) for n, mm in zip(grid.shape, reversed(grid.spacing_mm), strict=True)
    )
    scale = [SPACING_MM / mm for mm in grid.spacing_mm]
    z, y, x = shape
    return Grid.from_affine((z, y, x), grid.affine @ np.diag([*scale, 1.0]))


def _whole(mask: npt.NDArray[np.bool_]) -> Mask:
    """Return the largest piece, its holes filled."""
    around = box_of(mask).slices  # all else is air
    pieces, count = ndimage.label(mask[around])
    if count == 0:
        raise StudyError("step-failed", "No brain is to be seen.")
    sizes = np.bincount(pieces.ravel())
    sizes[0] = 0
    whole = np.zeros(mask.shape, dtype=np.bool_)
    whole[around] = ndimage.binary_fill_holes(pieces == int(sizes.argmax()))
    return whole
