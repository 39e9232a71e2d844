"""How alike two images are, whatever their brightness."""

import numpy as np
import numpy.typing as npt

Float32 = npt.NDArray[np.float32]

_BINS = 48


def normalised_mutual_information(one: Float32, other: Float32) -> float:
    """Return (H(a) + H(b)) / H(a, b) of two equally shaped arrays: 1 for strangers, 2 for twins.

    Source: Studholme et al. 1999; both are clipped at their 99.5th percentile.
    """
    return mutual_information_of_levels(brightness_levels(one), brightness_levels(other))


def mutual_information_of_levels(one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> float:
    """Return the same of two images' `brightness_levels`, for whoever compares one image with several."""
    joint = np.bincount(one * _BINS + other, minlength=_BINS * _BINS).reshape(_BINS, _BINS)
    together = _entropy(joint.ravel())
    if together <= 0:
        return 1.0
    return (_entropy(joint.sum(axis=0)) + _entropy(joint.sum(axis=1))) / together


def brightness_levels(array: Float32) -> npt.NDArray[np.int64]:
    """Return each voxel's brightness in 48 steps, `(n,)`."""
    low, high = float(array.min()), float(np.percentile(array, 99.5))
    if high <= low:
        return np.zeros(array.size, dtype=np.int64)
    scaled = (array.ravel().astype(np.float64) - low) / (high - low) * (_BINS - 1)
    return np.clip(scaled, 0, _BINS - 1).astype(np.int64)


def _entropy(counts: npt.NDArray[np.int64]) -> float:
    share = counts[counts > 0] / counts.sum()
    return float(-(share * np.log(share)).sum())
