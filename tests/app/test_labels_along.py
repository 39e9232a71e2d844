"""Where T1Gd is moved, a person's labels go along as a new version; a model's are made again."""

from collections.abc import Callable

import numpy as np
import pytest
from small_case import GRID, SHAPE, brain_of

from fets_desktop.app.annotations.labels_along import NOTE
from fets_desktop.app.annotations.versions import draft, put_version, read_version
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import Cases
from fets_desktop.app.choices import Choices
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.nudging import Nudging
from fets_desktop.app.preparing import Preparing
from fets_desktop.imaging.files import write_array
from fets_desktop.imaging.rigid import write_matrix
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Event, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.plain import to_plain
from fets_desktop.study.pose import Pose
from fets_desktop.study.volume import LabelMap

FOUND = Pose(3, -2, 5, 4, 0, -6).motion((0, 0, 0))
TUMOUR = np.zeros(SHAPE, dtype=np.uint8)
TUMOUR[8:12, 10:16, 8:13] = 2
TUMOUR[9:11, 12:14, 9:12] = 4

Prepare = Callable[[np.ndarray, float], None]


def moved_by(right_voxels: int) -> np.ndarray:
    """T1Gd, which lies at FOUND, that many voxels of 1 mm further towards smaller x."""
    motion = np.eye(4)
    motion[0, 3] = float(right_voxels)
    return FOUND @ np.linalg.inv(motion)


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second goes by whenever somebody looks at the clock."""
    clock = iter(f"2026-11-25T10:00:{second:02d}Z" for second in range(60))
    for room in ("preparing", "annotations.versions"):
        monkeypatch.setattr(f"fets_desktop.app.{room}.now", lambda: next(clock))


@pytest.fixture
def prepare(workspace: Workspace, bus: FactsBus, board: JobBoard, choices: Choices, runner, case, tmp_path) -> Prepare:
    """Let a worker say that it has put T1Gd there, the brains of this brightness."""
    preparing = Preparing(workspace, bus, board, choices)

    def done(frame: np.ndarray, value: float) -> None:
        voxels = write_array(tmp_path / f"{value}.nii.gz", np.full(SHAPE, value, np.float32), GRID)
        mask = write_array(tmp_path / "mask.nii.gz", brain_of().astype(np.uint8), GRID)
        matrix = write_matrix(tmp_path / "to-atlas.mat", frame)
        products = {f"prepared/{c}": str(voxels) for c in ALL_CONTRASTS}
        products |= {"brain_mask": str(mask), "transform/T1Gd-to-atlas": str(matrix)}
        findings = to_plain([Finding("brain", "Find the brain", Grade.OK)])
        [job] = preparing.start([case])
        runner.finish(job, recipe="1", products=products, findings=findings)
        board.pump()

    return done


def label(workspace: Workspace, case: str, author: str, event: Event = Event.EDIT) -> str:
    return put_version(workspace, LabelMap(TUMOUR, GRID, BRATS_2021), draft(case, author), event, "labels").id


@pytest.mark.usefixtures("ticking")
def test_a_persons_labels_follow_and_the_approved_version_stays_as_it_was(prepare, workspace: Workspace, bus, case):
    prepare(FOUND, 4.0)
    mine = label(workspace, case, "Dr. Weber")
    with workspace.change("Dr. Weber", "labels approved", mine) as change:
        change.approve(mine, "Dr. Weber", "2026-01-03T00:00:00Z")
        change.set_stage(case, Stage.APPROVED)
    prepare(moved_by(2), 5.0)
    first, second = workspace.annotations(case)
    np.testing.assert_array_equal(read_version(workspace, second).array, np.roll(TUMOUR, -2, axis=2))
    np.testing.assert_array_equal(read_version(workspace, first).array, TUMOUR)
    assert (first.approved_by, second.approved_by) == ("Dr. Weber", "")
    assert (second.author, second.parent, second.note) == ("Dr. Weber", mine, NOTE)
    assert workspace.case(case).stage is Stage.IN_REVIEW
    cases = Cases(workspace, bus)
    assert (cases.on_earlier_brain(first), cases.on_earlier_brain(second)) == (True, False)


def test_moved_often_they_do_not_fray_and_the_way_back_gives_them_as_drawn(prepare, workspace: Workspace, case):
    prepare(FOUND, 4.0)
    label(workspace, case, "Dr. Weber")
    for number in range(3):
        prepare(FOUND @ Pose(1.3, 0.4, 0, 7 * number, 3, 0).motion((0, 0, 0)), 5.0 + number)
    prepare(FOUND, 4.0)
    newest = workspace.annotations(case)[-1]
    assert newest.number == 5
    np.testing.assert_array_equal(read_version(workspace, newest).array, TUMOUR)
    # drawn upon afterwards, the new version is what moves next
    label(workspace, case, "Dr. Klein")
    prepare(moved_by(1), 9.0)
    newest = workspace.annotations(case)[-1]
    assert newest.author == "Dr. Klein"
    np.testing.assert_array_equal(read_version(workspace, newest).array, np.roll(TUMOUR, -1, axis=2))


def test_a_models_proposal_and_labels_whose_t1gd_stayed_are_left_alone(prepare, workspace: Workspace, case):
    prepare(FOUND, 4.0)
    label(workspace, case, "model starter@0123abcd", Event.PROPOSE)
    prepare(moved_by(2), 5.0)
    assert len(workspace.annotations(case)) == 1
    label(workspace, case, "Dr. Weber")
    prepare(moved_by(2), 6.0)  # other voxels, the same place
    assert len(workspace.annotations(case)) == 2


def test_another_t1gd_takes_nothing_along(prepare, workspace: Workspace, case):
    prepare(FOUND, 4.0)
    label(workspace, case, "Dr. Weber")
    prepare(moved_by(1), 5.0)
    with workspace.change("person", "contrasts confirmed", case) as change:
        change.drop_products(case, "transform/")
    prepare(moved_by(2), 6.0)
    assert len(workspace.annotations(case)) == 2
    assert "labels-moved" not in workspace.products(case)


def test_whoever_places_t1gd_is_told_before_that_labels_go_along(workspace, bus, board, choices, case, prepare):
    prepare(FOUND, 4.0)
    nudging = Nudging(workspace, Preparing(workspace, bus, board, choices))
    label(workspace, case, "model starter@0123abcd", Event.PROPOSE)
    assert not nudging.files(case, "atlas").labels_follow
    label(workspace, case, "Dr. Weber")
    assert nudging.files(case, "atlas").labels_follow
    assert not nudging.files(case, "onto-T1").labels_follow, "the labels lie on T1Gd"
