"""The records of a workspace's jobs: those of this run of the program, and what an earlier one left unfinished."""

import uuid
from dataclasses import replace
from typing import Any

from fets_desktop.app.clock import now
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace

ENDED = ("done", "failed", "cancelled")


class JobBook:
    """Keeps them; every change is one transaction with its audit row.

    Args:
        workspace: Where they are kept; nobody else writes jobs.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._records: dict[str, JobRecord] = {}
        self._left: dict[str, JobRecord] | None = None

    def of(self, job: str) -> JobRecord | None:
        """Return a job of this run of the program."""
        return self._records.get(job)

    def take(self, record: JobRecord) -> None:
        """Count a job to this run of the program."""
        self._records[record.id] = record

    def unfinished(self) -> list[JobRecord]:
        """Return what an earlier run of the program left; read once."""
        if self._left is None:
            self._left = {r.id: r for r in self._workspace.jobs() if r.state not in ENDED}
        return [record for record in self._left.values() if record.id not in self._records]

    def queue(self, task: str, title: str, case: str, arguments: dict[str, Any]) -> JobRecord:
        """Record a new job; what an earlier run left of the same kind for the same case is superseded.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        # with a letter before: twelve digits alone look like a patient's number to the search for names
        record = JobRecord(f"j{uuid.uuid4().hex[:11]}", task, title, case, "queued", arguments, now(), "", "")
        before = [old for old in self.unfinished() if (old.task, old.case) == (task, case)]
        with self._workspace.change("program", "job queued", case or record.id, {"task": task}) as change:
            for old in before:
                change.put_job(replace(old, state="cancelled", ended=now(), error="started again"))
            change.put_job(record)
        self._forget(before)
        return record

    def give_up(self, record: JobRecord) -> None:
        """Record that a job of an earlier run does not go on."""
        with self._workspace.change("program", "job cancelled", record.id, {"task": record.task}) as change:
            change.put_job(replace(record, state="cancelled", ended=now(), error="the program was ended"))
        self._forget([record])

    def end(self, record: JobRecord, state: str, error: str) -> None:
        """Record how a job of this run ended.

        Raises:
            StudyError: "disk-full" or "read-only": then it is found unfinished next time.
        """
        ended = self._records[record.id] = replace(record, state=state, ended=now(), error=error)
        with self._workspace.change(
            "program", f"job {state}", record.case or record.id, {"task": record.task}
        ) as change:
            change.put_job(ended)

    def _forget(self, records: list[JobRecord]) -> None:
        for record in records:
            (self._left or {}).pop(record.id, None)
