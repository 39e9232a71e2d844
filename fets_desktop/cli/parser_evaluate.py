"""The options of the verb evaluate."""

import argparse
from collections.abc import Callable

from fets_desktop.cli.parser_words import named, place
from fets_desktop.study.labels import SCHEMES


def add_evaluate(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    evaluate = verb("evaluate", "score a model on labelled cases")
    evaluate.add_argument(
        "--model",
        type=named,
        required=True,
        metavar="M",
        help="id, name or .fetsmodel file; starter is the shipped one",
    )
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
