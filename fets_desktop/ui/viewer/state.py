"""What the viewer looks at and holds in its hand; views only observe it, and none of it is in the label map."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from fets_desktop.review.brush import BrushShape
from fets_desktop.review.display import Palette, Window
from fets_desktop.review.rules import PaintRule
from fets_desktop.study.contrast import Contrast
from fets_desktop.ui.viewer.scene import Scene

LARGEST_BRUSH_MM = 60.0


class Tool(StrEnum):
    """What the left button does."""

    CROSSHAIR = "crosshair"
    WINDOW = "window"
    PAN = "pan"
    BRUSH = "brush"
    ERASER = "eraser"


class Layout(StrEnum):
    """How the panes stand."""

    QUAD = "quad"
    ONE = "one"
    CONTRASTS = "contrasts"


@dataclass(frozen=True)
class Hand:
    """The drawing tools' settings.

    Attributes:
        tool: What the left button does.
        value: Active label.
        diameter_mm: Size of brush and eraser.
        shape: Disc or ball.
        over: Only this label value is painted over; None: any.
        locked: Label values that strokes leave alone.
        inside_brain: Whether strokes stop at the brain mask.
    """

    tool: Tool = Tool.CROSSHAIR
    value: int = 1
    diameter_mm: float = 6.0
    shape: BrushShape = BrushShape.DISC
    over: int | None = None
    locked: frozenset[int] = frozenset()
    inside_brain: bool = True

    @property
    def rule(self) -> PaintRule:
        """What strokes may paint over."""
        return PaintRule(self.over, self.locked, self.inside_brain)

    @property
    def draws(self) -> bool:
        """Whether the tool changes labels."""
        return self.tool in (Tool.BRUSH, Tool.ERASER)


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
    """

    contrast: Contrast = Contrast.T1GD
    opacity: float = 0.4
    outlines: bool = True
    labels: bool = True
    hidden: frozenset[int] = frozenset()
    crosshair: bool = True


class ViewState(QObject):
    """Cursor, look, hand and layout of one viewer."""

    scene_changed = Signal()
    cursor_moved = Signal()
    look_changed = Signal()
    hand_changed = Signal()
    layout_changed = Signal()
    labels_painted = Signal(object)
    """A `Box` of voxels whose labels changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scene: Scene | None = None
        self.look = Look()
        self.hand = Hand()
        self.layout = Layout.QUAD
        self.cursor = (0, 0, 0)
        """The voxel (x, y, z) under the cursor."""
        self.windows: dict[Contrast, Window] = {}
        self.tool_before = Tool.BRUSH

    def show(self, scene: Scene | None) -> None:
        """Show another case, or none."""
        if self.scene:
            self.scene.editor.on_painted = _nobody
        self.scene = scene
        if scene:
            scene.editor.on_painted = self.labels_painted.emit
            self.windows = scene.windows()
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

    def set_window(self, contrast: Contrast, window: Window) -> None:
        """Change window and level of a contrast."""
        if self.windows.get(contrast) != window:
            self.windows[contrast] = window
            self.look_changed.emit()

    def set_hand(self, hand: Hand) -> None:
        """Change tool or its settings."""
        if hand == self.hand:
            return
        if hand.tool is not self.hand.tool:
            self.tool_before = self.hand.tool
        size = min(max(hand.diameter_mm, 1.0), LARGEST_BRUSH_MM)
        self.hand = replace(hand, diameter_mm=size)
        self.hand_changed.emit()

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
        return Palette.of(self.scene.editor.labels.scheme, self.look.opacity, self.look.outlines, self.look.hidden)


def _nobody(_: object) -> None:
    """Hear and do nothing."""
