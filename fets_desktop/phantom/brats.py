"""Cases as they leave preparation, skull-stripped in atlas space: to train and test networks on without preparing."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from fets_desktop.phantom.anatomy import Side, load_atlas
from fets_desktop.phantom.patient import make_patient
from fets_desktop.phantom.phantom import Scalar, in_atlas
from fets_desktop.phantom.scanner import draw_site, shading
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.progress import Progress, silent
from fets_desktop.study.resources import atlas as atlas_file
from fets_desktop.study.volume import LabelArray, LabelMap, Volume

_THICKNESS_BLUR = {Contrast.T1: 1.4, Contrast.T1GD: 0.3, Contrast.T2: 1.2, Contrast.FLAIR: 1.4}
_INPLANE_BLUR = 0.4


def make_brats_case(
    seed: int,
    factor: int = 1,
    side: Side | None = None,
    atlas: Path | None = None,
    skullstripped: Path | None = None,
    progress: Progress = silent,
) -> tuple[dict[Contrast, Volume], LabelMap]:
    """Make a prepared case: four skull-stripped volumes and the truth (BRATS_2021) on the BraTS grid.

    Thick slices, resampling, shading and noise have left their traces, as in a case that was really prepared. It is
    another patient than the phantom of the same seed.

    Args:
        seed: Any whole number from 0.
        factor: Edge of a voxel in mm; 2 or more gives a coarser and smaller grid over the same space.
        side: Hemisphere of the tumour; None leaves it to chance.
        atlas: The SRI24 T1 atlas with skull; None takes what set-up fetched.
        skullstripped: The same without skull.
        progress: Told how far it is.

    Raises:
        StudyError: "missing-resource" or "unreadable-image" for the atlas.
    """
    parts = load_atlas(atlas or atlas_file(), skullstripped or atlas_file(skull_stripped=True), brain_only=True)
    rng = np.random.default_rng((2, seed))
    patient = make_patient(parts, rng, side, with_head=False, progress=progress)
    site = draw_site(rng)
    grid = _coarser(BRATS_GRID, factor)
    box_grid = Grid.from_affine(parts.mask.shape, BRATS_GRID.affine)
    volumes = {}
    for contrast in ALL_CONTRASTS:
        signal = patient.signal[contrast] * np.exp(site.shading * shading(box_grid, rng))
        spread = np.float32(0.6 * site.noise[contrast])
        noisy = np.abs(signal + rng.standard_normal(signal.shape, dtype=np.float32) * spread)
        for axis, sigma in enumerate((_THICKNESS_BLUR[contrast], _INPLANE_BLUR, _INPLANE_BLUR)):
            noisy = ndimage.gaussian_filter1d(noisy, sigma, axis=axis, truncate=3.0)
        stored = np.rint(noisy * np.float32(site.gain[contrast])).clip(1) * patient.brain
        whole = in_atlas(stored.astype(np.float32), parts)
        volumes[contrast] = Volume(whole if factor == 1 else _blocks(whole, factor).mean(axis=0), grid)
    labels = _most_frequent(in_atlas(patient.labels, parts), factor)
    return volumes, LabelMap(labels, grid, BRATS_2021)


def _coarser(grid: Grid, factor: int) -> Grid:
    z, y, x = grid.shape
    affine = grid.affine
    affine[:3, 3] = grid.to_ras(np.full(3, (factor - 1) / 2))
    affine[:3, :3] *= factor
    return Grid.from_affine((z // factor, y // factor, x // factor), affine)


def _blocks(array: npt.NDArray[Scalar], factor: int) -> npt.NDArray[Scalar]:
    """Return the voxels of every block of `factor` cubed, `(factor**3, z, y, x)`."""
    z, y, x = (n // factor for n in array.shape)
    cut = array[: z * factor, : y * factor, : x * factor].reshape(z, factor, y, factor, x, factor)
    return cut.transpose(1, 3, 5, 0, 2, 4).reshape(factor**3, z, y, x)


def _most_frequent(labels: LabelArray, factor: int) -> LabelArray:
    if factor == 1:
        return labels
    values = np.array([0, *(v for v, _ in BRATS_2021.values)], dtype=np.uint8)
    blocks = _blocks(labels, factor)
    counts = np.stack([(blocks == value).sum(axis=0) for value in values])
    return np.asarray(values[counts.argmax(axis=0)], dtype=np.uint8)
