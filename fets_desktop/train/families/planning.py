"""What a plain U-Net looks like for given data: patch, spacing, depth, kernels, normalisation, as nnU-Net plans them.

Source: Isensee et al. 2021, "nnU-Net", Nature Methods 18:203, "Rule-based parameters" and Supplementary Note 2. The
fingerprint is what the training cases look like: their shapes after cropping to what is not zero, their spacings, and
how much cropping took away. Memory is estimated as nnU-Net does, by the number of values in all feature maps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from fets_desktop.train.families.unet import CONVOLUTIONS, Topology, Triple, filters_of

BASE = 32
BUDGET = 560_000_000
"""Values in the feature maps of one patch: what nnU-Net allows for eight gigabytes with two patches a batch."""
_SMALLEST_MAP = 4
_FIRST_VOXELS = 256**3
_ANISOTROPIC = 3.0
_SAME_SPACING = 2.0
_CROPPED = 0.75


@dataclass(frozen=True)
class Fingerprint:
    """What matters of some training cases.

    Attributes:
        shapes: After cropping, in voxels `(z, y, x)`.
        spacings: In mm, `(z, y, x)`, one for each shape.
        kept: Which part of each image cropping left, 0..1.
    """

    shapes: tuple[Triple, ...]
    spacings: tuple[tuple[float, float, float], ...]
    kept: tuple[float, ...]


@dataclass(frozen=True)
class Plan:
    """How to train.

    Attributes:
        spacing: In mm, `(z, y, x)`; images are resampled to it.
        shape: Of the median case at that spacing.
        patch: In voxels, `(z, y, x)`.
        topology: Of the network.
        masked: Whether images are z-scored over what is not zero; otherwise over all of the crop.
    """

    spacing: tuple[float, float, float]
    shape: Triple
    patch: Triple
    topology: Topology
    masked: bool


def plan(fingerprint: Fingerprint, base: int = BASE, budget: int = BUDGET) -> Plan:
    """Plan a network: the largest patch whose feature maps fit, as deep as its edges allow.

    Args:
        fingerprint: Of the training cases.
        base: Filters of the finest level.
        budget: Values in the feature maps of one patch.

    Raises:
        ValueError: Without cases.
    """
    if not fingerprint.shapes:
        raise ValueError("a plan needs at least one case")
    spacing = _target_spacing(fingerprint)
    cases = zip(fingerprint.shapes, fingerprint.spacings, strict=True)
    shape = _triple(np.median([np.round(np.multiply(s, mm) / spacing) for s, mm in cases], axis=0))
    patch = _first_patch(spacing, shape)
    topology, patch = fit(spacing, patch, base)
    while feature_values(topology, patch) > budget:
        ratios = [p / s for p, s in zip(patch, shape, strict=True)]
        smaller = list(patch)
        # of several as large as each other the last, as nnU-Net takes
        axis = 2 - int(np.argmax(ratios[::-1]))
        # the step must leave a patch that the network as it then is can halve as often
        smaller[axis] -= _step(spacing, patch, axis, base)
        if smaller[axis] < _SMALLEST_MAP:
            break
        topology, patch = fit(spacing, _triple(smaller), base)
    return Plan(spacing, shape, patch, topology, float(np.median(fingerprint.kept)) < _CROPPED)


def _target_spacing(fingerprint: Fingerprint) -> tuple[float, float, float]:
    """Return the median spacing; of thick slices the 10th percentile, so that thin ones keep their detail."""
    spacings = np.asarray(fingerprint.spacings, dtype=np.float64)
    target = np.median(spacings, axis=0)
    shape = np.median(np.asarray(fingerprint.shapes), axis=0)
    worst = int(np.argmax(target))
    others = [axis for axis in range(3) if axis != worst]
    thick = target[worst] > _ANISOTROPIC * max(target[others])
    if thick and shape[worst] * _ANISOTROPIC < min(shape[others]):
        low = float(np.percentile(spacings[:, worst], 10))
        target[worst] = max(low, float(max(target[others])) + 1e-5)
    z, y, x = (float(n) for n in target)
    return z, y, x


def _first_patch(spacing: Sequence[float], shape: Triple) -> Triple:
    """Return a patch as wide in mm along every axis, of 256^3 voxels, cut to the median case."""
    edges = 1 / np.asarray(spacing)
    edges = np.round(edges * (_FIRST_VOXELS / prod(edges)) ** (1 / 3))
    return _triple(np.minimum(edges, shape))


def fit(spacing: Sequence[float], patch: Triple, base: int) -> tuple[Topology, Triple]:
    """Return the network for a patch, and the patch made larger so that every pooling halves it evenly.

    An axis is halved as long as its spacing is within twice the finest's and its map keeps four voxels; kernels are 1
    along an axis that is still much coarser than the finest.
    """
    mm, size = list(map(float, spacing)), list(patch)
    strides, kernels, pools = [(1, 1, 1)], [], [0, 0, 0]
    kernel = [1, 1, 1]
    while True:
        finest = min(mm)
        for axis in range(3):
            if kernel[axis] == 1 and mm[axis] < _SAME_SPACING * finest:
                kernel[axis] = 3
        large = [axis for axis in range(3) if size[axis] >= 2 * _SMALLEST_MAP]
        if not large:
            break
        nearest = min(mm[axis] for axis in large)
        halved = [axis for axis in large if mm[axis] < _SAME_SPACING * nearest]
        if len(halved) == 1 and size[halved[0]] < 3 * _SMALLEST_MAP:
            break
        kernels.append(_triple(kernel))
        strides.append(_triple([2 if axis in halved else 1 for axis in range(3)]))
        for axis in halved:
            mm[axis], size[axis], pools[axis] = 2 * mm[axis], -(-size[axis] // 2), pools[axis] + 1
    levels = len(strides)
    kernels.append((3, 3, 3))
    even = _triple([n + -n % (1 << p) for n, p in zip(patch, pools, strict=True)])
    down, up = (CONVOLUTIONS,) * levels, (CONVOLUTIONS,) * (levels - 1)
    return Topology(filters_of(base, levels), tuple(strides), tuple(kernels), down, up), even


def _step(spacing: Sequence[float], patch: Triple, axis: int, base: int) -> int:
    """Return by how much an axis shrinks at a time: what the network with the next smaller patch must divide it by."""
    step = fit(spacing, patch, base)[0].multiple[axis]
    smaller = list(patch)
    smaller[axis] -= step
    return fit(spacing, _triple(smaller), base)[0].multiple[axis]


def feature_values(topology: Topology, patch: Triple, outputs: int = 3) -> int:
    """Return how many values the feature maps of one patch have in training, the outputs of every level included."""
    total, size, levels = 0, np.asarray(patch), len(topology.filters)
    for level in range(levels):
        size = size // np.asarray(topology.strides[level])
        voxels = int(prod(size.tolist()))
        total += topology.down[level] * topology.filters[level] * voxels
        if level < levels - 1:
            # the way up: its convolutions, what was raised from below, and this level's own output
            up = topology.up[levels - 2 - level]
            total += ((up + 1) * topology.filters[level] + outputs) * voxels
    return total


def _triple(numbers: Sequence[float] | np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Triple:
    z, y, x = (int(n) for n in numbers)
    return z, y, x
