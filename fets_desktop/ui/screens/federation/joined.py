"""A federation that was joined: its state, curves, rounds and ledger."""

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.ui.screens.federation.charts import ChartsCard
from fets_desktop.ui.screens.federation.ledger import LedgerCard
from fets_desktop.ui.screens.federation.publish import PublishLine
from fets_desktop.ui.screens.federation.rounds import RoundsCard
from fets_desktop.ui.screens.federation.state import Part, StateCard
from fets_desktop.ui.widgets.parts import framed

_LEDGER_WIDTH = 372


class JoinedPage(QWidget):
    """Shows the rounds.

    Args:
        hall: Publishes the best of them.
    """

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self.state, self.charts, self.publish = StateCard(), ChartsCard(), PublishLine(hall)
        self.rounds, self.ledger = RoundsCard(), LedgerCard()
        self.ledger.setFixedWidth(_LEDGER_WIDTH)
        pair = QHBoxLayout()
        pair.setSpacing(14)
        pair.addWidget(self.rounds, 1)
        pair.addWidget(self.ledger)
        page = framed("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(14)
        column.addWidget(self.charts)
        column.addLayout(pair, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(14)
        # above the part that scrolls: how it stands is seen at all times
        whole.addWidget(self.state)
        whole.addWidget(self.publish)
        whole.addWidget(scroll, 1)

    def show_part(self, part: Part) -> None:
        """Show a site's part in a federation."""
        self.state.show_part(part)
        self.charts.show_rows(part.rows)
        self.rounds.show_rows(part.rows)
