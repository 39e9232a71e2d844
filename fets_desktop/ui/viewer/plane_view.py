"""A plane under the mouse: slices by the wheel, tools by drags."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QWheelEvent

from fets_desktop.review.brush import BrushShape, Point
from fets_desktop.review.display import LABEL_COLOURS, Window
from fets_desktop.review.frame import Frame
from fets_desktop.review.planes import Orientation
from fets_desktop.study.contrast import Contrast
from fets_desktop.ui.viewer.hand import MEASURING, STROKES, Tool
from fets_desktop.ui.viewer.measuring import measure_words
from fets_desktop.ui.viewer.mouse import (
    Drag,
    Pointer,
    click,
    diameters,
    paint,
    pan,
    point,
    ruler,
    sketch,
    slide,
    window,
    zoom,
)
from fets_desktop.ui.viewer.overlay import SLIDER_WIDTH, draw_brush, draw_measure, draw_outline
from fets_desktop.ui.viewer.painting import Painting
from fets_desktop.ui.viewer.pane import Pane
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.state import ViewState
from fets_desktop.ui.viewer.tooling import Tooling

_CURSORS = {
    Tool.WINDOW: Qt.CursorShape.SizeAllCursor,
    Tool.PAN: Qt.CursorShape.OpenHandCursor,
    Tool.FILL: Qt.CursorShape.PointingHandCursor,
    Tool.ISLANDS: Qt.CursorShape.PointingHandCursor,
    Tool.CANDIDATE: Qt.CursorShape.PointingHandCursor,
}
_DRAGS = {
    Tool.WINDOW: window,
    Tool.PAN: pan,
    Tool.RULER: ruler,
    Tool.DIAMETERS: diameters,
    Tool.POLYGON: sketch,
    Tool.FILL: click,
    Tool.ISLANDS: click,
    Tool.CANDIDATE: click,
    **dict.fromkeys(STROKES, paint),
}
"""What the left button does; with all other tools it moves the crosshair."""
_ERASER = QColor("#e7ebef")
_WHEEL_ZOOM = 1.15


class PlaneView(Pane):
    """A pane that a person works in.

    Args:
        state: What is looked at.
        painting: Where strokes go.
        tooling: What the tools do that are no strokes.
        orientation: Which plane; may be changed.
        contrast: The contrast it always shows; None follows the state.
    """

    frame_moved = Signal()
    """A person zoomed or panned here."""
    enlarge_wanted = Signal()

    def __init__(
        self,
        state: ViewState,
        painting: Painting,
        tooling: Tooling,
        orientation: Orientation,
        contrast: Contrast | None = None,
    ) -> None:
        super().__init__(state, orientation, contrast)
        self.painting, self.tooling = painting, tooling
        self.right_zooms = True
        self.shift_points = False
        self._drag: Drag | None = None
        self._mouse: QPointF | None = None
        self._notches = 0.0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        state.scene_changed.connect(self.abandon)
        state.hand_changed.connect(self._hand_changed)
        tooling.sketch.changed.connect(self.update)
        tooling.measures.changed.connect(self.update)
        self._hand_changed()

    # --- what drags and keys do

    def voxel_at(self, pointer: Pointer) -> Point:
        """Return the continuous voxel index under a pixel, in the slice shown."""
        column, row = self.frame.to_picture(pointer.x, pointer.y)
        return self.plane.to_voxel(column, row, self.index)

    def look_at(self, pointer: Pointer) -> None:
        """Move the crosshair to a pixel."""
        self.state.look_at(self.voxel_at(pointer))

    def show_frame(self, frame: Frame) -> None:
        """Show the frame a person wants."""
        self.own_frame = True
        self.set_frame(frame)
        self.frame_moved.emit()

    def show_level(self, level: Window) -> None:
        """Show the window and level a person wants."""
        self.state.set_window(self.contrast, level)

    def show_fraction(self, fraction: float) -> None:
        """Show the slice at a place of the slider: 1 is the most superior, left or anterior."""
        forward = fraction if self.plane.forward > 0 else 1.0 - fraction
        self._show_index(round(forward * (self.plane.count - 1)))

    def step(self, slices: int) -> None:
        """Go on by slices towards superior, left or anterior; backwards if negative."""
        self._show_index(self.index + slices * self.plane.forward)

    def centre(self) -> None:
        """Bring the cursor to the middle of the pane."""
        x, y = self.frame.to_pixel(*self.cursor_in_picture())
        self.show_frame(self.frame.moved(self.frame.width / 2 - x, self.frame.height / 2 - y))

    def abandon(self) -> None:
        """Abandon the drag in hand."""
        drag, self._drag = self._drag, None
        if drag:
            drag.close()

    def _show_index(self, index: int) -> None:
        voxel = list(self.state.cursor)
        voxel[2 - self.plane.axis] = index
        self.state.look_at((voxel[0], voxel[1], voxel[2]))

    def _hand_changed(self) -> None:
        other = Qt.CursorShape.BlankCursor if self.state.hand.draws else Qt.CursorShape.CrossCursor
        self.setCursor(_CURSORS.get(self.state.hand.tool, other))
        self.update()

    def draw_hand(self, painter: QPainter) -> None:
        """Draw what the brush would cover, or the outline in hand."""
        hand, scene = self.state.hand, self.state.scene
        if scene is None:
            return
        colour = QColor(*LABEL_COLOURS[scene.editor.labels.scheme.tissue(hand.value)])
        if hand.tool is Tool.ERASER or (hand.tool is Tool.POLYGON and self.state.options.erases):
            colour = _ERASER
        if hand.tool is Tool.POLYGON:
            self._draw_sketch(painter, colour)
        self._draw_measures(painter, scene)
        if self._mouse is None or not hand.draws:
            return
        radius = self._brush_pixels()
        draw_brush(painter, self._mouse.x(), self._mouse.y(), (radius, radius), colour)
        if hand.shape is BrushShape.BALL:
            draw_brush(painter, self._mouse.x(), self._mouse.y(), (radius, radius / 3), colour)

    def _brush_pixels(self) -> float:
        """Return the brush's radius on the pane."""
        return max(self.state.hand.diameter_mm / 2 * self.frame.scale / self.devicePixelRatioF(), 1.5)

    def _draw_measures(self, painter: QPainter, scene: Scene) -> None:
        for measure in self.tooling.measures.all:
            if (measure.axis, measure.level) == (self.plane.axis, self.index):
                lines = [(self._spot(a), self._spot(b)) for a, b in measure.lines]
                draw_measure(painter, lines, measure_words(measure, scene.grid), self._letters)

    def _spot(self, voxel: Point) -> QPointF:
        """Return where a voxel (x, y, z) lies on the pane."""
        x, y = self.frame.to_pixel(*self.plane.to_picture(voxel))
        return QPointF(x, y) / self.devicePixelRatioF()

    def _draw_sketch(self, painter: QPainter, colour: QColor) -> None:
        line = self.tooling.sketch
        if line.axis != self.plane.axis or line.level != self.index:
            return
        points = [self._spot(corner) for corner in line.corners]
        # the line to the mouse shows where the next corner would be, unless it is being drawn freehand
        draw_outline(painter, points, None if self._drag else self._mouse, colour)

    # --- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        if self.state.scene is None or self._drag:
            return
        pointer = self._pointer(event)
        match event.button():
            case Qt.MouseButton.LeftButton if event.position().x() >= self.width() - SLIDER_WIDTH:
                self._begin(slide(self, pointer))
            case Qt.MouseButton.LeftButton:
                self._work_here()
                self._begin(_DRAGS.get(self.state.hand.tool, point)(self, pointer))
            case Qt.MouseButton.MiddleButton:
                self._begin(pan(self, pointer))
            case Qt.MouseButton.RightButton if self.tooling.sketch.corners:
                self.tooling.close_polygon()
            case Qt.MouseButton.RightButton:
                self._begin((zoom if self.right_zooms else window)(self, pointer))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the drag on; show the brush where the mouse is."""
        before, self._mouse = self._mouse, event.position()
        if self._drag:
            self._send(self._pointer(event))
        elif self.shift_points and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.state.scene:
            self.look_at(self._pointer(event))
        if self.tooling.sketch.corners:
            self.update()
        elif self.state.hand.draws:
            reach = self._brush_pixels() + 4.0
            for spot in (before, self._mouse):
                if spot is not None:
                    self.update(QRectF(spot.x() - reach, spot.y() - reach, 2 * reach, 2 * reach).toAlignedRect())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish the drag."""
        if self._drag and event.buttons() == Qt.MouseButton.NoButton:
            self._send(None)
            self.abandon()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Make this pane large, or small again; with a brush two quick clicks are two dabs, an outline they close."""
        tool = self.state.hand.tool
        if event.button() is Qt.MouseButton.LeftButton and self.tooling.sketch.corners:
            self.tooling.close_polygon()
        elif event.button() is Qt.MouseButton.LeftButton and tool not in (
            *STROKES,
            *MEASURING,
            Tool.POLYGON,
            Tool.FILL,
        ):
            self.enlarge_wanted.emit()
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go through the slices; zoom with Ctrl; resize the brush with Shift."""
        # with Alt or Shift held some systems turn the wheel sideways
        notches = (event.angleDelta().y() or event.angleDelta().x()) / 120.0
        ratio, spot = self.devicePixelRatioF(), event.position()
        if notches and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.show_frame(self.frame.zoomed(_WHEEL_ZOOM**notches, spot.x() * ratio, spot.y() * ratio))
        elif notches and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.state.resize_brush(1 if notches > 0 else -1)
        elif notches and self.state.scene:
            self._work_here()
            # touchpads send parts of a notch
            self._notches = notches if notches * self._notches < 0 else self._notches + notches
            self.step(int(self._notches))
            self._notches -= int(self._notches)
        event.accept()

    def _work_here(self) -> None:
        """What goes slice by slice works in this plane from now on; a mouse that only passes by does not count."""
        self.state.set_options(replace(self.state.options, plane=self.orientation))

    def _begin(self, drag: Drag) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._drag = drag
        try:
            next(drag)
        except StopIteration:
            self._drag = None

    def _send(self, pointer: Pointer | None) -> None:
        if self._drag:
            try:
                self._drag.send(pointer)
            except StopIteration:
                self._drag = None

    def _pointer(self, event: QMouseEvent) -> Pointer:
        ratio = self.devicePixelRatioF()
        return Pointer(event.position().x() * ratio, event.position().y() * ratio)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the brush."""
        self._mouse = None
        self.update()
