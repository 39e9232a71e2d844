"""What a person may type after phi-scan and support-bundle."""

import argparse
from collections.abc import Callable
from pathlib import Path

from fets_desktop.cli.parser_words import place


def add_phi(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add the verbs phi-scan and support-bundle."""
    verb("phi-scan", "read every byte of the workspace and say where something names a patient")
    bundle = verb("support-bundle", "write a file for those who help: logs and facts, no image and no name")
    bundle.add_argument("--to", type=place, default=Path(), metavar="PLACE", help="a file, or a folder for it (here)")
