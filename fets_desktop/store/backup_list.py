"""The list of a backup: what is in it, by path, hash and size, and with which key it opens."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from fets_desktop.imaging.disk import write_whole
from fets_desktop.store.durable import UNCHANGING_FILE
from fets_desktop.store.failing import Unreadable, readable, reading
from fets_desktop.store.layout import FACTS
from fets_desktop.store.sealed import Damaged, WrongKey, read_under_passphrase
from fets_desktop.store.sealed_stream import PIECE, opened_by_key, under_key
from fets_desktop.study.errors import StudyError

LIST, KEY = "backup.json", "backup.key"
_FORMAT, _VERSION = "fets-desktop backup", 1
OWN_FILES = ("identities.vault", "secrets.vault", "keyring.id", "pseudonym.key")
KNOWN_PATH = re.compile(
    rf"{re.escape(FACTS)}|{'|'.join(map(re.escape, OWN_FILES))}"
    r"|files/[0-9a-f]{2}/[0-9a-f]{64}[.\w-]*|journals/[0-9a-f]{32}\.journal"
    r"|federation/(?:owned\.json|[\w-]+/(?:desk/(?:kept/|round-\d+/(?=consensus\.))?)?[\w-]+\.[a-z]+)"
)
"""Of a federation all but what was worked out in the round that is under way, which is done again."""


@dataclass(frozen=True)
class BackupEntry:
    """One file of a backup.

    Attributes:
        path: Relative to the workspace, with "/".
        sha256: Of its content, unsealed.
        size: In bytes, unsealed.
    """

    path: str
    sha256: str
    size: int


@dataclass(frozen=True)
class BackupReport:
    """What was written or brought back.

    Attributes:
        files: How many files.
        bytes: Their sizes together.
        faults: What was damaged or missing in the workspace already, and stands so in the backup.
    """

    files: int
    bytes: int
    faults: tuple[str, ...]


def is_sealed(backup: Path) -> bool:
    """Tell whether a backup opens with a passphrase only.

    Raises:
        StudyError: "no-backup".
    """
    if not (backup / LIST).is_file():
        raise StudyError("no-backup")
    return (backup / KEY).exists()


def look_at(backup: Path, passphrase: str) -> BackupReport:
    """Return what a backup's list says, without reading its files.

    Raises:
        StudyError: "no-backup", "backup-damaged" or "wrong-passphrase".
    """
    entries, faults = read_list(backup, key_of(backup, passphrase))
    return BackupReport(len(entries), sum(entry.size for entry in entries), faults)


def key_of(backup: Path, passphrase: str) -> bytes:
    """Return the key of a sealed backup, b"" of an open one.

    Raises:
        StudyError: "no-backup", "wrong-passphrase" or "backup-damaged".
    """
    if not is_sealed(backup):
        return b""
    try:
        return read_under_passphrase(backup / KEY, passphrase)
    except WrongKey:
        raise StudyError("wrong-passphrase", "The backup was sealed with another.") from None
    except (Damaged, OSError):
        raise StudyError("backup-damaged", "Its key cannot be read.") from None


def write_list(to: Path, entries: list[BackupEntry], faults: list[str], key: bytes) -> None:
    """Write the list: from now on the folder holds a backup.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    content = {
        "format": _FORMAT,
        "version": _VERSION,
        "files": [[entry.path, entry.sha256, entry.size] for entry in entries],
        "faults": faults,
    }
    text = json.dumps(content, indent=0).encode()
    write_whole(to / LIST, b"".join(as_written(LIST, [text], key))).chmod(UNCHANGING_FILE)


def read_list(backup: Path, key: bytes) -> tuple[list[BackupEntry], tuple[str, ...]]:
    """Return what is in a backup, and what was damaged when it was made.

    Raises:
        StudyError: "backup-damaged" if it is no list, or names what no workspace has.
    """
    try:
        with readable(backup / LIST) as opened:
            content = json.loads(b"".join(reading(as_meant(LIST, opened, key))))
        if content["format"] != _FORMAT or content["version"] != _VERSION:
            raise StudyError("backup-damaged", "It is of a later version, or no backup of this program.")
        entries = [BackupEntry(str(path), str(sha256), int(size)) for path, sha256, size in content["files"]]
        faults = tuple(map(str, content["faults"]))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError, OSError, Damaged, Unreadable):
        raise StudyError("backup-damaged", "Its list of files cannot be read.") from None
    # a list from elsewhere must not write outside the new folder
    known = {entry.path for entry in entries if KNOWN_PATH.fullmatch(entry.path) and entry.size >= 0}
    if len(known) != len(entries) or FACTS not in known:
        raise StudyError("backup-damaged", "Its list names files that no workspace has, or lacks the records.")
    return entries, faults


def as_written(path: str, content: Iterable[bytes], key: bytes) -> Iterable[bytes]:
    """Return a file's content as a backup holds it: sealed, or under no key as it is."""
    return under_key(content, path, key) if key else content


def as_meant(path: str, opened: BinaryIO, key: bytes) -> Iterator[bytes]:
    """Yield a file's content as it was in the workspace.

    Raises:
        Damaged: If it was sealed, and is not what was sealed there.
    """
    return opened_by_key(opened, path, key) if key else iter(lambda: opened.read(PIECE), b"")
