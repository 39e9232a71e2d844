"""A first look at a series that is set aside: one small picture, made in memory and written nowhere.

Nobody has looked at such a series yet, and screen pictures are among them: of one whose headers or pixels let expect
burnt-in text there is no picture at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pydicom
import SimpleITK as sitk  # noqa: N813

from fets_desktop.dicom.burnt_in import may_hold_text
from fets_desktop.dicom.found import ScannedSeries, SeriesKind
from fets_desktop.dicom.header import READ_FAULTS, lenient_reading
from fets_desktop.dicom.second_reading import read_frames
from fets_desktop.dicom.shows import what_shows
from fets_desktop.dicom.slices import read_slices
from fets_desktop.imaging.files import read_image
from fets_desktop.imaging.late import late
from fets_desktop.imaging.nifti_bytes import are_numbers
from fets_desktop.imaging.pictures import grey
from fets_desktop.study.errors import StudyError

ndimage = late("scipy.ndimage")

SIDE = 128
"""Rows and columns of a picture."""

HIDDEN = "No picture: text may be burnt into it."
UNREADABLE = "No picture: its pixels cannot be shown."

_LOOKED_AT = 5
"""Images of a series that are searched for text, spread over it; the middle one is shown."""
_TELLING = ["BurnedInAnnotation", "SOPClassUID", "ImageType", "ConversionType"]

Values = npt.NDArray[np.float32]
Image = tuple[Values, tuple[float, float]]
"""Pixels `(row, column)`, and the distances of rows and of columns in mm."""


@dataclass(frozen=True, eq=False)
class Glance:
    """What may be seen of a series.

    Attributes:
        pixels: Grey, `(SIDE, SIDE)`; None if nothing may or can be seen.
        why_not: In words, "" if there is a picture.
    """

    pixels: npt.NDArray[np.uint8] | None
    why_not: str = ""


def glance(series: ScannedSeries) -> Glance:
    """Make a picture of the middle of a series; whatever its files hold, nothing is raised for it."""
    dicom = series.kind is SeriesKind.DICOM
    try:
        with lenient_reading():
            if dicom and _tell_of_text(series.files):
                return Glance(None, HIDDEN)
            images = list(_of_dicom(series.files) if dicom else _of_nifti(series.files[0]))
        if any(may_hold_text(values[np.newaxis]) for values, _ in images):
            return Glance(None, HIDDEN)
        return Glance(_small(*images[len(images) // 2]))
    except (StudyError, RuntimeError, MemoryError, *READ_FAULTS):
        return Glance(None, UNREADABLE)


def _tell_of_text(files: Sequence[Path]) -> bool:
    """Ask every header, for a name may be burnt into one image of many."""
    read = (pydicom.dcmread(f, stop_before_pixels=True, force=True, specific_tags=list(_TELLING)) for f in files)
    return any(what_shows([header]) for header in read)


def _of_dicom(files: Sequence[Path]) -> Iterator[Image]:
    for file in (files[number] for number in _spread(len(files))):
        slices = read_slices([file])
        wanted = _spread(len(slices)) if len(files) == 1 else [len(slices) // 2]
        for number, frame in enumerate(read_frames([file], slices)):
            if number in wanted:
                row_mm, column_mm = slices[number].pixel_mm
                yield _finite(frame), (row_mm, column_mm)
            if number == wanted[-1]:
                break


def _of_nifti(file: Path) -> Iterator[Image]:
    are_numbers(file)  # refuses what claims to be larger than a head can be
    upright = sitk.DICOMOrient(read_image(file), "LPS")
    column_mm, row_mm, _ = upright.GetSpacing()
    array = sitk.GetArrayViewFromImage(upright)  # no copy: it may fill a GiB
    for number in _spread(len(array)):
        yield _finite(array[number]), (row_mm, column_mm)


def _spread(count: int) -> list[int]:
    return sorted({round(place) for place in np.linspace(0, count - 1, _LOOKED_AT)}) if count else []


def _finite(values: npt.NDArray[np.generic]) -> Values:
    return np.nan_to_num(values.astype(np.float32), posinf=0.0, neginf=0.0)


def _small(values: Values, pixel_mm: tuple[float, float]) -> npt.NDArray[np.uint8]:
    """Return the image in the middle of a square, every pixel the mean of what it covers."""
    pixel, size = np.array(pixel_mm), np.array(values.shape)
    step = float((size * pixel).max()) / SIDE
    covered = [max(1, round(step / one)) for one in pixel_mm]
    scale = step / pixel
    # the centre of the picture lies on the centre of the image
    offset = (size - 1) / 2 - scale * (SIDE - 1) / 2
    smooth = ndimage.uniform_filter(values, covered, mode="nearest")
    # half a pixel beyond the outer centres still belongs to the image
    shown = ndimage.affine_transform(smooth, scale, offset, (SIDE, SIDE), order=1, mode="nearest")
    rows, columns = (np.abs(np.arange(SIDE) - (SIDE - 1) / 2) * s <= n / 2 for s, n in zip(scale, size, strict=True))
    return grey(np.where(np.outer(rows, columns), shown, 0.0))
