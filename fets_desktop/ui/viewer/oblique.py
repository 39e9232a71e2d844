"""The picture of an oblique plane through the cursor: image and label maps resliced, then drawn as on every plane."""

import math
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent

from fets_desktop.review.display import Palette, Pixels, blend, windowed
from fets_desktop.review.frame import Frame
from fets_desktop.review.oblique import Cut, Vector
from fets_desktop.review.over import contour
from fets_desktop.review.sampling import Bytes
from fets_desktop.study.grid import Affine, FloatArray
from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.viewer.focused import FocusedPane
from fets_desktop.ui.viewer.overlay import draw_cross, draw_scale_bar, draw_words
from fets_desktop.ui.viewer.reslice import Reslicer
from fets_desktop.ui.viewer.state import ViewState

STEP_MM = 1.0
_LARGEST = 400


class ObliquePane(FocusedPane):
    """Shows image, labels and candidates on a plane at any angle; nothing is painted here.

    Args:
        state: What is looked at.
    """

    def __init__(self, state: ViewState) -> None:
        super().__init__()
        self.state = state
        self.plane = Cut()
        self.frame = Frame(100, 100, 1.0, 0.0, 0.0, STEP_MM, STEP_MM)
        self.own_frame = False
        self.point: Vector = np.zeros(3)
        self._moving = False
        self._pixels: Pixels | None = None
        self._picture: QImage | None = None
        self._origin = (0, 0)
        self._image: Reslicer | None = None
        self._maps: dict[int, Reslicer] = {}
        """What cuts the labels and all that is drawn over them, by the array's identity."""
        self.setAccessibleName(self.tr("Oblique slice"))
        self.setMinimumSize(120, 120)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        state.scene_changed.connect(self._new_scene)
        state.cursor_moved.connect(self._cursor_moved)
        state.look_changed.connect(self.blend_again)
        state.window_changed.connect(self.blend_again)
        state.overlay_changed.connect(self._new_maps)
        state.layers.changed.connect(self._new_maps)
        state.labels_painted.connect(self.blend_again)

    def turn(self, right_deg: float, up_deg: float) -> None:
        """Turn the plane about its upright and its level axis through the cursor."""
        self.plane = self.plane.turned(right_deg, up_deg)
        self.blend_again()

    def turn_back(self) -> None:
        """Let the plane lie as an axial slice does."""
        self.plane = Cut()
        self.blend_again()

    def step(self, slices: float) -> None:
        """Go on along the normal by so many millimetres."""
        scene = self.state.scene
        if scene:
            self.point = self.point + slices * STEP_MM * self.plane.normal
            self.look_at(scene.grid.to_index(self.point))

    def blend_again(self, *_: object) -> None:
        """The picture is stale: make it when it is next drawn."""
        self._pixels = None
        self.update()

    def _new_scene(self) -> None:
        self._image = None
        self._maps.clear()
        self.plane, self.own_frame = Cut(), False
        self._cursor_moved()

    def _new_maps(self) -> None:
        self._maps.clear()  # what is seen no longer is not to be kept in memory by its reslicer
        self.blend_again()

    def _cursor_moved(self) -> None:
        scene = self.state.scene
        if scene and not self._moving:
            self.point = np.asarray(scene.grid.to_ras(self.state.cursor), dtype=np.float64)
        self.blend_again()

    def look_at(self, voxel: FloatArray | Vector) -> None:
        """Move the cursor to the nearest voxel (x, y, z)."""
        # the cursor goes in whole voxels, the plane in parts of them: rounding must not keep it where it is
        x, y, z = (float(v) for v in voxel)
        self._moving = True
        self.state.look_at((x, y, z))
        self._moving = False
        self.blend_again()

    def anchor(self) -> Vector:
        """Return the point of the plane that lies in the picture's middle: the nearest to the middle of the grid."""
        assert self.state.scene
        grid = self.state.scene.grid
        middle = grid.to_ras([(n - 1) / 2 for n in grid.shape[::-1]])
        normal = self.plane.normal
        return np.asarray(middle - normal * float(normal @ (middle - self.point)), dtype=np.float64)

    def side(self) -> int:
        """Return rows and columns of the square picture: what a turned volume needs."""
        assert self.state.scene
        grid = self.state.scene.grid
        edges = [n * s for n, s in zip(grid.shape[::-1], grid.spacing_mm, strict=True)]
        return min(math.ceil(float(np.linalg.norm(edges)) / STEP_MM), _LARGEST)

    def _fit(self) -> None:
        content, side = self.state.content, self.side()
        assert content
        assert self.state.scene
        spacing = self.state.scene.grid.spacing_mm[::-1]
        longest = max((b - a) * s for a, b, s in zip(content.start, content.stop, spacing, strict=True))
        width, height = self.pixels()
        scale = 0.94 * min(width, height) / max(longest, 1.0)
        edge = side * STEP_MM * scale
        self.frame = Frame(width, height, scale, (width - edge) / 2, (height - edge) / 2, STEP_MM, STEP_MM)

    def pixels(self) -> tuple[int, int]:
        """Return width and height in device pixels."""
        ratio = self.devicePixelRatioF()
        return max(round(self.width() * ratio), 1), max(round(self.height() * ratio), 1)

    def _blend(self) -> None:
        state = self.state
        contrast, image = state.look.contrast, state.image(state.look.contrast)
        if state.scene is None or image is None:
            return
        if not self.own_frame:
            self._fit()
        if self._image is None or self._image.array is not image:
            self._image = Reslicer(image, linear=True)
        side, grid = self.side(), state.scene.grid
        to_index = self.plane.to_index(grid, self.anchor(), STEP_MM)
        values: FloatArray = np.asarray(self._image.cut(to_index, (side, side)), dtype=np.float32)
        grey, ratio = windowed(values, state.window(contrast)), self.devicePixelRatioF()
        cut, line = partial(self._cut_map, to_index), max(round(ratio), 1)
        labels = cut(state.scene.editor.labels.array)
        self._pixels, *origin = blend(grey, labels, state.palette(), self.frame, line)
        state.layers.draw(self._pixels, cut, self.frame, state.palette(), line)
        if (other := state.compared) and self._pixels.size:
            contour(self._pixels, cut(other.array), Palette.of(other.scheme), self.frame, line)
        self._origin = (origin[0], origin[1])
        height, width = self._pixels.shape
        self._picture = None
        if self._pixels.size:
            self._picture = QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
            self._picture.setDevicePixelRatio(ratio)

    def _cut_map(self, to_index: Affine, array: Bytes) -> Bytes:
        """Return the slice `(row, column)` of labels or of heat; no value is interpolated."""
        reslicer = self._maps.get(id(array))
        if reslicer is None or reslicer.array is not array:
            reslicer = self._maps[id(array)] = Reslicer(array, linear=False)
        return np.asarray(reslicer.cut(to_index, (self.side(), self.side())), dtype=np.uint8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, its letters and its angle."""
        if self._pixels is None:
            self._blend()
        ratio = self.devicePixelRatioF()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            if self._pixels is None:
                return
            if self._picture:
                painter.drawImage(QPointF(self._origin[0] / ratio, self._origin[1] / ratio), self._picture)
            font = self.font()
            font.setPixelSize(12)
            painter.setFont(font)
            size = (self.width(), self.height())
            if self.state.look.crosshair:
                x, y = self._pixel_of(self.point)
                draw_cross(painter, x / ratio, y / ratio)
            title = self.tr("Oblique, {angle}° off axial").format(angle=round(self.plane.tilt_deg))
            draw_words(painter, size, title, self.plane.letters, current_theme().colour("accent"))
            draw_scale_bar(painter, size, self.frame.scale / ratio, font)
            if self.hasFocus():
                painter.fillRect(0, 0, self.width(), 1, current_theme().colour("accent"))

    def _pixel_of(self, ras: Vector) -> tuple[float, float]:
        away, half = ras - self.anchor(), (self.side() - 1) / 2
        column = float(away @ np.array(self.plane.across)) / STEP_MM + half
        row = float(away @ np.array(self.plane.down)) / STEP_MM + half
        return self.frame.to_pixel(column, row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is seen in the middle."""
        self.frame = self.frame.resized(*self.pixels())
        self.blend_again()

    def sizeHint(self) -> QSize:
        """Return a size that shows a brain."""
        return QSize(360, 400)
