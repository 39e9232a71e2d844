"""Strokes, undo and redo for the viewer: the editor's errors become a signal, its edits too."""

from PySide6.QtCore import QObject, Signal

from fets_desktop.review.brush import Brush, Point
from fets_desktop.review.editor import Editor
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.viewer.state import Tool, ViewState


class Painting(QObject):
    """Paints with what the state holds in its hand.

    Args:
        state: The viewer's state.
    """

    edited = Signal()
    """An edit was finished, undone or redone."""
    failed = Signal(object)
    """A `StudyError`: the edit could not be kept, and is taken back."""

    def __init__(self, state: ViewState) -> None:
        super().__init__(state)
        self._state = state

    @property
    def editor(self) -> Editor | None:
        """The editor in view."""
        return self._state.scene.editor if self._state.scene else None

    def begin(self, axis: int) -> bool:
        """Begin a stroke in slices across an array axis; False if nothing can be painted."""
        editor, hand = self.editor, self._state.hand
        if editor is None or editor.in_stroke or not hand.draws:
            return False
        value = hand.value if hand.tool is Tool.BRUSH else 0
        name = self.tr("Eraser")
        if value:
            name = self.tr("Brush, {label}").format(label=editor.labels.scheme.tissue(value).value)
        editor.begin(name, Brush(value, hand.diameter_mm / 2, hand.shape, axis), hand.rule)
        return True

    def dab(self, point: Point) -> None:
        """Carry the stroke on to a voxel index (x, y, z)."""
        if self.editor and self.editor.in_stroke:
            self.editor.dab(point)

    def end(self) -> None:
        """Finish the stroke."""
        if self.editor and self.editor.in_stroke:
            try:
                patch = self.editor.end()
            except StudyError as error:
                self.failed.emit(error)
                return
            if patch:
                self.edited.emit()

    def abandon(self) -> None:
        """Abandon the stroke in hand."""
        if self.editor:
            self.editor.abort()

    def undo(self) -> None:
        """Take the newest edit back."""
        self._travel(forward=False)

    def redo(self) -> None:
        """Bring the newest undone edit again."""
        self._travel(forward=True)

    def _travel(self, forward: bool) -> None:
        if self.editor is None:
            return
        try:
            moved = self.editor.redo() if forward else self.editor.undo()
        except StudyError as error:
            self.failed.emit(error)
            return
        if moved:
            self.edited.emit()
