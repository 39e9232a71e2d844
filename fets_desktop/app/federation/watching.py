"""Watching a federation that is owned here: where its server stands, and which federations those are.

The server writes into the federation's folder; whoever watches only reads there, from whichever process.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fets_desktop.app.federation.owned import owned_folders
from fets_desktop.app.federation.status import federation_status
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError

_OVER = ("ended", "stopped", "silent")


@dataclass(frozen=True)
class Owned:
    """A federation that was founded from this workspace.

    Attributes:
        folder: Where its plan and records lie.
        status: See `federation_status`; empty if it cannot be read.
        fault: Why it cannot be read, "" if it can.
    """

    folder: Path
    status: dict[str, Any]
    fault: str = ""

    @property
    def name(self) -> str:
        """Return what it is called."""
        return str(self.status.get("name", self.folder.name))


class Watching:
    """Tells an owner how it goes; nothing here writes."""

    def __init__(self, workspace: Workspace) -> None:
        self._root = workspace.folder

    def folders(self) -> list[Path]:
        """Return the folders of the federations that were founded here, the newest last."""
        return owned_folders(self._root)

    def look(self, folder: Path) -> Owned:
        """Return where one stands; a folder that was moved away is told as such."""
        try:
            return Owned(folder, federation_status(folder))
        except StudyError as error:
            return Owned(folder, {}, error.message)


def following(folder: Path, wait: Callable[[float], bool], every_s: float = 1.0) -> Iterator[dict[str, Any]]:
    """Yield a federation's status now and with every change, until its server has ended, was stopped or was cut off.

    Args:
        folder: Of the federation.
        wait: Waits so many seconds and returns whether nobody looks any more.
        every_s: How often it looks.

    Raises:
        StudyError: "federation-folder".
    """
    said = ""
    while True:
        status = federation_status(folder)
        told = json.dumps({**status, "told": "", "database_bytes": 0}, sort_keys=True)
        if told != said:
            said = told
            yield status
        if status["state"] in _OVER or wait(every_s):
            return
