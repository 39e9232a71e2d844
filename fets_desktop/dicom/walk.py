"""Which files lie in a drop, and what kind each is by its first bytes."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from fets_desktop.dicom.header import looks_like_dicom


class FileKind(Enum):
    """What a file is, judged without reading it whole."""

    DICOM = auto()
    NIFTI = auto()
    DIRECTORY_RECORD = auto()
    EMPTY = auto()
    BROKEN = auto()
    OTHER = auto()


@dataclass(frozen=True)
class FoundFile:
    """A file, the folder its name is read in, and the dropped place it was found under.

    Attributes:
        path: The file.
        root: The dropped folder, or the one an archive was unpacked into.
        place: The dropped folder.
    """

    path: Path
    root: Path
    place: Path


_DIRECTORY = b"1.2.840.10008.1.3.10"
"""Media Storage Directory, in the file meta group. Source: DICOM PS3.4, annex B.5."""

_IMAGE_ENDINGS = (".dcm", ".ima", ".dicom", ".nii", ".nii.gz")


def files_under(paths: Sequence[Path]) -> Iterator[FoundFile]:
    """Yield every file of files and folders once, in a stable order; hidden files and links to folders are left out.

    The directory of a disc stands for the disc: given alone, all beside and below it is found.
    """
    seen: set[str] = set()
    for given in paths:
        root = given.resolve()
        if root.is_file() and root.name.lower() == "dicomdir":
            root = root.parent
        if root.is_file():
            if str(root) not in seen:
                seen.add(str(root))
                yield FoundFile(root, root.parent, root.parent)
            continue
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__MACOSX")
            for name in sorted(names):
                path = f"{folder}{os.sep}{name}"
                if not name.startswith(".") and path not in seen:
                    seen.add(path)
                    yield FoundFile(Path(path), root, root)


def kind_of(name: str, start: bytes) -> FileKind:
    """Tell what a file is by its name and its first bytes."""
    name = name.lower()
    promises_image = name.endswith(_IMAGE_ENDINGS)
    if not start:
        return FileKind.EMPTY if promises_image or "." not in name else FileKind.OTHER
    if name.endswith((".nii", ".nii.gz")):
        return FileKind.NIFTI
    if name == "dicomdir" or _DIRECTORY in start[132:700]:
        return FileKind.DIRECTORY_RECORD
    if looks_like_dicom(start):
        return FileKind.DICOM
    return FileKind.BROKEN if promises_image else FileKind.OTHER
