"""Where candidates disagree: the entropy of their opinions by region, and the slices in the order of the dispute."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fets_desktop.study.labels import REGIONS, Region, region_mask
from fets_desktop.study.volume import LabelMap, Volume

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class ContestedSlice:
    """A slice of the array's first axis, axial on the atlas.

    Attributes:
        index: 0 is the first.
        area_mm2: Of voxels about which not all say the same.
    """

    index: int
    area_mm2: float


@dataclass(frozen=True, eq=False)
class Disagreement:
    """How much candidates disagree about one region.

    Attributes:
        entropy: In bits, 0 (all say the same) to 1 (half against half), on the candidates' grid.
        slices: Those with a dispute, the largest area first.
    """

    entropy: Volume
    slices: tuple[ContestedSlice, ...]


def disagreement(candidates: Sequence[LabelMap]) -> dict[Region, Disagreement]:
    """Return how much candidates disagree about ET, TC and WT.

    The entropy of a voxel is that of the share p of the candidates that count it to the region:
    -p log2 p - (1 - p) log2(1 - p).

    Args:
        candidates: On one grid; their schemes may differ.

    Raises:
        ValueError: If there are none, or their grids differ.
    """
    if not candidates or any(not one.grid.matches(candidates[0].grid, 0.01) for one in candidates):
        raise ValueError("there are no candidates, or they stand on different grids")
    grid = candidates[0].grid
    x_mm, y_mm, _ = grid.spacing_mm
    found = {}
    for region in REGIONS:
        votes = np.zeros(grid.shape, dtype=np.uint8)
        for one in candidates:
            votes += region_mask(one.array, region, one.scheme)
        table = _entropy(np.arange(len(candidates) + 1) / len(candidates))
        disputed = np.count_nonzero((votes > 0) & (votes < len(candidates)), axis=(1, 2))
        order = sorted(np.flatnonzero(disputed).tolist(), key=lambda index: (-int(disputed[index]), index))
        slices = tuple(ContestedSlice(index, float(disputed[index] * x_mm * y_mm)) for index in order)
        found[region] = Disagreement(Volume(table[votes], grid), slices)
    return found


def _entropy(share: npt.NDArray[np.float64]) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        bits = -share * np.log2(share) - (1 - share) * np.log2(1 - share)
    return np.asarray(np.nan_to_num(bits), dtype=np.float32)
