"""Files that leave the workspace: whole under their final name, or not there."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from fets_desktop.imaging.disk import known_disk_errors


def place(source: Path, target: Path) -> Path:
    """Copy a file next to its target, then rename, so that a half-written file never bears the final name.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    with known_disk_errors():
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(source, part)
            with part.open("rb+") as handle:
                os.fsync(handle.fileno())
            part.replace(target)
        finally:
            # a name that is too long cannot even be looked for
            with suppress(OSError):
                part.unlink()
    return target
