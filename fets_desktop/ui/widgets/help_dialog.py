"""A page of the help over a dialog, which stays as it is: what was typed there is not lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from fets_desktop.ui.help_pages import pages
from fets_desktop.ui.widgets.help_browser import HelpBrowser
from fets_desktop.ui.widgets.parts import button, row

_SIZE = (720, 560)


class HelpDialog(QDialog):
    """Shows help pages; what it lies over can be gone on with meanwhile.

    Args:
        page: A page, or a chapter of it (`models#Scores`).
        parent: What it lies over; where that is a dialog, it closes with it.
    """

    def __init__(self, page: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.browser = HelpBrowser()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.addWidget(self.browser, 1)
        column.addWidget(row(1, button(self.tr("Close"), self.reject, look="primary")))
        self.browser.turned.connect(self._say)
        self.browser.show_page(page)
        self._say(self.browser.page)
        self.browser.setFocus()
        if isinstance(parent, QDialog):
            parent.finished.connect(self.close)

    def _say(self, page: str) -> None:
        self.setWindowTitle(pages()[page].title)
        self.setAccessibleName(pages()[page].title)


def show_help(page: str, over: QWidget) -> None:
    """Show a help page, or a chapter of it, over a dialog."""
    HelpDialog(page, over).show()
