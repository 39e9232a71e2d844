"""Opens the window on a workspace and keeps it open until the person leaves."""

import logging
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from fets_desktop.app.hall import Hall
from fets_desktop.app.workspaces import USUAL_SIZE, refuse_lost, remember, text_size
from fets_desktop.imaging.late import fetch
from fets_desktop.study.errors import StudyError
from fets_desktop.study.memory import keep_large_pieces_apart
from fets_desktop.ui.bridge import Alarm
from fets_desktop.ui.faults import FaultNet, tell
from fets_desktop.ui.fonts import load_fonts
from fets_desktop.ui.icons import icon
from fets_desktop.ui.inactivity import Inactivity
from fets_desktop.ui.languages import SYSTEM, speak
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.text_size import sized_application
from fets_desktop.ui.theme import apply_theme
from fets_desktop.ui.widgets.encryption_dialog import ask_to_open
from fets_desktop.ui.widgets.workspace_choice import NotOpened

_FRAME = 40
"""Pixels that a window's frame and title may take."""

logger = logging.getLogger(__name__)


def make_application(percent: int = USUAL_SIZE) -> QApplication:
    """Return the application in the window's look, drawn at a size unless it is there already."""
    keep_large_pieces_apart()
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else sized_application(percent)
    app.setApplicationName("FeTS Desktop")
    app.setDesktopFileName("fets-desktop")
    app.setWindowIcon(icon("brain", "#4db3d9"))
    app.setStyle("Fusion")
    # until a language is spoken: what a program writes must not hang on where it runs
    QLocale.setDefault(QLocale.c())
    # Qt's dialogs would write the folders they showed into the person's settings; a folder may bear a patient's name
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    load_fonts(app)
    apply_theme("dark")
    return app


def run_window(folder: Path, demo: bool, *, hidden: bool = False, files: Sequence[Path] = ()) -> int:
    """Open the window on a workspace, and on another one where a person chooses that.

    Args:
        folder: The workspace's folder; made if it is not there.
        demo: Make and import a demo patient if the workspace holds none.
        hidden: Open beside the clock where a federation goes on there, else small.
        files: What to take in at once, as if it had been dropped on the window.

    Returns:
        The exit status: 0, or that of the failure to open the workspace.
    """
    app = make_application(text_size())
    speak(SYSTEM)
    fold_net = FaultNet().spread()
    try:
        status, chosen = _sit_at(app, folder, demo, hidden, files=files)
        while chosen is not None:
            status, chosen = _sit_at(app, chosen, demo=False, hidden=False, chosen=True)
        return status
    finally:
        fold_net()


def _sit_at(
    app: QApplication, folder: Path, demo: bool, hidden: bool, *, files: Sequence[Path] = (), chosen: bool = False
) -> tuple[int, Path | None]:
    """Keep the window open on one workspace; return the exit status, and which workspace is wanted next."""
    alarm = Alarm()
    try:
        refuse_lost(folder)
        hall = Hall(folder, alarm.ring)
    except StudyError as error:
        logger.warning("the workspace was not opened: %s", error.code)
        opened = _ask_for_passphrase(app, folder, alarm) if error.code == "locked-secrets" else None
        if opened is None:
            return int(error.text.kind), _ask_instead(app, error, folder)
        hall = opened
    try:
        if chosen:
            with suppress(StudyError):  # it is open all the same
                remember(folder)
        speak(hall.settings.get("look.language"))
        apply_theme(hall.settings.get("look.theme"))
        window = MainWindow(hall)
        if not hidden:
            show_fitting(window)
        Inactivity(hall, window)
        QTimer.singleShot(0, window, lambda: _begin(hall, alarm, window, demo))
        if hidden:
            QTimer.singleShot(0, window, window.tray.begin_hidden)
        if files:
            QTimer.singleShot(0, window, lambda: window.take_in([file.absolute() for file in files]))
        status = app.exec()
        if window.next_workspace is not None:
            _fold_up(app, window)
        return status, window.next_workspace
    finally:
        alarm.answer(None)
        hall.close()


def _ask_for_passphrase(app: QApplication, folder: Path, alarm: Alarm) -> Hall | None:
    """Open a workspace whose images are encrypted under a passphrase; None if a person does not give it."""
    found: list[Hall] = []
    app.setQuitOnLastWindowClosed(False)
    dialog = ask_to_open(lambda passphrase: found.append(Hall(folder, alarm.ring, passphrase=passphrase)), None)
    dialog.finished.connect(app.quit)
    dialog.open()
    app.exec()
    app.setQuitOnLastWindowClosed(True)
    return found[0] if found else None


def _ask_instead(app: QApplication, error: StudyError, folder: Path) -> Path | None:
    """Tell why a workspace was not opened; return what is to be opened instead."""
    app.setQuitOnLastWindowClosed(False)  # there is none between the two
    question = NotOpened(folder, recoverable=error.code == "lost-image-key")
    tell(error, None).finished.connect(question.open)
    question.finished.connect(app.quit)
    app.exec()
    app.setQuitOnLastWindowClosed(True)
    return question.chosen


def _fold_up(app: QApplication, window: MainWindow) -> None:
    """Delete a window that another one follows, while its hall is still there."""
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def show_fitting(window: MainWindow) -> None:
    """Show the window at its size where the screen has room for it and its frame, else as large as the screen."""
    room = window.screen().availableSize()
    if window.width() + _FRAME < room.width() and window.height() + _FRAME < room.height():
        window.show()
    else:
        window.showMaximized()


def _begin(hall: Hall, alarm: Alarm, window: MainWindow, demo: bool) -> None:
    """Start the work once the window is seen."""
    alarm.answer(hall.pump)
    fetch()
    hall.follow()
    if demo and not hall.cases.all() and not hall.jobs.all():
        hall.demo.start()
    window.tour.offer()
