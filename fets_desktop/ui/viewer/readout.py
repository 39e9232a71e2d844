"""The line under the panes: the voxel under the crosshair, where it lies, and what every contrast says there."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.crop import Box
from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.viewer.state import ViewState
from fets_desktop.ui.words import NOTHING, translate

_HEIGHT = 26
_GAP = 14
_SIDES = (("R", "L"), ("A", "P"), ("S", "I"))


class Readout(QWidget):
    """Says what lies under the crosshair; drawn by hand, ground and all, for it changes with every slice.

    Args:
        state: What is looked at.
    """

    def __init__(self, state: ViewState) -> None:
        super().__init__()
        self._state = state
        # else all that it stands on would be drawn with every slice, too
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._letters = self.font()
        self._letters.setPixelSize(12)
        self._metrics = QFontMetrics(self._letters)
        self._widths: dict[str, int] = {}
        for signal in (state.cursor_moved, state.scene_changed, state.look_changed):
            signal.connect(self._follow)
        state.labels_painted.connect(self._painted)
        self._follow()

    def parts(self) -> list[tuple[str, str]]:
        """Return names and values: voxel, millimetres, every contrast, the label."""
        scene, (x, y, z) = self._state.scene, self._state.cursor
        if scene is None:
            return []
        voxel = (translate("Voxel"), f"{x + 1}, {y + 1}, {z + 1}")
        ras = scene.grid.to_ras((x, y, z))
        sides = [f"{letters[0 if mm >= 0 else 1]} {abs(mm):.1f}" for letters, mm in zip(_SIDES, ras, strict=True)]
        parts = [voxel, ("", translate("{place} mm", place=" ".join(sides))), self._label()]
        for contrast in ALL_CONTRASTS:
            image = self._state.image(contrast)
            if image is not None:
                name = translate("T1Gd − T1") if self._state.subtracts(contrast) else contrast.value
                parts.append((name, _short(float(image[z, y, x]))))
        return parts

    def _label(self) -> tuple[str, str]:
        assert self._state.scene
        labels, (x, y, z) = self._state.scene.editor.labels, self._state.cursor
        value = int(labels.array[z, y, x])
        tissue = dict(labels.scheme.values).get(value)
        return translate("Label"), tissue.value if tissue else str(value) if value else NOTHING

    def _painted(self, box: Box) -> None:
        """Follow strokes that touch the voxel under the crosshair; the line is not drawn anew for all others."""
        inside = zip(box.start, self._state.cursor[::-1], box.stop, strict=True)
        if all(start <= at < stop for start, at, stop in inside):
            self._follow()

    def _follow(self, *_: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names faint and values clear, as many as there is room for."""
        parts, theme = self.parts(), current_theme()
        words = ", ".join(f"{name} {value}".strip() for name, value in parts)
        if words != self.accessibleName():
            self.setAccessibleName(words)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("window"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
            painter.setFont(self._letters)
            metrics = self._metrics
            x, y = 12.0, (self.height() + metrics.ascent() - metrics.descent()) / 2
            for name, value in parts:
                wide = self._wide(f"{name} ") if name else 0
                long = metrics.horizontalAdvance(value)
                if x + wide + long > self.width() - 8:
                    break
                painter.setPen(theme.colour("muted"))
                painter.drawText(QPointF(x, y), name)
                painter.setPen(theme.colour("text"))
                painter.drawText(QPointF(x + wide, y), value)
                x += wide + max(long, self._wide("0000")) + _GAP

    def _wide(self, name: str) -> int:
        """Return the width of a name, which stays the same from slice to slice."""
        if name not in self._widths:
            self._widths[name] = self._metrics.horizontalAdvance(name)
        return self._widths[name]

    def sizeHint(self) -> QSize:
        """Return a line's height."""
        return QSize(200, _HEIGHT)


def _short(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
