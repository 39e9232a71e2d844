"""The parts of the side panel: labels, brush, checks, notes; the bar of tools."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fets_desktop.review.brush import BrushShape
from fets_desktop.review.planes import Orientation
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.labels import Tissue
from fets_desktop.ui.screens.review.brush import BrushPanel
from fets_desktop.ui.screens.review.checks import CheckList
from fets_desktop.ui.screens.review.history import HistoryPanel
from fets_desktop.ui.screens.review.labels import LabelPanel
from fets_desktop.ui.screens.review.options import ToolOptions
from fets_desktop.ui.screens.review.panel import ReviewPanel
from fets_desktop.ui.screens.review.strip import ToolStrip
from fets_desktop.ui.screens.review.tools import ReviewTools
from fets_desktop.ui.viewer.hand import DRAWING, Tool
from fets_desktop.ui.viewer.keymaps import Keymap
from fets_desktop.ui.viewer.state import Layout
from fets_desktop.ui.widgets.quiet_label import QuietLabel
from tests.ui.conftest import settle
from tests.ui.hands import click, drag, key, spot_of, until, wheel


@pytest.fixture
def labels(keep, viewer):
    panel = keep(LabelPanel(viewer.state), size=(260, 240))
    panel._new_scene()
    return panel


def test_every_label_of_the_scheme_has_a_row_with_its_volume(labels, scene):
    assert [row.tissue for row in labels.rows.values()] == [Tissue.NCR, Tissue.ED, Tissue.ET]
    for value, row in labels.rows.items():
        millilitres = (scene.editor.labels.array == value).sum() / 1000
        assert row.accessibleName() == f"{row.tissue.words}, {millilitres:.1f} cm³"


def test_a_click_chooses_the_label_that_is_painted(labels, viewer):
    click(labels.rows[4])
    assert viewer.state.hand.value == 4
    viewer.state.set_hand(replace(viewer.state.hand, value=2))
    assert labels.rows[2].isChecked()


def test_hiding_another_label_does_not_frame_it_like_the_chosen_one(labels, qt):
    labels.activateWindow()
    until(labels.isActiveWindow)
    click(labels.rows[4].eye)
    settle(qt)
    assert not labels.rows[4].hasFocus()
    assert labels.rows[1].isChecked()


def test_volumes_are_live_in_the_middle_of_a_stroke(labels, viewer, scene):
    before = labels.rows[1].accessibleName()
    painting = viewer.painting
    viewer.state.set_hand(replace(viewer.state.hand, tool=Tool.BRUSH, value=1, diameter_mm=30.0, shape=BrushShape.BALL))
    x, y, z = viewer.state.cursor
    painting.begin(0, (float(x), float(y - 40), float(z)), viewer.state.look.contrast)
    painting.dab((float(x), float(y - 40), float(z)))
    assert labels.rows[1].accessibleName() != before
    painting.abandon()
    assert labels.rows[1].accessibleName() == before


def test_the_lock_keeps_a_label_from_being_painted_over(labels, viewer, scene):
    x, y, z = viewer.state.cursor
    value = int(scene.editor.labels.array[z, y, x])
    click(labels.rows[value].lock)
    assert viewer.state.hand.locked == frozenset({value})
    viewer.state.set_hand(replace(viewer.state.hand, tool=Tool.ERASER))
    pane = viewer.planes[Orientation.AXIAL]
    drag(pane, spot_of(pane, (x, y, z)), spot_of(pane, (x, y, z)), steps=1)
    assert scene.editor.labels.array[z, y, x] == value
    click(labels.rows[value].lock)
    drag(pane, spot_of(pane, (x, y, z)), spot_of(pane, (x, y, z)), steps=1)
    assert scene.editor.labels.array[z, y, x] == 0


def test_the_eye_hides_a_label_and_changes_no_voxel(labels, viewer, scene, qt):
    pane, before = viewer.planes[Orientation.AXIAL], scene.editor.labels.array.copy()
    shown = pane.grab().toImage()
    click(labels.rows[2].eye)
    settle(qt)
    assert viewer.state.look.hidden == frozenset({2})
    assert pane.grab().toImage() != shown
    assert (scene.editor.labels.array == before).all()
    click(labels.rows[2].eye)
    settle(qt)
    assert pane.grab().toImage() == shown


@pytest.fixture
def brush(keep, viewer):
    return keep(BrushPanel(viewer.state), size=(260, 260))


def test_sliders_and_boxes_change_the_state_and_follow_it(brush, viewer):
    brush.size_mm.slider.setValue(12)
    brush.opacity.slider.setValue(70)
    brush.outlines.setChecked(False)
    brush.inside.setChecked(False)
    click(brush.shape.button(1))
    hand, look = viewer.state.hand, viewer.state.look
    assert (hand.diameter_mm, hand.inside_brain, hand.shape) == (12.0, False, BrushShape.BALL)
    assert (look.opacity, look.outlines) == (0.7, False)
    viewer.state.set_look(replace(look, opacity=0.25, outlines=True))
    viewer.state.resize_brush(3)
    assert brush.opacity.slider.value() == 25
    assert brush.outlines.isChecked()
    assert brush.size_mm.slider.value() == round(viewer.state.hand.diameter_mm)
    assert "mm" in brush.size_mm.slider.accessibleName()


def test_painting_over_one_label_only(brush, viewer, scene):
    words = [brush.over.itemText(n) for n in range(brush.over.count())]
    assert words == ["Anything", "Only unlabelled", "Only NCR", "Only ED", "Only ET"]
    brush.over.setCurrentIndex(1)
    assert viewer.state.hand.over == 0
    x, y, z = viewer.state.cursor
    value = int(scene.editor.labels.array[z, y, x])
    viewer.state.set_hand(replace(viewer.state.hand, tool=Tool.BRUSH, value=4 if value != 4 else 1))
    pane = viewer.planes[Orientation.AXIAL]
    drag(pane, spot_of(pane, (x, y, z)), spot_of(pane, (x, y, z)), steps=1)
    assert scene.editor.labels.array[z, y, x] == value
    brush.over.setCurrentIndex(0)
    assert viewer.state.hand.over is None


FINDINGS = [
    Finding("a", "Geometry", Grade.OK, "As the images"),
    Finding("b", "Islands", Grade.LOOK, "2 pieces below 0.05 cm³", {"x": 10.0, "y": 20.0, "z": 30.0}),
    Finding("c", "FLAIR to T1Gd", Grade.BAD, "They do not lie on one another", {}, 1.0, "flair.png"),
]


def test_the_worst_check_stands_first_and_what_is_fine_folds(keep):
    checks = keep(CheckList(), size=(260, 300))
    checks.show_findings(FINDINGS)
    assert [row.finding.title for row in checks.rows] == ["FLAIR to T1Gd", "Islands"]
    assert checks._fold.accessibleName() == "1 check is fine"
    click(checks._fold)
    assert [row.finding.title for row in checks.rows] == ["FLAIR to T1Gd", "Islands", "Geometry"]
    assert checks.rows[-1].focusPolicy() is Qt.FocusPolicy.NoFocus, "it leads nowhere"


def test_a_warning_without_a_place_keeps_its_colour(keep):
    checks = keep(CheckList(), size=(260, 300))
    nowhere = Finding("d", "Sub-compartments", Grade.LOOK, "No NCR: confirm that the tumour has none")
    checks.show_findings([nowhere])
    # Qt paints the icons of what is disabled in grey
    assert checks.rows[0].isEnabled()
    assert checks.rows[0].focusPolicy() is Qt.FocusPolicy.NoFocus


def test_every_click_on_islands_goes_to_the_next_piece_and_then_round(keep):
    checks = keep(CheckList(), size=(260, 300))
    numbers = {"x": 1.0, "y": 2.0, "z": 3.0, "x2": 4.0, "y2": 5.0, "z2": 6.0}
    islands = Finding("labels-islands", "Islands", Grade.LOOK, "2 pieces", numbers)
    went = []
    checks.jump_wanted.connect(lambda *voxel: went.append(voxel))
    checks.show_findings([islands])
    click(checks.rows[0])
    # a stroke elsewhere makes the rows anew
    checks.show_findings([islands, FINDINGS[0]])
    click(checks.rows[0])
    click(checks.rows[0])
    assert went == [(1, 2, 3), (4, 5, 6), (1, 2, 3)]


def test_long_words_of_a_check_wrap_instead_of_pushing_the_panel_wider(keep, qt):
    checks = keep(CheckList(), size=(240, 600))
    words = "The heads overlap by 0.96, and every sentence here is far longer than the panel is wide. " * 2
    checks.show_findings([replace(finding, text=words) for finding in FINDINGS])
    click(checks._fold)
    settle(qt)
    assert checks.minimumSizeHint().width() <= 240
    assert all(row.width() <= 240 and row.height() > 80 for row in checks.rows)


def test_a_click_on_a_check_leads_to_where_it_fails(keep):
    checks = keep(CheckList(), size=(260, 300))
    places, steps = [], []
    checks.jump_wanted.connect(lambda *voxel: places.append(voxel))
    checks.step_wanted.connect(lambda: steps.append(1))
    checks.show_findings(FINDINGS)
    click(checks.rows[1])
    assert places == [(10, 20, 30)]
    click(checks.rows[0])
    assert steps == [1]


@pytest.fixture
def tools(keep, viewer):
    return keep(ReviewTools(viewer), size=(760, 48))


def test_the_bar_of_tools_follows_and_leads(tools, viewer, scene):
    for contrast, button in tools.contrasts.items():
        click(button)
        assert viewer.state.look.contrast is contrast
    for tool, button in tools.tools.items():
        click(button)
        assert viewer.state.hand.tool is tool
    viewer.act("tool pan")
    assert tools.tools[Tool.PAN].isChecked()
    assert not tools.undo.isEnabled()
    viewer.state.set_hand(replace(viewer.state.hand, tool=Tool.ERASER))
    pane, (x, y, z) = viewer.planes[Orientation.AXIAL], viewer.state.cursor
    drag(pane, spot_of(pane, (x, y, z)), spot_of(pane, (x, y, z)), steps=1)
    assert tools.undo.isEnabled()
    click(tools.undo)
    assert tools.redo.isEnabled()
    assert not tools.undo.isEnabled()


def test_the_bar_of_tools_moves_together_in_a_narrow_window_and_apart_again(tools):
    tools.setMinimumWidth(1)  # in the window it may be given less than it asks for
    wide = tools.layout().minimumSize().width()
    tools.resize(wide + 40, 48)
    contrast = next(iter(tools.contrasts.values()))
    usual = contrast.minimumWidth()
    tools.resize(wide - 30, 48)
    assert tools.layout().minimumSize().width() <= wide - 30, "buttons stand on one another"
    assert contrast.minimumWidth() < usual
    tools.resize(wide + 40, 48)
    assert contrast.minimumWidth() == usual


def test_layouts_from_the_menu(tools, viewer):
    for layout in (Layout.CONTRASTS, Layout.ONE, Layout.QUAD):
        tools.layouts.layouts[layout].trigger()
        assert viewer.state.layout is layout


def test_tips_name_the_keys_in_force(keep, tools, viewer):
    strip = keep(ToolStrip(viewer), size=(45, 560))
    assert "(4)" in strip.tools[Tool.BRUSH].toolTip()
    viewer.set_keymap(Keymap.SLICER)
    strip.name_keys()
    tools.name_keys()
    assert "(1)" in strip.tools[Tool.BRUSH].toolTip()
    assert "(Z)" in tools.undo.toolTip()


@pytest.fixture
def options(keep, viewer):
    return keep(ToolOptions(viewer), size=(260, 420))


PLANES = ("Plane: Axial", "Plane: Sagittal", "Plane: Coronal")
SHOWN = {
    Tool.ADAPTIVE: {"Tolerance"},
    Tool.THRESHOLD: {"Darkest painted", "Brightest painted"},
    Tool.POLYGON: {"Polygon: Paint", "Polygon: Take away"},
    Tool.FILL: {"Fill by: Label", "Fill by: Brightness", "Where: This slice", "Where: All slices"},
    Tool.GROW: {"Grow at most", "Grow"},
    Tool.INTERPOLATE: {*PLANES, "Between: By distance", "Between: By shape", "Longest gap", "Interpolate"},
    Tool.SMOOTH: {
        *PLANES,
        "Smoothing: Keep volume",
        "Smoothing: Majority",
        "Where: This slice",
        "Where: All slices",
        "Strength",
        "Smooth",
    },
    Tool.HOLES: {*PLANES, "Where: This slice", "Where: All slices", "Fill holes"},
    Tool.ISLANDS: {
        "Islands: Click removes it",
        "Islands: Click keeps only it",
        "Small is below",
        "Keep the largest",
        "Remove small islands",
    },
    Tool.SWAP: {"Swap with", "Swap"},
    Tool.COPY: {
        *PLANES,
        "What: One label",
        "What: All labels",
        "Copy from the slice before",
        "Copy from the slice after",
    },
    Tool.CANDIDATE: {"What: One label", "What: All labels", "Take from"},
}


@pytest.mark.parametrize("tool", Tool)
def test_every_tool_shows_its_own_options_and_all_of_them_are_named(options, viewer, tool):
    viewer.act(f"tool {tool}")
    seen = {stop.accessibleName().split(",")[0] for stop in options.in_order() if stop.isVisible()}
    assert seen == SHOWN.get(tool, set())
    assert all(stop.focusPolicy() & Qt.FocusPolicy.TabFocus for stop in options.in_order())


def test_options_change_the_state_and_follow_it(options, viewer):
    viewer.act("tool fill")
    click(options.fill_by.button(1))
    click(options.through.button(1))
    assert options.tolerance.isVisible()
    options.tolerance.slider.setValue(25)
    held = viewer.state.options
    assert (held.by_brightness, held.through, held.tolerance) == (True, True, 25.0)
    viewer.state.set_options(replace(held, through=False))
    assert options.through.button(0).isChecked()
    viewer.act("tool threshold")
    options.range.low.slider.setValue(options.range.high.slider.value() + 5)
    low, high = viewer.state.ranges[viewer.state.look.contrast]
    assert low == high


def test_a_button_acts_in_the_plane_drawn_in_whatever_the_mouse_passes_on_its_way(options, viewer, scene):
    sagittal = viewer.planes[Orientation.SAGITTAL]
    click(sagittal)
    viewer._last_plane = viewer.planes[Orientation.CORONAL]
    viewer.act("tool copy")
    assert options.plane.button(1).isChecked()
    viewer.state.set_hand(replace(viewer.state.hand, value=2))
    x = viewer.state.cursor[0]
    before = scene.editor.labels.array.copy()
    click(options.presses["Copy from the slice before"])
    way = -viewer.planes[Orientation.SAGITTAL].plane.forward
    after = scene.editor.labels.array
    assert (after[:, :, x][before[:, :, x + way] == 2] == 2).all()
    assert set(np.argwhere(after != before)[:, 2]) == {x}


def test_why_nothing_happened_is_said_beside_the_tool_and_forgotten_with_it(options, viewer):
    viewer.act("tool candidate")
    pane = viewer.planes[Orientation.AXIAL]
    drag(pane, spot_of(pane, viewer.state.cursor), spot_of(pane, viewer.state.cursor), steps=1)
    assert "which version" in options.said.text()
    assert options.said.isVisible()
    viewer.act("tool brush")
    assert not options.said.isVisible()


def test_growth_can_be_stopped_and_accepted_by_its_buttons(options, viewer, scene):
    viewer.act("tool grow")
    viewer.state.set_options(replace(viewer.state.options, reach_mm=5.0))
    click(options.presses["Grow"])
    assert options.presses["Stop"].isVisible()
    assert not options.presses["Grow"].isVisible()
    until(lambda: not viewer.tooling.operations.busy)
    assert options.presses["Accept"].isVisible()
    click(options.presses["Accept"])
    assert scene.editor.history.next_undo.patch.name.startswith("Grown from seeds")
    assert options.presses["Grow"].isVisible()


def test_a_low_strip_has_two_columns_and_every_tool_has_a_button_and_an_icon(keep, viewer, qt):
    strip = keep(ToolStrip(viewer), size=(45, 600))
    assert set(strip.tools) == set(DRAWING)
    narrow = strip.width()
    strip.resize(narrow, 300)
    settle(qt)
    assert strip.width() > narrow
    assert strip.tools[Tool.CANDIDATE].geometry().bottom() <= 300
    for tool, button in strip.tools.items():
        click(button)
        assert viewer.state.hand.tool is tool
        assert button.isChecked()
        assert not button.icon().isNull()


def test_the_history_lists_edits_and_a_click_goes_there(keep, viewer, scene):
    panel = keep(HistoryPanel(viewer), size=(260, 180))
    viewer.state.set_hand(replace(viewer.state.hand, tool=Tool.BRUSH, value=4, inside_brain=False))
    pane, (x, y, z) = viewer.planes[Orientation.AXIAL], viewer.state.cursor
    arrays = [scene.editor.labels.array.copy()]
    for shift in (0, 14, 28):
        drag(pane, spot_of(pane, (x - 50, y + shift, z)), spot_of(pane, (x - 40, y + shift, z)))
        arrays.append(scene.editor.labels.array.copy())
    names = [panel.model.data(panel.model.index(row)) for row in range(panel.model.rowCount())]
    assert names == ["Before these edits", *["Brush, ET, 1 slice"] * 3]
    assert panel.rows.currentIndex().row() == 3
    for row in (1, 3, 0, 2):
        panel.rows.clicked.emit(panel.model.index(row))
        assert np.array_equal(scene.editor.labels.array, arrays[row])
        assert panel.rows.currentIndex().row() == row
    spoken = panel.model.data(panel.model.index(3), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Brush, ET, 1 slice, undone"
    panel.rows.setCurrentIndex(panel.model.index(1))
    key(panel.rows, "Return")
    assert np.array_equal(scene.editor.labels.array, arrays[1])


def test_undo_takes_no_row_of_the_history_away(keep, viewer, scene):
    panel = keep(HistoryPanel(viewer), size=(260, 180))
    viewer.state.set_hand(replace(viewer.state.hand, tool=Tool.BRUSH, value=4, inside_brain=False))
    pane, (x, y, z) = viewer.planes[Orientation.AXIAL], viewer.state.cursor
    for shift in (0, 14):
        drag(pane, spot_of(pane, (x - 50, y + shift, z)), spot_of(pane, (x - 40, y + shift, z)))
    resets, changes = [], []
    panel.model.modelReset.connect(lambda: resets.append(None))
    panel.model.dataChanged.connect(lambda first, last: changes.append((first.row(), last.row())))
    viewer.act("undo")
    viewer.act("redo")
    assert (resets, changes) == ([], [(1, 2), (1, 2)])
    viewer.act("undo")
    drag(pane, spot_of(pane, (x - 50, y - 14, z)), spot_of(pane, (x - 40, y - 14, z)))
    assert len(resets) == 1  # what was undone is gone


def test_other_words_of_as_many_lines_lay_nothing_out_anew(keep, qt):
    page = QWidget()
    column = QVBoxLayout(page)
    quiet, told = QuietLabel("small"), QLabel("one")
    for part in (quiet, told):
        column.addWidget(part)
    keep(page, size=(200, 120))
    quiet.setText("one")
    settle(qt)
    asked = Counter()

    class Layouts(QObject):
        def eventFilter(self, watched, event):
            asked[event.type()] += 1
            return False

    listening = Layouts()
    page.installEventFilter(listening)
    high = quiet.height()
    quiet.setText("two")
    settle(qt)
    assert asked[QEvent.Type.LayoutRequest] == 0
    assert (quiet.text(), quiet.accessibleName(), quiet.height()) == ("two", "two", high)
    told.setText("two")
    settle(qt)
    assert asked[QEvent.Type.LayoutRequest] > 0
    quiet.setText("words " * 12)
    settle(qt)
    assert quiet.height() > 1.5 * high


def test_the_wheel_passes_by_sliders_and_boxes_of_the_panel(keep, viewer):
    panel = keep(ReviewPanel(viewer), size=(284, 500))
    viewer.act("tool brush")
    size, over = viewer.state.hand.diameter_mm, viewer.state.hand.over
    wheel(panel.brush.size_mm.slider, -2)
    wheel(panel.brush.over, -2)
    assert (viewer.state.hand.diameter_mm, viewer.state.hand.over) == (size, over)
