"""How the command line speaks: the answer on standard output, everything else on standard error."""

import io
import json
import shutil
import sys
import unicodedata
from typing import TextIO

from fets_desktop.cli.answer import Answer, Refusal
from fets_desktop.study.plain import without_nan

_JOINERS = "\u200c\u200d"
"""Persian and Hindi words are wrong without them; the other invisible signs only deceive."""


class Voice:
    """Says how far the work is and, at the end, what came of it.

    Args:
        as_json: One JSON object on `out`, progress as JSON lines on `err`.
        quiet: No progress.
        out: Takes the answer.
        err: Takes progress and refusals.
    """

    def __init__(self, as_json: bool, quiet: bool, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._json = as_json
        self._quiet = quiet
        self._out = out or _forgiving(sys.stdout)
        self._err = err or _forgiving(sys.stderr)
        self._said = ""
        self._open_line = False

    def progress(self, fraction: float, note: str) -> None:
        """Tell how far the work is: a JSON line, a line that is written over, or, in a file, a line a step."""
        if self._quiet:
            return
        if self._json:
            self._say(json.dumps({"progress": round(fraction, 4), "step": note}))
        elif self._err.isatty():
            width = shutil.get_terminal_size().columns - 1
            self._err.write(f"\r{shown(f'{fraction:4.0%}  {note}')[:width].ljust(width)}")
            self._err.flush()
            self._open_line = True
        elif note != self._said:
            self._say(f"{fraction:4.0%}  {note}")
        self._said = note

    def answer(self, answer: Answer) -> None:
        """Say what was done on standard output, and what was refused: there in JSON, else on standard error."""
        self._end_line()
        if self._json:
            errors = {"errors": [refusal.plain for refusal in answer.refusals]} if answer.refusals else {}
            # a card made elsewhere may hold a score that is no number; what reads us stumbles over Python's NaN
            self._out.write(json.dumps(without_nan({**answer.plain, **errors}), allow_nan=False) + "\n")
        elif answer.lines:
            self._out.write("\n".join(map(shown, answer.lines)) + "\n")
        self._out.flush()
        for refusal in answer.refusals:
            self._say(f"fets-desktop: {refusal.message}")

    def refuse(self, refusal: Refusal) -> None:
        """Say why nothing was done."""
        self.answer(Answer(refusals=[refusal]))

    def note(self, text: str) -> None:
        """Say something on standard error."""
        self._end_line()
        self._say(f"fets-desktop: {text}")

    def _say(self, line: str) -> None:
        self._err.write(shown(line) + "\n")
        self._err.flush()

    def _end_line(self) -> None:
        if self._open_line:
            self._err.write("\n")
            self._open_line = False


def shown(line: str) -> str:
    """Return a line that a terminal only shows: what a file or a person calls itself must not command it."""
    return "".join(map(_shown_sign, line))


def _shown_sign(sign: str) -> str:
    if sign in "\n\r\t":
        return " "
    kind = unicodedata.category(sign)
    if sign in _JOINERS or (kind[0] != "C" and kind not in ("Zl", "Zp")):
        return sign
    return sign.encode("unicode_escape").decode()


def _forgiving(stream: TextIO) -> TextIO:
    """Let a terminal of another alphabet show what it can of a name, instead of ending the program."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream
