"""What is only looked at: time points side by side with their curve, and labels on the scans as they were taken."""

import threading
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from fets_desktop.review.planes import Orientation
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.screens.native_view import NativeDialog
from fets_desktop.ui.screens.time_points import rows as time_points_rows
from fets_desktop.ui.screens.time_points.rows import CHANGE, LABELS, SHOWN
from fets_desktop.ui.screens.time_points.screen import TimePointsDialog
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.growth_plot import GrowthPlot, Scan
from tests.ui.conftest import settle
from tests.ui.hands import dialog_of, drag, key, press, release, spot_of, until, wheel
from tests.ui.test_window_pictures import nothing_cut_off, picture

CASE = "GLI-0117"


@pytest.fixture
def scans(hall):
    """Six scans of one patient: an approved one first, one without labels, one read blind, one not prepared."""
    points = hall.time_points
    points.add(CASE, "2026-01-11", 1.0, author="Dr. Weber", approved_by="Dr. Weber")
    points.add("GLI-0118", "2026-03-02", 1.35, author="model starter@0123abcd")
    points.add("GLI-0119", "2026-04-20", 0.0)
    points.add("GLI-0120", "2026-06-01", 0.8, author="Dr. Weber")
    points.add("GLI-0121", "", 0.0, prepared=False)
    points.add("GLI-0122", "2026-08-15", 0.0, hidden=True)
    return points


@pytest.fixture
def opened(keep, hall, qt):
    """Opens a dialog over nothing at all: the Review screen behind it would cost seconds."""
    made = []

    def build(kind):
        shown = kind(hall, CASE, keep(QWidget(), shown=False))
        made.append(shown)
        shown.resize(1320, 860)
        shown.show()
        settle(qt)
        return shown

    yield build
    for shown in made:
        shown.accept()
    settle(qt)


@pytest.fixture
def dialog(opened, scans, qt):
    shown = opened(TimePointsDialog)
    until(lambda: len(shown.views.views) == len(shown.shown))
    settle(qt)
    return shown


def test_the_name_of_a_time_point_is_whole(dialog):
    room = dialog.table.columnWidth(time_points_rows.CASE) - 20
    assert dialog.table.fontMetrics().horizontalAdvance("P-QZMBXKQN-5PD") <= room, "its end tells it from the others"


def test_the_scan_one_came_from_is_seen_with_its_neighbours(dialog, scans):
    assert dialog.shown == [CASE, "GLI-0118", "GLI-0119", "GLI-0120"]
    assert [view.contrast for view in dialog.views.views] == [Contrast.T1GD] * 4
    picture(dialog, "time-points")
    nothing_cut_off(dialog)
    assert dialog.table.width() > 400


def test_cursor_slice_and_zoom_are_one_for_all(dialog, qt):
    views = dialog.views.views
    pane = views[1]
    x, y, z = pane.state.cursor
    press(pane, spot_of(pane, (x + 12, y - 9, z)))
    release(pane, spot_of(pane, (x + 12, y - 9, z)))
    assert {view.state.cursor for view in views} == {pane.state.cursor}
    assert pane.state.cursor != (x, y, z)
    assert dialog.place.text().endswith("mm")
    wheel(views[2], 2)
    assert len({view.state.cursor for view in views}) == 1
    key(views[0], "PgUp")
    assert len({view.state.cursor for view in views}) == 1
    wheel(views[3], 3, Qt.KeyboardModifier.ControlModifier)
    middles = [(v.frame.left - v.frame.width / 2, v.frame.top - v.frame.height / 2, v.frame.scale) for v in views]
    assert np.allclose(middles, middles[0])
    scale = views[0].frame.scale
    dialog.views.fit_again()
    assert views[0].frame.scale < scale
    dialog.planes.button(2).click()
    assert {view.orientation for view in views} == {Orientation.CORONAL}
    picture(dialog, "time-points-coronal")


def test_nothing_can_be_painted(dialog):
    pane = dialog.views.views[0]
    before = pane.state.scene.editor.labels.array.copy()
    drag(pane, (100, 100), (160, 140))
    for words in ("4", "5", "Ctrl+Z"):
        key(pane, words)
    drag(pane, (100, 100), (160, 140))
    assert np.array_equal(pane.state.scene.editor.labels.array, before)
    assert not pane.state.scene.editor.can_undo


def test_another_contrast_is_read_for_all_of_them(dialog, scans, qt):
    scans.read.clear()
    before = dialog.views.views[0].state.cursor
    dialog.contrasts.button(3).click()
    until(lambda: all(view.contrast is Contrast.FLAIR for view in dialog.views.views))
    assert [contrast for _, contrast in scans.read] == [Contrast.FLAIR] * 4
    assert dialog.views.views[0].state.cursor == before


def test_the_table_tells_whose_labels_and_how_it_went(dialog):
    rows = dialog.rows
    words = [[rows.index(line, column).data() for column in (LABELS, CHANGE)] for line in range(6)]
    assert words == [
        ["Approved by Dr. Weber", "–"],
        ["Proposed, not approved", "+35 % / +35 %"],
        ["No labels yet", "–"],
        ["Drawn, not approved", "-41 % / -41 %"],
        ["Hidden: a second reading is under way", "–"],
        ["Not prepared yet", "–"],
    ]


def test_a_tick_takes_a_scan_away_and_brings_another(dialog, scans, qt):
    rows = dialog.rows
    assert rows.setData(rows.index(1, SHOWN), 0, Qt.ItemDataRole.CheckStateRole)
    assert dialog.shown == [CASE, "GLI-0119", "GLI-0120"]
    rows.setData(rows.index(4, SHOWN), 2, Qt.ItemDataRole.CheckStateRole)
    until(lambda: len(dialog.views.views) == 4)
    assert list(dialog.views.columns) == [CASE, "GLI-0119", "GLI-0120", "GLI-0122"], "in the order of time"
    rows.setData(rows.index(1, SHOWN), 2, Qt.ItemDataRole.CheckStateRole)
    assert CASE not in dialog.shown, "four at once, the first makes room"
    rows.setData(rows.index(5, SHOWN), 2, Qt.ItemDataRole.CheckStateRole)
    assert "GLI-0121" not in dialog.shown, "there is nothing to see of it"
    until(lambda: len(dialog.views.views) == 4)


def test_a_click_on_the_curve_chooses_the_scan(dialog):
    assert dialog.plot.accessibleName().startswith("Volumes over time. 2026-01-11 WT 40.0")
    dialog.plot.picked.emit("GLI-0120")
    assert dialog.table.currentIndex().row() == 3
    assert [scan.name for scan in dialog.plot._scans] == [CASE, "GLI-0118", "GLI-0120"]


def test_a_scan_that_cannot_be_read_says_so_and_the_others_are_seen(dialog, scans, qt):
    scans.fail["GLI-0122"] = StudyError("damaged-workspace", "A file is missing.")
    dialog._toggle("GLI-0122")
    assert "missing" in dialog.views.columns["GLI-0122"].said.text()
    assert len(dialog.views.views) == 3


def test_scans_without_dates_are_shown_one_after_another(opened, hall):
    hall.time_points.add(CASE, "", 1.0, author="Dr. Weber")
    hall.time_points.add("GLI-0118", "", 1.2, author="Dr. Weber")
    shown = opened(TimePointsDialog)
    assert [(scan.at, scan.title) for scan in shown.plot._scans] == [(0.0, CASE), (1.0, "GLI-0118")]
    until(lambda: len(shown.views.views) == 2)


def test_one_scan_alone_is_shown_too(opened):
    shown = opened(TimePointsDialog)
    assert shown.shown == [CASE]
    until(lambda: shown.views.views)


def test_the_plot_names_its_lines_where_they_end_close_together(keep, qt):
    plot = keep(GrowthPlot("Volumes"), size=(420, 240))
    plot.show_scans([Scan("a", 0.0, "2026-01-01", {"WT": 40.0, "TC": 39.0, "ET": 38.5})])
    heights = sorted(end.pos().y() for end in plot._ends.values())
    assert min(b - a for a, b in pairwise(heights)) > 1.0


# --- the scans as they were taken


@pytest.fixture
def native(opened, qt):
    shown = opened(NativeDialog)
    until(lambda: shown.state.scene is not None)
    settle(qt)
    return shown


def test_the_labels_lie_on_the_scan_as_it_was_taken(native):
    scene = native.state.scene
    assert scene.grid.shape == (31, 240, 240)
    assert scene.editor.labels.array.any()
    assert native.facts.text().splitlines()[:2] == ["240 × 240 × 31 voxels", "1.00 × 1.00 × 5.00 mm each"]
    assert "version 1 by Dr. Weber" in native.facts.text()
    picture(native, "native-scan")
    nothing_cut_off(native)


def test_another_scan_shows_the_same_place_of_the_head(native, qt):
    state = native.state
    state.look_at((100, 120, 20))
    point = native._view.to_atlas(state.scene.grid.to_ras(state.cursor))
    native.choice.button(2).click()
    until(lambda: native.contrast is Contrast.FLAIR)
    assert np.allclose(native._view.to_atlas(state.scene.grid.to_ras(state.cursor)), point, atol=2.6)
    key(native.views[Orientation.AXIAL], "PgUp")
    assert state.cursor[2] == 21


def test_nothing_is_painted_on_a_scan(native):
    pane, before = native.views[Orientation.AXIAL], native.state.scene.editor.labels.array.copy()
    key(pane, "4")
    drag(pane, (100, 100), (180, 140))
    assert np.array_equal(native.state.scene.editor.labels.array, before)
    assert not native.state.scene.editor.can_undo


def test_both_are_reached_by_keys_from_review_and_by_the_boards_menu(keep, hall, qt, scans):
    window = keep(MainWindow(hall), size=(900, 700))
    window.open_place("review", CASE)
    settle(qt)
    screen = window.screen_of("review")
    for keys, kind in (("Ctrl+L", TimePointsDialog), ("Ctrl+T", NativeDialog)):
        key(screen.viewer.current, keys)
        settle(qt)
        dialog_of(screen, kind).accept()
    hall.native_views.there = []
    screen.viewer.act("native")
    settle(qt)
    assert not [shown for shown in screen.findChildren(NativeDialog) if shown.isVisible()]
    dialog_of(screen, ErrorDialog).reject()
    window.open_place("cases", CASE)
    settle(qt)
    board = window.screen_of("cases")
    board._menu(board.table.visualRect(board.table.currentIndex()).center())
    settle(qt)
    menu = next(menu for menu in board.findChildren(QMenu) if menu.isVisible())
    next(entry for entry in menu.actions() if entry.text().startswith("Time points")).trigger()
    settle(qt)
    dialog_of(board, TimePointsDialog).accept()
    settle(qt)


def test_a_scan_that_is_being_read_is_not_forgotten_for_the_next_one(dialog):
    go_on, read = threading.Event(), dialog._hall.time_points.reader

    def slow(point, contrast):
        seen = read(point, contrast)
        return lambda: go_on.wait(60) and seen()

    dialog._hall.time_points.reader = slow
    dialog.contrasts.picked.emit(0)
    # what an earlier reading had asked for comes when another contrast is being read already
    dialog._read_next()
    go_on.set()
    until(lambda: all(view.contrast is ALL_CONTRASTS[0] for view in dialog.views.views))
    assert len(dialog.views.views) == len(dialog.shown)
