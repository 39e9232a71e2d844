"""Backups: a workspace copied to another disk, consistent and checked."""

import secrets
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.job_board import ENDED, JobBoard
from fets_desktop.jobs.spec import Lane
from fets_desktop.store.backup import refuse_filled
from fets_desktop.store.backup_list import BackupReport
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import Fact, JobChanged

SHORTEST = 8
"""Characters of a passphrase, as for the table of patients."""
_KIND = "backup"


@dataclass(frozen=True)
class _Order:
    """What the worker gets and nobody keeps: the folder's name may be somebody's, the passphrase is."""

    to: Path
    snapshot: Path
    stored: list[str] = field(default_factory=list)
    passphrase: str = ""


class BackingUp:
    """Makes backups, one at a time; the records are copied at once, the files by a worker."""

    def __init__(self, workspace: Workspace, bus: FactsBus, board: JobBoard) -> None:
        self._workspace = workspace
        self._board = board
        self._order: _Order | None = None
        self._job = ""
        self.last_report: BackupReport | None = None
        board.on(_KIND, self._made, lane=Lane.DISC, private=self._private, resumed=False)
        bus.subscribe(self._hear)

    def start(self, to: Path, passphrase: str = "") -> str:
        """Begin a backup of what the workspace holds at this moment; one that is under way is returned instead.

        Args:
            to: The folder to write; empty or not there.
            passphrase: Seals it; "" for none.

        Returns:
            The job's id.

        Raises:
            StudyError: "backup-folder", "wrong-passphrase" if it is too short, "disk-full" or "read-only".
        """
        if self._order is not None:
            return self._job
        to = to.expanduser().resolve()
        if to.is_relative_to(self._workspace.folder):
            raise StudyError("backup-folder", "It lies in the workspace itself, and would be lost with it.")
        refuse_filled(to)
        if passphrase and len(passphrase) < SHORTEST:
            raise StudyError("wrong-passphrase", f"It has fewer than {SHORTEST} characters.")
        # among the jobs' files, so that what a power cut leaves of it goes at the next opening
        snapshot = self._board.scratch(f"backup-{secrets.token_hex(6)}")
        try:
            stored = self._workspace.snapshot(snapshot)
            self._refuse_small_disk(to, stored, snapshot)
            self._order, self.last_report = _Order(to, snapshot, stored, passphrase), None
            self._job = self._board.start(_KIND, "Making a backup", {})
        except BaseException:
            self._order = None
            shutil.rmtree(snapshot, ignore_errors=True)
            raise
        return self._job

    def _refuse_small_disk(self, to: Path, stored: list[str], snapshot: Path) -> None:
        files = [self._workspace.folder / path for path in stored]
        needed = sum(file.stat().st_size for file in [*files, *snapshot.rglob("*")] if file.is_file())
        there = next(place for place in (to, *to.parents) if place.exists())
        free = shutil.disk_usage(there).free
        if free < needed:
            raise StudyError("disk-full", f"The backup needs {needed / 1e9:.1f} GB, and {free / 1e9:.1f} GB are free.")

    def _private(self, record: JobRecord) -> dict[str, Any]:
        order = self._order
        if order is None:
            raise LookupError("a backup is not taken up again")
        return {
            "workspace": str(self._workspace.folder),
            "snapshot": str(order.snapshot),
            "stored": order.stored,
            "to": str(order.to),
            "passphrase": order.passphrase,
        }

    def _hear(self, fact: Fact) -> None:
        """Clear the snapshot away, and forget the passphrase, however the backup ended."""
        ended = isinstance(fact, JobChanged) and fact.job == self._job and self._board.view(self._job).state in ENDED
        if ended and self._order is not None:
            shutil.rmtree(self._order.snapshot, ignore_errors=True)
            self._order = None

    def _made(self, record: JobRecord, result: dict[str, Any]) -> None:
        sealed = bool(self._order and self._order.passphrase)
        self.last_report = BackupReport(result["files"], result["bytes"], tuple(result["faults"]))
        details = {"files": result["files"], "faults": len(result["faults"]), "sealed": sealed}
        with self._workspace.change("person", "backup made", "workspace", details):
            pass  # the audit row is all there is to record
