"""The proof that nothing here names a patient: every byte of the workspace is read and searched."""

from dataclasses import dataclass
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.identities import Identities
from fets_desktop.app.job_board import JobBoard
from fets_desktop.jobs.spec import Lane
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.plain import to_plain


@dataclass(frozen=True)
class PhiFinding:
    """Something that names a patient, or looks as if it did.

    Attributes:
        where: The file, record or header, itself without such words.
        what: Which kind of word.
        count: How often it is there.
    """

    where: str
    what: str
    count: int


@dataclass(frozen=True)
class PhiReport:
    """What a search found.

    Attributes:
        findings: All that was found, up to 500.
        files: How many files were read.
        bytes: How many bytes, packed and unpacked.
        known: Of how many patients the true identity was searched for.
        closed: Why the table of patients could not be used, "" if it was or if there is none.
        unread: What could not be read.
    """

    findings: tuple[PhiFinding, ...]
    files: int
    bytes: int
    known: int
    closed: str
    unread: tuple[str, ...]


class PhiScanning:
    """Starts the search and holds its last report; the report is about now and is not kept."""

    def __init__(self, workspace: Workspace, bus: FactsBus, board: JobBoard, identities: Identities) -> None:
        self._workspace = workspace
        self._board = board
        self._identities = identities
        self._closed = ""
        self._known: list[dict[str, Any]] = []
        self.last_report: PhiReport | None = None
        board.on("phi_scan", self._searched, lane=Lane.DISC, private=self._private, resumed=False)

    def start(self) -> str:
        """Search the whole workspace; true identities reach the worker through its pipe and no file.

        Returns:
            The job's id.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        self._closed, self._known = "", []
        try:
            self._known = [to_plain(identity) for identity in self._identities.all().values()]
        except StudyError as error:
            # looks are searched for all the same; the report says what was not
            self._closed = error.text.title
        return self._board.start("phi_scan", "Looking for patients' names", {})

    def _private(self, record: JobRecord) -> dict[str, Any]:
        return {"folder": str(self._workspace.folder), "known": self._known}

    def _searched(self, record: JobRecord, result: dict[str, Any]) -> None:
        findings = tuple(PhiFinding(f["where"], f["what"], f["count"]) for f in result["findings"])
        self.last_report = PhiReport(
            findings, result["files"], result["bytes"], len(self._known), self._closed, tuple(result["unread"])
        )
        known, self._known = len(self._known), []
        details = {"files": result["files"], "findings": len(findings), "known": known}
        with self._workspace.change("person", "searched for patients' names", "workspace", details):
            pass  # the audit row is all there is to record
