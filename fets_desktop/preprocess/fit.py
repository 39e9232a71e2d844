"""How well a registered image fits: similarity amid the head, how sharp its optimum is, how far the heads overlap."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import grid_of, to_array
from fets_desktop.preprocess.quality import foreground, graded, normalised_mutual_information, overlap, worst
from fets_desktop.preprocess.rigid import to_itk
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import Affine

LOOK_OVERLAP, BAD_OVERLAP, REFUSED_OVERLAP = 0.85, 0.75, 0.60
LOOK_GAIN, BAD_GAIN = 0.10, 0.0

_STEP_MM = 3
_PUSH_MM, _TURN_DEGREES = 5.0, 5.0
_SKIN_MM = 12

Float32 = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Fit:
    """What was measured about one registration.

    Attributes:
        similarity: Normalised mutual information amid the head, on 3 mm voxels.
        gain: How much of what is above 1 is lost at the best of twelve positions 5 mm or 5 degrees away; negative
            where one of them fits better.
        overlap: Dice of the heads, where both fields of view reach.
    """

    similarity: float
    gain: float
    overlap: float


def measure(fixed: Float32, moving: sitk.Image, atlas: sitk.Image, matrix: Affine) -> Fit:
    """Measure how well `moving` fits on `fixed`.

    Args:
        fixed: What it was brought onto, `(z, y, x)` on the atlas grid.
        moving: The native image.
        atlas: The atlas, for its grid and for where a head is.
        matrix: Takes `moving` to the atlas.
    """
    pick = (slice(None, None, _STEP_MM),) * 3
    reference = atlas[::_STEP_MM, ::_STEP_MM, ::_STEP_MM]
    head = foreground(np.asarray(to_array(atlas)[pick], dtype=np.float32))
    core = ndimage.binary_erosion(head, iterations=_SKIN_MM // _STEP_MM)
    there = np.ascontiguousarray(fixed[pick])
    seen = _on(reference, sitk.Image(moving) * 0 + 1, matrix) > 0.5
    here = _on(reference, moving, matrix)
    # where the other image stands on the atlas grid with nothing, its field of view ends
    covered = seen & (ndimage.maximum_filter(there, 5) > 0)
    core &= covered
    if core.sum() < 1000:
        return Fit(1.0, -1.0, 0.0)
    found = normalised_mutual_information(there[core], here[core])
    beside = max(
        normalised_mutual_information(there[core], _on(reference, moving, matrix @ push)[core])
        for push in _pushes(grid_of(atlas).to_ras(np.array(atlas.GetSize()) / 2.0))
    )
    gain = (found - beside) / max(found - 1.0, 1e-6)
    return Fit(found, gain, overlap(foreground(there) & covered, foreground(here) & covered))


def _on(reference: sitk.Image, image: sitk.Image, matrix: Affine) -> Float32:
    moved = sitk.Resample(image, reference, to_itk(matrix), sitk.sitkLinear, 0.0, sitk.sitkFloat32)
    return np.asarray(to_array(moved), dtype=np.float32)


def _pushes(centre: npt.NDArray[np.floating]) -> list[Affine]:
    pushes = []
    for axis in range(3):
        for sign in (-1.0, 1.0):
            push = np.eye(4)
            push[axis, 3] = sign * _PUSH_MM
            pushes.append(push)
            angle = np.radians(sign * _TURN_DEGREES)
            turn = np.eye(4)
            b, c = (axis + 1) % 3, (axis + 2) % 3
            turn[b, b] = turn[c, c] = np.cos(angle)
            turn[c, b], turn[b, c] = np.sin(angle), -np.sin(angle)
            turn[:3, 3] = centre - turn[:3, :3] @ centre
            pushes.append(turn)
    return pushes


def judge(fit: Fit, contrast: Contrast) -> tuple[Grade, str]:
    """Grade a registration and say by which thresholds.

    Raises:
        StudyError: "registration-failed" if the heads do not lie on one another at all.
    """
    if fit.overlap < REFUSED_OVERLAP:
        raise StudyError(
            "registration-failed",
            f"The head in {contrast} overlaps by {fit.overlap:.2f} only ({REFUSED_OVERLAP:.2f} is needed).",
        )
    grade = worst((graded(fit.overlap, LOOK_OVERLAP, BAD_OVERLAP), graded(fit.gain, LOOK_GAIN, BAD_GAIN)))
    text = (
        f"The heads overlap by {fit.overlap:.2f} (look below {LOOK_OVERLAP}, bad below {BAD_OVERLAP}); "
        f"5 mm or 5 degrees away {100 * fit.gain:.0f} % of the similarity is lost "
        f"(look below {100 * LOOK_GAIN:.0f} %, bad below {100 * BAD_GAIN:.0f} %). "
        "Upper row: squares of both images in turn; lower row: edges of the one over the other."
    )
    return grade, text
