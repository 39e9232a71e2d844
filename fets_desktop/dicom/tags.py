"""DICOM headers as a table for a person's eye; they are foreign input and may hold anything.

Source: DICOM PS3.5, 6.2 (value representations) and 7.5 (nesting); PS3.3, C.7.6.16 (frames of an enhanced image).
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pydicom

from fets_desktop.dicom.deflated import refuse_inflated
from fets_desktop.dicom.header import READ_FAULTS, lenient_reading, looks_like_dicom
from fets_desktop.dicom.kept import each_kept
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import Progress
from fets_desktop.study.tags import TagRow, TagTable

MOST_CHARACTERS = 256
_MOST_SLICES = 2000
_MOST_ROWS = 4000
_DEEPEST = 12
_LARGEST_FILE = 1 << 30
_PER_FRAME = 0x52009230
_BINARY = frozenset({"OB", "OD", "OF", "OL", "OV", "OW", "UN"})

Element = tuple[str, str, str, int]
"""Tag with its way, name, VR and depth."""


def read_tags(files: Sequence[Path], progress: Progress) -> TagTable:
    """Read the headers of DICOM files as they are, in the order of their instance numbers.

    Raises:
        StudyError: "unreadable-image" if none of them can be read as DICOM.
        Cancelled: Through `progress`.
    """
    headers = []
    with lenient_reading():
        for number, file in enumerate(files[:_MOST_SLICES]):
            progress(number / len(files), "Reading the headers")
            try:
                refuse_inflated(file)
                with file.open("rb") as opened:
                    if looks_like_dicom(opened.read(132)) and file.stat().st_size <= _LARGEST_FILE:
                        headers.append(pydicom.dcmread(file, stop_before_pixels=True, force=True))
            except (*READ_FAULTS, StudyError):
                continue
        if not headers:
            raise StudyError("unreadable-image", "There is no DICOM header in it that can be read.")
        headers.sort(key=_instance)
        return table(headers, identified=True, left_out=max(0, len(files) - len(headers)))


def read_kept_tags(kept: Path, progress: Progress) -> TagTable:
    """Read the de-identified headers that the workspace keeps of a series, in the order of the slices.

    Raises:
        StudyError: "damaged-workspace".
    """
    progress(0.0, "Reading the headers")
    with lenient_reading():
        return table(list(each_kept(kept))[:_MOST_SLICES], identified=False)


def table(headers: Sequence[Any], *, identified: bool, left_out: int = 0) -> TagTable:
    """Lay headers side by side; call it inside `lenient_reading`."""
    columns: list[dict[Element, str]] = []
    for header in headers:
        frames = _frames(header)
        whole = dict(_capped(_elements(_meta(header), "", 0)))
        whole |= _capped(_elements(header, "", 0, skip=bool(frames)))
        for frame in frames[: _MOST_SLICES - len(columns)] or [None]:
            own = {} if frame is None else _capped(_elements(frame, "(5200,9230)[frame]", 1))
            columns.append({**whole, **own})
    order = sorted({element: None for column in columns for element in column}, key=lambda e: e[0])
    rows = []
    for element in order:
        values = tuple(column.get(element, "") for column in columns)
        rows.append(TagRow(*element, values if len(set(values)) > 1 else values[:1]))
    return TagTable(len(columns), tuple(rows), identified, left_out)


def _instance(header: Any) -> float:  # noqa: ANN401 - a pydicom Dataset
    try:
        return float(header.get("InstanceNumber") or 0)
    except READ_FAULTS:
        return 0.0


def _meta(header: Any) -> Any:  # noqa: ANN401
    return getattr(header, "file_meta", None) or pydicom.Dataset()


def _frames(header: Any) -> list[Any]:  # noqa: ANN401
    try:
        return list(header[_PER_FRAME].value) if _PER_FRAME in header else []
    except READ_FAULTS:
        return []


def _capped(elements: Iterable[tuple[Element, str]]) -> dict[Element, str]:
    found: dict[Element, str] = {}
    for element, value in elements:
        if len(found) >= _MOST_ROWS:
            found["(FFFF,FFFF)", "More tags than are shown", "", 0] = ""
            break
        found[element] = value
    return found


def _elements(dataset: Any, way: str, depth: int, *, skip: bool = False) -> Iterator[tuple[Element, str]]:  # noqa: ANN401
    for tag in sorted(dataset.keys()):
        place = f"{way}({tag.group:04X},{tag.element:04X})"
        if skip and tag == _PER_FRAME:
            continue
        try:
            element = dataset[tag]
            name = element.name if not tag.is_private else f"Private: {element.name.strip('[]')}"
            known: Element = (place, plain_text(name), str(element.VR)[:2], depth)
            if element.VR != "SQ":
                yield known, _value(element)
                continue
            items = list(element.value)
        except READ_FAULTS:
            yield (place, "Private" if tag.is_private else "Damaged", "", depth), "cannot be read"
            continue
        yield known, "1 item" if len(items) == 1 else f"{len(items)} items"
        for number, item in enumerate(items, 1):
            if depth < _DEEPEST:
                yield from _elements(item, f"{place}[{number}]", depth + 1)


def _value(element: Any) -> str:  # noqa: ANN401
    value = element.value
    if isinstance(value, bytes):
        short = value.rstrip(b" \0")
        if element.VR == "UN" and len(short) <= MOST_CHARACTERS and short.isascii() and short.decode().isprintable():
            return short.decode()
        return f"{len(value):,} bytes"
    if element.VR in _BINARY and value is not None and hasattr(value, "__len__"):
        return f"{len(value):,} bytes"
    if isinstance(value, list | pydicom.multival.MultiValue):
        # a list of a million numbers is not made into text only to be cut
        text = "\\".join(str(part) for part in value[:MOST_CHARACTERS])
        return plain_text(text if len(value) <= MOST_CHARACTERS else f"{text}\\...")
    return plain_text("" if value is None else str(value))


def plain_text(text: str) -> str:
    """Return text without control characters or marks that turn the direction of writing, shortened."""
    cut = text[: 4 * MOST_CHARACTERS]
    clean = "".join(" " if unicodedata.category(letter)[0] == "C" else letter for letter in cut).strip()
    if len(clean) > MOST_CHARACTERS or len(text) > len(cut):
        return f"{clean[:MOST_CHARACTERS]}... ({len(text):,} characters)"
    return clean
