"""The headers of a series, de-identified and kept: what a segmentation needs to refer to its source.

One file holds one DICOM header per slice (or one of a multi-frame image), without pixels: a zip whose entries are
DICOM files in the order of the slices. The same headers give the same bytes.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
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
_DEFERRED = 64 << 10
"""Values of more bytes stay in the file until somebody asks; what is dropped is never read."""
_MOST_HEADERS = 100_000


def keep_headers(
    files: Sequence[Path], salt: bytes, patient: str, out: Path, progress: Progress = silent, *, scan_date: str = ""
) -> SourceIdentity:
    """Write the de-identified headers of one series into one file, which is whole or absent.

    Args:
        files: The DICOM files of the series; only read.
        salt: The workspace's secret behind pseudonymous UIDs and shifted dates.
        patient: The patient's pseudonym, Patient ID and Patient's Name from now on.
        out: The file to write.
        progress: Told of each header.
        scan_date: The examination's date as the case tells it, ISO and shifted.

    Returns:
        Who the patient truly is, and the true UID of each pseudonymous one: for the vault and nobody else.

    Raises:
        StudyError: "unreadable-image", "disk-full" or "read-only".
        Cancelled: Through `progress`.
    """
    identity = SourceIdentity()
    headers: list[tuple[tuple[float, float], bytes]] = []
    with lenient_reading():
        for number, file in enumerate(files):
            progress(number / len(files), "Keeping the headers")
            dataset, found = _cleaned(file, salt, patient, scan_date)
            headers.append((_place(dataset), _as_file(dataset)))
            identity = identity.joined(found)
    with whole_file(out) as sink, zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (_, header) in enumerate(sorted(headers, key=lambda pair: pair[0]), 1):
            archive.writestr(zipfile.ZipInfo(f"{number:05d}.dcm", _ZIP_BEGINNING), header, zipfile.ZIP_DEFLATED)
    progress(1.0, "Headers kept")
    return identity


def who_it_is(files: Sequence[Path], salt: bytes, patient: str, scan_date: str) -> SourceIdentity:
    """Return who the patient truly is by the first header that says it, of a series that cannot be kept.

    Nothing of the series is stored but its pseudonym; the search for names must know all the same whom to look for.
    """
    with lenient_reading():
        for file in files:
            with suppress(StudyError, OSError):
                found = _cleaned(file, salt, patient, scan_date)[1]
                if found.patient_id or found.patient_name:
                    return found
    return SourceIdentity()


def _cleaned(file: Path, salt: bytes, patient: str, scan_date: str) -> tuple[Dataset, SourceIdentity]:
    try:
        dataset = pydicom.dcmread(file, stop_before_pixels=True, force=True, defer_size=_DEFERRED)
        return dataset, deidentify(dataset, salt, patient, scan_date)
    except READ_FAULTS as error:
        raise StudyError("unreadable-image", "The header of one of its files cannot be de-identified.") from error


def _as_file(dataset: Dataset) -> bytes:
    buffer = io.BytesIO()
    try:
        dataset.save_as(buffer, enforce_file_format=True, implicit_vr=False, little_endian=True)
    except READ_FAULTS as error:
        raise StudyError("unreadable-image", "The header of one of its files cannot be written again.") from error
    return buffer.getvalue()


def _place(dataset: Dataset) -> tuple[float, float]:
    """Return where a slice lies along the normal of its plane, then its number; zeros where the header does not say."""
    try:
        position = np.array(dataset.ImagePositionPatient, float)
        plane = np.array(dataset.ImageOrientationPatient, float)
        along = float(np.cross(plane[:3], plane[3:]) @ position)
    except READ_FAULTS:
        along = 0.0
    number = str(dataset.get("InstanceNumber", "") or "0")
    return round(along, 3), float(number) if number.lstrip("-").isdigit() else 0.0


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
