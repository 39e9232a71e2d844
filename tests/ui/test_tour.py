"""The tour: each step points at the real control, is over when the deed is done, and lets a person go at any time."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from fets_desktop.app.demonstrating import Demonstrating
from fets_desktop.study.case import Stage
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.tour.callout import beside
from fets_desktop.ui.tour.steps import STEPS
from fets_desktop.ui.tour.tour import KEY, OFFERED
from fets_desktop.ui.viewer.hand import Tool
from tests.ui.conftest import settle
from tests.ui.fake_hall import FakeHall
from tests.ui.hands import click, drag, key, spot_of, until
from tests.ui.test_window_pictures import nothing_cut_off, picture

LARGE = (1600, 1000)


@pytest.fixture
def empty():
    hall = FakeHall(0)
    hall.add_models()
    return hall


@pytest.fixture
def window_on(keep, qt):
    def build(hall, size=LARGE):
        shown = keep(MainWindow(hall), size=size)
        shown.activateWindow()
        settle(qt)
        until(shown.isActiveWindow)
        return shown

    return build


def title(window):
    return window.tour.callout.accessibleName()


def at(window, words):
    until(lambda: window.tour.on and title(window) == words)


def press(window, words):
    click(next(button for button in window.tour.callout._buttons if button.accessibleName() == words))


def points_at(window, control):
    """Whether the ring stands around a control, and the note beside it, both within the window."""
    place = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
    note = window.tour.callout.geometry()
    return (
        window.tour._ring.isVisible()
        and window.tour._ring.geometry().contains(place)
        and window.rect().contains(note)
        and not note.intersects(place)
    )


def test_a_newcomer_is_led_to_an_approved_case_by_what_they_do(window_on, empty, qt):
    window = window_on(empty)
    window.tour.offer()
    assert title(window) == "New here?"
    assert window.tour.callout.has_keys(), "Enter takes the tour, Esc does not"
    key(window.focusWidget(), "Return")
    assert empty.chosen[OFFERED] is False, "it is not offered a second time"

    at(window, "A patient who never lived")
    demo = window.screen_of("cases").empty.demo
    assert points_at(window, demo)
    assert demo.hasFocus(), "the keys go to what is to be pressed"
    key(demo, "Return")

    at(window, "Meanwhile, your name")
    assert points_at(window, window.rail.button("settings")), "first the way to the place"
    key(window, "Ctrl+9")
    field = window.screen_of("settings").controls["review.reviewer"]
    until(lambda: points_at(window, field))
    assert field.hasFocus()
    QTest.keyClicks(field, "Dr. Weber")
    key(field, "Return")

    at(window, "The computer works, you need not")
    assert points_at(window, window.job_bar)
    empty.views.clear()
    case = empty.add(5, Stage.PROPOSED)
    empty.put(case)

    at(window, "Open the case")
    assert "Ctrl+4" in window.tour.callout.accessibleDescription()
    key(window, "Ctrl+4")
    at(window, "Look through the slices")
    screen = window.screen_of("review")
    assert screen.desk.case == case.id
    assert points_at(window, screen.viewer.current)
    key(screen.viewer.current, "Up")

    at(window, "Take the brush")
    assert points_at(window, screen.stage.strip.tools[Tool.BRUSH])
    key(screen.viewer.current, "4")

    at(window, "Correct the outline")
    pane, (x, y, z) = screen.viewer.current, screen.viewer.state.cursor
    state = screen.viewer.state
    state.set_hand(replace(state.hand, tool=Tool.ERASER))
    drag(pane, spot_of(pane, (x, y, z)), spot_of(pane, (x + 8, y, z)))

    at(window, "Sign it off")
    assert points_at(window, screen.panel.approve)
    empty.put(replace(empty.store[case.id], stage=Stage.APPROVED))

    at(window, "Your first approved case")
    press(window, "Finish")
    assert not window.tour.on


def test_an_offer_stays_in_a_window_that_turns_out_smaller(window_on, empty, qt):
    window = window_on(empty)
    window.tour.offer()
    window.resize(1366, 720)
    settle(qt)
    until(lambda: window.rect().contains(window.tour.callout.geometry()))


def test_it_is_offered_on_a_workspace_without_cases_until_it_was_refused_there(window_on, empty, hall, qt):
    full = window_on(hall)
    full.tour.offer()
    assert not full.tour.on
    window = window_on(empty)
    window.tour.offer()
    press(window, "Not now")
    assert not window.tour.on
    window.tour.offer()
    assert not window.tour.on


def test_the_help_has_it_and_a_workspace_without_waiting_cases_gets_another_patient(window_on, empty, qt):
    empty.add(4, Stage.APPROVED)
    window = window_on(empty)
    window.open_place("help")
    click(window.screen_of("help").tour)
    at(window, "A patient who never lived")
    window.open_place("cases")
    until(lambda: window.tour.callout._buttons)
    press(window, "Make a demo patient")
    assert [view.task for view in empty.views.values()] == ["phantom"]
    at(window, "Meanwhile, your name")


def test_a_phantom_more_than_there_are(tmp_path):
    demo = Demonstrating.__new__(Demonstrating)
    demo.start, asked = None, []
    demo.phantom = lambda seed: tmp_path / f"phantom-{seed}"
    demo.start = lambda cases: asked.append(cases) or "job"
    demo.start_another()
    (tmp_path / "phantom-1").mkdir()
    demo.start_another()
    assert asked == [1, 2]


def test_work_that_ended_too_soon_is_said(window_on, empty, qt):
    empty.chosen["review.reviewer"] = "Dr. Weber"
    empty.job(1, "phantom", "Making a demo patient")
    window = window_on(empty)
    window.tour.begin()
    assert "goes on by itself" in window.tour.callout.accessibleDescription()
    empty.job(1, "phantom", "Making a demo patient", state="failed")
    window.tour._look()
    assert "did not come to its end" in window.tour.callout.accessibleDescription()


def test_keys_alone_reach_the_note_and_go_back(window_on, empty, qt):
    window = window_on(empty)
    window.tour.begin()
    demo = window.screen_of("cases").empty.demo
    demo.setFocus()
    key(window, KEY)
    assert window.tour.callout.has_keys()
    key(window, KEY)
    assert window.focusWidget() is demo
    key(window, KEY)
    key(window.focusWidget(), "Esc")
    assert not window.tour.on
    assert window.focusWidget() is demo
    assert not next(a for a in window.actions() if a.shortcut().toString() == KEY).isEnabled()


def toured_to_review(window_on, hall):
    """Return a window in whose tour a case has been opened for review."""
    hall.chosen["review.reviewer"] = "Dr. Weber"
    window = window_on(hall)
    window.tour.begin()
    window.open_place("review")
    until(lambda: window.screen_of("review").desk.session is not None)
    return window


def test_keys_act_on_the_case_again_once_the_note_has_nothing_to_press(window_on, hall, qt):
    window = toured_to_review(window_on, hall)
    at(window, "Look through the slices")
    viewer = window.focusWidget()
    key(window, KEY)
    for words in ("Look through the slices", "Take the brush", "Correct the outline"):
        at(window, words)
        key(window.focusWidget(), "Return")
    at(window, "Sign it off")
    assert window.focusWidget() is viewer, "Ctrl+Return, as the note says, approves the case"


def test_an_esc_that_nothing_needs_leaves_and_one_of_the_viewer_does_not(window_on, hall, qt):
    window = toured_to_review(window_on, hall)
    key(window.screen_of("review").viewer.current, "Esc")
    assert window.tour.on
    window.open_place("cases")
    key(window.screen_of("cases").table, "Esc")
    assert not window.tour.on


def test_whoever_runs_ahead_is_not_held_back(window_on, empty, qt):
    case = empty.add(5, Stage.PROPOSED)
    window = window_on(empty)
    window.tour.begin()
    assert title(window) == "Open the case", "the name is asked for when it is needed"
    window.open_place("review")
    at(window, "Look through the slices")
    key(window.screen_of("review").viewer.current, "4")
    at(window, "Correct the outline")
    empty.put(replace(empty.store[case.id], stage=Stage.APPROVED))
    at(window, "Your first approved case")


def test_a_step_may_be_passed_over_where_nothing_hangs_on_it(window_on, empty, qt):
    empty.job(1, "phantom", "Making a demo patient")
    window = window_on(empty)
    window.tour.begin()
    assert title(window) == "Meanwhile, your name"
    press(window, "Skip")
    assert title(window) == "The computer works, you need not"
    assert [step.title for step in STEPS if not step.optional] == [
        "A patient who never lived",
        "The computer works, you need not",
        "Open the case",
        "Sign it off",
    ]


@pytest.mark.parametrize("size", [LARGE, (1366, 768)], ids=["large", "small"])
def test_the_notes_stand_whole_beside_their_controls(window_on, empty, qt, size):
    empty.add(5, Stage.PROPOSED)
    window = window_on(empty, size)
    window.tour.begin()
    window.open_place("review")
    until(lambda: window.screen_of("review").desk.session is not None)
    for number, step in enumerate(STEPS):
        window.tour._number = number
        walk = window.tour._walk
        window.open_place(step.place or window.place)
        settle(qt)
        walk.look()
        window.tour._show(walk, step)
        settle(qt)
        assert window.rect().contains(window.tour.callout.geometry()), step.title
        nothing_cut_off(window.tour.callout)
        picture(window, f"tour-{number}-{size[0]}")


ROOM = QRect(0, 0, 800, 600)


@pytest.mark.parametrize(
    ("anchor", "sides", "expected"),
    [
        (QRect(10, 300, 100, 30), ("right", "left"), "right"),
        (QRect(700, 300, 90, 30), ("right", "left"), "left"),
        (QRect(0, 560, 800, 40), ("right", "left", "below", "above"), "above"),
        (QRect(0, 0, 800, 40), ("right", "left", "below", "above"), "below"),
        (QRect(0, 0, 800, 600), ("right", "left", "below", "above"), ""),
    ],
)
def test_a_note_stands_where_there_is_room(anchor, sides, expected):
    spot, side = beside(anchor, QSize(340, 150), ROOM, sides)
    assert side == expected
    assert ROOM.contains(QRect(spot, QSize(340, 150)))


def test_the_keys_of_the_tour_are_nobody_elses(window_on, empty, qt):
    window = window_on(empty)
    taken = [action.shortcut().toString() for action in window.findChildren(QAction)]
    assert taken.count(KEY) == 1
