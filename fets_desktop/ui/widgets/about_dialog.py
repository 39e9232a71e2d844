"""About: the program's version and purpose, what it is made of, and every licence's own words."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from fets_desktop import __version__
from fets_desktop.app.about import Part, licence_text, parts
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.sentences import message_of
from fets_desktop.ui.widgets.dialogs import headed
from fets_desktop.ui.widgets.parts import button, label, row
from fets_desktop.ui.widgets.plain_list import PlainList
from fets_desktop.ui.words import translate

_SIZE = (900, 600)
_LIST_WIDTH = 300
_ROW_HEIGHT = 26


class AboutDialog(QDialog):
    """Lists the parts and shows the licence of one.

    Args:
        parent: The window.

    Raises:
        StudyError: "missing-resource" if the list of parts is not there.
    """

    help_page = "help#Parts made by others"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(*_SIZE)
        self._parts = parts()
        column = headed(
            self,
            self.tr("About FeTS Desktop"),
            translate(
                "Version {version}. For research on brain tumours; not for diagnostic use. "
                "Made of the parts below, each under its own licence.",
                version=__version__,
            ),
        )
        self.list = PlainList(self.tr("Parts"), "")
        self.list.setFixedWidth(_LIST_WIDTH)
        for part in self._parts:
            item = QListWidgetItem(f"{part.name} {part.version}", self.list)
            item.setSizeHint(QSize(1, _ROW_HEIGHT))
            item.setToolTip(item.text())
        self.licence = label("", "strong", wrap=True)
        self.author = label("", "muted", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Words of the licence"))
        # Tab leads on; the text is scrolled by the arrows
        self.text.setTabChangesFocus(True)
        right = QVBoxLayout()
        right.setSpacing(6)
        for widget in (self.licence, self.author):
            right.addWidget(widget)
        right.addWidget(self.text, 1)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self.list)
        line.addLayout(right, 1)
        column.addLayout(line, 1)
        column.addWidget(row(1, button(self.tr("Close"), self.accept, look="primary")))
        self.list.currentRowChanged.connect(self._show)
        self.finished.connect(self.deleteLater)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _show(self, number: int) -> None:
        part: Part = self._parts[number]
        self.licence.setText(part.licence)
        self.author.setText(part.author)
        self.author.setVisible(bool(part.author))
        try:
            self.text.setPlainText(licence_text(part))
        except StudyError as error:
            self.text.setPlainText(message_of(error))
