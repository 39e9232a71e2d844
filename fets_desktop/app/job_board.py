"""The jobs of a workspace: started, watched, recorded, stopped; what a job made is published by who asked for it."""

import logging
import queue
import shutil
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cpu_lane import CpuLane
from fets_desktop.app.experience import Experience
from fets_desktop.app.job_book import ENDED, JobBook
from fets_desktop.app.job_kinds import UNKNOWN, Finisher, JobKind, TellListener
from fets_desktop.app.job_view import JobView
from fets_desktop.app.pace import Pace, in_words
from fets_desktop.app.pieces import measured_before
from fets_desktop.imaging.disk import GONE, known_disk_errors
from fets_desktop.jobs.message import BUG, Failed, Finished, JobMessage, Progressed, Started, Stopped, Told
from fets_desktop.jobs.runner import JobRunner, JobSpec
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import JobChanged
from fets_desktop.study.progress import Progress

__all__ = ["ENDED", "JobBoard", "JobView"]

logger = logging.getLogger(__name__)


class JobBoard:
    """Starts jobs and routes what they report; all calls come from one thread, `wake` alone from others."""

    def __init__(self, workspace: Workspace, bus: FactsBus, wake: Callable[[], None] | None = None) -> None:
        self._workspace = workspace
        self._bus = bus
        self._wake = wake
        self._arrived = threading.Event()
        self._inbox: queue.SimpleQueue[JobMessage] = queue.SimpleQueue()
        self._runner = JobRunner(self._post)
        self._lane = CpuLane(self._runner, self._kind)
        self._book = JobBook(workspace)
        self._views: dict[str, JobView] = {}
        self.pace = Pace(Experience(partial(measured_before, workspace)))
        self._errors: dict[str, StudyError] = {}
        self._kinds: dict[str, JobKind] = {}
        # what jobs of an earlier run left, when they were cut off: a patient's voxels, and in the way of a new try
        shutil.rmtree(self.scratch(""), ignore_errors=True)

    def on(
        self,
        task: str,
        finished: Finisher,
        told: TellListener | None = None,
        **how: Any,  # noqa: ANN401 - as `JobKind` has them
    ) -> None:
        """Say how a kind of task is treated: see `JobKind`."""
        self._kinds[task] = JobKind(finished, told, **how)

    def _kind(self, task: str) -> JobKind:
        return self._kinds.get(task, UNKNOWN)

    def resize(self, places: int) -> None:
        """Let so many jobs run at a time, 0 for as many as cores and memory allow; beside them one that is patient."""
        self._lane.resize(places, self._views.values())

    def start(self, task: str, title: str, arguments: dict[str, Any], *, case: str = "") -> str:
        """Record and start a job.

        The same job that is still under way is returned instead. One for the same case with other arguments is stopped,
        and what an earlier run of the program left unfinished of the same kind is superseded.

        Returns:
            The job's id.

        Raises:
            StudyError: "disk-full", "read-only", or "no-workspace" if its folder is gone.
        """
        if not self._workspace.present:
            raise StudyError("no-workspace", GONE)
        for live in [r for r in self.under_way(task) if r.case == case]:
            if live.arguments == arguments:
                return live.id
            if case and not self._kind(task).repeatable:
                self.cancel(live.id)
        record = self._book.queue(task, title, case, arguments)
        self._submit(record)
        return record.id

    def under_way(self, task: str) -> list[JobRecord]:
        """Return the jobs of a kind that wait or run."""
        live = (self._book.of(v.id) for v in self._views.values() if v.task == task and v.state not in ENDED)
        return [record for record in live if record is not None]

    def _submit(self, record: JobRecord) -> None:
        scratch = self.scratch(record.id)
        kind = self._kind(record.task)
        private = kind.private(record) if kind.private else {}
        with known_disk_errors():
            scratch.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._book.take(record)
        self._views[record.id] = JobView(record.id, record.task, record.title, record.case, "queued")
        self._lane.fit(self._views.values())
        arguments = {**record.arguments, **private, **self._workspace.for_workers()}
        if arguments.get("threads") == 0 and not kind.low_priority:
            arguments["threads"] = self._lane.threads(self._views.values())
        # two jobs of one kind on one case would write to the same folder
        place = f"{record.task} {record.case}" if record.case and not kind.repeatable else ""
        self._runner.submit(
            JobSpec(record.id, record.task, arguments, scratch, kind.lane, kind.low_priority, kind.patience_s, place)
        )
        self._bus.publish(JobChanged(record.id))

    def scratch(self, job: str) -> Path:
        """Return the folder that a job may write to; it is removed when the job ends."""
        return self._workspace.bench / "jobs" / job

    def resume(self) -> list[str]:
        """Start again what an earlier run of the program left unfinished; the steps skip what is done."""
        found = []
        for record in self._book.unfinished():
            if self._kind(record.task).resumed:
                found.append(record)
            else:
                self._book.give_up(record)
        for record in found:
            self._submit(record)
        return [record.id for record in found]

    @property
    def at_work(self) -> bool:
        """Whether a job of this run of the program waits or runs."""
        return any(view.state not in ENDED for view in self._views.values())

    def all(self) -> list[JobView]:
        """Return the jobs of this run of the program, oldest first."""
        return [self._with_estimate(view) for view in self._views.values()]

    def view(self, job: str) -> JobView:
        """Return one job of this run of the program."""
        return self._with_estimate(self._views[job])

    def error(self, job: str) -> StudyError | None:
        """Return why a job failed; None if it did not, or if the reason is a bug."""
        return self._errors.get(job)

    def _with_estimate(self, view: JobView) -> JobView:
        return replace(view, seconds_left=self.pace.left(view))

    def queue_left(self, jobs: Iterable[str] | None = None) -> float | None:
        """Return how many seconds it takes until all jobs, or these, have ended; None while nobody can know."""
        wanted = self._views if jobs is None else jobs
        live = [self._views[job] for job in wanted if self._views[job].state not in ENDED]
        return self.pace.queue_left(live, self.places())

    def places(self) -> int:
        """Return how many jobs of the CPU lane run at a time."""
        return self._lane.places

    def at_cpu(self) -> list[JobView]:
        """Return the jobs that run in the CPU lane or wait for it: those that run first, then in their order."""
        return sorted(self._lane.live(self._views.values()), key=lambda view: view.state != "running")

    def cancel(self, job: str) -> None:
        """Ask a job to stop; it ends within a second, or within ten where it must not be ended from outside."""
        self._runner.cancel(job)

    def _post(self, message: JobMessage) -> None:
        self._inbox.put(message)
        self._arrived.set()
        if self._wake:
            self._wake()

    def pump(self) -> None:
        """Take in what the workers said since the last call."""
        self._arrived.clear()
        while True:
            try:
                message = self._inbox.get_nowait()
            except queue.Empty:
                return
            self._take(message)

    def _take(self, message: JobMessage) -> None:
        record = self._book.of(message.job)
        if record is None:
            return
        match message:
            case Started():
                self.pace.begin(record.id)
                self._show(record.id, state="running")
            case Progressed(fraction=fraction, note=note):
                self._show(record.id, fraction=fraction, note=note)
            case Told(fact=fact):
                if listener := self._kind(record.task).told:
                    listener(record, fact)
            case Finished(result=result):
                self._finish(record, result)
            case Failed(code=code, detail=detail, message=text):
                self._fail(record, code, detail, text)
            case Stopped():
                self._end(record, "cancelled", "")

    def _finish(self, record: JobRecord, result: dict[str, Any]) -> None:
        if not self._workspace.present:
            self._fail(record, "no-workspace", GONE, "")
            return
        try:
            self._kind(record.task).finished(record, result)
        except StudyError as error:
            self._errors[record.id] = error
            self._end(record, "failed", error.message, error.code)
        except Exception:  # a bug in the publishing must not leave the job running for ever
            logger.exception("the result of a job was not taken")
            self._end(record, "failed", "Its result could not be taken; the log tells why.", BUG)
        else:
            self._end(record, "done", "")

    def _fail(self, record: JobRecord, code: str, detail: str, text: str) -> None:
        if not self._workspace.present:
            # whatever the worker stumbled over, this is why
            code, detail = "no-workspace", GONE
        if code == BUG:
            logger.error("a worker failed: %s", text)
            self._end(record, "failed", text, code)
            return
        error = StudyError(code, detail)
        self._errors[record.id] = error
        self._end(record, "failed", error.message, code)

    def _end(self, record: JobRecord, state: str, error: str, code: str = "") -> None:
        self.pace.end(record.id, record.task, done=state == "done")
        try:
            self._book.end(record, state, error)
        except StudyError as failure:
            # the disk is full: the job has ended all the same, and next time it is found unfinished
            self._errors.setdefault(record.id, failure)
            state, error, code = "failed", failure.message, failure.code
        shutil.rmtree(self.scratch(record.id), ignore_errors=True)
        view = self._views[record.id]
        self._show(record.id, state=state, error=error, code=code, fraction=1.0 if state == "done" else view.fraction)
        self._lane.fit(self._views.values())

    def _show(self, job: str, **changes: Any) -> None:  # noqa: ANN401
        self._views[job] = replace(self._views[job], **changes)
        self._bus.publish(JobChanged(job))

    def wait(self, jobs: Iterable[str], progress: Progress) -> list[JobView]:
        """Pump until these jobs have ended: for the command line, which has no event loop.

        Raises:
            Cancelled: Whatever `progress` raises; the jobs are then told to stop first.
        """
        wanted: Sequence[str] = list(jobs)
        said = ""
        try:
            while any(self._views[job].state not in ENDED for job in wanted):
                self._arrived.wait(0.2)
                self.pump()
                views = [self._views[job] for job in wanted]
                fraction = sum(v.fraction if v.state not in ENDED else 1.0 for v in views) / max(len(views), 1)
                active = next((v for v in views if v.state == "running"), None)
                note = f"{active.title}: {active.note}" if active and active.note else (active.title if active else "")
                if note and (left := self.queue_left(wanted)) is not None:
                    note = f"{note}, {in_words(left)}"
                if note and (text := f"{fraction:.2f} {note}") != said:
                    said = text
                    progress(fraction, note)
        except BaseException:
            for job in wanted:
                self.cancel(job)
            raise
        return [self._views[job] for job in wanted]

    def close(self) -> None:
        """Stop every job; what was under way is found unfinished, and resumed, next time."""
        self._runner.close()
