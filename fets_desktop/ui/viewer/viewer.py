"""The viewer: the panes, how they stand, and what the keys do."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from fets_desktop.review.brush import BrushShape
from fets_desktop.review.display import auto_window
from fets_desktop.review.planes import Orientation
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.viewer.keymaps import Keymap, action_of, right_drag_zooms, shift_moves_cursor, table_of
from fets_desktop.ui.viewer.painting import Painting
from fets_desktop.ui.viewer.plane_view import PlaneView
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.state import Layout, ViewState
from fets_desktop.ui.viewer.tooling import Tooling
from fets_desktop.ui.viewer.view3d import View3D

_OPACITY_STEP = 0.05


class Viewer(QWidget):
    """Linked planes, 3-D and tools for one case.

    Args:
        keymap: The keys in force.
    """

    keys_wanted = Signal()
    """A person asked for the list of keys."""
    history_wanted = Signal()
    """A person asked for the list of edits."""

    def __init__(self, keymap: Keymap = Keymap.ITKSNAP) -> None:
        super().__init__()
        self.state = ViewState(self)
        self.painting = Painting(self.state)
        self.tooling = Tooling(self.state, self.painting)
        self.planes = {o: PlaneView(self.state, self.painting, self.tooling, o) for o in Orientation}
        self.view3d = View3D(self.state)
        axial = Orientation.AXIAL
        self.contrasts = [PlaneView(self.state, self.painting, self.tooling, axial, c) for c in ALL_CONTRASTS]
        self._large: QWidget = self.planes[Orientation.AXIAL]
        self._before = Layout.QUAD
        self._last_plane = self.planes[Orientation.AXIAL]
        self._cells: dict[QWidget, tuple[int, int]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(1)
        self._place_panes()
        self.setAccessibleName(self.tr("Viewer"))
        self._actions = self._table()
        self.set_keymap(keymap)
        self.state.layout_changed.connect(self._arrange)
        self._arrange()

    def show_scene(self, scene: Scene | None) -> None:
        """Show a case, or none."""
        for view in self._every_plane():
            view.own_frame = False
        self.state.show(scene)

    def set_keymap(self, keymap: Keymap) -> None:
        """Use the keys and the mouse of another program."""
        self.keymap = keymap
        self._keys = table_of(keymap)
        for view in self._every_plane():
            view.right_zooms = right_drag_zooms(keymap)
            view.shift_points = shift_moves_cursor(keymap)

    @property
    def current(self) -> PlaneView:
        """The plane that keys act on: the last one used."""
        return self._last_plane

    def act(self, action: str) -> None:
        """Do what a key stands for; see `keymaps.KEYS`.

        Raises:
            KeyError: If there is no such action.
        """
        self._actions[action]()

    def enlarge(self, view: QWidget) -> None:
        """Show one pane large, or those that stood before if it is large already."""
        if self.state.layout is Layout.ONE:
            self.state.set_layout(self._before)
        else:
            self._large, self._before = view, self.state.layout
            self.state.set_layout(Layout.ONE)

    def fit(self) -> None:
        """Fit every pane that is seen to the brain; the linked planes at one scale, so that sizes compare."""
        views = [view for view in self._every_plane() if not view.isHidden()]
        for view in views:
            view.own_frame = False
        self._fit_followers()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for in the keymap."""
        action = action_of(event, self._keys)
        if action is None:
            super().keyPressEvent(event)
            return
        self.act(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note which plane was used last."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Enter) and isinstance(watched, PlaneView):
            self._last_plane = watched
        return False

    def _every_plane(self) -> list[PlaneView]:
        return [*self.planes.values(), *self.contrasts]

    def _place_panes(self) -> None:
        groups: tuple[list[QWidget], list[QWidget]] = ([*self.planes.values(), self.view3d], [*self.contrasts])
        for panes in groups:
            for number, pane in enumerate(panes):
                self._cells[pane] = divmod(number, 2)
                self._grid.addWidget(pane, *self._cells[pane])
        for view in self.contrasts:
            view.frame_moved.connect(partial(self._share_frame, view))
        for view in self._every_plane():
            view.installEventFilter(self)
            view.resized.connect(self._fit_followers)
            view.enlarge_wanted.connect(partial(self.enlarge, view))
        self.view3d.enlarge_wanted.connect(partial(self.enlarge, self.view3d))

    def _arrange(self) -> None:
        # panes that hide hand the focus on, which is no person's choice
        layout, last = self.state.layout, self._last_plane
        seen: set[QWidget] = {*self.planes.values(), self.view3d}
        if layout is Layout.ONE:
            seen = {self._large}
        elif layout is Layout.CONTRASTS:
            seen = set(self.contrasts)
            for view in self.contrasts:
                view.set_orientation(last.orientation)
        for pane in self._cells:
            pane.setVisible(pane in seen)
        self._stretch(seen)
        alike = sorted(self._every_plane(), key=lambda view: (view is not last, view.orientation != last.orientation))
        self._last_plane = next((view for view in alike if view in seen), last)
        self._fit_followers()

    def _stretch(self, seen: set[QWidget]) -> None:
        rows = {self._cells[view][0] for view in seen}
        columns = {self._cells[view][1] for view in seen}
        for line in (0, 1):
            self._grid.setRowStretch(line, int(line in rows))
            self._grid.setColumnStretch(line, int(line in columns))

    def _fit_followers(self) -> None:
        views = [view for view in self._every_plane() if not view.isHidden() and not view.own_frame]
        if views:
            frames = [view.fitting_frame() for view in views]
            scale = min(frame.scale for frame in frames)
            for view, frame in zip(views, frames, strict=True):
                view.set_frame(frame.scaled(scale))

    def _share_frame(self, source: PlaneView) -> None:
        for view in self.contrasts:
            if view is not source:
                view.own_frame = True
                view.set_frame(source.frame.resized(*view.pixels()))

    # --- what keys do

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
            "accept": self.tooling.accept,
            "corner back": self.tooling.sketch.step_back,
            "abandon": self._abandon,
            "labels shown": lambda: self._look(labels=not self.state.look.labels),
            "opacity down": partial(self._fade, -_OPACITY_STEP),
            "opacity up": partial(self._fade, _OPACITY_STEP),
            "outlines": lambda: self._look(outlines=not self.state.look.outlines),
            "crosshair shown": lambda: self._look(crosshair=not self.state.look.crosshair),
            "contrast before": partial(self._next_contrast, -1),
            "contrast next": partial(self._next_contrast, 1),
            "contrast auto": self._auto_contrast,
            "slice up": lambda: self.current.step(1),
            "slice down": lambda: self.current.step(-1),
            "centre": lambda: self.current.centre(),
            "fit": self.fit,
            "one large": lambda: self.enlarge(self.current),
            "four contrasts": self._switch_contrasts,
            "keys": self.keys_wanted.emit,
        }

    def _take(self, tool: Tool) -> None:
        self.state.set_hand(replace(self.state.hand, tool=tool))

    def _look(self, **changes: object) -> None:
        self.state.set_look(replace(self.state.look, **changes))  # type: ignore[arg-type]

    def _fade(self, step: float) -> None:
        self._look(opacity=round(min(max(self.state.look.opacity + step, 0.0), 1.0), 2))

    def _switch_shape(self) -> None:
        other = BrushShape.BALL if self.state.hand.shape is BrushShape.DISC else BrushShape.DISC
        self.state.set_hand(replace(self.state.hand, shape=other))

    def _switch_contrasts(self) -> None:
        four = self.state.layout is Layout.CONTRASTS
        self.state.set_layout(Layout.QUAD if four else Layout.CONTRASTS)

    def _next_label(self, step: int) -> None:
        if self.state.scene:
            values = [value for value, _ in self.state.scene.editor.labels.scheme.values]
            place = values.index(self.state.hand.value) if self.state.hand.value in values else 0
            self.state.set_hand(replace(self.state.hand, value=values[(place + step) % len(values)]))

    def _next_contrast(self, step: int) -> None:
        if self.state.scene:
            there = self.state.scene.contrasts
            self._look(contrast=there[(there.index(self.state.look.contrast) + step) % len(there)])

    def _auto_contrast(self) -> None:
        if self.state.scene:
            contrast = self.current.contrast
            self.state.set_window(contrast, auto_window(self.state.scene.volumes[contrast].array))

    def _abandon(self) -> None:
        for view in self._every_plane():
            view.abandon()
        self.painting.abandon()
        self.tooling.abandon()
