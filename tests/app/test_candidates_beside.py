"""Candidates beside the labels in hand: out of a file, and fused by a worker; none of them becomes a version."""

from pathlib import Path

import nibabel
import numpy as np
import pytest
from refusals import refused
from small_case import GRID, SHAPE
from still_runner import StillRunner

from fets_desktop.app.candidates import CandidateMaps
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.tasks import fuse_candidates
from fets_desktop.imaging.files import write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, BRATS_2023
from fets_desktop.study.volume import LabelMap


@pytest.fixture
def maps(workspace: Workspace, board: JobBoard) -> CandidateMaps:
    return CandidateMaps(workspace, board)


def drawn(start: int, value: int = 2) -> LabelMap:
    array = np.zeros(SHAPE, np.uint8)
    array[6:12, start : start + 6, 8:16] = value
    return LabelMap(array, GRID, BRATS_2021)


def test_a_label_map_out_of_a_file_stands_beside_and_is_no_version(
    maps: CandidateMaps, case: str, tmp_path: Path, workspace: Workspace
) -> None:
    file = write_array(tmp_path / "theirs.nii.gz", drawn(9, 4).array, GRID)
    labels = maps.read_file(case, file)
    assert labels.scheme is BRATS_2021
    assert np.array_equal(labels.array, drawn(9, 4).array)
    assert workspace.annotations(case) == []


def test_what_does_not_fit_is_refused_in_plain_words(maps: CandidateMaps, case: str, tmp_path: Path) -> None:
    affine = np.array(GRID.affine)
    affine[0, 3] += 2.0
    shifted = Grid.from_affine(SHAPE, affine)
    elsewhere = write_array(tmp_path / "elsewhere.nii.gz", drawn(9).array, shifted)
    assert refused(lambda: maps.read_file(case, elsewhere)).code == "wrong-grid"
    three = write_array(tmp_path / "three.nii.gz", drawn(9, 3).array, GRID)
    assert refused(lambda: maps.read_file(case, three)).code == "ambiguous-scheme"
    assert maps.read_file(case, three, "brats2023").scheme is BRATS_2023
    nine = write_array(tmp_path / "nine.nii.gz", drawn(9, 9).array, GRID)
    assert refused(lambda: maps.read_file(case, nine)).code == "stray-labels"
    holes = np.zeros(SHAPE[::-1], np.float32)
    holes[3, 3, 3] = np.nan
    nibabel.save(nibabel.Nifti1Image(holes, np.asarray(GRID.affine)), tmp_path / "nan.nii.gz")
    error = refused(lambda: maps.read_file(case, tmp_path / "nan.nii.gz"))
    assert (error.code, error.detail) == ("stray-labels", "Some values are not numbers.")
    assert refused(lambda: maps.read_file(case, tmp_path / "none.nii.gz")).code == "unreadable-image"
    assert refused(lambda: maps.read_file("P-9", three)).code == "unknown-case"


def test_candidates_are_fused_by_a_worker_and_taken_once(
    maps: CandidateMaps, case: str, runner: StillRunner, board: JobBoard, workspace: Workspace
) -> None:
    candidates = {f"{case}/1": drawn(8), "file-1": drawn(9), "file-2": drawn(10)}
    job = maps.fuse(case, candidates, Fusion("majority"))
    spec = runner.last("fuse_candidates")
    assert [each["name"] for each in spec.arguments["candidates"]] == list(candidates)
    recorded = next(record for record in workspace.jobs() if record.id == job)
    assert "candidates" not in recorded.arguments, "where they lie is nobody's business after the job"
    result = fuse_candidates.run(TaskContext(spec.arguments, spec.scratch, lambda *_: None, lambda *_: None))
    runner.finish(job, **result)
    board.pump()
    made = maps.take(job)
    assert made is not None
    assert (made.case, made.members, made.fusion.method) == (case, tuple(candidates), "majority")
    assert np.array_equal(made.labels.array, drawn(9).array), "what two of three say"
    assert maps.take(job) is None
    assert not spec.scratch.exists(), "the candidates' files are gone with the job"
    assert workspace.annotations(case) == []


def test_one_candidate_alone_is_not_fused_and_a_new_wish_stops_the_old(
    maps: CandidateMaps, case: str, runner: StillRunner
) -> None:
    error = refused(lambda: maps.fuse(case, {"file-1": drawn(8)}, Fusion("staple")))
    assert error.code == "wrong-usage"
    assert not runner.specs
    two = {"file-1": drawn(8), "file-2": drawn(9)}
    first = maps.fuse(case, two, Fusion("staple"))
    second = maps.fuse(case, two, Fusion("voting"))
    assert first != second
    assert runner.cancelled == [first]
