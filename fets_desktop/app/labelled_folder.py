"""A folder of BraTS-named labelled cases: which files belong to which case, in the old names and those of 2023."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError

_ENDINGS = (".nii.gz", ".nii")
_LABELS = "seg"
_OLD = {contrast.brats_name: contrast for contrast in ALL_CONTRASTS}
_NEW = {contrast.brats2023_name: contrast for contrast in ALL_CONTRASTS}


@dataclass(frozen=True)
class LabelledCase:
    """The files of one case as they were found; a case may lack some.

    Attributes:
        name: What stands before the contrast in its files' names; it may name a patient.
        volumes: One file per contrast.
        labels: The label map, None if there is none.
        new_names: Whether it is named as since BraTS 2023 (t1n, t1c, t2w, t2f).
        scheme: What its labels mean; "" if their values have to tell.
    """

    name: str
    volumes: dict[Contrast, Path]
    labels: Path | None
    new_names: bool = False
    scheme: str = ""


def labelled_cases(folder: Path, scheme: str = "") -> list[LabelledCase]:
    """Return the cases of a folder and of the folders in it, by name.

    Args:
        folder: Holds `CASE/CASE_{t1,t1ce,t2,flair,seg}.nii.gz`, the names of 2023, or the same files side by side.
        scheme: What the labels mean, if a person said so.

    Raises:
        StudyError: "no-images" if there is no such folder, "too-few-cases" if it holds no case, "unreadable-image" if
            the system does not let it be read.
    """
    if not folder.is_dir():
        raise StudyError("no-images", "There is no such folder.")
    try:
        places = [folder, *(path for path in sorted(folder.iterdir()) if path.is_dir())]
        found = [case for place in places for case in _cases_in(place, scheme)]
    except PermissionError as error:
        raise StudyError("unreadable-image", "This account may not read the folder.") from error
    if not found:
        raise StudyError("too-few-cases", "The folder holds no case in the names of BraTS with a label map.")
    return sorted(_told_apart(found), key=lambda case: case.name)


def _told_apart(found: list[LabelledCase]) -> Iterator[LabelledCase]:
    """Give cases of one name in several folders the folder's name too."""
    names = Counter(case.name for case in found)
    for case in found:
        files = [*case.volumes.values(), *([case.labels] if case.labels else [])]
        yield replace(case, name=f"{files[0].parent.name}/{case.name}") if names[case.name] > 1 else case


def _cases_in(folder: Path, scheme: str) -> Iterator[LabelledCase]:
    parts: dict[str, dict[str, Path]] = {}
    for path in sorted(folder.iterdir()):
        if named := _name_and_part(path):
            parts.setdefault(named[0], {}).setdefault(named[1], path)
    for name, files in parts.items():
        volumes = {contrast: files[part] for part, contrast in {**_OLD, **_NEW}.items() if part in files}
        yield LabelledCase(name, volumes, files.get(_LABELS), bool(_NEW.keys() & files), scheme)


def _name_and_part(path: Path) -> tuple[str, str] | None:
    """Return a case's name and which of its files this is; None for other files."""
    if path.name.startswith(".") or not path.is_file():
        return None
    stem = next((path.name.removesuffix(ending) for ending in _ENDINGS if path.name.endswith(ending)), None)
    if stem is None:
        return None
    # BraTS 2023 writes BraTS-GLI-00000-000-t1n, everything before it Brats18_2013_3_1_t1
    at = max(stem.rfind("_"), stem.rfind("-"))
    name, part = stem[:at], stem[at + 1 :]
    return (name, part) if at > 0 and part in (_LABELS, *_OLD, *_NEW) else None
