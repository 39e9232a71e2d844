"""A line that says something a person should know, until they close it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from fets_desktop.ui.widgets.parts import icon_label, label, tool_button


class Notice(QFrame):
    """Hidden until there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self.words = label("", wrap=True)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 6, 8, 6)
        self._line.setSpacing(10)
        self._line.addWidget(icon_label("info", "accent"))
        self._line.addWidget(self.words, 1)
        self._action: QWidget | None = None
        self._line.addWidget(tool_button("x", self.tr("Close this note"), self.hide, 14))
        self.hide()

    def say(self, words: str, action: QWidget | None = None) -> None:
        """Say something, with buttons that help; "" says nothing any more."""
        if self._action:
            self._line.removeWidget(self._action)
            self._action.setParent(None)
            self._action.deleteLater()
        self._action = action
        if action:
            self._line.insertWidget(2, action)
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
