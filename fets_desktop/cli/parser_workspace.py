"""What a person may type after workspace."""

import argparse
from collections.abc import Callable

from fets_desktop.cli.parser_words import place

_WHAT = """status (also without a word): how many files are encrypted; encrypt, decrypt: every image, mask, label map
and picture, and the edits; recover: bring the key back from a recovery file"""


def add_workspace(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add the verb workspace."""
    workspace = verb("workspace", "encrypt the images at rest, or decrypt them")
    workspace.add_argument(
        "what", choices=("status", "encrypt", "decrypt", "recover"), nargs="?", default="status", help=_WHAT
    )
    workspace.add_argument("file", nargs="?", type=place, metavar="FILE", help="recover: the recovery file")
    either = workspace.add_mutually_exclusive_group()
    either.add_argument(
        "--recovery",
        type=place,
        metavar="FILE",
        help="encrypt: write a file that brings a lost key back; the passphrase in FETS_DESKTOP_PASSPHRASE opens it",
    )
    either.add_argument("--no-recovery", action="store_true", help="encrypt: without one; a lost key is lost for good")
