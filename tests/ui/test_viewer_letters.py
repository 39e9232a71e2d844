"""Letters and sides on the screen come from the affine: a marker at the patient's right front top shows it."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from fets_desktop.review.editor import Editor
from fets_desktop.review.planes import Orientation
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.crop import Box
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap, Volume
from fets_desktop.ui.viewer.lettering import draw_text
from fets_desktop.ui.viewer.meshes import LabelPart, label_meshes
from fets_desktop.ui.viewer.overlay import Captions, draw_captions
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.stills import still
from fets_desktop.ui.viewer.surfaces import Surfaces
from fets_desktop.ui.viewer.viewer import Viewer
from tests.ui.conftest import settle
from tests.ui.hands import until
from tests.ui.test_window_pictures import FOLDER

MARKED = "RAS"
"""The marker lies towards the patient's right, front and top."""
SIZE = (60, 50, 40)
"""Voxels in x, y, z."""


def grid_of(columns):
    """Return a grid whose axes lead along the given RAS directions, e.g. ((-1, 0, 0), (0, -1, 0), (0, 0, 1))."""
    affine = np.eye(4)
    affine[:3, :3] = np.array(columns, dtype=float).T
    return Grid.from_affine(SIZE[::-1], affine)


GRIDS = {
    "lps": ((-1, 0, 0), (0, -1, 0), (0, 0, 1)),
    "ras": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "sagittal slices": ((0, -1, 0), (0, 0, -1), (1, 0, 0)),
    "coronal slices": ((1, 0, 0), (0, 0, -1), (0, 1, 0)),
    "upside down": ((1, 0, 0), (0, -1, 0), (0, 0, -1)),
    "head first on the belly": ((1, 0, 0), (0, 1, 0), (0, 0, -1)),
    "mirrored": ((-1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "tilted": ((-0.97, 0.24, 0.0), (-0.24, -0.97, 0.0), (0, 0, 1)),
}


def marked(grid):
    """Return a volume whose marker fills the octant at the patient's right front top."""
    z, y, x = np.indices(grid.shape)
    indices = np.stack([x, y, z], axis=-1)
    middle = (np.array(grid.shape[::-1]) - 1) / 2
    # the grid's own axes, led along the nearest patient axes
    offset = (indices - middle) @ np.sign(np.round(grid.affine[:3, :3])).T
    octant = (offset > 0).all(axis=-1)
    return Volume(octant.astype(np.float32) * 100, grid)


@pytest.mark.parametrize("name", GRIDS)
def test_the_marker_lies_where_the_letters_say(keep, qt, name):
    grid = grid_of(GRIDS[name])
    volume = marked(grid)
    editor = Editor(LabelMap(np.zeros(grid.shape, dtype=np.uint8), grid, BRATS_2021))
    viewer = keep(Viewer(), size=(800, 700))
    viewer.show_scene(Scene({Contrast.T1: volume}, editor))
    seen = np.argwhere(volume.array > 0).mean(axis=0)
    viewer.state.look_at(tuple(seen[::-1]))
    viewer.look(crosshair=False)
    settle(qt)
    for orientation in Orientation:
        view = viewer.planes[orientation]
        left, right, top, bottom = view._captions().letters
        assert {left, right} in ({"R", "L"}, {"A", "P"})
        for image in (view.grab().toImage(), still([view], "")):
            across, down = centre_of_light(image)
            assert (left if across < 0 else right) in MARKED, orientation
            assert (top if down < 0 else bottom) in MARKED, orientation
    viewer.show_scene(None)
    viewer.view3d.close_surfaces()


def test_the_sides_of_an_oblique_plane_are_named_in_every_orientation(keep, qt):
    for columns in GRIDS.values():
        grid = grid_of(columns)
        volume = marked(grid)
        viewer = keep(Viewer(), size=(800, 700))
        viewer.show_scene(
            Scene({Contrast.T1: volume}, Editor(LabelMap(np.zeros(grid.shape, np.uint8), grid, BRATS_2021)))
        )
        viewer.state.look_at(tuple(np.argwhere(volume.array > 0).mean(axis=0)[::-1]))
        viewer.look(crosshair=False)
        viewer.act("oblique")
        settle(qt)
        left, right, top, bottom = viewer.oblique.plane.letters
        across, down = centre_of_light(viewer.oblique.grab().toImage())
        assert (left if across < 0 else right) in MARKED
        assert (top if down < 0 else bottom) in MARKED
        viewer.show_scene(None)
        viewer.view3d.close_surfaces()


def centre_of_light(image):
    """Return where the bright part of a picture lies from its middle: negative is left, and up."""
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    rows, columns = np.nonzero(pixels[45:-45, 40:-40] > 200)
    height, width = pixels.shape
    assert rows.size > 1000
    return columns.mean() + 40 - width / 2, rows.mean() + 45 - height / 2


def test_the_right_of_the_patient_is_at_the_left_of_the_screen(viewer):
    assert viewer.planes[Orientation.AXIAL].plane.letters == ("R", "L", "A", "P")
    assert viewer.planes[Orientation.CORONAL].plane.letters == ("R", "L", "S", "I")
    assert viewer.planes[Orientation.SAGITTAL].plane.letters == ("A", "P", "S", "I")
    assert viewer.state.scene.grid.matches(BRATS_GRID)


@pytest.mark.parametrize(
    ("place", "side"), [(0, (-1, 0)), (1, (1, 0)), (2, (0, -1)), (3, (0, 1))], ids=["left", "right", "top", "bottom"]
)
def test_each_letter_is_written_at_its_own_edge(qt, place, side):
    letters = ["", "", "", ""]
    letters[place] = "R"
    image = QImage(300, 300, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    draw_captions(painter, (300, 300), Captions("", "axial", tuple(letters), "", "", 0.5), qt.font())
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(300, image.bytesPerLine())[:, :300].copy()
    pixels[:30, :14] = 0  # the mark in the plane's colour
    rows, columns = np.nonzero(pixels > 150)
    found = (round((columns.mean() - 150) / 150), round((rows.mean() - 150) / 150))
    assert found == side


def half(grid, axis):
    """Return labels of the half of a grid that lies towards R, A or S."""
    z, y, x = np.indices(grid.shape)
    middle = (np.array(grid.shape[::-1]) - 1) / 2
    offset = (np.stack([x, y, z], axis=-1) - middle) @ grid.affine[:3, :3].T
    return (offset[..., axis] > 0).astype(np.uint8)


@pytest.mark.parametrize("name", GRIDS)
def test_the_letters_in_3d_lie_on_the_sides_where_the_surface_is(name):
    grid = grid_of(GRIDS[name])
    surfaces = Surfaces()
    for axis, (near, far) in enumerate(("RL", "AP", "SI")):
        surfaces.show_labels(label_meshes(LabelPart.of(half(grid, axis), grid, BRATS_2021, frozenset())))
        surfaces.aim(grid, Box((0, 0, 0), grid.shape))
        for turned in (0.0, 35.0, 170.0):
            surfaces.turn(turned, 10.0)
            lit = np.argwhere(surfaces.render(320, 240)[..., :3].max(axis=2) > 40)
            assert len(lit), "a label that reaches the edge of the grid has a surface, too"
            y, x = lit.mean(axis=0)
            letters = {side.letter: side for side in surfaces.letters(320, 240)}
            assert sorted(letters) == sorted("RLAPSI")
            one, other = letters[near], letters[far]
            assert one.towards * other.towards < 0
            if np.hypot(one.x - other.x, one.y - other.y) > 60:  # else the axis leads to the eye
                assert np.hypot(x - one.x, y - one.y) < np.hypot(x - other.x, y - other.y), (near, turned)
    surfaces.close()


def test_seen_from_the_right_and_front_the_letters_stand_round_the_brain(viewer, qt):
    until(lambda: viewer.view3d.drawn)
    surfaces = viewer.view3d._surfaces
    letters = {side.letter: side for side in surfaces.letters(400, 300)}
    assert letters["R"].x < letters["L"].x
    assert letters["S"].y < letters["I"].y
    assert all((letters[side].towards > 0) == (side in "RAS") for side in "RLAPSI")
    assert all(0 <= side.x <= 400 and 0 <= side.y <= 300 for side in letters.values())
    viewer.view3d.resize(500, 420)
    settle(qt)
    FOLDER.mkdir(exist_ok=True)
    viewer.view3d.grab().save(str(FOLDER / "viewer-3d-letters.png"))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_letters_are_as_crisp_between_two_pixels_as_upon_one(qt, ratio):
    def drawn(x: float, alignment: Qt.AlignmentFlag) -> QImage:
        picture = QImage(round(80 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.black)
        with QPainter(picture) as painter:
            draw_text(painter, QRectF(x, 10.0, 40.0, 20.0), alignment, "93 / 155")
        return picture

    for alignment in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignRight):
        upon = drawn(14.0, alignment)
        assert drawn(14.0 + 0.3 / ratio, alignment) == upon
        assert drawn(14.0 + 1.0 / ratio, alignment) != upon
