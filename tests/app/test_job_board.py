"""Jobs as a person sees them: started once, found again, ended whatever happens."""

import logging
import shutil
import sys
import uuid
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from still_runner import StillRunner

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.phi_words import looks_of
from fets_desktop.jobs.message import BUG
from fets_desktop.jobs.runner import JobRunner, Lane
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.facts import Fact, JobChanged
from fets_desktop.study.progress import silent

TOYS = (sys.executable, str(Path(__file__).parents[1] / "jobs" / "toy_worker.py"))


class Results:
    """Takes the results of a task."""

    def __init__(self, board: JobBoard, *tasks: str, **how: bool) -> None:
        self.taken: list[dict[str, Any]] = []
        self.told: list[dict[str, Any]] = []
        self.error: Exception | None = None
        for task in tasks:
            board.on(task, self._take, lambda record, fact: self.told.append(fact), **how)

    def _take(self, record: JobRecord, result: dict[str, Any]) -> None:
        if self.error:
            raise self.error
        self.taken.append(result)


@pytest.fixture
def results(board: JobBoard) -> Results:
    return Results(board, "prepare")


@pytest.fixture
def real_board(workspace: Workspace, bus: FactsBus, monkeypatch: pytest.MonkeyPatch) -> Iterator[JobBoard]:
    """A board whose workers are real processes with toy tasks."""
    monkeypatch.setattr("fets_desktop.app.job_board.JobRunner", partial(JobRunner, command=TOYS, patience_s=2.0))
    board = JobBoard(workspace, bus)
    yield board
    board.close()


def states(workspace: Workspace) -> list[tuple[str, str]]:
    return [(record.task, record.state) for record in workspace.jobs()]


def test_a_job_is_queued_runs_tells_and_is_done(
    board: JobBoard, runner: StillRunner, results: Results, workspace: Workspace, facts: list[Fact]
) -> None:
    job = board.start("prepare", "Preparing P-1", {"x": 1}, case="P-1")
    assert board.view(job).state == "queued"
    assert states(workspace) == [("prepare", "queued")]
    runner.begin(job, 0.5, "Halfway")
    runner.tell(job, epoch=1)
    board.pump()
    view = board.view(job)
    assert (view.state, view.fraction, view.note) == ("running", 0.5, "Halfway")
    assert view.seconds_left is not None
    assert board.under_way("prepare")[0].id == job
    scratch = runner.specs[job].scratch
    assert scratch.is_dir()
    runner.finish(job, made=3)
    board.pump()
    view = board.view(job)
    assert (view.state, view.fraction, view.error, view.code) == ("done", 1.0, "", "")
    assert results.taken == [{"made": 3}]
    assert results.told == [{"epoch": 1}]
    assert states(workspace) == [("prepare", "done")]
    assert not scratch.exists()
    assert set(facts) == {JobChanged(job)}
    assert board.under_way("prepare") == []


def test_the_same_job_is_not_started_twice_and_another_wish_replaces_it(
    board: JobBoard, runner: StillRunner, results: Results, workspace: Workspace
) -> None:
    first = board.start("prepare", "Preparing", {"sources": "old"}, case="P-1")
    assert board.start("prepare", "Preparing", {"sources": "old"}, case="P-1") == first
    other = board.start("prepare", "Preparing", {"sources": "old"}, case="P-2")
    second = board.start("prepare", "Preparing", {"sources": "new"}, case="P-1")
    board.pump()
    assert runner.cancelled == [first]
    assert [board.view(job).state for job in (first, other, second)] == ["cancelled", "queued", "queued"]
    assert states(workspace) == [("prepare", "cancelled"), ("prepare", "queued"), ("prepare", "queued")]


def test_repeatable_jobs_stand_beside_one_another(board: JobBoard, runner: StillRunner) -> None:
    Results(board, "export", repeatable=True)
    jobs = {board.start("export", "Exporting", {"to": place}, case="P-1") for place in ("a", "b", "a")}
    assert len(jobs) == 2
    assert runner.cancelled == []


def test_low_priority_is_a_matter_of_the_task_and_survives_resuming(
    board: JobBoard, runner: StillRunner, workspace: Workspace, bus: FactsBus
) -> None:
    Results(board, "train", low_priority=True)
    job = board.start("train", "Training", {})
    assert runner.specs[job].low_priority
    runner.specs.clear()
    next_run = JobBoard(workspace, bus)
    Results(next_run, "train", low_priority=True)
    assert next_run.resume() == [job]
    assert runner.specs[job].low_priority
    assert next_run.resume() == [], "it is not started twice"


def test_what_was_left_unfinished_goes_on_and_its_leftovers_go(
    board: JobBoard, runner: StillRunner, results: Results, workspace: Workspace, bus: FactsBus
) -> None:
    job = board.start("prepare", "Preparing P-1", {"x": 1}, case="P-1")
    stray = workspace.scratch / "jobs" / "0123456789ab"
    stray.mkdir()
    next_run = JobBoard(workspace, bus)
    taken = Results(next_run, "prepare")
    assert next_run.resume() == [job]
    assert runner.specs[job].arguments == {"x": 1}
    assert not stray.exists()
    runner.finish(job, made=1)
    next_run.pump()
    assert taken.taken == [{"made": 1}]


def test_an_unfinished_job_of_an_earlier_run_is_superseded(
    board: JobBoard, results: Results, workspace: Workspace, bus: FactsBus
) -> None:
    old = board.start("prepare", "Preparing P-1", {"x": 1}, case="P-1")
    next_run = JobBoard(workspace, bus)
    Results(next_run, "prepare")
    new = next_run.start("prepare", "Preparing P-1", {"x": 1}, case="P-1")
    assert new != old
    assert states(workspace) == [("prepare", "cancelled"), ("prepare", "queued")]


def test_a_known_failure_keeps_its_code(
    board: JobBoard, runner: StillRunner, results: Results, workspace: Workspace
) -> None:
    job = board.start("prepare", "Preparing P-1", {}, case="P-1")
    runner.fail(job, "not-a-head", "It is a knee.")
    board.pump()
    view = board.view(job)
    assert (view.state, view.code) == ("failed", "not-a-head")
    assert "It is a knee." in view.error
    error = board.error(job)
    assert error is not None
    assert error.code == "not-a-head"
    assert workspace.jobs()[0].error == view.error
    assert board.start("prepare", "Preparing P-1", {}, case="P-1") != job, "it can be tried again"


def test_a_result_that_cannot_be_taken_ends_the_job(
    board: JobBoard, runner: StillRunner, results: Results, caplog: pytest.LogCaptureFixture
) -> None:
    job = board.start("prepare", "Preparing P-1", {}, case="P-1")
    results.error = StudyError("disk-full")
    runner.finish(job)
    board.pump()
    assert (board.view(job).state, board.view(job).code) == ("failed", "disk-full")

    job = board.start("prepare", "Preparing P-1", {}, case="P-1")
    results.error = KeyError("a bug")
    runner.finish(job)
    with caplog.at_level(logging.ERROR):
        board.pump()
    assert (board.view(job).state, board.view(job).code) == ("failed", BUG)
    assert "not taken" in caplog.text
    assert board.error(job) is None


def test_a_full_disk_at_the_end_of_a_job_is_said(
    board: JobBoard, runner: StillRunner, results: Results, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = board.start("prepare", "Preparing P-1", {}, case="P-1")

    def full(*_: object) -> None:
        raise StudyError("disk-full")

    monkeypatch.setattr(workspace, "change", full)
    runner.finish(job)
    board.pump()
    assert (board.view(job).state, board.view(job).code) == ("failed", "disk-full")
    assert board.wait([job], silent)[0].state == "failed"


def test_no_name_of_a_job_looks_like_a_patients_number(board: JobBoard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uuid, "uuid4", lambda: uuid.UUID(int=0x12345678901243458789012345678901))
    job = board.start("prepare", "Preparing P-1", {}, case="P-1")
    assert looks_of(f'{{"export": "{job}"}}') == set()


def test_places_for_jobs_follow_the_setting(board: JobBoard, runner: StillRunner) -> None:
    board.resize(3)
    assert runner.places_of == {Lane.CPU: 3}


def test_a_worker_that_dies_is_told_and_the_next_one_runs(real_board: JobBoard) -> None:
    results = Results(real_board, "dies", "exits", "bug", "echo")
    jobs = [real_board.start(task, task, {"text": "hello"}) for task in ("dies", "exits", "bug", "echo")]
    views = real_board.wait(jobs, silent)
    assert [(view.state, view.code) for view in views] == [
        ("failed", "worker-died"),
        ("failed", "worker-died"),
        ("failed", BUG),
        ("done", ""),
    ]
    assert "SIGKILL" in views[0].error
    assert "Smith" not in views[2].error
    assert results.taken == [{"length": 5, "text": "hello"}]


def test_waiting_can_be_cancelled(real_board: JobBoard) -> None:
    Results(real_board, "patient_work")
    job = real_board.start("patient_work", "Working", {})

    def impatient(fraction: float, note: str) -> None:
        if note.startswith("Working: working"):
            raise Cancelled

    with pytest.raises(Cancelled):
        real_board.wait([job], impatient)
    assert real_board.wait([job], silent)[0].state == "cancelled"


def test_what_runs_when_the_program_ends_is_found_next_time(real_board: JobBoard, workspace: Workspace) -> None:
    Results(real_board, "patient_work")
    real_board.start("patient_work", "Working", {})
    real_board.close()
    assert states(workspace) == [("patient_work", "queued")]


def test_a_workspace_that_is_removed_under_a_running_job_is_told_as_such(
    board: JobBoard, runner: StillRunner, results: Results, workspace: Workspace, tmp_path: Path
) -> None:
    failing = board.start("prepare", "Preparing", {}, case="P-1")
    finishing = board.start("prepare", "Preparing", {}, case="P-2")
    workspace.folder.rename(tmp_path / "elsewhere")
    # whatever some worker may have left there is no workspace
    (workspace.folder / "scratch").mkdir(parents=True)
    runner.fail(failing, "unreadable-image", "The file is not there.")
    runner.finish(finishing)
    board.pump()
    for job in (failing, finishing):
        error = board.error(job)
        assert error is not None
        assert (error.code, "moved or removed" in error.detail) == ("no-workspace", True)
        assert board.view(job).state == "failed"
    assert results.taken == []
    with pytest.raises(StudyError) as caught:
        board.start("prepare", "Preparing", {}, case="P-3")
    assert caught.value.code == "no-workspace"
    assert list((workspace.folder / "scratch").iterdir()) == []
    shutil.rmtree(workspace.folder)
    (tmp_path / "elsewhere").rename(workspace.folder)


def test_a_clock_that_is_set_back_changes_neither_order_nor_estimate(
    board: JobBoard, runner: StillRunner, results: Results, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = board.start("prepare", "Preparing", {}, case="P-1")
    monkeypatch.setattr("fets_desktop.app.job_book.now", lambda: "1999-12-31T23:59:59Z")
    second = board.start("prepare", "Preparing", {}, case="P-2")
    for job in (first, second):
        runner.begin(job, 0.5)
        board.pump()
        left = board.view(job).seconds_left
        assert left is not None
        assert left >= 0
        runner.finish(job)
    board.pump()
    assert [view.id for view in board.all()] == [first, second]
    assert states(workspace) == [("prepare", "done"), ("prepare", "done")]
