"""Candidates side by side in a review: label maps out of files, and several fused into one more of them.

Nothing here becomes a version: what a person takes over from a candidate is an edit like any other.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fets_desktop.app.annotations.versions import read_brain
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.schemes import scheme_of
from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.imaging.files import read_label_values, read_labels, write_array
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.labels import SCHEMES
from fets_desktop.study.plain import to_plain
from fets_desktop.study.volume import LabelMap

TASK = "fuse_candidates"
_SAME_GRID_MM = 0.01


@dataclass(frozen=True, eq=False)
class FusedCandidates:
    """What several candidates became.

    Attributes:
        case: Whose they are.
        fusion: How they were fused.
        members: Names of the candidates.
        labels: In atlas space.
        remark: What a person should know, "" if nothing.
    """

    case: str
    fusion: Fusion
    members: tuple[str, ...]
    labels: LabelMap
    remark: str


class CandidateMaps:
    """Reads candidates out of files, and lets a worker fuse them.

    Args:
        workspace: Where the cases are.
        board: Starts the work.
    """

    def __init__(self, workspace: Workspace, board: JobBoard) -> None:
        self._workspace = workspace
        self._board = board
        self._wanted: dict[str, Mapping[str, LabelMap]] = {}
        self._made: dict[str, FusedCandidates] = {}
        # what is fused is held by the window that asked: without it there is nothing to go on with
        board.on(TASK, self._fused, private=self._write, resumed=False)

    def read_file(self, case: str, file: Path, scheme: str | None = None) -> LabelMap:
        """Read a NIfTI label map in atlas space to be looked at beside a case's labels.

        Args:
            case: A prepared case.
            file: The label map.
            scheme: What its values mean; found by the values if None and only one scheme can be meant.

        Raises:
            StudyError: "unknown-case", "wrong-stage", "unreadable-image", "not-3d", "wrong-grid", "stray-labels",
                "ambiguous-scheme" or "wrong-usage".
        """
        self._workspace.case(case)
        _, empty = read_brain(self._workspace, case)
        array, grid = read_label_values(file)
        if not grid.matches(empty.grid, _SAME_GRID_MM):
            z, y, x = grid.shape
            raise StudyError("wrong-grid", f"It has {x} x {y} x {z} voxels, or lies elsewhere than the images.")
        return LabelMap(array, empty.grid, scheme_of(array, scheme))

    def fuse(self, case: str, candidates: Mapping[str, LabelMap], fusion: Fusion) -> str:
        """Let a worker fuse candidates of a case; one that is under way for it is stopped.

        Args:
            case: The case.
            candidates: By name, at least two.
            fusion: How.

        Returns:
            The job's id; `take` gives what it made.

        Raises:
            StudyError: "unknown-case", "wrong-usage" with fewer than two, "disk-full", "read-only".
        """
        self._workspace.case(case)
        if len(candidates) < 2:
            raise StudyError("wrong-usage", "Show two candidates or more: one alone cannot be fused.")
        token = uuid.uuid4().hex
        self._wanted[token] = dict(candidates)
        arguments = {"token": token, "fusion": to_plain(fusion), "members": list(candidates)}
        try:
            return self._board.start(TASK, f"Fusing candidates of {case}", arguments, case=case)
        finally:
            self._wanted.pop(token, None)

    def take(self, job: str) -> FusedCandidates | None:
        """Return what a job made, once; None if it made nothing."""
        return self._made.pop(job, None)

    def _write(self, record: JobRecord) -> dict[str, Any]:
        """Put the candidates where the worker reads them: among its own files, which go with it."""
        place = self._board.scratch(record.id)
        with known_disk_errors():
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        written = []
        for number, (name, labels) in enumerate(self._wanted[record.arguments["token"]].items()):
            path = write_array(place / f"candidate-{number}.nii.gz", labels.array, labels.grid)
            written.append({"name": name, "path": str(path), "scheme": labels.scheme.name})
        return {"candidates": written}

    def _fused(self, record: JobRecord, result: dict[str, Any]) -> None:
        arguments = record.arguments
        labels = read_labels(Path(result["labels"]), SCHEMES[result["scheme"]])
        self._made[record.id] = FusedCandidates(
            record.case, Fusion(**arguments["fusion"]), tuple(arguments["members"]), labels, result["remark"]
        )
