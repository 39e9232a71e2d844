"""Between atlas space and the native series: label maps with one interpolation, and points."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from fets_desktop.imaging.resample import resample_labels
from fets_desktop.imaging.rigid import map_points, read_matrix, to_itk
from fets_desktop.preprocess.names import both_ways
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import BRATS_GRID, Affine, Grid
from fets_desktop.study.volume import LabelMap


def to_native(labels: LabelMap, contrast: Contrast, transforms: Mapping[str, Path], native: Grid) -> LabelMap:
    """Bring a label map from atlas space to a native series, label-aware, with one interpolation.

    Args:
        labels: On the atlas grid.
        contrast: The series it shall lie on.
        transforms: `Prepared.transforms`, or the same names from the store.
        native: The series' own grid.

    Raises:
        StudyError: "wrong-grid" if the labels do not stand on the atlas grid; "step-failed" if a transform is missing.
    """
    if not labels.grid.matches(BRATS_GRID, 0.05):
        raise StudyError("wrong-grid")
    return resample_labels(labels, native, to_itk(_matrix(transforms, both_ways(contrast)[1])))


def to_atlas(labels: LabelMap, contrast: Contrast, transforms: Mapping[str, Path]) -> LabelMap:
    """Bring a label map drawn on a native series to atlas space, label-aware, with one interpolation.

    Raises:
        StudyError: "step-failed" if a transform is missing.
    """
    return resample_labels(labels, BRATS_GRID, to_itk(_matrix(transforms, both_ways(contrast)[0])))


def points_to_native(
    points_ras_mm: npt.ArrayLike, contrast: Contrast, transforms: Mapping[str, Path]
) -> npt.NDArray[np.float64]:
    """Map points `(..., 3)` of the atlas, RAS+ mm, to points of a native series, RAS+ mm."""
    return map_points(_matrix(transforms, both_ways(contrast)[0]), points_ras_mm)


def points_to_atlas(
    points_ras_mm: npt.ArrayLike, contrast: Contrast, transforms: Mapping[str, Path]
) -> npt.NDArray[np.float64]:
    """Map points `(..., 3)` of a native series, RAS+ mm, to points of the atlas, RAS+ mm."""
    return map_points(_matrix(transforms, both_ways(contrast)[1]), points_ras_mm)


def _matrix(transforms: Mapping[str, Path], name: str) -> Affine:
    if name not in transforms:
        raise StudyError("step-failed", f"The transform {name} is missing; prepare the case again.")
    return read_matrix(transforms[name])
