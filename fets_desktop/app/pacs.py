"""The hospital's network: ask a PACS and fetch from it, which ends in an import.

What is asked and found names patients. It travels through pipes and lives in memory; what is fetched lies in a private
folder of the workspace's scratch until it is imported. The audit says that a study was retrieved and whence.
"""

import json
import secrets
import shutil
import time
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from fets_desktop.app.choices import Choices
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.nodes import Nodes
from fets_desktop.app.receiving import Receiving
from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.jobs.spec import Lane
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import FetchBy, FoundSeries, FoundStudy, Node, NodeKind, Query
from fets_desktop.study.plain import from_plain, to_plain

_KEPT_S = 24 * 3600.0
"""What a fetch that was stopped had brought is kept for a day."""


class Pacs:
    """Asks and fetches."""

    def __init__(
        self,
        workspace: Workspace,
        board: JobBoard,
        choices: Choices,
        nodes: Nodes,
        receiving: Receiving,
    ) -> None:
        self._workspace = workspace
        self._board = board
        self._choices = choices
        self._nodes = nodes
        self._receiving = receiving
        self._root = workspace.scratch / "pacs"
        self._unsaved: dict[str, dict[str, str]] = {}
        self._queries: dict[str, Query] = {}
        self._studies: dict[str, tuple[FoundStudy, ...]] = {}
        self._series: dict[str, tuple[FoundSeries, ...]] = {}
        passing: dict[str, Any] = {"lane": Lane.NET, "resumed": False}
        board.on("pacs_echo", lambda _record, _result: None, private=self._private, **passing)
        board.on("pacs_find", self._found, private=self._private, repeatable=True, **passing)
        board.on("pacs_get", self._got, private=self._private, lane=Lane.NET)
        self._clear_stale()

    # --- asking

    def echo(self, node: Node, secret: dict[str, str] | None = None) -> str:
        """Test whether a node can be reached, entered or not yet, and return the job.

        Raises:
            StudyError: "pacs-settings" if it makes no sense.
        """
        arguments = self._ticket(_checked(node))
        self._unsaved[arguments["ticket"]] = secret or {}
        return self._board.start("pacs_echo", f"Testing {node.name}", arguments)

    def find(self, name: str, query: Query) -> str:
        """Ask a node which studies match, or which series a study has, and return the job.

        Raises:
            StudyError: "pacs-unknown", or "wrong-usage" if the query asks for everything.
        """
        node = _checked(self._nodes.get(name))
        try:
            query.check()
        except ValueError as error:
            raise StudyError("wrong-usage", str(error)) from None
        arguments = self._ticket(node)
        self._queries[arguments["ticket"]] = query
        return self._board.start("pacs_find", f"Asking {name}", arguments)

    def studies(self, job: str) -> tuple[FoundStudy, ...]:
        """Return what a finished question for studies found."""
        return self._studies.get(job, ())

    def series(self, job: str) -> tuple[FoundSeries, ...]:
        """Return what a finished question for series found."""
        return self._series.get(job, ())

    def forget(self, job: str) -> None:
        """Let go of what a question found: the dialog that showed it is closed."""
        self._studies.pop(job, None)
        self._series.pop(job, None)

    def _ticket(self, node: Node) -> dict[str, Any]:
        # two tests at a time are two jobs, whatever they ask
        return {"node": to_plain(node), "ticket": secrets.token_hex(6)}

    def _private(self, record: JobRecord) -> dict[str, Any]:
        """Return what a worker gets through the pipe alone: secrets, and what is asked."""
        ticket = record.arguments.get("ticket", "")
        name = record.arguments["node"]["name"]
        private: dict[str, Any] = {"secret": {**self._nodes.secret(name), **self._unsaved.pop(ticket, {})}}
        if query := self._queries.pop(ticket, None):
            private["query"] = to_plain(query)
        return private

    def _found(self, record: JobRecord, result: dict[str, Any]) -> None:
        if "series" in result:
            self._series[record.id] = tuple(from_plain(FoundSeries, one) for one in result["series"])
        else:
            self._studies[record.id] = tuple(from_plain(FoundStudy, one) for one in result["studies"])

    # --- fetching

    def get(
        self,
        name: str,
        study: str,
        series: Sequence[str] = (),
        port: int | None = None,
        tls: dict[str, str] | None = None,
    ) -> str:
        """Fetch a study, or series of it, and import it; what an earlier try brought is not fetched again.

        Args:
            name: Of the node.
            study: The study's UID.
            series: UIDs of series; all if empty.
            port: Where a node delivers that does not answer on the same connection; as in the settings if not given.
            tls: Files "cert", "key" and "ca" with which it must deliver there; as in the settings if not given.

        Returns:
            The job; it has started the import when it is done.

        Raises:
            StudyError: "pacs-unknown", "pacs-port" if it can only deliver to a port that is in use, "disk-full".
        """
        node = _checked(self._nodes.get(name))
        key = "\n".join((name, study, *sorted(series)))
        folder = self._root / "fetch" / blake2b(key.encode(), digest_size=12).hexdigest()
        content = {"study": study, "series": sorted(series), "folder": str(folder)}
        order = self._root / "orders" / f"{folder.name}.json"
        with known_disk_errors():
            order.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(order, json.dumps(content).encode()).chmod(0o600)
        arguments = {"node": to_plain(node), "order": str(order)}
        arguments["port"] = self._choices.get("pacs.port") if port is None else port
        arguments["guests"] = [list(guest) for guest in self._receiving.guests()]
        arguments["tls"] = tls or self._receiving.protection()
        job = self._board.start("pacs_get", f"Fetching from {name}", arguments)
        if node.kind is NodeKind.DIMSE and node.fetch_by is FetchBy.MOVE:
            # it delivers to our one port: for that time the fetch itself listens there
            self._receiving.make_way(job)
        return job

    def _got(self, record: JobRecord, result: dict[str, Any]) -> None:
        order = Path(record.arguments["order"])
        folder = Path(json.loads(order.read_text(encoding="utf-8"))["folder"])
        name = record.arguments["node"]["name"]
        details = {"images": result["images"], "refused": result["foreign"]}
        with self._workspace.change("person", "study retrieved", name, details):
            pass  # the audit row is all there is to record
        self._receiving.take_in(record.id, name, folder, result["images"])
        order.unlink(missing_ok=True)

    def _clear_stale(self) -> None:
        """Remove what fetches brought that were stopped more than a day ago and are not under way."""
        live = {Path(record.arguments["order"]).stem for record in self._board.under_way("pacs_get")}
        for folder in (self._root / "fetch").glob("*"):
            order = self._root / "orders" / f"{folder.name}.json"
            if folder.name not in live and order.exists() and time.time() - folder.stat().st_mtime > _KEPT_S:
                shutil.rmtree(folder, ignore_errors=True)
                order.unlink(missing_ok=True)


def _checked(node: Node) -> Node:
    try:
        return node.check()
    except ValueError as error:
        raise StudyError("pacs-settings", str(error)) from None
