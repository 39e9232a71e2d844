"""The directory of a disc (DICOMDIR): which of the images it names are not there.

The images themselves are found by walking beside it: a directory may be stale, the files are not.

Source: DICOM PS3.3, annex F; PS3.10, 8.6.
"""

from pathlib import Path
from typing import Any

import pydicom

from fets_desktop.dicom.header import READ_FAULTS, lenient_reading

_IMAGES = {"IMAGE", "MR IMAGE", ""}
_LARGEST_BYTES = 64 << 20


def missing_files(record: Path) -> tuple[int, int]:
    """Return how many images the directory names, and how many of them are not there; (0, 0) if it cannot be read."""
    try:
        if record.stat().st_size > _LARGEST_BYTES:
            return 0, 0
        with lenient_reading():
            dataset = pydicom.dcmread(record, force=True)
            places = [place for item in dataset.get("DirectoryRecordSequence") or () if (place := _place(item))]
    except READ_FAULTS:
        return 0, 0
    there = _Folders(record.parent)
    return len(places), sum(not there.holds(place) for place in places)


def _place(item: Any) -> tuple[str, ...]:  # noqa: ANN401 - a pydicom Dataset
    if str(item.get("DirectoryRecordType") or "") not in _IMAGES:
        return ()
    parts = item.get("ReferencedFileID")
    if not parts:
        return ()
    return tuple(str(part) for part in ([parts] if isinstance(parts, str) else parts))


class _Folders:
    """Looks names up as discs do, without regard to capitals, and lists every folder once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lists: dict[tuple[str, ...], dict[str, str]] = {}

    def holds(self, place: tuple[str, ...]) -> bool:
        true: tuple[str, ...] = ()
        for part in place:
            names = self._names(true)
            name = names.get(part.lower()) or next(
                (n for low, n in names.items() if low.split(".")[0] == part.lower()), ""
            )
            if not name:
                return False
            true = (*true, name)
        return True

    def _names(self, folder: tuple[str, ...]) -> dict[str, str]:
        if folder not in self._lists:
            path = self._root.joinpath(*folder)
            self._lists[folder] = {entry.name.lower(): entry.name for entry in path.iterdir()} if path.is_dir() else {}
        return self._lists[folder]
