"""A network of a fixed input size is led over the case in overlapping patches, whose outputs are blended.

Patches lie as Isensee et al. 2021 (nnU-Net) lay them: evenly, no further apart than the overlap allows, the first at
one end and the last at the other; a case smaller than a patch is filled up with zeros on both sides. They are weighed
by a Gaussian whose deviation is an eighth of the patch, or evenly. What comes out is blended before it is made a
probability.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from math import ceil, prod
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from fets_desktop.study.feeding import Feeding
from fets_desktop.study.progress import Progress

Floats = npt.NDArray[np.float32]
Run = Callable[[npt.NDArray[Any]], Floats]
_DEVIATION = 1 / 8


@dataclass(frozen=True)
class Patching:
    """How a case is cut.

    Attributes:
        patch: Edges of the network's input.
        starts: Where the outputs of patches begin along each axis, in the filled-up case.
        before: How many voxels are filled up before the case along each axis.
        filled: Edges of the filled-up case.
        margin: By how many voxels an output is smaller than its input on every side.
        blend: As on the card.
    """

    patch: tuple[int, ...]
    starts: tuple[tuple[int, ...], ...]
    before: tuple[int, ...]
    filled: tuple[int, ...]
    margin: int
    blend: str

    @staticmethod
    def of(shape: tuple[int, ...], feeding: Feeding) -> "Patching":
        """Return the cut of a case of a shape, in the network's axes."""
        edges = [edge - 2 * feeding.margin for edge in feeding.patch]
        filled = tuple(max(n, edge) for n, edge in zip(shape, edges, strict=True))
        before = tuple((n - case) // 2 for n, case in zip(filled, shape, strict=True))
        starts = tuple(_starts(n, edge, feeding.overlap) for n, edge in zip(filled, edges, strict=True))
        return Patching(feeding.patch, starts, before, filled, feeding.margin, feeding.blend)

    @property
    def count(self) -> int:
        """How many patches there are."""
        return prod(len(each) for each in self.starts)

    @property
    def edges(self) -> tuple[int, ...]:
        """Edges of a patch's output."""
        return tuple(edge - 2 * self.margin for edge in self.patch)


def run_patches(array: npt.NDArray[Any], cut: Patching, channels: int, run: Run, progress: Progress) -> Floats:
    """Return what a network gives for `(contrast, ...)`, `(channel, ...)` in the same axes.

    Args:
        array: Normalised.
        cut: How it is cut.
        channels: Of the network's output.
        run: Runs one patch.
        progress: Hears which patch it is at.
    """
    inside = tuple(slice(b, b + n) for b, n in zip(cut.before, array.shape[1:], strict=True))
    around = [(b + cut.margin, n - b - case + cut.margin) for b, n, case in zip(cut.before, cut.filled, array.shape[1:], strict=True)]  # fmt: skip  # noqa: E501
    filled = np.pad(array, [(0, 0), *around])
    out, total = np.zeros((channels, *cut.filled), dtype=np.float32), np.zeros(cut.filled, dtype=np.float32)
    weight = _weight(cut.edges, cut.blend)
    for number, start in enumerate(product(*cut.starts)):
        progress(number / cut.count, f"Segmenting part {number + 1} of {cut.count}")
        patch = np.ascontiguousarray(filled[(slice(None), *_box(start, cut.patch))])
        if not patch.any():  # no brain, no label
            continue
        place = _box(start, cut.edges)
        out[(slice(None), *place)] += run(patch) * weight
        total[place] += weight
    out /= np.where(total > 0, total, 1)
    return out[(slice(None), *inside)]


def _box(start: tuple[int, ...], edges: tuple[int, ...]) -> tuple[slice, ...]:
    return tuple(slice(a, a + n) for a, n in zip(start, edges, strict=True))


def _starts(length: int, edge: int, overlap: float) -> tuple[int, ...]:
    count = ceil((length - edge) / max(1.0, edge * (1 - overlap))) + 1
    step = (length - edge) / (count - 1) if count > 1 else 0.0
    return tuple(round(step * i) for i in range(count))


def _weight(edges: tuple[int, ...], blend: str) -> Floats:
    if blend == "even":
        return np.ones(edges, dtype=np.float32)
    weight = np.zeros(edges)
    weight[tuple(edge // 2 for edge in edges)] = 1
    weight = ndimage.gaussian_filter(weight, [edge * _DEVIATION for edge in edges], mode="constant")
    weight /= weight.max()
    # so far out that it would be zero it still counts a little, or a voxel at the edge of the case would be nobody's
    return np.asarray(weight.clip(weight[weight > 0].min()), dtype=np.float32)
