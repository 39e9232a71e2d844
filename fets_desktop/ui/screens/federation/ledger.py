"""The ledger "what left this site": its sum by kind of message, checked line by line, and its export."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from fets_desktop.ui.federation_words import kind_words, size_words
from fets_desktop.ui.widgets.parts import Card, button, label, row, set_look
from fets_desktop.ui.words import count

SENT = "sent"


class LedgerCard(Card):
    """The sum, and Export."""

    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("What left this site"))
        self.words = label("", "strong", wrap=True)
        self._sums = QWidget()
        self._grid = QGridLayout(self._sums)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(0, 1)
        self.export_button = button(self.tr("Export the ledger…"), self.export_wanted.emit, "folder-output")
        self.export_button.setEnabled(False)
        self._proof = label(
            self.tr(
                "Every message with time, kind, bytes and fingerprint; a line that was changed or cut out is found."
            ),
            "small",
            wrap=True,
        )
        self.add(self.words, self._sums)
        self.body.addStretch(1)
        self.add(self._proof, row(self.export_button, 1))

    def show_fault(self, words: str) -> None:
        """Say why the ledger cannot be trusted."""
        self.words.setText(words)
        set_look(self.words, "bad")
        self._sums.hide()

    def show_lines(self, lines: Iterable[Mapping[str, Any]]) -> None:
        """Show the sum of all messages."""
        sums: dict[tuple[str, str], tuple[int, int]] = {}
        for line in lines:
            number, size = sums.get((line["way"], line["kind"]), (0, 0))
            sums[line["way"], line["kind"]] = (number + 1, size + line["size"])
        self._fill(sums)
        self.export_button.setEnabled(bool(sums))
        left = sum(size for (way, _), (_, size) in sums.items() if way == SENT)
        messages = sum(number for (way, _), (number, _) in sums.items() if way == SENT)
        words = count(messages, "{n:,} message left", "{n:,} messages left")
        set_look(self.words, "strong")
        self.words.setText(f"{words}: {size_words(left)}" if sums else self.tr("Nothing has left this site."))

    def _fill(self, sums: Mapping[tuple[str, str], tuple[int, int]]) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        at, right = 0, Qt.AlignmentFlag.AlignRight
        for ours, title in ((True, self.tr("Left")), (False, self.tr("Came"))):
            found = sorted((kind_words(way, kind), what) for (way, kind), what in sums.items() if (way == SENT) is ours)
            if not found:
                continue
            self._grid.addWidget(label(title, "small"), at, 0)
            for kind, (number, size) in found:
                at += 1
                self._grid.addWidget(label(kind, wrap=True), at, 0)
                self._grid.addWidget(label(f"{number:,} ×", "muted"), at, 1, right)
                self._grid.addWidget(label(size_words(size), "strong"), at, 2, right)
            at += 1
        self._sums.setVisible(bool(sums))
