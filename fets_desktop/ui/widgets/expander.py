"""A line that unfolds into more of them."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fets_desktop.ui.widgets.parts import clear, label, show_icon

_MOST = 200


class Expander(QWidget):
    """A heading that shows or hides pairs of words, one below the other: it stands in a narrow column."""

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
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(26, 0, 0, 4)
        self._column.setSpacing(2)
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
        clear(self._column)
        for number, (name, words) in enumerate(lines[:_MOST]):
            if number:
                self._column.addSpacing(6)
            self._column.addWidget(label(name, wrap=True))
            self._column.addWidget(label(words, "small", wrap=True))

    def _toggled(self, on: bool) -> None:
        self._body.setVisible(on)
        show_icon(self.head, "chevron-down" if on else "chevron-right", "accent")
