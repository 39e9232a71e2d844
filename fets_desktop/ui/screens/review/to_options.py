"""The keys' way from a pane to the options of the tool in hand, and back, without the Tab key through all there is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fets_desktop.ui.viewer.viewer import Viewer


def to_options_and_back(viewer: Viewer, stops: Sequence[QWidget]) -> QWidget:
    """Give the keys to the first option that is seen; back to the pane last used if an option has them.

    Args:
        viewer: The viewer whose tool is in hand.
        stops: What the Tab key goes through beside it, the tool's own options first.

    Returns:
        Who has the keys now.
    """
    usable = [stop for stop in stops if stop.isVisible() and stop.isEnabled()]
    inside = any(stop.hasFocus() for stop in usable)
    target = viewer.current if inside or not usable else usable[0]
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return target
