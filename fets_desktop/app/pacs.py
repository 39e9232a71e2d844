"""The hospital's network: ask a PACS, fetch from it, and receive what is sent here; all of it ends in an import.

What is asked and found names patients. It travels through pipes and lives in memory; what is fetched lies in a private
folder of the workspace's scratch until it is imported. The audit says that a study was retrieved and whence.
"""

import json
import logging
import secrets
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.importing import Importing
from fets_desktop.app.job_board import ENDED, JobBoard
from fets_desktop.app.nodes import NODES, Nodes
from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.jobs.spec import Lane
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import Fact, JobChanged, SettingChanged
from fets_desktop.study.node import FetchBy, FoundSeries, FoundStudy, Node, NodeKind, Query, check_ae, parse_guests
from fets_desktop.study.plain import from_plain, to_plain

_KEPT_S = 24 * 3600.0
"""What a fetch that was stopped had brought is kept for a day."""

_TLS_FILES = {"cert": "pacs.cert_file", "key": "pacs.key_file", "ca": "pacs.ca_file"}
_LISTENING = (
    *("pacs.listen", "pacs.port", "pacs.ae", "pacs.allow", "pacs.quiet_s", "pacs.tls"),
    *_TLS_FILES.values(),
    NODES,
)

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Received:
    """A study that came and is being imported.

    Attributes:
        sender: The AE title or name of who sent it.
        images: How many images.
        scan: The job of its import.
    """

    sender: str
    images: int
    scan: str


class Pacs:
    """Asks, fetches and receives."""

    def __init__(
        self,
        workspace: Workspace,
        bus: FactsBus,
        board: JobBoard,
        choices: Choices,
        nodes: Nodes,
        importing: Importing,
    ) -> None:
        self._workspace = workspace
        self._board = board
        self._choices = choices
        self._nodes = nodes
        self._importing = importing
        self._root = workspace.scratch / "pacs"
        self._unsaved: dict[str, dict[str, str]] = {}
        self._queries: dict[str, Query] = {}
        self._studies: dict[str, tuple[FoundStudy, ...]] = {}
        self._series: dict[str, tuple[FoundSeries, ...]] = {}
        self._received: dict[str, list[Received]] = {}
        self._following = False
        self._paused = self._ours = ""
        self._moving: set[str] = set()
        passing: dict[str, Any] = {"lane": Lane.NET, "resumed": False}
        board.on("pacs_echo", lambda _record, _result: None, private=self._private, **passing)
        board.on("pacs_find", self._found, private=self._private, repeatable=True, **passing)
        board.on("pacs_get", self._got, private=self._private, lane=Lane.NET)
        board.on("pacs_listen", lambda _record, _result: None, self._delivered, **passing)
        bus.subscribe(self._hear)

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

    def get(self, name: str, study: str, series: Sequence[str] = (), port: int | None = None) -> str:
        """Fetch a study, or series of it, and import it; what an earlier try brought is not fetched again.

        Args:
            name: Of the node.
            study: The study's UID.
            series: UIDs of series; all if empty.
            port: Where a node delivers that does not answer on the same connection; as in the settings if not given.

        Returns:
            The job; it has started the import when it is done.

        Raises:
            StudyError: "pacs-unknown", "pacs-port" if it can only deliver to a port that is in use, "disk-full".
        """
        node = _checked(self._nodes.get(name))
        moving = node.kind is NodeKind.DIMSE and node.fetch_by is FetchBy.MOVE
        if moving and self.listening:
            # it delivers to our one port: for that time the fetch itself listens there
            self._pause()
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
        arguments["guests"] = [list(guest) for guest in self.guests()]
        arguments["tls"] = self._protection()
        job = self._board.start("pacs_get", f"Fetching from {name}", arguments)
        if moving:
            self._moving.add(job)
        return job

    def _got(self, record: JobRecord, result: dict[str, Any]) -> None:
        order = Path(record.arguments["order"])
        folder = Path(json.loads(order.read_text(encoding="utf-8"))["folder"])
        name = record.arguments["node"]["name"]
        details = {"images": result["images"], "refused": result["foreign"]}
        with self._workspace.change("person", "study retrieved", name, details):
            pass  # the audit row is all there is to record
        self._take_in(record.id, name, folder, result["images"])
        order.unlink(missing_ok=True)

    def _take_in(self, job: str, sender: str, folder: Path, images: int) -> None:
        scan = self._importing.start([folder], remove=True)
        self._received.setdefault(job, []).append(Received(sender, images, scan))

    def received(self, job: str) -> list[Received]:
        """Return what a fetch or the listening has brought so far."""
        return list(self._received.get(job, ()))

    # --- receiving

    @property
    def listening(self) -> str:
        """The job that listens, "" if none does."""
        live = self._board.under_way("pacs_listen")
        return live[-1].id if live else ""

    def guests(self) -> list[tuple[str, str]]:
        """Return who may send here: pairs of AE title and host, "" for any."""
        known = [(node.their_ae, node.host) for node in self._nodes.all() if node.kind is NodeKind.DIMSE]
        return [*known, *parse_guests(self._choices.get("pacs.allow"))]

    def listen(
        self,
        port: int | None = None,
        title: str = "",
        guests: Sequence[tuple[str, str]] | None = None,
        *,
        seconds: float | None = None,
        count: int | None = None,
        quiet_s: float | None = None,
        tls: dict[str, str] | None = None,
    ) -> str:
        """Listen for what others send, and import every study that is complete.

        Args:
            port: Where; as in the settings if not given.
            title: Our AE title; as in the settings if not given.
            guests: Who may send; as in the settings if not given.
            seconds: How long, None until it is cancelled.
            count: After how many studies to stop, None for never.
            quiet_s: How long nothing more of a study must have come; as in the settings if not given.
            tls: Files "cert", "key" and "ca"; as in the settings if not given.

        Raises:
            StudyError: "pacs-settings", "disk-full".
        """
        get = self._choices.get
        try:
            ours = check_ae(title or get("pacs.ae"))
            pairs = [(check_ae(ae), host) for ae, host in (self.guests() if guests is None else guests)]
        except ValueError as error:
            raise StudyError("pacs-settings", str(error)) from None
        folder = self._root / "received"
        with known_disk_errors():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        arguments = {
            "port": get("pacs.port") if port is None else port,
            "title": ours,
            "guests": [list(pair) for pair in pairs],
            "folder": str(folder),
            "tls": tls or self._protection(),
            "seconds": seconds,
            "count": count,
            "quiet_s": get("pacs.quiet_s") if quiet_s is None else quiet_s,
        }
        job = self._board.start("pacs_listen", "Receiving images", arguments)
        self._take_in_what_is_left(job)
        return job

    def _protection(self) -> dict[str, str] | None:
        """Return the files of certificates with which we listen, None where it is without TLS."""
        if not self._choices.get("pacs.tls"):
            return None
        return {kind: str(self._choices.get(name)) for kind, name in _TLS_FILES.items()}

    def _delivered(self, record: JobRecord, fact: dict[str, Any]) -> None:
        sender = str(fact["sender"]) or "unknown"
        try:
            with self._workspace.change("program", "study received", sender, {"images": fact["images"]}):
                pass  # the audit row is all there is to record
            self._take_in(record.id, sender, Path(fact["folder"]), fact["images"])
        except StudyError as error:
            # the folder stays, and is imported when the listening begins anew
            logger.warning("a study that came could not be imported yet: %s", error.code)

    def _take_in_what_is_left(self, job: str) -> None:
        """Import what was complete when the program was ended; a folder that an import knows is left to it."""
        waiting = "".join(
            file.read_text(encoding="utf-8")
            for name in ("inbox", "sources")
            for file in (self._workspace.scratch / name).glob("*.json")
        )
        for folder in sorted((self._root / "received" / "ready").glob("*")):
            if str(folder.resolve()) not in waiting:
                self._take_in(job, "unknown", folder, len(list(folder.glob("*.dcm"))))

    def follow(self) -> None:
        """Listen while the window is open, if the settings say so."""
        self._following = True
        self._moving |= {record.id for record in self._board.under_way("pacs_get") if _moves(record)}
        self._clear_stale()
        self._listen_again()

    def _listen_again(self) -> None:
        wanted = self._following and self._choices.get("pacs.listen")
        if not wanted or self.listening or any(_moves(record) for record in self._board.under_way("pacs_get")):
            return
        try:
            self._ours = self.listen()
        except StudyError as error:
            logger.warning("it is not listened: %s", error.code)

    def _pause(self) -> None:
        """Stop listening; it begins again when the job has ended and nothing else needs the port."""
        self._paused = self.listening
        self._board.cancel(self._paused)

    def _hear(self, fact: Fact) -> None:
        if not self._following:
            return
        if isinstance(fact, SettingChanged) and fact.name in _LISTENING:
            if self.listening:
                self._pause()
            else:
                self._listen_again()
        elif isinstance(fact, JobChanged) and fact.job in {self._paused, *self._moving} and self._ended(fact.job):
            self._moving.discard(fact.job)
            self._listen_again()
        elif isinstance(fact, JobChanged) and fact.job == self._ours and self._stopped(fact.job):
            # a person stopped it in the list of jobs: the switch says so, too
            self._ours = ""
            self._choices.set("pacs.listen", False)

    def _stopped(self, job: str) -> bool:
        return job != self._paused and self._board.view(job).state == "cancelled"

    def _ended(self, job: str) -> bool:
        return self._board.view(job).state in ENDED

    def _clear_stale(self) -> None:
        """Remove what fetches brought that were stopped more than a day ago and are not under way."""
        live = {Path(record.arguments["order"]).stem for record in self._board.under_way("pacs_get")}
        for folder in (self._root / "fetch").glob("*"):
            order = self._root / "orders" / f"{folder.name}.json"
            if folder.name not in live and order.exists() and time.time() - folder.stat().st_mtime > _KEPT_S:
                shutil.rmtree(folder, ignore_errors=True)
                order.unlink(missing_ok=True)


def _moves(record: JobRecord) -> bool:
    """Tell whether a fetch needs our port."""
    node = record.arguments["node"]
    return bool(node["kind"] == NodeKind.DIMSE and node["fetch_by"] == FetchBy.MOVE)


def _checked(node: Node) -> Node:
    try:
        return node.check()
    except ValueError as error:
        raise StudyError("pacs-settings", str(error)) from None
