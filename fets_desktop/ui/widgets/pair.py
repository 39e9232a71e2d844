"""A column at the left and what belongs to its choice at the right."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget


class Pair(QWidget):
    """Two parts side by side; the right one takes the room.

    Args:
        left: The narrow part.
        right: The wide part, a widget or a layout.
        gap: Pixels between them.
    """

    def __init__(self, left: QWidget, right: QWidget | QLayout, gap: int = 16) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(gap)
        line.addWidget(left)
        if isinstance(right, QLayout):
            line.addLayout(right, 1)
        else:
            line.addWidget(right, 1)
