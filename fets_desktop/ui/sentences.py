"""Sentences that the rooms made, in the person's language.

The rooms below know no Qt: an error's detail, a job's title, what a check found come up as English sentences with their
values filled in. Here they are known again by their pattern ("It has {1} voxels.") and said with the same values in the
person's language. A sentence that no pattern knows stays as it is.
"""

import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from fets_desktop.study.errors import StudyError
from fets_desktop.study.resources import resource
from fets_desktop.ui.languages import ENGLISH, spoken

_HOLE, _HOLED = re.compile(r"{\w+}"), re.compile(r"{(\w+)}")
_BETWEEN = re.compile(r"(?<=[.!?;]) ")


def said(sentence: str) -> str:
    """Return a sentence of the rooms, or several of them, in the person's language."""
    language = spoken()
    return sentence if language == ENGLISH or not sentence else _said(sentence, language)


def message_of(error: StudyError) -> str:
    """Return what happened, why and what to do in the person's language."""
    parts = (said(error.text.title), said(error.detail), said(error.text.advice))
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


@lru_cache(maxsize=4096)
def _said(sentence: str, language: str) -> str:
    """`language` is there for the cache alone."""
    for words, end in ((sentence, ""), (sentence.removesuffix("."), ".")):
        if (whole := _known(words, language)) is not None:
            return whole if whole.endswith(("?", "!", ".")) else f"{whole}{end}"
    pieces = _BETWEEN.split(sentence)
    return " ".join(_said(piece, language) for piece in pieces) if len(pieces) > 1 else sentence


def _known(sentence: str, language: str) -> str | None:
    for context in ("words", "sentences"):
        if (words := QCoreApplication.translate(context, sentence)) != sentence:
            return words
    for pattern, pieces in _patterns():
        if all(piece in sentence for piece in pieces) and (found := _expression(pattern).fullmatch(sentence)):
            values = {name.removeprefix("v"): _said(value, language) for name, value in found.groupdict().items()}
            parts = _HOLED.split(QCoreApplication.translate("sentences", pattern))
            return "".join(values[part] if number % 2 else part for number, part in enumerate(parts))
    return None


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the patterns with holes and the pieces between them, those that say most first."""
    lines = resource("translations", "sentences.txt").read_text(encoding="utf-8").splitlines()
    holed = [line for line in lines if _HOLE.search(line)]
    holed.sort(key=lambda line: -len(_HOLE.sub("", line)))
    return tuple((line, tuple(piece for piece in _HOLE.split(line) if piece)) for line in holed)


@lru_cache(maxsize=512)
def _expression(pattern: str) -> re.Pattern[str]:
    holes = iter(_HOLE.findall(pattern))
    parts = [re.escape(piece) for piece in _HOLE.split(pattern)]
    built = parts[0]
    for piece in parts[1:]:
        name = f"v{next(holes)[1:-1]}"
        built += f"(?P={name})" if f"(?P<{name}>" in built else f"(?P<{name}>.*?)"
        built += piece
    return re.compile(built, re.DOTALL)
