"""Stopping: by wish, by force, by the end of the parent; nothing is left behind."""

import contextlib
import dataclasses
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fets_desktop.jobs.message import Finished, Progressed, Started, Stopped, Told
from fets_desktop.jobs.runner import Lane


def test_cancelling_reaches_the_work_through_progress(make_runner, mailbox, spec):
    runner = make_runner(patience_s=60)
    runner.submit(spec("patient_work"))
    mailbox.first(Progressed, "j")
    before = time.monotonic()
    runner.cancel("j")
    assert mailbox.ending("j") == Stopped("j")
    assert time.monotonic() - before < 25, "it left by itself"


def test_cancelling_a_queued_job_never_starts_it(runner, mailbox, spec):
    runner.submit(spec("patient_work", "a"))
    runner.submit(spec("patient_work", "b"))
    runner.cancel("b")
    assert mailbox.ending("b") == Stopped("b")
    runner.cancel("a")
    assert mailbox.ending("a") == Stopped("a")
    assert mailbox.of("b") == [Stopped("b")]


def test_cancelling_at_once_is_heard_too(runner, mailbox, spec):
    runner.submit(spec("patient_work"))
    runner.cancel("j")
    assert mailbox.ending("j") == Stopped("j")


def test_cancelling_twice_or_what_is_not_there_does_no_harm(runner, mailbox, spec):
    runner.cancel("nobody")
    runner.submit(spec("patient_work"))
    mailbox.first(Started, "j")
    runner.cancel("j")
    runner.cancel("j")
    assert mailbox.ending("j") == Stopped("j")
    runner.cancel("j")
    mailbox.drain()
    assert mailbox.messages.count(Stopped("j")) == 1


def test_what_ignores_the_wish_is_ended_with_its_children(make_runner, mailbox, spec, processes):
    runner = make_runner(patience_s=0.5)
    runner.submit(spec("deaf"))
    pids = mailbox.first(Told, "j").fact
    before = time.monotonic()
    runner.cancel("j")
    assert mailbox.ending("j") == Stopped("j")
    assert 0.4 < time.monotonic() - before < 20, "it would have slept for 300 s"
    assert not processes.alive(pids["worker"])
    assert processes.gone(pids["grandchild"])


def test_a_worker_killed_from_outside_takes_its_children_along(runner, mailbox, spec, processes):
    runner.submit(spec("deaf"))
    pids = mailbox.first(Told, "j").fact
    os.kill(pids["worker"], signal.SIGKILL)
    assert mailbox.ending("j").code == "worker-died"
    assert processes.gone(pids["grandchild"])


def test_what_a_task_leaves_running_ends_with_its_job(runner, mailbox, spec, processes):
    runner.submit(spec("leaves_child"))
    end = mailbox.ending("j")
    assert isinstance(end, Finished)
    assert processes.gone(end.result["grandchild"])


def test_a_grandchild_that_fled_the_group_does_not_hold_the_job(make_runner, mailbox, spec, processes):
    runner = make_runner(patience_s=0.3)
    runner.submit(spec("flees"))
    end = mailbox.ending("j")
    assert isinstance(end, Finished)
    fled = end.result["grandchild"]
    assert processes.alive(fled), "nobody waited for it"
    os.kill(fled, signal.SIGKILL)
    assert processes.gone(fled)


def test_a_worker_that_lingers_after_its_last_word_is_ended(make_runner, mailbox, spec):
    runner = make_runner(patience_s=0.5)
    runner.submit(spec("lingers"))
    assert mailbox.ending("j") == Finished("j", {"done": True})


def test_a_worker_that_never_reads_its_long_order_can_be_cancelled(make_runner, mailbox, spec):
    runner = make_runner(command=["sleep", "300"], patience_s=0.3)
    runner.submit(spec("any", text="x" * 500_000))
    mailbox.first(Started, "j")
    runner.cancel("j")
    assert mailbox.ending("j") == Stopped("j")


def test_closing_leaves_no_process_no_zombie_and_no_ending(make_runner, mailbox, spec, processes):
    runner = make_runner(patience_s=5)
    runner.submit(spec("deaf", "a"))
    runner.submit(spec("deaf", "b"))
    pids = mailbox.first(Told, "a").fact
    runner.close(0.2)
    assert processes.gone(pids["grandchild"])
    assert not Path(f"/proc/{pids['worker']}").exists(), "its parent took note of its end"
    mailbox.drain()
    # what was under way is found unfinished next time, not recorded as cancelled
    assert not [m for m in mailbox.messages if isinstance(m, Stopped)]
    with pytest.raises(RuntimeError, match="closed"):
        runner.submit(spec("echo", "c", text=""))
    runner.close()


def test_closing_lets_a_willing_worker_leave_by_itself(make_runner, mailbox, spec):
    runner = make_runner()
    runner.submit(spec("patient_work"))
    mailbox.first(Progressed, "j")
    before = time.monotonic()
    runner.close(60)
    assert time.monotonic() - before < 30


PARENT = """
import sys, time
from pathlib import Path
from fets_desktop.jobs.message import Told
from fets_desktop.jobs.runner import JobRunner, JobSpec
def post(message):
    if isinstance(message, Told):
        print(message.fact["worker"], message.fact["grandchild"], flush=True)
runner = JobRunner(post, command={command!r})
runner.submit(JobSpec("j", {task!r}, {{}}, Path({scratch!r})))
time.sleep(300)
"""


@pytest.mark.parametrize("task", ["deaf", "holds_the_interpreter"])
def test_the_death_of_the_parent_ends_worker_and_grandchild(tmp_path, processes, toys, task):
    script = PARENT.format(command=list(toys), task=task, scratch=str(tmp_path / "scratch"))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as parent:
        worker, grandchild = map(int, parent.stdout.readline().split())
        assert processes.alive(worker)
        assert processes.alive(grandchild)
        parent.kill()
        parent.wait()
        assert processes.gone(worker)
        assert processes.gone(grandchild)


def test_the_guard_leaves_when_its_worker_does(toys, tmp_path):
    """By hand, in nobody's group of its own: its parent lives on, and yet nothing is left."""
    order = {"job": "j", "task": "echo", "arguments": {"text": "x"}, "scratch": str(tmp_path), "low_priority": False}
    with subprocess.Popen(toys, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as worker:
        worker.stdin.write(json.dumps(order).encode() + b"\n")
        worker.stdin.flush()
        assert b"finished" in worker.stdout.read()  # until nobody holds it any more, the guard never
        deadline = time.monotonic() + 30
        while (left := children_reading(worker.stdin)) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert left == []


def children_reading(pipe) -> list[int]:
    """The processes that hold the other end of a pipe."""
    name, found = Path(f"/proc/self/fd/{pipe.fileno()}").readlink(), []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if int(folder.name) != os.getpid() and name in [fd.readlink() for fd in (folder / "fd").iterdir()]:
                found.append(int(folder.name))
    return found


def test_a_job_may_have_less_patience_than_the_runner(make_runner, mailbox, spec, processes):
    runner = make_runner(patience_s=20)
    runner.submit(dataclasses.replace(spec("deaf"), patience_s=0.3))
    pids = mailbox.first(Told, "j").fact
    before = time.monotonic()
    runner.cancel("j")
    assert mailbox.ending("j") == Stopped("j")
    assert time.monotonic() - before < 15
    assert processes.gone(pids["grandchild"])


def test_jobs_of_one_place_never_run_side_by_side(make_runner, mailbox, spec):
    runner = make_runner(capacity={Lane.CPU: 3})
    for name, place in (("a", "here"), ("b", "here"), ("c", "there")):
        runner.submit(dataclasses.replace(spec("patient_work", name), place=place))
    mailbox.first(Progressed, "a")
    mailbox.first(Progressed, "c")
    assert runner.queued() == ("b",)
    runner.cancel("a")
    mailbox.first(Progressed, "b")
    messages = [type(m) for m in mailbox.messages if m.job in "ab" and not isinstance(m, Progressed)]
    assert messages == [Started, Stopped, Started]
