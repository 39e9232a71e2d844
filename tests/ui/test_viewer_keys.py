"""The keys of both keymaps: every action has a key in each, and does what it says."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QLabel

from fets_desktop.review.brush import BrushShape
from fets_desktop.review.planes import Orientation
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.own_keys import read_own_keys, write_own_keys
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.viewer.keymaps import CASE_KEYS, KEYS, Keymap, Keys, is_taken, table_of
from fets_desktop.ui.viewer.keys_dialog import KeysDialog
from fets_desktop.ui.viewer.state import Layout
from tests.ui.conftest import settle
from tests.ui.hands import drag, key, spot_of
from tests.ui.test_window_pictures import nothing_cut_off, picture

TOOLS = {
    Keymap.ITKSNAP: {"1": Tool.CROSSHAIR, "2": Tool.PAN, "W": Tool.WINDOW, "4": Tool.BRUSH, "5": Tool.ERASER},
    Keymap.SLICER: {"0": Tool.CROSSHAIR, "2": Tool.PAN, "Shift+W": Tool.WINDOW, "1": Tool.BRUSH, "3": Tool.ERASER},
}


@pytest.mark.parametrize("keymap", Keymap)
def test_no_key_means_two_things_and_no_action_lacks_a_key(keymap):
    keys = [QKeySequence(k)[0].toCombined() for row in KEYS for k in row.keys(keymap)]
    assert len(keys) == len(set(keys)) == len(table_of(Keys(keymap)))
    assert all(row.keys(keymap) for row in KEYS)
    assert not {QKeySequence(k)[0].toCombined() for _, k in CASE_KEYS} & set(keys)


def test_the_viewer_knows_every_action_of_the_table(viewer):
    for row in KEYS:
        viewer.act(row.action)
    for dialog in viewer.findChildren(QDialog):
        dialog.close()


@pytest.mark.parametrize("keymap", Keymap)
def test_tools_by_their_keys(viewer, keymap):
    viewer.set_keymap(keymap)
    pane = viewer.planes[Orientation.AXIAL]
    for keys, tool in TOOLS[keymap].items():
        key(pane, keys)
        assert viewer.state.hand.tool is tool
    key(pane, "Space")
    assert viewer.state.hand.tool is list(TOOLS[keymap].values())[-2]


@pytest.mark.parametrize(("keymap", "undo", "redo"), [(Keymap.ITKSNAP, "Ctrl+Z", "Ctrl+Y"), (Keymap.SLICER, "Z", "Y")])
def test_undo_and_redo_by_key(viewer, scene, keymap, undo, redo):
    viewer.set_keymap(keymap)
    pane = viewer.planes[Orientation.AXIAL]
    viewer.state.set_hand(replace(viewer.state.hand, tool=Tool.ERASER))
    x, y, z = viewer.state.cursor
    before = int(scene.editor.labels.array[z, y, x])
    drag(pane, spot_of(pane, (x, y, z)), spot_of(pane, (x, y, z)), steps=1)
    key(pane, undo)
    assert scene.editor.labels.array[z, y, x] == before
    key(pane, redo)
    assert scene.editor.labels.array[z, y, x] == 0


@pytest.mark.parametrize(("keymap", "before", "after"), [(Keymap.ITKSNAP, "<", ">"), (Keymap.SLICER, "Q", "W")])
def test_labels_by_key(viewer, keymap, before, after):
    viewer.set_keymap(keymap)
    pane = viewer.planes[Orientation.AXIAL]
    assert viewer.state.hand.value == 1
    for expected in (2, 4, 1):
        key(pane, after)
        assert viewer.state.hand.value == expected
    key(pane, before)
    assert viewer.state.hand.value == 4


def test_itksnap_looks(viewer):
    pane, state = viewer.planes[Orientation.AXIAL], viewer.state
    key(pane, "S")
    assert not state.look.labels
    key(pane, "S")
    opacity = state.look.opacity
    key(pane, "D")
    assert state.look.opacity == pytest.approx(opacity + 0.05)
    key(pane, "A")
    assert state.look.opacity == pytest.approx(opacity)
    key(pane, "O")
    assert not state.look.outlines
    key(pane, "X")
    assert not state.look.crosshair
    key(pane, "]")
    assert state.look.contrast is Contrast.T2
    key(pane, "[")
    assert state.look.contrast is Contrast.T1GD


def test_opacity_stays_between_nothing_and_everything(viewer):
    pane = viewer.planes[Orientation.AXIAL]
    for _ in range(30):
        key(pane, "D")
    assert viewer.state.look.opacity == 1.0
    for _ in range(30):
        key(pane, "A")
    assert viewer.state.look.opacity == 0.0


def test_brush_size_and_shape(viewer):
    pane, state = viewer.planes[Orientation.AXIAL], viewer.state
    key(pane, "+")
    assert state.hand.diameter_mm == 7
    key(pane, "-")
    assert state.hand.diameter_mm == 6
    key(pane, "B")
    assert state.hand.shape is BrushShape.BALL


def test_slicers_slices(viewer):
    viewer.set_keymap(Keymap.SLICER)
    pane = viewer.planes[Orientation.AXIAL]
    z = pane.index
    key(pane, "F")
    assert pane.index == z + 1
    key(pane, "B")
    key(pane, "B")
    assert pane.index == z - 1


def test_automatic_contrast_comes_back(viewer):
    pane = viewer.planes[Orientation.AXIAL]
    level = pane.level
    pane.show_level(level.dragged(40, 40, 2.0))
    assert pane.level != level
    key(pane, "Ctrl+J")
    assert pane.level == level


def test_centre_and_fit(viewer):
    pane = viewer.planes[Orientation.CORONAL]
    pane.setFocus()
    viewer.state.look_at((60, 60, 40))
    viewer._last_plane = pane
    key(pane, "C")
    x, y = pane.frame.to_pixel(*pane.cursor_in_picture())
    assert (x, y) == pytest.approx((pane.frame.width / 2, pane.frame.height / 2), abs=0.6)
    key(pane, "Ctrl+F")
    assert pane.frame.scale == pytest.approx(viewer.planes[Orientation.AXIAL].frame.scale)


def test_layouts_by_key(viewer):
    pane = viewer.planes[Orientation.SAGITTAL]
    viewer._last_plane = pane
    key(pane, "L")
    assert viewer.state.layout is Layout.ONE
    assert pane.isVisible()
    key(pane, "L")
    key(pane, "K")
    assert viewer.state.layout is Layout.CONTRASTS
    assert {view.orientation for view in viewer.contrasts} == {Orientation.SAGITTAL}


def test_the_question_mark_asks_for_the_keys(viewer, qt):
    asked = []
    viewer.keys_wanted.connect(lambda: asked.append(1))
    key(viewer.planes[Orientation.AXIAL], "?")
    assert asked


def test_the_table_of_keys_shows_every_action_and_marks_the_map_in_force(viewer, qt):
    dialog = KeysDialog(Keys(Keymap.SLICER), viewer)
    dialog.show()
    settle(qt)
    texts = [part.text() for part in dialog.findChildren(QLabel)]
    assert "3D Slicer ✓" in texts
    assert "ITK-SNAP" in texts
    for row in KEYS:
        assert row.words in texts
    dialog.close()
    settle(qt)


def test_a_contrast_made_large_goes_back_among_its_four(viewer):
    viewer.act("four contrasts")
    flair = viewer.contrasts[3]
    viewer.enlarge(flair)
    assert flair.isVisible()
    assert not viewer.contrasts[0].isVisible()
    viewer.enlarge(flair)
    assert viewer.state.layout is Layout.CONTRASTS


def test_a_person_s_key_holds_and_whoever_had_it_gives_it_away():
    keys = Keys(Keymap.ITKSNAP).given("tool brush", "W")
    assert keys.of("tool brush") == ("W",)
    assert keys.of("tool window") == ()
    assert Keys(Keymap.SLICER, keys.own).of("tool brush") == ("1",), "the other map is as it was"
    again = keys.given("tool fill", "W")
    assert (again.of("tool fill"), again.of("tool brush")) == (("W",), ("4",))
    assert again.given("tool fill", "").own == {}
    assert read_own_keys(write_own_keys(keys.own)) == keys.own
    codes = [key for row in KEYS for key in again.of(row.action)]
    assert len(codes) == len(set(codes)) == len(table_of(again))


def test_keys_that_the_window_needs_are_not_given_away():
    assert all(is_taken(key) for key in ("Ctrl+1", "F1", "Tab", "Alt+Right", "Ctrl+Return", ";", "Ctrl+;"))
    assert not is_taken("Ctrl+K")


@pytest.mark.parametrize(
    "words", ["brush=4", "itksnap=4", "itksnap tool brush", "other tool brush=4", "itksnap tool brush="]
)
def test_keys_that_make_no_sense_are_refused_in_words(words):
    with pytest.raises(ValueError, match="is no key"):
        read_own_keys(words)


def test_a_key_is_changed_in_the_table_and_taken_back(viewer, qt):
    dialog = KeysDialog(viewer.keys, viewer)
    told = []
    dialog.changed.connect(
        lambda words: (told.append(words), viewer.set_keys(Keys(viewer.keymap, read_own_keys(words))))
    )
    dialog.show()
    settle(qt)
    dialog.edits["tool brush"].setKeySequence(QKeySequence("W"))
    dialog.edits["tool brush"].editingFinished.emit()
    assert told == ["itksnap tool brush=W"]
    assert dialog.said.text() == "W was: Window and level."
    assert dialog.edits["tool window"].keySequence().isEmpty()
    picture(dialog, "dialog-keys")
    nothing_cut_off(dialog)
    key(viewer.planes[Orientation.AXIAL], "W")
    assert viewer.state.hand.tool is Tool.BRUSH
    dialog.edits["tool fill"].setKeySequence(QKeySequence("Ctrl+1"))
    dialog.edits["tool fill"].editingFinished.emit()
    assert "needed by the window" in dialog.said.text()
    assert dialog.edits["tool fill"].keySequence().toString() == "8"
    dialog.plain.click()
    assert told[-1] == ""
    key(viewer.planes[Orientation.AXIAL], "W")
    assert viewer.state.hand.tool is Tool.WINDOW
    dialog.close()
    settle(qt)
