"""Help: short pages in plain words, one for every place and every error."""

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.help_pages import named, pages
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.widgets.about_dialog import AboutDialog
from fets_desktop.ui.widgets.parts import Card, button, row
from fets_desktop.ui.widgets.plain_list import PlainList

_SIDE_WIDTH, _TEXT_WIDTH = 310, 860
_ROW_HEIGHT = 30
_HEADING_PX = {1: 22, 2: 16, 3: 14}


class HelpScreen(Screen):
    """An index that finds words, and the page."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find in the help"))
        self.search.setAccessibleName(self.tr("Find in the help"))
        self.search.setClearButtonEnabled(True)
        self.list = PlainList(self.tr("Help pages"), self.tr("No page holds these words."))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(self.tr("Help page"))
        self.browser.setOpenLinks(False)
        self.browser.setMaximumWidth(_TEXT_WIDTH)
        side = Card()
        side.setFixedWidth(_SIDE_WIDTH)
        side.layout().setContentsMargins(10, 12, 6, 8)  # type: ignore[union-attr]
        side.add(self.search)
        side.body.addWidget(self.list, 1)
        self.about = button(self.tr("About and licences…"), self._about, "info")
        self.tour = button(self.tr("Take the tour"), self.tour_wanted.emit, "play")
        side.add(row(self.tour, 1), row(self.about, 1))
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 14, 16, 14)
        line.setSpacing(14)
        line.addWidget(side)
        column = QVBoxLayout()
        column.addWidget(self.browser)
        line.addLayout(column, 10)
        line.addStretch(1)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._chosen)
        self.browser.anchorClicked.connect(self._follow)
        self._fill("")
        self.open_case("first-steps")

    def refresh(self) -> None:
        """Nothing to read: the pages do not change."""

    def _fill(self, words: str) -> None:
        wanted = words.lower().split()
        self.list.blockSignals(True)
        self.list.clear()
        for page in pages().values():
            if all(word in page.text.lower() for word in wanted):
                item = QListWidgetItem(page.title, self.list)
                # as wide as the list: words that are longer end in dots
                item.setSizeHint(QSize(1, _ROW_HEIGHT))
                item.setToolTip(page.title)
                item.setData(Qt.ItemDataRole.UserRole, page.name)
        self.list.blockSignals(False)

    def open_case(self, case: str) -> None:
        """Show a page, or a chapter of it (`models#Scores`); an unknown one shows the first steps."""
        name, _, chapter = case.partition("#")
        page = pages().get(name) or pages()["first-steps"]
        if self.search.text():
            self.search.clear()
        row = next(
            (n for n in range(self.list.count()) if self.list.item(n).data(Qt.ItemDataRole.UserRole) == page.name), -1
        )
        self.list.blockSignals(True)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._show(page.name)
        if chapter:
            # where a line stands is known once the page has its width
            QTimer.singleShot(0, self, lambda: self._turn_to(chapter))

    def _turn_to(self, chapter: str) -> None:
        """Scroll to the heading of these words; to the beginning where there is none."""
        document = self.browser.document()
        block = document.begin()
        while block.isValid() and not (block.blockFormat().headingLevel() and block.text() == chapter):
            block = block.next()
        top = document.documentLayout().blockBoundingRect(block).top() if block.isValid() else 0.0
        self.browser.verticalScrollBar().setValue(round(top))

    def _about(self) -> None:
        try:
            AboutDialog(self).open()
        except StudyError as error:
            self.tell(error)

    def page(self) -> str:
        """Return the name of the page that is shown."""
        return self._page

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(item.data(Qt.ItemDataRole.UserRole))

    def _show(self, name: str) -> None:
        self._page = name
        self.browser.setMarkdown(pages()[name].text)
        self._set_type()
        self.say(pages()[name].title)

    def _set_type(self) -> None:
        """Give headings and paragraphs the window's sizes and room to breathe."""
        document = self.browser.document()
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
            self.open_case(name)


def _heading(level: int) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setProperty(QTextFormat.Property.FontPixelSize, _HEADING_PX.get(level, 14))
    form.setFontWeight(QFont.Weight.DemiBold)
    return form
