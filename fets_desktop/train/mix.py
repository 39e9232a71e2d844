"""New patients out of old ones: a tumour carved into another brain, a tumour that does not enhance.

Few patients show few places and few kinds of tumour. All cases lie in one atlas space, so that a tumour keeps its
anatomical place when it is carved into another brain.

Source: CarveMix (Zhang et al. 2021/2023): a lesion with a margin drawn by chance replaces the same place of another
image. The non-enhancing tumour has no source: without enhancement T1Gd looks like T1, and BraTS counts the core that
does not enhance as NCR.
"""

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from fets_desktop.study.contrast import NETWORK_ORDER, Contrast
from fets_desktop.study.labels import REGIONS, Region
from fets_desktop.train.patches import Patch

_WIDEST_MARGIN = 6
"""Voxels by which a carved tumour takes its surroundings along, at most."""
_RIM = 2
"""Voxels around the enhancing tumour that partial volume lets enhance, too."""
_FEWEST_VOXELS = 500
_T1, _T1GD = NETWORK_ORDER.index(Contrast.T1), NETWORK_ORDER.index(Contrast.T1GD)
_ET, _WT = REGIONS.index(Region.ET), REGIONS.index(Region.WT)


def carve(guest: Patch, host: Patch, rng: np.random.Generator) -> Patch:
    """Return `host` with the tumour of `guest` and a margin of 0 to 6 voxels around it, where both have brain."""
    tumour = guest.regions[_WT] > 0
    if not tumour.any():
        return host
    margin = rng.uniform(0, _WIDEST_MARGIN)
    near = ndimage.distance_transform_edt(~tumour) <= margin
    taken = near & guest.volumes.any(axis=0) & host.volumes.any(axis=0)
    return Patch(
        np.where(taken, guest.volumes, host.volumes).astype(np.float32),
        np.where(taken, guest.regions, host.regions).astype(np.float32),
    )


def unenhanced(patch: Patch) -> Patch:
    """Return the patch as if its tumour did not enhance: T1Gd looks like T1 there, ET becomes NCR.

    How T1 turns into T1Gd is fitted to the brain around the tumour (a straight line); with too little of it, or without
    ET, the patch is returned as it is.
    """
    bright = patch.regions[_ET] > 0
    plain, enhanced = patch.volumes[_T1], patch.volumes[_T1GD]
    healthy = (patch.regions[_WT] == 0) & (plain != 0) & (enhanced != 0)
    if not bright.any() or int(healthy.sum()) < _FEWEST_VOXELS:
        return patch
    slope, offset = _line(plain[healthy], enhanced[healthy])
    there = ndimage.binary_dilation(bright, iterations=_RIM) & (patch.regions[_WT] > 0) & (plain != 0)
    volumes, regions = patch.volumes.copy(), patch.regions.copy()
    volumes[_T1GD][there] = slope * plain[there] + offset
    regions[_ET] = 0
    return Patch(volumes, regions)


def _line(x: npt.NDArray[np.float32], y: npt.NDArray[np.float32]) -> tuple[float, float]:
    spread = float(x.var(dtype=np.float64))
    mean_x, mean_y = float(x.mean(dtype=np.float64)), float(y.mean(dtype=np.float64))
    if spread <= 0:
        return 0.0, mean_y
    slope = float(((x - mean_x) * (y - mean_y)).mean(dtype=np.float64)) / spread
    return slope, mean_y - slope * mean_x
