"""Scan files and folders: headers only, grouped patient > time point > series, each series described."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fets_desktop.dicom.archives import is_archive, unpack
from fets_desktop.dicom.case_list import is_list, read_list
from fets_desktop.dicom.found import Fault, Mark, ScannedCase, ScannedSeries, ScanResult, SeriesKind, SetAside
from fets_desktop.dicom.gather import dicom_cases, without_copies
from fets_desktop.dicom.header import lenient_reading
from fets_desktop.dicom.identity import sort_out
from fets_desktop.dicom.listed import listed_case
from fets_desktop.dicom.look import Gathered
from fets_desktop.dicom.nifti import nifti_cases
from fets_desktop.dicom.remember import Memory
from fets_desktop.dicom.walk import FoundFile, files_under
from fets_desktop.dicom.wishes import Wishes
from fets_desktop.dicom.words import neutral_name
from fets_desktop.study.errors import ErrorKind, StudyError
from fets_desktop.study.progress import Progress, part, silent

_TELL_EVERY = 25
_ARCHIVES = {".zip", ".gz", ".tar", ".tgz", ".7z", ".rar", ".bz2", ".xz"}
_LISTED, _READ = 0.05, 0.98

__all__ = ["Fault", "ScanResult", "ScannedCase", "ScannedSeries", "SeriesKind", "SetAside", "Wishes", "scan"]


@dataclass
class _Findings(Gathered):
    """What was read so far."""

    others: Counter[str] = field(default_factory=Counter)
    set_aside: list[SetAside] = field(default_factory=list)
    image_roots: set[Path] = field(default_factory=set)
    listed: list[ScannedCase] = field(default_factory=list)
    notes: list[SetAside] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    unpacked: int = 0


def scan(
    paths: Sequence[Path],
    salt: bytes,
    progress: Progress = silent,
    wishes: Wishes = Wishes(),  # noqa: B008 - frozen
) -> ScanResult:
    """Find out what lies in files and folders; one bad file never stops the rest.

    Args:
        paths: Files, folders, archives, the directory of a disc, or lists of cases; DICOM and NIfTI mixed.
        salt: The workspace's secret that makes pseudonyms; the same salt gives the same names.
        progress: Told every few files.
        wishes: A site's rules, a person's verdicts, places for private files.

    Returns:
        Cases, what was set aside, and faults; all empty if there is no image at all. Nothing but
        `ScannedSeries.files` can name a patient.

    Raises:
        StudyError: "disk-full" or "read-only", if the private files cannot be written.
        Cancelled: Through `progress`.
    """
    progress(0.0, "Listing files")
    found = _Findings()
    lists = [path for path in paths if is_list(path)]
    with lenient_reading(), Memory(wishes.remember).kept() as memory:
        files = _all_files([path for path in paths if path not in lists], wishes, found, progress)
        share = len(files) / (len(files) + 1) if lists else 1.0
        reading = part(progress, _LISTED, _LISTED + (_READ - _LISTED) * share)
        for number, file in enumerate(files):
            if number % _TELL_EVERY == 0:
                reading(number / len(files), f"Reading headers: file {number + 1} of {len(files)}")
            _take(file, memory, found)
        for path in lists:
            _take_list(path, salt, memory, wishes, found, part(progress, _LISTED, _READ))
    progress(_READ, "Finding out which series is which")
    result = _result(found, salt, paths, wishes)
    progress(1.0, f"{_count(len(result.cases), 'case')} found")
    return result


def _all_files(paths: Sequence[Path], wishes: Wishes, found: _Findings, progress: Progress) -> list[FoundFile]:
    """List every file; what lies in archives is unpacked first."""
    files: list[FoundFile] = []
    for number, file in enumerate(files_under(paths)):
        if number % 1000 == 0:
            progress(0.0, f"Listing files: {number}")
        if wishes.unpack is None or not is_archive(file.path.name) or file.path.name.lower().endswith(".nii.gz"):
            files.append(file)
            continue
        folder = wishes.unpack / f"{found.unpacked:04d}"
        found.unpacked += 1
        try:
            unpacked = unpack(file.path, folder, part(progress, 0.0, _LISTED))
        except StudyError as error:
            if error.text.kind is not ErrorKind.INPUT:
                raise
            found.faults.append(Fault(error.code, error.detail, neutral_name(file.path)))
            continue
        except OSError:
            found.faults.append(Fault("unreadable-image", "The file could not be opened.", neutral_name(file.path)))
            continue
        for why, count in unpacked.left_out.items():
            found.set_aside.append(SetAside(f"{_count(count, 'file')} in {neutral_name(file.path)}", why))
        files += [FoundFile(inner.path, inner.root, file.place) for inner in files_under([folder])]
    return files


def _take(file: FoundFile, memory: Memory, found: _Findings) -> None:
    look = found.take(file, memory)
    if look.other is not None:
        found.others[look.other] += 1
    elif look.header is not None or look.nifti is not None or look.code:
        found.image_roots.add(file.place)


def _take_list(path: Path, salt: bytes, memory: Memory, wishes: Wishes, found: _Findings, progress: Progress) -> None:
    try:
        cases, faults = read_list(path)
    except StudyError as error:
        found.faults.append(Fault(error.code, error.detail, neutral_name(path)))
        return
    found.faults += faults
    for number, listed in enumerate(cases):
        words = f"Reading the list: case {number + 1} of {len(cases)}"
        progress(number / len(cases), words)
        within = part(progress, number / len(cases), (number + 1) / len(cases), f"{words}, ")
        line = listed_case(listed, salt, memory, wishes, within, found.marks)
        found.faults += line.faults
        found.notes += line.notes
        found.marks += line.marks
        if line.case is not None:
            found.listed.append(line.case)
    if not cases and not faults:
        found.faults.append(Fault("bad-list", "It names no case.", neutral_name(path)))


def _result(found: _Findings, salt: bytes, paths: Sequence[Path], wishes: Wishes) -> ScanResult:
    # before copies are left out: a copy whose name was changed is a clash, too
    known = sort_out(found.headers, salt, wishes.verdicts, wishes.earlier)
    headers, copies = without_copies(known.headers)
    more, strays = nifti_cases(found.niftis, salt, wishes)
    listed = {case.id for case in found.listed}
    cases = [case for case in (*dicom_cases(headers, salt, wishes), *more) if case.id not in listed]
    cases = sorted([*cases, *found.listed], key=lambda case: case.id)
    found.faults += known.faults
    set_aside = [SetAside(f"{case.id}: {_name(s)}", s.set_aside) for case in cases for s in case.series if s.set_aside]
    set_aside += [SetAside(_name(series), series.set_aside) for series in strays]
    if copies:
        set_aside.append(SetAside(_count(copies, "DICOM file"), "copies of images that are already there"))
    set_aside += found.set_aside
    set_aside += _others(found)
    useless = sum(len(case.series) for case in cases) + len(strays)
    cases = [case for case in cases if any(not series.set_aside for series in case.series)]
    _say_what_is_missing(found, useless, bool(cases))
    return ScanResult(
        tuple(cases),
        tuple(set_aside),
        (*found.faults, *_empty_roots(found, paths)),
        tuple(dict.fromkeys((*known.notes, *found.notes))),
        tuple(dict.fromkeys((*known.marks, *found.marks))),
    )


def _others(found: _Findings) -> list[SetAside]:
    """Return how many files there are that no image can be read from, in one line for each reason."""
    packed = sum(others for suffix, others in found.others.items() if suffix in _ARCHIVES)
    told = (
        (packed, "an archive of a kind that is not opened; unpack it first"),
        (sum(found.others.values()) - packed, "no medical image"),
    )
    return [SetAside(_count(number, "other file"), why) for number, why in told if number]


def _say_what_is_missing(found: _Findings, useless: int, any_case: bool) -> None:
    if found.faults or any_case:
        return
    archives = sum(others for suffix, others in found.others.items() if suffix in _ARCHIVES)
    if useless:
        why = "All that was found is set aside; the reasons are listed."
        found.faults.append(Fault("no-images", why, "all images"))
    elif archives:
        found.faults.append(
            Fault("no-images", "Only an archive lies there; unpack it first.", _count(archives, "file"))
        )
    elif found.unpacked:
        why = "The archive was unpacked, and no image is in it."
        found.faults.append(Fault("no-images", why, _count(found.unpacked, "archive")))


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
        if not is_list(path)
        and not any(root == path.resolve() or root == path.resolve().parent for root in found.image_roots)
    ]
