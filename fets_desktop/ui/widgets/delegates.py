"""How table cells are painted: four dots, an icon before a word, a button."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fets_desktop.ui.icons import tinted
from fets_desktop.ui.theme import current_theme

Index = QModelIndex | QPersistentModelIndex

ICON_ROLE = Qt.ItemDataRole.UserRole + 10
"""Pair of an icon's name and a colour role."""
DOTS_ROLE = Qt.ItemDataRole.UserRole + 11
"""Tuple of "used", "doubtful" or "missing"."""
SORT_ROLE = Qt.ItemDataRole.UserRole + 12
FRACTION_ROLE = Qt.ItemDataRole.UserRole + 13
"""0 to 1 while a job runs, else None."""
MARK_ROLE = Qt.ItemDataRole.UserRole + 14
"""Whether a small mark says that a person made it by hand."""
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 15
"""Words for a second, smaller line; none where it is not set."""

_DOT, _DOT_GAP, _PAD = 8, 4, 11
_SMALL_PX = 12


class _Plain(QStyledItemDelegate):
    """Paints a cell's ground and leaves the rest to its children."""

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QStyleOptionViewItem:
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        drawn.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        drawn.state &= ~QStyle.StateFlag.State_HasFocus
        if drawn.widget:
            drawn.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        return drawn


class DotsDelegate(_Plain):
    """Four dots: filled for a contrast in use, hollow amber for a doubtful one, hollow red for a missing one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        self._ground(painter, option, index)
        paint_dots(painter, option.rect, index.data(DOTS_ROLE) or ())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of four dots."""
        return QSize(4 * (_DOT + _DOT_GAP) + 2 * _PAD, 28)


def paint_dots(painter: QPainter, rect: QRect, states: tuple[str, ...]) -> None:
    """Paint a row of dots at the left of a rectangle."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = rect.center().y() - _DOT / 2 + 0.5
    for number, state in enumerate(states):
        spot = QRectF(rect.left() + _PAD + number * (_DOT + _DOT_GAP), top, _DOT, _DOT)
        if state == "used":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("muted"))
            painter.drawRoundedRect(spot, 2, 2)
            continue
        painter.setPen(QPen(theme.colour("warn" if state == "doubtful" else "bad"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


class IconTextDelegate(_Plain):
    """An icon in its colour before the words, with a smaller line below where there is more to say.

    Only exceptions colour the words too.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        self._ground(painter, option, index)
        name, role = index.data(ICON_ROLE) or ("", "")
        theme, rect = current_theme(), QRect(option.rect)
        painter.save()
        left = rect.left() + _PAD
        if name:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(QPoint(left, rect.center().y() - 7), tinted(name, theme.hex(role), 15, ratio))
            left += 22
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        painter.setPen(theme.colour(role if role in ("bad", "accent") else "text"))
        box = rect.adjusted(left - rect.left(), 0, -4, -1)
        if detail := index.data(DETAIL_ROLE):
            middle = box.center().y()
            _write(painter, QRect(box.left(), middle - 19, box.width(), 20), text)
            small = QFont(option.font)
            small.setPixelSize(_SMALL_PX)
            painter.setFont(small)
            painter.setPen(theme.colour("muted"))
            box = QRect(box.left(), middle + 1, box.width(), 18)
            text = detail
        _write(painter, box, text)
        fraction = index.data(FRACTION_ROLE)
        if fraction is not None:
            self._bar(painter, QRectF(left, rect.bottom() - 5, box.width() - 10, 2.5), fraction)
        painter.restore()

    def _bar(self, painter: QPainter, box: QRectF, fraction: float) -> None:
        theme = current_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(theme.colour("border")))
        painter.drawRoundedRect(box, 1, 1)
        painter.setBrush(QBrush(theme.colour("accent")))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), box.width() * fraction, box.height()), 1, 1)


def _write(painter: QPainter, box: QRect, text: str) -> None:
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class GradeDelegate(_Plain):
    """One icon in the middle: fine, look, bad, at work, waiting, failed; a hand beside it if a person made it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell, and a frame round the one whose details are shown."""
        self._ground(painter, option, index)
        theme, rect = current_theme(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(4, 4, -4, -5), 5, 5)
        name, role = index.data(ICON_ROLE) or ("", "")
        if name:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(rect.center() - QPoint(7, 7), tinted(name, theme.hex(role), 16, ratio))
        else:
            painter.setPen(theme.colour("faint"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "·")
        if index.data(MARK_ROLE):
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(rect.center() + QPoint(5, -12), tinted("hand", theme.hex("accent"), 11, ratio))
        painter.restore()


class ButtonDelegate(_Plain):
    """A button in a cell; the keyboard reaches the same action by Enter on the row."""

    pressed = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._down = QPersistentModelIndex()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        self._ground(painter, option, index)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if not text:
            return
        theme = current_theme()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(_button_box(option.rect))
        painter.setPen(QPen(theme.colour("accent" if hovered else "border"), 1))
        painter.setBrush(theme.colour("hover" if hovered else "raised"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Press on mouse release inside the button."""
        if isinstance(event, QMouseEvent) and index.data(Qt.ItemDataRole.DisplayRole):
            inside = _button_box(option.rect).contains(event.position().toPoint())
            if event.type() == QEvent.Type.MouseButtonPress:
                self._down = QPersistentModelIndex(index) if inside else QPersistentModelIndex()
            elif (
                event.type() == QEvent.Type.MouseButtonRelease and inside and self._down == QPersistentModelIndex(index)
            ):
                self.pressed.emit(model.index(index.row(), index.column()))
                return True
        return super().editorEvent(event, model, option, index)


def _button_box(rect: QRect) -> QRect:
    height = min(26, rect.height() - 6)
    return QRect(rect.left() + 6, rect.center().y() - height // 2, rect.width() - 14, height)
