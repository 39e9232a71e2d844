"""A runner that starts nothing: tests say what the workers report."""

from collections.abc import Callable
from typing import Any

from fets_desktop.jobs.message import Failed, Finished, JobMessage, Progressed, Started, Stopped, Told
from fets_desktop.jobs.runner import JobSpec, Lane


class StillRunner:
    """Takes the jobs of a board and waits for the test to let them report."""

    def __init__(self) -> None:
        self.specs: dict[str, JobSpec] = {}
        self.cancelled: list[str] = []
        self.places_of: dict[Lane, int] = {}
        self.post: Callable[[JobMessage], None] = lambda message: None

    def bind(self, post: Callable[[JobMessage], None]) -> "StillRunner":
        self.post = post
        return self

    def submit(self, spec: JobSpec) -> None:
        self.specs[spec.id] = spec

    def cancel(self, job: str) -> None:
        self.cancelled.append(job)
        self.post(Stopped(job))

    def resize(self, lane: Lane, places: int) -> None:
        self.places_of[lane] = places

    def places(self, lane: Lane) -> int:
        return self.places_of.get(lane, 1)

    def close(self) -> None:
        pass

    def begin(self, job: str, fraction: float = 0.0, note: str = "") -> None:
        self.post(Started(job))
        self.post(Progressed(job, fraction, note))

    def tell(self, job: str, **fact: Any) -> None:
        self.post(Told(job, fact))

    def finish(self, job: str, **result: Any) -> None:
        self.post(Finished(job, result))

    def fail(self, job: str, code: str, detail: str = "") -> None:
        self.post(Failed(job, code, detail, f"{code}: {detail}"))

    def last(self, task: str) -> JobSpec:
        return [spec for spec in self.specs.values() if spec.task == task][-1]
