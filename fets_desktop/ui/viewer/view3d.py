"""The 3-D pane: surfaces or a volume rendered off screen, turned by dragging, made anew beside the window.

Surfaces are made in a thread of their own when strokes have come to rest; what was there is seen until then.
"""

from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)

from fets_desktop.review.display import Window, windowed
from fets_desktop.study.grid import FloatArray
from fets_desktop.study.labels import Tissue
from fets_desktop.ui.reading import Reading
from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.viewer.focused import FocusedPane
from fets_desktop.ui.viewer.meshes import LabelPart, Mesh, brain_mesh, label_meshes
from fets_desktop.ui.viewer.overlay import draw_sides
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.state import ViewState
from fets_desktop.ui.viewer.surfaces import Rgba, Surfaces

_REST_MS = 350
_FIRST_MS = 80
"""A new case is seen in its planes before the surfaces are made."""
_DEGREES_A_PIXEL = 0.5
_DEGREES_A_KEY = 10.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_WORDS = QColor("#e7ebef")
_FAINT = QColor("#98a2ad")
_LIT = 8
"""So bright is a pixel that shows something."""


class View3D(FocusedPane):
    """Label surfaces inside a translucent brain, or inside the rendered volume of the image.

    Args:
        state: What is looked at.
    """

    enlarge_wanted = Signal()

    def __init__(self, state: ViewState) -> None:
        super().__init__()
        self._state = state
        self._surfaces: Surfaces | None = None
        self._pixels: Rgba | None = None
        self._picture: QImage | None = None
        self._stale = True
        self._new = True
        self._able = True
        self._making = Reading(self)
        self._rendered: tuple[FloatArray, Window] | None = None
        """The image and the window of the volume that is shown."""
        self._last: QPointF | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._rebuild)
        self.setAccessibleName(self.tr("Label surfaces in 3D"))
        self.setAccessibleDescription(self.tr("Arrow keys turn it."))
        # a click leaves the keys with the plane that was worked in
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(120, 120)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._hidden = state.look.hidden
        state.scene_changed.connect(self._new_scene)
        state.labels_painted.connect(self._labels_changed)
        state.look_changed.connect(self._look_changed)
        state.window_changed.connect(self._rest_for_volume)

    @property
    def drawn(self) -> bool:
        """Whether the picture shows what there is to see now."""
        return self._pixels is not None and not self._stale and not self._making.busy

    def turn(self, right_deg: float, up_deg: float) -> None:
        """Turn the scene."""
        if self._surfaces:
            self._surfaces.turn(right_deg, up_deg)
            self._draw_anew()

    def close_surfaces(self) -> None:
        """Give the graphics memory back; they come again when next drawn."""
        self._rest.stop()
        self._making.forget()
        self._making.wait()
        if self._surfaces:
            self._surfaces.close()
        self._surfaces, self._pixels, self._picture = None, None, None
        self._stale = self._new = True
        self._rendered = None

    def _new_scene(self) -> None:
        self._making.forget()
        self._stale = self._new = True
        self._rendered = None
        self._picture = None
        if self._surfaces:
            self._surfaces.show_brain(None)
            self._surfaces.show_labels({})
        self._draw_anew()
        self._rest.start(_FIRST_MS)

    def _labels_changed(self, _box: object) -> None:
        self._stale = True
        self._rest.start(_REST_MS)

    def _look_changed(self) -> None:
        if self._hidden != self._state.look.hidden:
            self._hidden = self._state.look.hidden
            self._stale = True
            self._draw_anew()
        self._rest_for_volume()

    def _rest_for_volume(self, *_: object) -> None:
        if not _alike(self._wanted_volume(), self._rendered):
            # a drag of window and level must not wait for a volume at every step
            self._rest.start(_REST_MS)

    def _rebuild(self) -> None:
        scene = self._state.scene
        if scene and scene.editor.in_stroke:
            self._rest.start(_REST_MS)
        else:
            self._draw_anew()

    def _draw_anew(self) -> None:
        self._pixels = None
        self.update()

    # --- what is made beside the window

    def _make(self) -> None:
        scene, new = self._state.scene, self._new
        if scene is None or self._making.busy:
            return
        labels = scene.editor.labels
        part = LabelPart.of(labels.array, labels.grid, labels.scheme, self._state.look.hidden)
        brain = scene.editor.brain if new else None

        def make() -> tuple[Mesh | None, dict[Tissue, Mesh]]:
            return (brain_mesh(brain, labels.grid) if brain is not None else None), label_meshes(part)

        self._stale = self._new = False
        self._making.start(make, partial(self._made, scene, new), _nobody)

    def _made(self, scene: Scene, new: bool, meshes: tuple[Mesh | None, dict[Tissue, Mesh]]) -> None:
        brain, labels = meshes
        if self._state.scene is not scene or self._surfaces is None:
            return
        if new:
            self._surfaces.show_brain(brain)
            self._surfaces.aim(scene.grid, scene.content)
        self._surfaces.show_labels(labels)
        self._draw_anew()

    def _wanted_volume(self) -> tuple[FloatArray, Window] | None:
        contrast = self._state.look.contrast
        image = self._state.image(contrast)
        return (image, self._state.window(contrast)) if self._state.look.rendered and image is not None else None

    def _show_volume(self, scene: Scene, surfaces: Surfaces) -> None:
        wanted = self._wanted_volume()
        if _alike(wanted, self._rendered):
            return
        self._rendered = wanted
        surfaces.show_volume(windowed(*wanted) if wanted else None, scene.grid)

    def _render(self) -> None:
        scene = self._state.scene
        if scene is None or not self._able:
            return
        if self._surfaces is None:
            self._surfaces = Surfaces()
            self._surfaces.aim(scene.grid, scene.content)
        if self._stale or self._new:
            self._make()
        self._show_volume(scene, self._surfaces)
        ratio = self.devicePixelRatioF()
        width, height = max(round(self.width() * ratio), 1), max(round(self.height() * ratio), 1)
        self._pixels = self._surfaces.render(width, height)
        self._able = self._pixels is not None
        if self._pixels is not None:
            self._picture = QImage(self._pixels.data, width, height, 4 * width, QImage.Format.Format_RGBX8888)
            self._picture.setDevicePixelRatio(ratio)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, rendering it if it is stale."""
        if self._pixels is None and not self._rest.isActive():
            self._render()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            if self._state.scene:
                self._draw(painter)
            if self.hasFocus():
                painter.fillRect(0, 0, self.width(), 1, current_theme().colour("accent"))

    def _draw(self, painter: QPainter) -> None:
        if not self._able:
            painter.setPen(_FAINT)
            words = self.tr("This computer cannot draw in 3D.\nThe planes are not affected.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        elif self._picture:
            painter.drawImage(QPointF(0, 0), self._picture)
        font = self.font()
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        self._draw_sides(painter)
        painter.setPen(_WORDS)
        painter.drawText(QPointF(12, 9 + painter.fontMetrics().ascent()), self.tr("3D"))

    def _draw_sides(self, painter: QPainter) -> None:
        """Write where the patient's sides lie; a side that the head hides is not seen."""
        if self._surfaces is None or self._pixels is None:
            return
        height, width = self._pixels.shape[:2]
        ratio, seen = self.devicePixelRatioF(), []
        for side in self._surfaces.letters(width, height):
            near = side.towards > 0
            inside = 0 <= side.x < width and 0 <= side.y < height
            if near or not inside or self._pixels[int(side.y), int(side.x), :3].max() < _LIT:
                seen.append((side.letter, side.x / ratio, side.y / ratio, near))
        draw_sides(painter, (self.width(), self.height()), seen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to turn."""
        self._last = event.position()
        self._hurry(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn; with the right button zoom."""
        if self._last is None or not event.buttons():
            return
        step, self._last = event.position() - self._last, event.position()
        if event.buttons() & Qt.MouseButton.RightButton:
            self._zoom(1.01 ** (-step.y()))
        else:
            self.turn(step.x() * _DEGREES_A_PIXEL, -step.y() * _DEGREES_A_PIXEL)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stop turning."""
        self._last = None
        self._hurry(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Make this pane large, or small again."""
        self.enlarge_wanted.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom."""
        self._zoom(1.1 ** (event.angleDelta().y() / 120.0))
        event.accept()

    def _hurry(self, on: bool) -> None:
        if self._surfaces and self._rendered:
            self._surfaces.hurry(on)
            self._draw_anew()

    def _zoom(self, factor: float) -> None:
        if self._surfaces:
            self._surfaces.zoom(factor)
            self._draw_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn by the arrow keys; all others are the viewer's."""
        if way := _ARROWS.get(Qt.Key(event.key())):
            self.turn(way[0] * _DEGREES_A_KEY, way[1] * _DEGREES_A_KEY)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Render at the new size."""
        self._draw_anew()

    def sizeHint(self) -> QSize:
        """Return a size that shows a brain."""
        return QSize(360, 400)


def _alike(one: tuple[FloatArray, Window] | None, other: tuple[FloatArray, Window] | None) -> bool:
    if one is None or other is None:
        return one is other
    return one[0] is other[0] and one[1] == other[1]


def _nobody(_: object) -> None:
    """Hear and do nothing."""
