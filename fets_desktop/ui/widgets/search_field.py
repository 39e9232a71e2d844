"""A field in which words are typed to find something; its magnifier has the theme's colour, also after a change."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit

from fets_desktop.ui.icons import icon
from fets_desktop.ui.theme import current_theme


class SearchField(QLineEdit):
    """Asks for words.

    Args:
        hint: What is found, in the empty field and for a screen reader.
    """

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self._sign = self.addAction(_magnifier(), QLineEdit.ActionPosition.LeadingPosition)

    def changeEvent(self, event: QEvent) -> None:
        """Tint the magnifier anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_sign"):
            self._sign.setIcon(_magnifier())


def _magnifier() -> QIcon:
    return icon("search", current_theme().hex("muted"))
