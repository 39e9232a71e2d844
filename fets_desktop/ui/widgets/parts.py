"""Labels, buttons, cards and rules in the window's look, each made by one call."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fets_desktop.ui.icons import set_icon
from fets_desktop.ui.theme import current_theme


def show_icon(widget: QAbstractButton | QLabel, name: str, role: str = "muted", size: int = 16) -> None:
    """Show an icon in a colour role of the theme in force; it follows later changes of the theme."""
    set_icon(widget, name, role, current_theme().hex, size)


def set_mood(widget: QWidget, mood: str) -> None:
    """Give a card or chip a mood: "", good, warn, bad or accent."""
    if widget.property("mood") != mood:
        widget.setProperty("mood", mood)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def set_look(widget: QWidget, look: str) -> None:
    """Change a widget's part in the window."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def label(text: str = "", look: str = "", wrap: bool = False) -> QLabel:
    """Return a label; `look` is one of the style sheet's (title, heading, strong, muted, small, chip ...)."""
    built = QLabel(text)
    built.setTextFormat(Qt.TextFormat.PlainText)
    built.setProperty("look", look)
    built.setWordWrap(wrap)
    return built


def icon_label(name: str, role: str = "muted", size: int = 16) -> QLabel:
    """Return a label that shows an icon; it says nothing to a screen reader."""
    built = QLabel()
    built.setFixedSize(size, size)
    show_icon(built, name, role, size)
    return built


def button(text: str, pressed: Callable[[], object], icon: str = "", look: str = "") -> QPushButton:
    """Return a push button that calls `pressed`."""
    built = QPushButton()
    built.setProperty("look", look)
    built.setAutoDefault(False)
    if icon:
        show_icon(built, icon, "on_accent" if look == "primary" else "accent" if look == "link" else "muted")
    set_words(built, text)
    built.clicked.connect(lambda _checked=False: pressed())
    return built


def set_words(widget: QPushButton, text: str) -> None:
    """Give a button words; the style leaves no room between an icon and them."""
    widget.setText(text if widget.icon().isNull() else f" {text}")
    widget.setAccessibleName(text)


def tool_button(icon: str, tip: str, pressed: Callable[[], object], size: int = 16) -> QToolButton:
    """Return a small button that shows only an icon."""
    built = QToolButton()
    show_icon(built, icon, "muted", size)
    built.setToolTip(tip)
    built.setAccessibleName(tip)
    built.clicked.connect(lambda _checked=False: pressed())
    return built


def rule() -> QFrame:
    """Return a thin line."""
    built = QFrame()
    built.setProperty("look", "rule")
    return built


def framed(look: str) -> QFrame:
    """Return an empty frame in a look of the style sheet."""
    built = QFrame()
    built.setProperty("look", look)
    built.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return built


def roomy(spin: QSpinBox | QDoubleSpinBox) -> None:
    """Give a number in its box the room that words have in theirs; the style sheet cannot."""
    spin.lineEdit().setTextMargins(6, 0, 0, 0)


class Card(QFrame):
    """A framed panel with a heading, words beside it, and a body.

    Args:
        heading: Its title; "" for none.
        aside: Muted words at the right of the heading.
    """

    def __init__(self, heading: str = "", aside: str = "") -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName(heading)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.setSpacing(10)
        self.heading = label(heading, "heading")
        self.aside = label(aside, "small")
        self.top = QHBoxLayout()
        self.top.addWidget(self.heading)
        self.top.addStretch(1)
        self.top.addWidget(self.aside)
        outer.addLayout(self.top)
        self.heading.setVisible(bool(heading))
        self.aside.setVisible(bool(heading))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets to the body, one below the other."""
        for widget in widgets:
            self.body.addWidget(widget)


def row(*parts: QWidget | int, spacing: int = 8) -> QWidget:
    """Return widgets side by side; a number is stretch."""
    built = QWidget()
    line = QHBoxLayout(built)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for part in parts:
        if isinstance(part, int):
            line.addStretch(part)
        else:
            line.addWidget(part)
    return built


def filled(*parts: QWidget, by: QWidget, spacing: int = 8) -> QWidget:
    """Return widgets side by side of which one takes all the room there is: words that wrap need it."""
    built = row(*parts, spacing=spacing)
    line = built.layout()
    assert isinstance(line, QHBoxLayout)
    line.setStretchFactor(by, 1)
    return built


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout and delete it."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.setParent(None)
            widget.deleteLater()


class Chip(QLabel):
    """A short word on a tinted ground.

    Args:
        text: The word.
        mood: "", good, warn, bad or accent.
    """

    def __init__(self, text: str = "", mood: str = "") -> None:
        super().__init__(text)
        self.setProperty("look", "chip")
        self.setProperty("mood", mood)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_word(self, text: str, mood: str = "") -> None:
        """Show another word in another mood."""
        self.setText(text)
        self.setVisible(bool(text))
        set_mood(self, mood)

    def sizeHint(self) -> QSize:
        """Return a size of one line's height."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), 20))


def pause(owner: QObject, pause_ms: int, call: Callable[[], None]) -> QTimer:
    """Return a timer that calls once when it was started and then left alone for so long."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(pause_ms)
    timer.timeout.connect(call)
    return timer
