"""Opens the window on a workspace and keeps it open until the person leaves."""

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from fets_desktop.app.hall import Hall
from fets_desktop.imaging.late import fetch
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.bridge import Alarm
from fets_desktop.ui.faults import FaultNet, tell
from fets_desktop.ui.fonts import load_fonts
from fets_desktop.ui.icons import icon
from fets_desktop.ui.inactivity import Inactivity
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.theme import apply_theme

_FRAME = 40
"""Pixels that a window's frame and title may take."""

logger = logging.getLogger(__name__)


def make_application() -> QApplication:
    """Return the application in the window's look."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("FeTS Desktop")
    app.setDesktopFileName("fets-desktop")
    app.setWindowIcon(icon("brain", "#4db3d9"))
    app.setStyle("Fusion")
    load_fonts(app)
    apply_theme("dark")
    return app


def run_window(folder: Path, demo: bool, *, hidden: bool = False) -> int:
    """Open the window on a workspace.

    Args:
        folder: The workspace's folder; made if it is not there.
        demo: Make and import a demo patient if the workspace holds none.
        hidden: Open beside the clock where a federation goes on there, else small.

    Returns:
        The exit status: 0, or that of the failure to open the workspace.
    """
    app = make_application()
    fold_net = FaultNet().spread()
    alarm = Alarm()
    try:
        hall = Hall(folder, alarm.ring)
    except StudyError as error:
        logger.warning("the workspace was not opened: %s", error.code)
        tell(error, None).finished.connect(app.quit)
        app.exec()
        return int(error.text.kind)
    try:
        apply_theme(hall.settings.get("look.theme"))
        window = MainWindow(hall)
        if not hidden:
            show_fitting(window)
        Inactivity(hall, window)
        QTimer.singleShot(0, window, lambda: _begin(hall, alarm, demo))
        if hidden:
            QTimer.singleShot(0, window, window.tray.begin_hidden)
        return app.exec()
    finally:
        alarm.answer(None)
        hall.close()
        fold_net()


def show_fitting(window: MainWindow) -> None:
    """Show the window at its size where the screen has room for it and its frame, else as large as the screen."""
    room = window.screen().availableSize()
    if window.width() + _FRAME < room.width() and window.height() + _FRAME < room.height():
        window.show()
    else:
        window.showMaximized()


def _begin(hall: Hall, alarm: Alarm, demo: bool) -> None:
    """Start the work once the window is seen."""
    alarm.answer(hall.pump)
    fetch()
    hall.follow()
    if demo and not hall.cases.all() and not hall.jobs.all():
        hall.demo.start()
