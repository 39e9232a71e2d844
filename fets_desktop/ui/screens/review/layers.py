"""Candidates side by side: a row each with eye and colour, how they are drawn, where they disagree, fusion."""

from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fets_desktop.review.disagreement import ContestedSlice
from fets_desktop.study.colours import Rgb
from fets_desktop.study.fusing import FUSIONS, LABEL, REGION, Fusion
from fets_desktop.study.labels import REGIONS
from fets_desktop.ui.screens.review.row_frame import draw_row_frame
from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.viewer.layers import Layers
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.widgets.parts import button, label, row, show_icon, tool_button
from fets_desktop.ui.widgets.segments import Segments
from fets_desktop.ui.words import translate

_HEIGHT = 32
_SWATCH = QRect(7, 9, 14, 14)
_BOX = 150


class LayerRow(QAbstractButton):
    """One candidate: a click on its name chooses it, on its colour changes that, on its eye shows or hides it.

    Args:
        title: In a person's words.
    """

    recoloured = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self._colour: Rgb | None = None
        self.setCheckable(True)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(title)
        self.setToolTip(
            self.tr("{title}\nClick it to take regions from it, its colour for another one.").format(title=title)
        )
        # a click must not take the keys from the viewer
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.eye = QToolButton()
        self.eye.setProperty("look", "quiet")
        self.eye.setCheckable(True)
        self.eye.setFixedSize(QSize(26, 26))
        self.eye.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.eye.setAccessibleName(self.tr("Show {title}").format(title=title))
        self.eye.setToolTip(self.eye.accessibleName())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 2, 0)
        line.addStretch(1)
        line.addWidget(self.eye)
        self.show_layer(None, shown=False)

    def show_layer(self, colour: Rgb | None, *, shown: bool) -> None:
        """Show the colour of its outlines, None before it was ever seen, and whether it is seen."""
        self._colour = colour
        self.eye.setChecked(shown)
        show_icon(self.eye, "eye" if shown else "eye-off", "accent" if shown else "faint", 16)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Change the colour where the colour is clicked."""
        if self._colour and _SWATCH.adjusted(-5, -5, 5, 5).contains(event.position().toPoint()):
            self.recoloured.emit()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw colour and name."""
        theme = current_theme()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_row_frame(painter, self)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(*self._colour) if self._colour else theme.colour("faint"), 2))
            painter.drawRoundedRect(QRectF(_SWATCH), 3, 3)
            painter.setPen(theme.colour("text" if self.eye.isChecked() else "muted"))
            box = self.rect().adjusted(30, 0, -32, 0)
            words = painter.fontMetrics().elidedText(self.title, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        return QSize(220, _HEIGHT)


class LayerPanel(QWidget):
    """Every candidate of the open case.

    Args:
        viewer: Where they are drawn.
    """

    shown_wanted = Signal(str, bool)
    """A candidate is to be seen, or no longer."""
    chosen = Signal(str)
    """Regions are to be taken from a candidate."""
    whole_wanted = Signal(str)
    """All of a candidate is to be taken over."""
    file_wanted = Signal()
    """A label map out of a file is to stand beside."""
    fusion_wanted = Signal(object)
    """The candidates that are seen are to be fused, by this `Fusion`."""
    built = Signal()
    """There are other rows."""

    def __init__(self, viewer: Viewer) -> None:
        super().__init__()
        self._layers: Layers = viewer.state.layers
        self._state = viewer.state
        self.rows: dict[str, LayerRow] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # there is a time when none is chosen
        self.file = tool_button("file-plus", self.tr("A candidate from a file…"), self.file_wanted.emit)
        self.none = label(self.tr("No other labels of this case yet."), "small", wrap=True)
        self.drawn = Segments(self.tr("What is drawn"), [self.tr("Outlines"), self.tr("Differences")])
        self.heat, self.methods = QComboBox(), QComboBox()
        self.said = label("", "small", wrap=True)
        self.next = button(self.tr("Next contested slice"), self._layers.next_contested)
        self.whole = button(self.tr("Take all of it"), self._take_whole)
        self.per = Segments(self.tr("What is fused"), [self.tr("Labels"), self.tr("Regions")])
        self.fuse = button(self.tr("Fuse those shown"), self._fuse)
        self.per.show_choice(0)
        self._lines = QVBoxLayout()
        self._lay_out()
        self._connect(viewer)
        self.show_list([])

    def _lay_out(self) -> None:
        self.heat.setAccessibleName(self.tr("Where they disagree"))
        self.heat.addItem(self.tr("Not shown"), None)
        for region in REGIONS:
            self.heat.addItem(self.tr("About {region}").format(region=region), region)
        self.methods.setAccessibleName(self.tr("How candidates are fused"))
        for number, method in enumerate(FUSIONS.values()):
            self.methods.addItem(translate(method.title), method.name)
            self.methods.setItemData(number, translate(method.text), Qt.ItemDataRole.ToolTipRole)
        for box in (self.heat, self.methods):
            box.setMinimumWidth(_BOX - 26)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for press in (self.next, self.whole, self.fuse):
            # a click must not take the keys from the viewer
            press.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(row(label(self.tr("Candidates"), "heading"), self.file, 1))
        self._lines.setSpacing(2)
        column.addLayout(self._lines)
        self._more = QWidget()
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(8)
        for part in (
            self.drawn,
            row(label(self.tr("Disagreement"), "muted"), 1, self.heat),
            self.next,
            self.said,
            self.whole,
            row(label(self.tr("Fused by"), "muted"), 1, self.methods),
            self.per,
            self.fuse,
        ):
            more.addWidget(part)
        column.addWidget(self.none)
        column.addWidget(self._more)

    def _connect(self, viewer: Viewer) -> None:
        self.drawn.picked.connect(lambda number: self._layers.outline_differences(bool(number)))
        self.heat.activated.connect(lambda _: self._layers.heat_up(self.heat.currentData()))
        self._layers.changed.connect(self.follow)
        self._layers.contested.connect(self._tell_contested)
        viewer.state.overlay_changed.connect(self.follow)
        viewer.state.scene_changed.connect(self.follow)

    def in_order(self) -> list[QWidget]:
        """Return what the Tab key goes through, from top to bottom."""
        rows = [part for shown in self.rows.values() for part in (shown, shown.eye)]
        drawn, per = (part.findChildren(QPushButton) for part in (self.drawn, self.per))
        return [self.file, *rows, *drawn, self.heat, self.next, self.whole, self.methods, *per, self.fuse]

    def show_list(self, candidates: list[tuple[str, str]]) -> None:
        """Offer candidates: name and title."""
        if [(name, shown.title) for name, shown in self.rows.items()] != candidates:
            for old in self.rows.values():
                self._group.removeButton(old)
            while item := self._lines.takeAt(0):
                if widget := item.widget():
                    widget.setParent(None)
                    widget.deleteLater()
            self.rows = {name: LayerRow(title) for name, title in candidates}
            for name, built in self.rows.items():
                self._group.addButton(built)
                self._lines.addWidget(built)
                built.clicked.connect(partial(self._choose, name))
                built.eye.clicked.connect(partial(self._show, name))
                built.recoloured.connect(partial(self._layers.recolour, name))
            self.say("")
            self.built.emit()
        self.follow()

    def say(self, words: str) -> None:
        """Say what came of it."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def follow(self) -> None:
        """Show the state as it is."""
        held, shown = self._layers.held, self._layers.shown
        for name, each in self.rows.items():
            layer = held.get(name)
            each.show_layer(layer.colour if layer else None, shown=name in shown)
            each.setChecked(layer is not None and layer.labels is self._state.candidate)
        self.none.setVisible(not self.rows)
        self._more.setVisible(bool(self.rows))
        self.drawn.show_choice(int(self._layers.differences))
        self.drawn.setEnabled(bool(shown))
        self.heat.setCurrentIndex(self.heat.findData(self._layers.region))
        self.heat.setEnabled(bool(shown))
        self.next.setEnabled(bool(shown))
        self.whole.setEnabled(bool(self._chosen()))
        for part in (self.methods, self.per, self.fuse):
            part.setEnabled(len(shown) > 1)
        if not shown:
            self.say("")

    def _chosen(self) -> str:
        """Return the candidate that regions are taken from, or the only one that is seen; "" if there is none."""
        chosen = [name for name, each in self.rows.items() if each.isChecked()] or list(self._layers.shown)
        return chosen[0] if len(chosen) == 1 else ""

    def _choose(self, name: str) -> None:
        self.chosen.emit(name)

    def _show(self, name: str) -> None:
        self.shown_wanted.emit(name, name not in self._layers.shown)
        self.follow()  # what could not be read has no open eye

    def _take_whole(self) -> None:
        self.whole_wanted.emit(self._chosen())

    def _fuse(self) -> None:
        self.fusion_wanted.emit(Fusion(self.methods.currentData(), (LABEL, REGION)[self.per.chosen]))

    def _tell_contested(self, found: ContestedSlice | None, place: int, of: int) -> None:
        if found is None:
            words = self.tr("They agree everywhere.") if self._layers.shown else self.tr("Show a candidate first.")
        else:
            words = self.tr("Contested on {area:.0f} mm² here, place {place} of {of}.")
            words = words.format(area=found.area_mm2, place=place, of=of)
        self.say(words)
