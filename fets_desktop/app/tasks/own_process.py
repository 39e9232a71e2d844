"""A task run by another task in a process of its own: what it held in memory is free when it has ended."""

import logging
import queue
from contextlib import closing
from pathlib import Path
from typing import Any

from fets_desktop.jobs.message import BUG, Failed, Finished, JobMessage, Progressed, Stopped
from fets_desktop.jobs.runner import JobRunner, JobSpec
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.progress import Progress

_POLL_S = 0.2
_ID = "candidate"
logger = logging.getLogger(__name__)


def run_alone(task: str, arguments: dict[str, Any], scratch: Path, progress: Progress) -> dict[str, Any]:
    """Run a task and return its result; the process has left when this returns.

    Args:
        task: Which kind of work.
        arguments: What it gets.
        scratch: The folder it may write to.
        progress: Hears it, and stops it.

    Raises:
        StudyError: What the task raised; "worker-died" if its process ended without a word, or of a fault of ours.
        Cancelled: Through `progress`.
    """
    inbox: queue.SimpleQueue[JobMessage] = queue.SimpleQueue()
    last = (0.0, "Starting")
    with closing(JobRunner(inbox.put, patience_s=_POLL_S)) as runner:
        runner.submit(JobSpec(_ID, task, arguments, scratch))
        while True:
            try:
                message = inbox.get(timeout=_POLL_S)
            except queue.Empty:
                progress(*last)
                continue
            match message:
                case Progressed(fraction=fraction, note=note):
                    last = (fraction, note)
                    progress(fraction, note)
                case Finished(result=result):
                    return result
                case Failed(code=code, detail=detail, message=text):
                    if code != BUG:
                        raise StudyError(code, detail)
                    logger.error("a candidate failed: %s", text)
                    raise StudyError("worker-died", "The program has a fault there.")
                case Stopped():
                    raise Cancelled
