"""The way out for the open case: its button in the header, and the line that says what became of it."""

from PySide6.QtCore import QObject

from fets_desktop.ui.export_flow import ask_export
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.review.desk import Desk
from fets_desktop.ui.widgets.export_notice import ExportNotice
from fets_desktop.ui.widgets.parts import button


class ReviewExport(QObject):
    """Exports the open case.

    Args:
        desk: Holds it.
        screen: Shows the dialog.
    """

    def __init__(self, desk: Desk, screen: Screen) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self.notice = ExportNotice(screen.hall)
        self.press = button(self.tr("Export…"), self.ask, "folder-output")
        self.press.setEnabled(False)
        desk.changed.connect(self._follow)
        screen.facts.job_changed.connect(self._look)

    def ask(self) -> None:
        """Save what was drawn, then ask what shall be written of the open case."""
        with self._screen.telling():
            self._desk.save()
            ask_export(self._screen, [self._desk.case], self.notice)

    def _follow(self) -> None:
        self.press.setEnabled(self._desk.session is not None)

    def _look(self) -> None:
        self.notice.look(self._screen.hall.jobs.all())
