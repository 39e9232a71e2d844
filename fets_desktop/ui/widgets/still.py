"""Sliders and boxes that a turning wheel passes by: it scrolls the panel they stand in."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox, QSlider, QWidget


class StillWheel(QObject):
    """Keeps the wheel from changing what it happens to pass over.

    Args:
        panel: Whose sliders and boxes are kept still.
    """

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        for kind in (QSlider, QComboBox):
            for part in panel.findChildren(kind):
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to whatever scrolls."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False
