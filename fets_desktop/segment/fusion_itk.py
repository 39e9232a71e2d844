"""SimpleITK's own fusions: STAPLE of masks, STAPLE of labels, voting on labels; all on the whole grid."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.study.volume import LabelArray, Mask

Matrix = npt.NDArray[np.float64]
_HALF = 0.5


def staple(masks: Sequence[Mask]) -> tuple[Mask, list[tuple[float | None, float | None]]]:
    """Return where STAPLE is surer than a half, `(z, y, x)`, and each candidate's sensitivity and specificity.

    Where all masks are empty there is nothing to estimate, and nothing is found.
    """
    if not any(mask.any() for mask in masks):
        return masks[0] & False, [(None, None)] * len(masks)
    fuser = sitk.STAPLEImageFilter()
    fuser.SetForegroundValue(1)
    found = fuser.Execute([sitk.GetImageFromArray(mask.astype(np.uint8)) for mask in masks])
    yes: Mask = np.asarray(sitk.GetArrayFromImage(found) > _HALF, dtype=np.bool_)
    return yes, list(zip(fuser.GetSensitivity(), fuser.GetSpecificity(), strict=True))


def staple_of_labels(arrays: Sequence[LabelArray]) -> tuple[LabelArray, list[Matrix]]:
    """Return STAPLE's labels `(z, y, x)`, 0 where it is undecided, and each candidate's confusion matrix.

    A matrix holds the probability that a candidate says the row's value where the column's is true; its last row is for
    values that nobody has.
    """
    fuser = sitk.MultiLabelSTAPLEImageFilter()
    fuser.SetLabelForUndecidedPixels(0)
    found = fuser.Execute([sitk.GetImageFromArray(array) for array in arrays])
    matrices = [_square(fuser.GetConfusionMatrix(number)) for number in range(len(arrays))]
    return np.asarray(sitk.GetArrayFromImage(found), dtype=np.uint8), matrices


def voted(arrays: Sequence[LabelArray]) -> LabelArray:
    """Return the label that most candidates say, `(z, y, x)`; 0 where two have as many."""
    fuser = sitk.LabelVotingImageFilter()
    fuser.SetLabelForUndecidedPixels(0)
    found = fuser.Execute([sitk.GetImageFromArray(array) for array in arrays])
    return np.asarray(sitk.GetArrayFromImage(found), dtype=np.uint8)


def _square(flat: Sequence[float]) -> Matrix:
    columns = next(n for n in range(1, len(flat) + 1) if n * (n + 1) == len(flat))
    return np.asarray(flat, dtype=np.float64).reshape(columns + 1, columns)
