"""When nobody is there: after a time without a hand on mouse or keys every window is covered and the table locked."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.bridge import Bridge
from fets_desktop.ui.widgets.parts import button, icon_label, label
from fets_desktop.ui.words import translate

SETTING = "privacy.idle_min"
_MINUTE_MS = 60_000
_FIELD_WIDTH = 320
_HANDS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletMove,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.Shortcut,
}


class Cover(QFrame):
    """Lies over one whole window and asks for the passphrase where there is one.

    Args:
        window: What it covers.
        guarded: Whether a passphrase is asked for.
        agree: Gets the passphrase; raises StudyError if it is another.
    """

    def __init__(self, window: QWidget, guarded: bool, agree: Callable[[str], None]) -> None:
        super().__init__(window)
        self._agree = agree
        self.setProperty("look", "cover")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("The window is covered"))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(icon_label("lock", "accent", 44), 0, middle)
        column.addWidget(label(self.tr("Nobody seems to be here"), "title"), 0, middle)
        words = self.tr("The work goes on. The passphrase of this workspace uncovers it.")
        column.addWidget(label(words if guarded else self.tr("The work goes on."), "muted"), 0, middle)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Passphrase"))
        self.field.setFixedWidth(_FIELD_WIDTH)
        self.field.setVisible(guarded)
        self.field.returnPressed.connect(self.uncover)
        column.addWidget(self.field, 0, middle)
        self.fault = label("", "bad")
        column.addWidget(self.fault, 0, middle)
        self.go_on = button(self.tr("Go on"), self.uncover, look="primary")
        column.addWidget(self.go_on, 0, middle)
        column.addStretch(1)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        (self.field if guarded else self.go_on).setFocus()

    def uncover(self) -> None:
        """Give the window free, if the passphrase is the right one."""
        try:
            self._agree(self.field.text())
        except StudyError as error:
            self.field.clear()
            self.fault.setText(translate(error.text.title))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(cast(QWidget, watched).rect())
        return False


class Inactivity(QObject):
    """Watches for hands; covers all windows after the time that the settings say, and uncovers them together.

    Args:
        hall: The use cases.
        parent: Its owner.
    """

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self.covers: list[Cover] = []
        self._covered = False
        """Whether nobody was there, even if no window was to be seen: one may come back from beside the clock."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.cover)
        self._facts = Bridge(hall.bus, self)
        self._facts.setting_changed.connect(lambda name: self._begin() if name == SETTING else None)
        self._begin()

    def _begin(self) -> None:
        minutes = self._hall.settings.get(SETTING)
        self._hear(on=bool(minutes) or self._covered)
        self._timer.stop()
        if minutes and not self._covered:
            self._timer.start(minutes * _MINUTE_MS)

    def _hear(self, *, on: bool) -> None:
        """Hear of every event, or of none: each costs a call into Python, and most people never ask for this."""
        if app := QApplication.instance():
            (app.installEventFilter if on else app.removeEventFilter)(self)

    def cover(self) -> None:
        """Lock the table of patients and cover every window."""
        if self._covered:
            return
        self._covered = True
        self._hear(on=True)
        self._timer.stop()
        self._hall.identities.lock()
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog):
                self._cover(window)

    def _cover(self, window: QWidget) -> None:
        if any(cover.parentWidget() is window for cover in self._left()):
            return
        self.covers.append(Cover(window, self._hall.secrets.locked, self._agree))

    def _left(self) -> list[Cover]:
        """Return the covers of windows that are there still: a dialog may have ended by itself."""
        self.covers = [cover for cover in self.covers if isValid(cover)]
        return self.covers

    def _agree(self, passphrase: str) -> None:
        if self._hall.secrets.locked:
            self._hall.identities.unlock(passphrase)
        for cover in self._left():
            cover.hide()
            cover.deleteLater()
        self.covers, self._covered = [], False
        self._begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of hands; while covered, let them reach the covers alone, and cover what opens."""
        kind = event.type()
        if not self._covered:
            if kind in _HANDS and self._timer.isActive():
                self._timer.start()
            return False
        if kind == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            if watched.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog):
                self._cover(watched)
            return False
        return kind in _HANDS and isinstance(watched, QWidget) and not self._may_hear(watched)

    def _may_hear(self, widget: QWidget) -> bool:
        return any(cover is widget or cover.isAncestorOf(widget) for cover in self._left())
