"""Where a registration begins if the images' centres and headers led it astray: a look at every attitude of a head.

Costs a second or two, and is asked only where the first registration fits badly.
"""

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813
from scipy.spatial.transform import Rotation

from fets_desktop.imaging.convert import grid_of, to_array
from fets_desktop.imaging.rigid import to_itk
from fets_desktop.imaging.similarity import normalised_mutual_information
from fets_desktop.preprocess.engines import register_rigid
from fets_desktop.preprocess.quality import foreground
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Affine

_COARSE_MM = 8.0
_FINER_MM = 4.0
_TILT_DEGREES = 45.0
_TRIED = 6
_ITERATIONS = (60, 30)

Float32 = npt.NDArray[np.float32]


def best_start(fixed: sitk.Image, moving: sitk.Image, seed: int) -> Affine | None:
    """Return the best of all attitudes, registered coarsely; None if no attitude could be registered.

    Args:
        fixed: Float image that stays.
        moving: Float image of a head in whatever attitude; 24 right-angled ones and those tilted by 45 degrees from
            each are tried, heads' centres on one another.
        seed: Of the registration's jittered sampling.

    Returns:
        RAS+ matrix mapping points of `fixed` to points of `moving`.
    """
    there, here = (_coarse(image, _COARSE_MM) for image in (fixed, moving))
    centres = _centre(there), _centre(here)
    starts = [_about(turn, *centres) for turn in _attitudes()]
    first = sorted(starts, key=lambda start: -_similarity(there, here, start))[:_TRIED]
    finer = [_coarse(image, _FINER_MM) for image in (fixed, moving)]
    found: list[tuple[float, int, Affine]] = []
    for start in first:
        try:
            matrix = register_rigid(finer[0], finer[1], _ITERATIONS, seed, start)
        except StudyError:
            continue
        found.append((_similarity(finer[0], finer[1], matrix), len(found), matrix))
    return max(found)[2] if found else None


def _attitudes() -> list[npt.NDArray[np.float64]]:
    tilts = [np.zeros(3), *(sign * _TILT_DEGREES * axis for axis in np.eye(3) for sign in (-1.0, 1.0))]
    return [
        (Rotation.from_rotvec(np.radians(tilt)) * right_angled).as_matrix()
        for right_angled in Rotation.create_group("O")
        for tilt in tilts
    ]


def _about(turn: npt.NDArray[np.float64], fixed: npt.NDArray[np.float64], moving: npt.NDArray[np.float64]) -> Affine:
    matrix = np.eye(4)
    matrix[:3, :3] = turn
    matrix[:3, 3] = moving - turn @ fixed
    return matrix


def _coarse(image: sitk.Image, step_mm: float) -> sitk.Image:
    """Return the image on cubes of that size, upright in the scanner's space, with room for every corner."""
    smooth = sitk.SmoothingRecursiveGaussian(image, [max(step_mm / 2, step) for step in image.GetSpacing()])
    corners = np.array(
        [
            image.TransformContinuousIndexToPhysicalPoint(
                [e * (n - 1) for e, n in zip(end, image.GetSize(), strict=True)]
            )
            for end in np.ndindex(2, 2, 2)
        ]
    )
    low, high = corners.min(axis=0), corners.max(axis=0)
    reference = sitk.Image([max(2, int(n)) for n in np.ceil((high - low) / step_mm) + 1], sitk.sitkUInt8)
    reference.SetOrigin(low.tolist())
    reference.SetSpacing([step_mm] * 3)
    return sitk.Resample(smooth, reference, sitk.Transform(), sitk.sitkLinear, 0.0, sitk.sitkFloat32)


def _centre(image: sitk.Image) -> npt.NDArray[np.float64]:
    inside = foreground(np.asarray(to_array(image), dtype=np.float32))
    index = np.argwhere(inside) if inside.any() else np.argwhere(np.ones_like(inside))
    return np.asarray(grid_of(image).to_ras(index[:, ::-1].mean(axis=0)), dtype=np.float64)


def _similarity(fixed: sitk.Image, moving: sitk.Image, matrix: Affine) -> float:
    moved = sitk.Resample(moving, fixed, to_itk(matrix), sitk.sitkLinear, 0.0, sitk.sitkFloat32)
    one, other = (np.asarray(to_array(image), dtype=np.float32) for image in (fixed, moved))
    return normalised_mutual_information(one, other)
