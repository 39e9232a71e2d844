"""What may be typed after annotations and review-package."""

import argparse
from collections.abc import Callable

from fets_desktop.cli.parser_words import named, place
from fets_desktop.study.labels import SCHEMES

VerbMaker = Callable[[str, str], argparse.ArgumentParser]


def add_annotations(verb: VerbMaker) -> None:
    """Add the verb annotations with its options."""
    annotations = verb("annotations", "the versions of a case's label map")
    annotations.add_argument("case", metavar="CASE")
    annotations.add_argument("--import", dest="file", type=place, metavar="FILE", help="a label map in atlas space")
    annotations.add_argument("--scheme", choices=sorted(SCHEMES), help="what the file's labels mean")
    annotations.add_argument("--approve", action="store_true", help="sign off the newest version")
    annotations.add_argument("--reviewer", metavar="NAME", default="", help="who signs, restores or adjudicates")
    annotations.add_argument("--reason", metavar="WORDS", default="", help="why it is signed in spite of remarks")
    _add_deeds(annotations.add_mutually_exclusive_group())
    annotations.add_argument(
        "--start", metavar="VERSION", default="", help="the model's version a second reader starts from (an empty one)"
    )


def _add_deeds(deeds: argparse._MutuallyExclusiveGroup) -> None:
    pair, two = ("VERSION", "VERSION"), "a version is named by its number or its whole id"
    deeds.add_argument("--compare", nargs=2, metavar=pair, help=f"scores, volumes and places that differ; {two}")
    deeds.add_argument("--restore", type=named, metavar="VERSION", help="make a version the newest, as a new one")
    deeds.add_argument(
        "--adjudicate", nargs=2, metavar=pair, help="go on from the first of two, noting both; then --import the result"
    )
    deeds.add_argument(
        "--second-reading", dest="reader", type=named, metavar="NAME", help="let a second reader begin, blind"
    )
    deeds.add_argument("--end-reading", action="store_true", help="the second reader has finished")
    deeds.add_argument("--give-up-reading", action="store_true", help="the second reading is given up; versions stay")


def add_review_package(verb: VerbMaker) -> None:
    """Add the verb review-package with its options."""
    package = verb("review-package", "hand a case to a reader's own computer, encrypted, and take the answer in")
    ways = package.add_subparsers(dest="way", required=True, metavar="out|in")
    out = ways.add_parser("out", help="write a package; of a case that came in one, the answer")
    out.add_argument("case", metavar="CASE")
    out.add_argument("--to", type=place, required=True, metavar="PATH", help="the file, or the folder for it")
    out.add_argument("--blind", action="store_true", help="leave out what people drew")
    out.add_argument("--replace", action="store_true", help="replace a file that is there")
    into = ways.add_parser("in", help="take packages in: cases to review, or answers")
    into.add_argument("files", nargs="+", type=place, metavar="FILE")
