"""Read and write NIfTI; a written file is whole or absent, and the same voxels give the same bytes."""

import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.convert import grid_of, to_array, to_image
from fets_desktop.imaging.disk import whole_file
from fets_desktop.imaging.itk_names import itk_name
from fets_desktop.imaging.nifti_bytes import are_numbers
from fets_desktop.imaging.opening import plain
from fets_desktop.imaging.quiet import quiet
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import LabelScheme
from fets_desktop.study.volume import LabelMap, Volume

_NIFTI_HEAD = 352
_GZIP_LEVEL = 6
"""Of packing by runs (`Z_RLE`): images and label maps alike shrink as much as by a search for repeated parts, or more,
in a third of its time (a head with skull 0.4 and 1.1 CPU-seconds, 22.5 and 22.7 MB; a mask 61 and 110 kB)."""

_AS_GZIP = 31  # zlib's own word for a gzip file; it writes no time and no name


def read_image(path: Path) -> sitk.Image:
    """Read one 3-D image; a trailing fourth axis of length 1 (as in the SRI24 files) is dropped.

    Raises:
        StudyError: "unreadable-image" if the file cannot be decoded, "not-3d" if it is no single volume.
    """
    try:
        with plain(path) as opened, itk_name(opened) as name:
            image = sitk.ReadImage(name)
    except RuntimeError as error:
        raise StudyError("unreadable-image", _reason(error)) from error
    if image.GetDimension() == 4 and image.GetSize()[3] == 1:
        image = image[:, :, :, 0]
    for key in image.GetMetaDataKeys():
        image.EraseMetaData(key)  # words of the file's that nobody asks for, and that no file of ours may hold
    if image.GetDimension() != 3 or image.GetNumberOfComponentsPerPixel() != 1 or min(image.GetSize()) < 2:
        raise StudyError("not-3d", f"It has {' x '.join(map(str, image.GetSize()))} voxels.")
    return image


def _reason(error: RuntimeError) -> str:
    text = str(error)
    if "doesn't exist" in text or "does not exist" in text:
        return "The file is not there."
    return "The file is damaged, or of a kind that is not supported."


def read_volume(path: Path) -> Volume:
    """Read a scalar image as float32.

    Raises:
        StudyError: "unreadable-image" or "not-3d".
    """
    image = read_image(path)
    return Volume(to_array(sitk.Cast(image, sitk.sitkFloat32)), grid_of(image))


def read_labels(path: Path, scheme: LabelScheme) -> LabelMap:
    """Read a label map whose scheme is known.

    Raises:
        StudyError: "unreadable-image", "not-3d", or "stray-labels" if a value is fractional or unknown to the scheme.
    """
    array, grid = read_label_values(path)
    if strays := scheme.strays(array):
        raise StudyError("stray-labels", f"Found {', '.join(map(str, strays))}; {scheme.title} does not use them.")
    return LabelMap(array, grid, scheme)


def read_label_values(path: Path) -> tuple[npt.NDArray[np.uint8], Grid]:
    """Read whole-numbered values 0..255 of a NIfTI file `(z, y, x)` without saying what they mean.

    Raises:
        StudyError: "unreadable-image", "not-3d", or "stray-labels" if a value is no whole number in 0..255.
    """
    if not path.is_file():
        raise StudyError("unreadable-image", "The file is not there.")
    # a map that was cut short would lose its tumour in silence: ITK reads what is missing as background
    with plain(path) as opened:
        finite = are_numbers(opened)
        image = read_image(opened)
    if not finite:
        raise StudyError("stray-labels", "Some values are not numbers.")
    values = to_array(image)
    whole = np.asarray(np.round(values.astype(np.float64))).clip(0, 255).astype(np.uint8)
    if not np.array_equal(values, whole):
        raise StudyError("stray-labels", "Some values are not whole numbers between 0 and 255.")
    return whole, grid_of(image)


def write_array(path: Path, array: npt.NDArray[Any], grid: Grid) -> Path:
    """Write a `(z, y, x)` array as .nii.gz: temporary file, fsync, rename; no time stamp or name inside.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    return write_image(path, to_image(array, grid))


def write_image(path: Path, image: sitk.Image, *, packed: bool = True) -> Path:
    """Write a SimpleITK image as .nii.gz without any metadata of its source.

    Args:
        path: The file.
        image: The image.
        packed: Whether it is made smaller; float images of noise gain a sixth, which takes longer than reading them.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    clean = sitk.Image(image)
    for key in clean.GetMetaDataKeys():
        clean.EraseMetaData(key)  # the first one copies the voxels; an image that was read here has none
    raw = path.with_name(f".{path.name}.{os.getpid()}.nii")
    try:
        with whole_file(path) as sink:
            _write_raw(raw, clean)
            packer = zlib.compressobj(_GZIP_LEVEL if packed else 0, zlib.DEFLATED, _AS_GZIP, strategy=zlib.Z_RLE)
            with raw.open("rb") as source:
                while block := source.read(1 << 20):
                    sink.write(packer.compress(block))
            sink.write(packer.flush())
    finally:
        with suppress(OSError):
            raw.unlink()
    return path


def _write_raw(path: Path, image: sitk.Image) -> None:
    try:
        # nifti's own library prints when a disk is full; we say it in words
        with quiet():
            sitk.WriteImage(image, str(path), useCompression=False)
    except RuntimeError as error:
        # ITK does not say why; the file system does when asked again
        with path.open("ab") as probe:
            probe.write(bytes(1 << 16))
            os.fsync(probe.fileno())
        raise StudyError("disk-full", "An image could not be written whole.") from error
    voxels = image.GetNumberOfPixels() * image.GetSizeOfPixelComponent() * image.GetNumberOfComponentsPerPixel()
    # ITK passes over a write that was cut short in silence
    if path.stat().st_size < _NIFTI_HEAD + voxels:
        raise StudyError("disk-full", "An image could not be written whole.")
