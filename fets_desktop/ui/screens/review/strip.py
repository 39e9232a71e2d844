"""The strip of drawing tools at the left of the viewer."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLayout, QToolButton, QWidget

from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.viewer.keymaps import KEYS, Keys, words
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.widgets.parts import rule, show_icon

_GROUPS: tuple[tuple[tuple[Tool, str], ...], ...] = (
    (
        (Tool.BRUSH, "brush"),
        (Tool.ERASER, "eraser"),
        (Tool.ADAPTIVE, "tool-adaptive"),
        (Tool.THRESHOLD, "tool-threshold"),
    ),
    ((Tool.POLYGON, "tool-polygon"), (Tool.FILL, "tool-fill")),
    ((Tool.GROW, "tool-grow"), (Tool.INTERPOLATE, "tool-interpolate"), (Tool.COPY, "tool-copy")),
    ((Tool.SMOOTH, "tool-smooth"), (Tool.HOLES, "tool-holes"), (Tool.ISLANDS, "tool-islands")),
    ((Tool.SWAP, "tool-swap"), (Tool.CANDIDATE, "tool-candidate")),
)
ALL_TOOLS = frozenset(tool for group in _GROUPS for tool, _ in group)
MASK_TOOLS = ALL_TOOLS - {Tool.GROW, Tool.SWAP, Tool.CANDIDATE}
"""What serves where there is but one label."""

_ICON = 18
_BUTTON = 32
_GAP = 2
_MARGIN = 6
_RULE = 7


class ToolStrip(QFrame):
    """One button a tool, in one column, or in two where the window is low.

    Args:
        viewer: The viewer they belong to.
        tools: Which of them are offered.
    """

    def __init__(self, viewer: Viewer, tools: frozenset[Tool] = ALL_TOOLS) -> None:
        super().__init__()
        self.setProperty("look", "side")
        self.setAccessibleName(self.tr("Drawing tools"))
        self._viewer = viewer
        self.tools: dict[Tool, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # while another tool is in hand none of them is pressed
        self._columns = 0
        self._rows: list[list[QWidget]] = []
        for group in _GROUPS:
            line: list[QWidget] = []
            for tool, icon in group:
                if tool in tools:
                    button = self.tools[tool] = chosen_button(viewer, tool, icon)
                    self._group.addButton(button)
                    line.append(button)
            if line:
                self._rows.append(line)
        self._rules = [rule() for _ in self._rows[1:]]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._grid.setSpacing(_GAP)
        # a low window gets a second column instead of being kept high
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._arrange(1)
        self.name_keys()
        viewer.state.hand_changed.connect(self.follow)
        viewer.state.scene_changed.connect(self.follow)
        self.follow()

    def name_keys(self) -> None:
        """Write the keys of the keymap in force into the tips."""
        for tool, button in self.tools.items():
            button.setToolTip(with_key(f"tool {tool}", self._viewer.keys))

    def follow(self) -> None:
        """Show the state as it is."""
        for tool, button in self.tools.items():
            button.setEnabled(self._viewer.state.scene is not None)
            button.setChecked(tool is self._viewer.state.hand.tool)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two columns where one is too high."""
        needed = len(self.tools) * (_BUTTON + _GAP) + len(self._rules) * _RULE + 2 * _MARGIN
        self._arrange(1 if event.size().height() >= needed else 2)

    def minimumSizeHint(self) -> QSize:
        """Return a size that two columns fit in."""
        return QSize(self.width(), 200)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.takeAt(0):
            pass
        line = 0
        for number, group in enumerate(self._rows):
            if number:
                self._grid.addWidget(self._rules[number - 1], line, 0, 1, columns)
                line += 1
            for place, button in enumerate(group):
                self._grid.addWidget(button, line + place // columns, place % columns)
            line += -(-len(group) // columns)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(line, 1)
        self.setFixedWidth(2 * _MARGIN + columns * _BUTTON + (columns - 1) * _GAP + 1)


def chosen_button(viewer: Viewer, tool: Tool, icon: str) -> QToolButton:
    """Return the button that takes a tool."""
    button = QToolButton()
    show_icon(button, icon, "text", _ICON)
    button.setCheckable(True)
    button.setFixedSize(QSize(_BUTTON, _BUTTON))
    button.setAccessibleName(words(next(r.words for r in KEYS if r.action == f"tool {tool}")))
    # a click must not take the keys from the viewer
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def take() -> None:
        viewer.act(f"tool {tool}")
        button.setChecked(True)  # a second click puts no tool down

    button.clicked.connect(take)
    return button


def with_key(action: str, in_force: Keys) -> str:
    """Return what an action does, and its key."""
    found = next(r for r in KEYS if r.action == action)
    keys = in_force.of(action)
    return f"{words(found.words)} ({keys[0]})" if keys else words(found.words)
