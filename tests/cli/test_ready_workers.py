"""The workers that this room's commands start: forked with their libraries loaded, and otherwise as a user's are."""

import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from ready_workers import Begin, ReadyWorker

from fets_desktop.jobs.runner import WORKER


def order(scratch: Path) -> bytes:
    """What a worker hears first: here of a task that there is not."""
    said = {"job": "j", "task": "nobody", "arguments": {}, "scratch": str(scratch), "low_priority": False}
    return json.dumps(said).encode() + b"\n"


@pytest.fixture
def new(begin: Begin) -> Iterator[Callable[..., ReadyWorker]]:
    with ExitStack() as stack:

        def make(command: tuple[str, ...] = WORKER) -> ReadyWorker:
            made = begin(command)
            for stream in (made.stdin, made.stdout, made.stderr):
                stack.enter_context(stream)
            return made

        yield make


@pytest.fixture
def worker(new: Callable[..., ReadyWorker], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReadyWorker:
    monkeypatch.chdir(tmp_path)
    made = new()
    if not isinstance(made, ReadyWorker):
        pytest.skip("here workers are started one by one")
    return made


def test_it_is_a_process_of_its_own_in_the_place_where_it_was_begun(worker: ReadyWorker, tmp_path: Path) -> None:
    assert os.getpgid(worker.pid) == os.getsid(worker.pid) == worker.pid != os.getpid()
    assert Path(f"/proc/{worker.pid}/cwd").resolve() == tmp_path
    assert worker.poll() is None
    with pytest.raises(subprocess.TimeoutExpired):
        worker.wait(0.01)
    worker.stdin.write(order(tmp_path / "a" / "b"))
    ending = json.loads(worker.stdout.readline())
    assert (ending["kind"], ending["code"]) == ("failed", "bug")
    assert worker.wait(60) == worker.poll() == 0
    assert worker.stdout.read() == b"", "nobody else holds its line open"


def test_a_killed_one_is_told_by_its_signal_and_takes_no_other_with_it(
    worker: ReadyWorker, new: Callable[..., ReadyWorker], tmp_path: Path
) -> None:
    os.killpg(worker.pid, signal.SIGKILL)
    assert worker.wait(60) == -signal.SIGKILL
    another = new()
    another.stdin.write(order(tmp_path / "a" / "b"))
    assert another.wait(60) == 0


def test_what_is_no_worker_is_started_as_it_is(new: Callable[..., ReadyWorker]) -> None:
    started = new(("true",))
    assert isinstance(started, subprocess.Popen)
    assert started.wait(60) == 0
