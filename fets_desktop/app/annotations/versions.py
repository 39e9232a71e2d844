"""Versions of a case's label map: read back, and written down with the stage they bring in one transaction."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from fets_desktop.app.cases import advance
from fets_desktop.app.clock import now
from fets_desktop.imaging.disk import standing_on
from fets_desktop.imaging.files import read_label_values, read_labels, write_array
from fets_desktop.review.measures import volumes_ml
from fets_desktop.store.records import StoredFile
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Event
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import SCHEMES
from fets_desktop.study.volume import LabelMap, Mask


def read_version(workspace: Workspace, version: Annotation) -> LabelMap:
    """Read a version's label map in its own scheme.

    Raises:
        StudyError: "damaged-workspace" if its file is gone, "unreadable-image" or "stray-labels" if it was damaged.
    """
    return read_labels(workspace.files.path(version.sha256), SCHEMES[version.scheme])


def read_brain(workspace: Workspace, case: str) -> tuple[Mask, LabelMap]:
    """Return a prepared case's brain mask `(z, y, x)`, and an empty label map of the usual scheme on its grid.

    Raises:
        StudyError: "wrong-stage" if it is not prepared.
    """
    product = workspace.products(case).get("brain_mask")
    if product is None:
        raise StudyError("wrong-stage", "It has not been prepared.")
    return read_mask(product.path)


def read_mask(file: Path) -> tuple[Mask, LabelMap]:
    """Return a brain mask `(z, y, x)`, and an empty label map of the usual scheme on its grid."""
    values, grid = read_label_values(file)
    return values != 0, LabelMap(values * 0, grid, SCHEMES["brats2021"])


def put_version(
    workspace: Workspace,
    labels: LabelMap,
    draft: Annotation,
    event: Event,
    words: str,
    details: Mapping[str, Any] | None = None,
) -> Annotation:
    """Write a label map down as the next version of a case and move the case on.

    Args:
        workspace: Where.
        labels: What it holds; its file is whole on the disk before the records name it.
        draft: Case, author, parent, edits, minutes and note; the rest is filled in here.
        event: What happened to the case.
        words: The deed in words, for the audit.
        details: More of it, for the audit.

    Raises:
        StudyError: "unknown-case", "wrong-stage", "disk-full" or "read-only".
    """
    stage = advance(workspace, draft.case, event)
    version = written(workspace, labels, draft)
    with workspace.change(version.author, words, version.id, details) as change:
        change.put_annotation(version)
        change.set_stage(draft.case, stage)
    return version


def written(workspace: Workspace, labels: LabelMap, draft: Annotation) -> Annotation:
    """Put a label map's file on the disk and return the next version of its case, not yet in the records.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    stored = publish_labels(workspace, labels)
    number = len(workspace.annotations(draft.case)) + 1
    return replace(
        draft,
        id=f"{draft.case}/{number}",
        number=number,
        sha256=stored.sha256,
        scheme=labels.scheme.name,
        created=now(),
        volumes_ml={str(region): value for region, value in volumes_ml(labels).regions_ml.items()},
    )


def draft(
    case: str, author: str, parent: str | None = None, edits: int = 0, minutes: float = 0.0, note: str = ""
) -> Annotation:
    """Return what is known of a version before it is written down."""
    return Annotation("", case, 0, author, parent, "", "", "", {}, edits, minutes, note=note)


def publish_labels(workspace: Workspace, labels: LabelMap) -> StoredFile:
    """Write a label map as a file of its own, with nothing of its source in it, and publish it.

    Raises:
        StudyError: "disk-full", "read-only", or "no-workspace" if it was taken away; nothing half-written stays.
    """
    # among the jobs' files, so that what a power cut leaves of it goes at the next opening
    file: Path = workspace.bench / "jobs" / f"labels-{secrets.token_hex(6)}.nii.gz"
    with standing_on(workspace.folder):
        try:
            return workspace.files.publish(write_array(file, labels.array, labels.grid))
        finally:
            file.unlink(missing_ok=True)
