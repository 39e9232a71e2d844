"""What the viewer can show beside the planes: readout, differences, heads, rulers, oblique slices, pictures."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from fets_desktop.app.pictures_out import write_movie, write_picture
from fets_desktop.review.display import Window
from fets_desktop.review.planes import Orientation
from fets_desktop.review.presets import Preset
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.volume import Volume
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.viewer.readout import Readout
from fets_desktop.ui.viewer.state import Layout
from fets_desktop.ui.viewer.stills import frames, pixels_of, still
from tests.ui.conftest import settle
from tests.ui.hands import MIDDLE, drag, key, press, release, spot_of, until, wheel

GD, T1 = Contrast.T1GD, Contrast.T1


@pytest.fixture
def axial(viewer):
    return viewer.planes[Orientation.AXIAL]


def take(viewer, tool):
    viewer.state.set_hand(replace(viewer.state.hand, tool=tool))


def test_the_readout_says_voxel_millimetres_values_and_label(keep, viewer, scene):
    readout = keep(Readout(viewer.state), size=(900, 26))
    viewer.state.look_at((94, 124, 94))
    parts = dict(readout.parts())
    assert parts["Voxel"] == "95, 125, 95"
    x, y, z = scene.grid.to_ras((94, 124, 94))
    assert parts[""] == f"{'R' if x >= 0 else 'L'} {abs(x):.1f} {'A' if y >= 0 else 'P'} {abs(y):.1f} S {z:.1f} mm"
    assert float(parts["T1Gd"]) == pytest.approx(float(scene.volumes[GD].array[94, 124, 94]), rel=0.01)
    value = int(scene.editor.labels.array[94, 124, 94])
    assert parts["Label"] == (dict(scene.editor.labels.scheme.values)[value].value if value else "–")
    readout.grab()
    assert "Voxel 95, 125, 95" in readout.accessibleName()


def test_t1gd_is_shown_less_t1_with_a_window_of_its_own(viewer, axial):
    before = viewer.state.window(GD)
    viewer.act("minus T1")
    assert viewer.state.window(GD).level == 0
    assert "T1Gd − T1" in axial._captions().name
    viewer.state.set_window(GD, Window(55.0, 5.0))
    viewer.act("minus T1")
    assert viewer.state.window(GD) == before
    viewer.act("minus T1")
    assert viewer.state.window(GD) == Window(55.0, 5.0)
    viewer.brighten(Preset.AUTO)
    assert viewer.state.window(GD).level == 0


def test_presets_change_the_contrast_looked_at_alone(viewer):
    others = {c: viewer.state.window(c) for c in Contrast if c is not GD}
    viewer.brighten(Preset.BRIGHT)
    assert viewer.state.window(GD) != viewer.state.spans[GD]
    assert {c: viewer.state.window(c) for c in others} == others
    viewer.act("contrast auto")
    assert viewer.state.window(GD) == viewer.state.spans[GD]


def test_a_drag_of_the_window_draws_the_panes_of_that_contrast_anew_and_nothing_else(qt, viewer, scene):
    viewer.state.set_layout(Layout.CONTRASTS)
    settle(qt)
    drawn = {view.contrast: view._pixels for view in viewer.contrasts}
    looks = []
    viewer.state.look_changed.connect(lambda: looks.append(None))
    viewer.state.set_window(T1, Window(123.0, 45.0))
    settle(qt)
    assert {view.contrast for view in viewer.contrasts if view._pixels is not drawn[view.contrast]} == {T1}
    assert not looks


def test_the_whole_head_is_shown_and_fitted_once_it_is_there(qt, viewer, scene, axial):
    brain, near = axial.grab().toImage(), axial.frame.scale
    viewer.act("whole head")
    settle(qt)
    assert axial.grab().toImage() == brain  # there is none yet
    scene.heads.update({c: Volume(np.full_like(v.array, 300.0), v.grid) for c, v in scene.volumes.items()})
    viewer.state.look_changed.emit()
    settle(qt)
    assert axial.frame.scale < near
    x, y = spot_of(axial, (2, 2, axial.index))
    assert axial.grab().toImage().pixelColor(round(x), round(y)).red() > 50
    viewer.act("whole head")
    settle(qt)
    assert axial.frame.scale == pytest.approx(near)


def test_a_ruler_measures_what_it_is_dragged_over(viewer, axial):
    take(viewer, Tool.RULER)
    x, y, z = viewer.state.cursor
    drag(axial, spot_of(axial, (x - 20, y, z)), spot_of(axial, (x + 20, y, z)))
    (measure,) = viewer.tooling.measures.all
    assert measure.lengths_mm(viewer.state.scene.grid)[0] == pytest.approx(40, abs=1)
    assert viewer.painting.editor.history.next_undo is None


def test_a_click_is_no_measure_and_escape_abandons_one(viewer, axial):
    take(viewer, Tool.RULER)
    x, y, z = viewer.state.cursor
    press(axial, spot_of(axial, (x, y, z)))
    release(axial, spot_of(axial, (x, y, z)))
    assert not viewer.tooling.measures.all
    press(axial, spot_of(axial, (x, y, z)))
    viewer.act("abandon")
    release(axial, spot_of(axial, (x + 30, y, z)))
    assert not viewer.tooling.measures.all


def test_two_drags_make_two_diameters_at_right_angles(viewer, axial):
    take(viewer, Tool.DIAMETERS)
    x, y, z = viewer.state.cursor
    drag(axial, spot_of(axial, (x - 20, y, z)), spot_of(axial, (x + 20, y + 10, z)))
    drag(axial, spot_of(axial, (x, y - 12, z)), spot_of(axial, (x + 9, y + 15, z)))
    (measure,) = viewer.tooling.measures.all
    ras = [viewer.state.scene.grid.to_ras(point) for line in measure.lines for point in line]
    assert (ras[1] - ras[0]) @ (ras[3] - ras[2]) == pytest.approx(0, abs=1e-6)
    drag(axial, spot_of(axial, (x - 20, y, z)), spot_of(axial, (x + 20, y, z)))
    assert len(viewer.tooling.measures.all) == 2
    key(axial, "Backspace")
    assert len(viewer.tooling.measures.all) == 1


def test_measures_stand_in_their_slice_alone_and_go_with_the_case(viewer, scene, axial):
    take(viewer, Tool.RULER)
    empty = axial.grab().toImage()
    x, y, z = viewer.state.cursor
    drag(axial, spot_of(axial, (x - 20, y, z)), spot_of(axial, (x + 20, y, z)))
    assert axial.grab().toImage() != empty
    axial.step(1)
    beside = axial.grab().toImage()
    viewer.tooling.measures.clear()
    assert axial.grab().toImage() == beside
    drag(axial, spot_of(axial, (x - 20, y, z + 1)), spot_of(axial, (x + 20, y, z + 1)))
    viewer.show_scene(scene)
    assert not viewer.tooling.measures.all


def test_a_corner_of_the_outline_is_dragged_elsewhere(viewer, axial):
    take(viewer, Tool.POLYGON)
    x, y, z = viewer.state.cursor
    for dx, dy in ((-20, -20), (20, -20), (0, 20)):
        press(axial, spot_of(axial, (x + dx, y + dy, z)))
        release(axial, spot_of(axial, (x + dx, y + dy, z)))
    drag(axial, spot_of(axial, (x + 20, y - 20, z)), spot_of(axial, (x + 30, y - 5, z)))
    corners = viewer.tooling.sketch.corners
    assert len(corners) == 3
    assert corners[1][:2] == pytest.approx((x + 30, y - 5), abs=1.0)


def test_an_oblique_pane_that_is_not_turned_shows_the_axial_slice(qt, viewer, scene):
    viewer.act("oblique")
    assert viewer.state.layout is Layout.OBLIQUE
    settle(qt)
    pane = viewer.oblique
    pane.grab()
    z = viewer.state.cursor[2]
    assert pane.plane.letters == viewer.planes[Orientation.AXIAL].plane.letters
    cut = pane._image.cut(pane.plane.to_index(scene.grid, pane.anchor(), 1.0), (pane.side(), pane.side()))
    shown = scene.volumes[GD].array[z]
    # radiological, as the axial pane: the patient's right at the left, anterior on top
    expected = viewer.planes[Orientation.AXIAL].plane.cut(scene.volumes[GD].array, z)
    top, left = ((pane.side() - n) // 2 for n in expected.shape)
    inside = cut[top : top + shown.shape[0] + 1, left : left + shown.shape[1] + 1]
    half = [inside[a : a + expected.shape[0], b : b + expected.shape[1]] for a in (0, 1) for b in (0, 1)]
    assert min(float(np.abs(h - expected).mean()) for h in half if h.shape == expected.shape) < 15


def test_a_drag_turns_the_oblique_plane_about_the_cursor(qt, viewer):
    viewer.act("oblique")
    settle(qt)
    pane, cursor = viewer.oblique, viewer.state.cursor
    drag(pane, (100, 100), (180, 100))
    assert pane.plane.tilt_deg == pytest.approx(32, abs=1)
    assert pane.plane.letters[:2] == ("RI", "LS")
    assert viewer.state.cursor == cursor
    key(pane, "Home")
    assert pane.plane.tilt_deg == pytest.approx(0)


def test_the_wheel_goes_along_the_normal_and_a_click_moves_the_cursor(qt, viewer):
    viewer.act("oblique")
    settle(qt)
    pane, (x, y, z) = viewer.oblique, viewer.state.cursor
    pane.turn(0, 45)
    for _ in range(20):
        wheel(pane, 1)
    moved = np.array(viewer.state.cursor) - (x, y, z)
    assert abs(np.linalg.norm(moved) - 20) < 1.5
    assert abs(moved[1]) > 10
    assert abs(moved[2]) > 10
    pane.turn_back()
    before = viewer.state.cursor
    pane.grab()
    spot = pane._pixel_of(viewer.state.scene.grid.to_ras((before[0] + 15, before[1] - 10, before[2])))
    press(pane, spot)
    release(pane, spot)
    assert np.allclose(viewer.state.cursor, (before[0] + 15, before[1] - 10, before[2]), atol=1)
    drag(pane, (100, 100), (130, 90), MIDDLE)
    assert pane.plane.tilt_deg == pytest.approx(0)


def test_a_stroke_is_seen_in_the_oblique_pane(qt, viewer, scene):
    viewer.act("oblique")
    settle(qt)
    before = viewer.oblique.grab().toImage()
    viewer.act("tool eraser")
    viewer.state.set_hand(replace(viewer.state.hand, diameter_mm=20.0))
    x, y, z = viewer.state.cursor
    assert viewer.painting.begin(0, (x, y, z), GD)
    viewer.painting.dab((x, y, z))
    viewer.painting.end()
    settle(qt)
    assert viewer.oblique.grab().toImage() != before


def test_surfaces_are_made_beside_the_window_and_the_volume_is_an_option(qt, viewer):
    view = viewer.view3d
    until(lambda: view.drawn)
    surfaces = bytes(view._pixels)
    viewer.act("rendered")
    until(lambda: view.drawn and bytes(view._pixels) != surfaces)
    viewer.act("rendered")
    until(lambda: view.drawn and bytes(view._pixels) == surfaces)


def test_a_picture_has_a_line_below_with_the_case(qt, viewer, axial):
    picture = pixels_of(still([axial], "GLI-0117   labels version 1"))
    assert picture.shape == (axial.height() + 26, axial.width(), 3)
    assert (picture[-26:] > 100).any()
    both = still(viewer.seen_panes(), "GLI-0117")
    assert (both.width(), both.height()) == (viewer.width(), viewer.height() + 26)


def test_a_movie_goes_through_all_slices_of_the_brain(tmp_path, viewer, axial):
    cursor, content = viewer.state.cursor, viewer.state.content
    shots = [pixels_of(image) for image in frames(axial, "GLI-0117")]
    assert len(shots) == content.stop[0] - content.start[0]
    assert viewer.state.cursor == cursor
    write_movie(shots[::20], tmp_path / "slices.gif")
    with Image.open(tmp_path / "slices.gif") as read:
        assert read.n_frames == len(shots[::20])
        assert read.size == shots[0].shape[1::-1]
    write_picture(shots[0], tmp_path / "slice.png")
    with Image.open(tmp_path / "slice.png") as read:
        assert np.array_equal(np.asarray(read), shots[0])


def test_a_picture_that_cannot_be_written_says_why(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StudyError) as told:
        write_picture(np.zeros((4, 4, 3), np.uint8), tmp_path / "file" / "slice.png")
    assert told.value.code == "read-only"
