"""A case on its way to the desk: its images are read beside the window, which says so and answers meanwhile."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from fets_desktop.app.annotations.images import Images
from fets_desktop.app.hall import Hall
from fets_desktop.study.case import Case
from fets_desktop.study.errors import StudyError
from fets_desktop.ui.reading import Reading


class Opening(QObject):
    """Reads the images of one case at a time; what was begun before is forgotten.

    Args:
        hall: The use cases.
        parent: Its owner.
    """

    ready = Signal(object, object)
    """The `Case` and its `Images`."""
    failed = Signal(object, object)
    """The `Case` and the `StudyError` that kept it from being read."""

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self._reading = Reading(self)
        self.case = ""
        """Name of the case that is being read, "" if none."""

    def begin(self, case: Case) -> bool:
        """Begin to read; False if there is nothing to read, for it is in memory.

        Raises:
            StudyError: As `Reviewing.reader`.
        """
        self.forget()
        read = self._hall.reviewing.reader(case.id)
        if read is None:
            return False
        self.case = case.id
        self._reading.start(read, partial(self._read, case), partial(self._not_read, case))
        return True

    def forget(self) -> None:
        """Nobody waits any more."""
        self._reading.forget()
        self.case = ""

    def _read(self, case: Case, images: Images) -> None:
        self.case = ""
        self.ready.emit(case, images)

    def _not_read(self, case: Case, error: StudyError) -> None:
        self.case = ""
        self.failed.emit(case, error)
