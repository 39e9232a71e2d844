"""Quantizing anew: calibrated on some labelled cases, judged on others, and published with what the gate found."""

import json
from pathlib import Path

import pytest
import torch
from brats_folder import put_case
from still_runner import StillRunner
from tiny_models import make_tiny_model
from trusted import taken

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.models import Models
from fets_desktop.app.quantizing import Quantizing
from fets_desktop.app.signing import Signing
from fets_desktop.app.tasks import quantize as task
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import silent


@pytest.fixture
def models(workspace: Workspace, bus: FactsBus) -> Models:
    return Models(workspace, bus, Signing(workspace, Secrets(workspace)))


@pytest.fixture
def quantizing(workspace: Workspace, board: JobBoard, models: Models, choices: Choices) -> Quantizing:
    choices.set("jobs.threads", 1)
    return Quantizing(workspace, board, models, choices)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.set_num_threads(1)
    return make_tiny_model(tmp_path_factory.mktemp("tiny"))


def test_it_is_calibrated_on_some_cases_and_judged_on_the_others(
    quantizing: Quantizing, models: Models, tiny: Path, tmp_path: Path, runner: StillRunner, board: JobBoard
) -> None:
    parent = taken(models, tiny)
    folder = tmp_path / "cases"
    for name in ("A", "B"):
        put_case(folder / name, name)
    job = quantizing.start(parent.id, folder)
    spec = runner.last("quantize")
    assert str(folder) not in json.dumps(board.under_way("quantize")[0].arguments), "folders may name patients"
    assert [c["case"] for c in spec.arguments["train"]] == ["A"]
    assert [c["case"] for c in spec.arguments["validation"]] == ["B"]
    result = task.run(TaskContext(json.loads(json.dumps(spec.arguments)), spec.scratch, silent, lambda _: None))
    runner.finish(job, **result)
    board.pump()
    assert board.view(job).state == "done", board.view(job).error
    made = quantizing.result(job)
    model = models.get(made["model"])
    assert (model.card.name, model.card.version, model.origin, model.current) == (
        "tiny-quantized", 1, "made here", False,
    )  # fmt: skip
    assert model.card.lineage["parent"] == parent.id
    assert model.card.lineage["command"] == "quantize"
    assert "1 labelled case, not calibrated on" in made["scores"]["on"]
    assert made["passed"] == (made["scores"]["int8_drop"] <= made["scores"]["int8_gate"])
    assert model.card.precision == ("int8" if made["passed"] else "f32")
    assert models.weights(model) is not None
    again = quantizing.start(model.id, folder)
    assert runner.last("quantize").arguments["name"] == "tiny-quantized"
    assert again != job


def test_the_second_try_is_made_where_somebody_asked_for_it_and_another_model_is_another_job(
    quantizing: Quantizing, models: Models, tiny: Path, tmp_path: Path, runner: StillRunner
) -> None:
    first = taken(models, tiny)
    second = taken(models, make_tiny_model(tmp_path / "second", "second", seed=4))
    folder = tmp_path / "cases"
    for name in ("A", "B"):
        put_case(folder / name, name)
    job = quantizing.start(first.id, folder)
    assert runner.last("quantize").arguments["control"] is False
    assert quantizing.start(first.id, folder) == job, "the same again is the same job"
    controlled = quantizing.start(first.id, folder, control=True)
    assert controlled != job
    assert runner.last("quantize").arguments["control"] is True
    assert quantizing.start(second.id, folder) not in (job, controlled)
    assert runner.last("quantize").arguments["parent_id"] == second.id


def test_what_cannot_be_quantized_or_judged_says_so(
    quantizing: Quantizing, models: Models, tiny: Path, tmp_path: Path
) -> None:
    alone = tmp_path / "alone.fetsmodel"
    alone.write_bytes(tiny.read_bytes())
    without = taken(models, alone)
    with pytest.raises(StudyError, match="trainable weights") as raised:
        quantizing.start(without.id)
    assert raised.value.code == "bad-model"
    model = taken(models, tiny)
    put_case(tmp_path / "cases" / "A", "A")
    for folder, code in ((None, "too-few-cases"), (tmp_path / "cases", "too-few-cases"), (tmp_path / "x", "no-images")):
        with pytest.raises(StudyError) as raised:
            quantizing.start(model.id, folder)
        assert raised.value.code == code
