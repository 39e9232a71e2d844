"""Look: pictures of what is set aside of a case that was converted before, as after a new start of the program."""

from typing import Any

from fets_desktop.app.tasks.convert import glances_of
from fets_desktop.dicom.found import ScannedCase
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.plain import from_plain


def run(context: TaskContext) -> dict[str, Any]:
    """Make the pictures in memory and write nothing; where the files lie came through the pipe, and in no record.

    Returns:
        `case`: its name; `glances`: what may be seen of each series, for the pipe alone.
    """
    case = from_plain(ScannedCase, context.arguments["scanned"])
    return {"case": case.id, "glances": glances_of(case, (), context.progress)}
