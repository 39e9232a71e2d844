"""The keys that lead from case to case and sign them off."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from fets_desktop.ui.viewer.keymaps import CASE_KEYS, words


def set_case_keys(screen: QWidget, *calls: Callable[[], None]) -> None:
    """Give a screen the keys of `CASE_KEYS`: next case, previous case, approve, flag, versions."""
    for (title, key), call in zip(CASE_KEYS, calls, strict=True):
        action = QAction(words(title), screen)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False, call=call: call())
        screen.addAction(action)
