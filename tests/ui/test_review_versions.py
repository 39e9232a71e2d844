"""The timeline on the Review screen: compared, restored, adjudicated, read a second time; reasons for signing."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fets_desktop.review.planes import Orientation
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.volume import Volume
from fets_desktop.ui.screens.review.readers import AskReader
from fets_desktop.ui.screens.review.versions import AUTHOR, NUMBER, PARENT, VersionsDialog, _change
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.widgets.ask import AskWords
from fets_desktop.ui.widgets.sure import AskSure
from tests.ui.conftest import settle
from tests.ui.fake_reviewing import patient
from tests.ui.hands import dialog_of, drag, spot_of, until
from tests.ui.test_window_pictures import nothing_cut_off, picture

CASE = "GLI-0117"


@pytest.fixture
def window(keep, hall, qt):
    hall.chosen["review.reviewer"] = "Dr. Weber"
    shown = keep(MainWindow(hall), size=(1600, 1000))
    shown.open_place("review", CASE)
    settle(qt)
    return shown


@pytest.fixture
def screen(window):
    return window.screen_of("review")


def erase(screen, qt, shift=0):
    state, pane = screen.viewer.state, screen.viewer.planes[Orientation.AXIAL]
    state.set_hand(replace(state.hand, tool=Tool.ERASER, diameter_mm=9.0))
    x, y, z = state.cursor
    drag(pane, spot_of(pane, (x + shift, y, z)), spot_of(pane, (x + shift + 4, y, z)))
    settle(qt)


def timeline(screen, qt):
    QTest.keyClick(
        screen.viewer.current, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    settle(qt)
    return dialog_of(screen, VersionsDialog)


def test_the_timeline_lists_what_was_drawn_and_from_what(screen, qt):
    erase(screen, qt)
    dialog = timeline(screen, qt)
    cells = [[dialog.rows.index(line, c).data() for c in (NUMBER, AUTHOR, PARENT)] for line in range(2)]
    assert cells == [["2", "Dr. Weber", "1"], ["1", "model starter", "–"]]
    dialog.reject()


def test_two_chosen_versions_are_compared(screen, qt):
    erase(screen, qt)
    dialog = timeline(screen, qt)
    assert not dialog.presses["adjudicate"].isEnabled()
    dialog.choose(f"{CASE}/1", f"{CASE}/2")
    until(dialog.scores.isVisible)
    assert "1 place" in dialog.said.text()
    texts = [dialog._lines.itemAtPosition(line, 1).widget().text() for line in (1, 2, 3)]
    assert all(0.9 < float(text) <= 1 for text in texts)
    assert min(float(text) for text in texts) < 1
    picture(dialog, "dialog-versions")
    nothing_cut_off(dialog)
    dialog.choose(f"{CASE}/1")
    assert not dialog.scores.isVisible()
    dialog.reject()


@pytest.mark.parametrize(
    ("new", "old", "words"),
    [
        (110.0, 100.0, "+10.0 %"),
        (99.9, 100.0, "-0.1 %"),
        (99.96, 100.0, "0 %"),
        (1.0, 0.0, "–"),
        (0.0, 2.0, "-100.0 %"),
    ],
)
def test_a_change_of_volume_is_told_with_the_sign_it_has(new, old, words):
    assert _change(new, old) == words


def inside(pane):
    """A picture of a pane without the line along its top, which says where the keys go."""
    return pane.grab(pane.rect().adjusted(0, 4, 0, 0)).toImage()


def test_an_outline_of_another_version_is_drawn_over_the_labels(screen, qt):
    erase(screen, qt)
    pane = screen.viewer.planes[Orientation.AXIAL]
    before = inside(pane)
    dialog = timeline(screen, qt)
    dialog.choose(f"{CASE}/1")
    dialog.presses["outline"].click()
    settle(qt)
    assert inside(pane) != before
    screen.viewer.act("abandon")
    settle(qt)
    assert inside(pane) == before


def test_a_version_is_restored_as_a_new_one(screen, hall, qt):
    erase(screen, qt)
    dialog = timeline(screen, qt)
    dialog.choose(f"{CASE}/2")
    assert not dialog.presses["restore"].isEnabled(), "it is the newest"
    dialog.choose(f"{CASE}/1")
    dialog.presses["restore"].click()
    settle(qt)
    assert screen.desk.session.base.number == 3
    assert screen.desk.session.base.parent == f"{CASE}/1"
    assert np.array_equal(screen.desk.session.editor.labels.array, patient()[1].array)
    assert screen.stage.notice.words.text() == "Version 1 is restored, as version 3."


def test_two_versions_are_adjudicated_region_by_region(screen, hall, qt):
    erase(screen, qt)
    dialog = timeline(screen, qt)
    dialog.choose(f"{CASE}/1", f"{CASE}/2")
    dialog.presses["adjudicate"].click()
    settle(qt)
    assert screen.viewer.state.hand.tool is Tool.CANDIDATE
    assert screen.window().focusWidget() is screen.viewer.current, "the keys go on working"
    (found,) = [f for f in screen.readers.findings() if f.step == "adjudication"]
    assert found.title == "Differs from version 1"
    row = next(row for row in screen.panel.checks.rows if row.finding.step == "adjudication")
    screen.viewer.state.look_at((5, 5, 5))
    row.click()
    x, y, z = screen.viewer.state.cursor
    mine, theirs = screen.desk.session.editor.labels.array, screen.viewer.state.candidate.array
    assert mine[z, y, x] != theirs[z, y, x]
    screen.viewer.tooling.click((x, y, z), 0, Contrast.T1GD)
    assert mine[z, y, x] == theirs[z, y, x]


def test_a_second_reader_sees_nothing_of_the_first(screen, hall, qt):
    erase(screen, qt)
    drawn = screen.desk.session.editor.labels.array.copy()
    dialog = timeline(screen, qt)
    dialog.presses["reading"].click()
    settle(qt)
    ask = dialog_of(screen, AskReader)
    assert not ask._accept.isEnabled()
    ask.name.setText("Dr. Lind")
    ask.accept()
    settle(qt)
    session = screen.desk.session
    assert session.reading.reader == "Dr. Lind"
    assert not np.array_equal(session.editor.labels.array, drawn) or session.base.number == 1
    assert screen.origin.text() == "Second reading"
    assert screen.panel.options.version.count() == 1
    assert "Weber" not in screen.panel.version.text()
    assert screen.panel.approve.text() == "Finish the reading"
    erase(screen, qt, shift=6)
    screen.approve()
    settle(qt)
    assert not hall.reviewing.readings
    dialog = dialog_of(screen, VersionsDialog)
    assert [v.author for v in dialog.chosen()] == ["Dr. Lind", "Dr. Weber"]
    until(dialog.scores.isVisible)
    dialog.reject()


def test_a_second_reading_is_given_up_only_when_one_is_sure(screen, hall, qt):
    hall.reviewing.leave(screen.desk.session)
    screen.desk.session = None
    hall.reviewing.begin_reading(CASE, "Dr. Lind", f"{CASE}/1")
    screen._shown = ""
    screen.open_case(CASE)
    settle(qt)
    screen.panel.versions.click()
    settle(qt)
    dialog_of(screen, AskSure).reject()
    assert hall.reviewing.readings
    screen.panel.versions.click()
    settle(qt)
    dialog_of(screen, AskSure).accept()
    settle(qt)
    assert not hall.reviewing.readings
    assert screen.desk.session.reading is None


def test_remarks_ask_for_a_reason_and_what_is_fine_does_not(screen, hall, qt):
    array = screen.desk.session.editor.labels.array
    grid = screen.desk.session.editor.labels.grid
    assert array[2, 5, 5] == 0
    screen.viewer.state.set_hand(
        replace(screen.viewer.state.hand, tool=Tool.BRUSH, inside_brain=False, diameter_mm=1.0)
    )
    assert screen.viewer.painting.begin(0, (5.0, 5.0, 2.0), Contrast.T1GD)
    screen.viewer.painting.dab((5.0, 5.0, 2.0))
    screen.viewer.painting.end()
    assert grid
    screen.approve()
    settle(qt)
    ask = dialog_of(screen, AskWords)
    assert "remark" in ask.windowTitle()
    assert not ask._accept.isEnabled()
    ask.field.setText("a satellite")
    ask.accept()
    settle(qt)
    assert hall.annotations[CASE][-1].approved_reason == "a satellite"


def test_a_case_without_heads_says_so_and_one_with_them_shows_them(screen, hall, qt):
    screen.viewer.act("whole head")
    settle(qt)
    assert "brains alone" in screen.stage.notice.words.text()
    assert not screen.viewer.state.look.whole_head
    volumes, _ = patient()
    hall.reviewing.heads = lambda: {c: Volume(v.array, v.grid) for c, v in volumes.items()}
    screen.viewer.act("whole head")
    until(lambda: bool(screen.viewer.state.scene.heads))
    assert screen.viewer.state.look.whole_head
