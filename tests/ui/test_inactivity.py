"""Nobody there: every window is covered, keys and mouse reach nothing beneath, and the passphrase uncovers it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from fets_desktop.study.errors import StudyError
from fets_desktop.ui.inactivity import SETTING, Cover, Inactivity
from tests.ui.conftest import settle
from tests.ui.fake_hall import FakeHall
from tests.ui.hands import click


@pytest.fixture
def hall(qt):
    return FakeHall(0)


@pytest.fixture
def window(qt):
    window = QWidget()
    window.resize(500, 400)
    window.field = QLineEdit()
    QVBoxLayout(window).addWidget(window.field)
    window.show()
    yield window
    window.hide()
    window.deleteLater()


@pytest.fixture
def watch(hall, window):
    watch = Inactivity(hall, window)
    yield watch
    window.window().removeEventFilter(watch)
    watch._timer.stop()
    watch.deleteLater()


def test_it_never_covers_unless_it_was_told_to(watch, hall):
    assert not watch._timer.isActive()
    hall.settings.set(SETTING, 5)
    assert watch._timer.interval() == 5 * 60_000
    assert watch._timer.isActive()
    hall.settings.set(SETTING, 0)
    assert not watch._timer.isActive()


def test_no_event_is_heard_where_nobody_asked_for_it(hall, window):
    heard = []

    class Listening(Inactivity):
        def eventFilter(self, watched, event):
            heard.append(event.type())
            return super().eventFilter(watched, event)

    watch = Listening(hall, window)
    QTest.keyClick(window.field, "a")
    assert heard == []
    hall.settings.set(SETTING, 5)
    QTest.keyClick(window.field, "a")
    assert heard
    hall.settings.set(SETTING, 0)
    watch.deleteLater()


def test_a_hand_puts_it_off(watch, hall, window):
    hall.settings.set(SETTING, 5)
    watch._timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one is some seconds early or late
    watch._timer.start(60_000)
    QTest.qWait(60)
    before = watch._timer.remainingTime()
    QTest.keyClick(window.field, "a")
    assert watch._timer.remainingTime() > before


def test_what_is_covered_hears_nothing_and_the_table_is_locked(watch, hall, window, qt):
    locked = []
    hall.identities.lock = lambda: locked.append("table")
    watch.cover()
    assert locked == ["table"]
    (cover,) = watch.covers
    assert cover.geometry() == window.rect()
    QTest.keyClick(window.field, "a")
    QTest.mouseClick(window.field, Qt.MouseButton.LeftButton)
    assert window.field.text() == ""
    window.resize(700, 500)
    settle(qt)
    assert cover.geometry() == window.rect()
    click(cover.go_on)
    settle(qt)
    assert watch.covers == []
    QTest.keyClick(window.field, "a")
    assert window.field.text() == "a"


def test_what_opens_meanwhile_is_covered_too(watch, window, qt):
    watch.cover()
    dialog = QDialog(window)
    dialog.open()
    settle(qt)
    assert len(watch.covers) == 2
    click(watch.covers[1].go_on)
    settle(qt)
    assert watch.covers == []
    dialog.reject()
    dialog.deleteLater()


def test_only_the_passphrase_uncovers_where_there_is_one(watch, hall, window, qt):
    def unlock(passphrase):
        if passphrase != "correct horse":
            raise StudyError("wrong-passphrase")
        hall.secrets.locked = False

    hall.secrets.locked, hall.identities.unlock, hall.identities.lock = True, unlock, lambda: None
    watch.cover()
    (cover,) = watch.covers
    cover.field.setText("wrong")
    click(cover.go_on)
    assert cover.isVisible()
    assert cover.fault.text() == "This is not the passphrase"
    assert cover.field.text() == ""
    QTest.keyClicks(cover.field, "correct horse")
    QTest.keyClick(cover.field, Qt.Key.Key_Return)
    settle(qt)
    assert watch.covers == []


def test_a_window_that_comes_back_from_beside_the_clock_is_covered(watch, hall, window, qt):
    hall.settings.set(SETTING, 5)
    window.hide()
    watch.cover()
    window.show()
    settle(qt)
    (cover,) = watch.covers
    QTest.keyClick(window.field, "a")
    assert window.field.text() == ""
    click(cover.go_on)
    settle(qt)
    assert watch.covers == []
    assert watch._timer.isActive(), "it is watched on"


def test_a_dialog_that_ends_by_itself_meanwhile_locks_nobody_out(watch, window, qt):
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    settle(qt)
    watch.cover()
    assert len(watch.covers) == 2
    dialog.accept()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle(qt)
    click(window.findChild(Cover, options=Qt.FindChildOption.FindDirectChildrenOnly).go_on)
    settle(qt)
    QTest.keyClick(window.field, "a")
    assert window.field.text() == "a"
