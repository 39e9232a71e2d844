"""Nothing flashes up as a window of its own while a place is being built."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from fets_desktop.ui.places import PLACES
from fets_desktop.ui.shell import MainWindow
from tests.ui.conftest import settle


class Watch(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.mark.parametrize("place", [place.name for place in PLACES])
def test_a_place_comes_up_within_the_window(keep, hall, qt, place):
    hall.settings.set("pacs.listen", True)
    hall.job(1, "pacs_listen", "Receiving images")
    hall.report(2)
    window = keep(MainWindow(hall), size=(1366, 768))
    watch = Watch()
    qt.installEventFilter(watch)
    try:
        window.open_place(place)
        settle(qt)
    finally:
        qt.removeEventFilter(watch)
    assert watch.seen == [], watch.seen
