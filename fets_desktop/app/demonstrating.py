"""The demo: a glioma phantom that the program makes itself goes all the way a patient goes; no network, no patient."""

import shutil
from pathlib import Path
from typing import Any

from fets_desktop.app.importing import Importing
from fets_desktop.app.job_board import JobBoard
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace


class Demonstrating:
    """Makes phantoms as DICOM series and NIfTI with their true labels, and imports them as any other folder."""

    def __init__(self, workspace: Workspace, board: JobBoard, importing: Importing) -> None:
        self._workspace = workspace
        self._board = board
        self._importing = importing
        self.last_import = ""
        board.on("phantom", self._made)

    @property
    def folder(self) -> Path:
        """Where the phantoms lie: one folder a phantom, with `dicom/`, `nifti/` and `truth/`."""
        return self._workspace.folder / "demo"

    def start(self, cases: int = 1) -> str:
        """Make the phantoms that are not there yet, then import them.

        Returns:
            The id of the job that makes them; `last_import` holds the scan's id once it has ended.
        """
        wanted = [seed for seed in range(1, cases + 1) if not self.phantom(seed).exists()]
        return self._board.start("phantom", "Making a demo patient", {"seeds": wanted, "cases": cases}, case="")

    def phantom(self, seed: int) -> Path:
        """Return the folder of one phantom."""
        return self.folder / f"phantom-{seed}"

    def _made(self, record: JobRecord, result: dict[str, Any]) -> None:
        self.folder.mkdir(exist_ok=True)
        for seed, made in result["folders"].items():
            target = self.phantom(int(seed))
            shutil.rmtree(target, ignore_errors=True)
            Path(made).replace(target)
        seeds = range(1, int(record.arguments["cases"]) + 1)
        self.last_import = self._importing.start([self.phantom(seed) / "dicom" for seed in seeds])
