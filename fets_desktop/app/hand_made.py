"""What persons made by hand in place of a step's result: a drawn brain mask, a position; kept under the case."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from fets_desktop.app.clock import now
from fets_desktop.imaging.files import read_label_values, write_array
from fets_desktop.imaging.resample import resample_volume
from fets_desktop.imaging.rigid import inverse, is_rigid, read_matrix, to_itk, write_matrix
from fets_desktop.store.workspace import Workspace
from fets_desktop.store.writing import Change
from fets_desktop.study.annotation import FETS_FOLDER
from fets_desktop.study.case import Stage
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Affine, Grid
from fets_desktop.study.volume import Mask, Volume

BRAIN_STEP = "brain"
STEP_OF = {"T1Gd-to-atlas": "atlas", "T1-to-T1Gd": "onto-T1", "T2-to-T1Gd": "onto-T2", "FLAIR-to-T1Gd": "onto-FLAIR"}
"""The step that finds a transform, by the transform's name."""
TRANSFORM_OF = {step: transform for transform, step in STEP_OF.items()}

PREFIX = "by-hand/"
"""Products of this name are a person's own, by the step they stand for."""

_FEWEST_ML = 300.0


@dataclass(frozen=True)
class HandMade:
    """A person's own result of a step.

    Attributes:
        step: Whose result it replaces: "brain", "atlas", "onto-T1", ...
        path: The stored file: a mask `.nii.gz` on the atlas grid, or a matrix `.mat`.
        author: Who made it.
        time: When, ISO, UTC.
    """

    step: str
    path: Path
    author: str
    time: str


class HandMades:
    """Reads and writes what persons made by hand; every change is one audit row.

    Args:
        workspace: Where the cases are.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, case: str) -> dict[str, HandMade]:
        """Return what is in force for a case, by step."""
        found = {}
        for name, product in self._workspace.products(case).items():
            if name.startswith(PREFIX):
                step = name.removeprefix(PREFIX)
                found[step] = HandMade(step, product.path, product.details["author"], product.details["time"])
        return found

    def order(self, case: str) -> dict[str, dict[str, str]]:
        """Return the same for a worker's order, as plain values."""
        made = self.of(case).values()
        return {m.step: {"path": str(m.path), "author": m.author, "time": m.time} for m in made}

    def put_mask(self, case: str, mask: Mask, grid: Grid, author: str) -> None:
        """Let a drawn mask hold.

        Raises:
            StudyError: "step-failed" if it is too small to be a brain, "disk-full" or "read-only".
        """
        volume_ml = float(np.count_nonzero(mask)) * grid.voxel_ml
        if volume_ml < _FEWEST_ML:
            raise StudyError("step-failed", f"The mask holds {volume_ml:.0f} ml; a brain has {_FEWEST_ML:.0f} or more.")
        with self._change(author, "brain mask drawn", case, {"brain_ml": round(volume_ml, 1)}) as change:
            with self._scratch(".nii.gz") as file:
                stored = self._workspace.files.publish(write_array(file, np.asarray(mask, dtype=np.uint8), grid))
            on = self._transforms(case).get("T1Gd-to-atlas")
            drawn_on = read_matrix(on).tolist() if on else None
            details = {"author": author, "time": now(), "original": stored.sha256, "drawn_on": drawn_on}
            change.put_product(case, f"{PREFIX}{BRAIN_STEP}", stored, details)

    def put_brought(self, change: Change, case: str, files: Mapping[str, str]) -> None:
        """Let the registrations hold that came with a new case in FeTS's folders, as if a person had placed the scans.

        Args:
            change: The change in which the case is converted.
            case: The case.
            files: By the transform's name.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        if self._workspace.case(case).stage is not Stage.NEW:
            return  # what was prepared since, or placed by a person, holds
        for transform, file in files.items():
            details = {"author": FETS_FOLDER, "time": now(), "computed": None}
            change.put_product(
                case, f"{PREFIX}{STEP_OF[transform]}", self._workspace.files.publish(Path(file), ".mat"), details
            )

    def matrix(self, case: str, transform: str) -> Affine:
        """Return a transform as it is in force: placed by hand, or computed.

        Raises:
            StudyError: "wrong-stage" if the case was not registered yet.
        """
        found = self.known(case, transform)
        if found is None:
            raise StudyError("wrong-stage", "It has not been registered yet.")
        return found

    def known(self, case: str, transform: str) -> Affine | None:
        """Return a transform as it is in force; None where no registration was accepted yet.

        A refused preparation has published nothing: what its steps had found before lies in the case's scratch.
        """
        file = self._transforms(case).get(transform, self._workspace.bench / "prepare" / case / f"{transform}.mat")
        return read_matrix(file) if file.is_file() else None

    def _transforms(self, case: str) -> dict[str, Path]:
        products, made = self._workspace.products(case), self.of(case)
        computed = {name: products[f"transform/{name}"].path for name in STEP_OF if f"transform/{name}" in products}
        return computed | {TRANSFORM_OF[step]: m.path for step, m in made.items() if step in TRANSFORM_OF}

    def put_matrix(self, case: str, transform: str, matrix: Affine, author: str) -> None:
        """Let a position hold. A drawn mask goes along where T1Gd, on which it was drawn, is moved.

        Args:
            case: The case.
            transform: "T1Gd-to-atlas", "T1-to-T1Gd", "T2-to-T1Gd" or "FLAIR-to-T1Gd".
            matrix: Maps points of the fixed image to points of the moving one, RAS+ mm; rigid.
            author: Who placed it.

        Raises:
            StudyError: "step-failed" if the matrix is not rigid, "disk-full" or "read-only".
        """
        if not is_rigid(matrix):
            raise StudyError("step-failed", "A position by hand turns and shifts, and does nothing else.")
        step, before = STEP_OF[transform], self.known(case, transform)
        old = self._workspace.products(case).get(f"{PREFIX}{step}")
        # what was computed is known here for the last time: a mask must find its way back to it
        computed = old.details["computed"] if old else before if before is None else before.tolist()
        with self._change(author, "registration placed by hand", case, {"transform": transform}) as change:
            details = {"author": author, "time": now(), "computed": computed}
            with self._scratch(".mat") as file:
                stored = self._workspace.files.publish(write_matrix(file, matrix), ".mat")
            change.put_product(case, f"{PREFIX}{step}", stored, details)
            self._take_mask_along(change, case, step, matrix)

    def forget(self, case: str, step: str, author: str) -> bool:
        """Let what was computed hold again; return False if nothing was made by hand. The file stays in the store."""
        made = self._workspace.products(case).get(f"{PREFIX}{step}")
        if made is None:
            return False
        with self._change(author, "made by hand taken back", case, {"step": step}) as change:
            change.drop_products(case, f"{PREFIX}{step}")
            if made.details.get("computed") is not None:
                computed = np.array(made.details["computed"], dtype=np.float64)
                self._take_mask_along(change, case, step, computed)
        return True

    def _take_mask_along(self, change: Change, case: str, step: str, after: Affine) -> None:
        drawn = self._workspace.products(case).get(f"{PREFIX}{BRAIN_STEP}")
        if drawn is None or drawn.details["drawn_on"] is None or step != STEP_OF["T1Gd-to-atlas"]:
            return
        # always from the mask as it was drawn: moved often, it would fray
        values, grid = read_label_values(self._workspace.files.path(drawn.details["original"]))
        # a point of the atlas shows now what another one showed then: through T1Gd, and back by the way of then
        way = to_itk(inverse(np.array(drawn.details["drawn_on"], dtype=np.float64)) @ after)
        moved = resample_volume(Volume(values.astype(np.float32), grid), grid, way).array > 0.5
        with self._scratch(".nii.gz") as file:
            stored = self._workspace.files.publish(write_array(file, moved, grid))
        change.put_product(case, f"{PREFIX}{BRAIN_STEP}", stored, drawn.details)

    def _change(self, author: str, words: str, case: str, details: dict[str, Any]) -> AbstractContextManager[Change]:
        return self._workspace.change(author, words, case, details)

    @contextmanager
    def _scratch(self, suffix: str) -> Iterator[Path]:
        # among the jobs' files, so that what a power cut leaves of it goes at the next opening
        file = self._workspace.bench / "jobs" / f"by-hand-{secrets.token_hex(6)}{suffix}"
        try:
            yield file
        finally:
            file.unlink(missing_ok=True)
