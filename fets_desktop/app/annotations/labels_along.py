"""Labels go along: where T1Gd finds another place in the atlas, a person's labels follow it as a new version."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from fets_desktop.app.annotations.versions import draft, read_version, written
from fets_desktop.imaging.resample import resample_labels
from fets_desktop.imaging.rigid import inverse, read_matrix, to_itk
from fets_desktop.store.records import Product, StoredFile
from fets_desktop.store.workspace import Workspace
from fets_desktop.store.writing import Change
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.grid import Affine

FRAME = "transform/T1Gd-to-atlas"
"""The product, and the worker's word, for where T1Gd lies in the atlas."""

MOVED = "labels-moved"
"""The product that remembers from which version, drawn in which frame, the moved one was made."""

NOTE = "Moved along with T1Gd, which was placed anew; look at it again."


@dataclass(frozen=True, eq=False)
class Along:
    """Labels in the new frame, on the disk and not yet in the records.

    Attributes:
        version: The new version.
        source: The version it was made from, as it was drawn.
        drawn_on: Where T1Gd lay when that one was drawn: atlas points to T1Gd points, RAS+ mm.
        file: The source's label map.
    """

    version: Annotation
    source: str
    drawn_on: Affine
    file: StoredFile

    def put(self, change: Change) -> None:
        """Write it down; the stage is the caller's."""
        change.put_annotation(self.version)
        details = {"version": self.version.id, "source": self.source, "drawn_on": self.drawn_on.tolist()}
        change.put_product(self.version.case, MOVED, self.file, details)


def labels_along(workspace: Workspace, case: str, made: Mapping[str, str]) -> Along | None:
    """Return a person's newest labels where T1Gd lies now; None if it did not move, or nobody has labelled.

    A model's own proposal is not moved: it is made again. Labels moved before are moved from how they were drawn: moved
    often, they would fray.

    Args:
        workspace: Where the case's products are still those of before.
        case: The case.
        made: What the preparation made: files by product.

    Raises:
        StudyError: "disk-full" or "read-only"; "damaged-workspace" if the labels are gone.
    """
    products, drawn = workspace.products(case), persons_versions(workspace, case)
    if not drawn or FRAME not in products or FRAME not in made:
        return None
    before, after = read_matrix(products[FRAME].path), read_matrix(Path(made[FRAME]))
    if np.array_equal(before, after):
        return None
    newest, drawn_on = _as_drawn(workspace, products.get(MOVED), drawn[-1], before)
    labels = read_version(workspace, newest)
    # a point of the atlas shows now what another one showed then: through T1Gd, and back by the way of then
    moved = resample_labels(labels, labels.grid, to_itk(inverse(drawn_on) @ after))
    version = written(workspace, moved, draft(case, newest.author, drawn[-1].id, note=NOTE))
    return Along(version, newest.id, drawn_on, workspace.files.stored(newest.sha256))


def persons_versions(workspace: Workspace, case: str) -> list[Annotation]:
    """Return the versions that a person drew, brought or approved, oldest first: they go along."""
    return [v for v in workspace.annotations(case) if v.approved_at or not v.author.startswith("model ")]


def _as_drawn(
    workspace: Workspace, moved: Product | None, newest: Annotation, before: Affine
) -> tuple[Annotation, Affine]:
    if moved is None or moved.details["version"] != newest.id:
        return newest, before
    return workspace.annotation(moved.details["source"]), np.array(moved.details["drawn_on"], dtype=np.float64)
