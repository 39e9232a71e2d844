"""Headers for a person's eye: read in a worker, in no record, given out once."""

from pathlib import Path

import numpy as np
import pytest
from still_runner import StillRunner

from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.tagging import Tagging
from fets_desktop.app.tasks import tags
from fets_desktop.dicom.kept import keep_headers
from fets_desktop.dicom.write import write_series
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.progress import silent
from fets_desktop.study.volume import Volume

SERIES = "P-1-T1"


@pytest.fixture
def tagging(workspace: Workspace, board: JobBoard) -> Tagging:
    return Tagging(workspace, board)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    array = np.arange(5 * 8 * 8, dtype=np.float32).reshape(5, 8, 8)
    volume = Volume(array, Grid.from_affine((5, 8, 8), np.eye(4)))
    folder = tmp_path / "Smith"
    return write_series(volume, folder, Contrast.T1, patient_name="Smith^Ann", patient_id="77", study_date="20260101")


def run(runner: StillRunner, board: JobBoard, tmp_path: Path) -> str:
    spec = runner.last("tags")
    result = tags.run(TaskContext(spec.arguments, tmp_path, silent, lambda fact: None))
    runner.finish(spec.id, **result)
    board.pump()
    return spec.id


def test_kept_headers_of_a_stored_case_come_back(
    tagging: Tagging, workspace: Workspace, case: str, files: list[Path], runner: StillRunner, board: JobBoard,
    tmp_path: Path,
) -> None:  # fmt: skip
    assert not tagging.has(case, SERIES)
    with pytest.raises(StudyError) as caught:
        tagging.start(case, SERIES)
    assert caught.value.code == "needs-dicom"
    keep_headers(files, b"s" * 32, "Q-1", tmp_path / "kept.zip")
    stored = workspace.files.publish(tmp_path / "kept.zip", ".headers.zip")
    with workspace.change("program", "test", case) as change:
        change.put_product(case, f"source/{SERIES}", stored)
    assert tagging.has(case, SERIES)
    job = tagging.start(case, SERIES)
    assert tagging.take(job) is None
    assert run(runner, board, tmp_path) == job
    table = tagging.take(job)
    assert table is not None
    assert table.slices == 5
    assert not table.identified
    assert tagging.take(job) is None


def test_files_that_name_a_patient_are_in_no_record(
    tagging: Tagging, workspace: Workspace, files: list[Path], runner: StillRunner, board: JobBoard, tmp_path: Path,
    folder: Path,
) -> None:  # fmt: skip
    job = tagging.start_files(files)
    assert run(runner, board, tmp_path) == job
    table = tagging.take(job)
    assert table is not None
    assert table.identified
    assert any(row.values == ("Smith^Ann",) for row in table.rows)
    assert all("Smith" not in str(record) for record in workspace.jobs())
    # what is stored is searched for the name, the database included
    assert not any(b"Smith" in file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_a_series_that_is_not_stored_is_read_where_its_files_lie(
    workspace: Workspace, case: str, files: list[Path], runner: StillRunner, board: JobBoard, tmp_path: Path
) -> None:
    known = Tagging(workspace, board, {"aside": files}.get)
    job = known.start(case, "aside")
    run(runner, board, tmp_path)
    table = known.take(job)
    assert table is not None
    assert (table.slices, table.identified) == (5, True)
    with pytest.raises(StudyError):
        known.start(case, "unknown")


def test_the_same_files_are_read_again(
    tagging: Tagging, files: list[Path], runner: StillRunner, board: JobBoard, tmp_path: Path
) -> None:
    first = tagging.start_files(files)
    second = tagging.start_files(files[:1])
    assert first != second
    run(runner, board, tmp_path)
    table = tagging.take(second)
    assert table is not None
    assert table.slices == 1
    assert not tagging._files.get("2"), "what was handed to the worker is kept nowhere"
