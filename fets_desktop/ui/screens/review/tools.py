"""The bar above the viewer: contrasts, tools, undo and redo, layouts."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QToolButton

from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.ui.screens.review.looks import LayoutMenu, LookMenu, PictureMenu
from fets_desktop.ui.screens.review.strip import chosen_button, with_key
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.widgets.parts import framed, tool_button

_TOOLS: tuple[tuple[Tool, str], ...] = (
    (Tool.CROSSHAIR, "crosshair"),
    (Tool.WINDOW, "contrast"),
    (Tool.PAN, "hand"),
    (Tool.RULER, "ruler"),
    (Tool.DIAMETERS, "tool-diameters"),
)
"""Tools to look and to measure with; those to draw with stand in `ToolStrip`."""
_ICON = 18
_GAP, _CONTRAST = 3, 52
_LESS_GAP, _LESS_CONTRAST = 1, 40
"""Between the buttons, and of a contrast's: where all find room, and where they would not."""


class ReviewTools(QFrame):
    """Buttons that change the viewer's state and follow it.

    Args:
        viewer: The viewer they belong to.
        with_cases: Whether there is a list of cases to show or hide.
    """

    cases_toggled = Signal()
    """The list of cases is wanted, or in the way."""

    def __init__(self, viewer: Viewer, *, with_cases: bool = True) -> None:
        super().__init__()
        self.setProperty("look", "header")
        self.setFixedHeight(48)
        self._viewer = viewer
        self.contrasts: dict[Contrast, QPushButton] = {}
        self.tools: dict[Tool, QToolButton] = {}
        self._contrast_group = QButtonGroup(self)
        self._needed = 0
        self.undo = tool_button("undo-2", self.tr("Undo"), viewer.painting.undo, _ICON)
        self.redo = tool_button("redo-2", self.tr("Redo"), viewer.painting.redo, _ICON)
        self.history = tool_button("history", self.tr("History of edits"), viewer.history_wanted.emit, _ICON)
        self.looks, self.layouts, self.pictures = LookMenu(viewer), LayoutMenu(viewer), PictureMenu(viewer)
        self._lay_out(with_cases)
        self.name_keys()
        viewer.state.look_changed.connect(self.follow)
        viewer.state.hand_changed.connect(self.follow)
        viewer.state.scene_changed.connect(self.follow)
        viewer.painting.edited.connect(self.follow)
        self.follow()

    def _lay_out(self, with_cases: bool) -> None:
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 10, 0)
        line.setSpacing(_GAP)
        if with_cases:
            line.addWidget(tool_button("panel-left", self.tr("Show or hide the cases"), self.cases_toggled.emit, _ICON))
            line.addSpacing(6)
        for contrast in ALL_CONTRASTS:
            line.addWidget(self._contrast_button(contrast))
        line.addSpacing(14)
        for tool, icon in _TOOLS:
            self.tools[tool] = chosen_button(viewer=self._viewer, tool=tool, icon=icon)
            line.addWidget(self.tools[tool])
        line.addWidget(_upright())
        line.addWidget(self.undo)
        line.addWidget(self.redo)
        line.addWidget(self.history)
        line.addStretch(1)
        line.addWidget(tool_button("maximize", self.tr("Fit the panes"), self._viewer.fit, _ICON))
        for menu in (self.looks, self.layouts, self.pictures):
            line.addWidget(menu)
        # not before they are in the line: without a parent they would come up as windows of their own
        for part in (self.history, self.looks, self.pictures):
            part.setVisible(with_cases)
        keys = tool_button("circle-question-mark", self.tr("Keys and mouse (?)"), self._viewer.keys_wanted.emit, _ICON)
        line.addWidget(keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move together in a narrow window: buttons that have no room would stand on one another."""
        close = self._line.spacing() == _LESS_GAP
        if not close:
            self._needed = self._line.minimumSize().width()
        narrow = event.size().width() < self._needed
        if narrow != close:
            self._line.setSpacing(_LESS_GAP if narrow else _GAP)
            for button in self.contrasts.values():
                button.setMinimumWidth(_LESS_CONTRAST if narrow else _CONTRAST)

    def name_keys(self) -> None:
        """Write the keys of the keymap in force into the tips."""
        for tool, button in self.tools.items():
            button.setToolTip(with_key(f"tool {tool}", self._viewer.keys))
        self.undo.setToolTip(with_key("undo", self._viewer.keys))
        self.redo.setToolTip(with_key("redo", self._viewer.keys))
        self.history.setToolTip(with_key("history", self._viewer.keys))

    def follow(self) -> None:
        """Show the state as it is."""
        state, editor = self._viewer.state, self._viewer.painting.editor
        there = state.scene.volumes if state.scene else {}
        for contrast, button in self.contrasts.items():
            button.setEnabled(contrast in there)
            button.setChecked(contrast is state.look.contrast)
        for tool, tool_box in self.tools.items():
            tool_box.setEnabled(state.scene is not None)
            tool_box.setChecked(tool is state.hand.tool)
        self.undo.setEnabled(editor is not None and editor.can_undo)
        self.redo.setEnabled(editor is not None and editor.can_redo)

    def _contrast_button(self, contrast: Contrast) -> QPushButton:
        button = QPushButton(contrast.value)
        button.setCheckable(True)
        button.setProperty("look", "segment")
        edges = {ALL_CONTRASTS[0]: "first", ALL_CONTRASTS[-1]: "last"}
        button.setProperty("edge", edges.get(contrast, ""))
        button.setMinimumWidth(_CONTRAST)
        button.setAccessibleName(self.tr("Show {contrast}").format(contrast=contrast))
        self._contrast_group.addButton(button)
        button.toggled.connect(lambda on: self._when(on, lambda: self._show(contrast)))
        self.contrasts[contrast] = button
        return button

    def _show(self, contrast: Contrast) -> None:
        self._viewer.state.set_look(replace(self._viewer.state.look, contrast=contrast))

    @staticmethod
    def _when(on: bool, call: Callable[[], None]) -> None:
        if on:
            call()


def _upright() -> QFrame:
    line = framed("upright")
    line.setFixedSize(QSize(13, 22))
    return line
