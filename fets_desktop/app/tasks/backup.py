"""Backup: a workspace's files copied to another folder, each by its hash."""

from pathlib import Path
from typing import Any

from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store.backup import write_backup


def run(context: TaskContext) -> dict[str, Any]:
    """Copy what the order names, and read it again.

    Returns:
        `files`, `bytes`, and `faults`: what was damaged in the workspace already.

    Raises:
        StudyError: See `write_backup`.
        Cancelled: Through the context.
    """
    order = context.arguments
    report = write_backup(
        Path(order["workspace"]),
        Path(order["snapshot"]),
        order["stored"],
        Path(order["to"]),
        order["passphrase"],
        context.progress,
    )
    return {"files": report.files, "bytes": report.bytes, "faults": list(report.faults)}
