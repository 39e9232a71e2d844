"""The Prepare board: cells that tick live, a filter, numbers in words, and the ways to a mask or position by hand."""

import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fets_desktop.app.hand_made import HandMade
from fets_desktop.app.preparing import Live
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.labels import Tissue
from fets_desktop.study.pose import Pose
from fets_desktop.ui.screens.prepare.screen import PrepareScreen
from fets_desktop.ui.step_numbers import Measured, numbers_of
from fets_desktop.ui.step_table import FIRST_STEP, STEP_WORDS, CellState
from fets_desktop.ui.widgets.delegates import ICON_ROLE, MARK_ROLE
from tests.ui.conftest import settle
from tests.ui.fake_hall import FakeHall
from tests.ui.hands import CTRL, LEFT, RIGHT, click, drag, wheel
from tests.ui.pictures import fill

STEPS = list(STEP_WORDS)
PREPARED, FRESH = "GLI-0115", "GLI-0121"


@pytest.fixture
def screen(keep, hall, qt):
    fill(hall)
    shown = keep(PrepareScreen(hall), size=(1290, 640))
    keep(shown.header_actions(), shown=False)
    settle(qt)
    yield shown
    shown.leave()
    # a likeness that nobody waits for any more is still measured to its end
    until(qt, lambda: not any(thread.name == "reading" for thread in threading.enumerate()))


def column(step: str) -> int:
    return FIRST_STEP + STEPS.index(step)


def look_at(screen, case: str, step: str) -> None:
    screen.table.setCurrentIndex(screen.model.index(screen.model.row_of(case), column(step)))


def states(screen, case: str) -> dict[str, CellState]:
    return {step: screen.model.state(case, step) for step in STEPS}


def until(qt, true, seconds=90.0):
    """Let the window work until something holds."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        settle(qt)
        time.sleep(0.01)


# --- the board


def test_steps_tick_while_the_job_runs(screen, hall, qt):
    hall.job(1, "prepare", "Preparing", FRESH, "queued")
    screen.refresh()
    assert set(states(screen, FRESH).values()) == {CellState.WAITING}
    hall.job(1, "prepare", "Preparing", FRESH, fraction=0.2)
    done = {"check": Finding("check", "Read", Grade.LOOK, seconds=1.5)}
    hall.live[FRESH] = Live(screen.model._hall.views[next(iter(hall.views))].id, done, "bias")
    screen.refresh()
    shown = states(screen, FRESH)
    assert (shown["check"], shown["bias"], shown["atlas"]) == (CellState.LOOK, CellState.RUNNING, CellState.WAITING)
    look_at(screen, FRESH, "bias")
    assert "being worked on" in screen.panel._picture._words
    assert screen.panel._grade.text() == "At work"
    look_at(screen, FRESH, "atlas")
    assert "waits for its turn" in screen.panel._picture._words
    assert not screen.panel._again.isEnabled()
    # the step that was at work is done: the cell that is looked at follows by itself
    look_at(screen, FRESH, "bias")
    done["bias"] = Finding("bias", "Bias", Grade.OK, seconds=2.0)
    hall.live[FRESH].step = "atlas"
    screen.refresh()
    assert screen.panel._grade.text() == "Fine"


def test_the_step_that_failed_says_why(screen, hall):
    job = hall.job(1, "prepare", "Preparing", FRESH, "failed", code="disk-full", error="The disk is full.")
    hall.live[FRESH] = Live(job.id, {}, "onto-T2")
    screen.refresh()
    assert states(screen, FRESH)["onto-T2"] is CellState.FAILED
    screen.open_case(FRESH)
    assert screen.table.currentIndex().column() == column("onto-T2")
    assert screen.panel._text.text() == "The disk is full."
    hall.views[job.id] = replace(job, code="bug", error="ValueError: step.py:7 in <module>")
    screen.refresh()
    assert screen.panel._text.text().startswith("Something in the program went wrong;")
    assert not screen.panel.by_hand.isHidden(), "a registration that was refused can be put right by hand"
    assert screen.model.index(screen.model.row_of(FRESH), column("onto-T2")).data(ICON_ROLE)[1] == "bad"


@pytest.mark.parametrize("case", [FRESH, PREPARED])
def test_a_preparation_that_failed_before_its_first_step_says_why(screen, hall, case):
    job = hall.job(1, "prepare", "Preparing", case, "failed", code="disk-full", error="The disk is full.")
    screen.refresh()
    screen.open_case(case)
    assert screen.panel._text.text().startswith("The disk is full.")
    hall.views[job.id] = replace(job, state="running", error="")
    screen.refresh()
    assert "The disk is full." not in screen.panel._text.text()


def test_a_second_preparation_shows_no_cell_of_the_first_as_done(screen, hall):
    job = hall.job(1, "prepare", "Preparing", PREPARED, fraction=0.1)
    hall.live[PREPARED] = Live(job.id, {}, "check")
    screen.refresh()
    assert states(screen, PREPARED)["brain"] is CellState.WAITING


@pytest.mark.parametrize(
    ("case", "seen"), [(FRESH, (CellState.OK, CellState.NOTHING, CellState.NOTHING)), (PREPARED, None)]
)
def test_what_was_done_before_a_cancel_is_seen_where_no_result_is(screen, hall, case, seen):
    before = [states(screen, case)[step] for step in ("check", "bias", "atlas")]
    job = hall.job(1, "prepare", "Preparing", case, "cancelled", fraction=0.2)
    hall.live[case] = Live(job.id, {"check": Finding("check", "Read", Grade.OK, seconds=1.5)}, "bias")
    screen.refresh()
    assert tuple(states(screen, case)[step] for step in ("check", "bias", "atlas")) == (seen or tuple(before))


def test_a_change_by_hand_that_the_images_do_not_follow_is_seen_and_waits(screen, hall):
    job = hall.job(1, "prepare", "Preparing", PREPARED, fraction=0.4)
    hall.behind[PREPARED] = frozenset({"onto-T2"})
    screen.model.forget(PREPARED)
    screen.refresh()
    assert PREPARED not in screen.model.waiting(), "it is at work"
    hall.views[job.id] = replace(job, state="cancelled")
    screen.refresh()
    assert states(screen, PREPARED)["onto-T2"] is CellState.LOOK
    assert PREPARED in screen.model.waiting()
    look_at(screen, PREPARED, "onto-T2")
    assert screen.panel._text.text().startswith("The images do not follow the last change by hand yet")
    assert screen.panel._again.isEnabled()


def test_the_filter_leaves_what_needs_a_look(screen, hall):
    whole = screen.model.rowCount()
    worrying = {c for c, found in hall.found.items() if any(f.grade is not Grade.OK for f in found)}
    worrying &= {screen.model.case(line).id for line in range(whole)}
    assert 0 < len(worrying) < whole
    assert screen.looks.accessibleName().startswith(f"{len(worrying)} case")
    screen.open_case(PREPARED)
    click(screen.looks)
    assert {screen.model.case(line).id for line in range(screen.model.rowCount())} == worrying
    assert screen.model.case(screen.table.currentIndex().row()).id == PREPARED, "what was looked at stays"
    screen.open_case(FRESH)
    assert screen.model.rowCount() == whole, "a case that is asked for is shown, filter or not"
    assert screen.model.case(screen.table.currentIndex().row()).id == FRESH


def test_the_keyboard_goes_from_cell_to_cell(screen, qt):
    look_at(screen, PREPARED, "atlas")
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_Right)
    assert screen.table.currentIndex().column() == column("onto-T1")
    assert screen.panel._view.step == "onto-T1"
    line = screen.table.currentIndex().row()
    QTest.keyClick(screen.table, Qt.Key.Key_Down)
    assert screen.table.currentIndex().row() == line + 1


def test_numbers_have_words_and_limits_and_those_that_grade_come_first():
    limits = {"brain_ml": "900 to 1900 ml"}
    finding = Finding("brain", "Find the brain", Grade.OK, "", {"pieces": 1.0, "brain_ml": 1541.3}, limits=limits)
    assert list(numbers_of(finding)) == [
        Measured("Volume of the brain", "1541 ml", "900 to 1900 ml"),
        Measured("Pieces", "1", ""),
    ]
    cut = Finding("check", "Read", Grade.OK, "", {"cut_T1_cm2": 110.6}, limits={"cut_T1_cm2": "150 cm2 or less"})
    assert [(one.value, one.limits) for one in numbers_of(cut)] == [("110.6 cm²", "150 cm² or less")]


def test_what_was_made_by_hand_has_a_mark_its_author_and_a_way_back(screen, hall, qt, tmp_path):
    hall.made[PREPARED] = {"brain": HandMade("brain", tmp_path, "Dr. Weber", "2026-11-25T10:00:00Z")}
    screen._case_changed(PREPARED)
    screen.refresh()
    look_at(screen, PREPARED, "brain")
    index = screen.table.currentIndex()
    assert index.data(MARK_ROLE)
    assert "made by hand" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert not screen.model.index(index.row(), column("atlas")).data(MARK_ROLE)
    assert "Dr. Weber" in screen.panel._where.text()
    hall.preparing.forget_edit = lambda case, step: (
        hall.made.pop(case) and hall.calls.append(("forget_edit", case, step))
    )
    click(screen.panel.computed)
    assert ("forget_edit", PREPARED, "brain") in hall.calls
    until(qt, lambda: not index.data(MARK_ROLE))


@pytest.mark.parametrize(
    ("step", "words"),
    [("brain", "Edit the brain mask"), ("atlas", "Place it by hand"), ("onto-T2", "Place it by hand"), ("bias", "")],
)
def test_what_can_be_done_by_hand_is_offered_where_it_can(screen, step, words):
    look_at(screen, PREPARED, step)
    assert screen.panel.by_hand.isHidden() == (not words)
    assert not words or screen.panel.by_hand.accessibleName() == words


def test_three_hundred_cases_are_read_in_a_moment(keep, qt):
    hall = FakeHall(300)
    began = time.process_time()
    shown = keep(PrepareScreen(hall), size=(1290, 640))
    keep(shown.header_actions(), shown=False)
    shown.refresh()
    assert shown.model.rowCount() > 200
    assert time.process_time() - began < 6
    began = time.process_time()
    for _ in range(5):
        shown.refresh()
    assert (time.process_time() - began) / 5 < 0.3
    shown.leave()


# --- the mask under the brush


@pytest.fixture
def drawing(screen, qt):
    look_at(screen, PREPARED, "brain")
    click(screen.panel.by_hand)
    until(qt, lambda: screen.drawing.session is not None)
    settle(qt)
    return screen.drawing


def test_a_stroke_changes_the_mask_and_using_it_leads_back_to_the_board(screen, drawing, hall, qt):
    assert not drawing.use.isEnabled()
    before = int(drawing.session.editor.labels.array.sum())
    drawing.viewer.act("tool eraser")
    pane = drawing.viewer.current
    drag(pane, (pane.width() / 2 - 20, pane.height() / 2), (pane.width() / 2 + 20, pane.height() / 2))
    after = int(drawing.session.editor.labels.array.sum())
    assert after < before
    assert drawing.use.isEnabled()
    assert drawing.volume.text() == f"{drawing.session.editor.volumes.tissues_ml[Tissue.BRAIN]:.0f} ml"
    click(drawing.use)
    assert ("use mask", PREPARED, after) in hall.calls
    assert screen._pages.currentWidget() is screen._board
    assert screen.panel._view.step == "brain"
    assert drawing.viewer.state.scene is None, "the volumes are let go"


def test_strokes_that_were_left_come_back_and_say_so(screen, drawing, hall, qt):
    drawing.viewer.act("tool eraser")
    pane = drawing.viewer.current
    drag(pane, (pane.width() / 2 - 20, pane.height() / 2), (pane.width() / 2 + 20, pane.height() / 2))
    drawn = drawing.session.editor.labels.array.copy()
    click(drawing.back)
    assert screen._pages.currentWidget() is screen._board
    screen.edit_mask(PREPARED)
    until(qt, lambda: drawing.session is not None)
    np.testing.assert_array_equal(drawing.session.editor.labels.array, drawn)
    assert "1 stroke from before was brought back" in drawing.notice.words.text()
    click(drawing.discard)
    screen.edit_mask(PREPARED)
    until(qt, lambda: drawing.session is not None)
    assert not drawing.session.changed


def test_heads_that_cannot_be_read_lead_back_to_the_board(screen, hall, qt):
    hall.masking.fail = StudyError("unreadable-image", "The file is not there.")
    told = []
    screen.tell = told.append
    screen.drawing.failed.disconnect()
    screen.drawing.failed.connect(told.append)
    screen.edit_mask(PREPARED)
    until(qt, lambda: bool(told))
    assert told[0].code == "unreadable-image"
    assert screen._pages.currentWidget() is screen._board


# --- the position under the hand


@pytest.fixture
def pushing(screen, qt):
    look_at(screen, PREPARED, "onto-T1")
    click(screen.panel.by_hand)
    until(qt, lambda: screen.pushing.session is not None)
    until(qt, lambda: screen.pushing.panes["axial"]._tile is not None)
    return screen.pushing


def test_whoever_places_t1gd_reads_that_the_labels_go_along(pushing, screen, qt):
    assert "labels go along" not in pushing.who.text()
    screen.push(PREPARED, "atlas")
    assert "labels go along as a new version" in pushing.who.text()
    until(qt, lambda: pushing.session is not None)


def axial(pushing):
    return pushing.panes["axial"]


def test_a_drag_pushes_the_image_by_what_the_mouse_went(pushing, qt):
    pane, before = axial(pushing), axial(pushing)._tile.copy()
    scale = pane._scale()
    drag(pane, (100, 100), (100 + 10 * scale, 100 + 4 * scale), LEFT)
    pose = pushing.handles.pose
    # to the right on the screen is to the patient's left, down is backwards
    assert (pose.right_mm, pose.front_mm, pose.up_mm) == pytest.approx((-10, -4, 0), abs=0.05)
    until(qt, lambda: (axial(pushing)._tile != before).any())
    assert pushing.use.isEnabled()


@pytest.mark.parametrize(
    ("plane", "handle", "sign"), [("axial", "turn_deg", -1), ("coronal", "tilt_deg", 1), ("sagittal", "nod_deg", -1)]
)
def test_the_right_button_turns_about_the_middle(pushing, plane, handle, sign):
    pane = pushing.panes[plane]
    x, y = pane.width() / 2, pane.height() / 2
    drag(pane, (x + 60, y), (x, y - 60), RIGHT, steps=12)  # a quarter, counter-clockwise
    assert getattr(pushing.handles.pose, handle) == pytest.approx(min(90, 60) * sign)  # the handle's reach


def test_keys_push_and_turn_and_the_boxes_show_it(pushing, qt):
    pane = pushing.panes["sagittal"]
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Up)
    QTest.keyClick(pane, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(pane, Qt.Key.Key_Left, CTRL)
    pose = pushing.handles.pose
    assert (pose.up_mm, pose.front_mm, pose.nod_deg) == (0.5, 2.0, -0.5)
    assert pushing.handles.boxes["front_mm"].value() == 2.0
    pushing.handles.boxes["tilt_deg"].setValue(1.5)
    assert pushing.handles.pose.tilt_deg == 1.5


def test_the_wheel_goes_through_the_slices(pushing, qt):
    before = pushing._centre
    wheel(axial(pushing), 2)
    assert pushing._centre == (before[0] + 2, *before[1:])
    wheel(pushing.panes["coronal"], 1)
    assert pushing._centre[1] == before[1] - 1


def test_the_likeness_follows(pushing, qt):
    until(qt, lambda: pushing.similarity.text() != "")
    assert "before" not in pushing.similarity.text()
    pushing.handles.put(Pose(right_mm=9))
    until(qt, lambda: "before" in pushing.similarity.text())


def test_using_a_position_hands_it_over_and_leads_back(screen, pushing, hall):
    pushing.handles.put(Pose(up_mm=2, nod_deg=1))
    click(pushing.use)
    assert ("use position", PREPARED, "onto-T1", Pose(up_mm=2, nod_deg=1)) in hall.calls
    assert screen._pages.currentWidget() is screen._board
    assert screen.panel._view.step == "onto-T1"


def test_pushes_are_undone_or_left_without_a_trace(screen, pushing, hall):
    pushing.handles.put(Pose(up_mm=2))
    click(pushing.reset)
    assert pushing.handles.pose.still
    assert not pushing.use.isEnabled()
    click(pushing.back)
    assert not [call for call in hall.calls if call[0] == "use position"]


def test_the_computed_position_comes_back_from_its_desk(screen, hall, qt, tmp_path):
    hall.made[PREPARED] = {"atlas": HandMade("atlas", tmp_path, "Dr. Weber", "2026-11-25T10:00:00Z")}
    screen.push(PREPARED, "atlas")
    until(qt, lambda: screen.pushing.session is not None)
    assert "Dr. Weber" in screen.pushing.who.text()
    click(screen.pushing.computed)
    assert ("forget_edit", PREPARED, "atlas") in hall.calls


def test_another_case_is_asked_for_while_one_is_under_the_hand(screen, pushing, hall):
    other = replace(hall.store[PREPARED], id="GLI-0112")
    screen.open_case(other.id)
    assert screen._pages.currentWidget() is screen._board
    assert screen.model.case(screen.table.currentIndex().row()).id == "GLI-0112"
