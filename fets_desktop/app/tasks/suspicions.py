"""What looks wrong with the images of a labelled case, though they can be scored: said beside the score."""

from collections.abc import Mapping

import numpy as np

from fets_desktop.preprocess.contrasts_told import brighter, ground_of
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.finding import Grade
from fets_desktop.study.volume import Volume

_FULL = 0.9
"""Share of an image that no brain alone takes, even in the tightest box; noise around a head does."""
_PAIRS = ((Contrast.T1GD, Contrast.T1), (Contrast.T2, Contrast.FLAIR))


def suspicions(volumes: Mapping[Contrast, Volume]) -> list[str]:
    """Return what a person should look at, a sentence each; nothing if nothing looks wrong.

    Args:
        volumes: The contrasts of a case on one grid, as if brain-extracted.
    """
    arrays = {contrast: volume.array.astype(np.float32) for contrast, volume in volumes.items()}
    if whole := [str(contrast) for contrast, array in arrays.items() if np.count_nonzero(array) > _FULL * array.size]:
        return [f"The brain does not look extracted in {', '.join(whole)}: nearly no voxel is zero."]
    ground = ground_of(np.all([array != 0 for array in arrays.values()], axis=0))
    found = []
    for one, other in _PAIRS:
        if one in arrays and other in arrays:
            evidence = brighter(arrays[one], arrays[other], ground)
            # too little brain to tell gives no evidence at all
            if evidence.above + evidence.below > 0 and evidence.grade is Grade.BAD:
                found.append(f"{one} and {other} look exchanged: look at both.")
    return found
