"""Candidates side by side on the Review screen: shown, outlined, disputed, fused, taken over."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor

from fets_desktop.review.layers import LAYER_RGB
from fets_desktop.review.planes import Orientation
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, POST_OPERATIVE, Region
from fets_desktop.study.volume import LabelMap
from fets_desktop.ui.screens.review.file import AskScheme
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from tests.ui.conftest import settle
from tests.ui.fake_reviewing import patient
from tests.ui.hands import click, dialog_of, key, press, until
from tests.ui.test_window_pictures import nothing_cut_off, picture

CASE = "GLI-0117"


def moved(by: int, value: int | None = None) -> LabelMap:
    """Another opinion: the same tumour, shifted."""
    truth = patient()[1]
    array = np.roll(truth.array, by, axis=2)
    return LabelMap(np.where(array > 0, np.uint8(value), array) if value else array, truth.grid, truth.scheme)


@pytest.fixture
def window(keep, hall, qt):
    """Three versions: the labels in hand, and two models that saw the tumour elsewhere."""
    first = hall.annotations[CASE][0]
    others = [("model second@22222222", moved(4)), ("model third@33333333", moved(-5))]
    for number, (author, labels) in enumerate(others, 1):
        version = replace(first, id=f"{CASE}/{number}", number=number, author=author)
        hall.annotations[CASE].insert(number - 1, version)
        hall.reviewing._maps[version.id] = labels
    newest = replace(first, id=f"{CASE}/3", number=3, author="Dr. Weber")
    hall.annotations[CASE][2:] = [newest]
    hall.reviewing._maps[newest.id] = patient()[1]
    shown = keep(MainWindow(hall), size=(1600, 1000))
    shown.open_place("review", CASE)
    settle(qt)
    return shown


@pytest.fixture
def screen(window):
    return window.screen_of("review")


def rows(screen):
    return screen.panel.layers.rows


def eye(screen, number):
    click(rows(screen)[f"{CASE}/{number}"].eye)


def colours(screen, pane=None):
    """Return which candidates' colours are seen in a plane, the axial one as a rule."""
    image = (pane or screen.viewer.planes[Orientation.AXIAL]).grab().toImage()
    seen = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    # single voxels of the image may be as white as the fourth candidate
    return [number for number, colour in enumerate(LAYER_RGB) if seen[QColor(*colour).rgb()] > 20]


def test_every_proposer_has_a_row_and_its_eye_outlines_it_in_its_own_colour(screen, window, qt):
    assert [row.title for row in rows(screen).values()] == ["3, Dr. Weber", "2, model third", "1, model second"]
    assert colours(screen) == []
    eye(screen, 1)
    eye(screen, 2)
    settle(qt)
    state = screen.viewer.state
    assert state.layers.shown == (f"{CASE}/1", f"{CASE}/2")
    assert colours(screen) == [0, 1]
    picture(window, "review-candidates")
    scroll = screen.panel._scroll
    assert scroll.widget().width() <= scroll.viewport().width(), "nothing runs out of the panel"
    nothing_cut_off(window)
    eye(screen, 1)
    settle(qt)
    assert colours(screen) == [1]
    key(screen.viewer.current, "Q")
    settle(qt)
    assert colours(screen) == []
    key(screen.viewer.current, "Q")
    press(rows(screen)[f"{CASE}/2"], (14, 16))
    settle(qt)
    assert colours(screen) == [2], "a click on the colour brings the next one"


def test_only_differences_are_outlined_and_follow_the_brush(screen, qt, window):
    eye(screen, 3)
    settle(qt)
    assert colours(screen) == [0]
    click(screen.panel.layers.drawn.button(1))
    settle(qt)
    assert colours(screen) == [], "yours are the same"
    x, y, z = screen.viewer.state.cursor
    state = screen.viewer.state
    state.set_hand(replace(state.hand, tool=Tool.ERASER, diameter_mm=12.0))
    screen.viewer.painting.begin(0, (float(x), float(y), float(z)), state.look.contrast)
    screen.viewer.painting.dab((float(x), float(y), float(z)))
    screen.viewer.painting.end()
    settle(qt)
    assert colours(screen) == [0]
    picture(window, "review-candidates-differences")


def test_an_oblique_plane_shows_candidates_and_where_they_disagree(screen, qt, window):
    screen.viewer.act("oblique")
    settle(qt)
    oblique = screen.viewer.oblique
    eye(screen, 1)
    eye(screen, 2)
    settle(qt)
    assert colours(screen, oblique) == [0, 1]
    oblique.turn(30.0, 20.0)
    settle(qt)
    assert colours(screen, oblique) == [0, 1]
    screen.viewer.act("labels shown")  # they are as red as heat is
    outlined = oblique.grab().toImage()
    screen.viewer.state.layers.heat_up(Region.WT)
    until(lambda: not screen.viewer.state.layers.busy)
    settle(qt)
    assert reddish(oblique.grab().toImage()) > reddish(outlined) + 100, "heat is laid over the image"
    picture(window, "review-candidates-oblique")
    key(screen.viewer.current, "Q")
    settle(qt)
    assert not {0, 1} & set(colours(screen, oblique))


def reddish(image):
    """Return how many pixels are of the heat's violet to orange."""
    colours = [QColor(image.pixel(x, y)) for x in range(image.width()) for y in range(image.height())]
    return sum(1 for each in colours if each.red() > each.green() + 40 and each.red() > 90)


def test_the_key_leads_from_the_most_contested_slice_to_the_next(screen, qt, window):
    layers = screen.viewer.state.layers
    key(screen.viewer.current, "G")
    assert layers.region is None
    eye(screen, 1)
    eye(screen, 2)
    key(screen.viewer.current, "G")
    until(lambda: screen.panel.layers.said.text().startswith("Contested"))
    settle(qt)
    assert layers.region is Region.WT, "why one is led there is seen"
    first = screen.viewer.state.cursor
    assert first[2] == layers._found[Region.WT].slices[0].index
    assert layers._found[Region.WT].heat[first[2], first[1], first[0]] > 0
    picture(window, "review-candidates-heat")
    nothing_cut_off(window)
    key(screen.viewer.current, "G")
    assert screen.viewer.state.cursor[2] == layers._found[Region.WT].slices[1].index
    assert screen.panel.layers.said.text().endswith(f"place 2 of {len(layers._found[Region.WT].slices)}.")
    assert screen.viewer.state.palette().opacity == 0.0, "heat and labels share colours"
    screen.panel.layers.heat.setCurrentIndex(0)
    screen.panel.layers.heat.activated.emit(0)
    assert screen.viewer.state.palette().opacity > 0.0


def test_a_region_is_taken_from_the_candidate_that_is_clicked(screen, qt):
    click(rows(screen)[f"{CASE}/2"])
    settle(qt)
    state = screen.viewer.state
    assert state.hand.tool is Tool.CANDIDATE
    assert state.candidate is state.layers.held[f"{CASE}/2"].labels
    assert screen.panel.options.version.currentData() == f"{CASE}/2"
    assert rows(screen)[f"{CASE}/2"].isChecked()
    mine, theirs = screen.desk.session.editor.labels.array, state.candidate.array
    z, y, x = np.argwhere((theirs != mine) & (theirs > 0))[0].tolist()
    screen.viewer.tooling.click((x, y, z), 0, state.look.contrast)
    assert mine[z, y, x] == theirs[z, y, x]


def test_all_of_a_candidate_is_taken_over_as_one_edit(screen, qt):
    eye(screen, 1)
    click(screen.panel.layers.whole)
    settle(qt)
    editor, theirs = screen.desk.session.editor, screen.viewer.state.layers.held[f"{CASE}/1"].labels.array
    inside = screen.desk.session.brain
    assert np.array_equal(editor.labels.array[inside], theirs[inside]), "strokes stay inside the brain, this one too"
    assert editor.history.next_undo.patch.name.startswith("Candidate taken, 1, model second")
    click(screen.panel.layers.whole)
    assert "Nothing changed" in screen.panel.layers.said.text()
    key(screen.viewer.current, "Ctrl+Z")
    assert np.array_equal(editor.labels.array, patient()[1].array)


def test_those_shown_are_fused_and_stand_beside(screen, hall, qt, window):
    panel = screen.panel.layers
    eye(screen, 1)
    assert not panel.fuse.isEnabled()
    eye(screen, 2)
    panel.methods.setCurrentIndex(panel.methods.findData("majority"))
    click(panel.fuse)
    screen.refresh()
    assert panel.said.text() == "Fusing…", "facts that come in meanwhile take no words away"
    (job,) = hall.candidates.wanted
    case, members, fusion = hall.candidates.wanted[job]
    assert (case, list(members), fusion) == (CASE, [f"{CASE}/1", f"{CASE}/2"], Fusion("majority"))
    hall.candidates.end(job, moved(1))
    settle(qt)
    assert next(iter(rows(screen))) == "fused-1"
    assert rows(screen)["fused-1"].title == "Majority of 2"
    assert screen.viewer.state.layers.shown[-1] == "fused-1"
    picture(window, "review-candidates-fused")
    screen._case_changed(CASE)
    screen.refresh()
    settle(qt)
    assert "fused-1" in rows(screen), "a new version takes no candidate away"
    screen.open_case("GLI-0118")
    settle(qt)
    assert "fused-1" not in rows(screen)
    assert screen.viewer.state.layers.held == {}


def test_a_fusion_of_a_case_that_was_left_is_dropped(screen, hall, qt):
    eye(screen, 1)
    eye(screen, 2)
    click(screen.panel.layers.per.button(1))
    click(screen.panel.layers.fuse)
    (wanted,) = hall.candidates.wanted.values()
    assert wanted[-1] == Fusion("staple", "region")
    screen.open_case("GLI-0118")
    settle(qt)
    hall.candidates.end(next(iter(hall.candidates.wanted)), moved(1))
    settle(qt)
    assert screen.viewer.state.layers.held == {}


def test_a_file_stands_beside_and_what_does_not_fit_is_refused(screen, hall, qt, window):
    hall.candidates.files = {
        "good.nii.gz": moved(2),
        "three.nii.gz": StudyError("ambiguous-scheme", "It may be this, or that."),
        "nan.nii.gz": StudyError("stray-labels", "Some values are not numbers."),
    }
    screen.beside.take_file(CASE, "good.nii.gz")
    assert rows(screen)["file-1"].title == "From a file, 1", "its name may be a patient's"
    screen.beside.take_file(CASE, "three.nii.gz")
    dialog_of(screen, AskScheme).answered.emit("brats2023")
    assert "file-2" in rows(screen)
    dialog_of(screen, AskScheme).reject()
    screen.beside.take_file(CASE, "nan.nii.gz")
    settle(qt)
    dialog = dialog_of(screen, ErrorDialog)
    assert "file-3" not in rows(screen)
    dialog.reject()


@pytest.mark.parametrize("wrong", ["grid", "label"])
def test_a_version_on_another_grid_or_with_an_unknown_label_is_refused(screen, hall, qt, wrong):
    truth = patient()[1]
    if wrong == "grid":
        grid = Grid.from_affine(truth.grid.shape, np.asarray(truth.grid.affine) @ np.diag([1.1, 1.0, 1.0, 1.0]))
        hall.reviewing._maps[f"{CASE}/1"] = LabelMap(truth.array, grid, BRATS_2021)
    else:
        hall.reviewing._maps[f"{CASE}/1"] = LabelMap(np.full_like(truth.array, 4), truth.grid, POST_OPERATIVE)
    eye(screen, 1)
    settle(qt)
    dialog = dialog_of(screen, ErrorDialog)
    dialog.reject()
    assert not screen.viewer.state.layers.shown
    assert not rows(screen)[f"{CASE}/1"].eye.isChecked()


def test_a_second_reader_sees_no_candidates(screen, hall, qt):
    eye(screen, 1)
    screen.readers.begin(CASE, "Dr. Lind", f"{CASE}/1")
    settle(qt)
    assert not screen.panel.layers.isVisible()
    assert rows(screen) == {}
    assert screen.viewer.state.layers.held == {}
    assert colours(screen) == []
