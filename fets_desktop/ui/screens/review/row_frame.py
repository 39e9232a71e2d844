"""What rows of labels and rows of candidates have in common: the frame of the one that is chosen or has the keys."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from fets_desktop.ui.theme import current_theme


def draw_row_frame(painter: QPainter, shown: QAbstractButton) -> None:
    """Draw the ground and the frame of a row; nothing where it is neither chosen nor has the keys."""
    if not (shown.isChecked() or shown.hasFocus()):
        return
    theme = current_theme()
    painter.setPen(QPen(theme.colour("accent" if shown.hasFocus() else "faint"), 1))
    painter.setBrush(theme.colour("raised") if shown.isChecked() else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(shown.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
