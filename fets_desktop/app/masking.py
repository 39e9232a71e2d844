"""A brain mask in the editor: the heads to look at, every stroke in a journal, and the mask that holds in the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from fets_desktop.app.annotations.unsaved import Unsaved
from fets_desktop.app.hand_made import BRAIN_STEP, HandMade
from fets_desktop.app.preparing import Preparing
from fets_desktop.imaging.files import read_label_values, read_volume
from fets_desktop.review.editor import Editor
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import BRAIN_MASK
from fets_desktop.study.volume import LabelArray, LabelMap, Volume


@dataclass(frozen=True)
class MaskFiles:
    """What must be read to edit a mask.

    Attributes:
        case: The case.
        mask: The mask in force.
        sha256: Its hash.
        heads: The four contrasts with skull, on the mask's grid.
    """

    case: str
    mask: Path
    sha256: str
    heads: Mapping[Contrast, Path]

    def read(self) -> "MaskImages":
        """Read them; any thread may.

        Raises:
            StudyError: "unreadable-image", "not-3d" or "stray-labels" if a file was damaged.
        """
        values, grid = read_label_values(self.mask)
        labels = LabelMap((values > 0).astype(np.uint8), grid, BRAIN_MASK)
        return MaskImages(self, labels, {contrast: read_volume(path) for contrast, path in self.heads.items()})


@dataclass(frozen=True, eq=False)
class MaskImages:
    """The same, read."""

    files: MaskFiles
    labels: LabelMap
    heads: Mapping[Contrast, Volume]


@dataclass(eq=False)
class MaskSession:
    """A mask that is being edited.

    Attributes:
        case: The case.
        volumes: The four contrasts with skull.
        editor: Changes the mask (value 1); its `on_edited` writes the journal.
        unsaved: The edits since the mask in force.
        saved: The voxels of the mask in force.
        made: Who drew the mask in force, None if it was computed.
        recovered: Edits brought back after a crash.
        notice: What a person must know about the bringing back, "" if nothing.
    """

    case: str
    volumes: Mapping[Contrast, Volume]
    editor: Editor
    unsaved: Unsaved
    saved: LabelArray
    made: HandMade | None
    recovered: int = 0
    notice: str = ""

    @property
    def changed(self) -> bool:
        """Whether the mask differs from the one in force."""
        return not np.array_equal(self.editor.labels.array, self.saved)


class Masking:
    """Opens brain masks for editing, and lets the edited one hold.

    Args:
        workspace: Where the cases are.
        preparing: Makes again what depends on a mask.
    """

    def __init__(self, workspace: Workspace, preparing: Preparing) -> None:
        self._workspace = workspace
        self._preparing = preparing

    def files(self, case: str) -> MaskFiles:
        """Return what must be read to edit the mask of a prepared case.

        Raises:
            StudyError: "unknown-case", or "wrong-stage" if it is not prepared.
        """
        self._workspace.case(case)
        products = self._workspace.products(case)
        mask = products.get("brain_mask")
        if mask is None:
            raise StudyError("wrong-stage", "It has not been prepared.")
        heads = {c: products[name].path for c in ALL_CONTRASTS if (name := f"head/{c}") in products}
        heads = heads or {c: products[f"prepared/{c}"].path for c in ALL_CONTRASTS}
        return MaskFiles(case, mask.path, mask.sha256, heads)

    def open(self, images: MaskImages) -> MaskSession:
        """Begin to edit, or go on where edits were left."""
        files = images.files
        unsaved = Unsaved(self._workspace.journal(files.case, f"brain mask {files.sha256}"))
        editor = Editor(images.labels)
        recovered, notice = unsaved.recover(editor)
        made = self._preparing.by_hand(files.case).get(BRAIN_STEP)
        saved = images.labels.array
        session = MaskSession(files.case, images.heads, editor, unsaved, saved, made, recovered, notice)
        editor.on_edited = unsaved.take
        return session

    def leave(self, session: MaskSession) -> None:
        """Let go of a mask; unsaved edits come back at the next `open`."""
        session.editor.abort()
        if not session.changed:
            session.unsaved.clear()

    def discard(self, session: MaskSession) -> None:
        """Let go of a mask and of the edits."""
        session.editor.abort()
        session.unsaved.clear()

    def use(self, session: MaskSession, author: str = "") -> str:
        """Let the edited mask hold and make again what depends on it.

        Returns:
            The job's id.

        Raises:
            StudyError: As `Preparing.edit_mask`; the edits are still in the journal.
        """
        session.editor.abort()
        labels = session.editor.labels
        job = self._preparing.edit_mask(session.case, labels.array > 0, labels.grid, author)
        session.unsaved.clear()
        return job
