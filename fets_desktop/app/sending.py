"""Results on their way back to the hospital: exported into a private folder, sent to a PACS, and the folder removed.

Under the pseudonym, unless a person asks for the true identity and the PACS is the site's own; then the identity goes
to the worker through its pipe, and what was sent under it is in no file once the job has ended.
"""

import logging
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.exporting import Exporting, NotMade
from fets_desktop.app.identities import Identities
from fets_desktop.app.job_board import ENDED, JobBoard
from fets_desktop.app.nodes import Nodes
from fets_desktop.jobs.spec import Lane
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import Fact, JobChanged
from fets_desktop.study.identity import SourceIdentity
from fets_desktop.study.node import Node
from fets_desktop.study.plain import to_plain

SENT_KINDS = {"seg": "seg", "rtstruct": "rtstruct", "report": "report-dicom"}
"""What can be sent, and the kind of export it is."""

logger = logging.getLogger(__name__)


@dataclass
class _Way:
    """One case on its way."""

    case: str
    node: Node
    folder: Path
    kinds: tuple[str, ...]
    identity: SourceIdentity | None
    send: str = ""
    sent: int = 0


class Sending:
    """Sends results of cases."""

    def __init__(
        self,
        workspace: Workspace,
        bus: FactsBus,
        board: JobBoard,
        nodes: Nodes,
        exporting: Exporting,
        identities: Identities,
    ) -> None:
        self._workspace = workspace
        self._board = board
        self._nodes = nodes
        self._exporting = exporting
        self._identities = identities
        # a send is not taken up again: what an earlier run prepared for one goes
        shutil.rmtree(self._root, ignore_errors=True)
        self._ways: dict[str, _Way] = {}
        board.on("pacs_send", self._sent, lane=Lane.NET, resumed=False, repeatable=True, private=self._private)
        bus.subscribe(self._hear)

    @property
    def _root(self) -> Path:
        return self._workspace.bench / "pacs" / "send"

    def start(
        self, cases: Sequence[str], name: str, kinds: Sequence[str] = ("seg",), *, identity: bool = False
    ) -> list[str]:
        """Send results of cases to a node.

        Args:
            cases: Names of prepared cases.
            name: Of the node.
            kinds: Of `SENT_KINDS`.
            identity: Whether under the patient's true name and numbers.

        Returns:
            One export job a case; when it is done, its results are sent by another: see `following`.

        Raises:
            StudyError: "pacs-unknown", "pacs-identity" if the node is not the site's own or a patient is not known,
                "wrong-usage", and as `Exporting.start`; nothing is sent then.
        """
        node = self._nodes.get(name)
        if not kinds or any(kind not in SENT_KINDS for kind in kinds):
            raise StudyError("wrong-usage", f"Choose of {', '.join(SENT_KINDS)}.")
        if identity and not node.own:
            raise StudyError("pacs-identity", "This PACS is not marked as the site's own.")
        who = {case: self._identity(case) if identity else None for case in cases}
        return [self._start(case, node, tuple(kinds), who[case]) for case in cases]

    def _identity(self, case: str) -> SourceIdentity:
        found = self._identities.of(self._workspace.case(case).patient)
        if found is None:
            raise StudyError("pacs-identity", "Who this patient is, is not kept in this workspace.")
        return found

    def _start(self, case: str, node: Node, kinds: tuple[str, ...], identity: SourceIdentity | None) -> str:
        folder = self._root / f"sending-{secrets.token_hex(6)}"
        (export,) = self._exporting.start([case], folder, [SENT_KINDS[kind] for kind in kinds], "native")
        self._ways[export] = _Way(case, node, folder, kinds, identity)
        return export

    def following(self, export: str) -> str:
        """Return the job that sends what an export made, "" if there is none."""
        return self._ways[export].send if export in self._ways else ""

    def sent(self, export: str) -> int:
        """Return how many objects were taken."""
        return self._ways[export].sent if export in self._ways else 0

    def not_made(self, export: str) -> list[NotMade]:
        """Return which kinds could not be made, and so were not sent."""
        return self._exporting.not_made(export)

    def _hear(self, fact: Fact) -> None:
        if not isinstance(fact, JobChanged):
            return
        for export, way in self._ways.items():
            if fact.job not in (export, way.send) or self._board.view(fact.job).state not in ENDED:
                continue
            made = fact.job == export and not way.send and self._board.view(export).state == "done"
            if not made or not self._send(export, way):
                way.identity = None
                shutil.rmtree(way.folder, ignore_errors=True)

    def _send(self, export: str, way: _Way) -> bool:
        """Start the sending of what was made; return whether there is anything to send."""
        files = [str(file) for file in self._exporting.files(export) if file.suffix == ".dcm"]
        if not files:
            return False
        arguments = {"node": to_plain(way.node), "files": files, "export": export}
        try:
            way.send = self._board.start(
                "pacs_send", f"Sending {way.case} to {way.node.name}", arguments, case=way.case
            )
        except StudyError as error:
            logger.warning("results could not be sent: %s", error.code)
            return False
        return True

    def _private(self, record: JobRecord) -> dict[str, Any]:
        way = self._ways[record.arguments["export"]]
        private: dict[str, Any] = {"secret": self._nodes.secret(way.node.name)}
        if way.identity is not None:
            private["identity"] = to_plain(way.identity)
        return private

    def _sent(self, record: JobRecord, result: dict[str, Any]) -> None:
        way = self._ways[record.arguments["export"]]
        way.sent = int(result["sent"])
        details = {
            "to": way.node.name,
            "kinds": list(way.kinds),
            "objects": way.sent,
            "identity": way.identity is not None,
        }
        with self._workspace.change("person", "results sent", way.case, details):
            pass  # the audit row is all there is to record
