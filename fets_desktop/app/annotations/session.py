"""One open case: its labels, its images, and the edits that are not saved yet, found again after a crash."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from fets_desktop.app.annotations.unsaved import Unsaved
from fets_desktop.app.annotations.versions import read_version
from fets_desktop.review.editor import Editor
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation, BlindReading
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.volume import LabelArray, LabelMap, Mask, Volume


@dataclass(eq=False)
class ReviewSession:
    """One open case.

    Attributes:
        case: Its name.
        base: The version the editing starts from; None: an empty label map.
        volumes: The four prepared brains on the atlas grid.
        brain: Their brain mask `(z, y, x)`.
        editor: Changes the label map; its `on_edited` writes the journal, its `on_painted` is free for the viewer.
        unsaved: The edits since `base`.
        saved: The voxels of `base`.
        recovered: Edits that were brought back from the journal when the case was opened.
        notice: What a person must know about the bringing back, "" if nothing.
        started: When it was opened, seconds of the monotonic clock.
        parent: The voxels of the version that `base` was edited from, None if there is none.
        reading: The second reading this is, None for every other review.
    """

    case: str
    base: Annotation | None
    volumes: Mapping[Contrast, Volume]
    brain: Mask
    editor: Editor
    unsaved: Unsaved
    saved: LabelArray
    recovered: int = 0
    notice: str = ""
    started: float = field(default_factory=time.monotonic)
    parent: LabelMap | None = None
    reading: BlindReading | None = None
    _differing: tuple[int, ...] | None = None

    @property
    def before(self) -> LabelMap | None:
        """The labels that those in hand are compared with: `base`, or its own parent as long as nothing is changed."""
        labels = self.editor.labels
        if self.base is None:
            return None
        return LabelMap(self.saved, labels.grid, labels.scheme) if self.changed else self.parent

    @property
    def changed(self) -> bool:
        """Whether the label map differs from `base`, voxel by voxel."""
        if not self.unsaved.count:
            return False  # undo has brought every voxel back: none need be compared
        array, saved = self.editor.labels.array, self.saved
        # it is asked after every edit, and what differed before mostly differs still
        if self._differing and array[self._differing] != saved[self._differing]:
            return True
        self._differing = _difference(array, saved)
        return self._differing is not None


def _difference(one: LabelArray, other: LabelArray) -> tuple[int, ...] | None:
    """Return a voxel `(z, y, x)` in which two label maps differ, None if there is none.

    Eight voxels are compared at a time where memory allows it.
    """
    wide = one.flags.c_contiguous and other.flags.c_contiguous and one.size % 8 == 0
    a, b = (each.reshape(-1).view(np.uint64) if wide else each.reshape(-1) for each in (one, other))
    apart = a != b
    place = int(np.argmax(apart)) if apart.size else 0
    if not apart.size or not apart[place]:
        return None
    if wide:
        place = 8 * place + int(np.argmax(one.reshape(-1)[8 * place :][:8] != other.reshape(-1)[8 * place :][:8]))
    return tuple(int(n) for n in np.unravel_index(place, one.shape))


def begin_session(
    workspace: Workspace, volumes: Mapping[Contrast, Volume], brain: Mask, empty: LabelMap, case: str
) -> ReviewSession:
    """Return a session at the newest version of a case, or where unsaved edits were left.

    Unsaved edits belong to the version they were made on, though a model may have proposed a newer one since.

    Args:
        workspace: Where the case is.
        volumes: Its four prepared brains.
        brain: Their brain mask `(z, y, x)`.
        empty: What the editing starts from without any version.
        case: Its name.

    Raises:
        StudyError: "damaged-workspace" if a version's file is gone.
    """
    versions = workspace.annotations(case)
    if reading := workspace.reading(case):
        return _blind_session(workspace, volumes, brain, empty, reading)
    notices: list[str] = []
    for base in [*reversed(versions), None]:
        journal = workspace.journal(case, base.id if base else "")
        if not journal.file.exists():
            continue
        labels = read_version(workspace, base) if base else empty
        unsaved, editor = Unsaved(journal), Editor(labels, brain)
        recovered, notice = unsaved.recover(editor)
        notices += [notice] if notice else []
        if recovered and not _is_saved(workspace, editor.labels, versions, base):
            words = " ".join(notices)
            return ReviewSession(case, base, volumes, brain, editor, unsaved, labels.array, recovered, words)
        unsaved.clear()
    newest = versions[-1] if versions else None
    labels = read_version(workspace, newest) if newest else empty
    unsaved = Unsaved(workspace.journal(case, newest.id if newest else ""))
    return ReviewSession(
        case, newest, volumes, brain, Editor(labels, brain), unsaved, labels.array, 0, " ".join(notices)
    )


def _blind_session(
    workspace: Workspace, volumes: Mapping[Contrast, Volume], brain: Mask, empty: LabelMap, reading: BlindReading
) -> ReviewSession:
    """Return the session of a second reader: it starts where they started or saved last, whatever others drew."""
    base = workspace.annotation(reading.start) if reading.start else None
    labels = read_version(workspace, base) if base else empty
    unsaved, editor = Unsaved(workspace.journal(reading.case, reading.start)), Editor(labels, brain)
    recovered, notice = unsaved.recover(editor)
    return ReviewSession(
        reading.case, base, volumes, brain, editor, unsaved, labels.array, recovered, notice, reading=reading
    )


def _is_saved(workspace: Workspace, labels: LabelMap, versions: list[Annotation], base: Annotation | None) -> bool:
    """Tell whether a version holds these edits: a crash may fall between saving and the clearing of the journal."""
    parent = base.id if base else None
    children = [v for v in versions if v.parent == parent and v.edits and v.scheme == labels.scheme.name]
    return any(np.array_equal(read_version(workspace, v).array, labels.array) for v in children)
