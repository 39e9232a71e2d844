"""Other versions of the open case, as label maps that regions can be taken from."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import convert_labels
from fets_desktop.study.volume import LabelMap
from fets_desktop.ui.screens.review_options import ToolOptions
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.words import author_words


class Candidates(QObject):
    """Lists a case's versions, newest first, and reads the one that is chosen.

    Args:
        hall: The use cases.
        viewer: Where the chosen one is shown.
        options: Where they are chosen from.
    """

    failed = Signal(object)
    """A `StudyError`: it cannot be read, or does not fit."""

    def __init__(self, hall: Hall, viewer: Viewer, options: ToolOptions) -> None:
        super().__init__(viewer)
        self._hall, self._viewer, self._options = hall, viewer, options
        options.candidate_wanted.connect(self.choose)

    def list_of(self, case: str) -> None:
        """List the versions of a case; "" for none."""
        versions = self._hall.cases.versions(case) if case else []
        words = self.tr("{number}, {who}")
        rows = [(v.id, words.format(number=v.number, who=author_words(v))) for v in reversed(versions)]
        self._options.show_versions(rows)

    def choose(self, version: str) -> None:
        """Show a version beside the labels; "" for none."""
        scene = self._viewer.state.scene
        if scene is None or not version:
            self._viewer.state.offer(None)
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._viewer.state.offer(self.read_onto(version, scene.editor.labels))
        except StudyError as error:
            self._viewer.state.offer(None)
            self.failed.emit(error)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def take_up(self, version: str) -> None:
        """Choose a version to take regions from, and the tool for it."""
        box = self._options.version
        box.setCurrentIndex(box.findData(version))
        self.choose(version)
        self._viewer.act(f"tool {Tool.CANDIDATE}")

    def read(self, version: str) -> LabelMap | None:
        """Return a version in the scheme of the labels in hand; None without a case.

        Raises:
            StudyError: As `read_onto`.
        """
        scene = self._viewer.state.scene
        return self.read_onto(version, scene.editor.labels) if scene else None

    def read_onto(self, version: str, ours: LabelMap) -> LabelMap:
        """Return a version in the scheme of the labels in hand.

        Raises:
            StudyError: "wrong-grid", "stray-labels" if it does not fit; as `Reviewing.labels`.
        """
        theirs = self._hall.reviewing.labels(version)
        if not theirs.grid.matches(ours.grid, 0.01):
            raise StudyError("wrong-grid", "That version stands on another grid than the images.")
        try:
            return LabelMap(convert_labels(theirs.array, theirs.scheme, ours.scheme), ours.grid, ours.scheme)
        except ValueError as error:
            raise StudyError(
                "stray-labels", "That version has a label that this one's scheme does not know."
            ) from error
