"""A federation in memory: a member, its rounds, a ledger, checks; and the deeds a screen asks for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from math import exp
from pathlib import Path
from typing import Any

from fets_desktop.app.federation.words import leaves, under_way
from fets_desktop.app.job_board import JobView
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import FederationChanged, JobChanged
from fets_desktop.study.federation import (
    TRAIN,
    Check,
    Ethics,
    Leaving,
    Member,
    Membership,
    Plan,
    RoundRow,
    Standing,
    TensorShape,
)
from fets_desktop.study.privacy import Privacy

OWNER, OWN = "4f1c-90ab-77d2-e15c-0b8e-6a43-92fd-c7e0", "a3d9-51c7-0e42-bb16-f8d0-2c95-7741-6be3"
PLAN = Plan(
    "Glioma 2026",
    "fl.example.org:50051",
    ("north", "south", "oslo"),
    ("west",),
    "0" * 64,
    tuple(TensorShape(f"level{n}.weight", (364, 1000)) for n in range(80)),
    contact="Dr. Berg, +47 00 00 00 00",
    purpose="outlines of gliomas before surgery",
)
TAKES = Check("A round", True, "About 42.0 min, without the transfer.", needed=False)
CHECKS = [
    Check("Certificate", True, "Valid for 364 days."),
    Check("Proxy", True, "None is set.", needed=False),
    Check("Server", False, "The server does not answer; a firewall may be in between."),
    Check("Disk", True, "120.4 GiB are free; up to 8.9 GiB are needed."),
    Check("Memory", False, "3.1 GiB are free; training wants 4 GiB or more.", needed=False),
    Check("Cases", True, "16 train, 4 validate."),
]


def rows_of(number: int) -> list[RoundRow]:
    """So many rounds; the last one goes on."""
    rows = []
    for n in range(number):
        rise = 1 - exp(-n / 9)
        common = {"ET": 0.52 + 0.26 * rise, "TC": 0.55 + 0.27 * rise, "WT": 0.68 + 0.2 * rise}
        common["mean"] = sum(common.values()) / 3
        own = {region: value - 0.03 + 0.01 * (n % 3) for region, value in common.items()}
        goes_on = n == number - 1
        ended = "" if goes_on else f"2026-10-{n // 24 + 1:02d}T{n % 24:02d}:04:00+00:00"
        loss = None if goes_on else 0.9 * exp(-n / 14) + 0.2
        seconds, sent = 1980.0 + 40 * (n % 4), 0 if goes_on else 116_500_000
        note = "The server did not take it: it came too late." if n == 6 else ""
        rows.append(RoundRow(n, common, {} if goes_on else own, loss, sent, 116_600_000, seconds, ended, note))
    return rows


class FakeFederation:
    """What a hall's `joining` and `federating` answer.

    Args:
        hall: Whose bus hears what changes, and whose calls are noted.
    """

    def __init__(self, hall: Any) -> None:
        self._hall = hall
        self.known: dict[str, Member] = {}
        self.rows: list[RoundRow] = []
        self.lines: list[dict[str, Any]] = []
        self.checks: list[Check] = list(CHECKS)
        self.stands: Standing | None = None
        self.will_pause = False
        self.locked = False
        self.opens: datetime | None = None
        self.ledger_fault: StudyError | None = None
        hall.rehearsing = self.rehearsing = FakeRehearsing(hall)

    # --- what tests put in

    def put(self, membership: Membership, **changes: Any) -> Member:
        """Let the site be so far."""
        asked, here = membership is not Membership.INVITED, membership in (Membership.CERTIFIED, Membership.JOINED)
        fields = {"own_fingerprint": OWN if asked else "", "days_left": 364 if here else None, **changes}
        if membership is Membership.JOINED:
            fields.setdefault("ethics", Ethics("REK 2026/417", "2026-02-11"))
        plan = fields.pop("plan", PLAN)
        self.known[plan.id] = Member("oslo", plan, membership, OWNER, **fields)
        self._told(plan.id)
        return self.known[plan.id]

    def at_work(self, rounds: int, standing: Standing | None = None) -> None:
        """Let it be joined and in some round."""
        self.rows = rows_of(rounds)
        self.stands = standing or Standing("working", rounds - 1, TRAIN)
        for row in self.rows:
            for way, kind, size, times in (
                ("sent", "GetTasks", 160, 3),
                ("received", "GetTasks", 210, 3),
                ("sent", "GetAggregatedTensor", 190, 80),
                ("received", "GetAggregatedTensor", row.received // 80, 80),
                ("sent", "SendLocalTaskResults", row.sent // 3, 3),
            ):
                self.lines += [{"way": way, "kind": kind, "size": size}] * times
        self.put(Membership.JOINED)

    def tell(self, standing: Standing, *rows: RoundRow) -> None:
        """Let it tell where it stands."""
        self.stands = standing
        self.rows += rows
        self._told(PLAN.id)

    def _told(self, federation: str) -> None:
        self._hall.bus.publish(FederationChanged(federation))

    # --- joining

    def members(self) -> list[Member]:
        if self.locked:
            raise StudyError("locked-secrets")
        return list(self.known.values())

    def joined(self) -> list[str]:
        return [m.plan.name for m in self.known.values() if m.membership is Membership.JOINED]

    def going_on(self) -> list[str]:
        return self.joined()

    def open(self, path: Path) -> Member:
        self._hall._maybe_fail()
        return self.put(Membership.INVITED)

    def leaving(self, name: str) -> list[Leaving]:
        member = self.known[name]
        return leaves(member.plan, member.site, member.privacy)

    def request(self, name: str, target: Path) -> Member:
        if error := self._hall.fail:
            self._hall.fail = None
            raise error
        self._hall.calls.append(("request", name, target))
        return self.put(Membership.REQUESTED)

    def accept(self, path: Path) -> Member:
        self._hall._maybe_fail()
        return self.put(Membership.CERTIFIED)

    def looking(self, name: str) -> Callable[[], list[Check]]:
        return lambda: list(self.checks)

    def agree(
        self, name: str, ethics: Ethics, *, few: bool = False, keep: bool = True, privacy: Privacy | None = None
    ) -> Member:
        self._hall.calls.append(("agree", name, ethics, few, keep, *([privacy] if privacy else [])))
        return self.put(Membership.JOINED, ethics=ethics, few=few, keep=keep, privacy=privacy)

    def accounting(self, privacy: Privacy, updates: int) -> Callable[[], float]:
        return lambda: 100.0 * updates / privacy.noise

    # --- federating

    def start(self, name: str) -> str:
        self._hall.calls.append(("start federation", name))
        self._hall._maybe_fail()
        self.tell(Standing("connecting"))
        return name

    def standing(self, name: str) -> Standing | None:
        return self.stands

    def live(self) -> list[str]:
        return [PLAN.id] if under_way(self.stands) else []

    def follow(self) -> None:
        self._hall.calls.append(("follow",))

    def opening(self) -> datetime | None:
        return self.opens

    def pausing(self, name: str) -> bool:
        return self.will_pause

    def failed(self) -> list[str]:
        return [PLAN.id] if self.stands and self.stands.code else []

    def pause(self, name: str) -> None:
        self.will_pause = True

    def resume(self, name: str) -> None:
        self.will_pause = False

    def leave(self, name: str) -> Member:
        self.stands = None
        return self.put(Membership.LEFT, days_left=364)

    def rounds(self, name: str) -> list[RoundRow]:
        return list(self.rows)

    def reading_ledger(self, name: str) -> Callable[[], list[dict[str, Any]]]:
        return self._read_ledger

    def _read_ledger(self) -> list[dict[str, Any]]:
        if self.ledger_fault:
            raise self.ledger_fault
        return list(self.lines)

    def export_ledger(self, name: str, target: Path) -> None:
        self._hall._maybe_fail()
        self._hall.calls.append(("export_ledger", name, target))


class FakeRehearsing:
    """Measures for as long as a test wants.

    Args:
        hall: Whose bus hears the end, and whose calls are noted.
    """

    def __init__(self, hall: Any) -> None:
        self._hall = hall
        self.found: Check | None = None

    def start(self, name: str) -> str:
        self.found = None
        self._hall.views["rehearsal"] = JobView("rehearsal", "rehearse", "Measuring what a round takes", "", "running")
        self._hall.calls.append(("rehearse", name))
        return "rehearsal"

    def end(self, found: Check, state: str = "done") -> None:
        """Let it come to its end."""
        self.found = found
        self._hall.views["rehearsal"] = replace(self._hall.views["rehearsal"], state=state)
        self._hall.bus.publish(JobChanged("rehearsal"))

    def check(self, name: str) -> Check | None:
        return self.found

    def stop(self) -> None:
        self._hall.calls.append(("stop rehearsing",))


def renamed(plan: Plan, name: str) -> Plan:
    """The same plan of another federation."""
    return replace(plan, name=name)
