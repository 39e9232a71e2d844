"""Scores lesion by lesion: a small lesion that was missed weighs as much as a large one that was found.

Source: BraTS 2023 segmentation challenges, lesion-wise Dice and HD95 (github.com/rachitsaluja/BraTS-2023-Metrics).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from fets_desktop.review.measures import dice, hd95_mm
from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.volume import Mask

Pieces = npt.NDArray[np.int32]

_TOUCHING = ndimage.generate_binary_structure(3, 3)  # 26 neighbours: pieces that touch at a corner are one
_GROWING = ndimage.generate_binary_structure(3, 2)  # 18 neighbours a step


@dataclass(frozen=True)
class LesionRule:
    """What counts as one lesion, and what a missed or an invented one costs.

    Attributes:
        growth_voxels: Lesions of the reference that meet when they grow by so many steps are one.
        least_mm3: Lesions of the reference up to this volume are left out.
        penalty_mm: HD95 of a lesion that was missed or invented; its Dice is 0.
    """

    growth_voxels: int = 3
    least_mm3: float = 50.0
    penalty_mm: float = 374.0


GLIOMA = LesionRule()
"""BraTS 2023's values for gliomas (BraTS-GLI)."""


@dataclass(frozen=True)
class LesionScore:
    """How the lesions of a region were found.

    Attributes:
        dice: Mean over the lesions of the reference and the invented ones; 1 if there are neither.
        hd95_mm: The same mean of HD95; 0 if there are neither.
        found: Lesions that were found at least in part.
        missed: Lesions that were not.
        invented: Pieces that touch no lesion.
    """

    dice: float
    hd95_mm: float
    found: int
    missed: int
    invented: int


def lesion_score(
    found: Mask, reference: Mask, spacing_mm: tuple[float, float, float], rule: LesionRule = GLIOMA
) -> LesionScore:
    """Score a mask lesion by lesion.

    Every piece of `found` that touches a grown lesion belongs to it whole, as in BraTS 2023; a piece may belong to two.

    Args:
        found: `(z, y, x)`.
        reference: `(z, y, x)`, the same shape.
        spacing_mm: Voxel edges along x, y, z.
        rule: What counts as a lesion.
    """
    inside = _around(found, reference, rule.growth_voxels)
    found, reference = found[inside.slices], reference[inside.slices]
    grown: Mask = ndimage.binary_dilation(reference, _GROWING, rule.growth_voxels) if reference.any() else reference
    lesions, count = _pieces(grown)
    pieces, total = _pieces(found)
    claimed: set[int] = set()
    scores: list[tuple[float, float, bool]] = []
    for lesion in range(1, count + 1):
        where = lesions == lesion
        mine = reference & where
        touching = [int(piece) for piece in np.unique(pieces[where]) if piece]
        claimed.update(touching)
        if np.count_nonzero(mine) * float(np.prod(spacing_mm)) <= rule.least_mm3:
            continue
        theirs = np.isin(pieces, touching) if touching else np.zeros_like(found)
        distance = hd95_mm(theirs, mine, spacing_mm) if touching else rule.penalty_mm
        scores.append((dice(theirs, mine), distance, bool(touching)))
    return _summed(scores, total - len(claimed), rule.penalty_mm)


def _around(found: Mask, reference: Mask, margin: int) -> Box:
    """Return a box with room to grow in: the whole grid would take twenty times as long."""
    box = box_of(found).united(box_of(reference))
    z, y, x = (at - margin for at in box.start)
    far_z, far_y, far_x = (at + margin for at in box.stop)
    rows, columns, depth = found.shape
    return Box((z, y, x), (far_z, far_y, far_x)).clipped((rows, columns, depth))


def _pieces(mask: Mask) -> tuple[Pieces, int]:
    labels, count = ndimage.label(mask, _TOUCHING)
    return np.asarray(labels, dtype=np.int32), int(count)


def _summed(scores: list[tuple[float, float, bool]], invented: int, penalty_mm: float) -> LesionScore:
    found = sum(hit for _, _, hit in scores)
    total = len(scores) + invented
    if not total:
        return LesionScore(1.0, 0.0, 0, 0, 0)
    dices = sum(value for value, _, _ in scores)
    distances = sum(value for _, value, _ in scores) + invented * penalty_mm
    return LesionScore(dices / total, distances / total, found, len(scores) - found, invented)
