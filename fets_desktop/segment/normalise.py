"""Four prepared volumes as the array a network takes: the very bytes that training would have given it.

Source: Pati et al. 2022 and FETS-AI/Algorithms: crop, z-score over non-zero voxels, edges of a fixed multiple.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fets_desktop.study.contrast import Contrast
from fets_desktop.study.crop import Box, box_of, zscore
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Mask, Volume

Halves = npt.NDArray[np.float16]
SAME_GRID_MM = 0.01


@dataclass(frozen=True, eq=False)
class NetworkInput:
    """A case on its way into a network.

    Attributes:
        array: `(contrast, z, y, x)`, normalised, padded with zeros at the far ends; in half precision, in which
            training keeps its cases: the network has never seen finer steps.
        brain: `(z, y, x)` of the crop without padding: where any contrast is not zero.
        box: Where the crop lies in the grid.
        grid: The grid the volumes came on.
    """

    array: Halves
    brain: Mask
    box: Box
    grid: Grid


def network_input(volumes: Mapping[Contrast, Volume], order: Sequence[Contrast], multiple: int) -> NetworkInput:
    """Check, crop, normalise, stack and pad the volumes of a case.

    Args:
        volumes: Brain-masked, one of each contrast in `order`, all on one grid.
        order: The network's channels.
        multiple: What the padded edges are multiples of.

    Raises:
        StudyError: "missing-contrast", "mixed-grids", or "bad-voxels" if a volume is empty, constant or no number.
    """
    grid = _common_grid(volumes, order)
    box = Box((0, 0, 0), (0, 0, 0))
    for contrast in order:
        array = volumes[contrast].array
        if not np.isfinite(array).all() or not array.any():
            raise StudyError("bad-voxels", f"{contrast} is empty or holds values that are no numbers.")
        box = box.united(box_of(array))
    padded = tuple(n + -n % multiple for n in box.shape)
    out = np.zeros((len(order), *padded), dtype=np.float16)
    brain = np.zeros(box.shape, dtype=np.bool_)
    z, y, x = box.shape
    for channel, contrast in enumerate(order):
        crop = volumes[contrast].array[box.slices]
        scaled = zscore(crop)
        if not scaled.any():
            raise StudyError("bad-voxels", f"{contrast} has one value all over the brain.")
        out[channel, :z, :y, :x] = scaled
        brain |= crop != 0
    return NetworkInput(out, brain, box, grid)


def _common_grid(volumes: Mapping[Contrast, Volume], order: Sequence[Contrast]) -> Grid:
    if missing := [str(contrast) for contrast in order if contrast not in volumes]:
        raise StudyError("missing-contrast", f"The model needs {', '.join(missing)}.")
    first, *others = order
    grid = volumes[first].grid
    for contrast in others:
        if not volumes[contrast].grid.matches(grid, SAME_GRID_MM):
            raise StudyError("mixed-grids", f"{first} and {contrast} do not lie on one grid.")
    return grid
