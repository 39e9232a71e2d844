"""The mouse in the viewer: what each button and the wheel do under both keymaps."""

from dataclasses import replace

import numpy as np
import pytest

from fets_desktop.review.brush import BrushShape
from fets_desktop.review.planes import Orientation
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.viewer.keymaps import Keymap
from fets_desktop.ui.viewer.state import Layout
from tests.ui.hands import CTRL, MIDDLE, RIGHT, SHIFT, double_click, drag, move, press, release, spot_of, until, wheel


def take(viewer, tool, **changes):
    viewer.state.set_hand(replace(viewer.state.hand, tool=tool, **changes))


@pytest.fixture
def axial(viewer):
    return viewer.planes[Orientation.AXIAL]


def test_left_drag_moves_the_crosshair_in_all_planes(viewer, axial):
    x, y, z = viewer.state.cursor
    drag(axial, spot_of(axial, (x, y, z)), spot_of(axial, (x + 20, y - 15, z)))
    assert viewer.state.cursor == (x + 20, y - 15, z)
    assert viewer.planes[Orientation.SAGITTAL].index == x + 20
    assert viewer.planes[Orientation.CORONAL].index == y - 15


def test_the_wheel_goes_through_slices_and_stops_at_the_last(viewer, axial):
    z = axial.index
    wheel(axial, 1)
    assert axial.index == z + 1
    wheel(axial, -3)
    assert axial.index == z - 2
    wheel(axial, 1000)
    assert axial.index == axial.plane.count - 1


def test_parts_of_a_notch_add_up(viewer, axial):
    z = axial.index
    for _ in range(4):
        wheel(axial, 0.25)
    assert axial.index == z + 1


def test_a_stroke_paints_what_the_brush_covers_and_nothing_else(viewer, axial, scene):
    take(viewer, Tool.BRUSH, value=1, diameter_mm=8.0, inside_brain=False)
    before = scene.editor.labels.array.copy()
    x, y, z = viewer.state.cursor
    drag(axial, spot_of(axial, (x - 30, y, z)), spot_of(axial, (x - 10, y, z)))
    after = scene.editor.labels.array
    changed = np.argwhere(after != before)
    assert set(changed[:, 0]) == {z}
    assert (after[z, y, x - 30 : x - 9] == 1).all()
    assert np.abs(changed[:, 1] - y).max() <= 4
    assert changed[:, 2].min() >= x - 34
    assert changed[:, 2].max() <= x - 6


def test_a_ball_reaches_into_neighbouring_slices(viewer, axial, scene):
    take(viewer, Tool.BRUSH, value=1, diameter_mm=8.0, shape=BrushShape.BALL, inside_brain=False)
    before = scene.editor.labels.array.copy()
    x, y, z = viewer.state.cursor
    drag(axial, spot_of(axial, (x, y, z)), spot_of(axial, (x, y, z)), steps=1)
    planes = set(np.argwhere(scene.editor.labels.array != before)[:, 0])
    assert planes <= set(range(z - 4, z + 5))
    assert (scene.editor.labels.array[z - 4 : z + 5, y, x] == 1).all()


def test_the_eraser_erases(viewer, axial, scene):
    take(viewer, Tool.ERASER, diameter_mm=6.0)
    x, y, z = viewer.state.cursor
    assert scene.editor.labels.array[z, y, x] != 0
    drag(axial, spot_of(axial, (x, y, z)), spot_of(axial, (x, y, z)), steps=1)
    assert scene.editor.labels.array[z, y, x] == 0


def test_escape_abandons_the_stroke_in_hand(viewer, axial, scene):
    take(viewer, Tool.BRUSH, value=4, inside_brain=False)
    before = scene.editor.labels.array.copy()
    x, y, z = viewer.state.cursor
    press(axial, spot_of(axial, (x - 40, y, z)))
    move(axial, spot_of(axial, (x - 20, y, z)))
    assert (scene.editor.labels.array != before).any()
    viewer.act("abandon")
    assert (scene.editor.labels.array == before).all()
    release(axial, spot_of(axial, (x - 20, y, z)))
    assert not scene.editor.can_undo


def test_undo_of_everything_and_redo_of_everything(viewer, axial, scene):
    take(viewer, Tool.BRUSH, value=4, diameter_mm=9.0, inside_brain=False)
    start = scene.editor.labels.array.copy()
    x, y, z = viewer.state.cursor
    for shift in (0, 12, 24):
        drag(axial, spot_of(axial, (x - 50, y - shift, z)), spot_of(axial, (x - 20, y - shift, z)))
    end = scene.editor.labels.array.copy()
    assert (end != start).any()
    while scene.editor.can_undo:
        viewer.act("undo")
    assert (scene.editor.labels.array == start).all()
    while scene.editor.can_redo:
        viewer.act("redo")
    assert (scene.editor.labels.array == end).all()


def test_locked_labels_and_the_brain_stop_the_brush(viewer, axial, scene):
    x, y, z = viewer.state.cursor
    value = int(scene.editor.labels.array[z, y, x])
    other = 2 if value != 2 else 1
    take(viewer, Tool.BRUSH, value=other, locked=frozenset({value}))
    drag(axial, spot_of(axial, (x, y, z)), spot_of(axial, (x, y, z)), steps=1)
    assert scene.editor.labels.array[z, y, x] == value
    take(viewer, Tool.BRUSH, value=other, locked=frozenset(), inside_brain=True)
    outside = next(n for n in range(240) if not scene.editor.brain[z, :, n].any())
    drag(axial, spot_of(axial, (outside, y, z)), spot_of(axial, (outside, y, z)), steps=1)
    assert scene.editor.labels.array[z, y, outside] == 0


def test_right_drag_zooms_like_itksnap(viewer, axial):
    scale, level = axial.frame.scale, axial.level
    drag(axial, (150, 200), (150, 120), RIGHT)
    assert axial.frame.scale > scale * 1.5
    assert axial.level == level


def test_right_drag_windows_like_slicer(viewer, axial):
    viewer.set_keymap(Keymap.SLICER)
    scale, level = axial.frame.scale, axial.level
    drag(axial, (150, 200), (190, 170), RIGHT)
    assert axial.frame.scale == scale
    assert axial.level.width > level.width
    assert axial.level.level > level.level


def test_zoom_keeps_what_is_under_the_cursor(viewer, axial):
    spot = (120.0, 140.0)
    column, row = axial.frame.to_picture(*spot)
    wheel(axial, 3, CTRL, spot)
    assert axial.frame.to_picture(*spot) == pytest.approx((column, row), abs=0.02)


def test_middle_drag_pans(viewer, axial):
    left, top = axial.frame.left, axial.frame.top
    drag(axial, (100, 100), (130, 85), MIDDLE)
    assert (axial.frame.left, axial.frame.top) == pytest.approx((left + 30, top - 15))


def test_shift_and_wheel_resize_the_brush(viewer, axial):
    size = viewer.state.hand.diameter_mm
    wheel(axial, 1, SHIFT)
    assert viewer.state.hand.diameter_mm == size + 1
    wheel(axial, -1, SHIFT)
    assert viewer.state.hand.diameter_mm == size


def test_shift_and_move_lead_the_crosshair_in_slicers_map_only(viewer, axial):
    x, y, z = viewer.state.cursor
    spot = spot_of(axial, (x + 10, y + 10, z))
    move(axial, spot, buttons=RIGHT.NoButton, modifiers=SHIFT)
    assert viewer.state.cursor == (x, y, z)
    viewer.set_keymap(Keymap.SLICER)
    move(axial, spot, buttons=RIGHT.NoButton, modifiers=SHIFT)
    assert viewer.state.cursor == (x + 10, y + 10, z)


def test_double_click_makes_one_pane_large_and_small_again(viewer, axial):
    double_click(axial, (150, 150))
    assert viewer.state.layout is Layout.ONE
    assert axial.isVisible()
    assert not viewer.planes[Orientation.CORONAL].isVisible()
    assert not viewer.view3d.isVisible()
    double_click(axial, (150, 150))
    assert viewer.state.layout is Layout.QUAD
    assert viewer.view3d.isVisible()


def test_two_quick_clicks_with_a_brush_are_two_dabs(viewer, axial, scene):
    take(viewer, Tool.BRUSH, value=4, inside_brain=False)
    double_click(axial, (60, 60))
    assert viewer.state.layout is Layout.QUAD
    assert not scene.editor.in_stroke


def test_the_slider_at_the_edge_moves_the_slice(viewer, axial):
    drag(axial, (axial.width() - 6, axial.height() / 2), (axial.width() - 6, 34))
    assert axial.index == axial.plane.count - 1


def test_dragging_turns_the_3d_pane(viewer, qt):
    until(lambda: viewer.view3d.drawn)
    before = viewer.view3d.grab().toImage()
    drag(viewer.view3d, (100, 100), (220, 130))
    assert viewer.view3d.grab().toImage() != before


def test_linked_planes_have_one_scale_after_fitting(viewer):
    wheel(viewer.planes[Orientation.AXIAL], 3, CTRL)
    viewer.fit()
    scales = {round(view.frame.scale, 6) for view in viewer.planes.values()}
    assert len(scales) == 1


def test_four_contrasts_share_zoom_and_cursor(viewer):
    viewer.state.set_layout(Layout.CONTRASTS)
    first, *others = viewer.contrasts
    wheel(first, 2, CTRL)
    assert {view.frame.scale for view in others} == {first.frame.scale}
    z = first.index
    wheel(others[0], 1)
    assert {view.index for view in viewer.contrasts} == {z + 1}
    assert [view.contrast.value for view in viewer.contrasts] == ["T1", "T1Gd", "T2", "FLAIR"]
