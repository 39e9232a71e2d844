"""A review package's letter: which case it is about, on which images, and which versions of its labels go along."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Surgery
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import SCHEMES
from fets_desktop.study.plain import from_plain

PACKAGE_IMAGES = ("brain_mask", *(f"prepared/{contrast}" for contrast in ALL_CONTRASTS))
"""Products that a review needs: brains on the atlas grid, without skull and face, and their mask."""

Key = tuple[str, str, str]

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_MARK = re.compile(r"[0-9a-f]{32}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_LONGEST_NAME, _LONGEST_NOTE, _MOST_VERSIONS = 200, 4000, 1000


class Kind(StrEnum):
    """What a package is for."""

    CASE = "case"
    """One case on its way to a reader, with its images."""
    ANSWER = "answer"
    """What the reader drew and signed, on its way back."""


@dataclass(frozen=True)
class Letter:
    """What stands in a package beside the files.

    Attributes:
        kind: What it is for.
        package: 32 random digits, given when the case was handed out; the answer repeats them.
        case: The case's pseudonym.
        patient: The patient's pseudonym.
        surgery: Whether it was scanned before or after surgery, as a person said.
        made: ISO time, UTC.
        images: Hashes of the images that were handed out, by product.
        versions: Versions of the label map, oldest first; every parent stands before its child.
        blind: Whether versions that people drew were left out.
    """

    kind: Kind
    package: str
    case: str
    patient: str
    surgery: Surgery
    made: str
    images: dict[str, str]
    versions: tuple[Annotation, ...] = field(default=())
    blind: bool = False


def key_of(version: Annotation) -> Key:
    """Return what is the same of a version wherever it lies: its voxels, who made it and when."""
    return version.sha256, version.author, version.created


def read_letter(plain: Mapping[str, Any]) -> Letter:
    """Return a letter that was checked word by word: it comes from another computer.

    Raises:
        StudyError: "bad-package" if it says what no letter says.
    """
    try:
        letter = from_plain(Letter, plain)
        good = _is_good(letter)
    except (TypeError, ValueError, KeyError, AttributeError):
        good = False
    if not good:
        raise StudyError("bad-package", "What stands in it is not what a review package says.")
    return letter


def _is_good(letter: Letter) -> bool:
    return (
        _fits(_MARK, letter.package)
        and _fits(_NAME, letter.case)
        and _fits(_NAME, letter.patient)
        and _fits(_TIME, letter.made)
        and isinstance(letter.blind, bool)
        and set(letter.images) == set(PACKAGE_IMAGES)
        and all(_fits(_SHA256, sha256) for sha256 in letter.images.values())
        and len(letter.versions) <= _MOST_VERSIONS
        and _are_good(letter.case, letter.versions)
    )


def _are_good(case: str, versions: tuple[Annotation, ...]) -> bool:
    """Tell whether versions are a history: every one of the case, after its parent, and only once."""
    known: set[str] = set()
    for version in versions:
        if version.id in known or (version.parent is not None and version.parent not in known):
            return False
        if version.case != case or not _is_version(version):
            return False
        known.add(version.id)
    return len({key_of(version) for version in versions}) == len(versions)


def _is_version(version: Annotation) -> bool:
    signed = bool(version.approved_by) == bool(version.approved_at)
    return (
        version.scheme in SCHEMES
        and version.id == f"{version.case}/{version.number}"
        and _fits(_SHA256, version.sha256)
        and _fits(_TIME, version.created)
        and _is_line(version.author)
        and bool(version.author.strip())
        and signed
        and _is_line(version.approved_by)
        and (not version.approved_at or _fits(_TIME, version.approved_at))
        and _is_text(version.note)
        and _is_text(version.approved_reason)
        and type(version.edits) is int
        and 0 <= version.edits < 1 << 31
        and type(version.minutes) in (int, float)
        and math.isfinite(version.minutes)
        and version.minutes >= 0
    )


def _fits(pattern: re.Pattern[str], text: object) -> bool:
    return isinstance(text, str) and pattern.fullmatch(text) is not None


def _is_line(text: object) -> bool:
    return isinstance(text, str) and len(text) <= _LONGEST_NAME and (text.isprintable() or not text)


def _is_text(text: object) -> bool:
    return isinstance(text, str) and len(text) <= _LONGEST_NOTE and text.replace("\n", "").isprintable()
