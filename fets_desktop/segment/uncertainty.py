"""Where a network itself is undecided: the entropy of its probabilities by region, and the slices to look at first.

One network's own doubt, out of the run that made the proposal: no further run, and no measure of what it never saw.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fets_desktop.study.crop import Box
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import REGIONS, Region
from fets_desktop.study.volume import LabelArray, Mask, Volume

Floats = npt.NDArray[np.float32]
SLICES = 3
APART_MM = 10.0
"""Slices to look at first lie so far apart: next to the worst slice every other is nearly as bad."""
SURE = 0.9
"""Above this probability a network is sure of a voxel."""
_SUREST, _NOTHING = 1e-6, 1e-4
"""Where probabilities are clipped, and what is no doubt: more than clipping leaves of a probability of 0."""


@dataclass(frozen=True, eq=False)
class Doubt:
    """How undecided a network is about one region.

    Attributes:
        entropy: In bits, 0 (sure) to 1 (half against half), on the whole grid; 0 outside the brain.
        slices: Axial slices to look at first, the worst first, each with its doubt: the sum of its entropy, as the
            area in mm2 of so many voxels wholly undecided. None where there is less than a voxel of it.
    """

    entropy: Volume
    slices: tuple[tuple[int, float], ...]


def sure_share(labels: LabelArray, regions: Floats) -> float | None:
    """Return of which share of the voxels it outlines a network is sure that they are tumour; None of no outline.

    Args:
        labels: `(z, y, x)`, 0 outside the outline.
        regions: Probabilities `(3, z, y, x)` of ET, TC, WT.
    """
    whole = regions[REGIONS.index(Region.WT)][labels > 0]
    return float(np.count_nonzero(whole > SURE) / whole.size) if whole.size else None


def doubts(regions: Floats, brain: Mask, box: Box, grid: Grid) -> dict[Region, Doubt]:
    """Return how undecided a network is about ET, TC and WT.

    Args:
        regions: Probabilities `(3, z, y, x)` of the crop.
        brain: `(z, y, x)` of the crop.
        box: Where the crop lies in the grid.
        grid: The grid.
    """
    found = {}
    for region, probability in zip(REGIONS, regions, strict=True):
        whole = np.zeros(grid.shape, dtype=np.float32)
        whole[box.slices] = np.where(brain, entropy(probability), 0)
        found[region] = Doubt(Volume(whole, grid), _worst(whole, grid))
    return found


def entropy(probability: Floats) -> Floats:
    """Return -p log2 p - (1 - p) log2(1 - p), 0 to 1 bits."""
    p = probability.clip(_SUREST, 1 - _SUREST)
    bits = -p * np.log2(p) - (1 - p) * np.log2(1 - p)
    return np.asarray(np.where(bits < _NOTHING, 0, bits), dtype=np.float32)


def _worst(whole: Floats, grid: Grid) -> tuple[tuple[int, float], ...]:
    x_mm, y_mm, z_mm = grid.spacing_mm
    left = whole.sum(axis=(1, 2), dtype=np.float64) * x_mm * y_mm
    apart = max(1, int(np.ceil(APART_MM / z_mm)))
    chosen: list[tuple[int, float]] = []
    while len(chosen) < SLICES and left.max() >= x_mm * y_mm:
        index = int(left.argmax())
        chosen.append((index, float(left[index])))
        left[max(0, index - apart + 1) : index + apart] = 0
    return tuple(chosen)
