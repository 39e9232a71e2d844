"""A line that unfolds into more of them."""

from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from fets_desktop.ui.widgets.parts import label, show_icon

_MOST = 200


class Expander(QWidget):
    """A heading that shows or hides pairs of words."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.head = QPushButton()
        self.head.setCheckable(True)
        self.head.setAutoDefault(False)
        self.head.setProperty("look", "link")
        self.head.setStyleSheet("text-align: left;")
        self.head.toggled.connect(self._toggled)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(26, 0, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._lines: tuple[tuple[str, str], ...] = ()
        column.addWidget(self.head)
        column.addWidget(self._body)
        self._toggled(False)
        self.hide()

    def show_lines(self, heading: str, lines: list[tuple[str, str]]) -> None:
        """Show pairs of words under a heading; nothing at all where there are none."""
        self.head.setText(f" {heading}")
        self.head.setAccessibleName(heading)
        self.setVisible(bool(lines))
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for number, (name, words) in enumerate(lines[:_MOST]):
            self._grid.addWidget(label(name, "small"), number, 0)
            self._grid.addWidget(label(words, "small", wrap=True), number, 1)

    def _toggled(self, on: bool) -> None:
        self._body.setVisible(on)
        show_icon(self.head, "chevron-down" if on else "chevron-right", "accent")
