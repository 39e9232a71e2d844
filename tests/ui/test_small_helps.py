"""Small helps: the model a training has made, letters explained, where the keys are, words read on bright ground."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFocusEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QRadioButton

from fets_desktop.ui.screens.models.screen import ModelsScreen
from fets_desktop.ui.screens.review.screen import ReviewScreen
from fets_desktop.ui.viewer.overlay import Captions, draw_captions, draw_scale_bar
from fets_desktop.ui.widgets.drop_area import DropArea
from fets_desktop.ui.widgets.file_dialog import _Left, file_dialog
from fets_desktop.ui.widgets.segments import Segments
from tests.ui.conftest import settle
from tests.ui.hands import click, key


@pytest.fixture
def models(keep, hall, qt):
    shown = keep(ModelsScreen(hall), size=(1200, 800))
    keep(shown.header_actions(), shown=False)
    settle(qt)
    return shown


def test_a_training_points_to_the_model_it_has_made_once(models, hall, qt):
    hall.job(1, "train", "Training", "", fraction=0.5)
    models.refresh()
    assert models.notice.isHidden()
    made = replace(hall.stored_models[0], id="mine@99999999", current=False, created="2027-01-01T00:00:00Z")
    hall.stored_models.append(replace(made, card=replace(made.card, name="mine", version="1")))
    hall.job(1, "train", "Training", "", "done")
    models.refresh()
    assert "mine 1" in models.notice.words.text()
    click(models.notice._action)
    assert models.current() == "mine@99999999"
    models.notice.hide()
    models.refresh()
    assert models.notice.isHidden(), "once is enough"


def test_letters_on_a_card_are_explained(models):
    titles = {label.text(): label.toolTip() for label in models.view.findChildren(QLabel)}
    for letters, words in (("ET", "enhancing"), ("TC", "core"), ("WT", "oedema"), ("Dice", "agree")):
        assert words in titles[letters]
    assert any("WT the whole tumour" in text for text in titles)


def focus(widget, reason):
    QApplication.sendEvent(widget, QFocusEvent(QFocusEvent.Type.FocusIn, reason))


def test_a_table_shows_that_the_tab_key_brought_the_focus(keep, hall, qt):
    screen = keep(ReviewScreen(hall), size=(1500, 800))
    keep(screen.header_actions(), shown=False)
    table = screen.cases.table
    focus(table, Qt.FocusReason.TabFocusReason)
    assert table.property("frame") == "on"
    QApplication.sendEvent(table, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert not table.property("frame")
    focus(table, Qt.FocusReason.MouseFocusReason)
    assert not table.property("frame")
    assert not screen.focusPolicy() & Qt.FocusPolicy.TabFocus, "a stop that shows nothing"
    screen.leave()


@pytest.mark.parametrize("ground", [255, 0])
def test_words_and_scale_bar_are_read_on_white_and_on_black(app, ground):
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(0xFF000000 | ground * 0x010101)
    captions = Captions("Axial", "axial", ("R", "L", "A", "P"), "93 / 155", "W 1000  L 500", 0.5)
    with QPainter(image) as painter:
        draw_captions(painter, (400, 300), captions, app.font())
        draw_scale_bar(painter, (400, 300), 2.0, app.font())
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(300, 400, 4)[:, :, :3].max(axis=2)
    for part in (pixels[5:30, 190:215], pixels[265:295, 300:370]):  # a letter at the top, the bar alone at the bottom
        assert part.max() > 200, "bright words"
        assert part.min() < 120, "a dark line round them"


def test_the_tab_key_reaches_the_3d_pane_and_arrows_turn_it(viewer, qt):
    turned = []
    viewer.view3d.turn = lambda right, up: turned.append((right, up))
    assert viewer.view3d.focusPolicy() is Qt.FocusPolicy.TabFocus, "a click leaves the keys with the plane"
    key(viewer.view3d, "Right")
    key(viewer.view3d, "Up")
    assert turned == [(10, 0), (0, 10)]
    before = viewer.state.look.labels
    key(viewer.view3d, "S")
    assert viewer.state.look.labels is not before, "the other keys are the viewer's"


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_what_cannot_be_chosen_looks_so(keep, kind):
    box = keep(kind("Under the patient's true name"), size=(300, 40))
    lively = box.grab().toImage()
    box.setEnabled(False)
    pale = box.grab().toImage()
    brightest = [
        max(picture.pixelColor(x, y).lightness() for x in range(25, 280) for y in range(40))
        for picture in (lively, pale)
    ]
    assert brightest[1] < brightest[0] - 60, brightest


def test_choices_side_by_side_that_are_closed_look_so(keep):
    choice = keep(Segments("When", ["Before", "After"]), size=(200, 30))
    choice.show_choice(0)
    lively = choice.grab().toImage()
    choice.setEnabled(False)
    pale = choice.grab().toImage()
    colourful = [
        max(picture.pixelColor(x, y).hsvSaturation() for x in range(5, 95) for y in range(5, 25))
        for picture in (lively, pale)
    ]
    assert colourful[1] < colourful[0] / 2, "the accent promises that a click does something"


def test_the_choice_that_holds_shows_that_it_has_the_keys(keep, qt):
    choice = keep(Segments("When", ["Before", "After"]), size=(200, 30))
    choice.show_choice(0)
    choice.activateWindow()
    choice.button(1).setFocus()
    settle(qt)
    without = choice.button(0).grab().toImage()
    choice.button(0).setFocus()
    settle(qt)
    assert choice.button(0).grab().toImage() != without


def test_a_dialog_for_files_opens_beside_what_was_chosen_last(keep, tmp_path, monkeypatch):
    monkeypatch.setattr(_Left, "folder", "")
    area = keep(DropArea(True))
    (tmp_path / "patient-1").mkdir()
    area.choose_folder()
    dialog = area.findChild(QFileDialog)
    assert dialog.directory().absolutePath() == str(Path.home())
    dialog.filesSelected.emit([str(tmp_path / "patient-1")])
    dialog.reject()
    other = file_dialog(area, "Folder to write to", QFileDialog.FileMode.Directory)
    assert other.directory().absolutePath() == str(tmp_path), "the next patient lies there"
    other.reject()
    other.deleteLater()


def test_no_folder_that_a_dialog_showed_is_written_down(keep, tmp_path, qt):
    dialog = file_dialog(keep(DropArea(True)), "Folder to write to", QFileDialog.FileMode.Directory)
    dialog.setDirectory(str(tmp_path))
    dialog.reject()
    settle(qt)
    # where Qt keeps what its dialogs showed
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.sync()
    assert not Path(kept.fileName()).exists()
