"""What a folder's steps have done: by which inputs, with which outputs; so that a killed run goes on where it was."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.study.finding import Finding
from fets_desktop.study.plain import from_plain, to_plain

MEMO_NAME = "memo.json"
ASIDE = "aside"
"""Folder of what steps had computed before a person's own result took its place."""


@dataclass(frozen=True)
class Done:
    """One step that has been done.

    Attributes:
        key: Hash of everything the result depends on.
        inputs: The same in the open: recipe, engines, parameters, hashes of inputs.
        outputs: File name in the folder -> sha256.
        finding: What the step found.
    """

    key: str
    inputs: dict[str, Any]
    outputs: dict[str, str]
    finding: Finding


class Memo:
    """The steps done in one folder, on disk after every step.

    A memo that cannot be read is as good as none: the steps are done again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._done = _read(folder / MEMO_NAME)

    def find(self, step: str, key: str) -> Done | None:
        """Return what a step did if it was done with these very inputs and all its outputs are whole."""
        done = self._done.get(step)
        if done and done.key == key and _whole(self._folder, done):
            return done
        return self._back_from_aside(step, key)

    def by_hand(self, step: str) -> bool:
        """Tell whether the newest result of a step is a person's own."""
        done = self._done.get(step)
        return done is not None and "by_hand" in done.inputs.get("parameters", {})

    def put_aside(self, step: str) -> None:
        """Keep what a step did, for the day on which the person's own result is taken away again.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        done = self._done.get(step)
        if done is None or not _whole(self._folder, done):
            return
        with known_disk_errors():
            (self._folder / ASIDE).mkdir(exist_ok=True)
            for name in done.outputs:
                write_whole(self._folder / ASIDE / name, (self._folder / name).read_bytes())
        self.keep(_aside(step), done)

    def _back_from_aside(self, step: str, key: str) -> Done | None:
        done = self._done.get(_aside(step))
        if done is None or done.key != key or not _whole(self._folder / ASIDE, done):
            return None
        for name in done.outputs:
            write_whole(self._folder / name, (self._folder / ASIDE / name).read_bytes())
        self.keep(step, done)
        return done

    def keep(self, step: str, done: Done) -> None:
        """Write down that a step was done.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        self._done[step] = done
        text = json.dumps(to_plain(self._done), indent=1, sort_keys=True)
        write_whole(self._folder / MEMO_NAME, text.encode())


def _aside(step: str) -> str:
    return f"{step} ({ASIDE})"


def _whole(folder: Path, done: Done) -> bool:
    return all(file_hash(folder / name) == sha256 for name, sha256 in done.outputs.items())


def sweep(folder: Path) -> None:
    """Remove what a killed run left half-written: every whole file has its own name, every part one with a dot.

    Nobody else may be at work in the folder.
    """
    for left in (*folder.glob(".*.part"), *folder.glob(".*.nii")):
        left.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, Done]:
    try:
        return {name: from_plain(Done, value) for name, value in json.loads(path.read_text("utf-8")).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def file_hash(path: Path) -> str:
    """Return the sha256 of a file's bytes; "" if it is not there.

    Raises:
        StudyError: "read-only" if it may not be read.
    """
    if not path.is_file():
        return ""
    with known_disk_errors():
        known = path.stat()
        return _hash(path, known.st_ino, known.st_size, known.st_mtime_ns, known.st_ctime_ns)


@lru_cache(maxsize=512)
def _hash(path: Path, *_unchanged: int) -> str:
    """Hash a file once for as long as its place on the disk, size and times stay: several steps ask for the same."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def key_of(inputs: Mapping[str, Any]) -> str:
    """Return the hash of a step's inputs, independent of their order."""
    return hashlib.sha256(json.dumps(to_plain(inputs), sort_keys=True).encode()).hexdigest()
