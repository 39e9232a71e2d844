"""The owner's live view of a federation, and the line that takes its best round into the registry."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from fets_desktop.app.federation.watching import Owned
from fets_desktop.study.federation import Membership
from fets_desktop.ui.screens.federation.publish import PublishDialog
from fets_desktop.ui.screens.federation.screen import FederationScreen
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.theme import apply_theme
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from tests.ui.conftest import settle
from tests.ui.fake_federation import rows_of
from tests.ui.fake_owner import FOLDER, status_of
from tests.ui.hands import click, dialog_of
from tests.ui.test_window_pictures import LARGE, SMALL, colours_of, nothing_cut_off, picture


@pytest.fixture
def owner(hall):
    hall.splitting.draw()
    return hall.watching


def cells(model):
    role = Qt.ItemDataRole.DisplayRole
    return [
        [model.data(model.index(at, column), role) for column in range(model.columnCount())]
        for at in range(model.rowCount())
    ]


def test_who_founded_nothing_sees_no_way_there(make, owner, qt):
    screen = make(FederationScreen)
    assert screen.owner.button.isHidden()


def test_rounds_sites_and_last_contact_are_seen_and_looked_at_again(make, owner, qt):
    owner.owned = [Owned(FOLDER, status_of(3))]
    screen = make(FederationScreen)
    assert not screen.owner.button.isHidden()
    click(screen.owner.button)
    page = screen.owner.page
    assert screen.pages.currentWidget() is page
    assert page.state.text() == "The server runs"
    assert "1 of 4 sites have reported" in page.detail.text()
    assert "1 message was refused." in page.detail.text()
    assert [row[0] for row in cells(page.sites)] == ["north", "south", "east", "west"]
    assert cells(page.sites)[1][4].startswith("The update is far larger")
    assert cells(page.sites)[2][2:4] == ["not yet", "–"]
    assert cells(page.rounds)[1] == ["2", "3 / 4", "0.520", "0.465", "5 min 01 s", "west"]
    owner.owned = [Owned(FOLDER, status_of(4, "silent"))]
    page.look()
    assert page.state.text() == "The server was cut off"
    assert "aggregator start" in page.detail.text()
    assert len(cells(page.rounds)) == 4
    owner.owned = [Owned(FOLDER, status_of(5, "ended"))]
    page.look()
    assert page.state.text() == "The federation has ended"
    assert "in this round" not in page.detail.text()
    click(screen.owner.button)
    assert screen.pages.currentWidget() is not page


def test_a_folder_that_was_moved_away_is_told_and_the_others_stay(make, owner, qt):
    owner.owned = [Owned(FOLDER, status_of(2)), Owned(Path("/gone"), {}, "The folder is not that of a federation.")]
    screen = make(FederationScreen)
    click(screen.owner.button)
    page = screen.owner.page
    assert "cannot be read" in page.state.text()
    assert "/gone" in page.detail.text()
    screen.owner.chooser.setCurrentIndex(0)
    screen.refresh()
    assert page.state.text() == "The server runs"


def test_the_best_round_is_taken_over_on_the_cases_that_a_person_says(make, owner, qt):
    owner.owned, owner.best = [Owned(FOLDER, status_of(5, "ended"))], 3
    screen = make(FederationScreen)
    click(screen.owner.button)
    line = screen.owner.page.publish
    assert not line.isHidden()
    assert "3 rounds behind it" in line.words.text()
    click(line.button)
    dialog = dialog_of(screen, PublishDialog)
    click(dialog.own_button)
    assert owner.started == [(3, None)]
    assert not line.button.isEnabled()
    owner.model = "federated-glioma@0123abcd"
    screen.refresh()
    assert line.button.isHidden()
    assert "It is here as federated-glioma@0123abcd, and Segment offers it." in line.words.text()
    wanted = []
    screen.go.connect(lambda *where: wanted.append(where))
    click(line.models_button)
    assert wanted == [("models", "federated-glioma@0123abcd")]
    owner.precision = "f32"
    screen.refresh()
    assert "In 8 bits it lost too much: it is here in 32" in line.words.text()


def test_why_it_cannot_be_taken_over_is_said(make, owner, qt):
    owner.owned, owner.best = [Owned(FOLDER, status_of(5, "ended"))], 13
    screen = make(FederationScreen)
    click(screen.owner.button)
    screen.owner.page.publish.publish(None)
    dialog_of(screen, ErrorDialog).reject()


def test_a_site_is_offered_the_round_that_scored_best_there(make, hall, owner, qt):
    hall.joining.put(Membership.JOINED)
    hall.joining.rows = rows_of(5)
    owner.best = 4
    screen = make(FederationScreen)
    screen.refresh()
    assert not screen.joined.publish.isHidden()
    owner.best = None
    screen.refresh()
    assert screen.joined.publish.isHidden()


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=["large", "small"])
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_owner_s_view_is_whole(keep, hall, owner, qt, theme, size):
    hall.chosen["look.theme"] = theme
    apply_theme(theme)
    owner.owned, owner.best = [Owned(FOLDER, status_of(18))], 12
    window = keep(MainWindow(hall), size=size)
    window.open_place("federation")
    screen = window.findChild(FederationScreen)
    click(screen.owner.button)
    settle(qt)
    nothing_cut_off(window)
    assert colours_of(picture(window, f"federation-owned-{theme}-{size[0]}")) > 20
