"""The drawing tools under mouse and keys: each makes one edit with its name, heeds the rules, and can be abandoned."""

import threading
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from fets_desktop.review.planes import Orientation
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.crop import Box
from fets_desktop.study.errors import StudyError
from fets_desktop.study.volume import LabelMap
from fets_desktop.ui.viewer.hand import Tool
from tests.ui.hands import RIGHT, double_click, drag, key, move, press, release, spot_of, until, wheel


@pytest.fixture
def axial(viewer):
    return viewer.planes[Orientation.AXIAL]


def take(viewer, tool, value=4, **options):
    viewer.state.set_hand(replace(viewer.state.hand, tool=tool, value=value, inside_brain=False))
    viewer.state.set_options(replace(viewer.state.options, **options))


def click(pane, voxel):
    press(pane, spot_of(pane, voxel))
    release(pane, spot_of(pane, voxel))


def rests(viewer):
    until(lambda: not viewer.tooling.operations.busy)


def last(scene):
    return scene.editor.history.next_undo.patch.name


def erase_all(scene):
    array = scene.editor.labels.array
    whole = np.ones(array.shape, dtype=bool)
    scene.editor.apply(Box((0, 0, 0), array.shape), whole, np.zeros(array.shape, np.uint8), "Eraser")


def corner(viewer, dx, dy):
    x, y, z = viewer.state.cursor
    return x + dx, y + dy, z


SQUARE = ((-60, -10), (-40, -10), (-40, 10), (-60, 10))


@pytest.mark.parametrize("close", ["Return", "right", "double"])
def test_a_polygon_is_set_corner_by_corner_and_closed(viewer, axial, scene, close):
    take(viewer, Tool.POLYGON)
    before = scene.editor.labels.array.copy()
    for dx, dy in SQUARE[:-1]:
        click(axial, corner(viewer, dx, dy))
    if close == "double":
        double_click(axial, spot_of(axial, corner(viewer, *SQUARE[-1])))
    else:
        click(axial, corner(viewer, *SQUARE[-1]))
    if close == "Return":
        key(axial, "Return")
    elif close == "right":
        press(axial, (10, 10), RIGHT)
        release(axial, (10, 10), RIGHT)
    x, y, z = viewer.state.cursor
    changed = np.argwhere(scene.editor.labels.array != before)
    assert set(changed[:, 0]) == {z}
    assert (scene.editor.labels.array[z, y - 9 : y + 10, x - 59 : x - 40] == 4).all()
    assert last(scene) == "Polygon, ET, 1 slice"
    assert not viewer.tooling.sketch.corners


def test_a_lasso_is_drawn_by_a_drag_and_can_take_away(viewer, axial, scene):
    x, y, z = viewer.state.cursor
    assert scene.editor.labels.array[z, y, x]
    take(viewer, Tool.POLYGON, erases=True)
    round_ = [(-4, -4), (4, -4), (4, 4), (-4, 4)]
    spots = [spot_of(axial, corner(viewer, dx, dy)) for dx, dy in round_]
    press(axial, spots[0])
    for a, b in pairwise(spots):
        drag_on(axial, a, b)
    release(axial, spots[-1])
    assert len(viewer.tooling.sketch.corners) > 6
    key(axial, "Return")
    assert scene.editor.labels.array[z, y, x] == 0
    assert last(scene).startswith("Polygon erased")


def drag_on(pane, start, end):
    for n in range(1, 9):
        move(pane, tuple(a + (b - a) * n / 8 for a, b in zip(start, end, strict=True)))


def test_backspace_takes_a_corner_and_escape_the_whole_outline(viewer, axial, scene):
    take(viewer, Tool.POLYGON)
    for dx, dy in SQUARE:
        click(axial, corner(viewer, dx, dy))
    key(axial, "Backspace")
    assert len(viewer.tooling.sketch.corners) == 3
    key(axial, "Esc")
    assert not viewer.tooling.sketch.corners
    key(axial, "Return")
    assert not scene.editor.can_undo


def test_an_outline_is_seen_in_its_slice_only_and_goes_with_the_tool(viewer, axial, qt):
    take(viewer, Tool.POLYGON)
    bare = axial.grab().toImage()
    for dx, dy in SQUARE:
        click(axial, corner(viewer, dx, dy))
    assert axial.grab().toImage() != bare
    wheel(axial, 1)
    wheel(axial, -1)
    assert len(viewer.tooling.sketch.corners) == 4
    viewer.act("tool brush")
    assert not viewer.tooling.sketch.corners


def test_the_adaptive_brush_keeps_to_the_tissue_under_it(viewer, axial, scene):
    x, y, z = viewer.state.cursor
    image = scene.volumes[Contrast.T1GD].array
    erase_all(scene)
    take(viewer, Tool.ADAPTIVE, tolerance=8.0)
    viewer.state.set_hand(replace(viewer.state.hand, diameter_mm=40.0))
    drag(axial, spot_of(axial, (x, y, z)), spot_of(axial, (x, y, z)), steps=1)
    painted = scene.editor.labels.array == 4
    assert painted.any()
    limit = viewer.painting.tolerance(Contrast.T1GD)
    assert np.ptp(image[painted]) <= 2 * limit + 1e-3
    assert last(scene) == "Adaptive brush, ET, 1 slice"


def test_the_threshold_brush_paints_what_is_hatched(viewer, axial, scene, qt):
    erase_all(scene)
    x, y, z = viewer.state.cursor
    shown = axial.grab().toImage()
    take(viewer, Tool.THRESHOLD)
    viewer.state.set_range(Contrast.T1GD, 300.0, 500.0)
    assert axial.grab().toImage() != shown
    viewer.state.set_hand(replace(viewer.state.hand, diameter_mm=30.0))
    drag(axial, spot_of(axial, (x, y, z)), spot_of(axial, (x + 20, y, z)))
    painted = scene.editor.labels.array == 4
    hatched = viewer.state.overlay(axial.plane, z, Contrast.T1GD)
    assert painted.any()
    assert (hatched[axial.plane.cut(painted, z)] == 4).all()
    values = scene.volumes[Contrast.T1GD].array[painted]
    assert values.min() >= 300.0
    assert values.max() <= 500.0


def test_a_click_fills_a_region_in_the_slice_or_through_all(viewer, axial, scene):
    x, y, z = viewer.state.cursor
    value = int(scene.editor.labels.array[z, y, x])
    before = scene.editor.labels.array.copy()
    other = 2 if value != 2 else 1
    take(viewer, Tool.FILL, value=other)
    click(axial, (x, y, z))
    rests(viewer)
    assert set(np.argwhere(scene.editor.labels.array != before)[:, 0]) == {z}
    assert scene.editor.labels.array[z, y, x] == other
    viewer.act("undo")
    take(viewer, Tool.FILL, value=other, through=True)
    click(axial, (x, y, z))
    rests(viewer)
    assert len(set(np.argwhere(scene.editor.labels.array != before)[:, 0])) > 5
    viewer.act("undo")
    assert np.array_equal(scene.editor.labels.array, before)


def test_a_locked_label_stops_a_fill_and_it_is_said(viewer, axial, scene):
    said = []
    viewer.tooling.told.connect(said.append)
    x, y, z = viewer.state.cursor
    value = int(scene.editor.labels.array[z, y, x])
    take(viewer, Tool.FILL, value=2 if value != 2 else 1)
    viewer.state.set_hand(replace(viewer.state.hand, locked=frozenset({value})))
    click(axial, (x, y, z))
    rests(viewer)
    assert not scene.editor.can_undo
    assert said == ["Nothing changed: it is so already, or the paint-over rules forbid it."]


def test_an_edit_that_cannot_be_kept_is_told_as_that_and_nothing_else(viewer, axial, scene):
    said, failed, before = [], [], scene.editor.labels.array.copy()
    viewer.tooling.told.connect(said.append)
    viewer.painting.failed.connect(failed.append)

    def full(_):
        raise StudyError("disk-full")

    scene.editor.on_edited = full
    take(viewer, Tool.SWAP, value=1, partner=4)
    viewer.tooling.swap()
    take(viewer, Tool.SMOOTH, value=4)
    viewer.tooling.operations.smooth(0, viewer.state.cursor[2])
    rests(viewer)
    assert [error.code for error in failed] == ["disk-full", "disk-full"]
    assert not said
    assert np.array_equal(scene.editor.labels.array, before)


def test_growth_is_proposed_accepted_or_thrown_away(viewer, axial, scene, qt):
    truth = scene.editor.labels.array.copy()
    z = viewer.state.cursor[2]
    erase_all(scene)
    seeds = np.zeros_like(truth)
    seeds[z, ::2] = truth[z, ::2]
    box = Box((0, 0, 0), truth.shape)
    scene.editor.apply(box, seeds != 0, seeds, "Brush")
    take(viewer, Tool.GROW, reach_mm=8.0)
    viewer.tooling.operations.grow()
    rests(viewer)
    assert viewer.tooling.operations.proposes
    assert np.array_equal(scene.editor.labels.array, seeds)
    assert viewer.state.proposed is not None
    key(axial, "Esc")
    assert viewer.state.proposed is None
    assert np.array_equal(scene.editor.labels.array, seeds)
    viewer.tooling.operations.grow()
    rests(viewer)
    key(axial, "Return")
    grew = scene.editor.labels.array
    assert np.array_equal(grew[seeds != 0], seeds[seeds != 0])
    assert np.count_nonzero(grew) > np.count_nonzero(seeds)
    assert last(scene).startswith("Grown from seeds")


def test_what_is_computed_on_labels_that_changed_is_dropped(viewer, axial, scene):
    said = []
    viewer.tooling.told.connect(said.append)
    take(viewer, Tool.SMOOTH, value=2, through=True)
    viewer.tooling.operations.smooth(0, 0)
    erase_all(scene)
    rests(viewer)
    assert scene.editor.history.next_undo.patch.name.startswith("Eraser")
    assert said == ["The labels were changed meanwhile. Ask for it again."]


def test_escape_stops_what_is_being_computed(viewer, axial, scene):
    before = scene.editor.labels.array.copy()
    take(viewer, Tool.GROW)
    viewer.tooling.operations.grow()
    assert viewer.tooling.operations.busy
    key(axial, "Esc")
    assert not viewer.tooling.operations.busy
    until(lambda: not _reading())
    assert np.array_equal(scene.editor.labels.array, before)
    assert not viewer.tooling.operations.proposes


def _reading():
    return [thread for thread in threading.enumerate() if thread.name == "reading"]


def test_slices_between_drawn_ones_are_proposed_and_accepted(viewer, axial, scene):
    z = viewer.state.cursor[2]
    drawn = scene.editor.labels.array == 2
    box = Box((z + 1, 0, 0), (z + 4, *drawn.shape[1:]))
    gap = drawn[box.slices]
    scene.editor.apply(box, gap, 0, "Eraser")
    assert not (scene.editor.labels.array[z + 2] == 2).any()
    take(viewer, Tool.INTERPOLATE, value=2)
    viewer.tooling.operations.interpolate(0)
    rests(viewer)
    assert viewer.tooling.operations.proposes
    key(axial, "Return")
    assert (scene.editor.labels.array[z + 2] == 2).any()
    assert last(scene) == "Interpolation, ED, 3 slices"


def test_islands_holes_and_smoothing_are_one_edit_each(viewer, axial, scene):
    operations, z = viewer.tooling.operations, viewer.state.cursor[2]
    speck = Box((z, 20, 20), (z + 1, 22, 22))
    scene.editor.apply(speck, np.ones(speck.shape, bool), 2, "Speck")
    before = scene.editor.labels.array.copy()
    take(viewer, Tool.ISLANDS, value=2)
    click(axial, (20, 20, z))
    rests(viewer)
    assert not scene.editor.labels.array[speck.slices].any()
    assert last(scene) == "Island removed, ED, 1 slice"
    viewer.act("undo")
    operations.remove_small()
    rests(viewer)
    assert not scene.editor.labels.array[speck.slices].any()
    viewer.act("undo")
    take(viewer, Tool.SMOOTH, value=4, through=False)
    operations.smooth(0, z)
    rests(viewer)
    assert last(scene) == "Smoothing, ET, 1 slice"
    viewer.act("undo")
    assert np.array_equal(scene.editor.labels.array, before)


def test_labels_are_swapped_and_slices_copied(viewer, scene):
    before, z = scene.editor.labels.array.copy(), viewer.state.cursor[2]
    take(viewer, Tool.SWAP, value=1, partner=4)
    viewer.tooling.swap()
    assert np.array_equal(scene.editor.labels.array == 4, before == 1)
    assert last(scene).startswith("Swap, NCR, ET")
    viewer.act("undo")
    take(viewer, Tool.COPY, every_label=True)
    viewer.tooling.copy_slice(0, z, -1)
    assert np.array_equal(scene.editor.labels.array[z], before[z - 1])


def test_a_region_is_taken_from_another_version(viewer, axial, scene):
    truth = scene.editor.labels
    x, y, z = viewer.state.cursor
    candidate = LabelMap(truth.array.copy(), truth.grid, truth.scheme)
    erase_all(scene)
    take(viewer, Tool.CANDIDATE, every_label=False)
    said = []
    viewer.tooling.told.connect(said.append)
    click(axial, (x, y, z))
    assert said == ["Choose at the right which version the region is taken from."]
    bare = axial.grab().toImage()
    viewer.state.offer(candidate)
    assert axial.grab().toImage() != bare
    click(axial, (x, y, z))
    value = candidate.array[z, y, x]
    assert scene.editor.labels.array[z, y, x] == value
    assert set(np.unique(scene.editor.labels.array)) == {0, value}


def test_going_back_and_forth_in_the_history_is_told_once_and_stops_where_the_disk_is_full(viewer, axial, scene):
    take(viewer, Tool.BRUSH)
    arrays = [scene.editor.labels.array.copy()]
    for shift in (0, 12, 24):
        drag(axial, spot_of(axial, corner(viewer, -50, shift)), spot_of(axial, corner(viewer, -30, shift)))
        arrays.append(scene.editor.labels.array.copy())
    told, failed = [], []
    viewer.painting.edited.connect(lambda: told.append(1))
    viewer.painting.failed.connect(failed.append)
    viewer.painting.travel(3)
    assert np.array_equal(scene.editor.labels.array, arrays[0])
    viewer.painting.travel(-2)
    assert np.array_equal(scene.editor.labels.array, arrays[2])
    assert len(told) == 2

    def full(_):
        raise StudyError("disk-full")

    scene.editor.on_edited = full
    viewer.painting.travel(2)
    assert [error.code for error in failed] == ["disk-full"]
    assert np.array_equal(scene.editor.labels.array, arrays[2])
    lines = iter([None])

    def full_after_one(edit):
        if next(lines, edit) is edit:
            raise StudyError("disk-full")

    scene.editor.on_edited = full_after_one
    viewer.painting.travel(2)
    assert np.array_equal(scene.editor.labels.array, arrays[1])
    assert len(told) == 3, "one step was made, and the screen must know of it"
