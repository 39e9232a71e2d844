"""What one file is: a DICOM header, a NIfTI volume, a fault, or nothing of interest."""

import os
import stat
from dataclasses import dataclass, field, fields
from typing import Any

from fets_desktop.dicom.directory import missing_files
from fets_desktop.dicom.found import Fault
from fets_desktop.dicom.header import Header, read_header, read_start
from fets_desktop.dicom.names import name_facts
from fets_desktop.dicom.nifti import NiftiFile, read_nifti
from fets_desktop.dicom.remember import Memory
from fets_desktop.dicom.walk import FileKind, FoundFile, kind_of
from fets_desktop.dicom.words import neutral_name
from fets_desktop.study.errors import StudyError

_HEADER_FIELDS = tuple(field.name for field in fields(Header) if field.name != "path")
_TUPLES = frozenset(("image_type", "scanning", "orientation"))
_NO_IMAGE = "It holds no image."


@dataclass(frozen=True)
class Look:
    """What a file turned out to be; all empty for the directory of a disc.

    Attributes:
        header: Its DICOM header, if it is an image.
        nifti: What is known of it, if it is a NIfTI file that can be used or set aside.
        code: Error code of what is wrong with it, "" if nothing is.
        detail: What is wrong with it, in words.
        other: Its ending, if it is no image at all.
    """

    header: Header | None = None
    nifti: NiftiFile | None = None
    code: str = ""
    detail: str = ""
    other: str | None = None

    def fault(self, file: FoundFile) -> Fault | None:
        """Return what is wrong with the file."""
        return Fault(self.code, self.detail, neutral_name(file.path)) if self.code else None


@dataclass
class Gathered:
    """What was found in files that were looked at."""

    headers: list[Header] = field(default_factory=list)
    niftis: list[NiftiFile] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def take(self, file: FoundFile, memory: Memory) -> Look:
        """Look at a file and keep what it is."""
        look = look_at(file, memory)
        if look.header is not None:
            self.headers.append(look.header)
        if look.nifti is not None:
            self.niftis.append(look.nifti)
        if (fault := look.fault(file)) is not None:
            self.faults.append(fault)
        return look


def look_at(file: FoundFile, memory: Memory) -> Look:
    """Look at one file; call it inside `lenient_reading`. Whatever the file holds, nothing is raised for it."""
    try:
        state = os.stat(file.path)  # noqa: PTH116 - for ten thousand files the shortest way counts
        if not stat.S_ISREG(state.st_mode):
            return Look(other="")
        key = memory.key(file.path, state)
        if (known := memory.recall(key)) is not None:
            return _recalled(file, known)
        # what says that it is empty may still answer, or never answer, where the system tells about itself (/proc)
        seen = _look(file) if state.st_size else _judged(file, (b"", 0))
        memory.note(key, _plain(seen))
        return seen
    except FileNotFoundError:
        if file.path.is_symlink():
            return Look(other="")
        return Look(code="unreadable-image", detail="The file vanished while the folder was read.")
    except OSError:
        return Look(code="unreadable-image", detail="The file could not be opened.")


def _look(file: FoundFile) -> Look:
    return _judged(file, read_start(file.path))


def _judged(file: FoundFile, start: tuple[bytes, int]) -> Look:
    kind = kind_of(file.path.name, start[0])
    try:
        if kind is FileKind.DICOM:
            return _as_image(read_header(file.path, start))
        if kind is FileKind.NIFTI:
            return Look(nifti=read_nifti(file))
    except StudyError as error:
        return Look(code=error.code, detail=error.detail)
    if kind is FileKind.DIRECTORY_RECORD:
        named, missing = missing_files(file.path)
        if not missing:
            return Look()
        return Look(
            code="unreadable-image",
            detail=f"Of {named} images that the disc's directory names, {missing} are not there.",
        )
    if kind is FileKind.OTHER:
        suffix = file.path.suffix.lower()
        return Look(other=suffix if len(suffix) <= 5 else "")
    empty = kind is FileKind.EMPTY
    return Look(
        code="unreadable-image", detail="The file is empty." if empty else "It is named like an image but is none."
    )


def _as_image(header: Header) -> Look:
    if not header.rows and not header.series:
        return Look(code="unreadable-image", detail=_NO_IMAGE)
    return Look(header, code="unreadable-image" if header.fault else "", detail=header.fault)


def _plain(seen: Look) -> list[Any]:
    values = [getattr(seen.header, name) for name in _HEADER_FIELDS] if seen.header else None
    volume = [seen.nifti.refused, seen.nifti.three_d] if seen.nifti else None
    return [values, volume, seen.code, seen.detail, seen.other]


def _recalled(file: FoundFile, plain: list[Any]) -> Look:
    values, volume, code, detail, other = plain
    header = nifti = None
    if values is not None:
        pairs = zip(_HEADER_FIELDS, values, strict=True)
        said: dict[str, Any] = {name: tuple(v) if name in _TUPLES else v for name, v in pairs}
        header = Header(file.path, **said)
    if volume is not None:
        nifti = NiftiFile.at(file, name_facts(file.path, file.root), *volume)
    return Look(header, nifti, code, detail, other)
