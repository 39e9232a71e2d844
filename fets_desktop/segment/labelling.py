"""Three probabilities a voxel become one label.

The regions are nested, so only four answers are possible: nothing, WT alone (oedema), WT and TC (necrotic core), all
three (enhancing tumour). The label is the answer that is most probable if the three probabilities are independent.
Where the triple thresholded at 0.5 is one of the four, this is that triple; an impossible triple, such as ET without
TC, goes to the possible answer that contradicts the least confidence. A draw goes to the smaller region.

Source: DOMAIN of the federation (Pati et al. 2022): (ET, TC, WT) = (1, 1, 1) -> 4, (0, 1, 1) -> 1, (0, 0, 1) -> 2.
"""

import numpy as np
import numpy.typing as npt

from fets_desktop.study.labels import BRATS_2021, Tissue
from fets_desktop.study.volume import LabelArray, Mask

THRESHOLD = 0.5
_CERTAIN = 1 - 1e-9
_ANSWERS = np.array([0, *(BRATS_2021.value(tissue) for tissue in (Tissue.ED, Tissue.NCR, Tissue.ET))], dtype=np.uint8)


def contradiction(probabilities: npt.NDArray[np.float32], brain: Mask) -> float:
    """Return in which share of the voxels that pass the threshold anywhere ET lies outside TC, or TC outside WT.

    Args:
        probabilities: `(3, z, y, x)` of ET, TC, WT.
        brain: `(z, y, x)`.
    """
    et, tc, wt = (probabilities > THRESHOLD) & brain
    marked = np.count_nonzero(et | tc | wt)
    return float(np.count_nonzero((et & ~(tc & wt)) | (tc & ~wt)) / marked) if marked else 0.0


def labels_of(probabilities: npt.NDArray[np.float32], brain: Mask) -> LabelArray:
    """Return labels `(z, y, x)` in BRATS_2021; nothing outside the brain.

    Args:
        probabilities: `(3, z, y, x)` of ET, TC, WT.
        brain: `(z, y, x)`.
    """
    labels = np.zeros(brain.shape, dtype=np.uint8)
    # where nothing passes the threshold, nothing is the most probable answer
    somewhere = brain & (probabilities > THRESHOLD).any(axis=0)
    # float64, so that a sum of logits never swallows the smallest step above the threshold
    lead = 2 * probabilities[:, somewhere].astype(np.float64) - 1
    # half of log(p / (1 - p)), written so that p and 1 - p weigh exactly the same
    et, tc, wt = np.arctanh(lead.clip(-_CERTAIN, _CERTAIN))
    # the log-likelihood of an answer, less that of "nothing", is the sum of the logits of its regions
    odds = np.stack([np.zeros_like(wt), wt, wt + tc, wt + tc + et])
    labels[somewhere] = _ANSWERS[odds.argmax(axis=0)]
    return labels
