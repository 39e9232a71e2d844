"""Bringing a backup back: into a new folder, opened as a workspace, and verified; the present one stays as it is."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fets_desktop.app.encryption import Encryption
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.jobs.spec import Lane
from fets_desktop.store.backup import RESTORE_BEGUN, refuse_filled, restore
from fets_desktop.store.backup_list import BackupReport, is_sealed, look_at
from fets_desktop.store.drives import refuse_network_drive
from fets_desktop.store.records import JobRecord, VerifyReport
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import Progress, part, silent

_KIND = "restore"


@dataclass(frozen=True)
class Restored:
    """A workspace that came back.

    Attributes:
        report: What was brought back.
        verified: What checking every hash, the audit and the records said afterwards.
    """

    report: BackupReport
    verified: VerifyReport


class Restoring:
    """Brings backups back beside the present workspace, one at a time; a worker copies and checks."""

    def __init__(self, workspace: Workspace, board: JobBoard) -> None:
        self._workspace = workspace
        self._board = board
        # where from, where to and the passphrase are the worker's alone: a folder may bear somebody's name
        self._order: dict[str, Any] = {}
        self.last: Restored | None = None
        board.on(_KIND, self._restored, lane=Lane.DISC, private=self._private, resumed=False)

    @property
    def here(self) -> Path:
        """The present workspace's folder."""
        return self._workspace.folder

    def is_sealed(self, backup: Path) -> bool:
        """Tell whether a backup opens with a passphrase only.

        Raises:
            StudyError: "no-backup" if there is none in that folder.
        """
        return is_sealed(backup)

    def start(self, backup: Path, to: Path, passphrase: str = "") -> str:
        """Begin to bring a backup back; one that is under way is returned instead.

        Args:
            backup: The backup's folder.
            to: A folder that is empty or not there, on a disk of this computer.
            passphrase: That it was sealed with, if it was.

        Returns:
            The job's id.

        Raises:
            StudyError: "no-backup", "backup-damaged", "wrong-passphrase", "backup-folder", "network-drive",
                "disk-full" or "read-only".
        """
        if under_way := self._board.under_way(_KIND):
            return under_way[0].id
        backup, to = backup.expanduser().resolve(), to.expanduser().resolve()
        for other in (backup, self._workspace.folder):
            if to.is_relative_to(other) or other.is_relative_to(to):
                raise StudyError("backup-folder", "It lies within the backup or the present workspace, or around one.")
        refuse_network_drive(to)
        refuse_filled(to, RESTORE_BEGUN)
        needed = look_at(backup, passphrase).bytes
        free = shutil.disk_usage(next(place for place in (to, *to.parents) if place.exists())).free
        if free < needed:
            raise StudyError("disk-full", f"The backup needs {needed / 1e9:.1f} GB, and {free / 1e9:.1f} GB are free.")
        self._order = {"backup": str(backup), "to": str(to), "passphrase": passphrase}
        self.last = None
        try:
            return self._board.start(_KIND, "Bringing a backup back", {})
        finally:
            # the worker has it by now
            self._order = {}

    def _private(self, record: JobRecord) -> dict[str, Any]:
        if not self._order:
            raise LookupError("what brings a backup back is not taken up again")
        return self._order

    def _restored(self, record: JobRecord, result: dict[str, Any]) -> None:
        report = BackupReport(result["files"], result["bytes"], tuple(result["faults"]))
        self.last = Restored(report, VerifyReport(not result["found"], result["checked"], result["found"]))


def bring_back(backup: Path, to: Path, passphrase: str = "", progress: Progress = silent) -> Restored:
    """Restore a backup into a new folder, open it as a workspace, and check everything in it.

    Args:
        backup: The backup's folder.
        to: A folder that is empty or not there, on a disk of this computer.
        passphrase: That it was sealed with, if it was.
        progress: Told how far it is.

    Raises:
        StudyError: See `store.backup.restore` and `Workspace.open`.
        Cancelled: Through `progress`.
    """
    to = to.expanduser().resolve()
    # before everything is copied there, not after
    refuse_network_drive(to)
    report = restore(backup.expanduser().resolve(), to, passphrase, part(progress, 0.0, 0.6))
    with Workspace.open(to, create=False) as workspace:
        with suppress(StudyError):  # the key to encrypted images may be on another computer
            Encryption(workspace, Secrets(workspace)).open()
        verified = workspace.verify(part(progress, 0.6, 1.0))
        details = {"files": report.files, "faults": len(verified.faults)}
        with workspace.change("person", "backup restored", "workspace", details):
            pass  # the audit row is all there is to record
    return Restored(report, verified)
