"""The wanted values of a DICOM header by pydicom: slower than `quick`, for everything that is unusual."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pydicom

from fets_desktop.dicom.deflated import refuse_inflated
from fets_desktop.dicom.quick import RawHeader, Values, clean


def read_careful(path: Path, keywords: Iterable[str]) -> RawHeader:
    """Read a header; call it inside `header.lenient_reading`.

    Raises:
        StudyError: "unreadable-image" if a deflated file unpacks to more than an image needs.
        Exception: What pydicom raises on damaged files, see `header.READ_FAULTS`.
    """
    refuse_inflated(path)
    wanted = [*keywords, "SharedFunctionalGroupsSequence", "PerFrameFunctionalGroupsSequence"]
    with path.open("rb") as file:
        dataset = pydicom.dcmread(file, stop_before_pixels=True, force=True, specific_tags=list(wanted))
        pixels_at = file.tell()
    syntax = str(getattr(getattr(dataset, "file_meta", None), "TransferSyntaxUID", "") or "")
    return RawHeader(_values(dataset, keywords), _values(_first_group(dataset), keywords), syntax, pixels_at)


def _values(dataset: Any, keywords: Iterable[str]) -> Values:  # noqa: ANN401 - a pydicom Dataset
    return {keyword: texts_of(dataset, keyword) for keyword in keywords if keyword in dataset}


def texts_of(dataset: Any, keyword: str) -> tuple[str, ...]:  # noqa: ANN401
    """Return the parts of a value as texts, () where nothing is said."""
    value = dataset.get(keyword)
    if value is None:
        return ()
    if isinstance(value, pydicom.Sequence):
        return ("items",) if len(value) else ()
    return clean(map(str, value) if isinstance(value, list | pydicom.multival.MultiValue) else [str(value)])


def _first_group(dataset: Any) -> pydicom.Dataset:  # noqa: ANN401
    """Flatten the groups of an enhanced image, shared and of its first frame. Source: DICOM PS3.3, C.7.6.16."""
    flat = pydicom.Dataset()
    frames = dataset.get("PerFrameFunctionalGroupsSequence") or ()
    for group in (*frames[:1], *(dataset.get("SharedFunctionalGroupsSequence") or ())[:1]):
        for macro in group:
            if macro.VR == "SQ" and not macro.tag.is_private and len(macro.value):
                flat.update(macro.value[0])
    return flat
