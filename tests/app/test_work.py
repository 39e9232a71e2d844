"""Preparing, segmenting, and what follows by itself; the engines have tests of their own."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from refusals import code
from small_case import GRID, SHAPE
from still_runner import StillRunner
from trusted import taken

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import Cases
from fets_desktop.app.choices import Choices
from fets_desktop.app.following import Following
from fets_desktop.app.identities import Identities
from fets_desktop.app.importing import Importing
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.models import Models
from fets_desktop.app.preparing import Preparing
from fets_desktop.app.segmenting import Segmenting, Undecided
from fets_desktop.app.signing import Signing
from fets_desktop.imaging.files import write_array
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Stage
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.facts import Fact, SettingChanged
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import ModelFile, write_model
from fets_desktop.study.plain import to_plain
from fets_desktop.study.unsure import UNSURE_SHARE


@pytest.fixture
def models(workspace: Workspace, bus: FactsBus) -> Models:
    return Models(workspace, bus, Signing(workspace, Secrets(workspace)))


@pytest.fixture
def preparing(workspace: Workspace, bus: FactsBus, board: JobBoard, choices: Choices) -> Preparing:
    return Preparing(workspace, bus, board, choices)


@pytest.fixture
def segmenting(workspace: Workspace, bus: FactsBus, board: JobBoard, models: Models, choices: Choices) -> Segmenting:
    return Segmenting(workspace, bus, board, models, choices)


@pytest.fixture
def importing(workspace: Workspace, bus: FactsBus, board: JobBoard, identities: Identities) -> Importing:
    return Importing(workspace, bus, board, identities)


@pytest.fixture
def converted(workspace: Workspace, case: str) -> str:
    """A case that has its series and nothing else."""
    with workspace.change("x", "y", case) as change:
        change.set_stage(case, Stage.CONVERTED)
        change.drop_products(case, "prepared/")
        change.drop_products(case, "brain_mask")
    return case


@pytest.fixture
def prepared_result(tmp_path: Path) -> Callable[[], dict]:
    def make() -> dict:
        ones = write_array(tmp_path / "made.nii.gz", np.ones(SHAPE, np.float32), GRID)
        matrix = tmp_path / "m.mat"
        matrix.write_text("1 0 0 0\n")
        products = {f"prepared/{c}": str(ones) for c in ALL_CONTRASTS}
        products |= {"brain_mask": str(ones), "transform/T1-to-atlas": str(matrix)}
        return {
            "recipe": "1",
            "products": products,
            "findings": to_plain(
                [Finding("atlas", "T1Gd to the atlas", Grade.LOOK, "Look.", {"nmi": 1.2}, 3.5, "a.png")]
            ),
        }

    return make


def test_a_prepared_case_has_products_findings_and_its_stage(
    preparing: Preparing, converted: str, runner: StillRunner, board: JobBoard, workspace: Workspace,
    prepared_result: Callable[[], dict], choices: Choices,
) -> None:  # fmt: skip
    choices.set("jobs.threads", 2)
    (job,) = preparing.start([converted])
    arguments = runner.specs[job].arguments
    assert set(arguments["sources"]) == {str(c) for c in ALL_CONTRASTS}
    assert arguments["threads"] == 2
    assert workspace.scratch in Path(arguments["folder"]).parents
    runner.finish(job, **prepared_result())
    board.pump()
    assert workspace.case(converted).stage is Stage.PREPARED
    products = workspace.products(converted)
    assert products["transform/T1-to-atlas"].path.name.endswith(".mat")
    assert products["prepared/T1"].path.name.endswith(".nii.gz")
    (finding,) = workspace.findings(converted)
    assert (finding.step, finding.grade, finding.numbers) == ("atlas", Grade.LOOK, {"nmi": 1.2})
    assert preparing.picture(converted, "nothing") is None


def test_what_is_not_ready_is_not_prepared(
    preparing: Preparing, importing: Importing, converted: str, workspace: Workspace, bus: FactsBus
) -> None:
    def start() -> object:
        return preparing.start([converted])

    importing.confirm(converted, {Contrast.T2: None})
    assert code(start) == "doubtful-contrast"
    t2 = next(s for s in workspace.case(converted).series if s.proposal is Contrast.T2)
    importing.confirm(converted, {Contrast.T2: t2.id})
    Cases(workspace, bus).exclude(converted, "")
    assert code(start) == "wrong-stage"
    with workspace.change("x", "y", converted) as change:
        change.set_stage(converted, Stage.NEW)
    assert code(start) == "wrong-stage", "its series are not converted"
    assert code(lambda: preparing.start(["P-9"])) == "unknown-case"


def test_what_was_prepared_from_the_wrong_series_is_not_taken(
    preparing: Preparing, importing: Importing, converted: str, runner: StillRunner, board: JobBoard,
    workspace: Workspace, prepared_result: Callable[[], dict], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (job,) = preparing.start([converted])
    case = workspace.case(converted)
    t1, t2 = (next(s.id for s in case.series if s.contrast is c) for c in (Contrast.T1, Contrast.T2))
    # this worker says its last word before it hears that nobody wants it
    monkeypatch.setattr(runner, "cancel", runner.cancelled.append)
    importing.confirm(converted, {Contrast.T1: t2, Contrast.T2: t1})
    (new,) = preparing.start([converted])
    assert runner.cancelled == [job]
    runner.finish(job, **prepared_result())
    board.pump()
    assert (board.view(job).state, board.view(job).code) == ("failed", "wrong-stage")
    assert workspace.case(converted).stage is Stage.CONVERTED
    runner.finish(new, **prepared_result())
    board.pump()
    assert workspace.case(converted).stage is Stage.PREPARED


@pytest.fixture
def model(models: Models, tmp_path: Path) -> str:
    card = ModelCard("m", 1, "resunet", "int8", ("T1",), ("ET",), "nothing")
    stored = taken(models, write_model(tmp_path / "m.fetsmodel", ModelFile(card, b"<net/>", b"")))
    models.make_current(stored.id)
    return stored.id


def proposal(tmp_path: Path) -> dict:
    labels = write_array(tmp_path / "labels.nii.gz", np.full(SHAPE, 2, np.uint8), GRID)
    volumes_ml = {"ET": 0, "TC": 0, "WT": 13.4}
    told = {"seconds": 2.5, "cleaning": {"pieces": 0.3}}
    return {"labels": str(labels), "scheme": "brats2021", "volumes_ml": volumes_ml, **told}


def test_a_proposal_is_a_version_by_its_model(
    segmenting: Segmenting, case: str, model: str, runner: StillRunner, board: JobBoard, workspace: Workspace,
    tmp_path: Path,
) -> None:  # fmt: skip
    (job,) = segmenting.start([case])
    assert runner.specs[job].arguments["model_id"] == model
    runner.finish(job, **proposal(tmp_path))
    board.pump()
    (version,) = workspace.annotations(case)
    assert (version.id, version.author, version.parent) == ("P-1/1", f"model {model}", None)
    assert version.volumes_ml["WT"] == 13.4
    assert workspace.case(case).stage is Stage.PROPOSED
    details = workspace.products(case)[f"proposal/{model}"].details
    assert (details["seconds"], details["cleaning"]) == (2.5, {"pieces": 0.3})
    assert set(details["inputs"]["volumes"]) == {str(contrast) for contrast in ALL_CONTRASTS}


def test_where_a_model_was_undecided_is_told_of_the_newest_proposal(
    segmenting: Segmenting, case: str, model: str, runner: StillRunner, board: JobBoard, workspace: Workspace,
    tmp_path: Path,
) -> None:  # fmt: skip
    assert segmenting.undecided(case) is None
    (job,) = segmenting.start([case], uncertainty=True)
    maps = {"ET": str(write_array(tmp_path / "et.nii.gz", np.zeros(SHAPE, np.float32), GRID))}
    runner.finish(job, **proposal(tmp_path), uncertainty=maps, look_first={"ET": [[3, 12.5], [1, 2.0]], "TC": []})
    board.pump()
    assert segmenting.undecided(case) == Undecided(model, "P-1/1", {"ET": [(3, 12.5), (1, 2.0)], "TC": []})
    assert f"proposal/{model}/uncertainty/ET" in workspace.products(case)
    (job,) = segmenting.start([case])
    runner.finish(job, **proposal(tmp_path))
    board.pump()
    assert segmenting.undecided(case) is None, "the newest proposal was made without asking"


def test_a_rule_that_is_switched_off_or_left_out_does_not_clean(
    segmenting: Segmenting, case: str, model: str, runner: StillRunner, choices: Choices
) -> None:
    (job,) = segmenting.start([case])
    assert runner.specs[job].arguments["leave_out"] == []
    choices.set("segment.pieces", False)
    (job,) = segmenting.start([case], model)
    assert runner.specs[job].arguments["leave_out"] == ["pieces"]
    (job,) = segmenting.start([case], model, ["holes"])
    assert runner.specs[job].arguments["leave_out"] == ["holes"]
    assert code(lambda: segmenting.start([case], model, ["specks"])) == "wrong-usage"


def test_what_cannot_be_segmented_is_refused(
    segmenting: Segmenting, converted: str, models: Models, workspace: Workspace
) -> None:
    assert code(lambda: segmenting.start([converted])) == "bad-model"
    assert code(lambda: segmenting.start([converted], "nobody")) == "bad-model"


def test_an_unprepared_case_is_not_segmented(segmenting: Segmenting, converted: str, model: str) -> None:
    assert code(lambda: segmenting.start([converted])) == "wrong-stage"


def test_a_proposal_for_images_that_are_gone_is_not_taken(
    segmenting: Segmenting, case: str, model: str, runner: StillRunner, board: JobBoard, workspace: Workspace,
    tmp_path: Path,
) -> None:  # fmt: skip
    (job,) = segmenting.start([case])
    other = workspace.files.publish(write_array(tmp_path / "o.nii.gz", np.zeros(SHAPE, np.float32), GRID))
    with workspace.change("x", "y", case) as change:
        change.put_product(case, "prepared/T1", other)
    runner.finish(job, **proposal(tmp_path))
    board.pump()
    assert (board.view(job).state, board.view(job).code) == ("failed", "wrong-stage")
    assert workspace.annotations(case) == []


@pytest.fixture
def following(
    workspace: Workspace, bus: FactsBus, choices: Choices, preparing: Preparing, segmenting: Segmenting, models: Models
) -> Following:
    return Following(workspace, bus, choices, preparing, segmenting, models)


def tasks(runner: StillRunner) -> list[str]:
    return [spec.task for spec in runner.specs.values()]


def test_one_step_follows_the_other_once(
    following: Following, converted: str, model: str, runner: StillRunner, board: JobBoard, workspace: Workspace,
    prepared_result: Callable[[], dict], tmp_path: Path,
) -> None:  # fmt: skip
    following.look_at_all()
    following.look_at_all()
    assert tasks(runner) == ["prepare"]
    runner.finish(runner.last("prepare").id, **prepared_result())
    board.pump()
    assert tasks(runner) == ["prepare", "segment"]
    runner.finish(runner.last("segment").id, **proposal(tmp_path))
    board.pump()
    following.look_at_all()
    assert tasks(runner) == ["prepare", "segment"]
    assert workspace.case(converted).stage is Stage.PROPOSED


def test_a_step_that_failed_is_not_tried_again_by_itself(
    following: Following, converted: str, runner: StillRunner, board: JobBoard, bus: FactsBus, workspace: Workspace
) -> None:
    following.look_at_all()
    runner.fail(runner.last("prepare").id, "registration-failed")
    board.pump()
    following.look_at_all()
    Cases(workspace, bus).flag(converted, "Look at this")
    assert tasks(runner) == ["prepare"]


def test_settings_and_a_new_model_set_the_work_going(
    following: Following, case: str, choices: Choices, runner: StillRunner, model: str, models: Models
) -> None:
    assert tasks(runner) == ["segment"], "the model came, and the case had waited for one"
    choices.set("segment.automatic", False)
    choices.set("segment.automatic", True)
    assert tasks(runner) == ["segment"]


def test_a_proposal_of_which_the_model_is_hardly_sure_is_doubted_until_a_person_goes_on_from_it(
    segmenting: Segmenting, case: str, model: str, runner: StillRunner, board: JobBoard, workspace: Workspace,
    tmp_path: Path,
) -> None:  # fmt: skip
    assert (segmenting.unsure(case, model), segmenting.findings(case)) == ("", [])
    for sure, doubted in ((0.41, True), (UNSURE_SHARE, False), (None, False), (0.2, True)):
        (job,) = segmenting.start([case])
        runner.finish(job, **proposal(tmp_path), sure=sure)
        board.pump()
        assert [finding.grade for finding in segmenting.findings(case)] == [Grade.LOOK] * doubted
    assert "sure of only 20% of what it outlines" in segmenting.unsure(case, model)
    (job,) = segmenting.start([case])
    runner.finish(job, **proposal(tmp_path), sure=0.9, contradictory=0.4)
    board.pump()
    assert "In 40% of what it marks its regions contradict one another" in segmenting.unsure(case, model)
    with workspace.change("x", "y", case) as change:
        change.put_annotation(replace(workspace.annotations(case)[-1], id=f"{case}/6", number=6, author="Dr. A"))
    assert segmenting.findings(case) == []


def test_what_is_wrong_with_the_images_is_told_of_what_is_proposed_on_them(
    case: str, segmenting: Segmenting, workspace: Workspace
) -> None:
    assert segmenting.doubts(case) == []
    swapped = Finding("contrast", "Contrast medium", Grade.BAD, "T1Gd and T1 look exchanged.", {}, 1.0, "")
    with workspace.change("x", "y", case) as change:
        change.put_findings(case, [swapped])
    assert [doubt.told for doubt in segmenting.doubts(case)] == ["Contrast medium: T1Gd and T1 look exchanged."]


def test_a_tumour_that_may_be_cut_off_is_told_before_it_is_outlined(
    case: str, segmenting: Segmenting, workspace: Workspace
) -> None:
    whole = {"cut_T1_cm2": 111.0, "covered_T2": 1.0, "tumour_cut_ml": 0.2}
    cut = {"cut_T1_cm2": 190.0, "covered_T2": 0.93, "tumour_cut_ml": 0.84}
    for numbers, told in ((whole, 0), (cut, 3)):
        with workspace.change("x", "y", case) as change:
            change.put_findings(case, [Finding("all", "All", Grade.LOOK, "", numbers)])
        assert len(segmenting.doubts(case)) == told
    words = "The tumour may be cut off: Only 93 % of the brain is inside the field of view of T2."
    assert segmenting.doubts(case)[1].told == words


def test_what_a_person_asked_for_is_not_stopped_for_the_usual(
    case: str, model: str, segmenting: Segmenting, workspace: Workspace, bus: FactsBus, choices: Choices,
    preparing: Preparing, models: Models, runner: StillRunner,
) -> None:  # fmt: skip
    """The window was closed meanwhile, say: the job is resumed, and then the cases are looked at."""
    segmenting.start([case], leave_out=["pieces"])
    Following(workspace, bus, choices, preparing, segmenting, models).look_at_all()
    assert [spec.arguments["leave_out"] for spec in runner.specs.values()] == [["pieces"]]


def test_nothing_follows_that_a_person_does_not_want(
    following: Following, converted: str, choices: Choices, runner: StillRunner, facts: list[Fact]
) -> None:
    choices.set("prepare.automatic", False)
    following.look_at_all()
    assert tasks(runner) == []
    choices.set("prepare.automatic", True)
    assert tasks(runner) == ["prepare"]
    assert SettingChanged("prepare.automatic") in facts
    following.close()


def test_arguments_are_plain(preparing: Preparing, converted: str, runner: StillRunner) -> None:
    preparing.start([converted])
    arguments = runner.last("prepare").arguments
    assert json.loads(json.dumps(arguments)) == arguments
