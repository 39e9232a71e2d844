"""Pictures of volumes as PNG files, for boards, reports and quality checks; nothing of a patient's identity in them."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.convert import to_array
from fets_desktop.imaging.disk import known_disk_errors, make_folder
from fets_desktop.study.errors import StudyError

_THUMBNAIL_MM = 240.0
_PNG_END = b"IEND\xaeB`\x82"
_THUMBNAIL_PIXELS = 160
_MOST_VOXELS = 32_000_000


def write_png(path: Path, pixels: npt.NDArray[Any]) -> Path:
    """Write `(y, x)` grey or `(y, x, 3)` RGB uint8 pixels as PNG, whole or not at all.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    part = path.with_name(f".{path.name}.part.png")
    image = sitk.GetImageFromArray(np.ascontiguousarray(pixels, dtype=np.uint8), isVector=pixels.ndim == 3)
    try:
        make_folder(path.parent)
        with known_disk_errors():
            part.touch()
            with suppress(RuntimeError):  # ITK does not say why, and not always that; the file tells
                sitk.WriteImage(image, str(part))
            if not part.read_bytes().endswith(_PNG_END):
                raise StudyError("disk-full", "A picture could not be written whole.")
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path


def thumbnail(image: sitk.Image, path: Path) -> Path:
    """Write the middle axial slice of a volume as a square grey PNG, patient's right on the left, anterior up."""
    while image.GetNumberOfPixels() > _MOST_VOXELS:
        image = image[::2, ::2, ::2]  # a picture of 160 pixels shows no difference
    upright = sitk.DICOMOrient(image, "LPS")
    size, spacing = np.array(upright.GetSize()), np.array(upright.GetSpacing())
    centre = upright.TransformContinuousIndexToPhysicalPoint([(float(n) - 1) / 2 for n in size])
    direction = np.array(upright.GetDirection()).reshape(3, 3)
    pixel = min(_THUMBNAIL_MM, float((size * spacing).max())) / _THUMBNAIL_PIXELS
    corner = np.array(centre) - direction @ (np.array([0.5, 0.5, 0.0]) * pixel * (_THUMBNAIL_PIXELS - 1))
    cut = sitk.Resample(
        sitk.Cast(upright, sitk.sitkFloat32),
        [_THUMBNAIL_PIXELS, _THUMBNAIL_PIXELS, 1],
        sitk.Transform(3, sitk.sitkIdentity),
        sitk.sitkLinear,
        [float(c) for c in corner],
        [pixel, pixel, 1.0],
        upright.GetDirection(),
        0.0,
    )
    return write_png(path, grey(to_array(cut)[0]))


def grey(values: npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
    """Map values to 0..255 between the 1st and 99.5th percentile of the non-zero ones."""
    inside = values[values != 0]
    if inside.size == 0:
        return np.zeros(values.shape, dtype=np.uint8)
    low, high = np.percentile(inside, [1.0, 99.5])
    scaled = (values - min(low, 0.0)) / max(high - min(low, 0.0), 1e-6)
    return np.asarray(np.clip(scaled, 0.0, 1.0) * 255.0, dtype=np.uint8)
