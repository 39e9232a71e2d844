"""What no cleaning of headers takes away: text in the pixels, and names in the names of files."""

import re
from collections.abc import Sequence
from pathlib import Path

from pydicom.dataset import Dataset

from fets_desktop.dicom.words import protocol_words

BURNED_IN = "burned-in"
SCREEN_PICTURE = "screen-picture"
TEXT_LIKE = "text-like"
"""The ways in which text may stand in the pixels: as headers tell it, and as the pixels look (`burnt_in`)."""

_SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"
_SHORTEST = 5


def what_shows(headers: Sequence[Dataset]) -> tuple[str, ...]:
    """Tell whether the headers of a series say, or let expect, that text is burned into its pixels.

    Source: DICOM PS3.3, C.7.6.1.1.6 (Burned In Annotation) and A.8 (Secondary Capture).
    """
    found = []
    if any(str(header.get("BurnedInAnnotation", "")).strip().upper() == "YES" for header in headers):
        found.append(BURNED_IN)
    if any(_is_screen_picture(header) for header in headers):
        found.append(SCREEN_PICTURE)
    return tuple(found)


def _is_screen_picture(header: Dataset) -> bool:
    kinds = [str(kind).upper() for kind in header.get("ImageType", None) or ()]
    return (
        str(header.get("SOPClassUID", "")).startswith(_SECONDARY_CAPTURE)
        or "ConversionType" in header
        or any("SCREEN" in kind or kind == "SECONDARY CAPTURE" for kind in kinds)
    )


def telling_names(files: Sequence[Path]) -> tuple[str, ...]:
    """Return the words of the files' names, and of the folders they lie in, that are no words of protocols.

    They may name the patient, so they are treated as if they did.
    """
    words = (word for file in files for name in (file.parent.name, file.name) for word in re.split(r"[^\w^-]+|_", name))
    return tuple(dict.fromkeys(w for w in words if len(w) >= _SHORTEST and not protocol_words(w)))
