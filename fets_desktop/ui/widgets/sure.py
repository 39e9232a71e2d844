"""A small dialog that asks whether a person is sure."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, row


class AskSure(QDialog):
    """Asks before something is thrown away.

    Args:
        title: The question.
        text: What it means.
        accept: The words on the button.
        parent: The window.
    """

    def __init__(self, title: str, text: str, accept: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = headed(self, title, text, width=420, spacing=14)
        keep = button(self.tr("Cancel"), self.reject)
        keep.setDefault(True)
        column.addWidget(row(1, keep, button(accept, self.accept)))


def ask_sure(title: str, text: str, accept: str, then: Callable[[], object], parent: QWidget) -> None:
    """Ask, and do it if the person is sure."""
    dialog = AskSure(title, text, accept, parent)
    dialog.accepted.connect(then)
    dialog.open()
