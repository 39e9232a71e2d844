"""Tags: the DICOM headers of one series, as a table for a person's eye."""

from pathlib import Path
from typing import Any

from fets_desktop.dicom.tags import read_kept_tags, read_tags
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.plain import to_plain


def run(context: TaskContext) -> dict[str, Any]:
    """Read the headers that the workspace keeps, or the files that the hall names beside the record."""
    if kept := context.arguments.get("kept"):
        plain: dict[str, Any] = to_plain(read_kept_tags(Path(kept), context.progress))
    else:
        plain = to_plain(read_tags([Path(file) for file in context.arguments.get("files", ())], context.progress))
    return plain
