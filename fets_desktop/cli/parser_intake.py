"""Options of import, and the verb rules."""

import argparse
from collections.abc import Callable

VerbMaker = Callable[[str, str], argparse.ArgumentParser]

_VERDICTS = {"one": True, "same": True, "two": False, "different": False}


def add_intake(verb: VerbMaker) -> None:
    """Add the verb rules."""
    rules = verb("rules", "what this site has said about kinds of series: corrections that count in later imports")
    rules.add_argument("what", choices=["list", "forget"], nargs="?", default="list")
    rules.add_argument("rule", nargs="?", metavar="RULE", help="its name, for forget")


def add_identity(intake: argparse.ArgumentParser) -> None:
    """Add the option that resolves clashes of identity."""
    intake.add_argument(
        "--identity",
        action="append",
        default=[],
        metavar="CLASH=one",
        type=_verdict,
        help="say whether the people under one patient id are one patient (one) or not (different)",
    )


def _verdict(text: str) -> tuple[str, bool]:
    clash, separator, word = text.rpartition("=")
    if not separator or not clash or word.lower() not in _VERDICTS:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form CLASH=one or CLASH=different")
    return clash, _VERDICTS[word.lower()]
