"""Several cases side by side in one plane, to look at alone: one cursor, one zoom, one slice for all of them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fets_desktop.review.planes import Orientation
from fets_desktop.ui.viewer.painting import Painting
from fets_desktop.ui.viewer.plane_view import PlaneView
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.state import ViewState
from fets_desktop.ui.viewer.tooling import Tooling
from fets_desktop.ui.widgets.parts import label

_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageUp: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageDown: -1,
}


def still_view(state: ViewState, orientation: Orientation) -> PlaneView:
    """Return a plane with nothing but the crosshair in hand: nothing can be painted there."""
    painting = Painting(state)
    view = PlaneView(state, painting, Tooling(state, painting), orientation)
    view.shift_points = True
    return view


def steps_of(event: QKeyEvent) -> int:
    """Return how many slices a key goes on by, 0 for other keys."""
    return _STEPS.get(Qt.Key(event.key()), 0)


class _Column(QWidget):
    def __init__(self, title: str, orientation: Orientation) -> None:
        super().__init__()
        self.view = still_view(ViewState(self), orientation)
        self.said = label("", "muted", wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        # words that come and go must not move the pictures
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.said.setFixedHeight(2 * self.said.fontMetrics().height() + 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(title, "strong"))
        column.addWidget(self.view, 1)
        column.addWidget(self.said)


class LinkedViews(QWidget):
    """One plane of several cases that lie in one space."""

    moved = Signal()
    """The cursor is elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: dict[str, _Column] = {}
        self.orientation = Orientation.AXIAL
        self._linking = False
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pictures side by side"))
        self.setAccessibleDescription(self.tr("Up and Down go from slice to slice."))

    @property
    def views(self) -> list[PlaneView]:
        """The planes that show something, from left to right."""
        return [each.view for each in self.columns.values() if each.view.state.scene]

    def show_columns(self, titles: dict[str, str]) -> None:
        """Show these cases, by name and title, from left to right; those that were shown keep what they show."""
        for name in [each for each in self.columns if each not in titles]:
            gone = self.columns.pop(name)
            gone.view.state.show(None)
            self._line.removeWidget(gone)
            gone.setParent(None)
            gone.deleteLater()
        kept, self.columns = self.columns, {}
        for place, (name, title) in enumerate(titles.items()):
            self.columns[name] = kept.get(name) or self._made(title)
            self._line.insertWidget(place, self.columns[name], 1)

    def _made(self, title: str) -> _Column:
        built = _Column(title, self.orientation)
        view = built.view
        view.state.cursor_moved.connect(partial(self._follow_cursor, view))
        view.frame_moved.connect(partial(self._follow_frame, view))
        view.resized.connect(self.fit)
        return built

    def show_scene(self, name: str, scene: Scene) -> None:
        """Show a case's images and labels, where one looks in the others; the first decides where that is."""
        view, before = self.columns[name].view, self.views
        self._linking = True
        view.state.show(scene)
        if others := [each for each in before if each is not view]:
            _look_alike(others[0], view)
        self._linking = False
        self.say(name, "")
        self.fit()
        self.moved.emit()

    def say(self, name: str, words: str) -> None:
        """Say why a case is not shown, or what is to be known of what is."""
        self.columns[name].said.setText(words)

    def set_orientation(self, orientation: Orientation) -> None:
        """Show another plane of all of them."""
        self.orientation = orientation
        for each in self.columns.values():
            each.view.set_orientation(orientation)
        self.fit()

    def look_at(self, voxel: tuple[float, float, float]) -> None:
        """Move the cursor in all of them."""
        if self.views:
            self.views[0].state.look_at(voxel)

    def fit(self) -> None:
        """Show all of them in one frame: the same place of the atlas lies at the same place of every pane."""
        views = [view for view in self.views if view.width() > 1]
        if not views or any(view.own_frame for view in views):
            return
        frame = min((view.fitting_frame() for view in views), key=lambda each: each.scale)
        for view in views:
            view.set_frame(frame.resized(*view.pixels()))

    def _follow_cursor(self, source: PlaneView) -> None:
        if self._linking:
            return
        self._linking = True
        for view in self.views:
            if view is not source:
                _look_alike(source, view)
        self._linking = False
        self.moved.emit()

    def _follow_frame(self, source: PlaneView) -> None:
        for view in self.views:
            if view is not source:
                view.own_frame = True
                view.set_frame(source.frame.resized(*view.pixels()))

    def fit_again(self) -> None:
        """Forget every zoom."""
        for view in self.views:
            view.own_frame = False
        self.fit()

    def close_views(self) -> None:
        """Give the memory back."""
        self.show_columns({})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the slices by the arrow and page keys."""
        if (step := steps_of(event)) and self.views:
            self.views[0].step(step)
        else:
            super().keyPressEvent(event)


def _look_alike(source: PlaneView, view: PlaneView) -> None:
    """Look at the same point of the atlas."""
    here, there = source.state.scene, view.state.scene
    if here and there:
        x, y, z = there.grid.to_index(here.grid.to_ras(source.state.cursor)).tolist()
        view.state.look_at((x, y, z))
