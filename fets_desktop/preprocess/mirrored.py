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
    found = normalised_mutual_information(fixed[core], moving[core])
    flipped = _image(moving[:, :, ::-1], reference)
    try:
        matrix = register_close(_image(fixed, reference), flipped, _ITERATIONS)
    except StudyError:
        return 0.0  # the mirror image fits nowhere
    moved = sitk.Resample(flipped, reference, to_itk(matrix), sitk.sitkLinear, 0.0, sitk.sitkFloat32)
    mirror = normalised_mutual_information(fixed[core], np.asarray(to_array(moved), dtype=np.float32)[core])
    return (mirror - 1.0) / max(found - 1.0, 1e-6)


def _image(array: Float32, reference: sitk.Image) -> sitk.Image:
    image = sitk.GetImageFromArray(np.ascontiguousarray(array))
    image.CopyInformation(reference)
    return image
