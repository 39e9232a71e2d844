"""What a training worker does in a round, with a real small network on small cases."""

import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from fets_desktop.app.tasks import rehearse
from fets_desktop.app.tasks.federate import run
from fets_desktop.app.training import folder_cases
from fets_desktop.federate.accounting import epsilon
from fets_desktop.federate.tensors import TensorFile
from fets_desktop.imaging.files import write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Learning
from fets_desktop.study.grid import Grid
from fets_desktop.study.plain import to_plain
from fets_desktop.train.checkpoint import write_weights
from fets_desktop.train.resunet import ResUNet

SHAPE = (24, 28, 26)
GRID = Grid.from_affine(SHAPE, np.diag([-1.0, -1.0, 1.0, 1.0]))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two labelled cases, and a network's weights."""
    folder = tmp_path_factory.mktemp("federated")
    rng = np.random.default_rng(5)
    for case in ("A", "B"):
        for contrast in ALL_CONTRASTS:
            voxels = np.zeros(SHAPE, np.float32)
            voxels[2:-2, 2:-2, 2:-2] = rng.normal(100, 10, [edge - 4 for edge in SHAPE])
            write_array(folder / "cases" / case / f"{case}_{contrast.brats_name}.nii.gz", voxels, GRID)
        labels = np.zeros(SHAPE, np.uint8)
        for value, at in ((1, 6), (2, 11), (4, 16)):
            labels[8:14, 8:14, at : at + 4] = value
        write_array(folder / "cases" / case / f"{case}_seg.nii.gz", labels, GRID)
    torch.manual_seed(3)
    write_weights(folder / "weights.safetensors", ResUNet(2).state_dict())
    return folder


def work(place: Path, **arguments: Any) -> dict[str, Any]:
    cases = folder_cases(place / "cases")
    common = {"device": "cpu", "threads": 1, "folder": str(place / "scratch"), "cases": cases, "round": 0}
    given = {**common, "weights": str(place / "weights.safetensors"), **arguments}
    return run(TaskContext(given, place / "scratch", lambda _fraction, _note: None, lambda _fact: None))


def fit(place: Path, target: str, **arguments: Any) -> dict[str, np.ndarray]:
    with TensorFile(place / "weights.safetensors") as weights:
        shapes = to_plain(weights.shapes)
    learning = to_plain(Learning(learning_rate=1e-3, patch=32))
    done = work(place, what="fit", target=str(place / target), learning=learning, tensors=shapes, **arguments)
    assert done["cases"] == 2
    assert 0 < done["loss"] < 2
    with TensorFile(place / target) as trained:
        assert to_plain(trained.shapes) == shapes
        return {tensor.name: trained.get(tensor.name).copy() for tensor in trained.shapes}


def test_a_score_is_means_by_region_and_a_count(place):
    found = work(place, what="score")
    assert found["cases"] == 2
    assert set(found["dice"]) == {"ET", "TC", "WT", "mean"}
    assert all(0 <= value <= 1 for value in found["dice"].values())


def test_training_moves_weights_and_statistics_and_is_the_same_again_after_a_cut(place):
    with TensorFile(place / "weights.safetensors") as weights:
        before = {tensor.name: weights.get(tensor.name).copy() for tensor in weights.shapes}
    first = fit(place, "first.safetensors")
    moved = [name for name in before if not np.array_equal(before[name], first[name])]
    assert any(name.endswith("weight") for name in moved)
    again = fit(place, "again.safetensors")
    assert all(np.array_equal(first[name], again[name]) for name in first)
    other = fit(place, "other.safetensors", round=1)
    assert any(not np.array_equal(first[name], other[name]) for name in first), "another round draws other patches"


def test_what_leaves_is_cut_and_blurred_in_the_worker_and_accounted_for(place):
    with TensorFile(place / "weights.safetensors") as weights:
        shapes = to_plain(weights.shapes)
    done = work(
        place,
        what="fit",
        target=str(place / "own.safetensors"),
        learning=to_plain(Learning(learning_rate=1e-3, patch=32)),
        tensors=shapes,
        privacy={"clip": 0.001, "noise": 2.0},
        spent=[2.0],
        threads=1,
    )
    assert done["sent"] == "sent.safetensors"
    assert done["epsilon"] == pytest.approx(epsilon([2.0, 2.0]))
    assert "0.1 %" in done["told"]
    assert f"epsilon {done['epsilon']:.3g} so far" in done["told"]
    with TensorFile(place / "own.safetensors") as own, TensorFile(place / "sent.safetensors") as sent:
        assert to_plain(sent.shapes) == shapes
        assert any(not np.array_equal(own.get(s["name"]), sent.get(s["name"])) for s in shapes)
        assert all(np.isfinite(sent.get(s["name"])).all() for s in shapes)


def test_weights_of_another_network_are_refused(place):
    write_weights(place / "other_network.safetensors", {"enter.weight": torch.zeros(2, 4, 3, 3, 3)})
    with pytest.raises(StudyError) as error:
        work(place, what="score", weights=str(place / "other_network.safetensors"))
    assert error.value.code == "bad-model"


def rehearsed(place: Path, told: list[dict[str, Any]], **arguments: Any) -> dict[str, Any]:
    cases = folder_cases(place / "cases")
    with TensorFile(place / "weights.safetensors") as weights:
        shapes = to_plain(weights.shapes)
    learning = to_plain(Learning(learning_rate=1e-3, patch=32))
    common = {"base": 2, "learning": learning, "tensors": shapes, "device": "cpu", "threads": 1}
    given = {**common, "train": cases[:1], "validation": cases[1:], **arguments}
    return rehearse.run(TaskContext(given, place / "rehearsed", lambda _fraction, _note: None, told.append))


def test_a_rehearsal_takes_a_step_and_scores_a_case(place):
    told: list[dict[str, Any]] = []
    found = rehearsed(place, told)
    assert set(found) == {"step_s", "score_s", "start_s", "edge", "late"}
    assert 0 < found["step_s"] < 60
    assert 0 < found["score_s"] < 60
    assert found["start_s"] > 0
    assert (found["edge"], found["late"], told) == (32, False, [])
    validating = rehearsed(place, told, train=[])
    assert (validating["step_s"], validating["edge"]) == (0.0, 0)
    assert validating["score_s"] > 0


def test_a_rehearsal_that_takes_too_long_tells_what_it_knows(place, monkeypatch):
    monkeypatch.setattr(rehearse, "_LONGEST_S", 0.05)
    told: list[dict[str, Any]] = []
    step = rehearse.Trainer.step

    def slow(trainer: rehearse.Trainer) -> float:
        deadline = time.monotonic() + 60
        while not told and time.monotonic() < deadline:
            time.sleep(0.01)
        return step(trainer)

    monkeypatch.setattr(rehearse.Trainer, "step", slow)
    rehearsed(place, told)
    (late,) = told
    assert late["late"]
    assert late["step_s"] > 0
    assert late["score_s"] == 0
