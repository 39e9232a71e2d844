"""A small dialog that asks for a few words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, row


class AskWords(QDialog):
    """Asks for words; `answered` carries them.

    Args:
        title: What is to be done.
        text: What it means.
        hint: An example.
        accept: The words on the button.
        parent: The window.
        needed: Whether empty words are refused.
        offers: Words that a click puts into the field.
    """

    answered = Signal(str)

    def __init__(
        self,
        title: str,
        text: str,
        hint: str,
        accept: str,
        parent: QWidget,
        *,
        words: str = "",
        needed: bool = True,
        offers: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = headed(self, title, text, width=440, spacing=12)
        self.field = QLineEdit(words)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setMaxLength(300)
        column.addWidget(self.field)
        self.offers = [button(offer, partial(self.field.setText, offer)) for offer in offers]
        if self.offers:
            column.addWidget(row(*self.offers, 1))
        column.addSpacing(4)
        self._needed = needed
        self._accept = button(accept, self.accept, look="primary")
        self._accept.setDefault(True)
        column.addWidget(row(1, button(self.tr("Cancel"), self.reject), self._accept))
        self.field.textChanged.connect(self._check)
        self._check()
        self.accepted.connect(self._answer)

    def _check(self) -> None:
        self._accept.setEnabled(not self._needed or bool(self.field.text().strip()))

    def _answer(self) -> None:
        self.answered.emit(self.field.text().strip())
