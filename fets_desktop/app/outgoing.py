"""Files of an export on their way into the folder a person chose: nothing of anybody else's is overwritten by accident.

Some files are shared by the cases of a folder (a data set's description, the lists of a split): a case adds its lines
to what is there.
"""

import json
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from fets_desktop.app.placing import place
from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.store.hashing import sha256_of
from fets_desktop.study.errors import StudyError

_TABLES = (".csv", ".tsv")
_COUNTED = "numTraining"
_COUNTED_IN = "labelsTr"


def put_down(
    made: Path, target: Path, shared: Collection[str], is_ours: Callable[[str], bool], replace: bool = False
) -> list[Path]:
    """Move an export's files below the chosen folder, whole files only.

    Args:
        made: Where they were made, laid out as they shall lie.
        target: The chosen folder.
        shared: Names below `made` of files that other cases add to.
        is_ours: Tells whether a file with this sha256 was written by an export of this workspace.
        replace: Whether files of somebody else may be replaced.

    Returns:
        The files as they lie now.

    Raises:
        StudyError: "file-exists" if one is in the way, and then nothing is written; "disk-full" or "read-only".
    """
    files = sorted(path for path in made.rglob("*") if path.is_file())
    names = [str(file.relative_to(made)) for file in files]
    if not replace:
        _refuse_strangers(files, [target / name for name in names], is_ours)
    own = [(file, name) for file, name in zip(files, names, strict=True) if name not in shared]
    written = [place(file, target / name) for file, name in own]
    for file, name in zip(files, names, strict=True):
        if name in shared:
            written.append(_add(file, target / name))
    return sorted(written)


def _refuse_strangers(files: list[Path], targets: list[Path], is_ours: Callable[[str], bool]) -> None:
    with known_disk_errors():
        for file, target in zip(files, targets, strict=True):
            if target.exists() and not _harmless(file, target, is_ours):
                raise StudyError("file-exists", f"It ends in {''.join(target.suffixes[-2:]) or 'no suffix'}.")


def _harmless(file: Path, target: Path, is_ours: Callable[[str], bool]) -> bool:
    if not target.is_file():
        return False
    there = sha256_of(target)
    return there == sha256_of(file) or is_ours(there)


def _add(file: Path, target: Path) -> Path:
    with known_disk_errors():
        old = target.read_text(encoding="utf-8") if target.is_file() else ""
        new = file.read_text(encoding="utf-8")
    if target.suffix in _TABLES:
        content = joined_tables(old, new)
    elif target.suffix == ".json":
        told = joined_facts(_facts(old), _facts(new))
        if _COUNTED in told:
            told[_COUNTED] = len(list((target.parent / _COUNTED_IN).glob("*.nii.gz")))
        content = json.dumps(told, indent=2)
    else:
        content = new
    return write_whole(target, content.encode())


def _facts(text: str) -> dict[str, Any]:
    try:
        told = json.loads(text) if text else {}
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def joined_tables(old: str, new: str) -> str:
    """Return the lines of both tables under the new one's heading, each once, in order."""
    heading, *rows = new.splitlines()
    before = [line for line in old.splitlines() if line and line != heading]
    return "\n".join([heading, *sorted({*before, *rows})]) + "\n"


def joined_facts(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Return what both say; where they differ the new word counts, and what only the old one names is kept."""
    both = dict(old)
    for key, value in new.items():
        there = both.get(key)
        both[key] = joined_facts(there, value) if isinstance(there, dict) and isinstance(value, dict) else value
    return both
