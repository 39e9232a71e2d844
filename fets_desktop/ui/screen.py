"""What every screen is: a title and actions in the header, a body that is drawn anew only while it is seen."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import JobView
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.bridge import Bridge, Throttle
from fets_desktop.ui.widgets.error_dialog import ErrorDialog

_PAUSE_MS = 120


class Screen(QWidget):
    """One place of the window.

    Args:
        hall: The use cases.
        parent: The window.
    """

    go = Signal(str, str)
    """Another place is wanted: its name, and a case, a help page or ""."""
    tour_wanted = Signal()
    """A person wants to be led."""
    workspace_wanted = Signal(object)
    """Another workspace is wanted: its folder."""
    subtitle_changed = Signal(str)

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hall = hall
        self.facts = Bridge(hall.bus, self)
        self.subtitle = ""
        self._stale = True
        self._throttle = Throttle(self._refresh_if_seen, _PAUSE_MS, self)

    def refresh(self) -> None:
        """Read again what is shown."""
        raise NotImplementedError

    def open_case(self, case: str) -> None:
        """Show one case."""

    def leave(self) -> None:
        """The window closes: put away what is open, without asking."""

    def header_actions(self) -> QWidget | None:
        """Return what stands at the right of the header, if anything."""
        return None

    def help_chapter(self) -> str:
        """Return the heading in this place's help page that says most of what is shown now, "" for its beginning."""
        return ""

    def say(self, subtitle: str) -> None:
        """Put words under the title."""
        if subtitle != self.subtitle:
            self.subtitle = subtitle
            self.subtitle_changed.emit(subtitle)

    def stale(self, *_: object) -> None:
        """Something changed: read it again, soon if the screen is seen, else when it is next shown."""
        self._stale = True
        self._throttle.trigger()

    def _refresh_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while the screen was not seen."""
        super().showEvent(event)
        self._refresh_if_seen()

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Show a known failure of what is done inside as a dialog, and go on."""
        try:
            yield
        except StudyError as error:
            self.tell(error)

    def tell(self, error: StudyError) -> None:
        """Show a known failure in a dialog."""
        ErrorDialog.of_error(error, self).open()

    def tell_job(self, job: JobView) -> None:
        """Show why a job failed."""
        ErrorDialog.of_job(job.title, job.code, job.error, self).open()
