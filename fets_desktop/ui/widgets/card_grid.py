"""Cards of one width in as many columns as there is room for."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_GAP = 12


class CardGrid(QWidget):
    """Lays its cards out anew when its width changes.

    Args:
        card_width: Least width of a card in pixels.
    """

    def __init__(self, card_width: int) -> None:
        super().__init__()
        self._card_width = card_width
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def show_cards(self, cards: list[QWidget]) -> None:
        """Show these cards; those shown before are deleted."""
        for old in self._cards:
            self._grid.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._cards = cards
        self._columns = 0
        self._place()

    def _place(self) -> None:
        columns = max(1, (self.width() + _GAP) // (self._card_width + _GAP))
        if columns == self._columns:
            return
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns, Qt.AlignmentFlag.AlignTop)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Give every row the height of its tallest card: the grid allows too little for wrapped words."""
        for first in range(0, len(self._cards), self._columns):
            row = self._cards[first : first + self._columns]
            tallest = max(max(card.heightForWidth(self._card_width), card.sizeHint().height()) for card in row)
            self._grid.setRowMinimumHeight(first // self._columns, tallest)

    def minimumSizeHint(self) -> QSize:
        """Return the size of one column: more stand side by side only where there is room."""
        return QSize(self._card_width, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Fit the rows again when a card's words have changed."""
        if event.type() == QEvent.Type.LayoutRequest and self._columns:
            self._fit_rows()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the number of columns again."""
        super().resizeEvent(event)
        self._place()
