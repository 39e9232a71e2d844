"""The middle of the Review screen: the viewer with its tools, or what keeps the case from being shown."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from fets_desktop.app.annotations.session import ReviewSession
from fets_desktop.study.own_keys import read_own_keys
from fets_desktop.ui.screens.review.strip import ToolStrip
from fets_desktop.ui.screens.review.tools import ReviewTools
from fets_desktop.ui.screens.review.words import Missing
from fets_desktop.ui.viewer.keymaps import Keymap, Keys
from fets_desktop.ui.viewer.keys_dialog import KeysDialog
from fets_desktop.ui.viewer.readout import Readout
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.widgets.empty import EmptyState
from fets_desktop.ui.widgets.notice import Notice
from fets_desktop.ui.widgets.parts import button, row
from fets_desktop.ui.words import translate


def no_case_yet(import_wanted: Callable[[], object]) -> EmptyState:
    """Return what stands where no case is prepared yet."""
    text = translate(
        "Cases come here once they are imported and prepared. A model proposes labels; a person corrects and approves "
        "them."
    )
    way = button(translate("Import patients"), import_wanted, "folder-down", "primary")
    return EmptyState("brush", translate("No case to review yet"), text, way)


class ReviewStage(QFrame):
    """Shows a case, or says what it lacks.

    Args:
        keymap: The keys in force.
    """

    help_wanted = Signal(str)
    """What the button of a case that lacks something leads to: see `Missing.place`."""

    keys_changed = Signal(str)
    """A person gave keys of their own; see `study.own_keys`."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.viewer = Viewer(keymap)
        self.tools = ReviewTools(self.viewer)
        self.strip = ToolStrip(self.viewer)
        self.notice = Notice()
        self.missing: Missing | None = None
        self._state: EmptyState | None = None
        self.viewer.keys_wanted.connect(self.show_keys)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.notice)
        self._pages = QStackedLayout()
        self.readout = Readout(self.viewer.state)
        panes = QWidget()
        under = QVBoxLayout(panes)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self.viewer, 1)
        under.addWidget(self.readout)
        self._desk = row(self.strip, panes, spacing=0)
        # the first page of a stack is shown at once: without a parent it would come up as a window of its own
        self._desk.setParent(self)
        self._pages.addWidget(self._desk)
        column.addLayout(self._pages, 1)

    def put_above(self, widget: QWidget) -> None:
        """Put something between the tools and the viewer."""
        self._column.insertWidget(2, widget)

    def show_session(self, session: ReviewSession) -> None:
        """Show an open case."""
        self._take_away()
        self.viewer.show_scene(Scene(session.volumes, session.editor))
        self._pages.setCurrentWidget(self._desk)

    def show_missing(self, missing: Missing) -> None:
        """Show what keeps a case from being reviewed."""
        if missing == self.missing:
            return
        self._take_away()
        self.viewer.show_scene(None)
        self.missing = missing
        buttons = []
        if missing.button:
            buttons.append(button(missing.button, lambda: self.help_wanted.emit(missing.place), look="primary"))
        self._state = EmptyState(missing.icon, missing.heading, missing.text, *buttons)
        self._pages.addWidget(self._state)
        self._pages.setCurrentWidget(self._state)

    def take_setting(self, name: str, value: Any) -> None:  # noqa: ANN401
        """Let a setting hold; those that do not concern the viewer are none of ours."""
        state = self.viewer.state
        match name:
            case "review.keymap":
                self.viewer.set_keymap(Keymap(value))
                self.tools.name_keys()
                self.strip.name_keys()
            case "review.keys":
                self.viewer.set_keys(Keys(self.viewer.keymap, read_own_keys(value)))
                self.tools.name_keys()
                self.strip.name_keys()
            case "review.opacity":
                state.set_look(replace(state.look, opacity=value))
            case "review.outlines":
                state.set_look(replace(state.look, outlines=value))
            case "review.brush_mm":
                state.set_hand(replace(state.hand, diameter_mm=value))
            case "review.inside_brain":
                state.set_hand(replace(state.hand, inside_brain=value))

    def show_keys(self) -> None:
        """Show what every key and the mouse do."""
        dialog = KeysDialog(self.viewer.keys, self)
        dialog.changed.connect(self.keys_changed)
        dialog.open()

    def _take_away(self) -> None:
        if self._state:
            self._pages.removeWidget(self._state)
            self._state.setParent(None)
            self._state.deleteLater()
        self._state, self.missing = None, None
