"""Other label maps of the open case, to be looked at side by side and to take regions from."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from fets_desktop.app.hall import Hall
from fets_desktop.review.layers import Layer
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import convert_labels
from fets_desktop.study.volume import LabelMap
from fets_desktop.ui.screens.review.options import ToolOptions
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.words import author_words

IMPORT = "import"
_SAME_GRID_MM = 0.01


class Candidates(QObject):
    """Lists a case's versions, newest first, and reads the one that is chosen.

    Args:
        hall: The use cases.
        viewer: Where the chosen one is shown.
        options: Where they are chosen from.
    """

    failed = Signal(object)
    """A `StudyError`: it cannot be read, or does not fit."""
    listed = Signal(object)
    """What can be shown side by side: pairs of name and title."""

    def __init__(self, hall: Hall, viewer: Viewer, options: ToolOptions) -> None:
        super().__init__(viewer)
        self._hall, self._viewer, self._options = hall, viewer, options
        self._case = ""
        self.others: dict[str, str] = {}
        """Candidates that are no versions: name and title."""
        options.candidate_wanted.connect(self.choose)

    def list_of(self, case: str) -> None:
        """List the versions of a case; "" for none. What is chosen stays so as long as the case does."""
        if case != self._case:
            self._case, self.others = case, {}
        versions = self._hall.cases.versions(case) if case else []
        words = self.tr("{number}, {who}")
        rows = [(v.id, words.format(number=v.number, who=author_words(v))) for v in reversed(versions)]
        others = list(self.others.items())
        self._options.show_versions([*others, *rows])
        newest = _newest(versions)
        self.listed.emit([*others, *((name, title) for name, title in rows if name in newest)])

    def add(self, name: str, title: str, labels: LabelMap) -> None:
        """Take in a label map that is no version, and show it.

        Raises:
            StudyError: "wrong-grid", "stray-labels" if it does not fit.
        """
        if ours := self._ours():
            layers, fitting = self._viewer.state.layers, fitted(labels, ours)
            self.others[name] = title
            self.list_of(self._case)
            layers.hold(Layer(name, title, fitting, layers.free_colour()))

    def show(self, name: str, on: bool = True) -> None:
        """Draw a candidate over the labels, or no longer."""
        layers = self._viewer.state.layers
        if name in layers.held or not on:
            layers.show(name, on)
            return
        with self._reading():
            if labels := self.read(name):
                layers.hold(Layer(name, self.title_of(name), labels, layers.free_colour()))

    def title_of(self, name: str) -> str:
        """Return a candidate's title."""
        box = self._options.version
        return box.itemText(box.findData(name))

    def choose(self, name: str) -> None:
        """Let regions be taken from a candidate; "" for none."""
        state = self._viewer.state
        if state.scene is None or not name:
            state.offer(None)
            return
        state.offer(None)
        with self._reading():
            state.offer(self.read(name))

    @contextmanager
    def _reading(self) -> Iterator[None]:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            yield
        except StudyError as error:
            self.failed.emit(error)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def take_up(self, version: str) -> None:
        """Choose a version to take regions from, and the tool for it."""
        box = self._options.version
        box.setCurrentIndex(box.findData(version))
        self.choose(version)
        self._viewer.act(f"tool {Tool.CANDIDATE}")

    def read(self, name: str) -> LabelMap | None:
        """Return a candidate in the scheme of the labels in hand; None without a case.

        Raises:
            StudyError: "wrong-grid", "stray-labels" if it does not fit; as `Reviewing.labels`.
        """
        ours, held = self._ours(), self._viewer.state.layers.held
        if ours is None:
            return None
        return held[name].labels if name in held else fitted(self._hall.reviewing.labels(name), ours)

    def _ours(self) -> LabelMap | None:
        scene = self._viewer.state.scene
        return scene.editor.labels if scene else None


def fitted(theirs: LabelMap, ours: LabelMap) -> LabelMap:
    """Return a label map in the scheme of another one.

    Raises:
        StudyError: "wrong-grid", or "stray-labels" if a label of it has no place there.
    """
    if not theirs.grid.matches(ours.grid, _SAME_GRID_MM):
        raise StudyError("wrong-grid", "That label map stands on another grid than the images.")
    try:
        return LabelMap(convert_labels(theirs.array, theirs.scheme, ours.scheme), ours.grid, ours.scheme)
    except ValueError as error:
        raise StudyError(
            "stray-labels", "That label map has a label that the scheme of the labels in hand does not know."
        ) from error


def _newest(versions: Sequence[Annotation]) -> set[str]:
    """Return the newest version of everybody who proposed or drew, and all that came out of files."""
    last = {version.author: version.id for version in versions}
    return {version.id for version in versions if version.author == IMPORT or last[version.author] == version.id}
