"""Tags: the DICOM headers behind a series, read in a worker for a person's eye and kept nowhere."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from fets_desktop.app.job_board import JobBoard
from fets_desktop.jobs.spec import Lane
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.plain import from_plain
from fets_desktop.study.tags import TagTable


class Tagging:
    """Shows the headers that the workspace keeps of a series, and those of any DICOM file.

    Args:
        workspace: Where headers are kept.
        board: Runs the reading.
        files_of: Tells where the files of a series lie that is not stored, as one that was set aside.
    """

    def __init__(
        self, workspace: Workspace, board: JobBoard, files_of: Callable[[str], Sequence[Path]] = lambda series: ()
    ) -> None:
        self._workspace = workspace
        self._board = board
        self._files_of = files_of
        # the files' names may name a patient: they go to the worker beside the record, and nobody keeps them
        self._files: dict[str, list[str]] = {}
        self._asked = 0
        self._tables: dict[str, TagTable] = {}
        board.on("tags", self._read, repeatable=True, resumed=False, lane=Lane.NET, private=self._private)

    def has(self, case: str, series: str) -> bool:
        """Tell whether the workspace keeps headers of a series; it has none of what came as NIfTI."""
        return f"source/{series}" in self._workspace.products(case)

    def start(self, case: str, series: str) -> str:
        """Read the headers that are kept of a series, else its files where they lie; returns the job's id.

        Raises:
            StudyError: "unknown-case", or "needs-dicom" if none are kept and its files are not known any more.
        """
        product = self._workspace.products(case).get(f"source/{series}")
        if product is None and (files := self._files_of(series)):
            return self.start_files(files)
        if product is None:
            raise StudyError(
                "needs-dicom", "No DICOM headers are kept of this series: it came as NIfTI, or is not converted."
            )
        return self._board.start("tags", "Reading DICOM headers", {"kept": str(product.path)})

    def start_files(self, files: Sequence[Path]) -> str:
        """Read the headers of DICOM files anywhere, as they are; nothing is imported. Returns the job's id."""
        self._asked += 1
        token = str(self._asked)
        self._files[token] = [str(file) for file in files]
        return self._board.start("tags", "Reading DICOM headers", {"files": token})

    def _private(self, record: JobRecord) -> dict[str, Any]:
        token = record.arguments.get("files")
        return {"files": self._files.pop(token, [])} if token else {}

    def _read(self, record: JobRecord, result: dict[str, Any]) -> None:
        self._tables[record.id] = from_plain(TagTable, result)

    def take(self, job: str) -> TagTable | None:
        """Return what a job read, once; None if it is not done."""
        return self._tables.pop(job, None)
