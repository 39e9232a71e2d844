"""A preparation is stopped amid an engine's call, by the real runner with a real worker."""

import queue
import time

import pytest

from fets_desktop.jobs.message import JobMessage, Progressed, Stopped, Told
from fets_desktop.jobs.runner import JobRunner, JobSpec


@pytest.mark.parametrize("step", ["Even out the brightness", "T1Gd to the SRI24 atlas"])
def test_cancelling_amid_an_engine_does_not_wait_for_it(heads, tmp_path, step):
    said: queue.SimpleQueue[JobMessage] = queue.SimpleQueue()
    runner = JobRunner(said.put)
    folder = tmp_path / "case"
    arguments = {
        "sources": {str(contrast): str(path) for contrast, path in heads.sources.items()},
        "folder": str(folder),
        "threads": 1,
        "by_hand": {},
    }
    runner.submit(JobSpec("j", "prepare", arguments, tmp_path / "scratch", patience_s=0.7))
    try:
        while not (isinstance(message := said.get(timeout=400), Progressed) and message.note.startswith(step)):
            assert not isinstance(message, Stopped)
        time.sleep(0.3)  # well within greedy, which hears nothing
        before = time.monotonic()
        runner.cancel("j")
        while not isinstance(message := said.get(timeout=60), Stopped):
            assert isinstance(message, Progressed | Told)
        took_s = time.monotonic() - before
    finally:
        runner.close()
    print(f"{step}: {took_s:.2f} s")
    assert took_s < 8, "0.7 s of patience and not the usual ten, and a busy machine's time to end a process"
    # what was done is kept
    assert (folder / "facts.json").exists()
