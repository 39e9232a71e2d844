"""Local training: who trains, from which weights, and what the card says of it."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from small_case import GRID, SHAPE, brain_of
from still_runner import StillRunner
from tiny_models import make_tiny_model
from trusted import taken

from fets_desktop.app import training as training_module
from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.models import Models
from fets_desktop.app.schemes import scheme_for_training, scheme_of
from fets_desktop.app.signing import Signing
from fets_desktop.app.splitting import Splitting
from fets_desktop.app.tasks import train as task
from fets_desktop.app.training import Training
from fets_desktop.imaging.files import write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store.hashing import sha256_of
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import Fact, TrainingEpoch
from fets_desktop.study.labels import BRATS_2021, POST_OPERATIVE
from fets_desktop.study.modelfile import read_card, read_model
from fets_desktop.study.progress import silent
from fets_desktop.train.checkpoint import read_weights
from fets_desktop.train.families.family import FAMILIES
from fets_desktop.train.settings import STARTER


@pytest.fixture
def models(workspace: Workspace, bus: FactsBus) -> Models:
    return Models(workspace, bus, Signing(workspace, Secrets(workspace)))


@pytest.fixture
def training(workspace: Workspace, bus: FactsBus, board: JobBoard, models: Models, choices: Choices) -> Training:
    return Training(workspace, bus, board, models, choices)


@pytest.fixture
def approved(
    workspace: Workspace, reviewing: Reviewing, add_prepared: Callable[..., str], tmp_path: Path
) -> Callable[[str], str]:
    """Put an approved case into the workspace."""

    def add(name: str) -> str:
        add_prepared(workspace, name, patient=f"Q-{name}")
        labels = np.zeros(SHAPE, np.uint8)
        for edge, value in ((8, 2), (6, 4), (3, 1)):
            labels[5 : 5 + edge, 9 : 9 + edge, 7 : 7 + edge] = value
        reviewing.import_labels(name, write_array(tmp_path / "seg.nii.gz", labels, GRID))
        reviewing.approve_newest(name, "Dr. Weber")
        return name

    return add


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.set_num_threads(1)
    return make_tiny_model(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    torch.set_num_threads(1)
    monkeypatch.setattr(task, "STARTER", replace(STARTER, patch=32))


@pytest.fixture
def left_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave what was trained in 32 bits: to quantize it takes most of the time where nothing is asked of its 8."""
    monkeypatch.setattr("fets_desktop.train.export.quantize", lambda model, _calibration: model.clone())


def do(runner: StillRunner, tmp_path: Path, board: JobBoard) -> dict:
    """Run the newest training job's task here, and report as its worker would."""
    spec = runner.last("train")
    told = lambda fact: runner.tell(spec.id, **fact)  # noqa: E731
    result = task.run(TaskContext(json.loads(json.dumps(spec.arguments)), spec.scratch, silent, told))
    runner.finish(spec.id, **result)
    board.pump()
    return result


def test_only_approved_cases_train(
    training: Training, workspace: Workspace, bus: FactsBus, choices: Choices, approved: Callable[[str], str],
    add_prepared: Callable[..., str], runner: StillRunner,
) -> None:  # fmt: skip
    with pytest.raises(StudyError, match="No split"):
        training.start()
    names = [approved(f"P-{n}") for n in range(5)]
    split = Splitting(workspace, bus, choices).draw()
    training.start()
    arguments = runner.last("train").arguments
    assert [c["case"] for c in arguments["train"]] == list(split.train)
    assert [c["case"] for c in arguments["validation"]] == list(split.validation)
    assert arguments["parent"] == arguments["weights"] == ""
    assert arguments["version"] == 1
    again = split.train[0]
    with workspace.change("x", "y", again) as change:
        change.set_stage(again, Stage.IN_REVIEW)
    training.start()
    assert [c["case"] for c in runner.last("train").arguments["train"]] == list(split.train[1:])
    with pytest.raises(StudyError) as raised:
        training.start(cases=names)
    assert raised.value.code == "wrong-stage"
    add_prepared(workspace, "P-9")
    with pytest.raises(StudyError) as raised:
        training.start(cases=["P-9"])
    assert raised.value.code == "wrong-stage"
    with pytest.raises(StudyError) as raised:
        training.start(cases=[])
    assert raised.value.code == "too-few-cases"
    with pytest.raises(StudyError) as raised:
        training.start(epochs=0)
    assert raised.value.code == "wrong-usage"


def test_an_epoch_goes_on_from_the_parent_s_weights_and_its_model_says_so(
    training: Training, models: Models, runner: StillRunner, board: JobBoard, approved: Callable[[str], str],
    tiny: Path, tmp_path: Path, workspace: Workspace, facts: list[Fact], bus: FactsBus, choices: Choices,
) -> None:  # fmt: skip
    parent = taken(models, tiny)
    models.make_current(parent.id)
    for n in range(3):
        approved(f"P-{n}")
    split = Splitting(workspace, bus, choices).draw()
    assert len(split.validation) == 1
    job = training.start()
    result = do(runner, tmp_path, board)
    assert board.view(job).state == "done", board.view(job).error
    model = models.get(training.model(job))
    assert not model.current, "a person chooses it"
    card = model.card
    assert (card.name, card.version, card.family, card.licence) == ("local", 1, "resunet", "Apache-2.0")
    assert card.extra["base"] == 4
    assert card.lineage["parent"] == parent.id
    assert card.lineage["weights"] == "of the parent"
    assert card.lineage["steps"] == 2
    assert card.training_data == (
        f"2 approved cases, 2 patches of 32 voxels in 1 epoch, going on from the weights of {parent.id}. "
        "Before that: nothing: its weights are random"
    )
    scores = training.scores(job)
    assert scores == result["scores"] == card.scores
    assert set(scores["f32"]) == set(scores["int8"]) == {"ET", "TC", "WT", "mean"}
    assert scores["int8_drop_cleaned"] == pytest.approx(scores["f32"]["mean"] - scores["int8"]["mean"])
    assert "1 validation case of this workspace" in scores["on"]
    weights = models.weights(model)
    assert weights is not None
    assert sha256_of(weights) == card.extra["weights_sha256"]
    before, after = read_weights(tiny.with_suffix(".safetensors")), read_weights(weights)
    moved = max(float((before[k] - after[k]).abs().max()) for k in before if before[k].is_floating_point())
    assert 1e-6 < moved < 1e-2, "two steps of 5e-5 away from the parent, and not somewhere else"
    assert next(f for f in facts if isinstance(f, TrainingEpoch)).epoch == 1
    assert list((workspace.scratch / "training").iterdir()) == [], "what only the training needed is gone"
    assert workspace.verify().ok


@pytest.mark.usefixtures("left_large")
def test_another_family_begins_anew_and_is_refused_by_no_name_that_there_is_none_of(
    training: Training, models: Models, runner: StillRunner, board: JobBoard, approved: Callable[[str], str],
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    models.make_current(taken(models, tiny).id)
    name = approved("P-1")
    with pytest.raises(StudyError, match="no family transformer; there are resunet, deepmedic, deepscan, unet"):
        training.start(cases=[name], family="transformer")
    monkeypatch.setitem(FAMILIES, "unet", replace(FAMILIES["unet"], base=2))
    job = training.start(cases=[name], family="unet")
    do(runner, tmp_path, board)
    card = models.get(training.model(job)).card
    assert (card.family, card.lineage["weights"], card.lineage["parent"]) == ("unet", "new", "")
    assert "base" not in card.extra, "what it needs is read from its graph"
    assert {name: family.title for name, family in FAMILIES.items()} == training_module.FAMILY_TITLES


def test_without_weights_it_starts_anew_and_says_so(
    training: Training, models: Models, runner: StillRunner, board: JobBoard, approved: Callable[[str], str],
    tiny: Path, tmp_path: Path,
) -> None:  # fmt: skip
    alone = tmp_path / "alone.fetsmodel"
    alone.write_bytes(tiny.read_bytes())
    parent = taken(models, alone)
    models.make_current(parent.id)
    job = training.start(cases=[approved("P-1")])
    do(runner, tmp_path, board)
    card = models.card(training.model(job))
    assert card.extra["base"] == 4, "as wide as the parent"
    assert card.lineage["weights"] == "new"
    assert "from new weights, because the trainable weights of" in card.training_data
    assert "Before that" not in card.training_data
    assert card.licence == "", "the parent's licence says nothing about new weights"
    assert card.precision == "int8"
    assert card.scores == {"on": "nothing: there was no validation case"}, "no score is invented"


@pytest.mark.usefixtures("left_large")
def test_what_was_trained_goes_on_after_a_cut(
    training: Training, models: Models, runner: StillRunner, board: JobBoard, approved: Callable[[str], str],
    tiny: Path, tmp_path: Path, workspace: Workspace, bus: FactsBus, choices: Choices,
) -> None:  # fmt: skip
    models.make_current(taken(models, tiny).id)
    training.start(epochs=2, cases=[approved("P-1")])
    spec = runner.last("train")
    heard: list[dict] = []

    def cut(fraction: float, note: str) -> None:
        if heard:
            raise KeyboardInterrupt  # as final as a kill for the task: nothing of it is tidied up

    with pytest.raises(KeyboardInterrupt):
        task.run(TaskContext({**spec.arguments, "threads": 1}, spec.scratch, cut, heard.append))
    assert Path(spec.arguments["folder"]).is_dir()
    next_run = JobBoard(workspace, bus)
    later = Training(workspace, bus, next_run, models, choices)
    next_run.resume()
    do(runner, tmp_path, next_run)
    assert models.card(later.model(spec.id)).lineage["steps"] == 2


@pytest.mark.usefixtures("left_large")
def test_a_training_that_gets_no_better_ends_early_and_its_model_says_what_was_done(
    training: Training, models: Models, runner: StillRunner, board: JobBoard, approved: Callable[[str], str],
    tiny: Path, tmp_path: Path, workspace: Workspace, bus: FactsBus, choices: Choices,
) -> None:  # fmt: skip
    models.make_current(taken(models, tiny).id)
    for n in range(3):
        approved(f"P-{n}")
    Splitting(workspace, bus, choices).draw()
    job = training.start(epochs=7, patience=1)
    do(runner, tmp_path, board)
    card = models.card(training.model(job))
    ran = card.lineage["epochs"]
    assert ran == card.lineage["epoch"] + 1 < 7
    assert card.lineage["steps"] == 2 * ran
    assert f"in {ran} epochs" in card.training_data
    assert training.stopped(job).startswith(f"It stopped after epoch {ran} of 7")
    assert training.stopped("unknown") == ""


def test_how_long_to_wait_for_a_better_score_needs_cases_to_score(
    training: Training, approved: Callable[[str], str], runner: StillRunner, tmp_path: Path
) -> None:
    name = approved("P-1")
    brats_folder(tmp_path / "labelled", "A", 1, 2)
    for refused in (
        lambda: training.start(cases=[name], patience=2),
        lambda: training.start_folder(tmp_path / "labelled", patience=2),
    ):
        with pytest.raises(StudyError, match="validation cases") as raised:
            refused()
        assert raised.value.code == "wrong-usage"
    with pytest.raises(StudyError, match="better score"):
        training.start(cases=[name], patience=-1)
    training.start(cases=[name], epochs=5)
    folder = runner.last("train").arguments["folder"]
    training.start(cases=[name], epochs=9)
    assert runner.last("train").arguments["folder"] == folder, "the same training, only longer, goes on"


def brats_folder(folder: Path, name: str, *values: int, names: str = "brats_name") -> None:
    rng = np.random.default_rng(1)
    for contrast in ALL_CONTRASTS:
        voxels = np.where(brain_of(), rng.normal(100, 10, SHAPE), 0).astype(np.float32)
        write_array(folder / name / f"{name}_{getattr(contrast, names)}.nii.gz", voxels, GRID)
    labels = np.zeros(SHAPE, np.uint8)
    for place, value in enumerate(values):
        labels[8:11, 8:11, 6 + 3 * place : 9 + 3 * place] = value
    write_array(folder / name / f"{name}_seg.nii.gz", labels, GRID)


@pytest.mark.usefixtures("left_large")
def test_a_folder_of_labelled_cases_trains_too(
    training: Training, models: Models, runner: StillRunner, board: JobBoard, tiny: Path, tmp_path: Path
) -> None:
    with pytest.raises(StudyError, match="no such folder"):
        training.start_folder(tmp_path / "nothing")
    folder = tmp_path / "labelled"
    folder.mkdir()
    with pytest.raises(StudyError) as raised:
        training.start_folder(folder)
    assert raised.value.code == "too-few-cases"
    models.make_current(taken(models, tiny).id)
    brats_folder(folder, "A", 1, 2, 4)
    brats_folder(folder, "B", 1, 2, names="brats2023_name")  # no enhancing tumour: every scheme means the same
    job = training.start_folder(folder)
    assert [c["case"] for c in runner.last("train").arguments["train"]] == ["A", "B"]
    do(runner, tmp_path, board)
    card = models.card(training.model(job))
    assert card.training_data.startswith("2 labelled cases, 2 patches")


def test_labels_that_are_not_certain_do_not_train(
    training: Training, runner: StillRunner, board: JobBoard, tmp_path: Path
) -> None:
    brats_folder(tmp_path / "labelled", "A", 1, 2, 3)
    training.start_folder(tmp_path / "labelled")
    with pytest.raises(StudyError) as raised:
        do(runner, tmp_path, board)
    assert raised.value.code == "ambiguous-scheme"


def test_schemes_are_found_only_where_they_are_certain() -> None:
    def array(*values: int) -> np.ndarray:
        return np.array([[values]], dtype=np.uint8)

    assert scheme_of(array(0, 1, 2, 4)) == BRATS_2021
    assert scheme_of(array(0, 1, 2, 3, 4)) == POST_OPERATIVE
    for values in ((0,), (1, 2), (1, 2, 3)):
        with pytest.raises(StudyError) as raised:
            scheme_of(array(*values))
        assert raised.value.code == "ambiguous-scheme"
    with pytest.raises(StudyError) as raised:
        scheme_of(array(5))
    assert raised.value.code == "stray-labels"
    assert scheme_for_training(array(1, 2)) == BRATS_2021
    with pytest.raises(StudyError):
        scheme_for_training(array(1, 2, 3))


def test_the_tiny_model_is_one(tiny: Path) -> None:
    assert read_model(tiny).card == read_card(tiny)
