"""What a screen shows while there is nothing to show: what belongs here and what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fets_desktop.ui.widgets.parts import icon_label, label, row

_WIDTH = 480


class EmptyState(QWidget):
    """An icon, a sentence, advice, and the buttons that help.

    Args:
        icon: File name of the icon.
        heading: What is missing.
        text: What to do about it.
        buttons: What helps, most likely first.
        below: What seldom helps.
    """

    def __init__(
        self, icon: str, heading: str, text: str, *buttons: QPushButton, below: Sequence[QPushButton] = ()
    ) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        picture = icon_label(icon, "faint", 40)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        self.heading = label(heading, "title")
        self.text = label(text, "muted", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text.setFixedWidth(_WIDTH)
        column.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignHCenter)
        # in a row of its own, not by an alignment: that would take the height of one line
        column.addWidget(row(1, self.text, 1))
        if buttons:
            column.addSpacing(8)
            column.addWidget(row(1, *buttons, 1))
        if below:
            column.addWidget(row(1, *below, 1))
        column.addStretch(3)
