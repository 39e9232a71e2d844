"""How the brush paints and how labels look: sliders and boxes that follow the viewer's state."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QVBoxLayout, QWidget

from fets_desktop.review.brush import BrushShape
from fets_desktop.ui.viewer.hand import DRAWING, LARGEST_BRUSH_MM, MEASURING, STROKES
from fets_desktop.ui.viewer.state import ViewState
from fets_desktop.ui.widgets.amount import Amount
from fets_desktop.ui.widgets.parts import label, row
from fets_desktop.ui.widgets.segments import Segments

_SHAPES = (BrushShape.DISC, BrushShape.BALL)
_ANY = -1


class BrushPanel(QWidget):
    """Brush size and shape, opacity, outlines, and what may be painted over.

    Args:
        state: What it changes and follows.
        with_rules: Whether there are labels and a brain that strokes may have to heed.
    """

    def __init__(self, state: ViewState, *, with_rules: bool = True) -> None:
        super().__init__()
        self._state = state
        self.size_mm = Amount(self.tr("Brush size"), 1, int(LARGEST_BRUSH_MM), "mm")
        self.shape = Segments(self.tr("Brush shape"), [self.tr("Disc, one slice"), self.tr("Ball, 3D")])
        self.opacity = Amount(self.tr("Label opacity"), 0, 100, "%")
        self.outlines = QCheckBox(self.tr("Show outlines"))
        self.inside = QCheckBox(self.tr("Only paint inside the brain"))
        self.over = QComboBox()
        self.over.setAccessibleName(self.tr("Paint over"))
        self.over.setMinimumWidth(150)
        self._lay_out(with_rules)
        self.size_mm.picked.connect(self._resize)
        self.shape.picked.connect(self._reshape)
        self.opacity.picked.connect(self._fade)
        self.outlines.toggled.connect(self._outline)
        self.inside.toggled.connect(self._stay_inside)
        self.over.currentIndexChanged.connect(self._choose_over)
        state.scene_changed.connect(self._new_scene)
        state.hand_changed.connect(self.follow)
        state.look_changed.connect(self.follow)
        self._new_scene()

    def _lay_out(self, with_rules: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for box in (self.outlines, self.inside):
            box.setAccessibleName(box.text())
        over = row(label(self.tr("Paint over"), "muted"), 1, self.over)
        for part in (self.size_mm, self.shape, over, self.inside, self.opacity, self.outlines):
            column.addWidget(part)
        for part in (over, self.inside):
            part.setVisible(with_rules)

    def in_order(self) -> list[QWidget]:
        """Return what the Tab key goes through, from top to bottom."""
        shapes = self.shape.findChildren(QPushButton)
        return [self.size_mm.slider, *shapes, self.over, self.inside, self.opacity.slider, self.outlines]

    def _new_scene(self) -> None:
        scheme = self._state.scene.editor.labels.scheme if self._state.scene else None
        self.over.blockSignals(True)
        self.over.clear()
        self.over.addItem(self.tr("Anything"), _ANY)
        self.over.addItem(self.tr("Only unlabelled"), 0)
        for value, tissue in scheme.values if scheme else ():
            self.over.addItem(self.tr("Only {label}").format(label=tissue.value), value)
        self.over.blockSignals(False)
        self.follow()

    def follow(self) -> None:
        """Show the state as it is."""
        hand, look = self._state.hand, self._state.look
        strokes = hand.tool in STROKES or hand.tool not in (*DRAWING, *MEASURING)
        self.size_mm.setVisible(strokes)
        self.shape.setVisible(strokes)
        self.size_mm.show_value(round(hand.diameter_mm))
        self.shape.show_choice(_SHAPES.index(hand.shape))
        self.opacity.show_value(round(100 * look.opacity))
        self.outlines.setChecked(look.outlines)
        self.inside.setChecked(hand.inside_brain)
        self.over.setCurrentIndex(self.over.findData(_ANY if hand.over is None else hand.over))

    def _resize(self, millimetres: int) -> None:
        self._state.set_hand(replace(self._state.hand, diameter_mm=float(millimetres)))

    def _reshape(self, number: int) -> None:
        self._state.set_hand(replace(self._state.hand, shape=_SHAPES[number]))

    def _stay_inside(self, on: bool) -> None:
        self._state.set_hand(replace(self._state.hand, inside_brain=on))

    def _choose_over(self, _number: int) -> None:
        value = self.over.currentData()
        self._state.set_hand(replace(self._state.hand, over=None if value == _ANY else value))

    def _fade(self, percent: int) -> None:
        self._state.set_look(replace(self._state.look, opacity=percent / 100))

    def _outline(self, on: bool) -> None:
        self._state.set_look(replace(self._state.look, outlines=on))
