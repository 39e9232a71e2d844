"""A line that unfolds into more of them."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fets_desktop.ui.widgets.parts import clear, label, show_icon

_MOST = 200


class Unfolding(QWidget):
    """A heading that shows or hides what stands below it; `body` is for whoever builds on it to fill."""

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
        self.body = QWidget()
        column.addWidget(self.head)
        column.addWidget(self.body)
        self._toggled(False)
        self.hide()

    def show_heading(self, heading: str, *, needed: bool) -> None:
        """Say what lies below; nothing at all is shown where it is not needed."""
        self.head.setText(f" {heading}")
        self.head.setAccessibleName(heading)
        self.setVisible(needed)

    def _toggled(self, on: bool) -> None:
        self.body.setVisible(on)
        show_icon(self.head, "chevron-down" if on else "chevron-right", "accent")


class Expander(Unfolding):
    """A heading that shows or hides pairs of words, one below the other: it stands in a narrow column."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(26, 0, 0, 4)
        self._column.setSpacing(2)
        self._lines: tuple[tuple[str, str], ...] = ()

    def show_lines(self, heading: str, lines: list[tuple[str, str]]) -> None:
        """Show pairs of words under a heading; nothing at all where there are none."""
        self.show_heading(heading, needed=bool(lines))
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        clear(self._column)
        for number, (name, words) in enumerate(lines[:_MOST]):
            if number:
                self._column.addSpacing(6)
            self._column.addWidget(label(name, wrap=True))
            self._column.addWidget(label(words, "small", wrap=True))
