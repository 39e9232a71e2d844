"""Small deeds that must outlive a power cut, and folders that only their owner may read."""

import os
from pathlib import Path

from fets_desktop.imaging.disk import make_durably

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
UNCHANGING_FILE = 0o400


def make_private_folder(folder: Path) -> None:
    """Make a folder (and its parents) that only its owner may enter, durably; an existing one is closed to others.

    What its owner may not do in it stays forbidden: a folder that is to be read only is not opened for writing.
    """
    if not folder.is_dir():
        make_durably(folder, PRIVATE_FOLDER)
    mode = folder.stat().st_mode & 0o777
    if mode & ~PRIVATE_FOLDER:
        folder.chmod(mode & PRIVATE_FOLDER)


def write_all(descriptor: int, content: bytes) -> None:
    """Write every byte at the descriptor's position: one call may write fewer than asked."""
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
