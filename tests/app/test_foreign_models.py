"""Taking in a network of another make: recognised, its licence shown, a person's word for these files, then a model."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import openvino as ov
import pytest
from candidate_models import make_candidate
from openvino import opset13 as op
from small_case import GRID, SHAPE
from still_runner import StillRunner

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.foreign import recognise
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.model_checks import ModelChecks, is_tried
from fets_desktop.app.models import IMPORTED, MADE_HERE, SHIPPED, Models, UntrustedModelError
from fets_desktop.app.signing import Signing
from fets_desktop.app.tasks import check_model
from fets_desktop.imaging.files import write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store.hashing import sha256_of
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import silent

CARD = {
    "name": "small", "inputs": ["FLAIR", "T1Gd"], "outputs": ["background", "NCR", "ED", "ET"], "licence": "CC BY 4.0",
    "feeding": {"activation": "softmax", "halves": False, "multiple_of": 8},
}  # fmt: skip


@pytest.fixture
def models(workspace: Workspace, bus: FactsBus) -> Models:
    return Models(workspace, bus, Signing(workspace, Secrets(workspace)))


@pytest.fixture
def checks(workspace: Workspace, bus: FactsBus, board: JobBoard, models: Models) -> ModelChecks:
    return ModelChecks(workspace, board, models, Choices(workspace, bus))


def write_network(folder: Path, gain: float = 1.0) -> Path:
    volumes = op.parameter([1, 2, -1, -1, -1], np.float32, name="volumes")
    kernel = op.constant(np.full((4, 2, 1, 1, 1), gain, np.float32))
    mixed = op.convolution(volumes, kernel, [1] * 3, [0] * 3, [0] * 3, [1] * 3)
    folder.mkdir(exist_ok=True)
    ov.save_model(ov.Model([mixed], [volumes], "given"), folder / "network.xml", compress_to_fp16=False)
    (folder / "card.json").write_text(json.dumps(CARD))
    return folder / "network.xml"


def do(runner: StillRunner, board: JobBoard) -> None:
    spec = runner.last("check_model")
    # on a tumour that is known it is tried by test_card_trial.py
    assert (spec.arguments["trial"], spec.arguments["approved"]) == (True, [])
    arguments = {**spec.arguments, "trial": False}
    result = check_model.run(TaskContext(arguments, spec.scratch, silent, lambda fact: None))
    runner.finish(spec.id, **result | {"doubts": ["Its card looks wrong."]})
    board.pump()


def test_a_network_of_another_make_is_taken_in_for_a_person_s_word(
    checks: ModelChecks, models: Models, runner: StillRunner, board: JobBoard, workspace: Workspace, tmp_path: Path
) -> None:
    path = write_network(tmp_path / "given")
    with pytest.raises(UntrustedModelError) as asked:
        checks.start_import(path)
    error = asked.value
    assert (error.title, error.licence, error.signed) == ("OpenVINO network", "CC BY 4.0", False)
    assert error.detail.startswith("network.xml: It is of another make (OpenVINO network)")
    assert "Licence: CC BY 4.0" in error.detail
    assert error.proof in error.detail
    job = checks.start_import(path, error.proof)
    do(runner, board)
    assert board.view(job).state == "done", board.view(job).error
    model = models.get(checks.imported(job))
    assert checks.doubts(job) == ["Its card looks wrong."]
    assert (model.card.name, model.card.licence, model.origin, model.current) == (
        "small",
        "CC BY 4.0",
        "imported",
        False,
    )
    assert model.card.lineage["source_sha256"] == error.proof
    assert not list(workspace.scratch.glob("models/*")), "the copies are gone"


def test_a_model_file_from_elsewhere_is_taken_in_and_its_copy_goes(
    checks: ModelChecks, models: Models, runner: StillRunner, board: JobBoard, workspace: Workspace, tmp_path: Path
) -> None:
    path = make_candidate(tmp_path, "given", 1.0, 1.5)
    job = checks.start_import(path, sha256_of(path))
    assert Path(runner.last("check_model").arguments["path"]).is_file()
    do(runner, board)
    assert models.get(checks.imported(job)).card.name == "given"
    assert not list(workspace.scratch.glob("models/*")), "the copies are gone"


def test_what_comes_from_elsewhere_is_tried_on_the_newest_two_approved_cases(
    checks: ModelChecks, workspace: Workspace, reviewing: Reviewing, add_prepared: Callable[..., str],
    runner: StillRunner, tmp_path: Path,
) -> None:  # fmt: skip
    labels = np.zeros(SHAPE, np.uint8)
    labels[8:12, 8:12, 8:12] = 4
    for name in ("P-1", "P-2", "P-3", "P-4"):
        add_prepared(workspace, name, patient=f"Q-{name}")
        if name != "P-4":
            reviewing.import_labels(name, write_array(tmp_path / "seg.nii.gz", labels, GRID))
            reviewing.approve_newest(name, "Dr. Weber")
    path = write_network(tmp_path / "given")
    with pytest.raises(UntrustedModelError) as asked:
        checks.start_import(path)
    checks.start_import(path, asked.value.proof)
    approved = runner.last("check_model").arguments["approved"]
    assert [one["case"] for one in approved] == ["P-2", "P-3"]
    assert all(Path(one["labels"]).is_file() for one in approved)


def test_what_ships_was_scored_as_its_card_says_and_is_not_tried_on_a_known_tumour(
    checks: ModelChecks, models: Models, runner: StillRunner
) -> None:
    models.adopt_starter()
    checks.start([models.all()[0].id])
    assert runner.last("check_model").arguments["trial"] is False


def test_what_was_made_here_was_scored_with_its_card_too() -> None:
    assert [is_tried(origin) for origin in (SHIPPED, MADE_HERE, IMPORTED)] == [False, False, True]


def test_the_word_is_for_these_very_files(checks: ModelChecks, tmp_path: Path) -> None:
    path = write_network(tmp_path / "given")
    with pytest.raises(UntrustedModelError) as asked:
        checks.start_import(path)
    write_network(tmp_path / "given", gain=2.0)
    for licence in ("CC BY 4.0", "MIT"):
        (tmp_path / "given" / "card.json").write_text(json.dumps({**CARD, "licence": licence}))
        with pytest.raises(UntrustedModelError) as again:
            checks.start_import(path, asked.value.proof)
        assert again.value.proof != asked.value.proof


def test_a_network_that_gives_no_numbers_is_not_taken_in(
    checks: ModelChecks, models: Models, runner: StillRunner, board: JobBoard, tmp_path: Path
) -> None:
    path = write_network(tmp_path / "given", gain=float("nan"))
    digest = recognise(path).digest()  # type: ignore[union-attr]
    checks.start_import(path, digest)
    spec = runner.last("check_model")
    with pytest.raises(StudyError, match="no numbers"):
        check_model.run(TaskContext(spec.arguments, spec.scratch, silent, lambda fact: None))
    assert not [model for model in models.all() if model.card.name == "small"]


@pytest.mark.parametrize("name", ["gone.onnx", "gone.xml", "gone.pt"])
def test_a_file_that_is_not_there_is_told_before_what_it_would_need(name: str, tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="The file is not there"):
        recognise(tmp_path / name)


def test_kinds_are_known_by_their_files_and_what_is_missing_is_named(tmp_path: Path) -> None:
    path = write_network(tmp_path / "ir")
    path.with_suffix(".bin").unlink()
    with pytest.raises(StudyError, match=r"missing: network\.bin"):
        recognise(path)
    (tmp_path / "ir" / "card.json").unlink()
    with pytest.raises(StudyError, match=r"no card\.json"):
        recognise(path)
    with pytest.raises(StudyError, match="The card is not there"):
        recognise(path, tmp_path / "nowhere.json")
    results = tmp_path / "nnUNetTrainer__nnUNetPlans__3d_fullres"
    (results / "fold_0").mkdir(parents=True)
    (results / "plans.json").write_text("{}")
    with pytest.raises(StudyError, match=r"missing: .*dataset\.json"):
        recognise(results)
    (results / "dataset.json").write_text('{"licence": "CC BY-SA 4.0"}')
    (results / "fold_0" / "checkpoint_final.pth").write_bytes(b"x")
    for chosen in (results, results / "plans.json"):
        found = recognise(chosen)
        assert found is not None
        assert (found.kind, found.licence, found.main) == ("nnunet", "CC BY-SA 4.0", results.name)
        names = ("dataset.json", "fold_0/checkpoint_final.pth", "plans.json")
        assert sorted(found.files) == [f"{results.name}/{name}" for name in names]
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "plans.pkl").write_bytes(b"")
    with pytest.raises(StudyError, match="version 1 of nnU-Net"):
        recognise(tmp_path / "old")
    with pytest.raises(StudyError, match="no network that is known here"):
        recognise(tmp_path)
    for name, kind in (("a.pt", "checkpoint"), ("b.pth.tar", "checkpoint"), ("c.pbuf", "openfl")):
        (tmp_path / name).write_bytes(b"x")
        assert recognise(tmp_path / name).kind == kind  # type: ignore[union-attr]
    assert recognise(tmp_path / "m.fetsmodel") is None
    (tmp_path / "LICENSE").write_text("\nApache License\nVersion 2.0")
    assert recognise(tmp_path / "a.pt").licence == "Apache License (the file LICENSE beside it)"  # type: ignore[union-attr]
