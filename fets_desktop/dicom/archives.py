"""Archives are unpacked into a private folder, within stated limits; a name in an archive never leads out of it.

Nothing of an archive is believed: sizes are counted while they are unpacked, names are taken apart, links and devices
are left out, and an archive inside an archive is opened once and no deeper; one that is broken costs only itself.
"""

import errno
import hashlib
import lzma
import re
import shutil
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import Progress

ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz")
MOST_FILES = 200_000
MOST_BYTES = 64 << 30
LARGEST_FILE_BYTES = 4 << 30
MOST_GROWTH, FREE_GROWTH_BYTES = 200, 256 << 20
"""An archive may unpack to 200 times its own size; below 256 MiB nobody counts. MR images shrink to a half or a third,
empty ones to a hundredth; a bomb grows by a thousand times and more."""

_DEEPEST = 2
_BLOCK = 1 << 20
_DONE = ".whole"
_LONGEST_NAME = 120
_LONGEST_WORDS = 1 << 20
"""Bytes of the names and notes before a member of a tar file: they are read into memory at once."""

_BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, ValueError, RuntimeError)
_BROKEN_TOO = (NotImplementedError, OverflowError, KeyError, IndexError, UnicodeError, MemoryError)
_NO_PLACE = (errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG)
_NO_FILE = "a link or a device, not a file"
_WORDS = (
    *(tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE),
    *(tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK),
)


@dataclass
class Unpacked:
    """What came out of one archive.

    Attributes:
        folder: Where it lies.
        left_out: How many members were left out for each reason.
    """

    folder: Path
    left_out: dict[str, int] = field(default_factory=dict)

    def leave_out(self, why: str) -> None:
        """Count a member that was not unpacked."""
        self.left_out[why] = self.left_out.get(why, 0) + 1


@dataclass
class _Budget:
    """What may still be unpacked."""

    files: int
    bytes: int

    def take(self, count: int) -> None:
        self.bytes -= count
        if self.bytes < 0:
            raise StudyError("unreadable-image", "The archive unpacks to far more than images would; it is not opened.")

    def take_file(self) -> None:
        self.files -= 1
        if self.files < 0:
            raise StudyError("unreadable-image", f"The archive holds more than {MOST_FILES} files; it is not opened.")


def is_archive(name: str) -> bool:
    """Tell whether a file is named like an archive that can be opened."""
    return name.lower().endswith(ENDINGS)


def unpack(archive: Path, folder: Path, progress: Progress) -> Unpacked:
    """Unpack an archive into a folder of ours; one that was unpacked to its end before is taken as it lies there.

    Raises:
        StudyError: "unreadable-image" if the archive is damaged, locked or beyond the limits; "disk-full", "read-only".
            Nothing of the archive is left then.
        Cancelled: Through `progress`.
    """
    result = Unpacked(folder)
    mark, stamp, size = _mark(folder), _stamp(archive), archive.stat().st_size
    if folder.is_dir() and mark.exists() and mark.read_bytes() == stamp:
        return result
    mark.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    budget = _Budget(MOST_FILES, min(MOST_BYTES, max(FREE_GROWTH_BYTES, MOST_GROWTH * size)))
    try:
        with known_disk_errors():
            folder.mkdir(mode=0o700, parents=True)
            _unpack(archive, result, budget, progress, 1)
            write_whole(mark, stamp)
    except (*_BROKEN, *_BROKEN_TOO) as error:
        shutil.rmtree(folder, ignore_errors=True)
        locked = "password" in str(error) or "encrypted" in str(error)
        why = "It is locked with a password." if locked else "The archive is damaged or cut short."
        raise StudyError("unreadable-image", why) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return result


def _mark(folder: Path) -> Path:
    """Return the file that says that a folder is whole; it lies beside it, where no member of an archive can lie."""
    return folder.with_name(f"{folder.name}{_DONE}")


def _stamp(archive: Path) -> bytes:
    """Return what an archive is known by; another in its place is unpacked anew."""
    state = archive.stat()
    told = f"{state.st_size} {state.st_mtime_ns} {archive}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=16).hexdigest().encode()


def _unpack(archive: Path, result: Unpacked, budget: _Budget, progress: Progress, depth: int) -> None:
    folder = result.folder
    inner: list[Path] = []
    taken: dict[Path, int] = {}
    for number, (name, source) in enumerate(_members(archive, budget)):
        if number % 20 == 0:
            progress(min(0.99, number / 2000), f"Unpacking: file {number + 1}")
        if source is None:
            result.leave_out(_NO_FILE)
            continue
        parts = safe_parts(name)
        if not parts:
            result.leave_out("names a place outside the archive")
            continue
        target = folder.joinpath(*parts)
        taken[target] = taken.get(target, 0) + 1
        if taken[target] > 1:
            target = target.with_name(f"{taken[target]}_{target.name}")
        with source:
            if not _copy(source, target, budget):
                result.leave_out("could not be placed")
        if is_archive(target.name) and target.is_file():
            inner.append(target)
    for target in inner if depth < _DEEPEST else ():
        _unpack_inner(target, result, budget, progress, depth)


def _unpack_inner(target: Path, result: Unpacked, budget: _Budget, progress: Progress, depth: int) -> None:
    """Unpack an archive that lay in an archive beside itself; a broken one is left out, what is around it stays."""
    nested = Unpacked(target.with_name(f"{target.name}.d"), result.left_out)
    if nested.folder.exists():
        result.leave_out("could not be placed")
        return
    nested.folder.mkdir()
    try:
        _unpack(target, nested, budget, progress, depth + 1)
    except (*_BROKEN, *_BROKEN_TOO):
        shutil.rmtree(nested.folder, ignore_errors=True)
        result.leave_out("an archive inside that is damaged, cut short or locked")
    target.unlink()


def _copy(source: IO[bytes], target: Path, budget: _Budget) -> bool:
    """Copy while counting; False where a member's folder is another member's file, or its name is too long."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        sink = target.open("xb")
    except OSError as error:
        if error.errno not in _NO_PLACE:
            raise
        return False
    size = 0
    with sink:
        while block := source.read(_BLOCK):
            budget.take(len(block))
            size += len(block)
            if size > LARGEST_FILE_BYTES:
                raise StudyError("unreadable-image", "The archive holds a file larger than any image.")
            sink.write(block)
    return True


class _Member(tarfile.TarInfo):
    """The head of a tar member; one whose names and notes would fill the memory is refused before they are read."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        """Go on from a head; `frombuf`, which reads it, is not asked by Debian's own Python 3.11."""
        if self.type in _WORDS and not 0 <= self.size <= _LONGEST_WORDS:
            raise tarfile.ReadError("a name or note longer than anybody's")
        return super()._proc_member(archive)  # type: ignore[misc,no-any-return]


def _members(archive: Path, budget: _Budget) -> Iterator[tuple[str, IO[bytes] | None]]:
    """Yield the members of an archive but its folders: each regular file opened, None for what is no file."""
    if archive.name.lower().endswith(".zip"):
        with zipfile.ZipFile(archive) as packed:
            for info in packed.infolist():
                budget.take_file()
                if not info.is_dir():
                    regular = stat.S_IFMT(info.external_attr >> 16) in (0, stat.S_IFREG)
                    yield info.filename, packed.open(info) if regular else None
        return
    with tarfile.open(archive, "r|*", tarinfo=_Member) as stream:
        for member in stream:
            budget.take_file()
            source = stream.extractfile(member) if member.isreg() else None
            if source is None:
                # what is stepped over is unpacked, too
                budget.take(member.size)
            if not member.isdir():
                with closing(source) if source else nullcontext():
                    yield member.name, source


def safe_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a member's name as they may be written; () if it leads out of the archive."""
    plain = name.replace("\\", "/")
    parts = [part for part in plain.split("/") if part not in ("", ".")]
    if plain.startswith("/") or re.match(r"^[A-Za-z]:", plain) or ".." in parts or "\0" in name or not parts:
        return ()
    return tuple(_short(re.sub(r'[<>:"|?*\x00-\x1f]', "_", part).rstrip(". ") or "_") for part in parts[-12:])


def _short(part: str) -> str:
    """Shorten a name that no disk could hold; its ending stays."""
    if len(part.encode("utf-8", "surrogatepass")) <= _LONGEST_NAME:
        return part
    return part.encode("ascii", "replace").decode()[: _LONGEST_NAME // 2].replace("?", "_") + part[-20:].encode(
        "ascii", "replace"
    ).decode().replace("?", "_")
