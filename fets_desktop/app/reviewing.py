"""Reviewing: a case's label map is opened, edited with every stroke on the disk, saved as versions and signed off."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import advance
from fets_desktop.app.choices import Choices
from fets_desktop.app.clock import now
from fets_desktop.app.review_images import IMAGES, Images, read_images, reader_of_heads
from fets_desktop.app.review_session import ReviewSession, begin_session
from fets_desktop.app.schemes import assumption, scheme_of
from fets_desktop.app.versions import draft, put_version, read_brain, read_version
from fets_desktop.imaging.files import read_label_values
from fets_desktop.review.checks import check
from fets_desktop.review.edit import Edit
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Event
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.volume import LabelMap, Volume

_SAME_GRID_MM = 0.01


_NAME_LENGTH = 200
_REFUSED = {"labels-geometry": "wrong-grid", "labels-scheme": "stray-labels"}


class Reviewing:
    """Opens cases for editing, writes versions and sign-offs."""

    def __init__(self, workspace: Workspace, bus: FactsBus, choices: Choices) -> None:
        self._workspace = workspace
        self._bus = bus
        self._choices = choices
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
        author = author.strip() or str(self._choices.get("review.reviewer")).strip() or "person"
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
        session.base, session.saved = version, labels.array.copy()
        session.unsaved.continue_in(self._workspace.journal(session.case, version.id))
        session.editor.mark_saved()
        self._bus.publish(CaseChanged(session.case))
        return version

    def approve(self, session: ReviewSession, reviewer: str, note: str = "") -> Annotation:
        """Save what changed, then sign the version off.

        Raises:
            StudyError: "wrong-usage" without a name, "unknown-version" if nothing was ever labelled, "wrong-grid" or
                "stray-labels" if the check-list refuses the label map, and as `save`.
        """
        reviewer = _named(reviewer)
        session.editor.abort()
        _refuse_bad(self.check(session))
        version = self.save(session, reviewer, note) or session.base
        if version is None:
            raise StudyError("unknown-version", "Nothing has been labelled yet.")
        session.base = self._sign(version, reviewer, note)
        return session.base

    def _sign(self, version: Annotation, reviewer: str, note: str) -> Annotation:
        stage = advance(self._workspace, version.case, Event.APPROVE)
        with self._workspace.change(reviewer, "labels approved", version.id, {"note": note} if note else {}) as change:
            change.approve(version.id, reviewer, now())
            change.set_stage(version.case, stage)
        self._bus.publish(CaseChanged(version.case))
        return self._workspace.annotation(version.id)

    def check(self, session: ReviewSession) -> list[Finding]:
        """Go through the check-list on the labels as they are now."""
        grid = next(iter(session.volumes.values())).grid
        return check(session.editor.labels, grid, session.brain)

    def labels(self, version: str) -> LabelMap:
        """Read the label map of any version.

        Raises:
            StudyError: "unknown-version", "damaged-workspace".
        """
        return read_version(self._workspace, self._workspace.annotation(version))

    def import_labels(self, case: str, file: Path, scheme: str | None = None, author: str = "import") -> Annotation:
        """Take a NIfTI label map in atlas space as a version, in its own scheme; its note says what was assumed.

        Args:
            case: A prepared case.
            file: The label map.
            scheme: What its values mean; found by the values if None and only one scheme can be meant.
            author: Who made it.

        Raises:
            StudyError: "unknown-case", "wrong-stage", "unreadable-image", "not-3d", "wrong-grid", "stray-labels",
                "ambiguous-scheme" or "wrong-usage".
        """
        advance(self._workspace, case, Event.EDIT)
        brain, empty = read_brain(self._workspace, case)
        array, grid = read_label_values(file)
        if not grid.matches(empty.grid, _SAME_GRID_MM):
            z, y, x = grid.shape
            raise StudyError("wrong-grid", f"It has {x} x {y} x {z} voxels, or lies elsewhere than the images.")
        labels = LabelMap(array, empty.grid, scheme_of(array, scheme))
        note = assumption(array, labels.scheme) if scheme is None else ""
        _refuse_bad(check(labels, empty.grid, brain))
        version = put_version(
            self._workspace,
            labels,
            draft(case, author.strip() or "import", note=note),
            Event.EDIT,
            "labels imported",
            {"scheme": labels.scheme.name, "scheme_named": scheme is not None},
        )
        self._bus.publish(CaseChanged(case))
        return version

    def approve_newest(self, case: str, reviewer: str) -> Annotation:
        """Sign off the newest version of a case.

        Raises:
            StudyError: "unknown-case", "unknown-version" if there is none, "wrong-usage" without a name, "wrong-stage",
                "wrong-grid" or "stray-labels".
        """
        reviewer = _named(reviewer)
        self._workspace.case(case)
        versions = self._workspace.annotations(case)
        if not versions:
            raise StudyError("unknown-version", "Nothing has been labelled yet.")
        brain, empty = read_brain(self._workspace, case)
        _refuse_bad(check(read_version(self._workspace, versions[-1]), empty.grid, brain))
        return self._sign(versions[-1], reviewer, "")

    def close(self) -> None:
        """Leave every open case."""
        for session in tuple(self._open.values()):
            self.leave(session)


def _refuse(_: Edit) -> None:
    raise RuntimeError("this case was left; open it again to edit it")


def _named(reviewer: str) -> str:
    if not reviewer.strip():
        raise StudyError("wrong-usage", "Give the reviewer's name.")
    if len(reviewer.strip()) > _NAME_LENGTH or not reviewer.strip().isprintable():
        raise StudyError("wrong-usage", f"A reviewer's name is one line of at most {_NAME_LENGTH} letters.")
    return reviewer.strip()


def _refuse_bad(findings: list[Finding]) -> None:
    for finding in findings:
        if finding.grade is Grade.BAD:
            raise StudyError(_REFUSED[finding.step], f"{finding.title}: {finding.text}.")
