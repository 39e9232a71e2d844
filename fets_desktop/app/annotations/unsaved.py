"""Edits that no version holds yet: on the disk one by one, brought back after a crash, and the time they took."""

import logging
import time
from collections.abc import Callable

from fets_desktop.review.edit import Edit
from fets_desktop.review.editor import Editor
from fets_desktop.review.replay import replay
from fets_desktop.store.journal import EditJournal
from fets_desktop.study.errors import StudyError

PAUSE_S = 120.0
"""A longer gap between two edits is no work on this case."""

logger = logging.getLogger(__name__)


class Unsaved:
    """The edits since a version, and the active minutes since it was opened or saved.

    Args:
        journal: Where the edits are kept.
        clock: Seconds that only grow.
    """

    def __init__(self, journal: EditJournal, clock: Callable[[], float] = time.monotonic) -> None:
        self._journal = journal
        self._clock = clock
        self._different: set[int] = set()
        self._active_s = 0.0
        self._last = clock()

    @property
    def count(self) -> int:
        """Edits that are in force now and were not in the version, or the other way round."""
        return len(self._different)

    def take(self, edit: Edit) -> None:
        """Write an edit, undo or redo down; when this returns, a power cut cannot take it.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        self._journal.append(edit.to_line())
        # done, undone and done again: every line of an edit turns it over
        self._different ^= {edit.number}
        self._look_at_clock()

    def _look_at_clock(self) -> None:
        now = self._clock()
        gap, self._last = now - self._last, now
        self._active_s += gap if gap <= PAUSE_S else 0.0

    def minutes(self) -> float:
        """Return the minutes of work so far; pauses of more than two minutes do not count."""
        self._look_at_clock()
        return round(self._active_s / 60.0, 2)

    def recover(self, editor: Editor) -> tuple[int, str]:
        """Do again what the journal tells.

        A journal that cannot be read to its end is put aside under another name, for whoever can mend it; the edits
        before the damage are kept.

        Returns:
            How many lines were done, and what went wrong in a person's words ("" normally).
        """
        try:
            lines = self._journal.read()
        except StudyError as error:
            return 0, self._put_aside([], error)
        done = 0
        try:
            for line in lines:
                done += replay(editor, [line])
        except StudyError as error:
            words = self._put_aside(lines[:done], error)
        else:
            words = ""
        for line in lines[:done]:
            self._different ^= {Edit.from_line(line).number}
        return done, words

    def _put_aside(self, good: list[bytes], error: StudyError) -> str:
        file = self._journal.file
        number = 1
        while (aside := file.with_suffix(f".damaged-{number}")).exists():
            number += 1
        file.rename(aside)
        self._journal.clear()
        for line in good:
            self._journal.append(line)
        logger.warning("an edit journal was put aside: %s", error.detail)
        return (
            f"Some unsaved edits could not be brought back; {len(good)} were. "
            f"Nothing was deleted: the damaged record is kept as {aside.name} in the workspace."
        )

    def continue_in(self, journal: EditJournal) -> None:
        """Forget the edits, which a version holds now, and write the next ones to the new version's journal."""
        self._journal.clear()
        self._journal = journal
        self._different.clear()
        self._active_s = 0.0
        self._last = self._clock()

    def clear(self) -> None:
        """Forget the edits.

        Raises:
            StudyError: "read-only".
        """
        self._journal.clear()
        self._different.clear()
