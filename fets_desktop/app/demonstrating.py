"""The demo: a glioma phantom that the program makes itself goes all the way a patient goes; no network, no patient."""

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fets_desktop.app.importing import Importing
from fets_desktop.app.job_board import JobBoard
from fets_desktop.imaging.disk import write_whole
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.plain import from_plain, to_plain


@dataclass
class Diary:
    """What the demo has done so far, so that a second one goes on from there.

    Attributes:
        cases: Case by seed of the phantom.
        seconds: Wall time of each step when it was really done.
        model: The model that was trained, "" before.
        trained_on: The cases it was trained on.
        validated_on: The cases it was scored on.
        scores: What its training measured; empty if there was nothing to measure it on.
        exported: By case, which version was written out, and the files.
    """

    cases: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    model: str = ""
    trained_on: list[str] = field(default_factory=list)
    validated_on: list[str] = field(default_factory=list)
    scores: dict[str, Any] = field(default_factory=dict)
    exported: dict[str, list[str]] = field(default_factory=dict)


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

    def start_another(self) -> str:
        """Make one phantom more than there are, then import them; what is known of them already is not taken in twice.

        Returns:
            As `start`.
        """
        seed = 1
        while self.phantom(seed).exists():
            seed += 1
        return self.start(seed)

    def start_import(self, seed: int) -> str:
        """Import one phantom that is there; returns the scan's id."""
        self.last_import = self._importing.start([self.phantom(seed) / "dicom"])
        return self.last_import

    def phantom(self, seed: int) -> Path:
        """Return the folder of one phantom."""
        return self.folder / f"phantom-{seed}"

    def truth(self, case: str) -> Path | None:
        """Return the folder with the truth about a case, None if it is no phantom's."""
        seed = next((seed for seed, name in self.diary().cases.items() if name == case), None)
        return self.phantom(int(seed)) / "truth" if seed else None

    def diary(self) -> Diary:
        """Return what the demo has done so far; an unreadable diary counts as none."""
        try:
            return from_plain(Diary, json.loads((self.folder / "diary.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return Diary()

    def keep(self, diary: Diary) -> None:
        """Write the diary.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        write_whole(self.folder / "diary.json", json.dumps(to_plain(diary), indent=1).encode())

    def _made(self, record: JobRecord, result: dict[str, Any]) -> None:
        self.folder.mkdir(exist_ok=True)
        for seed, made in result["folders"].items():
            target = self.phantom(int(seed))
            shutil.rmtree(target, ignore_errors=True)
            Path(made).replace(target)
        seeds = range(1, int(record.arguments["cases"]) + 1)
        self.last_import = self._importing.start([self.phantom(seed) / "dicom" for seed in seeds])
