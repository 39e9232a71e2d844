"""A brain mask under the brush: opened, drawn on, lost in a crash and brought back, and let hold."""

from pathlib import Path

import numpy as np
import pytest
from small_case import brain_of

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.hand_made import BRAIN_STEP
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.masking import Masking
from fets_desktop.app.preparing import Preparing
from fets_desktop.imaging.files import read_label_values, write_array
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.crop import Box
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid

SHAPE = (20, 28, 24)
GRID = Grid.from_affine(SHAPE, [[-8, 0, 0, 88], [0, -8, 0, 112], [0, 0, 8, -72], [0, 0, 0, 1]])
BOX = Box((0, 0, 0), (2, 3, 4))


@pytest.fixture
def headed(workspace: Workspace, case: str, tmp_path) -> str:
    """The case with heads, and on a grid of a head's size."""
    with workspace.change("program", "heads", case) as change:
        for number, contrast in enumerate(Contrast):
            voxels = np.full(SHAPE, 50.0 + number, np.float32)
            head = workspace.files.publish(write_array(tmp_path / f"h{contrast}.nii.gz", voxels, GRID))
            change.put_product(case, f"head/{contrast}", head)
        mask = workspace.files.publish(write_array(tmp_path / "mask.nii.gz", brain_of(), GRID))
        change.put_product(case, "brain_mask", mask)
    return case


@pytest.fixture
def masking(workspace: Workspace, bus: FactsBus, board: JobBoard, choices: Choices) -> Masking:
    return Masking(workspace, Preparing(workspace, bus, board, choices))


def draw(session, value=1):
    session.editor.apply(BOX, np.ones(BOX.shape, bool), value, "Brush, brain")


def test_the_heads_with_skull_and_the_mask_are_shown(masking, headed):
    session = masking.open(masking.files(headed).read())
    assert session.volumes[Contrast.FLAIR].array.max() == 50 + list(Contrast).index(Contrast.FLAIR)
    np.testing.assert_array_equal(session.editor.labels.array, brain_of())
    assert (session.changed, session.recovered, session.made) == (False, 0, None)
    draw(session)
    assert session.changed
    assert session.editor.undo()
    assert not session.changed


def test_what_was_drawn_holds_and_its_journal_is_done_with(masking, workspace, headed, runner):
    session = masking.open(masking.files(headed).read())
    draw(session)
    job = masking.use(session, "Dr. Weber")
    path = runner.specs[job].arguments["by_hand"][BRAIN_STEP]["path"]
    np.testing.assert_array_equal(read_label_values(Path(path))[0], session.editor.labels.array)
    assert not session.unsaved.count
    assert masking.open(masking.files(headed).read()).recovered == 0


def test_a_crash_in_the_middle_replays_the_journal(masking, workspace, headed, folder, bus):
    session = masking.open(masking.files(headed).read())
    draw(session)
    drawn = session.editor.labels.array.copy()
    workspace.close()  # the program ends: nobody leaves the session
    with Workspace.open(folder) as again:
        later = Masking(again, Preparing(again, FactsBus(), JobBoard(again, FactsBus()), Choices(again, FactsBus())))
        back = later.open(later.files(headed).read())
        assert back.recovered == 1
        np.testing.assert_array_equal(back.editor.labels.array, drawn)
        later.discard(back)
        assert later.open(later.files(headed).read()).recovered == 0


def test_left_edits_come_back_and_edits_on_another_mask_do_not(masking, workspace, headed, tmp_path):
    session = masking.open(masking.files(headed).read())
    draw(session)
    masking.leave(session)
    assert masking.open(masking.files(headed).read()).recovered == 1
    other = workspace.files.publish(write_array(tmp_path / "other.nii.gz", np.roll(brain_of(), 1, 0), GRID))
    with workspace.change("program", "another mask", headed) as change:
        change.put_product(headed, "brain_mask", other)
    assert masking.open(masking.files(headed).read()).recovered == 0


def test_a_mask_too_small_is_refused_and_the_strokes_are_kept(masking, headed):
    session = masking.open(masking.files(headed).read())
    whole = Box((0, 0, 0), SHAPE)
    session.editor.apply(whole, np.ones(SHAPE, bool), 0, "Eraser")
    with pytest.raises(StudyError) as caught:
        masking.use(session)
    assert caught.value.code == "step-failed"
    assert masking.open(masking.files(headed).read()).recovered == 1


def test_a_case_that_was_never_prepared_has_no_mask(masking, workspace, case):
    with workspace.change("program", "gone", case) as change:
        change.drop_products(case, "brain_mask")
    with pytest.raises(StudyError) as caught:
        masking.files(case)
    assert caught.value.code == "wrong-stage"
