"""What is changed in a proposal before a person sees it: three rules, each off by a switch.

**pieces.** A piece of whole tumour (26-connected) goes if it is a speck or hardly believable. A speck has less than
0.1 ml, a ball of 6 mm: a fifth of the smallest lesion that RANO calls measurable (10 mm across, 0.5 ml). In the
experts' label maps of 22 public BraTS patients such pieces hold at most 0.24 % of the whole tumour (median 0.02 %); the
pieces that lie apart and stay have 0.1, 0.7, 1.7 and 20 ml. A piece is hardly believable if the mean probability of its
voxels is below 0.9 and its evidence below 0.3 of the most believable piece's; evidence is the sum of (2 p - 1)^2, so
that a voxel the network is sure of counts fully and one at the threshold nothing. So a second lesion stays if it is
large or if the network is sure of it. What hangs on the tumour by a bridge is judged in the same way: every voxel is
counted to the nearest piece of those voxels that the network is sure of (0.9), and such a part goes if it is hardly
believable.

The numbers come from the 15 patients the starter was trained on and hardly fits, as they are and repainted in 30 other
contrasts: tumours had means from 0.83 up, all else nearly always 0.55 to 0.90. Without bridges, their mean Dice went
from .683 to .738 (repainted: .609 to .646), from 10.6 false pieces a patient to none, for 0.14 ml of true tumour lost;
bridges brought another .035 (repainted: nothing, and no harm). Pieces of the tumour core inside are judged by the
probability of TC, with a share of 0.1, and become oedema: their Dice by lesion went from .37 to .71 (repainted: .37 to
.63), the mean Dice by .004 (.001).

**little-et.** Less than 0.2 ml of enhancing tumour in all is counted as necrotic core, unless the network is sure of it
(mean probability of ET 0.9): a few bright voxels are more often a vessel than a tumour. The volume is that of nnU-Net's
entry to BraTS 2020; the experts' smallest is 1.6 ml.

**holes.** Up to 1 ml of background that whole tumour encloses on all sides becomes what is most probable there. The
experts' largest has 0.05 ml.

The most believable piece always stays, however small: cleaning never turns a finding into none.

Sources: RANO 2.0 (Wen et al. 2023), measurable disease; Isensee et al. 2020, "nnU-Net for Brain Tumor Segmentation".
"""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from fets_desktop.segment.labelling import THRESHOLD
from fets_desktop.segment.uncertainty import SURE
from fets_desktop.study.cleaning import CLEANING, HOLES, LITTLE_ET, PIECES
from fets_desktop.study.crop import box_of
from fets_desktop.study.labels import BRATS_2021, REGIONS, Region, Tissue
from fets_desktop.study.volume import LabelArray, Mask

Floats = npt.NDArray[np.float32]
Parts = npt.NDArray[np.int32]
Rule = Callable[[LabelArray, Floats, float], LabelArray]
SPECK_ML = 0.1
SHARE = 0.3
CORE_SHARE = 0.1
LITTLE_ET_ML = 0.2
HOLE_ML = 1.0
_TOUCHING = np.ones((3, 3, 3))
_ET, _TC, _WT = (REGIONS.index(region) for region in (Region.ET, Region.TC, Region.WT))
_ENHANCING, _CORE, _OEDEMA = (BRATS_2021.value(tissue) for tissue in (Tissue.ET, Tissue.NCR, Tissue.ED))


def cleaned(
    labels: LabelArray, probabilities: Floats, voxel_ml: float, rules: Sequence[str] = tuple(CLEANING)
) -> tuple[LabelArray, dict[str, float]]:
    """Apply rules.

    Args:
        labels: `(z, y, x)` in BRATS_2021.
        probabilities: `(3, z, y, x)` of ET, TC, WT, from which the labels come.
        voxel_ml: Volume of a voxel.
        rules: Names out of `CLEANING`; they are applied in its order.

    Returns:
        The labels, and for every rule that was applied how many ml it changed.
    """
    changed: dict[str, float] = {}
    for name, rule in _RULES.items():
        if name in rules:
            before, labels = labels, rule(labels, probabilities, voxel_ml)
            changed[name] = float(np.count_nonzero(before != labels) * voxel_ml)
    return labels, changed


def without_pieces(labels: LabelArray, probabilities: Floats, voxel_ml: float) -> LabelArray:
    """Return the labels without specks, and without pieces and parts of pieces that are hardly believable."""
    box = box_of(labels)
    if box.empty:
        return labels
    inside, wt = labels[box.slices], probabilities[_WT][box.slices]
    speck = SPECK_ML / voxel_ml - 1e-6
    inside = np.where(_hardly_believable(wt, _parts(inside, wt), SHARE, 0), 0, inside)
    inside = np.where(_hardly_believable(wt, _pieces(inside > 0), SHARE, speck), 0, inside)
    core, tc = (inside == _CORE) | (inside == _ENHANCING), probabilities[_TC][box.slices]
    inside = np.where(_hardly_believable(tc, _pieces(core), CORE_SHARE, speck), _OEDEMA, inside)
    out = labels.copy()
    out[box.slices] = inside
    return out


def _pieces(mask: Mask) -> Parts:
    return np.asarray(ndimage.label(mask, _TOUCHING)[0], dtype=np.int32)


def _parts(labels: LabelArray, wt: Floats) -> Parts:
    """Number the tumour's voxels by the nearest piece of those that the network is sure of."""
    tumour = labels > 0
    sure = tumour & (wt > SURE)
    if not sure.any():
        return tumour.astype(np.int32)
    nearest = ndimage.distance_transform_edt(~sure, return_distances=False, return_indices=True)
    return np.where(tumour, _pieces(sure)[tuple(nearest)], 0)


def _hardly_believable(probability: Floats, parts: Parts, share: float, fewest: float) -> Mask:
    """Return the voxels of parts that are hardly believable or have fewer than `fewest` voxels.

    Args:
        probability: `(z, y, x)` of the region that the parts are pieces of.
        parts: `(z, y, x)`, numbers of parts; 0 is none.
        share: Of the most believable part's evidence, below which a part must be sure.
        fewest: Voxels.
    """
    inside = parts > 0
    which, p = parts[inside], probability[inside].astype(np.float64)
    sizes = np.bincount(which)
    if sizes.size < 3:
        return np.zeros(parts.shape, dtype=np.bool_)
    means = np.bincount(which, p) / np.maximum(sizes, 1)
    # inconsistent triples may be labelled though the region is below the threshold; they are evidence of nothing
    evidence = np.bincount(which, (2 * p - 1).clip(0) ** 2)
    best = int(np.lexsort((sizes, evidence))[-1])
    goes = (sizes < fewest) | ((means < SURE) & (evidence < share * evidence[best]))
    goes[0] = goes[best] = False
    return np.asarray(goes[parts], dtype=np.bool_)


def without_little_et(labels: LabelArray, probabilities: Floats, voxel_ml: float) -> LabelArray:
    """Return the labels with enhancing tumour turned into necrotic core if it is very little and unsure."""
    bright = labels == _ENHANCING
    count = np.count_nonzero(bright)
    if not count or count * voxel_ml >= LITTLE_ET_ML - 1e-9 or probabilities[_ET][bright].mean() >= SURE:
        return labels
    return np.where(bright, _CORE, labels).astype(np.uint8)


def without_holes(labels: LabelArray, probabilities: Floats, voxel_ml: float) -> LabelArray:
    """Return the labels with small enclosed gaps filled by the tissue that is most probable there."""
    tumour = labels > 0
    gaps = ndimage.binary_fill_holes(tumour) & ~tumour
    holes, count = ndimage.label(gaps)  # gaps of one hole share faces, as the background that encloses nothing does
    if not count:
        return labels
    small = np.bincount(holes.ravel()) * voxel_ml <= HOLE_ML + 1e-9
    small[0] = False
    core, bright = probabilities[_TC] > THRESHOLD, probabilities[_ET] > THRESHOLD
    tissue = np.where(core, np.where(bright, _ENHANCING, _CORE), _OEDEMA)
    return np.where(small[holes], tissue, labels).astype(np.uint8)


_RULES: dict[str, Rule] = {PIECES: without_pieces, LITTLE_ET: without_little_et, HOLES: without_holes}
