"""Scan files and folders: headers only, grouped patient > time point > series, each series described."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fets_desktop.dicom.found import Fault, ScannedCase, ScannedSeries, ScanResult, SeriesKind, SetAside
from fets_desktop.dicom.gather import dicom_cases, without_copies
from fets_desktop.dicom.header import Header, lenient_reading, read_header, read_start
from fets_desktop.dicom.nifti import NiftiFile, nifti_cases, read_nifti
from fets_desktop.dicom.walk import FileKind, FoundFile, files_under, kind_of
from fets_desktop.dicom.words import neutral_name
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import Progress, silent

_TELL_EVERY = 25
_ARCHIVES = {".zip", ".gz", ".tar", ".tgz", ".7z", ".rar", ".bz2", ".xz"}

__all__ = ["Fault", "ScanResult", "ScannedCase", "ScannedSeries", "SeriesKind", "SetAside", "scan"]


@dataclass
class _Findings:
    """What was read so far."""

    headers: list[Header] = field(default_factory=list)
    niftis: list[NiftiFile] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    image_roots: set[Path] = field(default_factory=set)


def scan(paths: Sequence[Path], salt: bytes, progress: Progress = silent) -> ScanResult:
    """Find out what lies in files and folders; one bad file never stops the rest.

    Args:
        paths: Files or folders, DICOM and NIfTI mixed.
        salt: The workspace's secret that makes pseudonyms; the same salt gives the same names.
        progress: Told every few files.

    Returns:
        Cases, what was set aside, and faults; all empty if there is no image at all. Nothing but
        `ScannedSeries.files` can name a patient.

    Raises:
        Cancelled: Through `progress`.
    """
    progress(0.0, "Listing files")
    files = list(files_under(paths))
    found = _Findings()
    with lenient_reading():
        for number, file in enumerate(files):
            if number % _TELL_EVERY == 0:
                progress(0.98 * number / len(files), f"Reading headers: file {number + 1} of {len(files)}")
            _look_at(file, found)
    progress(0.98, "Finding out which series is which")
    result = _result(found, salt, paths)
    progress(1.0, f"{_count(len(result.cases), 'case')} found")
    return result


def _look_at(file: FoundFile, found: _Findings) -> None:
    try:
        if not file.path.is_file():
            found.others[""] += 1
            return
        start = read_start(file.path)
        kind = kind_of(file.path.name, start[0])
        if kind is FileKind.DICOM:
            header = read_header(file.path, start)
            if not header.rows and not header.series:
                raise StudyError("unreadable-image", "It holds no image.")
            found.headers.append(header)
            if header.fault:
                raise StudyError("unreadable-image", header.fault)
        elif kind is FileKind.NIFTI:
            found.niftis.append(read_nifti(file))
        elif kind is FileKind.EMPTY:
            raise StudyError("unreadable-image", "The file is empty.")
        elif kind is FileKind.BROKEN:
            raise StudyError("unreadable-image", "It is named like an image but is none.")
        elif kind is FileKind.OTHER:
            found.others[file.path.suffix.lower() if len(file.path.suffix) <= 5 else ""] += 1
            return
    except StudyError as error:
        found.faults.append(Fault(error.code, error.detail, neutral_name(file.path)))
    except OSError:
        found.faults.append(Fault("unreadable-image", "The file could not be opened.", neutral_name(file.path)))
    found.image_roots.add(file.root)


def _result(found: _Findings, salt: bytes, paths: Sequence[Path]) -> ScanResult:
    headers, copies = without_copies(found.headers)
    cases = dicom_cases(headers, salt)
    more, strays = nifti_cases(found.niftis, salt)
    cases = sorted([*cases, *more], key=lambda case: case.id)
    set_aside = [SetAside(f"{case.id}: {_name(s)}", s.set_aside) for case in cases for s in case.series if s.set_aside]
    set_aside += [SetAside(_name(series), series.set_aside) for series in strays]
    if copies:
        set_aside.append(SetAside(_count(copies, "DICOM file"), "copies of images that are already there"))
    for suffix, others in found.others.items():
        why = "an archive; unpack it to import what is inside" if suffix in _ARCHIVES else "no medical image"
        set_aside.append(SetAside(_count(others, "other file"), why))
    useless = sum(len(case.series) for case in cases) + len(strays)
    cases = [case for case in cases if any(not series.set_aside for series in case.series)]
    if useless and not cases and not found.faults:
        found.faults.append(
            Fault("no-images", "All that was found is set aside; the reasons are listed.", "all images")
        )
    archives = sum(others for suffix, others in found.others.items() if suffix in _ARCHIVES)
    if archives and not useless and not found.faults:
        found.faults.append(
            Fault("no-images", "Only an archive lies there; unpack it first.", _count(archives, "file"))
        )
    return ScanResult(tuple(cases), tuple(set_aside), (*found.faults, *_empty_roots(found, paths)))


def _name(series: ScannedSeries) -> str:
    return series.description or f"{'NIfTI file' if series.kind is SeriesKind.NIFTI else 'series'} {series.id}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _empty_roots(found: _Findings, paths: Sequence[Path]) -> list[Fault]:
    """Among several dropped places, name those without any image; a drop without any is the caller's to refuse."""
    roots = {path.resolve() if path.is_dir() else path.resolve().parent for path in paths}
    if not found.image_roots or len(roots) < 2:
        return []
    return [
        Fault("no-images", "", f"place {number} of {len(paths)}")
        for number, path in enumerate(paths, 1)
        if not any(root == path.resolve() or root == path.resolve().parent for root in found.image_roots)
    ]
