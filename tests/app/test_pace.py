"""Places by cores and memory, threads by places, time left by what was measured."""

import time
from pathlib import Path

import pytest
from still_runner import StillRunner

from fets_desktop.app import cpu_lane, pace
from fets_desktop.app.job_board import JobBoard, JobView
from fets_desktop.app.pace import JOB_BYTES, Pace, in_words, places_for, threads_for
from fets_desktop.app.pieces import Piece
from fets_desktop.jobs.runner import Lane


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which stands still until a test moves it."""
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def view(job: str, state: str = "running", fraction: float = 0.0, task: str = "prepare") -> JobView:
    return JobView(job, task, "", "", state, fraction)


@pytest.mark.parametrize(
    ("cores", "free", "running", "places"), [(8, 100, 0, 8), (8, 3, 0, 3), (8, 3, 2, 5), (8, 0, 0, 1), (1, 100, 0, 1)]
)
def test_places_are_bounded_by_cores_and_by_free_memory(cores, free, running, places):
    assert places_for(cores, free * JOB_BYTES, running) == places


def test_jobs_share_the_cores():
    assert [threads_for(8, jobs) for jobs in (0, 1, 2, 3, 8, 99)] == [8, 8, 4, 2, 1, 1]


def test_a_running_job_is_estimated_by_how_far_it_is(clock):
    measured = Pace()
    measured.begin("a")
    clock[0] += 30
    assert measured.left(view("a", fraction=0.01)) is None
    assert measured.left(view("a", fraction=0.25)) == pytest.approx(90)
    assert measured.left(view("a", "queued", 0.25)) is None


def test_time_left_falls_while_a_long_step_tells_nothing(clock):
    measured = Pace()
    measured.begin("a")
    clock[0] += 30
    told = []
    for _ in range(200):
        told.append(measured.left(view("a", fraction=0.25)))
        clock[0] += 1
    assert told == sorted(told, reverse=True)
    assert told[0] == pytest.approx(90)
    assert told[20] == pytest.approx(70)
    assert told[-1] == pytest.approx(45)  # the step takes longer than was thought: it is not said to be nearly over
    assert measured.left(view("a", fraction=0.5)) == pytest.approx(230)


def test_those_that_wait_do_not_seem_shorter_while_a_step_tells_nothing(clock):
    measured = Pace()
    measured.begin("a")
    clock[0] += 20
    jobs = [view("a", fraction=0.2), view("b", "queued")]
    assert measured.queue_left(jobs, 1) == pytest.approx(180)
    clock[0] += 30
    assert measured.queue_left(jobs, 1) == pytest.approx(150)


def test_a_job_that_has_just_begun_is_estimated_by_those_done_before(clock):
    measured = Pace()
    measured.begin("before")
    clock[0] += 100
    measured.end("before", "prepare", done=True)
    measured.begin("a")
    clock[0] += 20  # by this alone it would take 200 s
    assert measured.left(view("a", fraction=0.1)) == pytest.approx(0.1 * 180 + 0.9 * 90)


def test_a_job_that_begins_anew_is_estimated_anew(clock):
    measured = Pace()
    for _ in range(2):
        measured.begin("a")
        clock[0] += 10
        assert measured.left(view("a", fraction=0.5)) == pytest.approx(10)
        measured.end("a", "prepare", done=False)
        clock[0] += 100


def test_the_queue_is_estimated_by_what_was_done_before(clock):
    measured = Pace()
    waiting = [view(name, "queued") for name in "bcde"]
    assert measured.queue_left(waiting, 2) is None
    measured.begin("x")
    clock[0] += 60
    measured.end("x", "prepare", done=True)
    assert measured.queue_left(waiting, 2) == pytest.approx(120)
    assert measured.queue_left(waiting[:1], 2) == pytest.approx(60)  # one job cannot be shared
    measured.begin("y")
    measured.end("y", "prepare", done=False)
    measured.begin("a")
    clock[0] += 30
    assert measured.queue_left([view("a", fraction=0.5), *waiting[:1]], 1) == pytest.approx(90)
    assert measured.queue_left([], 2) in (None, 0.0)


def test_without_any_measure_those_that_wait_are_judged_by_those_that_run(clock):
    measured = Pace()
    measured.begin("a")
    clock[0] += 20
    assert measured.queue_left([view("a", fraction=0.2), view("b", "queued")], 1) == pytest.approx(80 + 100)


def test_a_planned_job_is_foretold_by_its_pieces_before_it_has_begun(clock):
    measured = Pace()
    measured.plan("a", [Piece("native/atlas"), Piece("native/brain"), Piece("native/beside")])
    assert measured.left(view("a", "queued")) is None
    assert measured.ahead(view("a", "queued")) == pytest.approx(41)
    measured.begin("a")
    clock[0] += 5
    assert measured.left(view("a")) == pytest.approx(36)
    clock[0] += 35
    assert measured.left(view("a")) == pytest.approx(0.15 * 19 + 22), "it takes longer than was thought"
    measured.step_ended("a", "atlas", 40)
    twice = measured.left(view("a"))
    assert twice == pytest.approx(22 * 45 / 24)
    measured.step_begins("a", "beside")  # the brain was found before
    assert measured.left(view("a")) == pytest.approx(4 * 45 / 24)
    measured.end("a", "prepare", done=True)
    assert measured.ahead(view("a")) is None


def test_a_step_that_was_done_before_teaches_nothing(clock):
    measured = Pace()
    measured.plan("a", [Piece("native/atlas"), Piece("native/beside")])
    measured.begin("a")
    measured.step_ended("a", "atlas", 0.0)
    clock[0] += 8
    measured.end("a", "prepare", done=True)
    measured.plan("b", [Piece("native/atlas")])
    measured.plan("c", [Piece("native/beside")])
    assert measured.ahead(view("c", "queued")) == pytest.approx(8)
    assert measured.ahead(view("b", "queued")) == pytest.approx(19 * 13 / 9)


def test_words_are_as_rough_as_the_estimate():
    assert [in_words(s) for s in (5, 100, 4000, 40_000)] == [
        "less than a minute left", "about 2 min left", "about 67 min left", "about 11 h 07 min left",
    ]  # fmt: skip


def test_an_automatic_lane_follows_the_memory_and_tells_each_job_its_threads(
    board: JobBoard, runner: StillRunner, monkeypatch: pytest.MonkeyPatch
):
    free = [1 << 40]
    monkeypatch.setattr(cpu_lane, "cores", lambda: 4)
    monkeypatch.setattr(cpu_lane, "available_bytes", lambda: free[0])
    board.on("prepare", lambda record, result: None, patience_s=0.5)
    board.resize(0)
    assert runner.places_of[Lane.CPU] == 4
    jobs = [board.start("prepare", "", {"threads": 0}, case=f"P-{n}") for n in range(5)]
    assert [runner.specs[job].arguments["threads"] for job in jobs] == [4, 2, 1, 1, 1]
    assert all(runner.specs[job].patience_s == 0.5 for job in jobs)
    assert len({runner.specs[job].place for job in jobs}) == 5
    # the share is no part of the wish: the same wish again finds the job
    assert board.start("prepare", "", {"threads": 0}, case="P-0") == jobs[0]
    runner.begin(jobs[0], 0.5)
    board.pump()
    free[0] = 0
    runner.fail(jobs[1], "step-failed")
    board.pump()
    assert runner.places_of[Lane.CPU] == 1
    board.resize(3)
    assert runner.places_of[Lane.CPU] == 3
    chosen = board.start("prepare", "", {"threads": 2}, case="P-9")
    assert runner.specs[chosen].arguments["threads"] == 2


def test_cores_are_those_this_process_may_use():
    assert 1 <= pace.cores() <= len(list(Path("/sys/devices/system/cpu").glob("cpu[0-9]*")) or [0] * 4096)
