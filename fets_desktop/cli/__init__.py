"""The side door: every verb of the hall as a command, headless."""

from fets_desktop.cli.parser import Wish, parse
from fets_desktop.cli.usage import understand
from fets_desktop.cli.verbs import run

__all__ = ["Wish", "parse", "run", "understand"]
