"""The picture of one plane of a case: a slice blended in numpy, drawn as one image, with its captions."""

from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent

from fets_desktop.review.display import Palette, Pixels, Window, blend, blend_part, windowed
from fets_desktop.review.frame import Frame
from fets_desktop.review.over import contour, hatch
from fets_desktop.review.planes import Orientation, Plane
from fets_desktop.review.sampling import Bytes
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.crop import Box
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.viewer.focused import FocusedPane
from fets_desktop.ui.viewer.overlay import Captions, draw_captions, draw_crosshair, draw_scale_bar, draw_slider
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.state import ViewState

_MARGIN = 16
_CROSSING = {
    Orientation.AXIAL: (Orientation.CORONAL, Orientation.SAGITTAL),
    Orientation.SAGITTAL: (Orientation.AXIAL, Orientation.CORONAL),
    Orientation.CORONAL: (Orientation.AXIAL, Orientation.SAGITTAL),
}
"""Planes that the crosshair's lines across and down stand for."""
_DARK = QColor(0, 0, 0)
_UNWRITTEN = (44, 36, -60, -36)
"""Where no words stand: so far from the left, top, right and bottom."""
_CLEAN = Box((0, 0, 0), (0, 0, 0))


class Pane(FocusedPane):
    """Shows the slice of one orientation that the cursor lies in.

    Args:
        state: What is looked at.
        orientation: Which plane; may be changed.
        contrast: The contrast it always shows; None follows the state.
    """

    resized = Signal()
    """The pane or what is in it has another size: it may have to fit anew."""

    def __init__(self, state: ViewState, orientation: Orientation, contrast: Contrast | None = None) -> None:
        super().__init__()
        self.state = state
        self.own_frame = False
        self.plane = Plane.of(BRATS_GRID, orientation)
        self.frame = Frame.fitting(self.plane, 100, 100)
        self._contrast = contrast
        self._picture: QImage | None = None
        self._pixels: Pixels | None = None
        self._grey: Bytes | None = None
        self._dirty = _CLEAN
        self._origin = (0, 0)
        self._shown_index = -1
        self._letters = self.font()
        self._letters.setPixelSize(12)
        self.setMinimumSize(120, 120)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.set_orientation(orientation)
        state.scene_changed.connect(self._new_scene)
        state.cursor_moved.connect(self._cursor_moved)
        state.look_changed.connect(self.blend_again)
        state.window_changed.connect(self._window_changed)
        state.overlay_changed.connect(self.blend_again)
        state.layers.changed.connect(self.blend_again)
        state.labels_painted.connect(self._painted)

    @property
    def orientation(self) -> Orientation:
        """Which plane it shows."""
        return self.plane.orientation

    @property
    def contrast(self) -> Contrast:
        """The contrast it shows."""
        return self._contrast or self.state.look.contrast

    @property
    def fixed_contrast(self) -> Contrast | None:
        """The contrast it always shows, None if it follows the state."""
        return self._contrast

    @property
    def level(self) -> Window:
        """Window and level in force."""
        return self.state.window(self.contrast)

    @property
    def index(self) -> int:
        """The slice shown."""
        return self.state.cursor[2 - self.plane.axis]

    def set_orientation(self, orientation: Orientation) -> None:
        """Show another plane."""
        grid = self.state.scene.grid if self.state.scene else BRATS_GRID
        self.plane = Plane.of(grid, orientation)
        plane_words = {
            Orientation.AXIAL: self.tr("Axial"),
            Orientation.SAGITTAL: self.tr("Sagittal"),
            Orientation.CORONAL: self.tr("Coronal"),
        }[orientation]
        self._name = self._contrast.value if self._contrast else plane_words
        name = plane_words if self._contrast is None else f"{plane_words}, {self._contrast}"
        self.setAccessibleName(self.tr("Slices, {plane}").format(plane=name))
        self.own_frame = False
        self.blend_again()

    def fitting_frame(self) -> Frame:
        """Return the frame that shows the whole brain, or the whole head if that is what is shown."""
        width, height = self.pixels()
        content = self.state.content
        if content is None:
            return Frame.fitting(self.plane, width, height)
        return Frame.around(self.plane, width, height, content, _MARGIN * self.devicePixelRatioF())

    def pixels(self) -> tuple[int, int]:
        """Return width and height in device pixels."""
        ratio = self.devicePixelRatioF()
        return max(round(self.width() * ratio), 1), max(round(self.height() * ratio), 1)

    def set_frame(self, frame: Frame) -> None:
        """Show the slice in another frame."""
        if frame != self.frame:
            self.frame = frame
            self.blend_again()

    def blend_again(self) -> None:
        """The picture is stale: blend it when it is next drawn."""
        self._pixels = None
        self.update()

    def cursor_in_picture(self) -> tuple[float, float]:
        """Return where the cursor lies in the slice, as (column, row)."""
        x, y, z = self.state.cursor
        return self.plane.to_picture((x, y, z))

    def _new_scene(self) -> None:
        self.set_orientation(self.orientation)
        self.resized.emit()

    def _cursor_moved(self) -> None:
        if self._shown_index != self.index:
            self.blend_again()
        elif self.state.look.crosshair:
            self.update()

    def _window_changed(self, contrast: Contrast) -> None:
        if contrast is self.contrast:
            self.blend_again()

    def _painted(self, box: Box) -> None:
        if not box.start[self.plane.axis] <= self.index < box.stop[self.plane.axis]:
            return
        if self._pixels is None or self._drawn_over():
            self.blend_again()
            return
        self._dirty = self._dirty.united(box)
        rows, columns = self._in_slice(box)
        left, top = self.frame.to_pixel(columns.start - 1, rows.start - 1)
        right, bottom = self.frame.to_pixel(columns.stop + 1, rows.stop + 1)
        ratio = self.devicePixelRatioF()
        part = QRectF(left / ratio, top / ratio, (right - left) / ratio, (bottom - top) / ratio)
        self.update(part.toAlignedRect().adjusted(-2, -2, 2, 2))

    def _drawn_over(self) -> bool:
        state = self.state
        over = state.compared or state.layers.drawn
        return bool(over) or state.overlay(self.plane, self.index, self.contrast) is not None

    def _in_slice(self, box: Box) -> tuple[slice, slice]:
        """Return the rows and columns of the slice that a box of voxels touches."""
        (z0, y0, x0), (z1, y1, x1) = box.start, box.stop
        ends = [self.plane.to_picture((x0, y0, z0)), self.plane.to_picture((x1 - 1, y1 - 1, z1 - 1))]
        (c0, c1), (r0, r1) = (sorted(round(end[n]) for end in ends) for n in range(2))
        return slice(r0, r1 + 1), slice(c0, c1 + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw picture and captions."""
        if self._pixels is None:
            self._blend()  # before the painter: it must not be left open by a failure
        elif not self._dirty.empty:
            self._blend_dirty(self._pixels)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), _DARK)
            if self._pixels is not None:
                self._draw(painter, event.rect())
                self.draw_hand(painter)
            if self.hasFocus():
                painter.fillRect(0, 0, self.width(), 1, current_theme().colour("accent"))

    def draw_hand(self, painter: QPainter) -> None:
        """Draw the tool in hand, where there is one."""

    def _blend_dirty(self, pixels: Pixels) -> None:
        """Blend only what strokes changed since the last time."""
        changed, self._dirty = self._in_slice(self._dirty), _CLEAN
        scene = self.state.scene
        if scene and pixels.size and self._grey is not None:
            labels = self.plane.cut(scene.editor.labels.array, self.index)
            line = max(round(self.devicePixelRatioF()), 1)
            blend_part(pixels, self._grey, labels, self.state.palette(), self.frame, changed, line)

    def _blend(self) -> None:
        self._dirty = _CLEAN
        scene, image = self.state.scene, self.state.image(self.contrast)
        if scene is None or image is None:
            return
        ratio = self.devicePixelRatioF()
        grey = self._grey = windowed(self.plane.cut(image, self.index), self.level)
        labels = self.plane.cut(scene.editor.labels.array, self.index)
        line = max(round(ratio), 1)
        pixels, left, top = blend(grey, labels, self.state.palette(), self.frame, line)
        self._draw_over(scene, pixels, line)
        self._pixels, self._origin, self._shown_index = pixels, (left, top), self.index
        height, width = pixels.shape
        self._picture = None
        if pixels.size:
            self._picture = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
            self._picture.setDevicePixelRatio(ratio)

    def _draw_over(self, scene: Scene, pixels: Pixels, line: int) -> None:
        """Draw what is no label in hand over the blended slice: proposals, candidates, another version."""
        over = self.state.overlay(self.plane, self.index, self.contrast)
        if over is not None:
            hatch(pixels, over, Palette.of(scene.editor.labels.scheme), self.frame, line)
        cut = partial(self.plane.cut, index=self.index)
        self.state.layers.draw(pixels, cut, self.frame, self.state.palette(), line)
        if other := self.state.compared:
            contour(pixels, cut(other.array), Palette.of(other.scheme), self.frame, line)

    def _draw(self, painter: QPainter, part: QRect) -> None:
        ratio, size = self.devicePixelRatioF(), (self.width(), self.height())
        if self._picture:
            painter.drawImage(QPointF(self._origin[0] / ratio, self._origin[1] / ratio), self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.state.look.crosshair:
            x, y = self.frame.to_pixel(*self.cursor_in_picture())
            across, down = _CROSSING[self.orientation]
            draw_crosshair(painter, size, x / ratio, y / ratio, across, down, ratio)
        if self.rect().adjusted(*_UNWRITTEN).contains(part):
            return  # a stroke in the middle need not write the words at the edges again
        captions = self._captions()
        draw_captions(painter, size, captions, self._letters)
        draw_slider(painter, size, captions)
        draw_scale_bar(painter, size, self.frame.scale / ratio, self._letters)

    def _captions(self) -> Captions:
        level, count = self.level, self.plane.count
        fraction = self.index / max(count - 1, 1)
        name = self._name
        if self.state.subtracts(self.contrast):
            minus = self.tr("T1Gd − T1")
            name = minus if self._contrast else f"{name}  {minus}"
        return Captions(
            name,
            self.orientation,
            self.plane.letters,
            f"{self.index + 1} / {count}",
            self.tr("W {width}   L {level}").format(width=_short(level.width), level=_short(level.level)),
            fraction if self.plane.forward > 0 else 1.0 - fraction,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is seen in the middle."""
        self.set_frame(self.frame.resized(*self.pixels()))
        self.resized.emit()

    def sizeHint(self) -> QSize:
        """Return a size that shows a brain."""
        return QSize(360, 400)


def _short(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
