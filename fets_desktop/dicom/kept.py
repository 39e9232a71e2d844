"""The headers of a series, de-identified and kept: what a segmentation needs to refer to its source.

One file holds one DICOM header per slice (or one of a multi-frame image), without pixels: a zip whose entries are
DICOM files in the order of the slices. The same headers give the same bytes.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pydicom
from pydicom.dataset import Dataset

from fets_desktop.dicom.deidentify import deidentify
from fets_desktop.dicom.header import READ_FAULTS, lenient_reading
from fets_desktop.imaging.disk import whole_file
from fets_desktop.study.errors import StudyError
from fets_desktop.study.identity import SourceIdentity
from fets_desktop.study.progress import Progress, silent

SUFFIX = ".headers.zip"
_ZIP_BEGINNING = (1980, 1, 1, 0, 0, 0)
_LARGEST_HEADER = 64 << 20
_MOST_HEADERS = 100_000


def keep_headers(
    files: Sequence[Path], salt: bytes, patient: str, out: Path, progress: Progress = silent
) -> SourceIdentity:
    """Write the de-identified headers of one series into one file, which is whole or absent.

    Args:
        files: The DICOM files of the series; only read.
        salt: The workspace's secret behind pseudonymous UIDs and shifted dates.
        patient: The patient's pseudonym, Patient ID and Patient's Name from now on.
        out: The file to write.
        progress: Told of each header.

    Returns:
        Who the patient truly is, and the true UID of each pseudonymous one: for the vault and nobody else.

    Raises:
        StudyError: "unreadable-image", "disk-full" or "read-only".
        Cancelled: Through `progress`.
    """
    identity = SourceIdentity()
    with lenient_reading(), whole_file(out) as sink, zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, file in enumerate(files):
            progress(number / len(files), "Keeping the headers")
            header, found = _cleaned(file, salt, patient)
            archive.writestr(zipfile.ZipInfo(f"{number + 1:05d}.dcm", _ZIP_BEGINNING), header, zipfile.ZIP_DEFLATED)
            identity = identity.joined(found)
    progress(1.0, "Headers kept")
    return identity


def _cleaned(file: Path, salt: bytes, patient: str) -> tuple[bytes, SourceIdentity]:
    try:
        dataset = pydicom.dcmread(file, stop_before_pixels=True, force=True)
        identity = deidentify(dataset, salt, patient)
        buffer = io.BytesIO()
        dataset.save_as(buffer, enforce_file_format=True, implicit_vr=False, little_endian=True)
    except READ_FAULTS as error:
        raise StudyError("unreadable-image", "The header of one of its files cannot be de-identified.") from error
    return buffer.getvalue(), identity


def read_kept(path: Path) -> tuple[Dataset, ...]:
    """Return the headers of a kept series in the order of the slices.

    Raises:
        StudyError: "damaged-workspace" if the file is not what `keep_headers` wrote.
    """
    return tuple(each_kept(path))


def each_kept(path: Path) -> Iterator[Dataset]:
    """Yield the headers of a kept series one by one.

    Raises:
        StudyError: "damaged-workspace" if the file is not what `keep_headers` wrote.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_HEADERS or any(entry.file_size > _LARGEST_HEADER for entry in entries):
                raise StudyError("damaged-workspace", "The kept headers of a series are too large.")
            for entry in entries:
                yield pydicom.dcmread(io.BytesIO(archive.read(entry)))
    except (zipfile.BadZipFile, *READ_FAULTS) as error:
        raise StudyError("damaged-workspace", "The kept headers of a series cannot be read.") from error
