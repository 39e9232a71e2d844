"""A small synthetic patient whose tumour any network must find: four contrasts and a label map as NIfTI."""

from collections.abc import Callable

import numpy as np
import pytest
import torch

from fets_desktop.imaging.files import write_array
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.train.cases import TrainingCase

SHAPE = (40, 44, 48)
GRID = Grid.from_affine(SHAPE, np.diag([-1.0, -1.0, 1.0, 1.0]))
BRIGHT = {
    Contrast.T1: (0.9, 0.9, 0.6),
    Contrast.T1GD: (2.2, 0.6, 1.0),
    Contrast.T2: (1.3, 2.0, 1.6),
    Contrast.FLAIR: (1.3, 1.2, 2.0),
}


def synthetic(seed: int) -> tuple[dict[Contrast, np.ndarray], np.ndarray]:
    """Volumes and BraTS 2021 labels `(z, y, x)`: a ball of a brain, within it oedema, a rim and a necrotic core."""
    rng = np.random.default_rng(seed)
    z, y, x = np.indices(SHAPE).astype(float)

    def ball(centre: tuple[float, float, float], radius: float) -> np.ndarray:
        return (z - centre[0]) ** 2 + (y - centre[1]) ** 2 + (x - centre[2]) ** 2 <= radius**2

    brain = ball((20, 22, 24), 17)
    middle = (20 + rng.uniform(-3, 3), 22 + rng.uniform(-3, 3), 24 + rng.uniform(-3, 3))
    labels = np.zeros(SHAPE, dtype=np.uint8)
    for radius, value in ((11, 2), (8, 4), (5, 1)):
        labels[ball(middle, radius)] = value
    volumes = {}
    for contrast in ALL_CONTRASTS:
        image = 100 + 5 * rng.standard_normal(SHAPE)
        for value, factor in zip((4, 1, 2), BRIGHT[contrast], strict=True):
            image[labels == value] *= factor
        volumes[contrast] = np.where(brain, image, 0).astype(np.float32)
    return volumes, labels


@pytest.fixture(scope="session")
def make_case(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], TrainingCase]:
    """Writes the synthetic patient of a seed, once."""
    folder = tmp_path_factory.mktemp("patients")

    def make(seed: int) -> TrainingCase:
        paths = {c: folder / f"{seed}_{c.brats_name}.nii.gz" for c in ALL_CONTRASTS}
        labels = folder / f"{seed}_seg.nii.gz"
        if not labels.exists():
            volumes, array = synthetic(seed)
            for contrast, path in paths.items():
                write_array(path, volumes[contrast], GRID)
            write_array(labels, array, GRID)
        return TrainingCase(f"case-{seed}", paths, labels, BRATS_2021)

    return make


@pytest.fixture(autouse=True)
def one_thread() -> None:
    """The machine is shared, and equal sums need equal threads; what a test draws is the same in every run."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
