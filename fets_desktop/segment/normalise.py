"""Prepared volumes as the array a network takes: for what is trained here the very bytes that training gave it.

Source: Pati et al. 2022 and FETS-AI/Algorithms: crop, z-score over non-zero voxels, edges of a fixed multiple.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from fets_desktop.segment.scaling import scaled
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.errors import StudyError
from fets_desktop.study.feeding import Feeding
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Mask, Volume

Array = npt.NDArray[np.float16] | npt.NDArray[np.float32]
SAME_GRID_MM = 0.01


@dataclass(frozen=True, eq=False)
class NetworkInput:
    """A case on its way into a network.

    Attributes:
        array: `(contrast, z, y, x)`, normalised, padded at the far ends with what lies outside the brain; in half
            precision where the network takes it: so training here keeps its cases, and the network has never seen finer
            steps.
        brain: `(z, y, x)` of the crop without padding: where any contrast is not zero.
        box: Where the crop lies in the grid.
        grid: The grid the volumes came on.
    """

    array: Array
    brain: Mask
    box: Box
    grid: Grid


def network_input(
    volumes: Mapping[Contrast, Volume], order: Sequence[Contrast], multiple: int, feeding: Feeding | None = None
) -> NetworkInput:
    """Check, crop, normalise, stack and pad the volumes of a case.

    Args:
        volumes: Brain-masked, one of each contrast in `order`, all on one grid.
        order: The network's channels.
        multiple: What the padded edges are multiples of.
        feeding: What its card says of scaling and precision; as what is trained here if None.

    Raises:
        StudyError: "missing-contrast", "mixed-grids", or "bad-voxels" if a volume is empty, constant or no number.
    """
    feeding = feeding or Feeding()
    grid = _common_grid(volumes, order)
    box = _box(volumes, order)
    brain = np.zeros(box.shape, dtype=np.bool_)
    for contrast in order:
        brain |= volumes[contrast].array[box.slices] != 0
    whole = brain
    if any(one.over == "brain" for one in feeding.scaling):
        whole = np.asarray(ndimage.binary_fill_holes(brain), dtype=np.bool_)
    padded = tuple(n + -n % multiple for n in box.shape)
    shape = (len(order), *padded)
    out: Array = np.zeros(shape, np.float16) if feeding.halves else np.zeros(shape, np.float32)
    for channel, (contrast, how) in enumerate(zip(order, feeding.scalings(len(order)), strict=True)):
        crop, around = volumes[contrast].array[box.slices], [(0, 0)] * 3
        if how.outside == "same":
            around = [(0, p - n) for p, n in zip(padded, box.shape, strict=True)]
        values = scaled(np.pad(crop, around), how, np.pad(whole, around))
        if not values.any():
            raise StudyError("bad-voxels", f"{contrast} has one value all over the brain.")
        z, y, x = values.shape
        out[channel, :z, :y, :x] = values
    return NetworkInput(out, brain, box, grid)


def _box(volumes: Mapping[Contrast, Volume], order: Sequence[Contrast]) -> Box:
    """Return the smallest box around what is not zero.

    Raises:
        StudyError: "bad-voxels" if a volume is empty or no number.
    """
    box = Box((0, 0, 0), (0, 0, 0))
    for contrast in order:
        array = volumes[contrast].array
        if not np.isfinite(array).all() or not array.any():
            raise StudyError("bad-voxels", f"{contrast} is empty or holds values that are no numbers.")
        box = box.united(box_of(array))
    return box


def _common_grid(volumes: Mapping[Contrast, Volume], order: Sequence[Contrast]) -> Grid:
    if missing := [str(contrast) for contrast in order if contrast not in volumes]:
        raise StudyError("missing-contrast", f"The model needs {', '.join(missing)}.")
    first, *others = order
    grid = volumes[first].grid
    for contrast in others:
        if not volumes[contrast].grid.matches(grid, SAME_GRID_MM):
            raise StudyError("mixed-grids", f"{first} and {contrast} do not lie on one grid.")
    return grid
