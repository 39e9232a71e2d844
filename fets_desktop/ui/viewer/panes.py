"""The panes of a viewer and how they stand: linked planes, the same plane in every contrast, 3-D."""

from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QGridLayout, QWidget

from fets_desktop.review.planes import Orientation
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.crop import Box
from fets_desktop.ui.viewer.oblique_view import ObliqueView
from fets_desktop.ui.viewer.painting import Painting
from fets_desktop.ui.viewer.plane_view import PlaneView
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.state import Layout, ViewState
from fets_desktop.ui.viewer.tooling import Tooling
from fets_desktop.ui.viewer.view3d import View3D


class Panes(QWidget):
    """Linked panes for one case, arranged as the state's layout says."""

    def __init__(self) -> None:
        super().__init__()
        self.state = ViewState(self)
        self.painting = Painting(self.state)
        self.tooling = Tooling(self.state, self.painting)
        self.planes = {o: PlaneView(self.state, self.painting, self.tooling, o) for o in Orientation}
        self.view3d = View3D(self.state)
        self.oblique = ObliqueView(self.state)
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
        self._content: Box | None = None
        self.state.look_changed.connect(self._follow_content)
        self.state.layout_changed.connect(self._arrange)
        self._arrange()

    def show_scene(self, scene: Scene | None) -> None:
        """Show a case, or none."""
        for view in self._every_plane():
            view.own_frame = False
        self.state.show(scene)

    @property
    def current(self) -> PlaneView:
        """The plane that keys act on: the last one used."""
        return self._last_plane

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

    def seen_panes(self) -> list[QWidget]:
        """Return the panes that are shown, from the first row to the last."""
        return sorted((pane for pane in self._cells if not pane.isHidden()), key=lambda pane: self._cells[pane])

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
        self._cells[self.oblique] = self._cells[self.view3d]
        self._grid.addWidget(self.oblique, *self._cells[self.oblique])
        for turned in (self.view3d, self.oblique):
            turned.enlarge_wanted.connect(partial(self.enlarge, turned))

    def _arrange(self) -> None:
        # panes that hide hand the focus on, which is no person's choice
        layout, last = self.state.layout, self._last_plane
        seen: set[QWidget] = {*self.planes.values(), self.view3d}
        if layout is Layout.ONE:
            seen = {self._large}
        elif layout is Layout.OBLIQUE:
            seen = {*self.planes.values(), self.oblique}
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

    def _follow_content(self) -> None:
        """The whole head needs more room than the brain, and gives it back."""
        if self._content != self.state.content:
            self._content = self.state.content
            self._fit_followers()

    def _share_frame(self, source: PlaneView) -> None:
        for view in self.contrasts:
            if view is not source:
                view.own_frame = True
                view.set_frame(source.frame.resized(*view.pixels()))
