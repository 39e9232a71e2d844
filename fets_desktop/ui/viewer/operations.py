"""Tools that need time: growth, interpolation, smoothing, holes, islands; computed beside the window.

They work on the labels as they are when they begin; if those change meanwhile, the result is dropped. Growth and
interpolation are shown before a person accepts them, the others are one edit, which undo takes back.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from fets_desktop.review.between import interpolate
from fets_desktop.review.change import Change
from fets_desktop.review.flood import Voxel
from fets_desktop.review.grow import Seeds, grow
from fets_desktop.review.history import Numbered
from fets_desktop.review.pieces import fill_holes, keep_largest, keep_piece, remove_piece, remove_small
from fets_desktop.review.smooth import median, smooth
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import LabelArray
from fets_desktop.ui.viewer.beside import Beside, Work
from fets_desktop.ui.viewer.hand import Options
from fets_desktop.ui.viewer.painting import Painting
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.state import ViewState

Engine = Callable[[LabelArray, int, Grid, Options], Change]


class Operations(QObject):
    """Computes changes and makes them.

    Args:
        state: The viewer's state.
        painting: Where edits go.
    """

    told = Signal(str)
    """Why nothing happened, in a person's words."""
    changed = Signal()
    """It works, or rests, or waits for a person's word on what it proposes."""
    progressed = Signal(float, str)
    """How far the work is, 0 to 1, and its step."""

    def __init__(self, state: ViewState, painting: Painting) -> None:
        super().__init__(state)
        self._state, self._painting = state, painting
        self._beside = Beside(self)
        self._proposal: tuple[Change, str] | None = None
        self._beside.progressed.connect(self.progressed)
        self._beside.failed.connect(self._failed)
        # what was computed on other labels is no proposal for these
        painting.edited.connect(self._forget_proposal)

    @property
    def busy(self) -> bool:
        """Whether something is being computed."""
        return self._beside.busy

    @property
    def proposes(self) -> bool:
        """Whether something waits to be accepted."""
        return self._proposal is not None

    # --- what is asked for

    def grow(self) -> None:
        """Let every label grow from where it is drawn; the result is proposed."""
        scene, hand, options = self._state.scene, self._state.hand, self._state.options
        if scene is None:
            return
        images = [volume.array for volume in scene.volumes.values()]
        brain = scene.editor.brain if hand.inside_brain else None
        seeds = Seeds(scene.editor.labels.array, images, scene.grid, options.reach_mm, brain)
        none = self.tr("Nothing grew. Draw a stroke of each label in a slice or two first: they are the seeds.")
        self._begin(scene, partial(grow, seeds), self.tr("Grown from seeds"), none, proposed=True)

    def interpolate(self, axis: int) -> None:
        """Fill the slices between drawn ones of the active label; the result is proposed."""
        none = self.tr("There is no gap to fill: draw the label in some slices and leave those between them empty.")

        def engine(labels: LabelArray, value: int, grid: Grid, options: Options) -> Change:
            return interpolate(labels, value, axis, grid, options.longest, morphological=options.by_shape)

        self._active(engine, self.tr("Interpolation"), none, proposed=True)

    def smooth(self, axis: int, index: int) -> None:
        """Smooth the active label, in one slice across `axis` or in all."""

        def engine(labels: LabelArray, value: int, grid: Grid, options: Options) -> Change:
            smoothed = median if options.by_majority else smooth
            return smoothed(labels, value, grid, options.smooth_mm, None if options.through else axis, index)

        self._active(engine, self.tr("Smoothing"), self.tr("There is nothing of this label to smooth."))

    def fill_holes(self, axis: int, index: int) -> None:
        """Fill the holes of the active label, in one slice across `axis` or in all."""

        def engine(labels: LabelArray, value: int, _grid: Grid, options: Options) -> Change:
            return fill_holes(labels, value, None if options.through else axis, index)

        self._active(engine, self.tr("Holes filled"), self.tr("This label has no hole there."))

    def keep_largest(self) -> None:
        """Take all pieces of the active label away but its largest."""

        def engine(labels: LabelArray, value: int, grid: Grid, _options: Options) -> Change:
            return keep_largest(labels, value, grid)

        self._active(engine, self.tr("Largest island kept"), self.tr("This label is one piece, or none."))

    def remove_small(self) -> None:
        """Take the small pieces of the active label away."""

        def engine(labels: LabelArray, value: int, grid: Grid, options: Options) -> Change:
            return remove_small(labels, value, grid, options.least_mm3 / 1000.0)

        self._active(engine, self.tr("Small islands removed"), self.tr("No island of this label is that small."))

    def piece(self, seed: Voxel) -> None:
        """Keep or take away the piece of a label under a voxel (x, y, z), as the options have it."""
        scene, keeps = self._state.scene, self._state.options.keeps
        if scene is None:
            return
        labels = scene.editor.labels.array
        value = int(labels[seed[::-1]])
        if not value:
            self.told.emit(self.tr("There is no label under the mouse: click an island."))
            return
        words = self.tr("Island kept") if keeps else self.tr("Island removed")
        chosen = keep_piece if keeps else remove_piece
        none = self.tr("This label has no other piece.") if keeps else self.tr("There is nothing to remove.")
        name = self._painting.named(words, value)
        self._begin(scene, lambda _: chosen(labels, seed, scene.grid), name, none)

    def run(self, work: Work, name: str, none: str) -> None:
        """Compute a change and make it; `none` is said where it is empty."""
        if self._state.scene:
            self._begin(self._state.scene, work, name, none)

    # --- what comes of it

    def accept(self) -> None:
        """Make an edit of what is proposed."""
        if self._proposal:
            (change, name), self._proposal = self._proposal, None
            self._state.propose(None)
            self._make(change, name)
            self.changed.emit()

    def abandon(self) -> None:
        """Stop what is being computed, and forget what is proposed."""
        if self._beside.busy:
            self._beside.stop()
            self.changed.emit()
        self._forget_proposal()

    def _active(self, engine: Engine, words: str, none: str, *, proposed: bool = False) -> None:
        scene = self._state.scene
        if scene is None:
            return
        labels, value, options = scene.editor.labels.array, self._state.hand.value, self._state.options
        name = self._painting.named(words, value)
        self._begin(scene, lambda _: engine(labels, value, scene.grid, options), name, none, proposed=proposed)

    def _begin(self, scene: Scene, work: Work, name: str, none: str, *, proposed: bool = False) -> None:
        self.abandon()
        before = scene.editor.history.next_undo
        self._beside.start(work, partial(self._arrived, scene, before, name, none, proposed))
        self.changed.emit()

    def _arrived(
        self, scene: Scene, before: Numbered | None, name: str, none: str, proposed: bool, change: Change
    ) -> None:
        if self._state.scene is not scene:
            return
        if scene.editor.in_stroke or scene.editor.history.next_undo != before:
            self.told.emit(self.tr("The labels were changed meanwhile. Ask for it again."))
        elif change.empty:
            self.told.emit(none)
        elif proposed:
            self._propose(scene, change, name)
        else:
            self._make(change, name)
        self.changed.emit()

    def _propose(self, scene: Scene, change: Change, name: str) -> None:
        values = np.zeros(scene.grid.shape, dtype=np.uint8)
        values[change.box.slices] = np.where(change.mask, change.values, 0)
        self._proposal = (change, name)
        self._state.propose(values)

    def _make(self, change: Change, name: str) -> None:
        if not self._painting.make(change, name):
            self.told.emit(self.tr("Nothing changed: it is so already, or the paint-over rules forbid it."))

    def _forget_proposal(self) -> None:
        if self._proposal:
            self._proposal = None
            self._state.propose(None)
            self.changed.emit()

    def _failed(self, error: object) -> None:
        self._painting.failed.emit(error)
        self.changed.emit()
