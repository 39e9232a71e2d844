"""Strokes, single edits, undo and redo for the viewer: the editor's errors become a signal, its edits too."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from fets_desktop.review.brush import Brush, Point
from fets_desktop.review.change import Change
from fets_desktop.review.editor import Editor
from fets_desktop.review.patch import Patch
from fets_desktop.review.picky import AlikeBrush, Covering, RangeBrush, level_at
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.viewer.state import ViewState


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

    def begin(self, axis: int, point: Point, contrast: Contrast) -> bool:
        """Begin a stroke; False if nothing can be painted.

        Args:
            axis: Array axis across the slices it is painted in.
            point: Voxel index (x, y, z) where it begins.
            contrast: The image that brushes with eyes look at.
        """
        editor, hand = self.editor, self._state.hand
        if editor is None or editor.in_stroke or not hand.draws:
            return False
        value = 0 if hand.tool is Tool.ERASER else hand.value
        words = {
            Tool.BRUSH: self.tr("Brush"),
            Tool.ERASER: self.tr("Eraser"),
            Tool.ADAPTIVE: self.tr("Adaptive brush"),
            Tool.THRESHOLD: self.tr("Threshold brush"),
        }[hand.tool]
        brush = self._brush(Brush(value, hand.diameter_mm / 2, hand.shape, axis), point, contrast)
        editor.begin(self.named(words, value) if value else words, brush, hand.rule)
        return True

    def _brush(self, brush: Brush, point: Point, contrast: Contrast) -> Covering:
        state = self._state
        if state.scene is None or state.hand.tool in (Tool.BRUSH, Tool.ERASER):
            return brush
        image = state.scene.volumes[contrast].array
        if state.hand.tool is Tool.THRESHOLD:
            return RangeBrush(brush, image, *state.ranges[contrast])
        return AlikeBrush(brush, image, level_at(image, point, brush), self.tolerance(contrast))

    def tolerance(self, contrast: Contrast) -> float:
        """Return how unlike a voxel of a contrast may be, in its own units."""
        return self._state.spans[contrast].width * self._state.options.tolerance / 100.0

    def named(self, words: str, value: int) -> str:
        """Return the name of an edit: what was done, and to which label."""
        tissue = dict(self.editor.labels.scheme.values).get(value) if self.editor else None
        return f"{words}, {tissue.value}" if tissue else words

    def dab(self, point: Point) -> None:
        """Carry the stroke on to a voxel index (x, y, z)."""
        if self.editor and self.editor.in_stroke:
            self.editor.dab(point)

    def end(self) -> None:
        """Finish the stroke."""
        if self.editor and self.editor.in_stroke:
            self._tell(self.editor.end)

    def make(self, change: Change, name: str) -> bool:
        """Make one edit of what a tool wants, under the rules in force.

        Returns:
            Whether a person sees what came of it: other labels, or an error. False if nothing changed.
        """
        editor = self.editor
        if editor is None or editor.in_stroke or change.empty:
            return False
        rule = self._state.hand.rule
        return self._tell(lambda: editor.apply(change.box, change.mask, change.values, name, rule, change.axis))

    def abandon(self) -> None:
        """Abandon the stroke in hand."""
        if self.editor:
            self.editor.abort()

    def undo(self) -> None:
        """Take the newest edit back."""
        if self.editor:
            self._tell(self.editor.undo)

    def redo(self) -> None:
        """Bring the newest undone edit again."""
        if self.editor:
            self._tell(self.editor.redo)

    def travel(self, steps: int) -> None:
        """Undo so many edits, or redo them if negative; it stops at what cannot be kept."""
        editor = self.editor
        if editor is None:
            return
        before = editor.history.next_undo
        try:
            editor.travel(steps)
        except StudyError as error:
            self.failed.emit(error)
        if editor.history.next_undo != before:
            self.edited.emit()

    def _tell(self, call: Callable[[], Patch | None]) -> bool:
        """Do something with the editor and tell how it went; False if there is nothing to tell."""
        try:
            done = call()
        except StudyError as error:
            self.failed.emit(error)
            return True
        if done:
            self.edited.emit()
        return bool(done)
