"""What is done with the versions of a case that is not open: read, compared, restored, taken in, signed off."""

from collections.abc import Callable
from pathlib import Path

from fets_desktop.app.annotations.comparing import Comparison, comparer
from fets_desktop.app.annotations.readings import go_on
from fets_desktop.app.annotations.versions import draft, put_version, read_brain, read_version
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import advance
from fets_desktop.app.choices import Choices
from fets_desktop.app.clock import now
from fets_desktop.app.schemes import assumption, scheme_of
from fets_desktop.imaging.files import read_label_values
from fets_desktop.review.checks import check
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation, BlindReading
from fets_desktop.study.case import Event
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.volume import LabelMap

_SAME_GRID_MM = 0.01


_NAME_LENGTH = 200
_REFUSED = {"labels-geometry": "wrong-grid", "labels-scheme": "stray-labels"}


class VersionDeeds:
    """The versions of every case."""

    def __init__(self, workspace: Workspace, bus: FactsBus, choices: Choices) -> None:
        self._workspace = workspace
        self._bus = bus
        self._choices = choices

    def labels(self, version: str) -> LabelMap:
        """Read the label map of any version.

        Raises:
            StudyError: "unknown-version", "damaged-workspace".
        """
        return read_version(self._workspace, self._workspace.annotation(version))

    def comparer(self, first: str, second: str) -> Callable[[], Comparison]:
        """Return what compares two versions of a case, for any thread to call.

        Raises:
            StudyError: "unknown-version", or "wrong-usage" if they belong to two cases.
        """
        return comparer(self._workspace, first, second)

    def restore(self, version: str, author: str = "", note: str = "") -> Annotation:
        """Make an earlier version the newest one, as a new version whose parent it is.

        Raises:
            StudyError: "unknown-version", "wrong-stage", "wrong-usage" while a second reading is under way,
                "disk-full", "read-only".
        """
        old = self._workspace.annotation(version)
        if self._workspace.reading(old.case):
            raise StudyError("wrong-usage", "Finish the second reading first.")
        author = author.strip() or self.author()
        made = put_version(
            self._workspace,
            read_version(self._workspace, old),
            draft(old.case, author, old.id, note=note),
            Event.EDIT,
            "labels restored",
            {"from": old.id},
        )
        self._bus.publish(CaseChanged(old.case))
        return made

    def adjudicate(self, first: str, second: str, author: str = "") -> Annotation:
        """Go on from the first of two versions, as a new one whose note names both.

        Raises:
            StudyError: As `restore`, and "wrong-usage" if the two belong to different cases or are the same.
        """
        one, other = self._workspace.annotation(first), self._workspace.annotation(second)
        if one.case != other.case or one.id == other.id:
            raise StudyError("wrong-usage", "Name two versions of one case.")
        return self.restore(first, author, f"Adjudication of versions {one.number} and {other.number}")

    def reading(self, case: str) -> BlindReading | None:
        """Return the second reading of a case that is under way, None if there is none."""
        return self._workspace.reading(case)

    def import_labels(self, case: str, file: Path, scheme: str | None = None, author: str = "import") -> Annotation:
        """Take a NIfTI label map in atlas space as a version, in its own scheme; its note says what was assumed.

        While a second reading is under way it is the reader's work: theirs alone, made from what they started from.

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
        refuse_bad(check(labels, empty.grid, brain))
        reading = self._workspace.reading(case)
        author, parent = (reading.reader, reading.start or None) if reading else (author.strip() or "import", None)
        version = put_version(
            self._workspace,
            labels,
            draft(case, author, parent, note=note),
            Event.EDIT,
            "labels imported",
            {"scheme": labels.scheme.name, "scheme_named": scheme is not None},
        )
        if reading:
            go_on(self._workspace, reading, version)
        self._bus.publish(CaseChanged(case))
        return version

    def remarks(self, case: str) -> list[Finding]:
        """Go through the check-list on the newest version of a case, against its parent.

        Raises:
            StudyError: "unknown-case", "unknown-version" if there is none, "wrong-stage".
        """
        newest = self._newest(case)
        brain, empty = read_brain(self._workspace, case)
        parent = self.labels(newest.parent) if newest.parent else None
        return check(read_version(self._workspace, newest), empty.grid, brain, parent)

    def approve_newest(self, case: str, reviewer: str, reason: str = "") -> Annotation:
        """Sign off the newest version of a case; `reason` says why in spite of the check-list's remarks.

        Raises:
            StudyError: "unknown-case", "unknown-version" if there is none, "wrong-usage" without a name or while a
                second reading is under way, "wrong-stage", "wrong-grid" or "stray-labels".
        """
        reviewer = named_reviewer(reviewer)
        newest = self._newest(case)
        if self._workspace.reading(case):
            raise StudyError("wrong-usage", "Finish the second reading first.")
        brain, empty = read_brain(self._workspace, case)
        refuse_bad(check(read_version(self._workspace, newest), empty.grid, brain))
        return self.sign(newest, reviewer, "", " ".join(reason.split()))

    def _newest(self, case: str) -> Annotation:
        self._workspace.case(case)
        versions = self._workspace.annotations(case)
        if not versions:
            raise StudyError("unknown-version", "Nothing has been labelled yet.")
        return versions[-1]

    def sign(self, version: Annotation, reviewer: str, note: str, reason: str = "") -> Annotation:
        """Sign a version off; `reason` says why in spite of the check-list's remarks.

        Raises:
            StudyError: "wrong-stage".
        """
        stage = advance(self._workspace, version.case, Event.APPROVE)
        details = {name: words for name, words in (("note", note), ("reason", reason)) if words}
        with self._workspace.change(reviewer, "labels approved", version.id, details) as change:
            change.approve(version.id, reviewer, now(), reason)
            change.set_stage(version.case, stage)
        self._bus.publish(CaseChanged(version.case))
        return self._workspace.annotation(version.id)

    def author(self) -> str:
        """Return whose work it is: the reviewer's, if there is a name."""
        return str(self._choices.get("review.reviewer")).strip() or "person"


def named_reviewer(reviewer: str) -> str:
    """Return a reviewer's name without spaces around it.

    Raises:
        StudyError: "wrong-usage" if it is none.
    """
    if not reviewer.strip():
        raise StudyError("wrong-usage", "Give the reviewer's name.")
    if len(reviewer.strip()) > _NAME_LENGTH or not reviewer.strip().isprintable():
        raise StudyError("wrong-usage", f"A reviewer's name is one line of at most {_NAME_LENGTH} letters.")
    return reviewer.strip()


def refuse_bad(findings: list[Finding]) -> None:
    """Refuse a label map that the check-list finds unusable.

    Raises:
        StudyError: "wrong-grid" or "stray-labels".
    """
    for finding in findings:
        if finding.grade is Grade.BAD:
            raise StudyError(_REFUSED[finding.step], f"{finding.title}: {finding.text}.")
