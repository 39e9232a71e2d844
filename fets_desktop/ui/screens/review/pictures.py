"""Pictures and movies of the open case: a file is asked for, written, and told of."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from fets_desktop.app.pictures_out import write_movie, write_picture
from fets_desktop.ui.reading import Reading
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.review.desk import Desk
from fets_desktop.ui.viewer.plane_view import PlaneView
from fets_desktop.ui.viewer.stills import frames, pixels_of, still
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.widgets.file_dialog import file_dialog


class Pictures(QObject):
    """Writes what the viewer shows.

    Args:
        desk: Holds the open case.
        viewer: Shows it.
        screen: Shows the dialogs and failures.
    """

    told = Signal(str)
    """What was written, in a person's words."""

    def __init__(self, desk: Desk, viewer: Viewer, screen: Screen) -> None:
        super().__init__(screen)
        self._desk, self._viewer, self._screen = desk, viewer, screen
        self._writing = Reading(self)
        viewer.picture_wanted.connect(self.ask_pane)

    def ask_pane(self) -> None:
        """Ask where the picture of the pane last used shall be written."""
        pane = self._viewer.current
        self._ask(self._name(pane, str(pane.index + 1)), "png", partial(self.save_panes, [pane]))

    def ask_all(self) -> None:
        """Ask where the picture of all panes shall be written."""
        self._ask(f"{self._desk.case}-review", "png", partial(self.save_panes, self._viewer.seen_panes()))

    def ask_movie(self) -> None:
        """Ask where the movie of all slices of the pane last used shall be written."""
        pane = self._viewer.current
        self._ask(self._name(pane, "slices"), "gif", partial(self.save_movie, pane))

    def save_panes(self, panes: list[QWidget], path: str) -> None:
        """Write a picture of panes."""
        with self._screen.telling():
            file = _with_ending(path, ".png")
            write_picture(pixels_of(still(panes, self._foot())), file)
            self.told.emit(self.tr("The picture is saved as {file}.").format(file=file))

    def save_movie(self, pane: PlaneView, path: str) -> None:
        """Write a movie of a pane's slices: drawn at once, written beside the window."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            drawn = [pixels_of(image) for image in frames(pane, self._foot())]
        finally:
            QGuiApplication.restoreOverrideCursor()
        file = _with_ending(path, ".gif")
        words = self.tr("The movie is saved as {file}.").format(file=file)
        self._writing.start(partial(write_movie, drawn, file), lambda _: self.told.emit(words), self._screen.tell)

    def close(self) -> None:
        """The window closes: let what is being written come to its end."""
        self._writing.wait()

    def _ask(self, name: str, ending: str, then: object) -> None:
        if not self._desk.case:
            return
        dialog = file_dialog(self._screen, self.tr("Save a picture"), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{ending.upper()} (*.{ending})")
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{name}.{ending}")
        dialog.fileSelected.connect(then)
        dialog.open()

    def _name(self, pane: PlaneView, slices: str) -> str:
        return f"{self._desk.case}-{pane.contrast.lower()}-{pane.orientation}-{slices}"

    def _foot(self) -> str:
        base = self._desk.session.base if self._desk.session else None
        version = self.tr("labels version {n}").format(n=base.number) if base else self.tr("no labels yet")
        if self._desk.session and self._desk.session.changed:
            version = self.tr("{version}, edited").format(version=version)
        return f"{self._desk.case}   {version}   {date.today().isoformat()}"


def _with_ending(path: str, ending: str) -> Path:
    return Path(path) if path.lower().endswith(ending) else Path(f"{path}{ending}")
