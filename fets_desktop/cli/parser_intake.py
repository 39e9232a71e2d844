"""Options of import, and the verb rules."""

import argparse
from collections.abc import Callable

from fets_desktop.study.identity import Verdict

VerbMaker = Callable[[str, str], argparse.ArgumentParser]

EVERY = "all"
"""Stands for every clash that an import finds."""

_VERDICTS = {
    "one": Verdict.ONE,
    "same": Verdict.ONE,
    "two": Verdict.PEOPLE,
    "different": Verdict.PEOPLE,
    "studies": Verdict.STUDIES,
}


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
        help="say who the people under one patient id are: one patient (one), several told apart by name, birth date "
        f"and sex (different), or each examination one of its own (studies); {EVERY} for CLASH means every clash found",
    )


def _verdict(text: str) -> tuple[str, Verdict]:
    clash, separator, word = text.rpartition("=")
    if not separator or not clash or word.lower() not in _VERDICTS:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form CLASH=one, CLASH=different or CLASH=studies")
    return clash, _VERDICTS[word.lower()]
