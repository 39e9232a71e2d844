"""What a person may type: verbs, their options, and the wish they make."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from fets_desktop import __version__
from fets_desktop.app.workspaces import default_workspace, usual_workspace
from fets_desktop.cli.onward import add_onward
from fets_desktop.cli.parser_backup import add_backup
from fets_desktop.cli.parser_evaluate import add_evaluate
from fets_desktop.cli.parser_export import add_export
from fets_desktop.cli.parser_federation import add_federation
from fets_desktop.cli.parser_intake import add_identity, add_intake
from fets_desktop.cli.parser_labels import add_annotations, add_review_package
from fets_desktop.cli.parser_models import add_models, add_train
from fets_desktop.cli.parser_pacs import add_pacs
from fets_desktop.cli.parser_phi import add_phi
from fets_desktop.cli.parser_segment import add_segment
from fets_desktop.cli.parser_words import place
from fets_desktop.cli.parser_workspace import add_workspace
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError

VerbMaker = Callable[[str, str], argparse.ArgumentParser]


@dataclass(frozen=True)
class Wish:
    """A parsed command line.

    Attributes:
        verb: Which verb; "window" without one.
        workspace: Where the work is kept.
        json: One JSON object on standard output at the end.
        quiet: No progress.
        demo: The window opens on the demo.
        options: The verb's own options.
    """

    verb: str
    workspace: Path
    json: bool = False
    quiet: bool = False
    demo: bool = False
    options: argparse.Namespace = field(default_factory=argparse.Namespace)


def parse(arguments: list[str]) -> Wish:
    """Parse a command line; wrong usage ends the program with status 2 and a message."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    verb = options.verb or "window"
    demo = verb == "demo" or bool(getattr(options, "demo", False))
    try:
        workspace = options.workspace or (default_workspace("demo") if demo else usual_workspace())
    except StudyError as error:
        parser.error(f"{error.detail} Name one: --workspace FOLDER")
    return Wish(verb, workspace.expanduser().absolute(), options.json, options.quiet, demo, options)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        "fets-desktop", description="Brain-tumour federation in one window. Not for diagnostic use."
    )
    parser.add_argument("--version", action="version", version=f"FeTS Desktop {__version__}")
    _common(parser, None)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    shared = argparse.ArgumentParser(add_help=False)
    # a shared option given before the verb must not be undone by its default after the verb
    _common(shared, argparse.SUPPRESS)

    def verb(name: str, text: str) -> argparse.ArgumentParser:
        return verbs.add_parser(name, help=text, description=text, parents=[shared])

    window = verb("window", "open the window (the same as no verb)")
    window.add_argument(
        "files", nargs="*", type=place, metavar="FILE", help="a review package, an invitation, or images to import"
    )
    window.add_argument("--demo", action="store_true", help="open it on the demo workspace")
    window.add_argument(
        "--hidden", action="store_true", help="beside the clock where a federation goes on there, else small"
    )
    demo = verb("demo", "make a demo workspace from the phantom and take it through the whole way")
    demo.add_argument("--cases", type=int, default=1, metavar="N", help="number of phantoms (1)")
    _work_verbs(verb)
    _label_verbs(verb)
    _model_verbs(verb)
    add_pacs(verb)
    add_phi(verb)
    add_backup(verb)
    add_workspace(verb)
    add_federation(verb)
    return parser


def _common(parser: argparse.ArgumentParser, default: str | None) -> None:
    off = False if default is None else default
    parser.add_argument("--workspace", type=place, default=default, metavar="DIR", help="where the work is kept")
    parser.add_argument(
        "--json", action="store_true", default=off, help="one JSON object on standard output at the end"
    )
    parser.add_argument("--quiet", action="store_true", default=off, help="no progress")


def _work_verbs(verb: VerbMaker) -> None:
    intake = verb("import", "scan folders and files, recognise the contrasts, convert and de-identify")
    intake.add_argument("paths", nargs="+", type=place, metavar="PATH")
    intake.add_argument(
        "--contrast",
        action="append",
        default=[],
        metavar="SERIES=T1Gd",
        type=_choice,
        help="say which series stands for a contrast; may be given again",
    )
    add_identity(intake)
    add_onward(intake)
    add_intake(verb)
    prepare = verb("prepare", "bring cases to the atlas grid, brain extracted")
    prepare.add_argument("cases", nargs="*", metavar="CASE", help="all that are converted, if none is named")
    add_segment(verb)
    add_export(verb)
    cases = verb("cases", "the board of cases")
    deeds = ["list", "show", "timepoints", "assign", "exclude", "include", "flag", "forget"]
    cases.add_argument("what", choices=deeds, nargs="?", default="list")
    cases.add_argument("case", nargs="?", metavar="CASE")
    cases.add_argument("--patient", action="store_true", help="forget every time point of the case's patient")
    cases.add_argument("--reason", default="", metavar="WORDS", help="why, for exclude and flag")
    cases.add_argument("--reader", default="", metavar="NAME", help="who is to read it, for assign; nobody without it")


def _label_verbs(verb: VerbMaker) -> None:
    add_annotations(verb)
    add_review_package(verb)
    split = verb("split", "draw or show the 4:1 split of approved cases")
    split.add_argument("--fraction", type=float, metavar="F", help="share that trains (0.8)")
    split.add_argument("--seed", type=int, metavar="N")
    split.add_argument(
        "--from", dest="source", type=place, metavar="FOLDER", help="take the sides of FeTS's train.csv and val.csv"
    )
    split.add_argument("--to", type=place, metavar="FOLDER", help="write train.csv and val.csv, as FeTS has them")


def _model_verbs(verb: VerbMaker) -> None:
    add_train(verb)
    add_evaluate(verb)
    add_models(verb)
    verb("verify", "check every hash, the audit chain and the records")


def _choice(text: str) -> tuple[str, Contrast]:
    series, separator, name = text.rpartition("=")
    names = {c.lower(): c for c in Contrast} | {c.brats_name: c for c in Contrast}
    if not separator or not series or name.lower() not in names:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form SERIES=T1Gd (T1, T1Gd, T2 or FLAIR)")
    return series, names[name.lower()]
