"""A page of the help in the window's type; links lead from page to page."""

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal
from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextBrowser

from fets_desktop.ui.help_pages import FIRST, chapter_number, named, pages

_HEADING_PX = {1: 22, 2: 16, 3: 14}


class HelpBrowser(QTextBrowser):
    """Shows one page after another.

    Attributes:
        page: Name of the one that is shown.
    """

    turned = Signal(str)
    """A link led to another page."""

    def __init__(self) -> None:
        super().__init__()
        self.page = FIRST[0]
        self.setAccessibleName(self.tr("Help page"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)

    def show_page(self, wanted: str) -> None:
        """Show a page, or a chapter of it (`models#Scores`, its heading in English); an unknown one the first steps."""
        name, _, chapter = wanted.partition("#")
        self.page = name if name in pages() else FIRST[0]
        self.setMarkdown(pages()[self.page].text)
        self._set_type()
        self.setAccessibleDescription(pages()[self.page].title)
        if chapter:
            # where a line stands is known once the page has its width
            QTimer.singleShot(0, self, lambda: self._turn_to(chapter_number(self.page, chapter)))

    def changeEvent(self, event: QEvent) -> None:
        """Write the page anew when the theme changes: its links keep the colour they were written in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.document().isEmpty():
            place = self.verticalScrollBar().value()
            self.show_page(self.page)
            self.verticalScrollBar().setValue(place)

    def _turn_to(self, number: int) -> None:
        """Scroll to the heading of a number; the title has 0."""
        document = self.document()
        block, passed = document.begin(), -1
        while block.isValid():
            passed += bool(block.blockFormat().headingLevel())
            if passed == number:
                break
            block = block.next()
        top = document.documentLayout().blockBoundingRect(block).top() if number and block.isValid() else 0.0
        self.verticalScrollBar().setValue(round(top))

    def _set_type(self) -> None:
        """Give headings and paragraphs the window's sizes and room to breathe."""
        document = self.document()
        block = document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            cursor = QTextCursor(block)
            spaced = QTextBlockFormat()
            spaced.setTopMargin(18 if level > 1 else 0)
            spaced.setBottomMargin(8 if not block.textList() else 4)
            spaced.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(spaced)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                # set, not merged: Markdown's own size for headings would win over ours
                cursor.setCharFormat(_heading(level))
            else:
                self._lighten(block)
            block = block.next()

    def _lighten(self, block: QTextBlock) -> None:
        """Set bold words in the boldest letters that are bundled; Qt would smear bolder ones."""
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        bold, piece = [], block.begin()
        while not piece.atEnd():
            if piece.fragment().charFormat().fontWeight() >= QFont.Weight.Bold:
                bold.append((piece.fragment().position(), piece.fragment().length()))
            piece += 1
        for start, length in bold:
            cursor = QTextCursor(block)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(strong)

    def _follow(self, link: QUrl) -> None:
        name = named(link.toString())
        if name in pages():
            self.show_page(name)
            self.turned.emit(name)


def _heading(level: int) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setProperty(QTextFormat.Property.FontPixelSize, _HEADING_PX.get(level, 14))
    form.setFontWeight(QFont.Weight.DemiBold)
    return form
