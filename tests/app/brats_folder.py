"""Small labelled cases in the names of BraTS."""

from pathlib import Path

import numpy as np
from small_case import GRID, SHAPE, brain_of

from fets_desktop.imaging.files import write_array
from fets_desktop.study.contrast import ALL_CONTRASTS


def put_case(
    folder: Path, name: str, values: tuple[int, ...] = (1, 2, 4), *, new: bool = False, sep: str = "_", seed: int = 1
) -> Path:
    """Write `NAME_t1.nii.gz` and the others into `folder`, with a cube of each label value."""
    rng = np.random.default_rng(seed)
    for contrast in ALL_CONTRASTS:
        part = contrast.brats2023_name if new else contrast.brats_name
        voxels = np.where(brain_of(), rng.normal(100, 10, SHAPE), 0).astype(np.float32)
        write_array(folder / f"{name}{sep}{part}.nii.gz", voxels, GRID)
    labels = np.zeros(SHAPE, np.uint8)
    for place, value in enumerate(values):
        labels[8:12, 8:12, 4 + 4 * place : 8 + 4 * place] = value
    write_array(folder / f"{name}{sep}seg.nii.gz", labels, GRID)
    return folder
