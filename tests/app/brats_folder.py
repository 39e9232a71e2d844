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


def put_bright_case(folder: Path, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Write a case whose FLAIR is bright in three nested cubes, 1.1, 2 and 3 deviations above the mean.

    Returns:
        Where the labels say oedema, and how many of the cubes each voxel lies in.
    """
    put_case(folder, name, seed=ord(name[0]))
    cubes = np.zeros(SHAPE, np.uint8)
    for start, stop in ((5, 15), (6, 14), (7, 13)):
        cubes[start:stop, start + 4 : stop + 4, start + 2 : stop + 2] += 1
    flair = np.where(brain_of(), np.choose(cubes, [100, 200, 260, 320]), 0).astype(np.float32)
    write_array(folder / f"{name}_flair.nii.gz", flair, GRID)
    truth = np.zeros(SHAPE, np.uint8)
    truth[7:14, 10:19, 8:16] = 2
    write_array(folder / f"{name}_seg.nii.gz", truth, GRID)
    return truth == 2, cubes
