"""Exporting: a case's images and approved labels as files, in atlas space and in the space of every source series."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.placing import place
from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.plain import to_plain

SPACES = ("atlas", "native", "both")


class Exporting:
    """Writes files out; a worker makes them in scratch, the hall moves them into place."""

    def __init__(self, workspace: Workspace, board: JobBoard) -> None:
        self._workspace = workspace
        self._board = board
        self._written: dict[str, list[Path]] = {}
        board.on("export", self._exported, repeatable=True)

    def start(self, cases: Sequence[str], folder: Path, kind: str = "nifti", space: str = "both") -> list[str]:
        """Export prepared cases below `folder`, one job each.

        Args:
            cases: Names of prepared cases.
            folder: Where to; each case gets a folder of its own name.
            kind: "nifti".
            space: "atlas", "native" or "both".

        Raises:
            StudyError: "unknown-case", "wrong-stage", "wrong-usage", "read-only" or "disk-full".
        """
        if kind != "nifti" or space not in SPACES:
            raise StudyError("wrong-usage", f"Choose nifti, and one of {', '.join(SPACES)}.")
        if folder.exists() and not folder.is_dir():
            raise StudyError("read-only", "It is a file, not a folder.")
        with known_disk_errors():
            folder.mkdir(parents=True, exist_ok=True)
            if not os.access(folder, os.W_OK):
                raise StudyError("read-only")
        return [self._start(case, folder, space) for case in cases]

    def _start(self, name: str, folder: Path, space: str) -> str:
        case = self._workspace.case(name)
        products = self._workspace.products(name)
        if "brain_mask" not in products:
            raise StudyError("wrong-stage", "It has not been prepared.")
        label = labels_to_export(self._workspace.annotations(name))
        chosen = {str(c): s for c in ALL_CONTRASTS if (s := case.chosen(c))}
        arguments: dict[str, Any] = {
            "case": name,
            "space": space,
            "volumes": {c: str(products[f"prepared/{c}"].path) for c in chosen},
            "series": {c: str(products[f"series/{s.id}"].path) for c, s in chosen.items()},
            "grids": {c: to_plain(s.grid) for c, s in chosen.items()},
            "transforms": {
                k.removeprefix("transform/"): str(p.path) for k, p in products.items() if k.startswith("transform/")
            },
            "brain_mask": str(products["brain_mask"].path),
            "labels": str(self._workspace.files.path(label.sha256)) if label else "",
            "scheme": label.scheme if label else "",
            "version": label.id if label else "",
            "approved": bool(label and label.approved_at),
            "to": str(folder.resolve()),
        }
        return self._board.start("export", f"Exporting {name}", arguments, case=name)

    def _exported(self, record: JobRecord, result: dict[str, Any]) -> None:
        target = Path(record.arguments["to"]) / record.case
        source = Path(result["folder"])
        made = sorted(path for path in source.rglob("*") if path.is_file())
        written = [place(file, target / file.relative_to(source)) for file in made]
        with self._workspace.change(
            "person", "case exported", record.case, {"files": len(written), "labels": record.arguments["version"]}
        ):
            pass  # the audit row is all there is to record
        self._written[record.id] = written

    def files(self, job: str) -> list[Path]:
        """Return what a finished export wrote."""
        return list(self._written.get(job, ()))


def labels_to_export(versions: Sequence[Annotation]) -> Annotation | None:
    """Return the newest approved version, else the newest one, else None."""
    approved = [version for version in versions if version.approved_at]
    return approved[-1] if approved else (versions[-1] if versions else None)
