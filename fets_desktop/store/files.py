"""Immutable files named by their content: published whole or not at all, read back by hash."""

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from fets_desktop.imaging.disk import known_disk_errors, sync_folder
from fets_desktop.store.durable import PRIVATE_FILE, UNCHANGING_FILE, make_private_folder
from fets_desktop.store.records import StoredFile
from fets_desktop.study.errors import StudyError

_CHUNK = 1 << 20
_PART = ".part-"


def sha256_of(file: Path) -> str:
    """Return the hash of a file's content in hexadecimal digits."""
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


class FileStore:
    """The files of a workspace, as `ab/abcd...<suffix>` under one folder.

    Args:
        folder: Where they lie; made if it is not there.

    Raises:
        StudyError: "read-only" or "disk-full".
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with known_disk_errors():
            make_private_folder(folder)
            # what a crash left half-copied; the workspace's lock says that nobody else is copying
            for part in folder.glob(f"{_PART}*"):
                part.unlink()

    def publish(self, scratch_file: Path, suffix: str = ".nii.gz") -> StoredFile:
        """Copy a file into the store; the same content twice is one file, and a damaged copy is replaced.

        Args:
            scratch_file: The finished file; it is left where it is.
            suffix: The end of its name, by which programs know its format.

        Raises:
            StudyError: "read-only" or "disk-full"; nothing half-written stays.
            FileNotFoundError: If there is no such file.
        """
        if "/" in suffix or os.sep in suffix:
            raise ValueError("a suffix is the end of a name, not a path")
        part = self.folder / f"{_PART}{os.urandom(8).hex()}"
        with scratch_file.open("rb") as source, known_disk_errors():
            try:
                sha256 = self._copy(source, part)
                target = self.where(sha256, suffix)
                make_private_folder(target.parent)
                if target.exists() and sha256_of(target) == sha256:
                    sync_folder(target.parent)  # whoever put it there may have been cut off before that
                    return StoredFile(sha256, target, target.stat().st_size)
                part.rename(target)
                sync_folder(target.parent)
                return StoredFile(sha256, target, target.stat().st_size)
            finally:
                part.unlink(missing_ok=True)

    @staticmethod
    def _copy(source: BinaryIO, part: Path) -> str:
        """Copy to a new durable file and return the hash of what was written."""
        digest = hashlib.sha256()
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, PRIVATE_FILE)
        with os.fdopen(descriptor, "wb") as sink:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                sink.write(chunk)
            sink.flush()
            os.fchmod(sink.fileno(), UNCHANGING_FILE)
            os.fsync(sink.fileno())
        return digest.hexdigest()

    def _find(self, sha256: str) -> Path | None:
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise ValueError("this is not the hash of a stored file")
        return min((self.folder / sha256[:2]).glob(f"{sha256}*"), default=None)

    def path(self, sha256: str, suffix: str | None = None) -> Path:
        """Return where a file lies; the suffix matters only if one content was published under two.

        Raises:
            StudyError: "damaged-workspace" if it is gone.
        """
        found = self._find(sha256) if suffix is None else self.where(sha256, suffix)
        if found is None or not found.exists():
            raise StudyError("damaged-workspace", f"The stored file {sha256[:12]} is missing.")
        return found

    def where(self, sha256: str, suffix: str) -> Path:
        """Return where a file of this hash and suffix lies or would lie, without looking."""
        return self.folder / sha256[:2] / f"{sha256}{suffix}"

    def stored(self, sha256: str) -> StoredFile:
        """Return a file by its hash.

        Raises:
            StudyError: "damaged-workspace" if it is gone.
        """
        path = self.path(sha256)
        return StoredFile(sha256, path, path.stat().st_size)

    def whole(self, sha256: str, suffix: str) -> StoredFile | None:
        """Return a stored file whose content still has its hash; None if it is gone, damaged or was never there."""
        target = self.where(sha256, suffix)
        if not target.is_file() or sha256_of(target) != sha256:
            return None
        return StoredFile(sha256, target, target.stat().st_size)

    def exists(self, sha256: str) -> bool:
        """Return whether a file of this hash is there."""
        return self._find(sha256) is not None

    def fault(self, sha256: str, suffix: str) -> str:
        """Return what is wrong with a file in words, "" if its content still has its hash."""
        target = self.where(sha256, suffix)
        try:
            damaged = sha256_of(target) != sha256
        except FileNotFoundError:
            return f"The stored file {sha256[:12]} is missing."
        except OSError as error:
            return f"The stored file {sha256[:12]} cannot be read: {error.strerror}."
        return f"The stored file {sha256[:12]} was changed or is damaged." if damaged else ""
