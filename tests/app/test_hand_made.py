"""A mask drawn and a position found by a person: kept, signed, durable, and only what depends on it made again."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from refusals import code
from small_case import brain_of

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import Cases
from fets_desktop.app.choices import Choices
from fets_desktop.app.following import Following
from fets_desktop.app.hand_made import BRAIN_STEP
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.preparing import Preparing
from fets_desktop.imaging.files import read_label_values, write_array
from fets_desktop.imaging.rigid import read_matrix, write_matrix
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.grid import Grid
from fets_desktop.study.plain import to_plain
from fets_desktop.study.pose import Pose

SHAPE = (20, 28, 24)
GRID = Grid.from_affine(SHAPE, [[-8, 0, 0, 88], [0, -8, 0, 112], [0, 0, 8, -72], [0, 0, 0, 1]])  # 8 mm, a head's size
FOUND = Pose(3, -2, 5, 4, 0, -6).motion((0, 0, 0))


@pytest.fixture
def preparing(workspace: Workspace, bus: FactsBus, board: JobBoard, choices: Choices) -> Preparing:
    return Preparing(workspace, bus, board, choices)


@pytest.fixture
def registered(workspace: Workspace, case: str, tmp_path: Path) -> str:
    """The case with its computed transforms."""
    with workspace.change("program", "registered", case) as change:
        for name in ("T1Gd-to-atlas", "T1-to-T1Gd"):
            stored = workspace.files.publish(write_matrix(tmp_path / f"{name}.mat", FOUND), ".mat")
            change.put_product(case, f"transform/{name}", stored)
    return case


@pytest.fixture
def result(tmp_path: Path) -> Callable[..., dict]:
    """What a worker says that made brains of this brightness."""

    def made(value: float) -> dict:
        voxels = write_array(tmp_path / f"{value}.nii.gz", np.full(SHAPE, value, np.float32), GRID)
        products = {f"prepared/{c}": str(voxels) for c in ALL_CONTRASTS}
        mask = write_array(tmp_path / "m.nii.gz", np.full(SHAPE, int(value) % 7, np.uint8), GRID)
        findings = to_plain([Finding("brain", "Find the brain", Grade.OK)])
        return {"recipe": "1", "products": {**products, "brain_mask": str(mask)}, "findings": findings}

    return made


def version(workspace: Workspace, case: str, author: str, approved: str = "") -> str:
    sha256 = workspace.products(case)["brain_mask"].sha256
    number = len(workspace.annotations(case)) + 1
    made = Annotation(f"{case}/{number}", case, number, author, None, sha256, "brats2021", "2026-01-02T00:00:00Z")
    with workspace.change("program", "labels", case) as change:
        change.put_annotation(made)
        if approved:
            change.approve(made.id, approved, "2026-01-03T00:00:00Z")
    return made.id


def put_stage(workspace: Workspace, case: str, stage: Stage) -> None:
    with workspace.change("program", "moved", case) as change:
        change.set_stage(case, stage)


def test_a_drawn_mask_is_a_file_with_author_and_time_and_goes_into_the_next_order(preparing, workspace, case, runner):
    job = preparing.edit_mask(case, brain_of(), GRID, "Dr. Weber")
    made = preparing.by_hand(case)[BRAIN_STEP]
    values, grid = read_label_values(made.path)
    np.testing.assert_array_equal(values > 0, brain_of())
    assert grid.matches(GRID)
    assert made.author == "Dr. Weber"
    order = runner.specs[job].arguments["by_hand"]
    assert order == {"brain": {"path": str(made.path), "author": "Dr. Weber", "time": made.time}}
    row = next(row for row in workspace.audit() if row.action == "brain mask drawn")
    assert (row.actor, row.subject) == ("Dr. Weber", case)


def test_it_is_there_after_a_restart(preparing, workspace, case, folder):
    preparing.edit_mask(case, brain_of(), GRID, "Dr. Weber")
    before = preparing.by_hand(case)
    workspace.close()
    with Workspace.open(folder) as again:
        assert (
            Preparing(again, FactsBus(), JobBoard(again, FactsBus()), Choices(again, FactsBus())).by_hand(case)
            == before
        )


def test_nobody_draws_a_brain_of_a_thimble(preparing, workspace, case):
    small = np.zeros(SHAPE, bool)
    small[5, 5, 5] = True
    assert code(lambda: preparing.edit_mask(case, small, GRID)) == "step-failed"
    assert preparing.by_hand(case) == {}


def test_a_models_proposal_on_the_old_brain_is_made_again_and_stays_as_a_version(
    preparing, workspace, case, runner, board, bus, result
):
    old = version(workspace, case, "model starter@0123abcd")
    put_stage(workspace, case, Stage.PROPOSED)
    with workspace.change("program", "proposed", case) as change:
        change.put_product(case, "proposal/starter", workspace.files.stored(workspace.annotation(old).sha256))
    job = preparing.edit_mask(case, brain_of(), GRID, "Dr. Weber")
    runner.finish(job, **result(4.0))
    board.pump()
    cases = Cases(workspace, bus)
    assert cases.get(case).stage is Stage.PREPARED  # so that a model proposes on the new brain
    assert [v.id for v in workspace.annotations(case)] == [old]
    assert cases.on_earlier_brain(workspace.annotation(old))
    assert "proposal/starter" not in workspace.products(case)
    assert workspace.products(case)["brain_mask"].details["by_hand"]["brain"]["author"] == "Dr. Weber"


@pytest.mark.parametrize("stage", [Stage.APPROVED, Stage.IN_REVIEW])
def test_a_persons_labels_are_kept_and_want_another_look(stage, preparing, workspace, case, runner, board, bus, result):
    mine = version(workspace, case, "Dr. Weber", "Dr. Weber")
    put_stage(workspace, case, stage)
    runner.finish(preparing.edit_mask(case, brain_of(), GRID), **result(4.0))
    board.pump()
    cases = Cases(workspace, bus)
    assert cases.get(case).stage is Stage.IN_REVIEW
    assert workspace.annotations(case)[-1].id == mine
    # taken out and brought back, it is not approved again by that
    cases.exclude(case, "why")
    cases.include(case)
    assert cases.get(case).stage is Stage.IN_REVIEW


def test_the_same_voxels_make_nothing_old(preparing, workspace, case, runner, board, bus, result):
    runner.finish(preparing.start([case])[0], **result(4.0))
    board.pump()
    since = workspace.products(case)["brain_mask"].details["since"]
    mine = version(workspace, case, "Dr. Weber", "Dr. Weber")
    put_stage(workspace, case, Stage.APPROVED)
    runner.finish(preparing.start([case])[0], **result(4.0))
    board.pump()
    assert Cases(workspace, bus).get(case).stage is Stage.APPROVED
    assert workspace.products(case)["brain_mask"].details["since"] == since
    assert workspace.annotation(mine).approved_by


def test_what_was_made_without_the_persons_mask_is_not_taken(
    preparing, workspace, case, runner, board, result, monkeypatch
):
    monkeypatch.setattr(runner, "cancel", lambda job: None)  # its result is on its way already
    old = preparing.start([case])[0]
    new = preparing.edit_mask(case, brain_of(), GRID)
    before = workspace.products(case)["prepared/T1"].sha256
    runner.finish(old, **result(4.0))
    board.pump()
    assert workspace.products(case)["prepared/T1"].sha256 == before
    runner.finish(new, **result(5.0))
    board.pump()
    assert workspace.products(case)["prepared/T1"].sha256 != before


def test_taking_it_back_orders_the_computed_one_and_keeps_the_file(preparing, workspace, case, runner):
    preparing.edit_mask(case, brain_of(), GRID, "Dr. Weber")
    path = preparing.by_hand(case)[BRAIN_STEP].path
    job = preparing.forget_edit(case, BRAIN_STEP, "Dr. Weber")
    assert runner.specs[job].arguments["by_hand"] == {}
    assert path.exists()
    assert preparing.forget_edit(case, BRAIN_STEP) == "", "there is nothing to take back"
    assert "made by hand taken back" in [row.action for row in workspace.audit()]


def test_images_that_do_not_follow_a_change_by_hand_are_known_until_they_do(
    preparing, workspace, case, runner, board, result
):
    runner.finish(preparing.start([case])[0], **result(4.0))
    board.pump()
    assert preparing.behind(case) == frozenset()
    board.cancel(preparing.edit_mask(case, brain_of(), GRID, "Dr. Weber"))
    board.pump()
    assert preparing.behind(case) == {BRAIN_STEP}, "the job was stopped"
    runner.finish(preparing.start([case])[0], **result(5.0))
    board.pump()
    assert preparing.behind(case) == frozenset()
    board.cancel(preparing.forget_edit(case, BRAIN_STEP))
    board.pump()
    assert preparing.behind(case) == {BRAIN_STEP}, "the drawn mask is still in the images"


def test_a_position_is_kept_and_goes_into_the_order(preparing, workspace, registered, runner):
    wanted = Pose(right_mm=2).motion((0, 0, 0)) @ FOUND
    job = preparing.nudge(registered, "T1-to-T1Gd", wanted, "Dr. Weber")
    made = runner.specs[job].arguments["by_hand"]["onto-T1"]
    np.testing.assert_array_equal(read_matrix(Path(made["path"])), wanted)
    np.testing.assert_array_equal(preparing.matrix(registered, "T1-to-T1Gd"), wanted)
    job = preparing.forget_edit(registered, "onto-T1")
    assert runner.specs[job].arguments["by_hand"] == {}
    np.testing.assert_array_equal(preparing.matrix(registered, "T1-to-T1Gd"), FOUND)


def test_a_position_does_nothing_but_turn_and_shift(preparing, registered):
    assert code(lambda: preparing.nudge(registered, "T1-to-T1Gd", np.diag([1.1, 1, 1, 1]))) == "step-failed"
    assert preparing.by_hand(registered) == {}


def test_a_registration_that_was_refused_is_put_right_by_hand(preparing, workspace, case, runner):
    assert code(lambda: preparing.matrix(case, "T1-to-T1Gd")) == "wrong-stage"
    assert preparing.known_matrix(case, "T1-to-T1Gd") is None
    job = preparing.nudge(case, "T1-to-T1Gd", FOUND, "Dr. Weber")
    assert "onto-T1" in runner.specs[job].arguments["by_hand"]
    np.testing.assert_array_equal(preparing.matrix(case, "T1-to-T1Gd"), FOUND)
    # taken back, nothing is known again, and a drawn mask has nowhere to go
    preparing.edit_mask(case, brain_of(), GRID)
    preparing.nudge(case, "T1Gd-to-atlas", FOUND)
    assert preparing.forget_edit(case, "atlas")
    assert preparing.known_matrix(case, "T1Gd-to-atlas") is None
    np.testing.assert_array_equal(read_label_values(preparing.by_hand(case)[BRAIN_STEP].path)[0] > 0, brain_of())


def test_what_a_refused_preparation_had_found_is_known(preparing, workspace, case):
    write_matrix(workspace.scratch / "prepare" / case / "T1Gd-to-atlas.mat", FOUND)
    np.testing.assert_array_equal(preparing.matrix(case, "T1Gd-to-atlas"), FOUND)


def test_a_drawn_mask_goes_along_when_t1gd_is_moved_and_comes_back_with_it(preparing, workspace, registered):
    preparing.edit_mask(registered, brain_of(), GRID, "Dr. Weber")
    motion = np.eye(4)
    motion[0, 3] = 16.0  # T1Gd moves two voxels to the right, which is towards smaller x here
    preparing.nudge(registered, "T1Gd-to-atlas", FOUND @ np.linalg.inv(motion), "Dr. Klein")
    made = preparing.by_hand(registered)[BRAIN_STEP]
    moved = read_label_values(made.path)[0] > 0
    np.testing.assert_array_equal(moved, np.roll(brain_of(), -2, axis=2))
    assert made.author == "Dr. Weber", "who drew it, not who moved it"
    preparing.nudge(registered, "T1Gd-to-atlas", FOUND @ np.linalg.inv(motion @ motion))
    preparing.forget_edit(registered, "atlas")
    np.testing.assert_array_equal(read_label_values(preparing.by_hand(registered)[BRAIN_STEP].path)[0] > 0, brain_of())


def test_the_other_contrasts_leave_the_mask_alone(preparing, registered):
    preparing.edit_mask(registered, brain_of(), GRID)
    before = preparing.by_hand(registered)[BRAIN_STEP]
    preparing.nudge(registered, "T1-to-T1Gd", Pose(right_mm=9).motion((0, 0, 0)) @ FOUND)
    assert preparing.by_hand(registered)[BRAIN_STEP] == before


def test_steps_are_told_as_they_are_done(preparing, case, runner, board, facts, result):
    job = preparing.start([case])[0]
    assert preparing.live(case) is None
    runner.tell(job, step="check", finding=None)
    runner.tell(job, step="check", finding=to_plain(Finding("check", "Read", Grade.LOOK)))
    runner.tell(job, step="bias", finding=None)
    board.pump()
    live = preparing.live(case)
    assert (live.step, live.done["check"].grade) == ("bias", Grade.LOOK)
    runner.fail(job, "registration-failed")
    board.pump()
    assert preparing.live(case).step == "bias", "where it failed"
    again = preparing.start([case])[0]
    assert preparing.live(case) is None
    runner.finish(again, **result(4.0))
    board.pump()
    assert preparing.live(case) is None


def test_a_model_proposes_again_after_every_push_though_the_brain_stays(
    preparing, workspace, registered, runner, board, bus, choices, result, monkeypatch
):
    proposed: list[str] = []
    asked = SimpleNamespace(is_on_its_way=lambda case: False, start=proposed.extend, current=lambda: "a model")
    following = Following(workspace, bus, choices, preparing, asked, asked)
    clock = iter(f"2026-11-25T10:00:{second:02d}Z" for second in range(60))
    monkeypatch.setattr("fets_desktop.app.preparing.now", lambda: next(clock))
    for number, value in enumerate((4.0, 11.0), 1):  # the same mask, other images
        job = preparing.nudge(registered, "T1-to-T1Gd", Pose(right_mm=number).motion((0, 0, 0)) @ FOUND)
        runner.finish(job, **result(value))
        board.pump()
        assert proposed == [registered] * number
    following.close()
