"""A scanned series becomes an anonymous volume whose geometry and voxels were checked before and after."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.dicom.dcm2niix_run import run_dcm2niix
from fets_desktop.dicom.found import ScannedSeries, SeriesKind
from fets_desktop.dicom.geometry import Stack, laid_on, stack_of
from fets_desktop.dicom.header import lenient_reading
from fets_desktop.dicom.second_reading import is_lossy, read_frames
from fets_desktop.dicom.slices import Slice, read_slices
from fets_desktop.imaging.convert import grid_of, to_array, to_image
from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.imaging.files import read_image, write_image
from fets_desktop.imaging.nifti_bytes import are_numbers
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.progress import Progress, part, silent

_LOSSY_STEPS = 4.0
_ROUNDING = 1e-5


def convert(series: ScannedSeries, out: Path, progress: Progress = silent) -> Grid:
    """Write one series as an anonymous .nii.gz whose voxels keep their values (slope and intercept applied).

    A DICOM series is judged by its headers first, then dcm2niix converts it, then every voxel is compared with a
    second reading by other decoders, frame by frame; both must agree. The volume stands where the headers say, i along
    rows, j along columns, k from slice to slice, right-handed. Where dcm2niix does not know the transfer syntax, takes
    the one stack for several volumes, or slope and intercept differ between slices (it applies the first slice's),
    the second reading stands alone.
    De-identification is by not storing: only voxels and geometry reach `out`, which is whole or absent.

    Args:
        series: What `scan` found; its files are only read.
        out: The file to write, ending in .nii.gz, in a scratch folder of ours.
        progress: Told of each step.

    Returns:
        The grid of the written volume.

    Raises:
        StudyError: "unreadable-image", "not-3d", "bad-geometry", "bad-voxels", "disk-full", "read-only".
        Cancelled: Through `progress`.
    """
    if not series.files:
        raise StudyError("no-images", "The series has no files.")
    progress(0.0, "Checking the slices")
    if series.kind is SeriesKind.DICOM:
        image = _from_dicom(series.files, out.parent, part(progress, 0.0, 0.8))
    else:
        finite = are_numbers(series.files[0])
        image = read_image(series.files[0])
        if image.GetPixelID() == sitk.sitkFloat64:
            image = sitk.Cast(image, sitk.sitkFloat32)  # what all that follows reckons in; 1 GB becomes a half
        if not finite:
            raise StudyError("bad-voxels", "Some of its voxels are not numbers.")
    progress(0.8, "Checking the voxels")
    _refuse_senseless(image)
    write_image(out, image)
    progress(1.0, "Converted")
    return grid_of(image)


def _from_dicom(files: Sequence[Path], near: Path, progress: Progress) -> sitk.Image:
    with lenient_reading():
        slices = read_slices(files)
        stack = stack_of(slices)
    progress(0.2, "Converting")
    array = None
    if len({slice_.scaling for slice_ in slices}) == 1:
        with known_disk_errors():
            near.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=near, prefix=".convert-") as folder:
                volume = run_dcm2niix(files, Path(folder), part(progress, 0.2, 0.7))
                array = None if volume is None else _on_stack(read_image(volume), stack)
    with lenient_reading():
        second = _read_again(files, slices, stack, part(progress, 0.7, 1.0))
    if array is not None:
        second = _agreed(array, second, lossy_steps=_LOSSY_STEPS * _slope(slices) if is_lossy(files[0]) else 0.0)
    return to_image(second, stack.grid)


def _on_stack(image: sitk.Image, stack: Stack) -> npt.NDArray[Any]:
    got, expected = grid_of(image), stack.grid
    if sorted(got.shape) != sorted(expected.shape):
        shape, wanted = (" x ".join(map(str, reversed(grid.shape))) for grid in (got, expected))
        raise StudyError("bad-geometry", f"The headers promise {wanted} voxels, but {shape} came out.")
    array = laid_on(expected, got, to_array(image))
    if array is None:
        raise StudyError("bad-geometry", "The converted volume does not lie where the headers say.")
    return array


def _slope(slices: Sequence[Slice]) -> float:
    return abs(slices[0].scaling[0]) if slices[0].scaling else 1.0


def _agreed(converted: npt.NDArray[Any], second: npt.NDArray[Any], lossy_steps: float) -> npt.NDArray[Any]:
    """Return the voxels on which the converter and other decoders agree.

    Two differences may be, and then the second reading counts. The order of the slices may be the reverse: dcm2niix
    reads frames of compressed enhanced images last to first without turning the volume (found by this comparison), and
    each frame's own header says where it lies. And all voxels may be scaled alike: dcm2niix knows vendors' own slopes,
    but the standard's are the ones that other viewers apply.
    """
    allowed = lossy_steps + _ROUNDING * max(1.0, float(np.abs(second).max()))
    if _alike(converted, second, allowed):
        return converted
    if _alike(converted[::-1], second, allowed) or _alike(_rescaled(converted, second), second, allowed):
        return second
    raise StudyError("bad-voxels", "Two ways of reading its pixels do not give the same image.")


def _rescaled(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return `one` with the scaling that makes its lowest and highest voxels those of `other`."""
    (low, high), (wanted, highest) = ((float(array.min()), float(array.max())) for array in (one, other))
    factor = (highest - wanted) / (high - low) if high > low else 1.0
    return np.asarray((one.astype(np.float32) - low) * factor + wanted)


def _alike(one: npt.NDArray[Any], other: npt.NDArray[Any], allowed: float) -> bool:
    # slice by slice, for the largest volumes fill a GiB as they are
    pairs = zip(one, other, strict=True)
    return all(bool(np.abs(a.astype(np.float64) - b).max() <= allowed) for a, b in pairs)


def _read_again(files: Sequence[Path], slices: Sequence[Slice], stack: Stack, progress: Progress) -> npt.NDArray[Any]:
    place = {number: k for k, number in enumerate(stack.order)}
    array = np.empty(stack.grid.shape, dtype=np.float32)
    for number, frame in enumerate(read_frames(files, slices)):
        progress(number / len(slices), "Reading slice by slice")
        array[place[number]] = frame
    whole = bool((array == np.round(array)).all())
    for kind in (np.int16, np.uint16):
        if whole and np.iinfo(kind).min <= array.min() and array.max() <= np.iinfo(kind).max:
            return array.astype(kind)
    return array


def _refuse_senseless(image: sitk.Image) -> None:
    array = sitk.GetArrayViewFromImage(image)  # no copy: it may fill a GiB
    if not np.isfinite(array).all():
        raise StudyError("bad-voxels", "Some of its voxels are not numbers.")
    if array.min() == array.max():
        raise StudyError("bad-voxels", "All its voxels have the same value.")
