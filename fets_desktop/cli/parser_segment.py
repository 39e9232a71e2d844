"""What may be typed after segment."""

import argparse
from collections.abc import Callable

from fets_desktop.study.cleaning import CLEANING
from fets_desktop.study.fusing import FUSIONS, LABEL, PER

VerbMaker = Callable[[str, str], argparse.ArgumentParser]


def add_segment(verb: VerbMaker) -> None:
    """Add the verb segment with its options."""
    segment = verb("segment", "let a model, or several, propose labels for prepared cases")
    segment.add_argument("cases", nargs="*", metavar="CASE", help="all that are prepared, if none is named")
    segment.add_argument(
        "--model",
        action="append",
        default=[],
        metavar="M",
        help="id or name; may be given again; the current if not, or with --fuse all that are in use",
    )
    segment.add_argument(
        "--fuse",
        choices=list(FUSIONS),
        help="make one proposal of what the models propose, which are run one after another and kept beside it",
    )
    segment.add_argument("--per", choices=list(PER), help=f"fuse labels, or regions one by one ({LABEL})")
    segment.add_argument(
        "--surgery",
        choices=["before", "after"],
        help="whether the scans were taken before or after surgery; kept with the case",
    )
    segment.add_argument(
        "--leave-out",
        action="append",
        default=[],
        choices=list(CLEANING),
        help="a rule by which the proposal is not cleaned; may be given again",
    )
    segment.add_argument(
        "--uncertainty",
        action="store_true",
        help="keep maps of where the model is undecided, and tell which slices to look at first; not with --fuse",
    )
