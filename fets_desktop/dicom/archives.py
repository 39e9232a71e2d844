"""Archives are unpacked into a private folder, within stated limits; a name in an archive never leads out of it.

Nothing of an archive is believed: sizes are counted while they are unpacked, names are taken apart, links and devices
are left out, and an archive inside an archive is opened once and no deeper.
"""

import lzma
import re
import shutil
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from fets_desktop.imaging.disk import known_disk_errors
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
_DONE = ".unpacked"
_LONGEST_NAME = 120
_BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, ValueError, RuntimeError)
_BROKEN_TOO = (NotImplementedError, OverflowError, KeyError, IndexError, UnicodeError)


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
    if (folder / _DONE).exists():
        return result
    shutil.rmtree(folder, ignore_errors=True)
    size = archive.stat().st_size
    budget = _Budget(MOST_FILES, min(MOST_BYTES, max(FREE_GROWTH_BYTES, MOST_GROWTH * size)))
    try:
        with known_disk_errors():
            folder.mkdir(mode=0o700, parents=True)
            _unpack(archive, result, budget, progress, 1)
            (folder / _DONE).touch()
    except (*_BROKEN, *_BROKEN_TOO) as error:
        shutil.rmtree(folder, ignore_errors=True)
        locked = "password" in str(error) or "encrypted" in str(error)
        why = "It is locked with a password." if locked else "The archive is damaged or cut short."
        raise StudyError("unreadable-image", why) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return result


def _unpack(archive: Path, result: Unpacked, budget: _Budget, progress: Progress, depth: int) -> None:
    folder = result.folder
    inner: list[Path] = []
    taken: set[Path] = set()
    for number, (name, source) in enumerate(_members(archive, result)):
        budget.take_file()
        if number % 20 == 0:
            progress(min(0.99, number / 2000), f"Unpacking: file {number + 1}")
        parts = safe_parts(name)
        if not parts:
            result.leave_out("names a place outside the archive")
            continue
        target = folder.joinpath(*parts)
        while target in taken:
            target = target.with_name(f"_{target.name}")
        taken.add(target)
        with source:
            if not _copy(source, target, budget):
                result.leave_out("could not be placed")
        if is_archive(target.name) and target.is_file():
            inner.append(target)
    for target in inner:
        if depth < _DEEPEST:
            nested = Unpacked(target.with_name(f"{target.name}.d"), result.left_out)
            nested.folder.mkdir(exist_ok=True)
            _unpack(target, nested, budget, progress, depth + 1)
            target.unlink()


def _copy(source: IO[bytes], target: Path, budget: _Budget) -> bool:
    """Copy while counting; False where a member's folder is another member's file."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        sink = target.open("xb")
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
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


def _members(archive: Path, result: Unpacked) -> Iterator[tuple[str, IO[bytes]]]:
    """Yield the regular files of an archive, each opened."""
    if archive.name.lower().endswith(".zip"):
        with zipfile.ZipFile(archive) as packed:
            for info in packed.infolist():
                kind = stat.S_IFMT(info.external_attr >> 16)
                if info.is_dir():
                    continue
                if kind not in (0, stat.S_IFREG):
                    result.leave_out("a link or a device, not a file")
                    continue
                yield info.filename, packed.open(info)
        return
    with tarfile.open(archive, "r|*") as stream:
        for member in stream:
            if member.isdir():
                continue
            source = stream.extractfile(member) if member.isreg() else None
            if source is None:
                result.leave_out("a link or a device, not a file")
                continue
            with closing(source):
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
