"""Where the federations lie that were founded from a workspace: a list that it keeps."""

import json
from pathlib import Path

from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.store.durable import make_private_folder
from fets_desktop.study.errors import StudyError

_OWNED = Path("federation") / "owned.json"


def owned_folders(workspace: Path) -> list[Path]:
    """Return the folders of the federations that were founded from a workspace, the newest last.

    Raises:
        StudyError: "damaged-workspace".
    """
    try:
        return [Path(text) for text in json.loads((workspace / _OWNED).read_bytes())]
    except FileNotFoundError:
        return []
    except (ValueError, TypeError):
        words = "The list of the federations that were founded here is damaged."
        raise StudyError("damaged-workspace", words) from None


def note_owned(workspace: Path, folder: Path) -> None:
    """Put a federation's folder at the list's end.

    Raises:
        StudyError: "damaged-workspace", "disk-full", "read-only".
    """
    with known_disk_errors():
        make_private_folder((workspace / _OWNED).parent)
    known = [str(other) for other in owned_folders(workspace) if other != folder.absolute()]
    write_whole(workspace / _OWNED, json.dumps([*known, str(folder.absolute())]).encode())
