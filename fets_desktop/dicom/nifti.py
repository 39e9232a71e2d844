"""NIfTI files become cases: one folder, or one identifier in a folder, is one patient at one time point."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import SimpleITK as sitk  # noqa: N813

from fets_desktop.dicom.choose import Candidate, choose
from fets_desktop.dicom.describe import Proposal, ruled
from fets_desktop.dicom.found import ScannedCase, ScannedSeries, SeriesKind
from fets_desktop.dicom.names import NameFacts, case_folder, name_facts, patient_and_visit
from fets_desktop.dicom.walk import FoundFile
from fets_desktop.dicom.wishes import Wishes
from fets_desktop.dicom.words import plain_words, protocol_words
from fets_desktop.imaging.itk_names import itk_name
from fets_desktop.imaging.nifti_bytes import stored_values
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.pseudonym import case_name, is_consortium_name, kin_name, patient_name, series_name

_FEW_VALUES = 16
"""A scan has hundreds of distinct values, a label map a handful."""

_SAMPLE_STEP = 5
_NAMED_CONFIDENCE = 0.95
_PROCESSED_CONFIDENCE = 0.9
_DOUBTED = 0.5
_NEARLY_ALL = 3
_PLAIN_PLACE = re.compile(r"(anat|niftis?|nii)$", re.IGNORECASE)


@dataclass(frozen=True)
class NiftiFile:
    """One NIfTI file with what its name and its header say; `refused` is why it is no candidate."""

    path: Path
    folder: Path
    names: NameFacts
    refused: str
    three_d: bool

    @classmethod
    def at(cls, found: FoundFile, names: NameFacts, refused: str, three_d: bool) -> "NiftiFile":
        """Return what is known of a found file."""
        return cls(found.path, case_folder(found.path, found.root), names, refused, three_d)


def read_nifti(found: FoundFile) -> NiftiFile:
    """Look at one file: header, name, and, where the name leaves it open, whether its values are labels.

    Raises:
        StudyError: "unreadable-image", or "not-3d" for a 4-D file that is named like one of the contrasts.
    """
    names = name_facts(found.path, found.root)
    reader = sitk.ImageFileReader()
    try:
        with itk_name(found.path) as name:
            reader.SetFileName(name)
            reader.ReadImageInformation()
    except RuntimeError as error:
        raise StudyError("unreadable-image", "The NIfTI header is damaged or cut short.") from error
    size, spacing = reader.GetSize(), reader.GetSpacing()
    refused = names.refused or _not_3d(size, named=names.contrast is not None)
    if not refused and _holds_labels(found.path):
        refused = "a mask or label map by its content: only a few whole values"
    return NiftiFile.at(found, names, refused, max(spacing[:3]) <= 1.6 * min(spacing[:3]))


def _not_3d(size: Sequence[int], named: bool) -> str:
    volumes = int(np.prod(size[3:])) if len(size) > 3 else 1
    if len(size) >= 3 and min(size[:3]) > 1 and volumes == 1:
        return ""
    shape = f"{len(size)}-D file of {' x '.join(map(str, size))} voxels"
    if named:
        raise StudyError("not-3d", f"It is a {shape}.")
    return f"a {shape}, not one volume"


def _holds_labels(path: Path) -> bool:
    """Tell whether the values are whole and few.

    Raises:
        StudyError: "unreadable-image" if the voxels are cut short.
    """
    sample = stored_values(path, _SAMPLE_STEP)
    values = np.unique(sample[np.isfinite(sample)])
    return 1 < len(values) <= _FEW_VALUES and bool((values == np.round(values)).all())


def nifti_cases(
    files: Sequence[NiftiFile],
    salt: bytes,
    wishes: Wishes = Wishes(),  # noqa: B008 - frozen
) -> tuple[list[ScannedCase], list[ScannedSeries]]:
    """Group files into cases.

    Returns:
        The cases, and the series that were set aside and belong to no case.
    """
    folders: dict[Path, list[NiftiFile]] = defaultdict(list)
    for file in _beside_patients(files):
        folders[file.folder].append(file)
    groups: dict[tuple[str, str], list[NiftiFile]] = defaultdict(list)
    for folder, inside in folders.items():
        for prefix, group in _by_prefix(inside).items():
            groups[patient_and_visit(folder, prefix)].extend(group)
    cases: list[ScannedCase] = []
    strays: list[ScannedSeries] = []
    for (patient, visit), group in sorted(groups.items()):
        candidates = _one_level(nifti_candidates(salt, f"{patient}\n{visit}", group, wishes), group)
        if all(series.set_aside for series, _ in candidates):
            strays.extend(series for series, _ in candidates)
            continue
        name = patient_name(salt, patient)
        cases.append(ScannedCase(case_name(salt, name, patient, visit), name, "", choose(candidates)))
    return cases, strays


def _beside_patients(files: Sequence[NiftiFile]) -> list[NiftiFile]:
    """Let a folder that is called like one of copies ("registered") be a case where patients' folders lie beside it.

    What lies in such a folder belongs to the patient above it; above this one there are several, and to take two
    such folders together would mix two patients.
    """
    held: dict[Path, set[Contrast]] = defaultdict(set)
    cases: dict[Path, set[Contrast]] = defaultdict(set)
    for file in files:
        if file.names.contrast and not file.refused:
            held[file.path.parent].add(file.names.contrast)
            cases[file.folder].add(file.names.contrast)
    above = {place for case, found in cases.items() if len(found) >= _NEARLY_ALL for place in case.parents}
    full = {folder for folder, found in held.items() if len(found) >= _NEARLY_ALL}
    own = {
        file.path.parent
        for file in files
        if file.folder == file.path.parent.parent
        and file.folder in above - held.keys()
        and file.path.parent in full
        and not _PLAIN_PLACE.match(file.path.parent.name)
    }
    return [replace(f, folder=next((p for p in f.path.parents if p in own), f.folder)) for f in files]


def _by_prefix(files: list[NiftiFile]) -> dict[str, list[NiftiFile]]:
    """Part a folder by the identifiers before the contrasts, where there are several; else one group.

    Prefixes are identifiers if a contrast would otherwise stand there twice at the same level of processing.
    """
    scans: dict[str, list[NiftiFile]] = defaultdict(list)
    for file in files:
        if not file.refused and file.names.contrast:
            scans[file.names.prefix].append(file)
    identifiers = {prefix for prefix in scans if any(sign.isdigit() for sign in prefix)}
    kinds = [(f.names.contrast, f.names.level) for prefix in identifiers for f in scans[prefix]]
    if len(scans) == 1 and is_consortium_name(only := next(iter(scans))):
        return {only: files}
    if len(identifiers) < 2 or len(kinds) == len(set(kinds)):
        return {"": files}
    parted: dict[str, list[NiftiFile]] = defaultdict(list)
    for file in files:
        fitting = [prefix for prefix in identifiers if file.path.name.startswith(prefix)]
        parted[max(fitting, key=len, default="")].append(file)
    return parted


def nifti_candidates(salt: bytes, case: str, files: Sequence[NiftiFile], wishes: Wishes) -> list[Candidate]:
    """Describe every file of one case."""
    described: dict[str, Candidate] = {}
    for file in files:
        key = f"{case}\n{file.path.relative_to(file.folder)}"
        # the same name in two places of one case: they are two series
        key = f"{key}\n{file.path}" if key in described else key
        kin = kin_name(salt, "nifti", called) if (called := _called(file)) else ""
        described[key] = _described(series_name(salt, key), file, kin, wishes)
    return list(described.values())


def _is_hard(refused: str) -> bool:
    """Tell whether no rule of a site may bring a file back."""
    return refused.startswith("T1-FLAIR") or "by its content" in refused or "not one volume" in refused


def _called(file: NiftiFile) -> str:
    """Return what a site calls such files: the name without numbers and what else tells patients apart."""
    own = set(plain_words(file.folder.name).split())
    words = plain_words(re.sub(r"\.nii(\.gz)?$", "", file.path.name, flags=re.IGNORECASE)[len(file.names.prefix) :])
    kept = [word for word in words.split() if word not in own]
    return " ".join(re.sub(r"\d{3,}", "#", word) for word in kept if not word.isdigit() or len(word) < 3)


def _described(name: str, file: NiftiFile, kin: str, wishes: Wishes) -> Candidate:
    names, refused = file.names, file.refused
    contrast = None if refused else names.contrast
    confidence = 0.0 if contrast is None else _PROCESSED_CONFIDENCE if names.level else _NAMED_CONFIDENCE
    confidence = min(confidence, _DOUBTED) if names.doubt else confidence
    why = refused or (f"named {contrast}" if contrast else "its name does not say which contrast it is")
    why = f"{why}; {names.doubt}" if names.doubt and contrast else why
    if contrast and names.processed:
        why = f"{why}; {names.processed}"
    proposal = Proposal(contrast, confidence, why, refused, three_d=file.three_d, hard=_is_hard(refused))
    proposal = ruled(proposal, wishes.rule_for(kin))
    series = ScannedSeries(
        name,
        (file.path,),
        SeriesKind.NIFTI,
        proposal.contrast,
        proposal.confidence,
        proposal.why,
        None,
        protocol_words(file.path.name[len(names.prefix) :].lower().removesuffix(".gz").removesuffix(".nii")),
        proposal.set_aside,
        kin="" if proposal.hard else kin,
    )
    return series, proposal


def _one_level(candidates: list[Candidate], files: list[NiftiFile]) -> list[Candidate]:
    """Keep the images of one level of processing: the least processed that has the most contrasts."""
    levels: dict[int, set[str]] = defaultdict(set)
    for (_, proposal), file in zip(candidates, files, strict=True):
        if proposal.contrast and not proposal.set_aside:
            levels[file.names.level].add(proposal.contrast)
    if not levels:
        return candidates
    best = max(levels, key=lambda level: (len(levels[level]) == len(ALL_CONTRASTS), len(levels[level]), -level))
    kept = []
    for (series, proposal), file in zip(candidates, files, strict=True):
        if (
            not proposal.set_aside
            and not proposal.ruled
            and file.names.level != best
            and (proposal.contrast or file.names.level > best)
        ):
            what = file.names.processed or "as acquired"
            reason = f"another copy ({what}); the case's images of one kind are taken together"
            if file.names.level > best:
                reason = f"a processed copy ({what}); less processed images are there"
            series = replace(series, why=reason, set_aside=reason)
            proposal = replace(proposal, set_aside=reason)
        kept.append((series, proposal))
    return kept
