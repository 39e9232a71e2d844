"""Several models and their fusion: what is started, written down, taken again, and foretold."""

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from small_case import GRID, SHAPE
from still_runner import StillRunner
from trusted import taken

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.following import Following
from fets_desktop.app.forecast import Forecast
from fets_desktop.app.fusing import Fusing
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.models import Models
from fets_desktop.app.pieces import FUSING_S, MODEL_S, measured_before
from fets_desktop.app.preparing import Preparing
from fets_desktop.app.segmenting import Segmenting
from fets_desktop.app.signing import Signing
from fets_desktop.imaging.files import write_array
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Stage
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import ModelFile, write_model

STAPLE = Fusion("staple")


@pytest.fixture
def models(workspace: Workspace, bus: FactsBus) -> Models:
    return Models(workspace, bus, Signing(workspace, Secrets(workspace)))


@pytest.fixture
def segmenting(workspace: Workspace, bus: FactsBus, board: JobBoard, models: Models, choices: Choices) -> Segmenting:
    return Segmenting(workspace, bus, board, models, choices)


@pytest.fixture
def fusing(workspace: Workspace, bus: FactsBus, board: JobBoard, segmenting: Segmenting, choices: Choices) -> Fusing:
    return Fusing(workspace, bus, board, segmenting, choices)


@pytest.fixture
def three(models: Models, tmp_path: Path) -> list[str]:
    ids = []
    for name in "abc":
        card = ModelCard(name, 1, "resunet", "int8", ("T1",), ("ET",), "nothing")
        ids.append(
            taken(models, write_model(tmp_path / f"{name}.fetsmodel", ModelFile(card, b"<net/>", name.encode()))).id
        )
    return ids


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., dict]:
    """What a worker made: a label map full of a value."""

    def make(value: int, **more: object) -> dict:
        labels = write_array(tmp_path / f"labels-{value}.nii.gz", np.full(SHAPE, value, np.uint8), GRID)
        told = {"labels": str(labels), "scheme": "brats2021", "volumes_ml": {"WT": 1.0}, "seconds": 10.0}
        return told | {"cleaning": {}} | more

    return make


def result(made: Callable[..., dict], tmp_path: Path, members: list[str], failed: list[dict] | None = None) -> dict:
    entropy = write_array(tmp_path / "entropy.nii.gz", np.zeros(SHAPE, np.float32), GRID)
    more = {"members": members, "failed": failed or [], "standings": {}, "contested": {"WT": [[3, 5.0]]}, "remark": ""}
    return made(4, **more, entropy={"WT": str(entropy)})


def authors(workspace: Workspace, case: str) -> list[str]:
    return [version.author for version in workspace.annotations(case)]


def test_each_proposal_is_written_when_it_is_there_and_the_fused_one_last(
    fusing: Fusing, case: str, three: list[str], runner: StillRunner, board: JobBoard, workspace: Workspace,
    made: Callable[..., dict], tmp_path: Path,
) -> None:  # fmt: skip
    (job,) = fusing.start([case], ["a", "b", "a", "c"], STAPLE)
    arguments = runner.specs[job].arguments
    assert [model["id"] for model in arguments["models"]] == three
    assert (arguments["fusion"], arguments["known"]) == ({"method": "staple", "per": "label"}, {})
    runner.tell(job, model=three[0], **made(2))
    board.pump()
    assert authors(workspace, case) == [f"model {three[0]}"]
    assert workspace.case(case).stage is Stage.PROPOSED
    runner.tell(job, model=three[1], code="out-of-memory", detail="It ran out of it.")
    runner.tell(job, model=three[2], **made(1))
    runner.finish(job, **result(made, tmp_path, [three[0], three[2]]))
    board.pump()
    name = STAPLE.name([three[0], three[2]])
    assert authors(workspace, case) == [f"model {three[0]}", f"model {three[2]}", f"model {name}"]
    assert fusing.failed(job) == [{"model": three[1], "code": "out-of-memory", "detail": "It ran out of it."}]
    one = fusing.of_job(job)
    assert (one.name, one.version, one.details["contested"]) == (name, f"{case}/3", {"WT": [[3, 5.0]]})
    assert one.entropy["WT"].is_file()
    assert fusing.proposals(case) == [one]
    assert fusing.standing(case, ["c", "a"], STAPLE) == one
    assert fusing.standing(case, ["a", "b"], STAPLE) is None
    assert fusing.standing(case, ["a", "c"], Fusion("staple", "region")) is None


def test_what_was_proposed_is_taken_again_and_the_same_of_the_same_is_no_new_version(
    fusing: Fusing, case: str, three: list[str], runner: StillRunner, board: JobBoard, workspace: Workspace,
    made: Callable[..., dict], tmp_path: Path, choices: Choices,
) -> None:  # fmt: skip
    (job,) = fusing.start([case], three[:2], STAPLE)
    for number, model in enumerate(three[:2], 1):
        runner.tell(job, model=model, **made(number))
    runner.finish(job, **result(made, tmp_path, three[:2]))
    board.pump()
    (again,) = fusing.start([case], three, STAPLE)
    known = runner.specs[again].arguments["known"]
    assert list(known) == three[:2]
    assert known[three[0]]["scheme"] == "brats2021"
    assert Path(known[three[0]]["path"]).is_file()
    runner.fail(again, "worker-died")
    (once_more,) = fusing.start([case], three[:2], STAPLE)
    runner.finish(once_more, **result(made, tmp_path, three[:2]))
    board.pump()
    assert len(authors(workspace, case)) == 3
    # by other rules, or of other images, it is another proposal
    (other,) = fusing.start([case], three[:2], STAPLE, ["holes"])
    assert runner.specs[other].arguments["known"] == {}
    runner.cancel(other)
    choices.set("segment.holes", False)
    (other,) = fusing.start([case], three[:2], STAPLE)
    assert runner.specs[other].arguments["known"] == {}
    other_image = workspace.files.publish(write_array(tmp_path / "t1.nii.gz", np.full(SHAPE, 5, np.float32), GRID))
    choices.set("segment.holes", True)
    with workspace.change("x", "y", case) as change:
        change.put_product(case, "prepared/T1", other_image)
    runner.finish(other, **result(made, tmp_path, three[:2]))
    board.pump()
    assert (board.view(other).state, board.view(other).code) == ("failed", "wrong-stage")
    (other,) = fusing.start([case], three[:2], STAPLE)
    assert runner.specs[other].arguments["known"] == {}


def test_a_disk_that_is_full_amid_it_is_told_at_its_end(
    fusing: Fusing, case: str, three: list[str], runner: StillRunner, board: JobBoard, workspace: Workspace,
    made: Callable[..., dict], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (job,) = fusing.start([case], three[:2], STAPLE)

    def full(*_: object) -> None:
        raise StudyError("disk-full")

    with monkeypatch.context() as patch:
        patch.setattr(workspace.files, "publish", full)
        runner.tell(job, model=three[0], **made(1))
        board.pump()
    runner.finish(job, **result(made, tmp_path, three[:2]))
    board.pump()
    assert board.view(job).code == "disk-full"
    assert authors(workspace, case) == []


def test_what_cannot_begin_is_refused(fusing: Fusing, case: str, three: list[str], models: Models) -> None:
    models.retire("b")
    for names, code in ((["a", "b"], "bad-model"), (["a", "nobody"], "bad-model"), ([], "bad-model")):
        with pytest.raises(StudyError) as caught:
            fusing.start([case], names, STAPLE)
        assert caught.value.code == code
    with pytest.raises(StudyError) as caught:
        fusing.start(["P-9"], three[:1], STAPLE)
    assert caught.value.code == "unknown-case"


def test_those_that_propose_together_do_so_by_themselves(
    fusing: Fusing, segmenting: Segmenting, case: str, three: list[str], runner: StillRunner, board: JobBoard,
    workspace: Workspace, bus: FactsBus, choices: Choices, models: Models,
) -> None:  # fmt: skip
    preparing = Preparing(workspace, bus, board, choices)
    following = Following(workspace, bus, choices, preparing, segmenting, models, fusing)
    models.make_current(three[0])
    runner.cancel(next(iter(runner.specs)))
    board.pump()
    assert fusing.usual() is None
    choices.set("segment.candidates", "a, gone, c")
    choices.set("segment.fusion", "simple")
    assert fusing.usual() == ([three[0], three[2]], Fusion("simple"))
    with workspace.change("x", "y", case) as change:
        change.set_stage(case, Stage.CONVERTED)
    choices.set("prepare.automatic", False)
    with workspace.change("x", "y", case) as change:
        change.set_stage(case, Stage.PREPARED)
    Following(workspace, bus, choices, preparing, segmenting, models, fusing).look_at_all()
    assert [model["id"] for model in runner.last("segment_candidates").arguments["models"]] == [three[0], three[2]]
    models.retire("c")
    assert fusing.usual() is None, "one alone is the current one"
    following.close()


def test_the_forecast_goes_by_the_pieces_of_whoever_proposes_by_itself(
    fusing: Fusing, case: str, three: list[str], board: JobBoard, workspace: Workspace, choices: Choices,
    runner: StillRunner, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(time, "monotonic", lambda: 1000.0)
    forecast = Forecast(workspace, board, choices, fusing)
    assert forecast.waiting() == 0, "no model is in use"
    choices.set("segment.candidates", "a,b")
    assert [piece.step for piece in fusing.usual_pieces()] == [*three[:2], "beside"]
    assert (forecast.waiting(), forecast.seconds_left()) == (1, 2 * MODEL_S + FUSING_S)
    fusing.start_usual(case)
    job = runner.last("segment_candidates").id
    runner.begin(job)
    runner.tell(job, model=three[0], code="bad-model", detail="")
    board.pump()
    assert forecast.waiting() == 1
    assert forecast.seconds_left() == pytest.approx(MODEL_S + FUSING_S)
    choices.set("segment.automatic", False)
    assert (forecast.waiting(), forecast.seconds_left()) == (0, 0)


def test_what_candidates_took_before_is_remembered(
    fusing: Fusing, case: str, three: list[str], workspace: Workspace, tmp_path: Path
) -> None:
    labels = write_array(tmp_path / "labels.nii.gz", np.zeros(SHAPE, np.uint8), GRID)
    with workspace.change("program", "proposed", case) as change:
        stored = workspace.files.publish(labels)
        change.put_product(case, f"proposal/{three[0]}", stored, {"seconds": 40.0})
        change.put_product(case, f"proposal/{three[0]}/entropy/ET", stored, {"seconds": 90.0})
        change.put_product(case, "proposal/fused_staple@01234567", stored, {"seconds": 99.0, "members": three})
    assert [(piece.step, seconds) for piece, seconds in measured_before(workspace)] == [(three[0], 43.0)]
