"""What holds on this computer whichever workspace is open: which one that is, and how large the window is drawn.

The workspace is the one that was chosen last in the window, else this computer's usual one.
"""

from contextlib import suppress
from pathlib import Path

import platformdirs

from fets_desktop.imaging.disk import write_whole
from fets_desktop.store.layout import holds_facts
from fets_desktop.study.errors import StudyError

TEXT_SIZES = (90, 100, 110, 125, 150)
"""How large the window may be drawn, in per cent."""
USUAL_SIZE = 100
_TEXT_SIZE = "text-size"


def default_workspace(name: str = "workspace") -> Path:
    """Return the platform's data folder for a workspace.

    Raises:
        StudyError: "no-workspace" if this user has no home.
    """
    return _data() / name


def usual_workspace() -> Path:
    """Return the workspace that is opened where none is named.

    Raises:
        StudyError: "no-workspace" if this user has no home.
    """
    return _chosen() or default_workspace()


def remember(folder: Path) -> None:
    """Open this workspace the next time, where none is named.

    Raises:
        StudyError: "disk-full" or "read-only"; "no-workspace" if this user has no home.
    """
    write_whole(_note(), str(folder).encode())


def refuse_lost(folder: Path) -> None:
    """Let a workspace pass unless it was chosen once and is gone: an empty new one in its place would frighten.

    Raises:
        StudyError: "no-workspace".
    """
    # one that this user may not look at is there, and whoever opens it says so
    with suppress(PermissionError):
        if folder == _chosen() and folder != default_workspace() and not holds_facts(folder):
            raise StudyError("no-workspace", "It was chosen the last time. Its drive may be out, or it was moved.")


def is_workspace(folder: Path) -> bool:
    """Tell whether there is a workspace in a folder."""
    try:
        return holds_facts(folder)
    except OSError:
        return False


def text_size() -> int:
    """Return how large a person wants the window on this computer, in per cent; one of `TEXT_SIZES`."""
    try:
        chosen = int((_data() / _TEXT_SIZE).read_bytes())
    except (OSError, ValueError, StudyError):
        return USUAL_SIZE
    return chosen if chosen in TEXT_SIZES else USUAL_SIZE


def choose_text_size(percent: int) -> None:
    """Draw the window so large from the next start on.

    Args:
        percent: One of `TEXT_SIZES`.

    Raises:
        StudyError: "disk-full" or "read-only"; "no-workspace" if this user has no home.
    """
    if percent not in TEXT_SIZES:
        raise ValueError(f"no such size: {percent}")
    write_whole(_data() / _TEXT_SIZE, str(percent).encode())


def _data() -> Path:
    try:
        return Path(platformdirs.user_data_dir("fets-desktop", appauthor=False))
    except RuntimeError as error:
        raise StudyError("no-workspace", "This user has no home folder, and no workspace was named.") from error


def _note() -> Path:
    return _data() / "last-workspace"


def _chosen() -> Path | None:
    try:
        named = Path(_note().read_bytes().decode())
    except (OSError, ValueError, StudyError):
        return None
    return named if named.is_absolute() else None
