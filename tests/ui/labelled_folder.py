"""Small labelled cases in the names of BraTS, whose tumours differ."""

from pathlib import Path

import numpy as np

from fets_desktop.imaging.files import write_array
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.grid import Grid

SHAPE = (24, 28, 26)
GRID = Grid.from_affine(SHAPE, np.diag([-1.0, -1.0, 1.0, 1.0]))


def put_labelled(folder: Path, name: str, seed: int) -> None:
    """Write a case into a folder of its own."""
    rng = np.random.default_rng(seed)
    for contrast in ALL_CONTRASTS:
        voxels = np.zeros(SHAPE, np.float32)
        voxels[2:-2, 2:-2, 2:-2] = rng.normal(100, 10, [edge - 4 for edge in SHAPE])
        write_array(folder / name / f"{name}_{contrast.brats_name}.nii.gz", voxels, GRID)
    labels = np.zeros(SHAPE, np.uint8)
    for value, at in ((1, 6), (2, 11), (4, 16)):
        labels[6 + seed : 14, 8:14, at : at + 4] = value
    write_array(folder / name / f"{name}_seg.nii.gz", labels, GRID)
