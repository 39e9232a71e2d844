"""The icon beside the clock: a federation goes on while the window is closed, where the desktop has a place for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSystemTrayIcon

from fets_desktop.app.federation.words import paused, standing_in_words, under_way
from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import ERRORS
from fets_desktop.study.federation import Standing
from fets_desktop.ui.bridge import Bridge
from fets_desktop.ui.icons import icon
from fets_desktop.ui.widgets.sure import ask_sure
from fets_desktop.ui.words import translate

_COLOUR = "#4db3d9"


class Tray(QObject):
    """Decides what closing the window means, and stands in for it while it is closed.

    Args:
        window: The main window.
        hall: Knows what goes on.
        available: Whether the desktop has such a place.
    """

    def __init__(
        self, window: QMainWindow, hall: Hall, available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable
    ) -> None:
        super().__init__(window)
        self._window, self._hall, self._available = window, hall, available
        self._leaving = self._told = self._away = False
        self._said = ""
        self.icon: QSystemTrayIcon | None = None
        self._menu = QMenu(window)
        self._state = self._action("", lambda: None)
        self._state.setEnabled(False)
        self._menu.addSeparator()
        self._action(translate("Open FeTS Desktop"), self.bring_back)
        self._pause = self._action(translate("Pause after this round"), self._pause_or_resume)
        self._menu.addSeparator()
        self._action(translate("Quit"), self.quit)
        Bridge(hall.bus, self).federation_changed.connect(self.refresh)
        if isinstance(app := QApplication.instance(), QApplication):
            # the session ends: nothing may keep it from ending
            app.commitDataRequest.connect(self._let_go)

    def _action(self, words: str, call: Callable[[], object]) -> QAction:
        action = self._menu.addAction(words)
        action.triggered.connect(lambda _checked=False: call())
        return action

    def may_close(self) -> bool:
        """Return whether the window may close for good; else it is hidden, or the person is asked."""
        going = self._going()
        if self._leaving or not going or not self._hall.settings.get("federation.tray"):
            return True
        if not self._available():
            self._ask(going)
            return False
        self._hide(going)
        return False

    def begin_hidden(self) -> None:
        """Begin without the window where a federation goes on beside the clock, else with a small one."""
        if self._going() and self._available() and self._hall.settings.get("federation.tray"):
            self._told = self._away = True
            self._set_quitting(False)
            self.refresh()
        else:
            self._window.showMinimized()

    def _hide(self, going: Sequence[str]) -> None:
        self._away = True
        self._set_quitting(False)
        self._window.hide()
        self.refresh()
        if not self._told:
            self._told = True
            self._say(
                translate("{f} goes on. This icon brings the window back, and ends the program.", f=", ".join(going))
            )

    def _ask(self, going: Sequence[str]) -> None:
        ask_sure(
            translate("Close, and let the federation wait?"),
            translate(
                "This desktop has no place beside the clock, so the program cannot go on without its window. If you "
                "close it, {f} stops here; nothing is lost, and it goes on by itself when the program is opened again. "
                "To let it go on, make the window small instead.",
                f=", ".join(going),
            ),
            translate("Close"),
            self.quit,
            self._window,
        )

    def quit(self) -> None:
        """End the program, whatever goes on; it goes on by itself when the program is opened again."""
        self._let_go()
        self._set_quitting(True)
        was_hidden = not self._window.isVisible()
        if self._window.close() and was_hidden:
            QApplication.quit()

    def _let_go(self, _session: object = None) -> None:
        self._leaving = True

    def bring_back(self) -> None:
        """Show the window again."""
        self._away = False
        self._set_quitting(True)
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self.refresh()

    # --- what it says

    def refresh(self, _federation: str = "") -> None:
        """Show the icon while a federation goes on, or while there is no other way back to the window."""
        if self._away and not self._available():
            # the desktop has taken the place beside the clock away: there is no other way back
            self.bring_back()
        going, hidden = self._going(), not self._window.isVisible()
        wanted = hidden or bool(going)
        if not wanted or not self._available() or not self._hall.settings.get("federation.tray"):
            if self.icon is not None:
                self.icon.hide()
            return
        if self.icon is None:
            self.icon = QSystemTrayIcon(icon("brain", _COLOUR), self)
            self.icon.setContextMenu(self._menu)
            self.icon.activated.connect(self._activated)
        standing = self._standing()
        words = _words(standing)
        self._state.setText(words)
        self.icon.setToolTip(f"FeTS Desktop\n{words}")
        self._pause.setVisible(under_way(standing))
        self._pause.setText(translate("Resume") if self._waits(standing) else translate("Pause after this round"))
        self.icon.show()
        if hidden and standing and (standing.code or not under_way(standing)) and words != self._said:
            self._say(words)
        self._said = words

    def _say(self, words: str) -> None:
        """Show words beside the clock for a while."""
        if self.icon is not None:
            self.icon.showMessage("FeTS Desktop", words, icon("brain", _COLOUR))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.bring_back()

    def _going(self) -> list[str]:
        """Return the names of the federations that go on in this program."""
        return self._hall.joining.going_on() if self._hall.federating.live() else []

    def _standing(self) -> Standing | None:
        live = self._hall.federating.live() or self._hall.federating.failed()
        return self._hall.federating.standing(live[0]) if live else None

    def _waits(self, standing: Standing | None) -> bool:
        live = self._hall.federating.live()
        return paused(standing) or (bool(live) and self._hall.federating.pausing(live[0]))

    def _pause_or_resume(self) -> None:
        federating = self._hall.federating
        for name in federating.live():
            deed = federating.resume if self._waits(federating.standing(name)) else federating.pause
            deed(name)
        self.refresh()

    @staticmethod
    def _set_quitting(on: bool) -> None:
        if isinstance(app := QApplication.instance(), QApplication):
            app.setQuitOnLastWindowClosed(on)


def _words(standing: Standing | None) -> str:
    """Return where a federation stands, in a line."""
    if standing is None:
        return translate("No federation goes on")
    if standing.code:
        return translate(ERRORS[standing.code].title)
    words = translate(standing_in_words(standing))
    at = translate("round {n}", n=standing.number + 1)
    return f"{words}, {at}" if standing.number >= 0 and under_way(standing) else words
