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
_SENTENCES, _CLAUSES = re.compile(r"(?<=[.!?]) "), re.compile(r"(?<=;) ")


def said(sentence: str) -> str:
    """Return a sentence of the rooms, or several of them, in the person's language."""
    language = spoken()
    return sentence if language == ENGLISH or not sentence else _said(sentence, language)


def message_of(error: StudyError) -> str:
    """Return what happened, why and what to do in the person's language."""
    parts = (said(error.text.title), said(error.detail), said(error.text.advice))
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


@lru_cache(maxsize=4096)
def _said(words: str, language: str) -> str:
    """Say words whole; else by sentences, if each is known; else by a pattern; else what pieces are known.

    A pattern comes late: what is filled in at its end would take whole sentences with it.
    """
    if (known := _exactly(words)) is not None:
        return known
    told = [_known(piece, language) for piece in _SENTENCES.split(words)]
    if None not in told:
        return " ".join(filter(None, told))
    if (whole := _by_pattern(words, language)) is not None:
        return whole
    for between in (_SENTENCES, _CLAUSES):
        pieces = between.split(words)
        if len(pieces) > 1:
            return " ".join(_said(piece, language) for piece in pieces)
    return words


def _known(words: str, language: str) -> str | None:
    return known if (known := _exactly(words)) is not None else _by_pattern(words, language)


def _exactly(words: str) -> str | None:
    """Return words that stand in the tables as they are, with or without a full stop."""
    for text, end in ((words, ""), (words.removesuffix("."), ".")):
        for context in ("words", "sentences"):
            if text and (known := QCoreApplication.translate(context, text)) != text:
                return known if known.endswith(("?", "!", ".")) else f"{known}{end}"
    return None


def _by_pattern(words: str, language: str) -> str | None:
    for pattern, pieces in _patterns():
        if all(piece in words for piece in pieces) and (found := _expression(pattern).fullmatch(words)):
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
