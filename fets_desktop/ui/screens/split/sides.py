"""Both sides of the split beside each other: how many, how large the tumours, which scanners; and how it was drawn."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from fets_desktop.app.splitting import Side
from fets_desktop.ui.widgets.parts import Card, label
from fets_desktop.ui.widgets.share_bar import ShareBar
from fets_desktop.ui.words import translate, volume


class SidesCard(Card):
    """The bar, and what both sides hold."""

    def __init__(self) -> None:
        super().__init__(translate("Both sides"))
        self.bar = ShareBar()
        self.rows = QWidget()
        self._grid = QGridLayout(self.rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.add(self.bar, self.rows)

    def show_sides(self, train: Side, validation: Side, waiting: int) -> None:
        """Show what both sides hold; `waiting` cases have none."""
        self.bar.show_shares(train.cases, validation.cases, waiting)
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        self.rows.setVisible(bool(train.cases or validation.cases))
        lines = [
            ("", translate("Training"), translate("Validation")),
            (translate("Patients"), str(train.patients), str(validation.patients)),
            (translate("Median whole tumour"), _millilitres(train), _millilitres(validation)),
            (translate("Scanners"), scanner_words(train), scanner_words(validation)),
        ]
        for row, cells in enumerate(lines):
            for column, words in enumerate(cells):
                part = label(words, "small" if row == 0 or column == 0 else "", wrap=column > 0)
                self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)


def scanner_words(side: Side) -> str:
    """Return which scanners a side's patients were on, the most frequent first."""
    return ", ".join(f"{name or translate('unknown')} {count}" for name, count in side.scanners.items()) or "–"


def _millilitres(side: Side) -> str:
    return volume(side.median_ml) if side.median_ml is None else translate("{v} cm³", v=volume(side.median_ml))


def how_card() -> Card:
    """Return the card that says by which rule it is drawn."""
    card = Card(translate("How it is drawn"))
    for words in (
        translate(
            "By patient: all time points of one patient stand on the same side, so that no model is scored on a "
            "patient it has seen."
        ),
        translate(
            "Four of five train, as in the FeTS study. Patients are put in a row by scanner and tumour volume; of "
            "every five neighbours one validates, so that both sides hold small and large tumours of every scanner. "
            "Scanners with fewer than five patients count as one."
        ),
        translate("With two to four patients, one validates; a single one trains."),
        translate(
            "Once and for ever: a case that has a side keeps it. Drawing again only gives the newly approved cases "
            "theirs. While a federation goes on, nothing changes at all."
        ),
    ):
        card.add(label(words, "muted", wrap=True))
    return card
