"""What could not be imported: each fault in words, with what to do about it."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from fets_desktop.study.identity import Verdict
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.parts import Card, button, clear, framed, icon_label, label, row, set_mood
from fets_desktop.ui.words import count

_MOST = 50
_HEIGHTS = 170, 264
"""In pixels; the larger shows a clash with its buttons, or two faults."""


class FaultCard(Card):
    """Lists the faults of an import; hidden where there are none.

    `judged` carries the name of a clash of identity and who the people are: a `Verdict`.
    """

    judged = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Could not be used"))
        set_mood(self, "bad")
        page = framed("page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(8)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(scroll)
        self.setMaximumHeight(_HEIGHTS[1])
        self._shown: tuple[tuple[str, str, str, str], ...] = ()
        self.hide()

    def show_faults(self, faults: Sequence[tuple[str, str, str, str]], clashes: Collection[str] = ()) -> None:
        """Show title, detail, advice and neutral name of each fault; a person may judge those that are clashes."""
        self.setVisible(bool(faults))
        if tuple(faults) == self._shown:
            return
        self._shown = tuple(faults)
        clear(self._column)
        self.setMinimumHeight(_HEIGHTS[1] if clashes or len(faults) > 1 else _HEIGHTS[0])
        # what waits for a person stands first
        for fault in sorted(self._shown, key=lambda shown: shown[3] not in clashes)[:_MOST]:
            title, detail, advice, name = fault
            clash = name in clashes
            # its advice is to press one of the buttons
            self._column.addWidget(_line(title, detail, "" if clash else advice, name))
            if clash:
                for words, tip, verdict in self._verdicts():
                    judge = button(words, partial(self.judged.emit, name, str(verdict)))
                    judge.setToolTip(tip)
                    self._column.addWidget(judge)
        self._column.addStretch(1)
        self.aside.setText(count(len(faults), "{n} fault", "{n} faults"))

    def _verdicts(self) -> tuple[tuple[str, str, Verdict], ...]:
        return (
            (self.tr("One patient"), self.tr("Whatever the headers say"), Verdict.ONE),
            (self.tr("Different patients"), self.tr("Told apart by name, birth date and sex"), Verdict.PEOPLE),
            (
                self.tr("Each examination a patient"),
                self.tr("Where names and birth dates are not to be trusted"),
                Verdict.STUDIES,
            ),
        )


def _line(title: str, detail: str, advice: str, name: str) -> QWidget:
    built = QWidget()
    column = QVBoxLayout(built)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(row(icon_label("circle-alert", "bad"), label(said(title), "strong", wrap=True), spacing=8))
    for words in (f"{said(name)}: {said(detail)}" if detail else said(name), said(advice)):
        if words:
            column.addWidget(label(words, "small", wrap=True))
    return built
