"""A runner on toy tasks, and a mailbox that waits for what it posts."""

import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fets_desktop.jobs.message import Failed, Finished, JobMessage, Stopped
from fets_desktop.jobs.runner import JobRunner, JobSpec, Lane

TOYS = (sys.executable, str(Path(__file__).with_name("toy_worker.py")))
LONG_S = 30.0


class Mailbox:
    """Takes messages from every thread and hands them out by job."""

    def __init__(self) -> None:
        self.messages: list[JobMessage] = []
        self._arrived: queue.SimpleQueue[JobMessage] = queue.SimpleQueue()

    def post(self, message: JobMessage) -> None:
        self._arrived.put(message)

    def until(self, wanted: Callable[[JobMessage], bool]) -> JobMessage:
        deadline = time.monotonic() + LONG_S
        while True:
            message = self._arrived.get(timeout=max(0.01, deadline - time.monotonic()))
            self.messages.append(message)
            if wanted(message):
                return message

    def ending(self, job: str) -> JobMessage:
        ends = (Finished, Failed, Stopped)
        old = [m for m in self.messages if m.job == job and isinstance(m, ends)]
        return old[0] if old else self.until(lambda m: m.job == job and isinstance(m, ends))

    def first(self, kind: type, job: str) -> JobMessage:
        old = [m for m in self.messages if m.job == job and isinstance(m, kind)]
        return old[0] if old else self.until(lambda m: m.job == job and isinstance(m, kind))

    def of(self, job: str) -> list[JobMessage]:
        return [m for m in self.messages if m.job == job]

    def drain(self) -> None:
        while not self._arrived.empty():
            self.messages.append(self._arrived.get())


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def make_runner(mailbox: Mailbox) -> Iterator[Callable[..., JobRunner]]:
    runners: list[JobRunner] = []
    before = set(threading.enumerate())

    def make(**options: object) -> JobRunner:
        runners.append(JobRunner(mailbox.post, **{"command": TOYS, **options}))
        return runners[-1]

    yield make
    for runner in runners:
        runner.close(0.5)
    deadline = time.monotonic() + LONG_S
    while set(threading.enumerate()) - before and time.monotonic() < deadline:
        time.sleep(0.02)
    # a runner of little patience has left its last threads alone on a busy machine: they end all the same
    assert [runner.running() for runner in runners] == [()] * len(runners)
    assert set(threading.enumerate()) - before == set(), "a thread outlived its runner"


@pytest.fixture
def runner(make_runner: Callable[..., JobRunner]) -> JobRunner:
    return make_runner()


@pytest.fixture
def spec(tmp_path: Path) -> Callable[..., JobSpec]:
    def make(
        task: str, job: str = "j", lane: Lane = Lane.CPU, low_priority: bool = False, **arguments: object
    ) -> JobSpec:
        return JobSpec(job, task, arguments, tmp_path / "scratch" / job, lane, low_priority)

    return make


class Processes:
    """Looks at processes by number."""

    @staticmethod
    def alive(pid: int) -> bool:
        """Whether a process runs; a zombie that waits for its parent does not."""
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return False
        return state not in "ZX"

    def gone(self, pid: int, seconds: float = LONG_S) -> bool:
        deadline = time.monotonic() + seconds
        while self.alive(pid):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True


@pytest.fixture
def processes() -> Processes:
    return Processes()


@pytest.fixture
def toys() -> tuple[str, ...]:
    """The command of the toy worker."""
    return TOYS
