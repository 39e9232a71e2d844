"""The viewer: its panes, and what the keys do."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from fets_desktop.review.brush import BrushShape
from fets_desktop.review.presets import Preset
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.viewer.keymaps import Keymap, Keys, action_of, right_drag_zooms, shift_moves_cursor, table_of
from fets_desktop.ui.viewer.panes import Panes
from fets_desktop.ui.viewer.state import Layout

_OPACITY_STEP = 0.05


class Viewer(Panes):
    """Linked planes, 3-D and tools for one case.

    Args:
        keymap: The keys in force.
    """

    keys_wanted = Signal()
    """A person asked for the list of keys."""
    history_wanted = Signal()
    """A person asked for the list of edits."""
    options_wanted = Signal()
    """A person wants the keys to go to the options of the tool, or back to the pane."""
    picture_wanted = Signal()
    """A person wants a picture of the pane."""
    native_wanted = Signal()
    """A person wants to see the labels on the scans as they were taken."""
    time_points_wanted = Signal()
    """A person wants to see the patient's other scans."""

    def __init__(self, keymap: Keymap = Keymap.ITKSNAP) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Viewer"))
        self._actions = self._table()
        self.set_keys(Keys(keymap))
        self.painting.edited.connect(self.state.layers.edited)

    @property
    def keymap(self) -> Keymap:
        """The program whose keys and mouse are in force."""
        return self.keys.keymap

    def set_keymap(self, keymap: Keymap) -> None:
        """Use the keys and the mouse of another program."""
        self.set_keys(Keys(keymap, self.keys.own))

    def set_keys(self, keys: Keys) -> None:
        """Use these keys, and the mouse of their program."""
        self.keys, keymap = keys, keys.keymap
        self._keys = table_of(keys)
        for view in self._every_plane():
            view.right_zooms = right_drag_zooms(keymap)
            view.shift_points = shift_moves_cursor(keymap)

    def act(self, action: str) -> None:
        """Do what a key stands for; see `keymaps.KEYS`.

        Raises:
            KeyError: If there is no such action.
        """
        self._actions[action]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for in the keymap."""
        action = action_of(event, self._keys)
        if action is None:
            super().keyPressEvent(event)
            return
        self.act(action)

    def _table(self) -> dict[str, Callable[[], None]]:
        tools: dict[str, Callable[[], None]] = {f"tool {tool}": partial(self._take, tool) for tool in Tool}
        return {
            **tools,
            "tool before": lambda: self._take(self.state.tool_before),
            "brush smaller": partial(self.state.resize_brush, -1),
            "brush larger": partial(self.state.resize_brush, 1),
            "brush shape": self._switch_shape,
            "label before": partial(self._next_label, -1),
            "label next": partial(self._next_label, 1),
            "undo": self.painting.undo,
            "redo": self.painting.redo,
            "history": self.history_wanted.emit,
            "options": self.options_wanted.emit,
            "accept": self.tooling.accept,
            "corner back": self.tooling.step_back,
            "abandon": self._abandon,
            "contested next": self.state.layers.next_contested,
            "candidates shown": self.state.layers.toggle,
            "labels shown": lambda: self.look(labels=not self.state.look.labels),
            "opacity down": partial(self._fade, -_OPACITY_STEP),
            "opacity up": partial(self._fade, _OPACITY_STEP),
            "outlines": lambda: self.look(outlines=not self.state.look.outlines),
            "crosshair shown": lambda: self.look(crosshair=not self.state.look.crosshair),
            "contrast before": partial(self._next_contrast, -1),
            "contrast next": partial(self._next_contrast, 1),
            "contrast auto": partial(self.brighten, Preset.AUTO),
            "minus T1": lambda: self.look(minus_t1=not self.state.look.minus_t1),
            "whole head": lambda: self.look(whole_head=not self.state.look.whole_head),
            "rendered": lambda: self.look(rendered=not self.state.look.rendered),
            "slice up": lambda: self.current.step(1),
            "slice down": lambda: self.current.step(-1),
            "centre": lambda: self.current.centre(),
            "fit": self.fit,
            "one large": lambda: self.enlarge(self.current),
            "four contrasts": partial(self._switch, Layout.CONTRASTS),
            "oblique": partial(self._switch, Layout.OBLIQUE),
            "picture": self.picture_wanted.emit,
            "native": self.native_wanted.emit,
            "time points": self.time_points_wanted.emit,
            "keys": self.keys_wanted.emit,
        }

    def _take(self, tool: Tool) -> None:
        self.state.set_hand(replace(self.state.hand, tool=tool))

    def brighten(self, preset: Preset) -> None:
        """Show the contrast of the pane last used by a preset."""
        self.state.choose_preset(self.current.contrast, preset)

    def look(self, **changes: object) -> None:
        """Change some of how the picture looks; see `Look`."""
        self.state.set_look(replace(self.state.look, **changes))  # type: ignore[arg-type]

    def _fade(self, step: float) -> None:
        self.look(opacity=round(min(max(self.state.look.opacity + step, 0.0), 1.0), 2))

    def _switch_shape(self) -> None:
        other = BrushShape.BALL if self.state.hand.shape is BrushShape.DISC else BrushShape.DISC
        self.state.set_hand(replace(self.state.hand, shape=other))

    def _switch(self, layout: Layout) -> None:
        self.state.set_layout(Layout.QUAD if self.state.layout is layout else layout)

    def _next_label(self, step: int) -> None:
        if self.state.scene:
            values = [value for value, _ in self.state.scene.editor.labels.scheme.values]
            place = values.index(self.state.hand.value) if self.state.hand.value in values else 0
            self.state.set_hand(replace(self.state.hand, value=values[(place + step) % len(values)]))

    def _next_contrast(self, step: int) -> None:
        if self.state.scene:
            there = self.state.scene.contrasts
            self.look(contrast=there[(there.index(self.state.look.contrast) + step) % len(there)])

    def _abandon(self) -> None:
        for view in self._every_plane():
            view.abandon()
        self.painting.abandon()
        self.tooling.abandon()
        if self.state.compared:
            self.state.compare(None)
