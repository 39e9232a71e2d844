"""Import: folders are dropped, doubtful contrasts wait for a word, faults are said."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from fets_desktop.study.case import Stage
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.contrast_choice import ContrastChoice
from fets_desktop.ui.screens.import_ import ImportScreen
from fets_desktop.ui.widgets.ask import AskWords
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from tests.ui.conftest import settle
from tests.ui.fake_hall import FakeHall
from tests.ui.hands import click

DOUBTFUL, MISSING = "GLI-0122", "GLI-0123"


@pytest.fixture
def screen(keep, hall, qt):
    shown = keep(ImportScreen(hall), size=(1300, 800))
    settle(qt)
    return shown


def test_a_dropped_folder_is_imported(screen, hall, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    screen.drop.dropEvent(event)
    assert ("import", [Path(tmp_path)]) in hall.calls
    screen.refresh()
    assert screen._scan is not None


def test_what_waits_for_a_word_stands_first(screen):
    names = [screen.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(screen.list.count())]
    assert names == [DOUBTFUL, MISSING]
    assert screen.current() == DOUBTFUL
    assert "2 cases wait" in screen.subtitle


def test_a_doubtful_contrast_shows_its_proposal_and_one_click_agrees(screen, hall):
    card = screen.panel.card(f"{DOUBTFUL}-T2")
    assert card._chip.text() == "Please check"
    assert "5200" in card.series.why
    click(screen.panel._go_on)
    wanted = {c: f"{DOUBTFUL}-{c}" for c in Contrast}
    assert ("confirm", DOUBTFUL, wanted) in hall.calls
    assert screen.current() == MISSING


def test_choosing_another_contrast_swaps_the_two(screen, hall):
    screen.panel.card(f"{DOUBTFUL}-T2").choice.button(3).click()
    assert screen.panel.choice.by_contrast()[Contrast.FLAIR] == f"{DOUBTFUL}-T2"
    assert screen.panel.choice.by_contrast()[Contrast.T2] == f"{DOUBTFUL}-FLAIR"
    assert screen.panel.card(f"{DOUBTFUL}-T2")._chip.text() == "Your choice"


def test_a_missing_contrast_cannot_be_confirmed(screen):
    screen.open_case(MISSING)
    assert not screen.panel._go_on.isEnabled()
    assert "No series stands for T2" in screen.panel._advice.text()


def test_a_choice_begun_outlives_a_refresh(screen):
    screen.panel.card(f"{DOUBTFUL}-T2").choice.button(4).click()
    screen.refresh()
    assert screen.panel.choice.of(f"{DOUBTFUL}-T2") is None


def test_a_refused_confirmation_is_said(screen, hall, qt):
    hall.fail = StudyError("disk-full")
    click(screen.panel._go_on)
    settle(qt)
    dialog = next(d for d in screen.findChildren(ErrorDialog) if d.isVisible())
    assert "disk" in dialog.words[0].lower()
    dialog.close()


def test_excluding_from_here(screen, hall, qt):
    screen.open_case(MISSING)
    click(screen.panel._exclude)
    dialog = next(d for d in screen.findChildren(AskWords) if d.isVisible())
    dialog.field.setText("No T2 was taken")
    dialog.accept()
    settle(qt)
    assert hall.store[MISSING].stage is Stage.EXCLUDED


def test_faults_and_what_was_set_aside_are_listed(screen, hall):
    hall.report(3)
    screen.refresh()
    assert not screen._faults.isHidden()
    assert screen._faults.aside.text() == "1 fault"
    assert screen._aside.head.accessibleName() == "2 files or series set aside"


def test_an_empty_workspace_is_one_large_place_to_drop(keep, qt):
    screen = keep(ImportScreen(FakeHall(0)), size=(1000, 700))
    assert screen._pages.currentIndex() == 0
    assert screen.drop_large.isVisible()


def test_the_likeliest_proposal_wins_and_every_contrast_has_one_series(hall):
    case = hall.store[DOUBTFUL]
    choice = ContrastChoice(case)
    held = [series for series in choice.by_contrast().values() if series]
    assert len(held) == len(set(held)) == 4
    choice.choose(held[0], None)
    assert choice.missing == (Contrast.T1,)
