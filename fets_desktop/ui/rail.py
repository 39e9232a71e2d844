"""The navigation rail: the places in the order of the work, what waits at each, and that images stay here."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout

from fets_desktop.ui.icons import tinted
from fets_desktop.ui.places import PLACES, Place, key_of
from fets_desktop.ui.theme import current_theme
from fets_desktop.ui.widgets.parts import icon_label, label, row, rule, tool_button

WIDE, NARROW = 188, 60


class RailButton(QAbstractButton):
    """One place: icon, title, and how much waits there.

    Args:
        place: Where it leads.
        number: Its key with Ctrl, 0 for none.
    """

    def __init__(self, place: Place, number: int) -> None:
        super().__init__()
        self.place = place
        self.narrow = False
        self._badge, self._badge_role = 0, "muted"
        self._key = key_of(number) if number else ""
        self.setCheckable(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(place.words)
        self.show_badge(0, waits=False)

    def show_badge(self, count: int, *, waits: bool) -> None:
        """Show how much is there; amber if it waits for a person."""
        self._badge, self._badge_role = count, "warn" if waits and count else "muted"
        name = self.place.words
        self.setAccessibleName(self.tr("{place}, {n} waiting").format(place=name, n=count) if waits and count else name)
        self.setToolTip(f"{self.accessibleName()}  {self._key}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a line of the rail."""
        return QSize(NARROW - 20 if self.narrow else WIDE - 20, 38)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, title and badge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = current_theme(), QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        tint = theme.hex("accent" if self.isChecked() else "muted")
        left = (self.width() - 18) // 2 if self.narrow else 12
        painter.drawPixmap(
            QPoint(left, (self.height() - 18) // 2), tinted(self.place.icon, tint, 18, self.devicePixelRatioF())
        )
        if not self.narrow:
            painter.setFont(self._font(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium))
            painter.setPen(theme.colour("text"))
            painter.drawText(box.adjusted(40, 0, -40, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._badge:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        theme = current_theme()
        painter.setPen(theme.colour(self._badge_role))
        painter.setFont(self._font(QFont.Weight.DemiBold if self._badge_role == "warn" else QFont.Weight.Normal))
        box = QRectF(self.rect())
        if not self.narrow:
            painter.drawText(
                box.adjusted(0, 0, -12, 0),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                str(self._badge),
            )
        elif self._badge_role == "warn":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("warn"))
            painter.drawEllipse(QRectF(box.right() - 14, 6, 7, 7))

    def _font(self, weight: QFont.Weight) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(13)
        font.setWeight(weight)
        return font


class LocalOnly(QFrame):
    """Says at all times that nothing leaves this computer by itself, or which federation was joined."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 10, 10, 10)
        column.setSpacing(4)
        self._words, self._title = label("", "small", wrap=True), label("", "strong")
        column.addWidget(row(icon_label("shield-check", "good", 18), self._title, 1))
        column.addWidget(self._words)
        self.show_joined([])

    def show_joined(self, names: Sequence[str]) -> None:
        """Say which federations were joined; none means local only."""
        images = self.tr("Images never leave by themselves: only what you export or send.")
        if names:
            title = self.tr("Federated")
            short = self.tr("Images stay here; what the plan lists leaves.")
            joined = self.tr("Joined: {names}. What leaves is listed under Federation.").format(names=", ".join(names))
        else:
            title, short = self.tr("Local only"), self.tr("Images leave only if you send them.")
            joined = self.tr("No federation has been joined.")
        self._title.setText(title)
        self._words.setText(short)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{images} {joined}")
        self.setToolTip(f"{images} {joined}")

    def set_narrow(self, narrow: bool) -> None:
        """Show the shield alone, or the words too."""
        self._title.setVisible(not narrow)
        self._words.setVisible(not narrow)


class Rail(QFrame):
    """All places; `chosen` carries the name of the place a person wants."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "rail")
        self.setAccessibleName(self.tr("Places"))
        self.narrow = False
        self.pinned = False
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 10)
        column.setSpacing(3)
        self._brand = row(label("FeTS", "brand"), label("Desktop", "brand2"), 1, spacing=5)
        self._fold = tool_button("panel-left", self.tr("Fold or unfold the rail (Ctrl+B)"), self.toggle, 18)
        head = row(self._brand, 1, self._fold)
        head.layout().setContentsMargins(6, 0, 0, 10)  # type: ignore[union-attr]
        self._head = head
        column.addWidget(head)
        self._add(column, [place for place in PLACES if not place.below], 1)
        column.addStretch(1)
        self.local = LocalOnly()
        column.addWidget(self.local)
        column.addSpacing(6)
        self._add(column, [place for place in PLACES if place.below], 1 + len(self._buttons))
        self.setFixedWidth(WIDE)

    def _add(self, column: QVBoxLayout, places: list[Place], first: int) -> None:
        for number, place in enumerate(places, first):
            if place.apart:
                column.addSpacing(7)
                column.addWidget(rule())
                column.addSpacing(7)
            button = RailButton(place, number)
            button.toggled.connect(partial(self._toggled, place.name))
            self._group.addButton(button)
            self._buttons[place.name] = button
            column.addWidget(button)

    def _toggled(self, place: str, on: bool) -> None:
        if on:
            self.chosen.emit(place)

    def button(self, place: str) -> RailButton:
        """Return the button of a place."""
        return self._buttons[place]

    def show_place(self, place: str) -> None:
        """Mark a place as the present one."""
        self._buttons[place].setChecked(True)

    def toggle(self) -> None:
        """Fold or unfold as the person wishes; the window's size no longer decides."""
        self.pinned = True
        self.set_narrow(not self.narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or titles too."""
        if narrow == self.narrow:
            return
        self.narrow = narrow
        self._brand.setVisible(not narrow)
        self.local.set_narrow(narrow)
        for button in self._buttons.values():
            button.narrow = narrow
            button.updateGeometry()
        self.setFixedWidth(NARROW if narrow else WIDE)

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
