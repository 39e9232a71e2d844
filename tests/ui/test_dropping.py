"""Files are let go over the window: anywhere, as copies, and nothing but files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.widgets.drop_area import DropArea
from tests.ui.conftest import settle

COPY, MOVE, LINK = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.DropAction.LinkAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def held(*addresses) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a)) if isinstance(a, Path) else QUrl(a) for a in addresses])
    return data


def hold(widget, data, offered=COPY | MOVE | LINK):
    event = QDragEnterEvent(QPoint(9, 9), offered, data, LEFT, NONE)
    widget.dragEnterEvent(event)
    return event


def let_go(widget, data, offered=COPY | MOVE | LINK):
    event = QDropEvent(QPointF(9, 9), offered, data, LEFT, NONE)
    widget.dropEvent(event)
    return event


@pytest.fixture
def window(keep, hall, qt):
    return keep(MainWindow(hall), size=(1366, 768))


@pytest.mark.parametrize("place", ["cases", "review", "settings"])
def test_files_may_be_let_go_wherever_one_is(window, hall, qt, tmp_path, place):
    window.open_place(place)
    assert hold(window, held(tmp_path)).isAccepted()
    veil = window._veil
    assert veil.isVisible()
    assert veil.geometry() == window.rect()
    let_go(veil, held(tmp_path))
    settle(qt)
    assert not veil.isVisible()
    assert window.place == "import"
    assert ("import", [tmp_path]) in hall.calls


def test_an_invitation_and_a_package_are_opened_where_they_belong(window, qt, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(window.screen_of("federation"), "open_invitation", opened.append)
    monkeypatch.setattr(window.screen_of("cases").packages, "take_in", lambda file, others: opened.append(file))
    let_go(window._veil, held(tmp_path / "north.fetsinvite"))
    settle(qt)
    assert window.place == "federation"
    window.take_in([tmp_path / "a.fetsreview"])
    settle(qt)
    assert window.place == "cases"
    assert opened == [str(tmp_path / "north.fetsinvite"), tmp_path / "a.fetsreview"]


def test_who_moves_on_without_letting_go_gets_the_window_back(window, hall, tmp_path):
    hold(window, held(tmp_path))
    window._veil.dragLeaveEvent(QDragLeaveEvent())
    assert not window._veil.isVisible()
    assert window.place == "cases"
    assert not [call for call in hall.calls if call[0] == "import"]


def test_an_address_of_the_web_is_refused_while_it_is_held(window, keep):
    data = held("https://example.org/brain.zip")
    assert not hold(window, data).isAccepted()
    assert not window._veil.isVisible()
    area = keep(DropArea(True))
    assert not hold(area, data).isAccepted()
    assert area.property("mood") in (None, "")


def test_what_is_let_go_is_never_moved(window, keep, tmp_path):
    for widget in (window._veil, keep(DropArea(False))):
        for offered, agreed in ((COPY | MOVE, COPY), (LINK | MOVE, LINK)):
            event = let_go(widget, held(tmp_path), offered)
            assert event.isAccepted()
            assert event.dropAction() == agreed
        assert not let_go(widget, held(tmp_path), MOVE).isAccepted(), "the other program would delete the files"
