"""A pane that shows whether keys go to it."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class FocusedPane(QWidget):
    """Is drawn anew when keys come to go here, or elsewhere."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys go here."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        self.update()
