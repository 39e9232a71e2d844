"""Help: short pages in plain words, one for every place and every error."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.help_pages import pages
from fets_desktop.ui.places import words_of
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.widgets.about_dialog import AboutDialog
from fets_desktop.ui.widgets.help_browser import HelpBrowser
from fets_desktop.ui.widgets.parts import Card, button, row, set_words
from fets_desktop.ui.widgets.plain_list import PlainList
from fets_desktop.ui.widgets.search_field import SearchField

_SIDE_WIDTH, _TEXT_WIDTH = 310, 860
_ROW_HEIGHT = 30


class HelpScreen(Screen):
    """An index that finds words, the page, and the way back to where a person came from."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self._came_from = ""
        self.search = SearchField(self.tr("Find in the help"))
        self.list = PlainList(self.tr("Help pages"), self.tr("No page holds these words."))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.browser = HelpBrowser()
        self.browser.setMaximumWidth(_TEXT_WIDTH)
        self.back = button("", lambda: self.go.emit(self._came_from, ""), "chevron-left")
        self.back.hide()
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
        self.browser.turned.connect(self._turned)
        self._fill("")
        self.open_case("first-steps")

    def header_actions(self) -> QWidget:
        """Return the way back."""
        return row(self.back)

    def offer_back(self, place: str) -> None:
        """Offer the way back to a place, from which a person came."""
        self._came_from = place
        set_words(self.back, self.tr("Back to {place}").format(place=words_of(place)))
        self.back.setToolTip("F1")
        self.back.show()

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
        self.browser.show_page(case)
        self._turned(self.browser.page)

    def _turned(self, name: str) -> None:
        """Mark the page in the index and say its title."""
        if self.search.text():
            self.search.clear()
        found = (self.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(self.list.count()))
        self.list.blockSignals(True)
        self.list.setCurrentRow(next((n for n, each in enumerate(found) if each == name), -1))
        self.list.blockSignals(False)
        self.say(pages()[name].title)

    def _about(self) -> None:
        try:
            AboutDialog(self).open()
        except StudyError as error:
            self.tell(error)

    def page(self) -> str:
        """Return the name of the page that is shown."""
        return self.browser.page

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            name = item.data(Qt.ItemDataRole.UserRole)
            self.browser.show_page(name)
            self.say(pages()[name].title)
