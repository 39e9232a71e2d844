"""The worker's side within this process, on pipes of our own."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from fets_desktop.imaging.disk import write_whole
from fets_desktop.jobs.message import Failed, Finished, Progressed, Stopped, Told, decode
from fets_desktop.jobs.worker import Task, serve


class Talk:
    """Both ends of a conversation with `serve`."""

    def __init__(self) -> None:
        self.their_stdin, self.orders = os.pipe()
        self.answers, self.their_stdout = os.pipe()
        self.status: int | None = None
        self._thread: threading.Thread | None = None

    def start(self, task: Task, **order: object) -> None:
        plain = {"job": "j", "task": "t", "arguments": {}, "low_priority": False, **order}
        os.write(self.orders, json.dumps(plain).encode() + b"\n")
        self._thread = threading.Thread(target=self._serve, args=(task,))
        self._thread.start()

    def _serve(self, task: Task) -> None:
        self.status = serve(lambda name: task, self.their_stdin, self.their_stdout)
        os.close(self.their_stdout)

    def cancel(self) -> None:
        os.write(self.orders, b'{"kind": "cancel"}\n')

    def hear(self) -> list[object]:
        with os.fdopen(self.answers, "rb") as lines:
            heard = [decode("j", line) for line in lines]
        assert self._thread
        self._thread.join(30)
        self.hang_up()
        return heard

    def hang_up(self) -> None:
        if self.orders >= 0:
            os.close(self.orders)
            self.orders = -1


@pytest.fixture
def talk() -> Iterator[Talk]:
    talk = Talk()
    yield talk
    talk.hang_up()
    for thread in threading.enumerate():
        if thread.name == "orders":  # it hears the end; while it reads, nobody else may get its descriptor
            thread.join(30)
    os.close(talk.their_stdin)


def test_a_task_gets_its_arguments_and_a_folder(talk, tmp_path):
    folder = tmp_path / "deep" / "scratch"

    def task(context):
        assert context.scratch.is_dir()
        assert context.scratch.stat().st_mode & 0o777 == 0o700
        context.tell({"got": context.arguments["x"]})
        return {"y": (1, 2)}

    talk.start(task, scratch=str(folder), arguments={"x": 5})
    assert talk.hear() == [Told("j", {"got": 5}), Finished("j", {"y": [1, 2]})]
    assert talk.status == 0


def test_a_workspace_that_is_gone_does_not_come_up_anew(talk, tmp_path):
    workspace = tmp_path / "w"
    talk.start(lambda _context: {}, scratch=str(workspace / "scratch" / "jobs" / "j"))
    (said,) = talk.hear()
    assert (said.code, workspace.exists()) == ("no-workspace", False)


def test_what_is_written_when_the_workspace_has_gone_meanwhile_is_refused(talk, tmp_path):
    scratch = tmp_path / "w" / "scratch" / "jobs" / "j"
    scratch.mkdir(parents=True)

    def task(context):
        (tmp_path / "w").rename(tmp_path / "elsewhere")
        write_whole(context.scratch / "deep" / "voxels", b"of a patient")
        return {}

    talk.start(task, scratch=str(scratch))
    (said,) = talk.hear()
    assert (said.code, (tmp_path / "w").exists()) == ("no-workspace", False)
    write_whole(tmp_path / "w" / "new", b"the next task stands on its own ground")


def test_progress_of_a_new_step_and_of_the_end_is_always_told(talk, tmp_path):
    def task(context):
        for number in range(1000):
            context.progress(number / 1000, "a" if number < 500 else "b")
        context.progress(1.0, "b")
        return {}

    talk.start(task, scratch=str(tmp_path))
    heard = [m for m in talk.hear() if isinstance(m, Progressed)]
    assert heard[0] == Progressed("j", 0.0, "a")
    assert Progressed("j", 0.5, "b") in heard
    assert heard[-1] == Progressed("j", 1.0, "b")
    assert len(heard) < 100


def test_cancel_raises_from_progress_and_cleans_up(talk, tmp_path):
    cleaned = threading.Event()

    def task(context):
        try:
            while True:
                context.progress(0.1, "waiting")
                time.sleep(0.005)
        finally:
            cleaned.set()

    talk.start(task, scratch=str(tmp_path))
    talk.cancel()
    assert talk.hear()[-1] == Stopped("j")
    assert cleaned.is_set()


def test_the_end_of_the_orders_is_a_wish_to_stop(talk, tmp_path):
    def task(context):
        while True:
            context.progress(0.1, "waiting")
            time.sleep(0.005)

    talk.start(task, scratch=str(tmp_path))
    talk.hang_up()
    assert talk.hear()[-1] == Stopped("j")


def test_a_task_that_cannot_be_found_fails(talk, tmp_path):
    def task(context):
        raise ModuleNotFoundError("No module named 'secret'")

    talk.start(task, scratch=str(tmp_path))
    (end,) = talk.hear()
    assert isinstance(end, Failed)
    assert end.code == "bug"
    assert "secret" not in end.message


def test_two_threads_may_tell_at_once(talk, tmp_path):
    def task(context):
        def speak(who: int) -> None:
            for number in range(300):
                context.tell({"who": who, "n": number, "pad": "x" * 500})

        threads = [threading.Thread(target=speak, args=(who,)) for who in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return {}

    talk.start(task, scratch=str(tmp_path))
    heard = talk.hear()
    assert None not in heard
    for who in range(3):
        assert [m.fact["n"] for m in heard if isinstance(m, Told) and m.fact["who"] == who] == list(range(300))


def test_nobody_orders_anything():
    read, write = os.pipe()
    os.close(write)
    assert serve(lambda name: pytest.fail("nothing was asked for"), read, 2) == 1
    os.close(read)


def test_a_listener_that_is_gone_ends_the_worker(talk, tmp_path):
    os.close(talk.answers)
    talk.answers = os.open(os.devnull, os.O_RDONLY)

    def task(context):
        context.tell({})
        return {}

    talk.start(task, scratch=str(tmp_path))
    assert talk.hear() == []
    assert talk.status == 1


def test_it_leaves_at_once_but_what_was_to_be_done_at_its_end_is_done_and_nothing_said_is_lost() -> None:
    code = (
        "import atexit, threading, time; from fets_desktop.jobs.worker import leave\n"
        "threading.Thread(target=time.sleep, args=(600,)).start()\n"
        "atexit.register(print, 'at its end')\n"
        "print('its work')\n"
        "leave(3)\n"
    )
    # with its output buffered, as a user's is
    environment = {name: word for name, word in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment)
    assert (done.returncode, done.stdout, done.stderr) == (3, "its work\nat its end\n", "")
