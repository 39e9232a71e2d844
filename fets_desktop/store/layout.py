"""The names a workspace uses in its folder, and whether a folder is free to take them."""

from pathlib import Path

from fets_desktop.study.errors import StudyError

FACTS = "facts.db"
LOCK = "lock"
FOLDERS = ("files", "journals", "scratch", "logs")


def holds_facts(folder: Path) -> bool:
    """Return whether a folder holds a workspace's records; a creation that was cut off may have left an empty file."""
    facts = folder / FACTS
    return facts.is_file() and facts.stat().st_size > 0


def refuse_foreign_content(folder: Path) -> None:
    """Let a workspace, a half-made one, and a folder whose other files do not clash pass.

    Raises:
        StudyError: "foreign-folder", or "damaged-workspace" if it was a workspace and its records are gone.
        OSError: If the folder cannot be looked at.
    """
    if folder.exists() and not folder.is_dir():
        raise StudyError("foreign-folder", "It is a file, not a folder.")
    if not folder.exists() or holds_facts(folder):
        return
    clashes = [name for name in (FACTS, LOCK) if _is_foreign_file(folder / name)]
    clashes += [name for name in FOLDERS if _is_foreign_folder(folder / name)]
    if clashes and (folder / LOCK).is_file() and all((folder / name).is_dir() for name in FOLDERS):
        raise StudyError("damaged-workspace", f"Its records are lost: {FACTS} is missing or empty.")
    if clashes:
        raise StudyError(
            "foreign-folder", f"In the way, without a workspace's records beside it: {', '.join(clashes)}."
        )


def _is_foreign_file(path: Path) -> bool:
    return path.exists() and (not path.is_file() or path.stat().st_size > 0)


def _is_foreign_folder(path: Path) -> bool:
    return path.exists() and (not path.is_dir() or any(path.iterdir()))
