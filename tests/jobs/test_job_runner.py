"""What a job tells, in order, through real processes."""

import os
import time

import pytest

from fets_desktop.jobs.message import Failed, Finished, Progressed, Started, Stopped, Told
from fets_desktop.jobs.runner import JobRunner, Lane


def test_a_job_tells_its_start_its_steps_and_its_result_in_order(runner, mailbox, spec, tmp_path):
    runner.submit(spec("steps", count=4, numbers=[1, 2, 3]))
    end = mailbox.ending("j")
    made = tmp_path / "scratch" / "j" / "made.txt"
    assert isinstance(end, Finished)
    assert end.result == {"sum": 6, "nice": os.nice(0), "path": str(made)}
    assert made.read_text() == "done"
    expected = [Started("j")]
    for step in range(4):
        expected += [Progressed("j", step / 4, f"step {step}"), Told("j", {"step": step})]
    assert mailbox.of("j") == [*expected, end]


def test_low_priority_is_niced(runner, mailbox, spec):
    runner.submit(spec("steps", low_priority=True, count=0, numbers=[]))
    assert mailbox.ending("j").result["nice"] == min(os.nice(0) + 10, 19)


def test_an_order_longer_than_a_pipe_arrives_whole(runner, mailbox, spec):
    text = "ä" * 300_000
    runner.submit(spec("echo", text=text))
    assert mailbox.ending("j").result == {"length": 300_000, "text": "ä" * 40}


def test_a_flood_of_facts_arrives_whole_and_in_order(runner, mailbox, spec):
    runner.submit(spec("flood", count=20_000))
    assert isinstance(mailbox.ending("j"), Finished)
    told = [m.fact["n"] for m in mailbox.of("j") if isinstance(m, Told)]
    assert told == list(range(20_000))
    fractions = [m.fraction for m in mailbox.of("j") if isinstance(m, Progressed)]
    assert 1 <= len(fractions) < 2_000, "the same note over and over is told a few times a second only"
    assert fractions == sorted(fractions)


def test_prints_of_native_libraries_do_not_reach_the_messages(runner, mailbox, spec):
    runner.submit(spec("chatter"))
    assert mailbox.ending("j") == Finished("j", {"real": True})
    assert mailbox.of("j")[1:-1] == [Told("j", {"heard": True})]


@pytest.mark.parametrize(
    ("task", "code", "detail"),
    [
        ("study_error", "not-3d", "It has four dimensions."),
        ("no_memory", "out-of-memory", ""),
        ("full_disk", "disk-full", ""),
        ("missing_file", "bug", "FileNotFoundError"),
        ("unspeakable", "bug", "TypeError"),
        ("quits", "bug", "SystemExit"),
        ("no_such_task", "bug", "KeyError"),
    ],
)
def test_what_goes_wrong_in_a_task_is_told_by_its_code(runner, mailbox, spec, task, code, detail):
    runner.submit(spec(task))
    end = mailbox.ending("j")
    assert isinstance(end, Failed)
    assert (end.code, end.detail) == (code, detail)


def test_a_bug_says_where_but_not_whose(runner, mailbox, spec):
    runner.submit(spec("bug"))
    end = mailbox.ending("j")
    assert isinstance(end, Failed)
    assert end.code == "bug"
    assert "RuntimeError: cannot read <path>" in end.message
    assert "toy_worker.py" in end.message
    assert "in bug" in end.message
    assert "KeyError" in end.message
    for secret in ("Smith", "John", "/data"):
        assert secret not in end.message + end.detail


def test_a_worker_that_is_killed_is_reported(runner, mailbox, spec):
    runner.submit(spec("dies"))
    end = mailbox.ending("j")
    assert isinstance(end, Failed)
    assert (end.code, end.detail) == ("worker-died", "It was ended by the signal SIGKILL.")
    assert "Segmentation fault" in end.message
    assert "/opt" not in end.message


def test_a_worker_that_leaves_without_a_word_is_reported(runner, mailbox, spec):
    runner.submit(spec("exits"))
    end = mailbox.ending("j")
    assert (end.code, end.detail) == ("worker-died", "It left with status 7.")


def test_a_command_that_does_not_exist_is_reported_and_frees_its_place(make_runner, mailbox, spec, tmp_path):
    runner = make_runner(command=[str(tmp_path / "nothing")])
    runner.submit(spec("echo", "a"))
    runner.submit(spec("echo", "b"))
    for job in "ab":
        end = mailbox.ending(job)
        assert end.code == "worker-died"
        assert str(tmp_path) not in end.message


def test_a_worker_that_speaks_nonsense_is_endured(make_runner, mailbox, spec):
    lines = [b"\xff\xfe\x00", b"[1]", b"null", b'"x"', b'{"kind": "progress"}', b'{"kind": 3}', b"[" * 5000, b""]
    noise = "import sys; sys.stdin.readline(); sys.stdout.buffer.write({!r})".format(b"\n".join(lines) + b"\n")
    good = '; print(\'{"kind": "failed", "code": "of the future", "detail": "d", "message": "m"}\')'
    runner = make_runner(command=["python3", "-c", noise + good])
    runner.submit(spec("any"))
    assert mailbox.ending("j") == Failed("j", "bug", "d", "m")
    assert len(mailbox.of("j")) == 2


def test_nothing_is_heard_after_the_ending(make_runner, mailbox, spec):
    line = 'print(\'{"kind": "finished", "result": {"n": %d}}\', flush=True)'
    runner = make_runner(command=["python3", "-c", f"input(); {line % 1}; {line % 2}"])
    runner.submit(spec("any"))
    assert mailbox.ending("j") == Finished("j", {"n": 1})
    runner.close()
    mailbox.drain()
    assert len(mailbox.of("j")) == 2


def test_a_lane_runs_as_many_as_it_may_and_the_rest_in_order(make_runner, mailbox, spec):
    runner = make_runner(capacity={Lane.CPU: 2})
    for job in "abcd":
        runner.submit(spec("patient_work", job))
    for job in "ab":
        mailbox.first(Started, job)
    assert (runner.running(), runner.queued()) == (("a", "b"), ("c", "d"))
    runner.cancel("a")
    mailbox.first(Started, "c")
    assert (runner.running(), runner.queued()) == (("b", "c"), ("d",))
    runner.resize(Lane.CPU, 3)
    mailbox.first(Started, "d")
    assert mailbox.ending("a") == Stopped("a")


def test_lanes_and_low_priority_do_not_wait_for_one_another(runner, mailbox, spec):
    runner.submit(spec("patient_work", "training", low_priority=True))
    runner.submit(spec("patient_work", "gpu", Lane.GPU))
    runner.submit(spec("steps", "segment", count=1, numbers=[1]))
    assert isinstance(mailbox.ending("segment"), Finished)
    assert set(runner.running()) >= {"training", "gpu"}


def test_an_id_is_taken_while_its_job_is_under_way(runner, mailbox, spec):
    runner.submit(spec("patient_work"))
    with pytest.raises(ValueError, match="under way"):
        runner.submit(spec("patient_work"))
    runner.cancel("j")
    assert mailbox.ending("j") == Stopped("j")


def test_a_listener_that_fails_does_not_leave_the_worker_unwatched(spec, caplog, tmp_path, toys):
    def broken(message: object) -> None:
        raise LookupError("the window is gone")

    runner = JobRunner(broken, command=toys)
    runner.submit(spec("steps", count=2, numbers=[1]))
    made = tmp_path / "scratch" / "j" / "made.txt"
    for _ in range(1500):
        if made.exists() and not runner.running():
            break
        time.sleep(0.02)
    assert runner.running() == ()
    assert "was not taken" in caplog.text
    runner.close()
