"""What the viewer looks at and holds in its hand; views only observe it, and none of it is in the label map."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QObject, Signal

from fets_desktop.review.difference import enhancement_window
from fets_desktop.review.display import Palette, Window
from fets_desktop.review.planes import Plane
from fets_desktop.review.presets import Preset, preset_window
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.crop import Box
from fets_desktop.study.grid import FloatArray
from fets_desktop.study.volume import LabelArray, LabelMap
from fets_desktop.ui.viewer.hand import LARGEST_BRUSH_MM, Hand, Options, Tool
from fets_desktop.ui.viewer.layers import Layers
from fets_desktop.ui.viewer.scene import Scene


class Layout(StrEnum):
    """How the panes stand."""

    QUAD = "quad"
    ONE = "one"
    CONTRASTS = "contrasts"
    OBLIQUE = "oblique"


@dataclass(frozen=True)
class Look:
    """How the picture looks.

    Attributes:
        contrast: The contrast in the linked planes.
        opacity: How strongly labels cover the image.
        outlines: Whether labels have outlines.
        labels: Whether labels are shown at all.
        hidden: Label values that are not shown.
        crosshair: Whether the crosshair is shown.
        whole_head: Whether skull and skin are shown, where there are images of them.
        minus_t1: Whether T1Gd is shown less T1.
        rendered: Whether the 3-D pane shows the image's volume instead of the brain's surface.
    """

    contrast: Contrast = Contrast.T1GD
    opacity: float = 0.4
    outlines: bool = True
    labels: bool = True
    hidden: frozenset[int] = frozenset()
    crosshair: bool = True
    whole_head: bool = False
    minus_t1: bool = False
    rendered: bool = False


class ViewState(QObject):
    """Cursor, look, hand and layout of one viewer."""

    scene_changed = Signal()
    cursor_moved = Signal()
    look_changed = Signal()
    window_changed = Signal(object)
    """Window and level of a `Contrast` are others: a drag says so many times a second."""
    hand_changed = Signal()
    layout_changed = Signal()
    overlay_changed = Signal()
    """What is hatched over the labels is another."""
    labels_painted = Signal(object)
    """A `Box` of voxels whose labels changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scene: Scene | None = None
        self.look = Look()
        self.hand = Hand()
        self.options = Options()
        self.ranges: dict[Contrast, tuple[float, float]] = {}
        """Lowest and highest value that the threshold brush paints, by contrast."""
        self.spans: dict[Contrast, Window] = {}
        """The range of brightness of every contrast, which no drag changes."""
        self.proposed: LabelArray | None = None
        """What a tool proposes, `(z, y, x)`; 0 where it proposes nothing."""
        self.candidate: LabelMap | None = None
        """The label map that regions can be taken from."""
        self.compared: LabelMap | None = None
        """The label map whose outlines are drawn over the labels in hand."""
        self.layers = Layers(lambda: self.scene.editor.labels if self.scene else None, self)
        self.layers.spotted.connect(self.look_at)
        self.layout = Layout.QUAD
        self.cursor = (0, 0, 0)
        """The voxel (x, y, z) under the cursor."""
        self.windows: dict[Contrast, Window] = {}
        self._difference_window: Window | None = None
        self.tool_before = Tool.BRUSH

    def show(self, scene: Scene | None) -> None:
        """Show another case, or none."""
        if self.scene:
            self.scene.editor.on_painted = _nobody
        self.scene = scene
        self.proposed, self.candidate, self.compared = None, None, None
        self.layers.clear()
        if scene:
            scene.editor.on_painted = self.labels_painted.emit
            self.windows, self._difference_window = scene.windows(), None
            self.spans = dict(self.windows)
            # well above healthy tissue: what takes up contrast medium, and oedema in FLAIR and T2
            self.ranges = {c: (s.level + s.width / 4, s.low + 2.0 * s.width) for c, s in self.spans.items()}
            if self.look.contrast not in scene.volumes:
                self.look = replace(self.look, contrast=scene.contrasts[0])
            self.cursor = scene.start_point()
            self._fit_scheme(scene)
        self.scene_changed.emit()

    def _fit_scheme(self, scene: Scene) -> None:
        """Let go of label values that mean nothing in the scheme of the case."""
        values = [value for value, _ in scene.editor.labels.scheme.values]
        hand = self.hand
        self.look = replace(self.look, hidden=self.look.hidden & frozenset(values))
        self.hand = replace(
            hand,
            value=hand.value if hand.value in values else values[0],
            over=hand.over if hand.over in (0, None, *values) else None,
            locked=hand.locked & frozenset(values),
        )
        partner = self.options.partner
        self.options = replace(self.options, partner=partner if partner in values else values[-1])

    def look_at(self, voxel: tuple[float, float, float]) -> None:
        """Move the cursor to a voxel (x, y, z) of the grid; outside it, to the nearest."""
        if not self.scene:
            return
        x, y, z = (min(max(round(v), 0), n - 1) for v, n in zip(voxel, self.scene.grid.shape[::-1], strict=True))
        if (x, y, z) != self.cursor:
            self.cursor = (x, y, z)
            self.cursor_moved.emit()

    def set_look(self, look: Look) -> None:
        """Change how the picture looks."""
        if look != self.look:
            self.look = look
            self.look_changed.emit()

    def subtracts(self, contrast: Contrast) -> bool:
        """Return whether a contrast is shown less T1."""
        return self.look.minus_t1 and contrast is Contrast.T1GD and bool(self.scene and self.scene.subtracts)

    def image(self, contrast: Contrast) -> FloatArray | None:
        """Return the `(z, y, x)` image shown for a contrast, None if there is none."""
        if self.scene is None or contrast not in self.scene.volumes:
            return None
        return self.scene.image(contrast, self.look.whole_head, self.look.minus_t1)

    @property
    def content(self) -> Box | None:
        """Box of what is worth looking at: the brain, or all there is where the whole head is shown."""
        if self.scene is None:
            return None
        whole = self.look.whole_head and self.scene.heads
        return Box((0, 0, 0), self.scene.grid.shape) if whole else self.scene.content

    def window(self, contrast: Contrast) -> Window:
        """Return window and level in force for a contrast as it is shown."""
        if self.scene and self.subtracts(contrast):
            self._difference_window = self._difference_window or enhancement_window(self.scene.difference)
            return self._difference_window
        return self.windows.get(contrast, Window(1.0, 0.5))

    def set_window(self, contrast: Contrast, window: Window) -> None:
        """Change window and level of a contrast as it is shown."""
        if self.window(contrast) == window:
            return
        if self.subtracts(contrast):
            self._difference_window = window
        else:
            self.windows[contrast] = window
        self.window_changed.emit(contrast)

    def choose_preset(self, contrast: Contrast, preset: Preset) -> None:
        """Show a contrast by a preset; what is shown less T1 has one way to be shown well."""
        if self.scene is None or contrast not in self.scene.volumes:
            return
        if self.subtracts(contrast):
            self.set_window(contrast, enhancement_window(self.scene.difference))
        else:
            self.set_window(contrast, preset_window(self.scene.volumes[contrast].array, preset))

    def set_hand(self, hand: Hand) -> None:
        """Change tool or its settings."""
        if hand == self.hand:
            return
        other = hand.tool is not self.hand.tool
        if other:
            self.tool_before = self.hand.tool
        hatched = other or (hand.tool is Tool.THRESHOLD and hand.value != self.hand.value)
        size = min(max(hand.diameter_mm, 1.0), LARGEST_BRUSH_MM)
        self.hand = replace(hand, diameter_mm=size)
        self.hand_changed.emit()
        if hatched:
            self.overlay_changed.emit()

    def set_options(self, options: Options) -> None:
        """Change what the tools are told."""
        if options != self.options:
            self.options = options
            self.hand_changed.emit()

    def set_range(self, contrast: Contrast, low: float, high: float) -> None:
        """Change which values of a contrast the threshold brush paints."""
        self.ranges[contrast] = (min(low, high), max(low, high))
        self.hand_changed.emit()
        self.overlay_changed.emit()

    def propose(self, values: LabelArray | None) -> None:
        """Show what a tool would do, or nothing."""
        if values is not None or self.proposed is not None:
            self.proposed = values
            self.overlay_changed.emit()

    def offer(self, candidate: LabelMap | None) -> None:
        """Let regions be taken from a label map on the same grid."""
        self.candidate = candidate
        self.hand_changed.emit()
        self.overlay_changed.emit()

    def compare(self, labels: LabelMap | None) -> None:
        """Draw the outlines of another label map on the same grid, or of none."""
        self.compared = labels
        self.overlay_changed.emit()

    def overlay(self, plane: Plane, index: int, contrast: Contrast) -> LabelArray | None:
        """Return the labels to hatch over a slice, `(row, column)` as it is shown; None if there are none."""
        if self.scene is None:
            return None
        if self.proposed is not None:
            return plane.cut(self.proposed, index)
        if self.hand.tool is Tool.CANDIDATE and self.candidate is not None:
            theirs, mine = plane.cut(self.candidate.array, index), plane.cut(self.scene.editor.labels.array, index)
            return np.where(theirs != mine, theirs, np.uint8(0))  # what is alike needs no click
        if self.hand.tool is Tool.THRESHOLD and contrast in self.ranges:
            low, high = self.ranges[contrast]
            values = plane.cut(self.scene.volumes[contrast].array, index)
            inside = (values >= low) & (values <= high) & (values != 0)
            return np.where(inside, np.uint8(self.hand.value), np.uint8(0))
        return None

    def resize_brush(self, steps: int) -> None:
        """Make the brush larger, or smaller, by steps that grow with it."""
        size = self.hand.diameter_mm
        self.set_hand(replace(self.hand, diameter_mm=round(size + steps * max(1.0, size // 10))))

    def set_layout(self, layout: Layout) -> None:
        """Let the panes stand otherwise."""
        if layout is not self.layout:
            self.layout = layout
            self.layout_changed.emit()

    def palette(self) -> Palette:
        """Return the label colours as they are to be shown."""
        if not self.scene or not self.look.labels:
            return Palette(())
        look, hot = self.look, self.layers.hot
        opacity, outlines = (0.0, True) if hot else (look.opacity, look.outlines)  # heat and labels share colours
        return Palette.of(self.scene.editor.labels.scheme, opacity, outlines, look.hidden)


def _nobody(_: object) -> None:
    """Hear and do nothing."""
