"""F1: from a place to its page, and back to where one was; in a dialog, its page in a window over it."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from fets_desktop.ui.screen import Screen
from fets_desktop.ui.tour.steps import Window
from fets_desktop.ui.widgets.help_dialog import HelpDialog, show_help

KEY = "F1"
_HELP, _NAME = "help", "help key"


class HelpKey(QObject):
    """Leads a person to the help and back.

    Args:
        window: The main window.
        walked: The same window, as a person goes through it.
    """

    def __init__(self, window: QWidget, walked: Window) -> None:
        super().__init__(window)
        self._window, self._walked = window, walked
        self._left, self._held = "", window.focusWidget()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusWindowChanged.connect(self._give_key)

    def press(self) -> None:
        """Show the page of the present place; lead back from the help."""
        if self._walked.place != _HELP:
            self._walked.open_place(_HELP, self._page())
        elif self._left:
            self._walked.open_place(self._left)

    def leave(self, place: str) -> None:
        """Note which place is left for the help, and what has the keys there."""
        self._left, self._held = place, self._window.focusWidget()

    def held_at(self, place: str) -> QWidget | None:
        """Return what had the keys at a place when it was left for the help, None if that was another."""
        return self._held if place == self._left and self._held is not None and isValid(self._held) else None

    def _page(self) -> str:
        """Return the page of the present place, and its chapter on what is seen."""
        screen = self._walked.screen_of(self._walked.place)
        return f"{self._walked.place}#{screen.help_chapter() if isinstance(screen, Screen) else ''}"

    def _give_key(self) -> None:
        """Give a dialog that has opened the key: it keeps the window's own ones away."""
        dialog = QApplication.activeWindow()
        if not isinstance(dialog, QDialog) or isinstance(dialog, HelpDialog) or not self._is_ours(dialog):
            return
        if dialog.findChild(QShortcut, _NAME) is None:
            key = QShortcut(QKeySequence(KEY), dialog)
            key.setObjectName(_NAME)
            key.activated.connect(partial(self._show_over, dialog))

    def _is_ours(self, dialog: QWidget) -> bool:
        owner: QWidget | None = dialog
        while owner and owner is not self._window:
            owner = owner.parentWidget()
        return owner is not None

    def _show_over(self, dialog: QWidget) -> None:
        """Show the page that a dialog names, else that of the place."""
        show_help(getattr(dialog, "help_page", "") or self._page(), dialog)
