"""Receiving what others send here: a study that is complete becomes an import; the window listens while it is open.

The port is one: a fetch whose node delivers by a connection of its own gets it, and listening begins again afterwards.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.importing import Importing
from fets_desktop.app.job_board import ENDED, JobBoard
from fets_desktop.app.nodes import NODES, Nodes
from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.jobs.spec import Lane
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import Fact, JobChanged, SettingChanged
from fets_desktop.study.node import FetchBy, NodeKind, check_ae, parse_guests

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


class Receiving:
    """Listens, and starts the imports of what comes."""

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
        self._folder = workspace.scratch / "pacs" / "received"
        self._received: dict[str, list[Received]] = {}
        self._following = False
        self._paused = self._ours = ""
        self._moving: set[str] = set()
        board.on("pacs_listen", lambda _record, _result: None, self._delivered, lane=Lane.NET, resumed=False)
        bus.subscribe(self._hear)

    def take_in(self, job: str, sender: str, folder: Path, images: int) -> None:
        """Import a folder of ours that a job brought; it is removed afterwards."""
        scan = self._importing.start([folder], remove=True)
        self._received.setdefault(job, []).append(Received(sender, images, scan))

    def received(self, job: str) -> list[Received]:
        """Return what a fetch or the listening has brought so far."""
        return list(self._received.get(job, ()))

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
        with known_disk_errors():
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        arguments = {
            "port": get("pacs.port") if port is None else port,
            "title": ours,
            "guests": [list(pair) for pair in pairs],
            "folder": str(self._folder),
            "tls": tls or self.protection(),
            "seconds": seconds,
            "count": count,
            "quiet_s": get("pacs.quiet_s") if quiet_s is None else quiet_s,
        }
        job = self._board.start("pacs_listen", "Receiving images", arguments)
        self._take_in_what_is_left(job)
        return job

    def protection(self) -> dict[str, str] | None:
        """Return the files of certificates with which we listen, None where it is without TLS."""
        if not self._choices.get("pacs.tls"):
            return None
        return {kind: str(self._choices.get(name)) for kind, name in _TLS_FILES.items()}

    def _delivered(self, record: JobRecord, fact: dict[str, Any]) -> None:
        sender = str(fact["sender"]) or "unknown"
        try:
            with self._workspace.change("program", "study received", sender, {"images": fact["images"]}):
                pass  # the audit row is all there is to record
            self.take_in(record.id, sender, Path(fact["folder"]), fact["images"])
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
        for folder in sorted((self._folder / "ready").glob("*")):
            if str(folder.resolve()) not in waiting:
                self.take_in(job, "unknown", folder, len(list(folder.glob("*.dcm"))))

    def follow(self) -> None:
        """Listen while the window is open, if the settings say so."""
        self._following = True
        self._moving |= {record.id for record in self._board.under_way("pacs_get") if _moves(record)}
        self._listen_again()

    def _listen_again(self) -> None:
        wanted = self._following and self._choices.get("pacs.listen")
        if not wanted or self.listening or any(_moves(record) for record in self._board.under_way("pacs_get")):
            return
        try:
            self._ours = self.listen()
        except StudyError as error:
            logger.warning("it is not listened: %s", error.code)

    def make_way(self, job: str) -> None:
        """Leave the port to a fetch that needs it; listening begins again when that has ended."""
        self._moving.add(job)
        if self.listening:
            self._pause()

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


def _moves(record: JobRecord) -> bool:
    """Tell whether a fetch needs our port."""
    node = record.arguments["node"]
    return bool(node["kind"] == NodeKind.DIMSE and node["fetch_by"] == FetchBy.MOVE)
