"""Federating: a site's part in a federation, from the first round to the last.

The talk runs in a thread of this process that touches neither the database nor the window; what it tells is taken in
here, with an audit row for every round.
"""

import csv
import io
import queue
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.federating_bench import Bench
from fets_desktop.app.federating_joining import Joining
from fets_desktop.app.federating_work import Worker, cases_of
from fets_desktop.app.job_board import JobBoard
from fets_desktop.federate.collaborator import Collaborator, Pace
from fets_desktop.federate.desk import Desk, read_rows
from fets_desktop.federate.ledger import Ledger, read_ledger
from fets_desktop.federate.table import FINAL
from fets_desktop.imaging.disk import write_whole
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import FederationChanged
from fets_desktop.study.federation import Member, Membership, RoundRow, Standing

_LEAVE_S = 10.0
_LEDGER_COLUMNS = ("time", "way", "kind", "number", "subject", "size", "sha256", "parts")
_PATIENT = Pace()


@dataclass
class _Running:
    """A federation that is under way in this process."""

    collaborator: Collaborator
    ledger: Ledger
    told: "queue.SimpleQueue[Standing | RoundRow]" = field(default_factory=queue.SimpleQueue)
    standing: Standing = field(default_factory=lambda: Standing("connecting"))


class Federating:
    """Joins, goes on, pauses, stops and leaves; all calls come from the hall's thread."""

    def __init__(
        self,
        workspace: Workspace,
        bus: FactsBus,
        board: JobBoard,
        joining: Joining,
        choices: Choices,
        wake: Callable[[], None] | None = None,
    ) -> None:
        self._workspace = workspace
        self._bus = bus
        self._choices = choices
        self._wake = wake or (lambda: None)
        self._joining = joining
        self._members = joining.store
        self._bench = Bench(board, bus, wake)
        self._running: dict[str, _Running] = {}

    # --- the rounds

    def start(
        self,
        name: str = "",
        *,
        folder: Path | None = None,
        device: str = "auto",
        pace: Pace = _PATIENT,
        may_work: Callable[[], bool] = lambda: True,
    ) -> str:
        """Join, or go on after a stop or a cut; what is under way already is left in peace.

        Args:
            name: Of the federation.
            folder: Of labelled cases, for a node without approved cases of its own.
            device: To train on.
            pace: How long it waits for server and sites.
            may_work: Tells whether it may begin a round at this hour.

        Returns:
            The federation's id.

        Raises:
            StudyError: "wrong-stage" if the plan was not agreed to, "federation-certificate", "too-few-cases".
        """
        member = self._joining.member(name)
        federation = member.plan.id
        if (running := self._running.get(federation)) and running.collaborator.state not in FINAL:
            return federation
        if member.membership is not Membership.JOINED:
            raise StudyError("wrong-stage", "The plan has not been agreed to, or the certificate has not come yet.")
        home = self._members.folder(federation)
        ledger = Ledger(home / "ledger.jsonl")
        link = self._joining.link(federation, ledger.add)
        worker = Worker(
            self._bench,
            member,
            cases_of(self._workspace, member, folder),
            self._workspace.scratch / "federation" / federation,
            device,
            self._choices.get("jobs.threads"),
        )
        self._bench.open(federation)
        collaborator = Collaborator(
            member.plan,
            member.site,
            link,
            worker.score,
            worker.fit,
            Desk(home / "desk", keep=member.keep),
            ledger,
            lambda fact: self._post(federation, fact),
            pace,
            few=member.few,
            may_work=may_work,
        )
        self._running[federation] = _Running(collaborator, ledger)
        self._note("federation joined", federation, {"site": member.site})
        collaborator.start()
        return federation

    def _post(self, federation: str, fact: Standing | RoundRow) -> None:
        """Take a fact from the collaborator's thread."""
        self._running[federation].told.put(fact)
        self._wake()

    def pump(self) -> None:
        """Take in what the threads told and asked for."""
        self._bench.pump()
        for federation, running in self._running.items():
            changed = False
            while not running.told.empty():
                self._take(federation, running, running.told.get_nowait())
                changed = True
            if changed:
                self._bus.publish(FederationChanged(federation))

    def _take(self, federation: str, running: _Running, fact: Standing | RoundRow) -> None:
        if isinstance(fact, Standing):
            running.standing = fact
            return
        if fact.ended:
            details = {"round": fact.number, "sent": fact.sent, "ledger": running.ledger.head, "note": fact.note}
            self._note("federated round", federation, details)

    def standing(self, name: str = "") -> Standing | None:
        """Return where a federation stands in this process; None if it was not started here."""
        running = self._running.get(self._joining.member(name).plan.id)
        return running.standing if running else None

    def live(self) -> list[str]:
        """Return the federations whose thread runs."""
        return [name for name, running in self._running.items() if running.collaborator.state not in FINAL]

    def pause(self, name: str = "") -> None:
        """Pause after the round that is under way."""
        self._under_way(name).pause()

    def resume(self, name: str = "") -> None:
        """Go on after a pause."""
        self._under_way(name).resume()

    def pausing(self, name: str = "") -> bool:
        """Return whether a federation pauses, or will after the round that is under way."""
        running = self._running.get(self._joining.member(name).plan.id)
        return running is not None and running.collaborator.pausing

    def failed(self) -> list[str]:
        """Return the federations that go on only when a person has acted."""
        return [name for name, running in self._running.items() if running.standing.code]

    def _under_way(self, name: str) -> Collaborator:
        running = self._running.get(self._joining.member(name).plan.id)
        if running is None:
            raise StudyError("federation-unknown", "It is not under way in this window or command.")
        return running.collaborator

    def stop(self, name: str = "") -> None:
        """Stop within milliseconds; `start` goes on where it was."""
        member = self._joining.member(name)
        running = self._running.get(member.plan.id)
        if running is not None:
            running.collaborator.stop()
            self._bench.close(member.plan.id)
            running.collaborator.join(_LEAVE_S)
            self.pump()

    def leave(self, name: str = "") -> Member:
        """Stop and leave; what was learnt, the rounds and the ledger stay here. A person may join again."""
        member = self._joining.member(name)
        self.stop(member.plan.id)
        self._running.pop(member.plan.id, None)
        shutil.rmtree(self._workspace.scratch / "federation" / member.plan.id, ignore_errors=True)
        return self._joining.leave(member.plan.id)

    def close(self) -> None:
        """Stop every thread: the program ends."""
        for federation, running in self._running.items():
            running.collaborator.stop()
            self._bench.close(federation)
        for running in self._running.values():
            running.collaborator.join(_LEAVE_S)

    # --- what there was

    def rounds(self, name: str = "") -> list[RoundRow]:
        """Return the rounds this site has seen, oldest first."""
        return read_rows(self._members.folder(self._joining.member(name).plan.id) / "desk")

    def ledger(self, name: str = "") -> list[dict[str, Any]]:
        """Return every message that left or came, checked.

        Raises:
            StudyError: "damaged-workspace" if a line was changed or is missing.
        """
        return self.reading_ledger(name)()

    def reading_ledger(self, name: str = "") -> Callable[[], list[dict[str, Any]]]:
        """Return what reads the ledger, to be called in another thread: after many rounds it is long."""
        return partial(read_ledger, self._members.folder(self._joining.member(name).plan.id) / "ledger.jsonl")

    def export_ledger(self, name: str, target: Path) -> None:
        """Write the ledger to a file (CSV), for whoever asks what left.

        Raises:
            StudyError: "damaged-workspace", "disk-full", "read-only".
        """
        text = io.StringIO()
        writer = csv.DictWriter(text, _LEDGER_COLUMNS)
        writer.writeheader()
        writer.writerows(self.ledger(name))
        write_whole(target, text.getvalue().encode())

    def _note(self, action: str, federation: str, details: dict[str, Any]) -> None:
        with self._workspace.change("program", action, federation, details):
            pass  # the audit row is all there is to record
