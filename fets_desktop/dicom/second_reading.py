"""The pixels of a series read a second time, by other decoders than the converter's.

pydicom reads uncompressed, deflated and RLE pixels itself, JPEG-LS through CharLS (pyjpegls) and JPEG 2000 through
OpenJPEG (Pillow); what it cannot read (JPEG lossless) GDCM reads, which SimpleITK carries. None of them is under the
GPL.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pydicom
import SimpleITK as sitk  # noqa: N813
from pydicom.filereader import read_partial
from pydicom.pixels.decoders.base import get_decoder
from pydicom.pixels.utils import iter_pixels

from fets_desktop.dicom.header import READ_FAULTS
from fets_desktop.dicom.slices import Slice
from fets_desktop.imaging.convert import to_array
from fets_desktop.study.errors import StudyError

Frame = npt.NDArray[np.float64]

_PIXELS = 0x7FE00010
_LOSSY = ("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.81", "1.2.840.10008.1.2.4.91")


def read_frames(files: Sequence[Path], slices: Sequence[Slice]) -> Iterator[Frame]:
    """Yield every frame `(row, column)` with slope and intercept applied, in the order of `read_slices`.

    Call it inside `lenient_reading`.

    Raises:
        StudyError: "unreadable-image" if none of the decoders can read a file, or it holds other frames than it says.
    """
    left = iter(slices)
    for number, path in enumerate(files, 1):
        for frame, scaled in _frames(path, f"File {number} of {len(files)}"):
            for slice_ in _in_frame(left):
                row, column = slice_.corner
                part = frame[row : row + slice_.rows, column : column + slice_.columns]
                alone = slice_.corner == (0, 0) and not slice_.same_frame
                if part.shape != (slice_.rows, slice_.columns) or (alone and part.shape != frame.shape):
                    raise StudyError("unreadable-image", f"File {number} holds other frames than its header says.")
                slope, intercept = slice_.scaling if len(slice_.scaling) == 2 and not scaled else (1.0, 0.0)
                yield part.astype(np.float64) * slope + intercept
    if next(left, None) is not None:
        raise StudyError("unreadable-image", "There are fewer frames than the headers say.")


def _in_frame(left: Iterator[Slice]) -> Iterator[Slice]:
    """Yield the slices that the next frame holds: one, or the tiles of a mosaic.

    Raises:
        StudyError: "unreadable-image" if there is none left.
    """
    slice_ = next(left, None)
    if slice_ is None:
        raise StudyError("unreadable-image", "There are more frames than the headers say.")
    yield slice_
    while slice_.same_frame:
        slice_ = next(left)
        yield slice_


def is_lossy(path: Path) -> bool:
    """Tell whether a file's pixels were stored by a lossy method; decoders may round those differently."""
    try:
        return str(pydicom.filereader.read_file_meta_info(path).get("TransferSyntaxUID", "")) in _LOSSY
    except READ_FAULTS:
        return False


def _after_pixels() -> Callable[[Any, Any, Any], bool]:
    """Return what stops a reader behind the pixels: some files go on with a MB of zeros, each 8 of which are a tag."""
    seen = False

    def stop(tag: Any, vr: Any, length: Any) -> bool:  # noqa: ANN401 - pydicom's own types
        nonlocal seen
        if seen:
            return True
        seen = tag == _PIXELS
        return False

    return stop


def _frames(path: Path, name: str) -> Iterator[tuple[npt.NDArray[Any], bool]]:
    """Yield frames, and whether the decoder has applied slope and intercept."""
    try:
        with path.open("rb") as file:
            dataset = read_partial(file, stop_when=_after_pixels(), force=True)
        syntax = getattr(dataset.file_meta, "TransferSyntaxUID", pydicom.uid.ImplicitVRLittleEndian)
        dataset.file_meta.TransferSyntaxUID = syntax
        if not syntax.is_encapsulated or get_decoder(syntax).is_available:
            for frame in iter_pixels(dataset, raw=True):
                yield frame, False
            return
        image = sitk.ReadImage(str(path))
    except (*READ_FAULTS, RuntimeError) as error:
        raise StudyError("unreadable-image", f"{name}: its pixels could not be decoded.") from error
    for plane in to_array(image):
        yield plane, True
