"""The two engines behind the recipe: greedy finds transforms, SimpleITK's N4 evens out brightness.

Both give the same bytes for the same input, whatever number of threads the machine has: greedy runs on one thread with
a fixed seed (its samples are jittered by chance, and a second thread saves a tenth of the time at most); N4's
last digits depend on how its sums are cut into parts, so it always gets the same number of them.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version

import numpy as np
import SimpleITK as sitk  # noqa: N813
from picsl_greedy import Greedy3D

from fets_desktop.imaging.quiet import quiet
from fets_desktop.imaging.rigid import inverse, is_rigid, to_itk
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Affine

_MIN_SHRUNK = 4
_PARTS = 4


def engine_versions() -> dict[str, str]:
    """Return the engines' versions: part of what every result was made by."""
    return {"picsl-greedy": version("picsl-greedy"), "SimpleITK": version("SimpleITK")}


def register_rigid(
    fixed: sitk.Image, moving: sitk.Image, iterations: tuple[int, ...], seed: int, start: Affine | None = None
) -> Affine:
    """Find the rigid transform that takes `moving` to `fixed`: normalised mutual information, image centres first.

    Args:
        fixed: Float image that stays.
        moving: Float image that is brought onto it.
        iterations: Per level of resolution, coarse to full.
        seed: Of greedy's jittered sampling.
        start: Where to begin, points of `fixed` to points of `moving`; the images' centres if None.

    Returns:
        RAS+ matrix mapping points of `fixed` to points of `moving`.

    Raises:
        StudyError: "registration-failed" if greedy gives up or its result is no rigid transform.

    Source: FETS-AI/Front-End BraTSPipeline: `-a -m NMI -ia-image-centers -n 100x50x10 -dof 6`.
    """
    command = f"-a -i fixed moving -m NMI -dof 6 -n {_levels(iterations)} -seed {seed}"
    if start is None:
        return _plausible(_greedy(f"{command} -ia-image-centers", fixed=fixed, moving=moving))
    # the image itself is moved there, by its header: greedy takes no matrix from memory
    near = _plausible(_greedy(f"{command} -ia-identity", fixed=fixed, moving=moved_header(moving, inverse(start))))
    return np.asarray(start @ near, dtype=np.float64)


def register_close(fixed: sitk.Image, moving: sitk.Image, iterations: tuple[int, ...]) -> Affine:
    """Find the rigid transform between images that lie on one another roughly: mutual information, from the identity.

    Raises:
        StudyError: "registration-failed" if greedy gives up or its result is no rigid transform.
    """
    command = f"-a -i fixed moving -m NMI -ia-identity -dof 6 -n {_levels(iterations)} -seed 1"
    return _plausible(_greedy(command, fixed=fixed, moving=moving))


def moved_header(image: sitk.Image, matrix: Affine) -> sitk.Image:
    """Return the same voxels where a rigid matrix, RAS+ mm, takes them; nothing is interpolated."""
    lps = to_itk(matrix)
    moved = sitk.Image(image)
    turn = np.array(lps.GetMatrix()).reshape(3, 3) @ np.array(image.GetDirection()).reshape(3, 3)
    moved.SetDirection(turn.ravel().tolist())
    moved.SetOrigin(lps.TransformPoint(image.GetOrigin()))
    return moved


def _levels(iterations: tuple[int, ...]) -> str:
    return "x".join(map(str, iterations))


def _greedy(command: str, **images: sitk.Image) -> object:
    """Run greedy and return what it found."""
    engine, words = Greedy3D(), io.StringIO()
    try:
        with quiet():
            engine.execute(f"-V 0 -threads 1 {command} -o found", words, words, **images, found=None)
        return engine["found"]
    except (RuntimeError, ValueError) as error:
        raise StudyError("registration-failed", "The registration gave up.") from error


def _plausible(found: object) -> Affine:
    matrix = np.array(found, dtype=np.float64)
    if not is_rigid(matrix):
        raise StudyError("registration-failed", "The registration found no plausible position.")
    return matrix


def even_out(image: sitk.Image, iterations: tuple[int, ...], shrink: int) -> sitk.Image:
    """Return the image with its slow changes of brightness taken out (N4), as float32; for registration only.

    Args:
        image: Float image.
        iterations: Per level of N4.
        shrink: The field is fitted on every n-th voxel, fewer where an axis is short.

    Raises:
        StudyError: "bad-voxels" if N4 can make nothing of the image.

    Source: Tustison et al. 2010; BraTSPipeline: shrink 4, 4 levels of 25 iterations, no mask.
    """
    factors = [max(1, min(shrink, size // _MIN_SHRUNK)) for size in image.GetSize()]
    try:
        with _fixed_parts():
            n4 = sitk.N4BiasFieldCorrectionImageFilter()
            n4.SetMaximumNumberOfIterations(list(iterations))
            n4.Execute(sitk.Shrink(image, factors))
            field = sitk.Exp(n4.GetLogBiasFieldAsImage(image))
    except RuntimeError as error:
        raise StudyError("bad-voxels", "Its brightness could not be evened out.") from error
    even: sitk.Image = sitk.Cast(image / sitk.Maximum(sitk.Cast(field, sitk.sitkFloat32), 1e-3), sitk.sitkFloat32)
    return even


@contextmanager
def _fixed_parts() -> Iterator[None]:
    """Give every filter within the same number of threads, on every machine."""
    before = sitk.ProcessObject.GetGlobalDefaultNumberOfThreads()
    sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(_PARTS)
    try:
        yield
    finally:
        sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(before)
