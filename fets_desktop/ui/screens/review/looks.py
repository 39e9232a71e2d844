"""Menus above the viewer: how images are shown, how panes stand, and pictures of them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from fets_desktop.review.presets import Preset
from fets_desktop.ui.viewer.state import Layout
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.widgets.parts import show_icon
from fets_desktop.ui.words import translate

_ICON = 18


class MenuButton(QToolButton):
    """A button that opens a menu.

    Args:
        icon: Its icon.
        name: What it is for.
        viewer: Whose keys stand in the menu.
    """

    def __init__(self, icon: str, name: str, viewer: Viewer) -> None:
        super().__init__()
        self._viewer = viewer
        self._keyed: list[tuple[QAction, str, str]] = []
        show_icon(self, icon, "muted", _ICON)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.entries = QMenu(self)
        self.entries.aboutToShow.connect(self._name_keys)
        self.setMenu(self.entries)

    def add(self, title: str, call: Callable[[], object], action: str = "") -> QAction:
        """Add an entry; `action` is the viewer's name for it, if it has a key."""
        entry = self.entries.addAction(title)
        entry.triggered.connect(lambda _checked=False: call())
        self._keyed.append((entry, title, action))
        return entry

    def _name_keys(self) -> None:
        """Write the keys of the keymap in force; they are the viewer's, not the menu's, to obey."""
        for entry, title, action in self._keyed:
            keys = self._viewer.keys.of(action)
            native = QKeySequence.SequenceFormat.NativeText
            entry.setText(f"{title}\t{QKeySequence(keys[0]).toString(native)}" if keys else title)


class LookMenu(MenuButton):
    """Presets of brightness, T1Gd minus T1, the whole head, the volume in 3-D."""

    def __init__(self, viewer: Viewer) -> None:
        super().__init__("eye", translate("How images are shown"), viewer)
        self.entries.addSection(self.tr("Brightness"))
        for preset, title in (
            (Preset.AUTO, self.tr("Automatic")),
            (Preset.TISSUE, self.tr("Grey and white matter")),
            (Preset.BRIGHT, self.tr("Bright parts")),
            (Preset.FULL, self.tr("All values")),
        ):
            self.add(title, partial(viewer.brighten, preset), "contrast auto" if preset is Preset.AUTO else "")
        self.entries.addSeparator()
        self.minus = self._checked(self.tr("T1Gd minus T1"), "minus T1")
        self.head = self._checked(self.tr("Whole head"), "whole head")
        self.rendered = self._checked(self.tr("Volume in 3D"), "rendered")
        self.entries.addSeparator()
        self.native = self.add(self.tr("Labels on the scans as taken…"), viewer.native_wanted.emit, "native")
        self.time_points = self.add(
            self.tr("Time points of the patient…"), viewer.time_points_wanted.emit, "time points"
        )
        viewer.state.look_changed.connect(self.follow)
        viewer.state.scene_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the state as it is."""
        look, scene = self._viewer.state.look, self._viewer.state.scene
        self.setEnabled(scene is not None)
        for entry, on in ((self.minus, look.minus_t1), (self.head, look.whole_head), (self.rendered, look.rendered)):
            entry.setChecked(on)
        self.minus.setEnabled(scene is not None and scene.subtracts)

    def _checked(self, title: str, action: str) -> QAction:
        entry = self.add(title, partial(self._viewer.act, action), action)
        entry.setCheckable(True)
        return entry


class LayoutMenu(MenuButton):
    """How the panes stand."""

    def __init__(self, viewer: Viewer) -> None:
        super().__init__("layout-grid", translate("Layout"), viewer)
        group = QActionGroup(self)
        self.layouts: dict[Layout, QAction] = {}
        for layout, title, action in (
            (Layout.QUAD, self.tr("Three planes and 3D"), ""),
            (Layout.OBLIQUE, self.tr("Three planes and an oblique one"), "oblique"),
            (Layout.ONE, self.tr("One pane large"), "one large"),
            (Layout.CONTRASTS, self.tr("Four contrasts of one plane"), "four contrasts"),
        ):
            entry = self.add(title, partial(self._choose, layout), action)
            entry.setCheckable(True)
            group.addAction(entry)
            self.layouts[layout] = entry
        viewer.state.layout_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the state as it is."""
        self.layouts[self._viewer.state.layout].setChecked(True)

    def _choose(self, layout: Layout) -> None:
        if layout is Layout.ONE and self._viewer.state.layout is not Layout.ONE:
            self._viewer.enlarge(self._viewer.current)
        else:
            self._viewer.state.set_layout(layout)


class PictureMenu(MenuButton):
    """Pictures of the pane, of all panes, and a movie of the slices."""

    pane_wanted = Signal()
    all_wanted = Signal()
    movie_wanted = Signal()

    def __init__(self, viewer: Viewer) -> None:
        super().__init__("camera", translate("Save a picture"), viewer)
        self.add(self.tr("Picture of the pane…"), self.pane_wanted.emit, "picture")
        self.add(self.tr("Picture of all panes…"), self.all_wanted.emit)
        self.add(self.tr("Movie of the slices…"), self.movie_wanted.emit)
        viewer.state.scene_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._viewer.state.scene is not None)
