"""Whether two images are mirrored against one another, or of two heads: the mirror image's own fit tells."""

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.convert import to_array
from fets_desktop.imaging.rigid import to_itk
from fets_desktop.imaging.similarity import normalised_mutual_information
from fets_desktop.preprocess.engines import register_close
from fets_desktop.study.errors import StudyError
from fets_desktop.study.volume import Mask

_ITERATIONS = (40, 20)  # with 5 a mirrored phantom whose sides are much alike was missed
_ROUGHLY = (40, 0)
_SETTLED = 0.7
"""Who fits no better than this roughly is not mirrored: the finer level, three quarters of the cost, changed the number
by an eighth at most, and whoever was mirrored had twice as much without it (docs/recipe.md)."""
_ASTRAY = 1.2
"""Who fits so many times as well nearby did not find its place; one that is mirrored gains 1 to 2 in a hundred."""

Float32 = npt.NDArray[np.float32]


def mirror_fit(fixed: Float32, moving: Float32, core: Mask, reference: sitk.Image) -> float:
    """Return how much the mirrored image has in common with the fixed one, against the image as it is.

    Below 1 the image as it is fits better, above 1 its mirror image; near 1 neither fits, as with another person.

    Args:
        fixed: `(z, y, x)`, upright in the atlas's space.
        moving: The same grid, brought onto `fixed`; the head's middle plane near that of the grid.
        core: Where to compare.
        reference: An image on the same grid.
    """
    reaches = normalised_mutual_information(fixed[core], moving[core]) - 1.0
    mirrored = moving[:, :, ::-1]
    mirror = _reached(fixed, mirrored, core, reference, _ROUGHLY)
    if mirror >= _SETTLED * reaches:
        mirror = _reached(fixed, mirrored, core, reference, _ITERATIONS)
    if mirror > reaches:
        # an image that did not find its place is not mirrored for it: as it is it may look about, too
        nearby = _reached(fixed, moving, core, reference, _ITERATIONS)
        reaches = nearby if nearby > _ASTRAY * reaches else reaches
    return mirror / max(reaches, 1e-6)


def _reached(fixed: Float32, moving: Float32, core: Mask, reference: sitk.Image, iterations: tuple[int, ...]) -> float:
    """Return how much an image has in common with the fixed one, where it fits best nearby; 0 if it fits nowhere."""
    image = _image(moving, reference)
    try:
        matrix = register_close(_image(fixed, reference), image, iterations)
    except StudyError:
        return 0.0
    moved = sitk.Resample(image, reference, to_itk(matrix), sitk.sitkLinear, 0.0, sitk.sitkFloat32)
    return normalised_mutual_information(fixed[core], np.asarray(to_array(moved), dtype=np.float32)[core]) - 1.0


def _image(array: Float32, reference: sitk.Image) -> sitk.Image:
    image = sitk.GetImageFromArray(np.ascontiguousarray(array))
    image.CopyInformation(reference)
    return image
