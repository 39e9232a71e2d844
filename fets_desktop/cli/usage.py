"""What a person typed, understood or refused like everything else: in JSON where JSON was asked for."""

import contextlib
import io
import sys
from collections.abc import Iterator

from fets_desktop.cli.answer import Refusal
from fets_desktop.cli.parser import Wish, parse
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError

_ERROR = ": error: "


def understand(arguments: list[str]) -> Wish:
    """Parse a command line.

    Raises:
        SystemExit: With status 2 for wrong usage, which is then told; 0 if help was asked for and given.
    """
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            wish = parse(arguments)
    except SystemExit as stop:
        if stop.code != 0:
            _tell(arguments, said.getvalue())
        raise
    if odd := next(_not_text(wish), ""):
        _tell(arguments, f"fets-desktop{_ERROR}what was given for {odd} is not written in UTF-8\n")
        raise SystemExit(2)
    return wish


def _not_text(wish: Wish) -> Iterator[str]:
    """Yield the options whose words are bytes of another alphabet; the names of files may be."""
    for name, value in vars(wish.options).items():
        words = value if isinstance(value, list) else [value]
        for word in words:
            if isinstance(word, str) and any("\ud800" <= sign <= "\udfff" for sign in word):
                yield name


def _tell(arguments: list[str], words: str) -> None:
    voice = Voice("--json" in arguments, False)
    usage, _, why = words.partition(_ERROR)
    if "--json" in arguments:
        voice.refuse(Refusal.of(StudyError("wrong-usage", " ".join(why.split()))))
        return
    if usage.rpartition("\n")[0]:
        sys.stderr.write(usage.rpartition("\n")[0] + "\n")
    voice.note(" ".join(why.split()) or "The command was not understood.")
