"""F1 leads to the page of what is seen, in every language, and back to where one was; a dialog stays as it is."""

import pytest
from PySide6.QtCore import QLocale, QPoint
from PySide6.QtTest import QTest

from fets_desktop.study.errors import StudyError
from fets_desktop.ui.help_pages import chapter_number, pages
from fets_desktop.ui.languages import ENGLISH, speak
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.widgets.ask import AskWords
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.export_dialog import ExportDialog
from fets_desktop.ui.widgets.help_dialog import HelpDialog
from tests.ui.conftest import settle
from tests.ui.hands import click, dialog_of, key, until
from tests.ui.test_dialogs_accessible import DIALOGS

PAGED = [kind for kind in DIALOGS if hasattr(kind, "help_page")]


@pytest.fixture
def window(keep, hall, qt):
    shown = keep(MainWindow(hall), size=(1366, 768))
    shown.activateWindow()
    settle(qt)
    until(shown.isActiveWindow)
    return shown


def opened(dialog, qt):
    """Open a dialog as a screen does, and wait until the keys go to it."""
    dialog.open()
    until(dialog.isActiveWindow)
    settle(qt)
    return dialog


@pytest.mark.parametrize("kind", PAGED, ids=lambda kind: kind.__name__)
def test_the_page_that_a_dialog_names_is_there_and_so_is_its_chapter(kind):
    name, _, chapter = kind.help_page.partition("#")
    assert name in pages()
    assert not chapter or chapter_number(name, chapter) > 0


def test_it_leads_back_to_the_control_that_had_the_keys(window, qt):
    window.open_place("settings")
    field = window.screen_of("settings").controls["review.reviewer"]
    field.setFocus()
    key(field, "F1")
    help_ = window.screen_of("help")
    assert (window.place, help_.page()) == ("help", "settings")
    assert help_.back.accessibleName() == "Back to Settings"
    key(window.focusWidget(), "F1")
    assert window.place == "settings"
    assert field.hasFocus()


def test_a_button_leads_back_too_and_knows_the_last_place(window, qt):
    help_ = window.screen_of("help")
    for place in ("cases", "models"):
        window.open_place(place)
        key(window, "F1")
        settle(qt)
        assert help_.back.isVisible()
        click(help_.back)
        assert window.place == place


def test_a_dialog_keeps_what_was_typed_while_its_page_is_read(window, qt):
    dialog = opened(AskWords("Title", "Text", "Hint", "Do it", window), qt)
    QTest.keyClicks(dialog.field, "poor sig")
    key(dialog.field, "F1")
    page = dialog_of(dialog, HelpDialog)
    assert page.browser.page == "cases", "it names no page of its own: that of the place"
    assert page.windowTitle() == "Cases"
    until(page.isActiveWindow)
    key(page.browser, "Escape")
    settle(qt)
    assert dialog.isVisible()
    dialog.activateWindow()  # a desktop does that itself
    until(dialog.isActiveWindow)
    assert dialog.field.hasFocus()
    QTest.keyClicks(dialog.field, "nal")
    assert dialog.field.text() == "poor signal"
    dialog.reject()


def test_the_page_goes_with_its_dialog(window, qt):
    dialog = opened(ExportDialog(3, window, 1, 1), qt)
    key(dialog, "F1")
    page = dialog_of(dialog, HelpDialog)
    assert page.browser.page == "cases"
    dialog.reject()
    settle(qt)
    assert not [shown for shown in window.findChildren(HelpDialog) if shown.isVisible()]


def test_the_help_on_an_error_does_not_close_it(window, qt):
    dialog = opened(ErrorDialog.of_error(StudyError("disk-full", "Why."), window), qt)
    key(dialog, "F1")
    page = dialog_of(dialog, HelpDialog)
    assert page.browser.page == "errors/disk-full"
    page.close()
    assert dialog.isVisible()
    dialog.accept()


def test_a_failure_before_there_is_a_window_has_its_page(keep, qt):
    dialog = keep(ErrorDialog.of_error(StudyError("disk-full", "Why."), None))
    dialog._ask_help()
    assert dialog_of(dialog, HelpDialog).browser.page == "errors/disk-full"
    dialog.accept()


@pytest.mark.parametrize(("language", "heading"), [("de", "Werte"), ("es", "Puntuaciones")])
def test_a_chapter_is_found_in_every_language(keep, hall, qt, language, heading):
    speak(language)
    try:
        window = keep(MainWindow(hall), size=(1366, 768))
        window.open_place("models")
        window.screen_of("models").show_scores()
        window.help.press()
        settle(qt)
        browser = window.screen_of("help").browser
        assert browser.cursorForPosition(QPoint(40, 10)).block().text() == heading
    finally:
        speak(ENGLISH)
        QLocale.setDefault(QLocale.c())
