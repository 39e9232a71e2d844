"""Pictures of every screen into tests/pictures, for a person's eye; what an eye should never find is checked here too.

Nothing may be cut off: a label, a button or a choice that is seen is at least as wide and high as its words.
"""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QRadioButton

from fets_desktop.review.planes import Orientation
from fets_desktop.study.case import Stage
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import TrainingEpoch
from fets_desktop.ui.places import PLACES
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.theme import apply_theme
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.viewer.state import Layout
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.export_dialog import ExportDialog
from fets_desktop.ui.widgets.progress_row import ElidedLabel
from tests.ui.conftest import settle
from tests.ui.fake_hall import FakeHall
from tests.ui.hands import drag, spot_of, until
from tests.ui.pictures import fill

FOLDER = Path(__file__).parents[1] / "pictures"
LARGE, SMALL = (1600, 1000), (1366, 768)
TOO_NARROW = 1
"""Pixels that rounding may take."""


@pytest.fixture
def busy(hall):
    """A workspace at work: pictures, jobs, a name, a report."""
    fill(hall)
    hall.chosen["review.reviewer"] = "Dr. Weber"
    hall.job(1, "prepare", "Preparing GLI-0121", "GLI-0121", fraction=0.42, note="Find the brain", seconds_left=130)
    hall.job(2, "segment", "Segmenting GLI-0120", "GLI-0120", "queued")
    hall.put(replace(hall.store["GLI-0118"], flag="T2 moves"))
    hall.report(3)
    return hall


@pytest.fixture
def window_of(keep, qt):
    def build(hall, size, place="cases", wanted=""):
        shown = keep(MainWindow(hall), size=size)
        shown.open_place(place, wanted)
        settle(qt)
        QTest.qWait(250)
        return shown

    return build


def picture(widget, name):
    """Save a picture and return it."""
    FOLDER.mkdir(exist_ok=True)
    image = widget.grab().toImage()
    image.save(str(FOLDER / f"{name}.png"), "PNG", 90)  # packed less, written sooner
    return image


def cut_off(root):
    """Return the words that are seen and have too little room."""
    found = []
    for widget in root.findChildren(QLabel) + root.findChildren(QAbstractButton) + root.findChildren(QComboBox):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        words = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        if not words or type(widget).__name__ in ("RailButton", "LabelRow"):
            continue
        wide, high = needed(widget)
        if widget.width() + TOO_NARROW < wide or widget.height() + TOO_NARROW < high:
            found.append(f"{words!r}: {widget.width()} x {widget.height()} for {wide} x {high}")
    return found


def nothing_cut_off(root, seconds=30.0):
    """Check that nothing is cut off once what was asked for is laid out."""
    end = time.monotonic() + seconds
    while cut_off(root) and time.monotonic() < end:
        QTest.qWait(20)
    assert cut_off(root) == []


def needed(widget):
    """Return the least width and height that show a widget's words."""
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return 0, widget.heightForWidth(widget.width())
        return widget.minimumSizeHint().width(), widget.minimumSizeHint().height()
    text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
    room = 24 if isinstance(widget, QCheckBox | QRadioButton | QComboBox) else 4
    lines = text.split("\n")
    return max(widget.fontMetrics().horizontalAdvance(line) for line in lines) + room, widget.fontMetrics().height()


def colours_of(image: QImage) -> int:
    """Return how many colours a coarse copy of a picture has: a blank one has few."""
    small = image.scaled(120, 75)
    return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())})


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=["large", "small"])
@pytest.mark.parametrize("place", [place.name for place in PLACES])
def test_every_screen(window_of, busy, place, size):
    window = window_of(busy, size, place)
    image = picture(window, f"{place}-{size[0]}")
    assert (image.width(), image.height()) == size
    assert colours_of(image) > 20
    nothing_cut_off(window)


@pytest.mark.parametrize("place", ["cases", "review", "import", "prepare", "segment", "models", "settings", "help"])
def test_light_screens(window_of, busy, place):
    busy.chosen["look.theme"] = "light"
    apply_theme("light")
    window = window_of(busy, LARGE if place in ("review", "cases") else SMALL, place)
    picture(window, f"{place}-light")
    assert window.grab().toImage().pixelColor(window.width() - 200, 6).lightness() > 200
    nothing_cut_off(window)


def test_reviewing_at_work(window_of, busy, qt):
    window = window_of(busy, LARGE, "review", "GLI-0118")
    screen = window.screen_of("review")
    state, pane = screen.viewer.state, screen.viewer.planes[Orientation.AXIAL]
    state.set_hand(replace(state.hand, tool=Tool.BRUSH, value=4, diameter_mm=14.0))
    x, y, z = state.cursor
    drag(pane, spot_of(pane, (x + 30, y + 20, z)), spot_of(pane, (x + 40, y - 25, z)))
    until(lambda: any(row.finding.title == "Core of the enhancing tumour" for row in screen.panel.checks.rows))
    settle(qt)
    nothing_cut_off(window)
    picture(window, "review-painted")
    state.set_layout(Layout.CONTRASTS)
    settle(qt)
    picture(window, "review-four-contrasts")
    screen.viewer.enlarge(screen.viewer.contrasts[1])
    settle(qt)
    picture(window, "review-one-large")


@pytest.mark.parametrize(
    "case", ["GLI-0112", "GLI-0120", "GLI-0121", "GLI-0123"], ids=["approved", "unlabelled", "preparing", "missing"]
)
def test_reviewing_where_the_case_stands_elsewhere(window_of, busy, case):
    window = window_of(busy, SMALL, "review", case)
    nothing_cut_off(window)
    picture(window, f"review-{case}")


def test_the_list_beside_a_small_viewer(window_of, busy, qt):
    window = window_of(busy, SMALL, "review", "GLI-0117")
    window.screen_of("review").stage.tools.cases_toggled.emit()
    settle(qt)
    nothing_cut_off(window)
    picture(window, "review-list-small")


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=["large", "small"])
def test_import_with_a_missing_contrast(window_of, busy, size):
    window = window_of(busy, size, "import", "GLI-0123")
    nothing_cut_off(window)
    picture(window, f"import-missing-{size[0]}")


@pytest.mark.parametrize("place", [place.name for place in PLACES])
def test_an_empty_workspace(window_of, place):
    window = window_of(FakeHall(0), SMALL, place)
    nothing_cut_off(window)
    picture(window, f"empty-{place}")


def test_training_with_its_curves(window_of, busy, qt):
    busy.splitting.draw()
    window = window_of(busy, LARGE, "models")
    busy.job(7, "train", "Training on this computer", fraction=0.5, note="Epoch 6 of 12", seconds_left=600)
    for epoch in range(1, 7):
        dice = {"ET": 0.3 + 0.05 * epoch, "TC": 0.25 + 0.05 * epoch, "WT": 0.5 + 0.04 * epoch}
        busy.bus.publish(TrainingEpoch("job-7", epoch, 1.2 / epoch**0.5, dice))
    QTest.qWait(200)
    nothing_cut_off(window)
    picture(window, "models-training")


def test_the_split_when_it_is_drawn(window_of, busy, qt):
    busy.splitting.draw()
    busy.put(replace(busy.store["GLI-0117"], stage=Stage.APPROVED))
    window = window_of(busy, LARGE, "split")
    nothing_cut_off(window)
    picture(window, "split-drawn")


def test_the_list_of_jobs(window_of, busy, qt):
    busy.job(3, "prepare", "Preparing GLI-0119", "GLI-0119", "failed", code="disk-full", error="The disk is full.")
    busy.job(4, "export", "Exporting GLI-0112", "GLI-0112", "done")
    window = window_of(busy, SMALL)
    window.job_bar.show_list()
    settle(qt)
    nothing_cut_off(window.job_bar.popup)
    picture(window.job_bar.popup, "jobs")
    window.job_bar.popup.close()


def test_dialogs(window_of, busy, qt):
    window = window_of(busy, SMALL, "review", "GLI-0117")
    screen = window.screen_of("review")
    assert isinstance(screen, Screen)
    screen.panel.flag.click()
    screen.tell(StudyError("disk-full", "Drive D: has 12 MB left; saving these labels needs 40 MB."))
    ErrorDialog.of_bug("ValueError: wrong shape", screen).open()
    screen.stage.show_keys()
    ExportDialog(3, screen).open()
    settle(qt)
    for dialog in [d for d in window.findChildren(object) if getattr(d, "isWindow", bool)() and d.isVisible()]:
        picture(dialog, f"dialog-{type(dialog).__name__}-{dialog.accessibleName()[:12]}".replace(" ", "_"))
        nothing_cut_off(dialog)
        dialog.close()
    settle(qt)


def test_edits_brought_back_are_said(window_of, busy, qt):
    window = window_of(busy, LARGE, "review", "GLI-0117")
    window.screen_of("review").stage.notice.say("3 edits from before the program ended were brought back.")
    settle(qt)
    nothing_cut_off(window)
    picture(window, "review-recovered")


@pytest.mark.parametrize("place", ["cases", "review", "prepare", "segment"])
def test_a_case_name_as_the_import_makes_it_fits_its_column(window_of, busy, place):
    name = "P-A2S10SNY-CBE"
    screen = window_of(busy, SMALL, place).screen_of(place)
    table = screen.cases.table if place == "review" else screen.table
    font = table.model().index(0, 0).data(Qt.ItemDataRole.FontRole)
    mark = 24 if table.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole) is not None else 0
    assert QFontMetrics(font).horizontalAdvance(name) + mark + 20 <= table.columnWidth(0)
