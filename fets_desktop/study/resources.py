"""Where the parts of the installation lie: what ships beside the package, and what set-up fetched into the cache.

A package brings the atlas along; a checkout has it in the cache.
"""

import os
import sys
from pathlib import Path

from fets_desktop.study.errors import StudyError

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_PACKAGED_ATLAS = _RESOURCES / "atlas"


def resource(*parts: str) -> Path:
    """Return a file or folder under `resources/`, beside the package in a checkout and in an installed bundle alike.

    Raises:
        StudyError: "missing-resource" if it is not there.
    """
    path = _RESOURCES.joinpath(*parts)
    if not path.exists():
        raise StudyError("missing-resource", f"{'/'.join(parts)} was not found.")
    return path


def cache_folder() -> Path:
    """Return the folder of what set-up fetched (the SRI24 atlas); `FETS_CACHE` overrides the platform's own."""
    if chosen := os.environ.get("FETS_CACHE"):
        return Path(chosen)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return base / "fets-desktop"


def atlas(skull_stripped: bool = False) -> Path:
    """Return the SRI24 T1 atlas on the BraTS grid, with or without skull.

    Raises:
        StudyError: "missing-resource" if set-up has not fetched it.
    """
    name = "t1_skullstripped_brats_space.nii.gz" if skull_stripped else "t1_brats_space.nii.gz"
    for folder in (_PACKAGED_ATLAS, cache_folder() / "atlas"):
        if (folder / name).exists():
            return folder / name
    raise StudyError("missing-resource", "The SRI24 atlas was not found.")
