"""The owner's side of the Federation screen: which of the federations founded here is shown, and the way to it."""

from PySide6.QtWidgets import QComboBox

from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.federation.owned import OwnedPage
from fets_desktop.ui.widgets.parts import button, set_words


class OwnerView:
    """Shown in place of this site's own part, where a person wants it.

    Args:
        hall: Watches.
        screen: Where it is shown.
    """

    def __init__(self, hall: Hall, screen: Screen) -> None:
        self._hall, self._screen = hall, screen
        self.page = OwnedPage(hall)
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(screen.tr("Founded here"))
        self.chooser.setMinimumWidth(200)
        self.chooser.currentIndexChanged.connect(lambda _index: screen.stale())
        self.button = button("", self._turn, "users")
        self.subtitle = ""
        self._wanted = False

    def _turn(self) -> None:
        self._wanted = not self._wanted
        self._screen.refresh()

    def refresh(self) -> bool:
        """Read again what is shown, and return whether it is the owner's side."""
        try:
            folders = self._hall.watching.folders()
        except StudyError:
            folders = []  # a damaged list must not hide this site's own part
        self.button.setVisible(bool(folders))
        shown = self._wanted and bool(folders)
        words = self._screen.tr("This site's part") if shown else self._screen.tr("Founded here")
        set_words(self.button, words)
        self.chooser.setVisible(shown and len(folders) > 1)
        if not shown:
            return False
        names = [str(folder) for folder in folders]
        if names != [self.chooser.itemData(at) for at in range(self.chooser.count())]:
            self.chooser.blockSignals(True)
            self.chooser.clear()
            for folder in folders:
                self.chooser.addItem(self._hall.watching.look(folder).name, str(folder))
            self.chooser.setCurrentIndex(len(names) - 1)
            self.chooser.blockSignals(False)
        owned = self._hall.watching.look(folders[self.chooser.currentIndex()])
        self.page.show_owned(owned)
        self.subtitle = owned.name
        return True
