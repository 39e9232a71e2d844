"""Immutable files named by their content: published whole or not at all, read back by hash.

Those that hold images may be encrypted, see `store.sealed_images`; names and hashes are of the plain content then, too.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from fets_desktop.imaging.disk import known_disk_errors, sync_folder
from fets_desktop.store.durable import PRIVATE_FILE, UNCHANGING_FILE, make_private_folder
from fets_desktop.store.records import StoredFile
from fets_desktop.store.sealed_images import as_stored, content_bytes, content_hash, content_of, holds_images, is_sealed
from fets_desktop.study.errors import StudyError

_CHUNK = 1 << 20
_PART = ".part-"


class FileStore:
    """The files of a workspace, as `ab/abcd...<suffix>` under one folder.

    Args:
        folder: Where they lie; made if it is not there.

    Attributes:
        folder: Where they lie.
        key: Opens those that are encrypted; None where there is no key.
        closed: Whether the key is known to be elsewhere: of what is encrypted nothing can be told then.
        sealing: Whether new files that hold images are encrypted.

    Raises:
        StudyError: "read-only" or "disk-full".
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key: bytes | None = None
        self.closed = False
        self.sealing = False
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
        part = self._part()
        with scratch_file.open("rb") as source, known_disk_errors():
            try:
                sha256 = self._copy(source, part, suffix)
                target = self.where(sha256, suffix)
                make_private_folder(target.parent)
                if not self._holds(target, sha256):
                    part.rename(target)
                sync_folder(target.parent)  # whoever put it there may have been cut off before that
                return self._stored(sha256, target)
            finally:
                part.unlink(missing_ok=True)

    def _part(self) -> Path:
        return self.folder / f"{_PART}{os.urandom(8).hex()}"

    def _copy(self, source: BufferedReader, part: Path, suffix: str) -> str:
        """Copy to a new durable file, encrypted if it is to be, and return the hash of the content."""
        if not self._to_seal(suffix):
            digest = hashlib.sha256()
            _write(part, _heard(_chunks(source), digest.update))
            return digest.hexdigest()
        # it is bound to its name, which is its hash: it is read twice
        sha256 = hashlib.file_digest(source, "sha256").hexdigest()
        source.seek(0)
        _write(part, as_stored(_chunks(source), sha256 + suffix, self.key or b""))
        return sha256

    def _to_seal(self, name: str) -> bool:
        return self.sealing and self.key is not None and holds_images(name)

    def _holds(self, target: Path, sha256: str) -> bool:
        """Tell whether a file lies there whole, and as new ones are written."""
        return self._is_whole(target, sha256) and is_sealed(target) == self._to_seal(target.name)

    def _is_whole(self, target: Path, sha256: str) -> bool:
        try:
            return target.is_file() and content_hash(target, self.key) == sha256
        except StudyError:
            return False

    @staticmethod
    def _stored(sha256: str, target: Path) -> StoredFile:
        return StoredFile(sha256, target, content_bytes(target))

    def images(self) -> list[Path]:
        """Return every file that holds images, with those that no record speaks of."""
        return [path for path in sorted(self.folder.glob("[0-9a-f][0-9a-f]/*")) if holds_images(path.name)]

    def convert(self, path: Path) -> bool:
        """Write a file anew as new ones are, encrypted or open; return False if it is so already.

        Raises:
            StudyError: "damaged-workspace" if it cannot be opened; "disk-full" or "read-only". It is as before then.
        """
        with known_disk_errors():
            if is_sealed(path) == self._to_seal(path.name):
                return False
            part, content = self._part(), content_of(path, self.key)
            try:
                _write(part, as_stored(content, path.name, self.key or b"") if self._to_seal(path.name) else content)
                part.rename(path)
                sync_folder(path.parent)
            finally:
                part.unlink(missing_ok=True)
        return True

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
        return self._stored(sha256, self.path(sha256))

    def whole(self, sha256: str, suffix: str) -> StoredFile | None:
        """Return a stored file whose content still has its hash; None if it is gone, damaged or was never there."""
        target = self.where(sha256, suffix)
        return self._stored(sha256, target) if self._is_whole(target, sha256) else None

    def exists(self, sha256: str) -> bool:
        """Return whether a file of this hash is there."""
        return self._find(sha256) is not None

    def fault(self, sha256: str, suffix: str) -> str:
        """Return what is wrong with a file in words, "" if its content still has its hash, or cannot be told."""
        target = self.where(sha256, suffix)
        try:
            damaged = not (is_sealed(target) and self.closed) and not self._is_whole(target, sha256)
        except FileNotFoundError:
            return f"The stored file {sha256[:12]} is missing."
        except OSError as error:
            return f"The stored file {sha256[:12]} cannot be read: {error.strerror}."
        return f"The stored file {sha256[:12]} was changed or is damaged." if damaged else ""


def _chunks(source: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: source.read(_CHUNK), b"")


def _heard(pieces: Iterable[bytes], hear: Callable[[bytes], object]) -> Iterator[bytes]:
    for piece in pieces:
        hear(piece)
        yield piece


def _write(part: Path, pieces: Iterable[bytes]) -> None:
    """Write a new durable file that nobody changes."""
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as sink:
        for piece in pieces:
            sink.write(piece)
        sink.flush()
        os.fchmod(sink.fileno(), UNCHANGING_FILE)
        os.fsync(sink.fileno())
