"""What was measured in the open case: the lengths, and what may be done with them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fets_desktop.review.planes import Plane
from fets_desktop.ui.viewer.hand import MEASURING, Tool
from fets_desktop.ui.viewer.measuring import measure_words
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.widgets.parts import button, label
from fets_desktop.ui.words import translate

_HINTS = {
    Tool.RULER: "Drag from end to end. Backspace takes the last one away.",
    Tool.DIAMETERS: "Drag the longest diameter, then drag across it: the second line keeps at right angles.",
}


class MeasurePanel(QWidget):
    """Lists the measures while a ruler is in hand, or as long as there are any.

    Args:
        viewer: Where they are drawn.
    """

    noted = Signal(str)
    """The measures in words, for the note."""

    def __init__(self, viewer: Viewer) -> None:
        super().__init__()
        self._viewer = viewer
        self.hint, self.list = label("", "small", wrap=True), label("", "", wrap=True)
        self.note = button(self.tr("Add to the note"), self._note)
        self.clear = button(self.tr("Remove all measures"), viewer.tooling.measures.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (label(self.tr("Measures"), "heading"), self.hint, self.list, self.note, self.clear):
            column.addWidget(part)
        for press in self.in_order():
            # a click must not take the keys from the viewer
            press.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        viewer.tooling.measures.changed.connect(self.follow)
        viewer.state.hand_changed.connect(self.follow)
        self.follow()

    def in_order(self) -> list[QPushButton]:
        """Return what the Tab key goes through, from top to bottom."""
        return [self.note, self.clear]

    def lines(self) -> list[str]:
        """Return every measure in words, with its slice as the pane counts it."""
        scene, every = self._viewer.state.scene, self._viewer.tooling.measures.all
        if scene is None:
            return []
        names = {
            self._viewer.planes[o].plane.axis: self._named(self._viewer.planes[o].plane) for o in self._viewer.planes
        }
        return [f"{measure_words(m, scene.grid)}  ({names[m.axis]} {m.level + 1})" for m in every]

    @staticmethod
    def _named(plane: Plane) -> str:
        return translate(plane.orientation.value)

    def follow(self) -> None:
        """Show the measures as they are."""
        tool, lines = self._viewer.state.hand.tool, self.lines()
        self.hint.setText(translate(_HINTS[tool]) if tool in MEASURING else "")
        self.hint.setVisible(tool in MEASURING)
        self.list.setText("\n".join(lines))
        for part in (self.list, self.note, self.clear):
            part.setVisible(bool(lines))
        self.setVisible(tool in MEASURING or bool(lines))

    def _note(self) -> None:
        self.noted.emit("; ".join(self.lines()))
