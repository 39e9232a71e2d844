"""One case on the desk: opened, saved, signed off and put away; nothing a person did is lost on the way.

Every stroke is on the disk before the next one begins (the session's journal). A version is written when the case is
put away, when the window closes, when it is approved, and after a few minutes without a stroke.
"""

import logging
import time

from PySide6.QtCore import QObject, Signal

from fets_desktop.app.annotations.images import Images
from fets_desktop.app.annotations.session import ReviewSession
from fets_desktop.app.hall import Hall
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding
from fets_desktop.study.memory import give_back
from fets_desktop.ui.widgets.parts import pause

IDLE_SAVE_MS = 4 * 60_000
"""Strokes become a version after this long without another one."""

CHECK_PAUSE_MS = 700
"""The check-list is gone through again after this long without another stroke."""

_EMPTIED_MS = 500
"""So long after a case was put away its memory is given back: whoever shows it has let go of it by then."""

logger = logging.getLogger(__name__)


class Desk(QObject):
    """Holds the open case.

    Args:
        hall: The use cases.
        parent: Its owner.
    """

    changed = Signal()
    """Another case, another version, or an edit."""
    checked = Signal(object)
    """The check-list of the labels as they are, a list of `Finding`."""
    failed = Signal(object)
    """A `StudyError` while saving by itself; the edits are still in the journal."""

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self.session: ReviewSession | None = None
        self.note = ""
        """The person's words on the open case, as typed."""
        self._notes: dict[str, str] = {}
        self.kept_at = ""
        """When the last edit or version reached the disk, as hh:mm; "" before the first."""
        self._idle = pause(self, IDLE_SAVE_MS, self._save_by_itself)
        self._rest = pause(self, CHECK_PAUSE_MS, self.check)
        self._emptied = pause(self, _EMPTIED_MS, give_back)

    @property
    def case(self) -> str:
        """Name of the open case, "" if there is none."""
        return self.session.case if self.session else ""

    def take(self, case: str, images: Images | None = None) -> ReviewSession:
        """Put the open case away and take another one; `images` are its images if they were read already.

        Raises:
            StudyError: As `Reviewing.open`.
        """
        try:
            self.put_away()
        except StudyError as error:
            self.failed.emit(error)
        self.session = self._hall.reviewing.open(case, images)
        base = self.session.base
        self.note = self._notes.get(case, base.note if base else "")
        self.kept_at = ""
        self.changed.emit()
        return self.session

    def put_away(self) -> None:
        """Save what changed and let go of the case.

        Raises:
            StudyError: What kept it from being saved; the edits come back when the case is opened again.
        """
        session = self.session
        if session is None:
            return
        try:
            self.save()
        finally:
            self._idle.stop()
            self._rest.stop()
            self._notes[session.case] = self.note
            self.session, self.note = None, ""
            self._hall.reviewing.leave(session)
            self._emptied.start()
            self.changed.emit()

    def save(self) -> Annotation | None:
        """Write a version if anything changed.

        Raises:
            StudyError: "disk-full", "read-only", "wrong-stage".
        """
        self._idle.stop()
        if self.session is None:
            return None
        version = self._hall.reviewing.save(self.session, note=self.note)
        if version:
            self._kept()
        return version

    def approve(self, reviewer: str, reason: str = "") -> Annotation | None:
        """Save what changed and sign the case off; `reason` says why in spite of remarks.

        Raises:
            StudyError: As `Reviewing.approve`.
        """
        if self.session is None:
            return None
        self._idle.stop()
        version = self._hall.reviewing.approve(self.session, reviewer, self.note, reason)
        self._kept()
        return version

    def edited(self) -> None:
        """An edit is finished and in the journal."""
        self._idle.start()
        self._rest.start()
        self._kept()

    def check(self) -> None:
        """Go through the check-list now; in the middle of a stroke, later."""
        if self.session is None:
            return
        if self.session.editor.in_stroke:
            self._rest.start()
            return
        found: list[Finding] = self._hall.reviewing.check(self.session)
        self.checked.emit(found)

    def _kept(self) -> None:
        self.kept_at = time.strftime("%H:%M")
        self.changed.emit()

    def _save_by_itself(self) -> None:
        if self.session and self.session.editor.in_stroke:
            self._idle.start()
            return
        try:
            self.save()
        except StudyError as error:
            logger.warning("the labels were not saved by themselves: %s", error.code)
            self.failed.emit(error)
