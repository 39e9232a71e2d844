"""Reviewing: a case's label map is opened, edited with every stroke on the disk, saved as versions and signed off."""

from collections.abc import Callable
from functools import partial

from fets_desktop.app.annotations.images import IMAGES, Images, read_images, reader_of_heads
from fets_desktop.app.annotations.readings import begin_reading, end_reading, go_on
from fets_desktop.app.annotations.session import ReviewSession, begin_session
from fets_desktop.app.annotations.version_deeds import VersionDeeds, named_reviewer, refuse_bad
from fets_desktop.app.annotations.versions import draft, put_version
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import advance
from fets_desktop.app.choices import Choices
from fets_desktop.review.checks import check
from fets_desktop.review.edit import Edit
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Event
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged
from fets_desktop.study.finding import Finding
from fets_desktop.study.volume import LabelMap, Volume

_SAME_GRID_MM = 0.01


class Reviewing(VersionDeeds):
    """Opens cases for editing, writes versions and sign-offs."""

    def __init__(self, workspace: Workspace, bus: FactsBus, choices: Choices) -> None:
        super().__init__(workspace, bus, choices)
        self._open: dict[str, ReviewSession] = {}

    def reader(self, case: str) -> Callable[[], Images] | None:
        """Return what reads a case's images, for any thread to call; None if they are in memory already.

        Raises:
            StudyError: "unknown-case", or "wrong-stage" if it is not prepared.
        """
        return None if case in self._open else self._reader(case)

    def _reader(self, case: str) -> Callable[[], Images]:
        advance(self._workspace, case, Event.EDIT)
        products = self._workspace.products(case)
        if "brain_mask" not in products:
            raise StudyError("wrong-stage", "It has not been prepared.")
        return partial(read_images, {name: products[name] for name in IMAGES})

    def head_reader(self, case: str) -> Callable[[], dict[Contrast, Volume]] | None:
        """Return what reads a case's images with skull and skin, for any thread to call; None if there are none.

        Raises:
            StudyError: "unknown-case".
        """
        self._workspace.case(case)
        return reader_of_heads(self._workspace.products(case))

    def open(self, case: str, images: Images | None = None) -> ReviewSession:
        """Open a prepared case at its newest version, or where unsaved edits were left.

        Opening it twice gives the same session until `leave`.

        Args:
            case: Its name.
            images: What `reader` read; read again where it was prepared anew meanwhile, or if None.

        Raises:
            StudyError: "unknown-case", "wrong-stage" if it is not prepared, "damaged-workspace".
        """
        if case in self._open:
            return self._open[case]
        read, products = self._reader(case), self._workspace.products(case)
        if images is None or any(products[name].sha256 != sha256 for name, sha256 in images.hashes.items()):
            images = read()
        session = begin_session(self._workspace, images.volumes, images.brain, images.empty, case)
        session.editor.on_edited = session.unsaved.take
        self._open[case] = session
        return session

    def leave(self, session: ReviewSession) -> None:
        """Let go of a case; a stroke in hand is abandoned, unsaved edits come back at the next `open`."""
        if self._open.pop(session.case, None) is None:
            return
        session.editor.abort()
        session.editor.on_edited = _refuse
        if not session.changed:
            session.unsaved.clear()

    def save(self, session: ReviewSession, author: str = "", note: str = "") -> Annotation | None:
        """Save the label map as an immutable version, unless nothing changed since `base`, not even the note.

        Undo goes on beyond it.

        Args:
            session: The open case; a stroke in hand is abandoned.
            author: Who edited; the name in the settings if "".
            note: The author's words.

        Raises:
            StudyError: "wrong-stage" if the case was taken out of the work meanwhile, "disk-full", "read-only"; the
                edits are still in the journal.
        """
        session.editor.abort()
        noted = session.base is not None and note not in ("", session.base.note)
        if not session.changed and not noted:
            return None
        reading = session.reading
        author = reading.reader if reading else author.strip() or self.author()
        labels = session.editor.labels
        parent = session.base.id if session.base else None
        edits, minutes = session.unsaved.count, session.unsaved.minutes()
        version = put_version(
            self._workspace,
            labels,
            draft(session.case, author, parent, edits, minutes, note),
            Event.EDIT,
            "labels saved",
            {"parent": parent, "edits": edits, "minutes": minutes},
        )
        session.parent = LabelMap(session.saved, labels.grid, labels.scheme) if session.base else None
        session.base, session.saved = version, labels.array.copy()
        if reading:
            session.reading = go_on(self._workspace, reading, version)
        session.unsaved.continue_in(self._workspace.journal(session.case, version.id))
        session.editor.mark_saved()
        self._bus.publish(CaseChanged(session.case))
        return version

    def approve(self, session: ReviewSession, reviewer: str, note: str = "", reason: str = "") -> Annotation:
        """Save what changed, then sign the version off; `reason` says why in spite of the check-list's remarks.

        Raises:
            StudyError: "wrong-usage" without a name, "unknown-version" if nothing was ever labelled, "wrong-grid" or
                "stray-labels" if the check-list refuses the label map, and as `save`.
        """
        reviewer = named_reviewer(reviewer)
        session.editor.abort()
        if session.reading:
            raise StudyError("wrong-usage", "Finish the second reading first.")
        refuse_bad(self.check(session))
        version = self.save(session, reviewer, note) or session.base
        if version is None:
            raise StudyError("unknown-version", "Nothing has been labelled yet.")
        session.base = self.sign(version, reviewer, note, reason.strip())
        return session.base

    def check(self, session: ReviewSession) -> list[Finding]:
        """Go through the check-list on the labels as they are now."""
        grid, base = next(iter(session.volumes.values())).grid, session.base
        if session.parent is None and base and base.parent and not session.changed:
            session.parent = self.labels(base.parent)
        return check(session.editor.labels, grid, session.brain, session.before)

    def begin_reading(self, case: str, reader: str, start: str = "") -> None:
        """Let a second reader begin, who sees nobody's labels but those of the version they start from.

        Raises:
            StudyError: See `readings.begin_reading`; "wrong-usage" without a name, or while the case is open.
        """
        if case in self._open:
            raise StudyError("wrong-usage", "Put the case away first.")
        begin_reading(self._workspace, case, named_reviewer(reader), start)
        self._bus.publish(CaseChanged(case))

    def end_reading(self, session: ReviewSession, note: str = "", *, finished: bool = True) -> Annotation | None:
        """Save what the second reader drew and let the case be seen again as it is; return their newest version.

        Args:
            session: Their session; leave it afterwards.
            note: Their words.
            finished: False if the reading is given up: edits that no version holds yet are thrown away.

        Raises:
            StudyError: As `save`.
        """
        if session.reading is None:
            raise ValueError("this is no second reading")
        if finished:
            self.save(session, note=note)
        else:
            session.editor.abort()
            session.unsaved.clear()
            session.saved = session.editor.labels.array.copy()
        end_reading(self._workspace, session.reading, finished)
        session.reading = None
        self._bus.publish(CaseChanged(session.case))
        return session.base

    def close(self) -> None:
        """Leave every open case."""
        for session in tuple(self._open.values()):
            self.leave(session)


def _refuse(_: Edit) -> None:
    raise RuntimeError("this case was left; open it again to edit it")
