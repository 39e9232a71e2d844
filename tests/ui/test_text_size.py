"""The text size: chosen for this computer, from the next start on, never larger than the screen has room for."""

import os
from itertools import combinations
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale, QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QScrollArea, QVBoxLayout, QWidget

from fets_desktop.app import workspaces
from fets_desktop.study.errors import StudyError
from fets_desktop.ui import text_size
from fets_desktop.ui.case_table import NEXT, READER, STATUS
from fets_desktop.ui.languages import ENGLISH, speak
from fets_desktop.ui.places import PLACES
from fets_desktop.ui.screens.cases.screen import CasesScreen
from fets_desktop.ui.screens.prepare.screen import PrepareScreen
from fets_desktop.ui.screens.settings import SettingsScreen
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.step_table import FIRST_STEP
from fets_desktop.ui.widgets import size_choice
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.turning_row import TurningRow
from tests.ui.conftest import settle
from tests.ui.hands import dialog_of
from tests.ui.pictures import fill
from tests.ui.test_window_pictures import TOO_NARROW, nothing_cut_off, picture

OFFICE, LAPTOP = QSize(1920, 1080), QSize(1366, 768)


@pytest.fixture(autouse=True)
def own_place(tmp_path, monkeypatch):
    monkeypatch.setattr(workspaces, "_data", lambda: tmp_path / "data")


@pytest.mark.parametrize(
    ("screen", "drawn", "room"), [(OFFICE, 100, 185), (LAPTOP, 100, 130), (LAPTOP / 1.25, 125, 130)]
)
def test_what_a_screen_has_room_for_does_not_hang_on_the_size_in_force(screen, drawn, room):
    assert text_size.room_for(screen, drawn) == room


@pytest.fixture
def started(monkeypatch):
    """Starts the program as if on a screen; returns the factors that Qt was given, in order."""

    def start(screen, percent, before=None):
        given = []

        class Application:
            def __init__(self, _arguments):
                given.append(float(os.environ.get("QT_SCALE_FACTOR", 1)))

            def primaryScreen(self):
                return SimpleNamespace(availableSize=lambda: screen / given[-1])

            def shutdown(self):
                given.append(0.0)

        monkeypatch.setattr(text_size, "QApplication", Application)
        monkeypatch.setattr(text_size, "_IN_FORCE", [100])
        if before:
            monkeypatch.setenv("QT_SCALE_FACTOR", before)
        else:
            monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
        text_size.sized_application(percent)
        assert os.environ.get("QT_SCALE_FACTOR") == before, "other programs take their own size"
        return given

    return start


@pytest.mark.parametrize("percent", workspaces.TEXT_SIZES)
def test_a_size_that_fits_is_the_one_drawn(started, percent):
    assert started(OFFICE, percent) == [percent / 100]
    assert text_size.in_force() == percent


def test_a_size_that_does_not_fit_gives_way_to_the_largest_that_does(started):
    assert started(LAPTOP, 150) == [1.5, 0.0, 1.3]
    assert text_size.in_force() == 130
    assert started(QSize(800, 600), 150) == [1.5, 0.0, 1.0], "the usual size at least"
    assert started(QSize(800, 600), 90) == [0.9]


def test_what_a_person_asks_of_qt_counts_as_well(started):
    assert started(OFFICE, 125, before="1.2") == [1.5]
    assert started(OFFICE, 100, before="1.2") == [1.2]
    assert started(OFFICE, 125, before="much") == [1.25]


def test_a_choice_is_kept_and_what_becomes_of_it_is_said(make, monkeypatch, qt):
    screen = make(SettingsScreen)
    choice = screen.text_size
    assert choice.accessibleName() == "Text size"
    assert (choice.currentText(), choice.verdict.isHidden()) == ("100 %", True)
    monkeypatch.setattr(size_choice, "room_for", lambda available, drawn: 130)
    choice.setCurrentIndex(choice.findData(125))
    choice.activated.emit(choice.currentIndex())
    assert workspaces.text_size() == 125
    assert choice.verdict.text() == "It holds from the next start on."
    choice.setCurrentIndex(choice.findData(150))
    choice.activated.emit(choice.currentIndex())
    assert choice.verdict.text() == "This screen has room for 130 %: the window opens at that."


def test_a_choice_that_cannot_be_kept_is_told_and_not_shown(make, monkeypatch, qt):
    screen = make(SettingsScreen)

    def full(percent):
        raise StudyError("disk-full", "No space is left.")

    monkeypatch.setattr(size_choice, "choose_text_size", full)
    screen.text_size.setCurrentIndex(0)
    screen.text_size.activated.emit(0)
    settle(qt)
    assert screen.text_size.currentText() == "100 %"
    dialog_of(screen, ErrorDialog).accept()


def on_one_another(root):
    """Return neighbours that stand on one another, among the buttons of one bar."""
    found = []
    for owner in {button.parentWidget() for button in root.findChildren(QAbstractButton)}:
        buttons = [b for b in owner.findChildren(QAbstractButton) if b.parentWidget() is owner and b.isVisible()]
        found += [
            f"{one.accessibleName()} on {other.accessibleName()}"
            for one, other in combinations(buttons, 2)
            if one.geometry().adjusted(2, 2, -2, -2).intersects(other.geometry().adjusted(2, 2, -2, -2))
        ]
    return found


def squeezed(root):
    """Return the buttons that are seen and have less room than icon, words and edges need."""
    return [
        f"{button.accessibleName()}: {button.width()} for {button.minimumSizeHint().width()}"
        for button in root.findChildren(QPushButton)
        if button.isVisible() and button.width() + TOO_NARROW < button.minimumSizeHint().width()
    ]


@pytest.mark.parametrize("percent", [90, 125, 130])
def test_nothing_is_cut_off_on_a_small_screen_at_any_size_it_has_room_for(keep, hall, qt, percent):
    """What is drawn larger has less room: a screen of 1366 by 768 pixels, in the window's own pixels."""
    fill(hall)
    window = keep(MainWindow(hall), size=(round(1366 * 100 / percent), round(768 * 100 / percent)))
    for place in PLACES:
        window.open_place(place.name)
        settle(qt)
        nothing_cut_off(window)
        assert squeezed(window) == []
        assert on_one_another(window.screen_of(place.name)) == []
        picture(window, f"size-{percent}-{place.name}")


def sideways(root):
    """Return the pages that are wider than what is seen of them; tables may be."""
    return [
        f"{area.accessibleName() or type(area.widget()).__name__}: {needed} in {area.viewport().width()}"
        for area in root.findChildren(QScrollArea)
        if area.isVisible() and (needed := area.widget().minimumSizeHint().width()) > area.viewport().width()
    ]


@pytest.mark.parametrize("language", ["de", "es"])
def test_long_words_have_room_on_a_small_screen_at_the_largest_size_it_has_room_for(keep, hall, qt, language):
    fill(hall)
    speak(language)
    try:
        window = keep(MainWindow(hall), size=(round(1366 / 1.3), round(768 / 1.3)))
        for place in PLACES:
            window.open_place(place.name)
            settle(qt)
            assert sideways(window) == []
            assert squeezed(window) == []
            picture(window, f"size-130-{language}-{place.name}")
    finally:
        speak(ENGLISH)
        QLocale.setDefault(QLocale.c())


@pytest.mark.parametrize("percent", [100, 125, 130])
def test_the_next_step_of_a_case_is_seen_at_any_size(keep, hall, qt, percent):
    window = keep(MainWindow(hall), size=(round(1366 * 100 / percent), round(768 * 100 / percent)))
    table = window.screen_of("cases").table
    assert table.horizontalScrollBar().maximum() == 0
    rect = table.visualRect(table.model().index(0, NEXT))
    assert table.viewport().rect().contains(rect)
    assert table.columnWidth(NEXT) >= 120


def test_columns_take_their_room_again_and_one_that_was_drawn_stays_as_it_is(make, qt):
    screen = make(CasesScreen, size=(1300, 700))
    table, before = screen.table, screen.table.columnWidth(STATUS)
    table.setColumnWidth(READER, 97)
    for width, narrower in ((980, True), (1300, False)):
        screen.resize(width, 700)
        settle(qt)
        assert (table.columnWidth(STATUS) < before) is narrower
        assert table.columnWidth(READER) == 97


def test_settings_stand_in_two_columns_where_there_is_room_and_in_one_where_there_is_not(make, qt):
    screen = make(SettingsScreen)
    for width, beside in ((1400, True), (700, False)):
        screen.resize(width, 800)
        settle(qt)
        first, second = screen.controls["look.theme"], screen.controls["jobs.cpu_lane"]
        apart = second.mapTo(screen, QPoint(0, 0)).x() - first.mapTo(screen, QPoint(0, 0)).x()
        assert (apart > 300) is beside


def test_buttons_that_get_longer_words_take_a_second_line(keep, qt):
    first, second = QPushButton("Yes"), QPushButton("No")
    host = QWidget()
    QVBoxLayout(host).addWidget(TurningRow(first, second))
    host.setFixedWidth(250)
    keep(host, size=(250, 120))
    settle(qt)
    assert first.y() == second.y()
    first.setText("Edit the mask of the whole brain")
    settle(qt)
    assert first.y() < second.y()
    assert first.width() >= first.minimumSizeHint().width()
    first.setText("Yes")
    settle(qt)
    assert first.y() == second.y()


@pytest.mark.parametrize("language", ["de", "es"])
def test_every_step_has_room_for_its_title(make, qt, language):
    speak(language)
    try:
        table = make(PrepareScreen).table
        header = table.horizontalHeader()
        for column in range(FIRST_STEP, table.model().columnCount() - 1):
            words = table.model().headerData(column, Qt.Orientation.Horizontal)
            assert header.fontMetrics().horizontalAdvance(words) < table.columnWidth(column), words
    finally:
        speak(ENGLISH)
        QLocale.setDefault(QLocale.c())
