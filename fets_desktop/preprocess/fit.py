"""How well a registered image fits: similarity amid the head, how sharp its optimum is, how far the heads overlap."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import grid_of, to_array
from fets_desktop.imaging.rigid import to_itk
from fets_desktop.imaging.similarity import brightness_levels, mutual_information_of_levels
from fets_desktop.preprocess.mirrored import mirror_fit
from fets_desktop.preprocess.quality import foreground, graded, overlap, worst
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Grade
from fets_desktop.study.grid import Affine

LOOK_OVERLAP, BAD_OVERLAP, REFUSED_OVERLAP = 0.85, 0.75, 0.60


_STEP_MM = 3
_PUSH_MM, _TURN_DEGREES = 5.0, 5.0
_SKIN_MM = 12
_FEW_VOXELS = 1000

Float32 = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Limits:
    """Below what a registration is worth a look, bad, or refused.

    Attributes:
        look: Of the gain; likewise `bad` and `refused`.
        look_alike: Of the similarity, likewise `bad_alike`; 0 where it depends on the contrasts and tells nothing.
    """

    look: float
    bad: float
    refused: float
    look_alike: float = 0.0
    bad_alike: float = 0.0


SAME_HEAD = Limits(look=0.25, bad=0.15, refused=0.05)
"""Measured: 0.32 to 0.55 for contrasts of one patient, below 0.1 when one is mirrored or of another person."""

OTHER_PERSON, MIRRORED = 0.85, 1.35
"""Mirror fits. Measured on the native patient and four labelled ones: 0.44 to 0.67 for contrasts of one patient, 0.92
to 1.03 for those of two, 1.40 to 2.2 when one is mirrored. A phantom cut from the atlas, a mean head whose sides are
much alike, has 0.8, and 1.2 mirrored; there the sharpness tells (0.49 and 0.2; between two persons below 0.05)."""

OTHER_HEAD = Limits(look=-0.05, bad=-0.20, refused=-0.35, look_alike=1.016, bad_alike=1.01)
"""An atlas is another person: its gain is -0.01 to 0.55 where it fits; -0.35 and less when 9 mm off. A head that lies
upside down may be as sharp, and overlap as far: there the similarity tells (docs/recipe.md)."""


@dataclass(frozen=True)
class Fit:
    """What was measured about one registration.

    Attributes:
        similarity: Normalised mutual information amid the head, on 3 mm voxels.
        gain: How much of what is above 1 is lost at the best of twelve positions 5 mm or 5 degrees away; negative
            where one of them fits better.
        overlap: Dice of the heads, where both fields of view reach.
        mirror: What the mirrored image has in common with the fixed one, against the image as it is; 0 if not asked.
    """

    similarity: float
    gain: float
    overlap: float
    mirror: float = 0.0

    def is_doubtful(self, limits: Limits) -> bool:
        """Tell whether another attitude of the head may fit better."""
        return self.overlap < LOOK_OVERLAP or self.gain < limits.look or self.similarity < limits.look_alike


@dataclass(frozen=True, eq=False)
class Placed:
    """A native image and where it lies in the atlas: `to_atlas` maps atlas points to its points, RAS+ mm."""

    image: sitk.Image
    to_atlas: Affine


def measure(fixed: Placed, moving: Placed, atlas: sitk.Image, *, same_head: bool = False) -> Fit:
    """Measure how well `moving` fits on `fixed`, in the upright space of the atlas.

    Args:
        fixed: What it was brought onto.
        moving: What was brought.
        atlas: For its grid, and for where a head is.
        same_head: Whether it must be one person's, so that the mirror image is asked, too.
    """
    reference = atlas[::_STEP_MM, ::_STEP_MM, ::_STEP_MM]
    covered = _seen(reference, fixed) & _seen(reference, moving)
    there, here = (_on(reference, placed.image, placed.to_atlas) for placed in (fixed, moving))
    head = foreground(np.asarray(to_array(reference), dtype=np.float32))
    core = ndimage.binary_erosion(head, iterations=_SKIN_MM // _STEP_MM) & covered
    if core.sum() < _FEW_VOXELS:
        return Fit(1.0, -1.0, 0.0)
    levels = brightness_levels(there[core])
    found = mutual_information_of_levels(levels, brightness_levels(here[core]))
    beside = max(
        mutual_information_of_levels(
            levels, brightness_levels(_on(reference, moving.image, moving.to_atlas @ push)[core])
        )
        for push in _pushes(grid_of(atlas).to_ras(np.array(atlas.GetSize()) / 2.0))
    )
    gain = (found - beside) / max(found - 1.0, 1e-6)
    mirror = mirror_fit(there, here, core, reference) if same_head else 0.0
    return Fit(found, gain, overlap(foreground(there) & covered, foreground(here) & covered), mirror)


def _seen(reference: sitk.Image, placed: Placed) -> npt.NDArray[np.bool_]:
    ones = sitk.Image(placed.image.GetSize(), sitk.sitkUInt8)
    ones.CopyInformation(placed.image)
    return _on(reference, ones + 1, placed.to_atlas) > 0.5


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


def words_of(limits: Limits) -> dict[str, str]:
    """Return from where on a registration's numbers are fine, and below what they are bad, in words."""
    words = {
        "head_overlap": f"{LOOK_OVERLAP} or more; bad below {BAD_OVERLAP}",
        "sharpness_percent": f"{100 * limits.look:.0f} % or more; bad below {100 * limits.bad:.0f} %",
        "mirror_fit": f"refused above {MIRRORED}, and above {OTHER_PERSON} where it is not sharp",
    }
    if limits.look_alike:
        words["similarity_nmi"] = f"{limits.look_alike:.3f} or more; bad below {limits.bad_alike:.3f}"
    return words


def judge(fit: Fit, contrast: Contrast, limits: Limits) -> tuple[Grade, str]:
    """Grade a registration and say by which thresholds.

    Raises:
        StudyError: "registration-failed" if the heads do not lie on one another, or are not of one person.
    """
    if cause := _refusal(fit, contrast, limits):
        raise StudyError("registration-failed", cause)
    overlapping = graded(fit.overlap, LOOK_OVERLAP, BAD_OVERLAP)
    sharp = graded(fit.gain, limits.look, limits.bad)
    alike = graded(fit.similarity, limits.look_alike, limits.bad_alike)
    told = [
        f"The heads overlap by {fit.overlap:.2f}.",
        f"Moved by 5 mm or 5 degrees, {100 * fit.gain:.0f} % of the likeness would be lost: that is how sharply this "
        "position stands out.",
        "Upper row: squares of both images in turn; lower row: edges of the one over the other.",
    ]
    if alike is not Grade.OK:
        told.insert(
            0,
            f"{contrast} is hardly like what it was brought onto ({fit.similarity:.3f}; 1 is none, "
            f"{limits.look_alike:.3f} fine): its attitude may be wrong altogether.",
        )
    return worst((overlapping, sharp, alike)), " ".join(told)


def _refusal(fit: Fit, contrast: Contrast, limits: Limits) -> str:
    """Return why a registration cannot be used, "" if it can."""
    if fit.overlap < REFUSED_OVERLAP:
        return f"The head in {contrast} overlaps by {fit.overlap:.2f} only ({REFUSED_OVERLAP:.2f} is needed)."
    if fit.mirror > MIRRORED:
        return (
            f"{contrast} is mirrored left to right against T1Gd: its mirror image fits {fit.mirror:.1f} times as well. "
            "One of the two files says the wrong sides; which one, no program can know."
        )
    if fit.mirror > OTHER_PERSON and fit.gain < limits.look:
        return (
            f"{contrast} fits T1Gd hardly better than its mirror image does ({fit.mirror:.2f}; one head stays "
            f"below {OTHER_PERSON}): it may be another person's, mirrored left to right, or disturbed."
        )
    if fit.gain < limits.refused:
        return (
            f"{contrast} fits nowhere better than 5 mm beside it: it may be another person's, mirrored, or disturbed."
        )
    return ""
