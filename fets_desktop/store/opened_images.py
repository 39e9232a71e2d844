"""Gives the plain content of a workspace's encrypted files: each in memory, for as long as it is read.

A file that is not encrypted is believed only if its content has its hash: whoever may write to the folder must not slip
in an image by leaving the encryption out.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.store.durable import PRIVATE_FILE, PRIVATE_FOLDER
from fets_desktop.store.journal import EditJournal
from fets_desktop.store.sealed_images import content_hash, content_of, holds_images, is_sealed
from fets_desktop.store.sealed_lines import LineSeal
from fets_desktop.study.errors import StudyError


class OpenedImages:
    """Opens files of one workspace.

    Args:
        folder: The workspace's.
        key: Its images', 256 bits.
        memory: A folder in memory where the content may lie; made if it is not there.
    """

    def __init__(self, folder: Path, key: bytes, memory: Path) -> None:
        self._files, self._journals = folder / "files", folder / "journals"
        self._key = key
        self._memory = memory
        memory.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)

    @contextmanager
    def opened(self, path: Path) -> Iterator[Path]:
        """Give the content of a file of the workspace; see `imaging.opening.plain`.

        Raises:
            StudyError: "damaged-workspace" or "no-private-memory".
        """
        if not self.needs_opening(path):
            yield path
            return
        copy = self.copied(path, self._memory / secrets.token_hex(8))
        try:
            yield copy
        finally:
            copy.unlink(missing_ok=True)
            copy.parent.rmdir()

    def needs_opening(self, path: Path) -> bool:
        """Tell whether a file is encrypted; one that should be and is not is looked through.

        Raises:
            StudyError: "damaged-workspace" if it is neither encrypted nor what its name says.
        """
        journal = path.parent == self._journals and path.suffix == ".journal"
        if not (journal or (path.is_relative_to(self._files) and holds_images(path.name))) or not path.is_file():
            return False
        if journal or is_sealed(path):
            return True
        if content_hash(path, None) != path.name[:64]:
            raise StudyError("damaged-workspace", f"The stored file {path.name[:12]} was changed or is damaged.")
        return False

    def copied(self, path: Path, folder: Path) -> Path:
        """Write the content of an encrypted file into a folder in memory, under the file's own name.

        Raises:
            StudyError: "damaged-workspace", or "no-private-memory" if memory is full; nothing stays then.
        """
        copy = folder / path.name
        try:
            with known_disk_errors():
                folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
                with os.fdopen(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "wb") as sink:
                    for piece in self._content(path):
                        sink.write(piece)
        except BaseException as error:
            copy.unlink(missing_ok=True)
            if isinstance(error, StudyError) and error.code == "disk-full":
                raise StudyError("no-private-memory", "It is full.") from error
            raise
        return copy

    def _content(self, path: Path) -> Iterator[bytes]:
        if path.suffix != ".journal":
            return content_of(path, self._key)
        lines = EditJournal(path, LineSeal(self._key, path.name)).read()
        return (line + b"\n" for line in lines)
