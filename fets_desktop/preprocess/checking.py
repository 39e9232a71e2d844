"""What must be true of a native volume before the recipe may touch it; what is wrong is said in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import grid_of, to_array
from fets_desktop.preprocess.huge import as_float, looked_at
from fets_desktop.preprocess.measures import (
    BAD_SIGNAL_TO_NOISE,
    LOOK_SIGNAL_TO_NOISE,
    cut_by_field_cm2,
    signal_to_noise,
)
from fets_desktop.preprocess.quality import foreground, graded, worst
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.cut_off import LOOK_CUT_CM2
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import BRATS_GRID

MIN_FIELD_MM, MAX_FIELD_MM = 80.0, 700.0
HEAD_ML = (900.0, 9000.0)
HEAD_MM = (100.0, 420.0)
FEW_SLICES = 16
THICK = 8.0
EMPTY_SHARE = 0.70
NEGATIVE_SHARE = 0.10
"""Of all brightness, what may lie below zero: noise and interpolation about an air of zero have 0.01 to 0.08."""

_FEW_VALUES = 9
_COARSE_MM = 4.0


class Space(StrEnum):
    """Where a case's images stand when they come in."""

    NATIVE = "native"
    ATLAS = "atlas"


@dataclass(frozen=True)
class Check:
    """What one volume looks like.

    Attributes:
        grade: ok or look; what is worse is refused.
        remarks: What a person should know, in words.
        head_ml: Volume of what is not air.
        on_atlas_grid: The grid is 240x240x155 at 1 mm.
        stripped: On the atlas grid, and so much of it is exactly zero that the skull must have been taken off.
        signal_to_noise: The head's typical brightness over the noise; 0 if it was stripped.
        cut_cm2: The largest side of the field of view on which the head goes on beyond it; the feet's does not count.
    """

    grade: Grade
    remarks: tuple[str, ...]
    head_ml: float
    on_atlas_grid: bool
    stripped: bool
    signal_to_noise: float = 0.0
    cut_cm2: float = 0.0


def check_volume(contrast: Contrast, image: sitk.Image) -> Check:
    """Check one volume as it came in.

    Raises:
        StudyError: "bad-voxels" if voxels are no numbers, all alike, or a mask's; "not-a-head" if the field of view or
            what is seen in it has not the size of a head.
    """
    array = sitk.GetArrayViewFromImage(image)  # no copy: there may be 150 million voxels
    _check_voxels(contrast, array)
    grid = grid_of(image)
    field = [size * step for size, step in zip(image.GetSize(), image.GetSpacing(), strict=True)]
    if min(field) < MIN_FIELD_MM or max(field) > MAX_FIELD_MM:
        measures = " x ".join(f"{mm:.0f}" for mm in field)
        raise StudyError("not-a-head", f"{contrast} covers {measures} mm; a head needs {MIN_FIELD_MM:.0f} mm or more.")
    on_grid = grid.matches(BRATS_GRID, 0.05)
    stripped = on_grid and float((array == 0).mean()) >= EMPTY_SHARE
    seen = looked_at(as_float(image))
    head_ml = _check_head(contrast, seen)
    remarks = _remarks(contrast, image, array, on_grid)
    if stripped:
        return Check(Grade.LOOK if remarks else Grade.OK, remarks, head_ml, on_grid, stripped)
    ratio = signal_to_noise(np.asarray(to_array(seen), dtype=np.float32))
    cut = cut_by_field_cm2(_coarse(sitk.DICOMOrient(seen, "LPS")), _COARSE_MM)
    remarks += _doubts(contrast, ratio, cut)
    grades = [Grade.LOOK if remarks else Grade.OK, graded(ratio, LOOK_SIGNAL_TO_NOISE, BAD_SIGNAL_TO_NOISE)]
    return Check(worst(grades), remarks, head_ml, on_grid, stripped, ratio, max(cut.values()))


def _doubts(contrast: Contrast, ratio: float, cut: Mapping[str, float]) -> tuple[str, ...]:
    doubts = []
    if ratio < LOOK_SIGNAL_TO_NOISE:
        doubts.append(f"The noise in {contrast} is strong: the head is {ratio:.1f} times as bright.")
    if sides := [side for side, area in cut.items() if area > LOOK_CUT_CM2]:
        where = " and ".join(sides)
        doubts.append(f"The field of view of {contrast} ends within the head at the {where}: {cut[sides[0]]:.0f} cm2.")
    return tuple(doubts)


def _check_voxels(contrast: Contrast, array: npt.NDArray[np.floating]) -> None:
    if wrong := int(array.size - np.isfinite(array).sum()):
        raise StudyError("bad-voxels", f"{contrast} holds {wrong} voxels that are no numbers.")
    if float(array.min()) == float(array.max()):
        raise StudyError("bad-voxels", f"{contrast} has the same value everywhere.")
    if np.unique(array[::3, ::3, ::3]).size < _FEW_VALUES and np.unique(array).size < _FEW_VALUES:
        raise StudyError("bad-voxels", f"{contrast} holds only a few different values: it is a mask or a label map.")
    if (share := _negative_share(array)) > NEGATIVE_SHARE:
        raise StudyError(
            "bad-voxels",
            f"{contrast} holds values down to {float(array.min()):.4g}, and {100 * share:.0f} % of what it shows lies "
            "below zero: its values were shifted or normalised.",
        )


def _negative_share(array: npt.NDArray[np.floating]) -> float:
    """Return how much of all distance from zero lies below it."""
    below = -float(array[array < 0].sum(dtype=np.float64))
    above = float(array.sum(dtype=np.float64)) + below
    return below / (below + above)


def _check_head(contrast: Contrast, image: sitk.Image) -> float:
    inside = foreground(_coarse(image))
    head_ml = float(inside.sum()) * _COARSE_MM**3 / 1000.0
    lengths = sorted(_COARSE_MM * np.ptp(line) for line in np.nonzero(inside)) if inside.any() else [0.0]
    if not HEAD_ML[0] <= head_ml <= HEAD_ML[1]:
        raise StudyError("not-a-head", f"What {contrast} shows measures {head_ml:.0f} ml; a head has 1000 ml or more.")
    if lengths[0] < MIN_FIELD_MM or not HEAD_MM[0] <= lengths[-1] <= HEAD_MM[1]:
        measures = " x ".join(f"{mm:.0f}" for mm in lengths)
        raise StudyError("not-a-head", f"What {contrast} shows measures {measures} mm.")
    return head_ml


def _coarse(image: sitk.Image) -> npt.NDArray[np.float32]:
    field = [size * step for size, step in zip(image.GetSize(), image.GetSpacing(), strict=True)]
    size = [max(2, round(mm / _COARSE_MM)) for mm in field]
    steps = [n / m for n, m in zip(image.GetSize(), size, strict=True)]
    # a voxel of the coarse image is the mean over what it covers, near enough
    smooth = ndimage.uniform_filter(to_array(image), [max(1, int(step)) for step in reversed(steps)])
    index = np.ix_(
        *[((np.arange(m) + 0.5) * step).astype(int) for m, step in zip(size[::-1], steps[::-1], strict=True)]
    )
    return np.asarray(smooth[index], dtype=np.float32)


def _remarks(contrast: Contrast, image: sitk.Image, array: npt.NDArray[np.floating], on_grid: bool) -> tuple[str, ...]:
    remarks = []
    steps = image.GetSpacing()
    if min(image.GetSize()) < FEW_SLICES:
        remarks.append(f"{contrast} has only {min(image.GetSize())} slices (fewer than {FEW_SLICES}).")
    if max(steps) / min(steps) > THICK:
        remarks.append(f"The slices of {contrast} are {max(steps) / min(steps):.0f} times as thick as wide (over 8).")
    if float(array.min()) < 0:
        remarks.append(f"{contrast} holds negative values down to {float(array.min()):.0f}; they become zero.")
    if not on_grid and float((array == 0).mean()) > EMPTY_SHARE:
        remarks.append(f"Most of {contrast} is exactly zero: the skull may have been taken off before.")
    return tuple(remarks)


def space_of(checks: Mapping[Contrast, Check]) -> Space:
    """Tell whether the case is native, or has been prepared elsewhere and stands on the atlas grid already.

    Raises:
        StudyError: "registration-failed" if some contrasts are one and some the other.
    """
    done = [contrast for contrast, check in checks.items() if check.stripped]
    if not done:
        return Space.NATIVE
    if len(done) < len(checks):
        names = ", ".join(done)
        raise StudyError(
            "registration-failed", f"{names} had the skull taken off on the atlas grid before, the others had not."
        )
    return Space.ATLAS


def overall(checks: Mapping[Contrast, Check]) -> Grade:
    """Return the worst grade of all four."""
    return worst(check.grade for check in checks.values())
