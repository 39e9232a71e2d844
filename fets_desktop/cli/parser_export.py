"""The options of the verb export."""

import argparse
from collections.abc import Callable

from fets_desktop.cli.parser_words import place
from fets_desktop.study.exports import EXPORT_KINDS, SPACES


def add_export(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    export = verb("export", "write images and labels as files, for other programs and for the hospital")
    export.add_argument("cases", nargs="*", metavar="CASE", help="all that are prepared, if none is named")
    export.add_argument("--to", type=place, required=True, metavar="DIR")
    export.add_argument(
        "--as",
        dest="kinds",
        type=_kinds,
        default=("nifti",),
        metavar="KIND[,KIND...]",
        help=", ".join(EXPORT_KINDS),
    )
    export.add_argument(
        "--space", default="both", choices=list(SPACES), help="for nifti, nrrd and bids; DICOM is always native"
    )
    export.add_argument("--replace", action="store_true", help="replace files there that were not exported from here")
    export.add_argument("--deface", action="store_true", help="take the faces out of native images")


def _kinds(text: str) -> tuple[str, ...]:
    kinds = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    if unknown := [kind for kind in kinds if kind not in EXPORT_KINDS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is none of {', '.join(EXPORT_KINDS)}")
    return kinds
