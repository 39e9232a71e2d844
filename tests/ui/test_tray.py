"""Closing the window while a federation goes on: beside the clock where there is a place, else a question."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from fets_desktop.study.federation import Membership, Standing
from fets_desktop.ui.screens.federation.screen import FederationScreen
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.widgets.sure import AskSure
from tests.ui.conftest import settle
from tests.ui.hands import dialog_of


@pytest.fixture
def window(keep, hall):
    made = keep(MainWindow(hall), size=(1366, 768))
    yield made
    hall.federating.stands = None
    made.tray.quit()


def beside_the_clock(window, *, there=True):
    window.tray._available = lambda: there
    window.tray.refresh()
    return window.tray


def test_without_a_federation_closing_closes(window, hall):
    beside_the_clock(window)
    assert window.close()


def test_while_one_goes_on_the_window_hides_and_comes_back(window, hall, qt):
    hall.federating.at_work(3)
    tray = beside_the_clock(window)
    assert not window.close()
    assert not window.isVisible()
    assert not QApplication.quitOnLastWindowClosed()
    assert "Training on the training cases, round 3" in tray.icon.toolTip()
    tray.bring_back()
    assert window.isVisible()
    assert QApplication.quitOnLastWindowClosed()


def test_the_icon_pauses_resumes_and_quits(window, hall, qt):
    hall.federating.at_work(3)
    tray = beside_the_clock(window)
    window.close()
    tray._pause.trigger()
    assert hall.federating.will_pause
    assert tray._pause.text() == "Resume"
    tray._pause.trigger()
    assert not hall.federating.will_pause
    tray.quit()
    assert window.tray.may_close()


def test_hidden_it_says_when_somebody_is_needed_and_the_way_back_stays(window, hall, qt, monkeypatch):
    hall.federating.at_work(3)
    tray = beside_the_clock(window)
    window.close()
    said = []
    monkeypatch.setattr(tray, "_say", said.append)
    hall.federating.tell(Standing("failed", 2, "", "federation-plan"))
    settle(qt)
    assert said == ["The federation's server follows another plan than the one agreed here"]
    hall.federating.tell(Standing("failed", 2, "", "federation-plan"))
    settle(qt)
    assert len(said) == 1, "once is enough"
    tray.bring_back()


def test_where_there_is_no_place_it_says_so_and_stays_until_a_person_agrees(window, hall, qt):
    hall.federating.at_work(3)
    beside_the_clock(window, there=False)
    assert not window.close()
    settle(qt)
    dialog = dialog_of(window, AskSure)
    assert window.isVisible()
    dialog.reject()
    settle(qt)
    assert not window.close()
    settle(qt)
    dialog_of(window, AskSure).accept()
    settle(qt)
    assert not window.isVisible()


def test_at_sign_in_it_begins_beside_the_clock_or_small(window, hall, qt):
    window.hide()
    tray = beside_the_clock(window)
    tray.begin_hidden()
    assert window.isMinimized(), "nothing goes on"
    window.hide()
    hall.federating.at_work(3)
    tray.begin_hidden()
    assert not window.isVisible()
    assert tray.icon is not None
    tray.bring_back()
    assert window.isVisible()


def test_who_does_not_want_it_closes_as_ever(window, hall):
    hall.federating.at_work(3)
    beside_the_clock(window)
    hall.settings.set("federation.tray", False)
    assert window.close()


def test_the_end_of_the_session_is_not_kept_waiting(window, hall):
    hall.federating.at_work(3)
    beside_the_clock(window)
    window.tray._let_go()
    assert window.close()


def test_outside_its_hours_it_says_from_when_it_works(make, hall):
    hall.federating.at_work(3, Standing("outside its hours", 2))
    hall.federating.opens = datetime(2026, 11, 29, 19, 0).astimezone()
    screen = make(FederationScreen)
    state = screen.joined.state
    assert state.state.text() == "Waiting for the hours in which it may work"
    assert "works again from 19:00" in state.detail.text()
    assert "end about" not in state.detail.text()


def test_after_the_passphrase_what_went_on_goes_on(make, hall):
    hall.federating.put(Membership.JOINED)
    screen = make(FederationScreen)
    screen._unlocked()
    assert ("follow",) in hall.calls


def test_the_window_comes_back_when_the_place_beside_the_clock_is_gone(window, hall, qt):
    hall.federating.at_work(3)
    tray = beside_the_clock(window)
    window.close()
    assert not window.isVisible()
    tray._available = lambda: False
    hall.federating.tell(Standing("training", 3, "train"))
    settle(qt)
    assert window.isVisible()
    assert not tray.icon.isVisible()
