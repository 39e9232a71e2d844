"""Heads with known positions, cut from the atlas: thick slices, other brightness, shading, noise."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import grid_of, to_array, to_image
from fets_desktop.imaging.files import read_image, read_volume, write_array
from fets_desktop.imaging.rigid import inverse, to_itk
from fets_desktop.preprocess.quality import foreground
from fets_desktop.preprocess.recipe import Prepared, prepare
from fets_desktop.preprocess.step import MaskMaker, Settings
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.grid import BRATS_GRID, Affine, Grid
from fets_desktop.study.resources import atlas
from fets_desktop.study.volume import Mask

SHORT_N4 = Settings(n4_iterations=(12, 12))

CENTRE_RAS = np.array([-119.0, 110.0, 75.0])  # of the brain in the atlas


def rigid(degrees: tuple[float, float, float], shift_mm: tuple[float, float, float]) -> Affine:
    """Atlas points to native points: turned about the brain's centre, then brought near the scanner's origin."""
    turn = sitk.Euler3DTransform()
    turn.SetRotation(*[float(np.radians(angle)) for angle in degrees])
    matrix = np.eye(4)
    matrix[:3, :3] = np.array(turn.GetMatrix()).reshape(3, 3)
    matrix[:3, 3] = np.array(shift_mm) - matrix[:3, :3] @ CENTRE_RAS
    return matrix


POSES = {
    Contrast.T1: rigid((8, -6, 10), (3, 6, -4)),
    Contrast.T1GD: rigid((-5, 8, 12), (-4, 2, 6)),
    Contrast.T2: rigid((-30, 4, 9), (5, -5, 3)),
    Contrast.FLAIR: rigid((9, -5, 15), (-6, 8, -7)),
}


@dataclass(frozen=True)
class Heads:
    """Four native files and the truth about them."""

    sources: dict[Contrast, Path]
    poses: dict[Contrast, Affine]
    brain: Mask
    brain_points: np.ndarray  # (n, 3) RAS+ mm in the atlas

    def error_mm(self, found: Affine, true: Affine, before: Affine | None = None) -> float:
        """Mean distance over the brain between where two matrices bring its points."""
        points = self.brain_points
        if before is not None:
            points = points @ before[:3, :3].T + before[:3, 3]
        gap = points @ (found - true)[:3, :3].T + (found - true)[:3, 3]
        return float(np.linalg.norm(gap, axis=1).mean())


def native_grid(slices: int = 34, thick_mm: float = 5.0, columns: int = 200, step_mm: float = 1.2) -> Grid:
    """A box around the scanner's origin, LPS."""
    corner = [step_mm * (columns - 1) / 2, step_mm * (columns - 1) / 2, -thick_mm * (slices - 1) / 2]
    affine = np.diag([-step_mm, -step_mm, thick_mm, 1.0])
    affine[:3, 3] = corner
    return Grid.from_affine((slices, columns, columns), affine)


def acquire(signal: np.ndarray, pose: Affine, grid: Grid, seed: int) -> np.ndarray:
    """Average the atlas-space signal over each thick slice, shade it, add noise; whole numbers."""
    _, _, thick = grid.spacing_mm
    parts = max(1, round(thick))
    image = to_image(signal.astype(np.float32), BRATS_GRID)
    mean = np.zeros(grid.shape, dtype=np.float32)
    for part in range(parts):
        affine = grid.affine
        affine[2, 3] += thick * ((part + 0.5) / parts - 0.5)
        where = to_image(np.zeros(grid.shape, dtype=np.uint8), Grid.from_affine(grid.shape, affine))
        cut = sitk.Resample(image, where, to_itk(inverse(pose)), sitk.sitkLinear, 0.0, sitk.sitkFloat32)
        mean += to_array(cut) / parts
    rng = np.random.default_rng(seed)
    z, y, x = (np.linspace(-1, 1, n, dtype=np.float32) for n in grid.shape)
    shade = 1 + 0.15 * x[None, None, :] - 0.12 * y[None, :, None] ** 2 + 0.1 * z[:, None, None]
    noisy = np.abs(mean * shade + rng.normal(0, 12, grid.shape))
    return np.round(noisy).astype(np.int16)


def contrast_signal(contrast: Contrast, head: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """Other contrasts of the atlas's tissue, by brightness."""
    points = {
        Contrast.T1: ([0, 400, 900, 4000], [0, 350, 900, 2500]),
        Contrast.T1GD: ([0, 300, 500, 900, 4000], [0, 350, 500, 850, 2800]),
        Contrast.T2: ([0, 300, 500, 900, 4000], [0, 1500, 900, 500, 900]),
        Contrast.FLAIR: ([0, 300, 600, 900, 4000], [0, 200, 800, 600, 1300]),
    }[contrast]
    return np.where(inside, np.interp(head, *points), 0.05 * head)


@pytest.fixture(scope="session")
def as_contrast() -> Callable[[Contrast, np.ndarray, np.ndarray], np.ndarray]:
    """`contrast_signal`, for tests that do not want whole native series."""
    return contrast_signal


@pytest.fixture(scope="session")
def brain_in_atlas(sri24: Path) -> Mask:
    """The brain where the atlas WITH skull has it: the stripped file stands about 2 mm lower."""
    stripped = ndimage.binary_fill_holes(ndimage.binary_opening(read_volume(atlas(skull_stripped=True)).array > 0))
    return np.roll(stripped, 2, axis=0)


@pytest.fixture(scope="session")
def heads(sri24: Path, brain_in_atlas: Mask, tmp_path_factory: pytest.TempPathFactory) -> Heads:
    folder = tmp_path_factory.mktemp("native")
    head = read_volume(sri24).array.clip(0)
    inside = foreground(head)
    sources = {}
    for seed, (contrast, pose) in enumerate(POSES.items()):
        grid = native_grid()
        signal = contrast_signal(contrast, head, inside)
        sources[contrast] = write_array(folder / f"{contrast}.nii.gz", acquire(signal, pose, grid, seed), grid)
    index = np.argwhere(brain_in_atlas[::8, ::8, ::8])[:, ::-1] * 8
    return Heads(sources, POSES, brain_in_atlas, BRATS_GRID.to_ras(index))


@pytest.fixture(scope="session")
def mask_maker(brain_in_atlas: Mask) -> MaskMaker:
    """A brain extraction that knows the answer."""
    return lambda volumes, progress: brain_in_atlas


@pytest.fixture(scope="session")
def prepared(heads: Heads, sri24: Path, mask_maker, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The recipe, registrations at full fidelity, N4 shortened, once for all tests; leave its folder as it is."""
    folder = tmp_path_factory.mktemp("prepared")
    return prepare(heads.sources, sri24, mask_maker, folder, mask_maker_id="known", settings=SHORT_N4)


@pytest.fixture
def native_of(heads: Heads) -> Callable[[Contrast], Grid]:
    return lambda contrast: grid_of(read_image(heads.sources[contrast]))
