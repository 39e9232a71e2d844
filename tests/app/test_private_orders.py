"""Folders and names a person chose may name a patient: workers get them, and no record keeps them."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from small_case import GRID, SHAPE
from still_runner import StillRunner

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.exporting import Exporting
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.models import Models
from fets_desktop.app.orders import Orders
from fets_desktop.app.signing import Signing
from fets_desktop.app.tasks import train as task
from fets_desktop.app.training import Training
from fets_desktop.imaging.files import write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import silent

SECRET = "Mustermann"


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def training(workspace: Workspace, bus: FactsBus, board: JobBoard, choices: Choices) -> Training:
    return Training(workspace, bus, board, Models(workspace, bus, Signing(workspace, Secrets(workspace))), choices)


@pytest.fixture
def strangers(tmp_path: Path) -> Path:
    """A folder with one labelled case, named after a patient."""
    folder = tmp_path / SECRET / "cases"
    for name in ("t1", "t1ce", "t2", "flair", "seg"):
        write_array(folder / SECRET / f"{SECRET}_{name}.nii.gz", np.ones(SHAPE, np.uint8), GRID)
    return folder


def test_nobody_else_may_read_an_order(tmp_path: Path) -> None:
    order = Orders(tmp_path).give({"to": SECRET}, ())
    assert order.stat().st_mode & 0o777 == 0o600
    assert order.parent.stat().st_mode & 0o777 == 0o700


def test_an_export_goes_where_it_was_told_and_no_record_says_where(
    workspace: Workspace, board: JobBoard, runner: StillRunner, case: str, tmp_path: Path
) -> None:
    exporting = Exporting(workspace, board)
    (job,) = exporting.start([case], tmp_path / SECRET)
    assert SECRET not in str(workspace.jobs())
    assert SECRET not in str(runner.last("export").arguments)
    made = tmp_path / "made" / case / "atlas"
    made.mkdir(parents=True)
    (made / "t1.nii.gz").write_bytes(b"voxels")
    runner.finish(job, folder=str(made.parent.parent))
    board.pump()
    assert exporting.files(job) == [tmp_path / SECRET / case / "atlas" / "t1.nii.gz"]
    assert SECRET.encode() not in everything_in(workspace.folder), "the private file is gone too"


def test_an_export_whose_place_is_no_longer_known_is_told(
    workspace: Workspace, board: JobBoard, runner: StillRunner, case: str, tmp_path: Path
) -> None:
    exporting = Exporting(workspace, board)
    (job,) = exporting.start([case], tmp_path / "out")
    Path(runner.last("export").arguments["order"]).unlink()
    runner.finish(job, folder=str(tmp_path))
    board.pump()
    assert (board.view(job).state, board.view(job).code) == ("failed", "wrong-stage")


def test_the_cases_of_a_folder_reach_the_worker_and_no_record(
    workspace: Workspace, board: JobBoard, runner: StillRunner, training: Training, strangers: Path
) -> None:
    job = training.start_folder(strangers)
    assert [case["case"] for case in runner.last("train").arguments["train"]] == [SECRET]
    assert SECRET not in str(workspace.jobs())
    assert training.start_folder(strangers) == job, "the same again is the same job"
    board.cancel(job)


def test_a_training_whose_cases_are_no_longer_known_is_told(tmp_path: Path) -> None:
    with pytest.raises(StudyError) as raised:
        task.run(TaskContext({"train": [], "validation": []}, tmp_path, silent, lambda _: None))
    assert raised.value.code == "too-few-cases"


def test_what_a_killed_job_left_in_scratch_goes_at_the_next_opening(
    workspace: Workspace, bus: FactsBus, runner: StillRunner, case: str, tmp_path: Path
) -> None:
    first = JobBoard(workspace, bus)
    Exporting(workspace, first).start([case], tmp_path / "out")
    (record,) = workspace.jobs()
    half = first.scratch(record.id) / "export" / "atlas"
    half.mkdir(parents=True)
    (workspace.scratch / "jobs" / "labels-1.nii.gz").write_bytes(b"voxels")
    again = JobBoard(workspace, bus)
    assert list((workspace.scratch / "jobs").glob("*")) == []
    Exporting(workspace, again)
    assert again.resume() == [record.id]
    assert list(runner.specs[record.id].scratch.iterdir()) == [], "a new try finds nothing in its way"


def test_an_import_of_labels_leaves_nothing_in_scratch(
    workspace: Workspace, reviewing: Callable[..., object], case: str, tmp_path: Path
) -> None:
    labels = np.zeros(SHAPE, np.uint8)
    labels[5:9, 9:12, 7:12] = 2
    file = write_array(tmp_path / f"{SECRET}.nii.gz", labels, GRID)
    reviewing.import_labels(case, file, "brats2021")  # type: ignore[attr-defined]
    assert [path for path in workspace.scratch.rglob("*") if path.is_file()] == []
    assert SECRET.encode() not in everything_in(workspace.folder)


def test_where_a_refused_export_was_to_go_is_forgotten_after_a_day(
    workspace: Workspace, bus: FactsBus, runner: StillRunner, case: str, tmp_path: Path
) -> None:
    board = JobBoard(workspace, bus)
    job = Exporting(workspace, board).start([case], tmp_path / "Erika Beispiel")[0]
    runner.fail(job, "wrong-grid")
    board.pump()
    (order,) = (workspace.scratch / "exports").rglob("*.json")
    os.utime(order, (0, 0))
    Exporting(workspace, JobBoard(workspace, bus))
    assert not order.exists()
