"""Federating: a site's part in a federation, from the first round to the last.

The talk runs in a thread of this process that touches neither the database nor the window; what it tells is taken in
here, with an audit row for every round.
"""

import logging
import queue
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from fets_desktop.app import autostart
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.federation.bench import Bench
from fets_desktop.app.federation.joining import Joining
from fets_desktop.app.federation.past import Past
from fets_desktop.app.federation.work import Worker, cases_of, threads_for_rounds
from fets_desktop.app.job_board import JobBoard
from fets_desktop.federate.collaborator import Collaborator, Pace
from fets_desktop.federate.desk import Desk
from fets_desktop.federate.ledger import Ledger
from fets_desktop.federate.privacy import read_spent
from fets_desktop.federate.table import FINAL, State
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import Fact, FederationChanged, SettingChanged
from fets_desktop.study.federation import Member, Membership, RoundRow, Standing
from fets_desktop.study.hours import Hours

logger = logging.getLogger(__name__)

_LEAVE_S = 10.0
_STARTUP = "federation.startup"
_PATIENT = Pace()


@dataclass
class _Running:
    """A federation that is under way in this process."""

    collaborator: Collaborator
    ledger: Ledger
    told: "queue.SimpleQueue[Standing | RoundRow]" = field(default_factory=queue.SimpleQueue)
    standing: Standing = field(default_factory=lambda: Standing("connecting"))


class Federating(Past):
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
        super().__init__(joining)
        self._workspace = workspace
        self._bus = bus
        self._choices = choices
        self._wake = wake or (lambda: None)
        self._bench = Bench(board, bus, wake)
        self._running: dict[str, _Running] = {}
        self._faults: dict[str, Standing] = {}
        bus.subscribe(self._hear)

    def _hear(self, fact: Fact) -> None:
        if not isinstance(fact, SettingChanged) or fact.name != _STARTUP:
            return
        wanted = self._choices.get(_STARTUP)
        try:
            autostart.switch(wanted, self._workspace.folder)
        except StudyError:
            if wanted:
                # nobody shall believe that it holds
                self._choices.set(_STARTUP, False)
            raise

    # --- the rounds

    def start(
        self,
        name: str = "",
        *,
        folder: Path | None = None,
        device: str = "auto",
        pace: Pace = _PATIENT,
        paused: bool = False,
    ) -> str:
        """Join, or go on after a stop or a cut; what is under way already is left in peace.

        Args:
            name: Of the federation.
            folder: Of labelled cases, for a node without approved cases of its own.
            device: To train on.
            pace: How long it waits for server and sites.
            paused: Whether it waits, once it has connected, until a person resumes it.

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
        running = self._made(member, folder, device, pace)
        if paused:
            running.collaborator.pause()
        self._faults.pop(federation, None)
        self._members.want(federation, going=True, paused=paused)
        self._note("federation joined", federation, {"site": member.site})
        # last: what could not be noted is not under way, and can be started again
        self._running[federation] = running
        running.collaborator.start()
        return federation

    def _made(self, member: Member, folder: Path | None, device: str, pace: Pace) -> _Running:
        """Return what takes part for a member, not started yet."""
        federation = member.plan.id
        home = self._members.folder(federation)
        ledger = Ledger(home / "ledger.jsonl")
        link = self._joining.link(federation, ledger.add)
        worker = Worker(
            self._bench,
            member,
            cases_of(self._workspace, member, folder),
            self._workspace.scratch / "federation" / federation,
            device,
            lambda: threads_for_rounds(self._choices),
            lambda: read_spent(home / "desk"),
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
            may_work=lambda: self._opening() is None,
        )
        return _Running(collaborator, ledger)

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
            if fact.state == State.ENDED:
                self._members.want(federation, going=False)
            return
        if fact.ended:
            details = {"round": fact.number, "sent": fact.sent, "ledger": running.ledger.head, "note": fact.note}
            self._note("federated round", federation, details)

    def standing(self, name: str = "") -> Standing | None:
        """Return where a federation stands in this process; None if it was not started here."""
        federation = self._joining.member(name).plan.id
        running = self._running.get(federation)
        return running.standing if running else self._faults.get(federation)

    def live(self) -> list[str]:
        """Return the federations whose thread runs."""
        return [name for name, running in self._running.items() if running.collaborator.state not in FINAL]

    def pause(self, name: str = "") -> None:
        """Pause after the round that is under way; it is still paused when the program is opened again."""
        self._under_way(name).pause()
        self._members.want(self._joining.member(name).plan.id, paused=True)

    def resume(self, name: str = "") -> None:
        """Go on after a pause."""
        self._under_way(name).resume()
        self._members.want(self._joining.member(name).plan.id, paused=False)

    def pausing(self, name: str = "") -> bool:
        """Return whether a federation pauses, or will after the round that is under way."""
        running = self._running.get(self._joining.member(name).plan.id)
        return running is not None and running.collaborator.pausing

    def failed(self) -> list[str]:
        """Return the federations that go on only when a person has acted."""
        return [*(name for name, running in self._running.items() if running.standing.code), *self._faults]

    def _under_way(self, name: str) -> Collaborator:
        running = self._running.get(self._joining.member(name).plan.id)
        if running is None:
            raise StudyError("federation-unknown", "It is not under way in this window or command.")
        return running.collaborator

    def stop(self, name: str = "") -> None:
        """Stop within milliseconds, and do not go on by itself; `start` goes on where it was."""
        member = self._joining.member(name)
        self._members.want(member.plan.id, going=False)
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

    def follow(self) -> None:
        """Go on with whatever a person had going when the program ended, or the computer did."""
        for federation in self._members.wanted():
            if federation in self._running:
                continue
            try:
                self.start(federation, paused=self._members.agreed(federation).paused)
            except StudyError as error:
                logger.warning("a federation does not go on: %s", error.code)
                self._faults[federation] = Standing(State.FAILED, code=error.code, detail=error.detail)
                self._bus.publish(FederationChanged(federation))

    def opening(self) -> datetime | None:
        """Return when it may work again; None while it may."""
        return self._opening()

    def _opening(self) -> datetime | None:
        return Hours.parse(self._choices.get("federation.hours")).next_opening(datetime.now().astimezone())

    def close(self) -> None:
        """Stop every thread: the program ends. What goes on now does so again when it is opened."""
        for federation, running in self._running.items():
            running.collaborator.stop()
            self._bench.close(federation)
        for running in self._running.values():
            running.collaborator.join(_LEAVE_S)

    def _note(self, action: str, federation: str, details: dict[str, Any]) -> None:
        with self._workspace.change("program", action, federation, details):
            pass  # the audit row is all there is to record
