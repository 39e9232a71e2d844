"""Words of a command line that must not be empty: an empty one is a variable of a script that was never set."""

import argparse
from pathlib import Path


def named(text: str) -> str:
    """Return a name or place as it was typed.

    Raises:
        argparse.ArgumentTypeError: If it is empty.
    """
    if not text.strip():
        raise argparse.ArgumentTypeError("it is empty")
    return text


def place(text: str) -> Path:
    """Return a path; an empty one would be this very folder.

    Raises:
        argparse.ArgumentTypeError: If it is empty.
    """
    return Path(named(text))
