"""What a person may type after backup and restore."""

import argparse
from collections.abc import Callable

from fets_desktop.cli.parser_words import place


def add_backup(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add the verbs backup and restore."""
    backup = verb("backup", "copy the workspace to an empty folder, every file checked by its hash")
    backup.add_argument("--to", type=place, required=True, metavar="FOLDER", help="where to; empty or not there")
    backup.add_argument("--seal", action="store_true", help="encrypt it; the passphrase is in FETS_DESKTOP_PASSPHRASE")
    restore = verb("restore", "bring a backup back into a new folder, and verify it")
    restore.add_argument("backup", type=place, metavar="BACKUP", help="the backup's folder")
    restore.add_argument("--to", type=place, required=True, metavar="FOLDER", help="where to; empty or not there")
