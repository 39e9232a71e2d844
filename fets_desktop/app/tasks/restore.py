"""Restore: a backup copied into a new folder, each file by its hash, and verified there as a workspace."""

from pathlib import Path
from typing import Any

from fets_desktop.app.restoring import bring_back
from fets_desktop.jobs.worker import TaskContext


def run(context: TaskContext) -> dict[str, Any]:
    """Bring back what the order names.

    Returns:
        `files`, `bytes` and `faults` of the backup; `checked` and `found` of the verification.

    Raises:
        StudyError: See `bring_back`.
        Cancelled: Through the context.
    """
    order = context.arguments
    restored = bring_back(Path(order["backup"]), Path(order["to"]), order["passphrase"], context.progress)
    report, verified = restored.report, restored.verified
    return {
        "files": report.files,
        "bytes": report.bytes,
        "faults": list(report.faults),
        "checked": verified.checked,
        "found": list(verified.faults),
    }
