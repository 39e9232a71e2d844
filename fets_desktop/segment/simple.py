"""SIMPLE: candidates are weighed by how well they agree with their own fusion, and those far behind are left out.

Begun with the vote of all, each round measures the Dice of every candidate with the estimate; one that lies more than a
standard deviation below the mean of those still in is left out; the others vote anew with their Dice as weight, until
neither voxels nor members change. The paper has dozens of atlases; of a few candidates the worst of equals would
always go, until the estimate is the one that is left. So nobody goes whose Dice is within a quarter of the best's, and
at least half of them stay. These two bounds are ours; the rest is the paper's.

Source: Langerak et al. 2010, "Label Fusion in Atlas-Based Segmentation Using a Selective and Iterative Method for
Performance Level Estimation (SIMPLE)", IEEE Transactions on Medical Imaging 29:2000, doi:10.1109/TMI.2010.2057442.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.volume import Mask

Shares = npt.NDArray[np.float32]
LEEWAY = 0.25
_ROUNDS = 25
_HALF = 0.5


def share_of(masks: Sequence[Mask], weights: Sequence[float]) -> Shares:
    """Return which share of the weight says yes, `(z, y, x)`; nothing where nobody has a weight."""
    total = float(sum(weights))
    votes = np.zeros(masks[0].shape, dtype=np.float64)
    for mask, weight in zip(masks, weights, strict=True):
        if weight:
            votes[mask] += weight
    # rounded down to halves of a millionth: a sum of weights that is half but for rounding is a tie
    share = np.round(votes / total, 7) if total else votes
    return np.asarray(share, dtype=np.float32)


def simple(masks: Sequence[Mask]) -> tuple[Shares, list[float]]:
    """Return which share of the weight says yes, `(z, y, x)`, and every candidate's share of the weight.

    Args:
        masks: One of each candidate, `(z, y, x)`.
    """
    box = Box((0, 0, 0), (0, 0, 0))
    for mask in masks:
        box = box.united(box_of(mask))
    whole = np.zeros(masks[0].shape, dtype=np.float32)
    weights = [1.0] * len(masks)
    if not box.empty:
        share, weights = _rounds([mask[box.slices] for mask in masks])
        whole[box.slices] = share
    total = sum(weights)
    return whole, [weight / total if total else 0.0 for weight in weights]


def _rounds(masks: Sequence[Mask]) -> tuple[Shares, list[float]]:
    weights = [1.0] * len(masks)
    share = share_of(masks, weights)
    kept = set(range(len(masks)))
    for _ in range(_ROUNDS):
        estimate = share > _HALF
        level = [_dice(mask, estimate) for mask in masks]
        inside = [level[i] for i in kept]
        limit = min(float(np.mean(inside) - np.std(inside)), max(inside) - LEEWAY)
        left = {i for i in kept if level[i] >= limit}
        left = left if 2 * len(left) >= len(masks) else kept
        weights = [level[i] if i in left else 0.0 for i in range(len(masks))]
        share = share_of(masks, weights)
        if left == kept and np.array_equal(share > _HALF, estimate):
            break
        kept = left
    return share, weights


def _dice(mask: Mask, estimate: Mask) -> float:
    total = int(np.count_nonzero(mask)) + int(np.count_nonzero(estimate))
    return 2 * int(np.count_nonzero(mask & estimate)) / total if total else 1.0
