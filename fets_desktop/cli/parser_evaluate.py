"""The options of the verb evaluate."""

import argparse
from collections.abc import Callable

from fets_desktop.cli.parser_words import named, place
from fets_desktop.study.fusing import FUSIONS, LABEL, PER
from fets_desktop.study.labels import SCHEMES


def add_evaluate(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    evaluate = verb("evaluate", "score a model, or several and their fusion, on labelled cases")
    evaluate.add_argument(
        "--model",
        type=named,
        required=True,
        action="append",
        metavar="M",
        help="id, name or .fetsmodel file; starter is the shipped one; may be given again",
    )
    evaluate.add_argument(
        "--fuse", choices=list(FUSIONS), help="score what the models propose together, beside each of them"
    )
    evaluate.add_argument("--per", choices=list(PER), help=f"fuse labels, or regions one by one ({LABEL})")
    evaluate.add_argument(
        "--cases",
        type=named,
        required=True,
        metavar="FOLDER",
        help="BraTS-named labelled cases, or: approved (this workspace's validation cases)",
    )
    evaluate.add_argument("--against", type=named, metavar="M", help="another model, compared case by case")
    evaluate.add_argument("--scheme", choices=sorted(SCHEMES), default="", help="what the folder's labels mean")
    evaluate.add_argument("--csv", type=place, metavar="FILE", help="every case, region and measure as a table")
