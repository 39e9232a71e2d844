"""Make the phantom: a seeded glioma patient as a scanner would deliver it, with the truth known."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from fets_desktop.imaging.files import write_array
from fets_desktop.phantom.anatomy import Atlas, Side, load_atlas
from fets_desktop.phantom.patient import Patient, make_patient
from fets_desktop.phantom.scanner import (
    PROTOCOLS,
    Site,
    acquire,
    acquire_labels,
    acquire_mask,
    draw_grid,
    draw_motion,
    draw_site,
    expose,
)
from fets_desktop.phantom.smooth import Float32
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import BRATS_GRID, Affine, Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.progress import Progress, part, silent
from fets_desktop.study.volume import LabelMap, Mask, Volume

Scalar = TypeVar("Scalar", bound=np.generic)

_NECK_MM = 45
_FIELD_SHIFT_MM = np.array([0.0, 4.0, -2.0])  # the field of view is centred on the head rather than on the brain
_PATIENT_DEGREES, _PATIENT_MM = 5.0, 7.0
_SERIES_DEGREES, _SERIES_MM = 4.0, 6.0


@dataclass(frozen=True, eq=False)
class Phantom:
    """A patient who never lived: four series as acquired, and what is true about them.

    Attributes:
        volumes: By contrast, on the native grid, with skull, shading and noise; whole numbers 0..4095.
        truth: By contrast, the tumour on the same native grid, BRATS_2021.
        atlas_labels: The tumour in SRI24 atlas space, BRATS_2021.
        brain_masks: By contrast, the brain on the native grid.
        to_atlas: By contrast, the rigid `(4, 4)` transform, native RAS mm -> atlas RAS mm. The anatomy differs
            from the atlas by a deformation without rigid part, so this is what a perfect rigid registration finds.
        seed: The seed.
        side: The tumour's hemisphere.
        atlas_brain: The brain in atlas space `(155, 240, 240)`.
    """

    volumes: dict[Contrast, Volume]
    truth: dict[Contrast, LabelMap]
    atlas_labels: LabelMap
    brain_masks: dict[Contrast, Mask]
    to_atlas: dict[Contrast, Affine]
    seed: int
    side: Side
    atlas_brain: Mask


def make_phantom(
    atlas: Path, skullstripped: Path, seed: int, progress: Progress = silent, side: Side | None = None
) -> Phantom:
    """Make a phantom; the same seed gives the same voxels.

    Args:
        atlas: The SRI24 T1 atlas with skull, on the BraTS grid.
        skullstripped: The same without skull.
        seed: Any whole number from 0: another patient, tumour, scanner and position each.
        progress: Told how far it is.
        side: Hemisphere of the tumour; None leaves it to chance.

    Raises:
        StudyError: "unreadable-image" or "not-3d" if an atlas file is damaged.
        Cancelled: Through `progress`.
    """
    progress(0.0, "Reading the atlas")
    parts = load_atlas(atlas, skullstripped)
    rng = np.random.default_rng((1, seed))
    patient = make_patient(parts, rng, side, with_head=True, progress=part(progress, 0.1, 0.6))
    series = _Session(parts, patient, rng)
    volumes, truth, masks, to_atlas = {}, {}, {}, {}
    for number, contrast in enumerate(ALL_CONTRASTS):
        progress(0.6 + 0.1 * number, f"Scanning {contrast}")
        volumes[contrast], truth[contrast], masks[contrast], to_atlas[contrast] = series.scan(contrast, rng)
    progress(1.0, "Done")
    return Phantom(
        volumes,
        truth,
        LabelMap(in_atlas(patient.labels, parts), BRATS_GRID, BRATS_2021),
        masks,
        to_atlas,
        seed,
        patient.plan.side,
        in_atlas(patient.brain, parts),
    )


def in_atlas(array: npt.NDArray[Scalar], atlas: Atlas) -> npt.NDArray[Scalar]:
    """Put an array of the atlas's box back onto the whole BraTS grid; zero outside."""
    whole = np.zeros(BRATS_GRID.shape, dtype=array.dtype)
    whole[atlas.box.slices] = array
    return whole


class _Session:
    """One visit to one scanner: the patient lies somewhere, and moves between the series."""

    def __init__(self, atlas: Atlas, patient: Patient, rng: np.random.Generator) -> None:
        self._patient = patient
        self._grid = _box_grid(atlas, 0)
        self._with_neck = _box_grid(atlas, _NECK_MM)
        middle = np.argwhere(patient.brain).mean(axis=0)[::-1]
        self._brain_ras = self._grid.to_ras(middle)
        self._site: Site = draw_site(rng)
        self._pose = draw_motion(rng, np.zeros(3), _PATIENT_DEGREES, _PATIENT_MM)
        self._coronal = bool(rng.integers(2))

    def scan(self, contrast: Contrast, rng: np.random.Generator) -> tuple[Volume, LabelMap, Mask, Affine]:
        """Acquire one series; returns volume, truth, brain mask and the transform native -> atlas."""
        protocols = PROTOCOLS[contrast]
        protocol = protocols[int(self._coronal) % len(protocols)]
        moved = draw_motion(rng, np.zeros(3), _SERIES_DEGREES, _SERIES_MM)
        home = np.eye(4)
        home[:3, 3] = -self._brain_ras
        to_atlas: Affine = np.asarray(np.linalg.inv(moved @ self._pose @ home), dtype=np.float64)
        middle = np.linalg.inv(to_atlas) @ np.append(self._brain_ras + _FIELD_SHIFT_MM, 1.0)
        grid = draw_grid(protocol, middle[:3], rng)
        signal = acquire(_with_neck(self._patient.signal[contrast]), self._with_neck, grid, to_atlas)
        labels = acquire_labels(self._patient.labels, self._grid, grid, to_atlas)
        mask = acquire_mask(self._patient.brain, self._grid, grid, to_atlas)
        volume = expose(signal, grid, self._site, contrast, rng)
        return volume, LabelMap(labels, grid, BRATS_2021), mask, to_atlas


def _with_neck(signal: Float32) -> Float32:
    """Let the head go on below the atlas, blurred and fading as out of the coil's reach."""
    lowest = signal[:3].mean(axis=0)
    below = [ndimage.gaussian_filter(lowest, 0.16 * k) * np.float32(np.exp(-k / 18)) for k in range(1, _NECK_MM + 1)]
    return np.concatenate([np.stack(below[::-1]), signal])


def _box_grid(atlas: Atlas, below_mm: int) -> Grid:
    z0, y0, x0 = atlas.box.start
    z, y, x = atlas.box.shape
    affine = BRATS_GRID.affine
    affine[:3, 3] = BRATS_GRID.to_ras([x0, y0, z0 - below_mm])
    return Grid.from_affine((z + below_mm, y, x), affine)


def write_nifti(phantom: Phantom, folder: Path) -> dict[Contrast, Path]:
    """Write t1, t1ce, t2, flair, their truth (t1_seg, ...) and seg (atlas space) as .nii.gz; returns the four volumes.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    paths = {}
    for contrast, volume in phantom.volumes.items():
        name = contrast.brats_name
        paths[contrast] = write_array(folder / f"{name}.nii.gz", volume.array.astype(np.int16), volume.grid)
        write_array(folder / f"{name}_seg.nii.gz", phantom.truth[contrast].array, volume.grid)
    write_array(folder / "seg.nii.gz", phantom.atlas_labels.array, phantom.atlas_labels.grid)
    return paths
