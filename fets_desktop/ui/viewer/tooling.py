"""The tools that act at a click: fills, polygons, islands, swaps, copies, regions of another label map."""

from PySide6.QtCore import QObject, Signal

from fets_desktop.review.brush import Point
from fets_desktop.review.change import NOTHING
from fets_desktop.review.flood import Voxel, alike_region, label_region
from fets_desktop.review.moves import copy_slice, swap, take_region
from fets_desktop.review.polygon import polygon
from fets_desktop.study.contrast import Contrast
from fets_desktop.ui.viewer.hand import MEASURING, Tool
from fets_desktop.ui.viewer.measuring import Measures
from fets_desktop.ui.viewer.operations import Operations
from fets_desktop.ui.viewer.painting import Painting
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.sketch import Sketch
from fets_desktop.ui.viewer.state import ViewState


class Tooling(QObject):
    """Uses the tool in hand, where it is no stroke.

    Args:
        state: The viewer's state.
        painting: Where edits go.
    """

    told = Signal(str)
    """Why nothing happened, in a person's words."""
    act_wanted = Signal()
    """A person accepted while nothing waited for it: the tool in hand is to act."""

    def __init__(self, state: ViewState, painting: Painting) -> None:
        super().__init__(state)
        self._state, self._painting = state, painting
        self.operations = Operations(state, painting)
        self.sketch = Sketch(self)
        self.measures = Measures(self)
        self._tool = state.hand.tool
        self.operations.told.connect(self.told)
        state.scene_changed.connect(self.abandon)
        state.scene_changed.connect(self.measures.clear)
        state.hand_changed.connect(self._hand_changed)

    def click(self, point: Point, axis: int, contrast: Contrast) -> None:
        """Use the tool in hand on a voxel (x, y, z) of a slice across `axis`, seen in `contrast`."""
        scene = self._state.scene
        x, y, z = (round(p) for p in point)
        if scene is None or not all(0 <= p < n for p, n in zip((x, y, z), scene.grid.shape[::-1], strict=True)):
            return
        match self._state.hand.tool:
            case Tool.FILL:
                self._fill(scene, (x, y, z), axis, contrast)
            case Tool.ISLANDS:
                self.operations.piece((x, y, z))
            case Tool.CANDIDATE:
                self._take(scene, (x, y, z))

    def _fill(self, scene: Scene, seed: Voxel, axis: int, contrast: Contrast) -> None:
        options, value = self._state.options, self._state.hand.value
        flat = None if options.through else axis
        name = self._painting.named(self.tr("Fill"), value)
        if options.by_brightness:
            image, tolerance = scene.volumes[contrast].array, self._painting.tolerance(contrast)
            self.operations.run(
                lambda _: alike_region(image, seed, tolerance, value, flat), name, self.tr("There is nothing to fill.")
            )
        else:
            labels, none = scene.editor.labels.array, self.tr("Nothing was filled: the outline around it is open.")
            self.operations.run(lambda _: label_region(labels, seed, value, flat), name, none)

    def _take(self, scene: Scene, seed: Voxel) -> None:
        candidate, every = self._state.candidate, self._state.options.every_label
        if candidate is None:
            self.told.emit(self.tr("Choose at the right which version the region is taken from."))
            return
        labels = scene.editor.labels
        change = take_region(labels.array, candidate, seed, labels.scheme, every)
        words, value = self.tr("Region taken"), int(candidate.array[seed[::-1]])
        if not self._painting.make(change, words if every else self._painting.named(words, value)):
            self.told.emit(self.tr("There is nothing to take: that version is empty there, or yours is the same."))

    def swap(self) -> None:
        """Let the active label and its partner change places."""
        scene, value, partner = self._state.scene, self._state.hand.value, self._state.options.partner
        if scene is None:
            return
        name = self._painting.named(self._painting.named(self.tr("Swap"), value), partner)
        change = swap(scene.editor.labels.array, value, partner) if value != partner else NOTHING
        if not self._painting.make(change, name):
            self.told.emit(self.tr("There is nothing to swap: choose two labels, of which one at least is drawn."))

    def copy_slice(self, axis: int, index: int, step: int) -> None:
        """Copy the labels of the slice `step` slices away onto slice `index`."""
        scene = self._state.scene
        if scene is None:
            return
        value = None if self._state.options.every_label else self._state.hand.value
        change = copy_slice(scene.editor.labels.array, axis, index + step, index, value)
        words = self.tr("Slice copied")
        if not self._painting.make(change, words if value is None else self._painting.named(words, value)):
            self.told.emit(self.tr("The slice beside it has nothing that this one has not."))

    def close_polygon(self) -> None:
        """Close the outline in hand and paint what it runs around."""
        corners, scene = self.sketch.clear(), self._state.scene
        if not corners or scene is None:
            return
        erases = self._state.options.erases
        value = 0 if erases else self._state.hand.value
        name = self.tr("Polygon erased") if erases else self._painting.named(self.tr("Polygon"), value)
        if not self._painting.make(polygon(corners, self.sketch.axis, value, scene.grid.shape), name):
            self.told.emit(self.tr("The outline runs around nothing that may be changed."))

    def step_back(self) -> None:
        """Take the last corner of the outline away, or with a ruler in hand the last measure."""
        if self._state.hand.tool in MEASURING:
            self.measures.step_back()
        else:
            self.sketch.step_back()

    def accept(self) -> None:
        """Close the outline in hand, or make an edit of what is proposed; else let the tool act, unless it does."""
        if self.sketch.corners:
            self.close_polygon()
        elif self.operations.proposes:
            self.operations.accept()
        elif not self.operations.busy:
            self.act_wanted.emit()

    def abandon(self) -> None:
        """Forget the outline in hand, what is being computed, and what is proposed."""
        self.sketch.clear()
        self.operations.abandon()

    def _hand_changed(self) -> None:
        if self._tool is not self._state.hand.tool:
            self._tool = self._state.hand.tool
            self.abandon()
