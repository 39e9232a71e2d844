"""Rehearsing: before a site joins, a worker takes a step of training and scores a case, to know what a round takes."""

from pathlib import Path
from typing import Any

from fets_desktop.app.choices import Choices
from fets_desktop.app.federation.cost import TITLE, RoundCost, round_check
from fets_desktop.app.federation.joining import Joining
from fets_desktop.app.federation.work import Cases, cases_of, threads_for_rounds
from fets_desktop.app.job_board import ENDED, JobBoard
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Check, Member, Role
from fets_desktop.study.plain import to_plain

TASK = "rehearse"
_NOT_MEASURED = "It could not be measured."
_PATIENCE_S = 1.0
"""It leaves nothing behind that would have to be put away."""


class Rehearsing:
    """Measures, and says what was found; in memory only, for the machine is another one tomorrow."""

    def __init__(self, workspace: Workspace, board: JobBoard, choices: Choices, joining: Joining) -> None:
        self._workspace, self._board, self._choices, self._joining = workspace, board, choices, joining
        self._cases: dict[str, Cases] = {}
        self._jobs: dict[str, str] = {}
        self._costs: dict[str, RoundCost] = {}
        self._lacking: dict[str, str] = {}
        board.on(
            TASK,
            self._measured,
            self._measured,
            low_priority=True,
            resumed=False,
            repeatable=True,
            private=self._private,
            patience_s=_PATIENCE_S,
        )

    def start(self, name: str = "", *, folder: Path | None = None, device: str = "auto") -> str:
        """Begin to measure; it ends by itself after a few minutes, whatever the machine.

        Args:
            name: Of the federation.
            folder: Of labelled cases, for a node without approved cases of its own.
            device: To train on.

        Returns:
            The job's id; "" if there are no cases to measure on, which `check` tells.
        """
        member = self._joining.member(name)
        federation = member.plan.id
        self._costs.pop(federation, None)
        self._jobs.pop(federation, None)
        try:
            cases = cases_of(self._workspace, member, folder)
        except StudyError as error:
            self._lacking[federation] = error.text.title
            return ""
        self._cases[federation] = cases
        arguments = {
            "federation": federation,
            "base": member.plan.base,
            "learning": to_plain(member.plan.learning),
            "tensors": to_plain(member.plan.tensors),
            "device": device,
            "threads": threads_for_rounds(self._choices),
            **_counts(member, cases),
        }
        self._jobs[federation] = self._board.start(TASK, "Measuring what a round takes", arguments)
        return self._jobs[federation]

    def _private(self, record: JobRecord) -> dict[str, Any]:
        """Return the cases: in a folder of others their names may name patients, and no record keeps them."""
        cases = self._cases[record.arguments["federation"]]
        return {"train": cases.train[:1], "validation": cases.validation[:1]}

    def _measured(self, record: JobRecord, found: dict[str, Any]) -> None:
        """Take what was found at the end, or told because it takes too long: then it is ended."""
        counts = {name: record.arguments[name] for name in ("steps", "scored", "workers")}
        cost = RoundCost(**counts, **found)
        self._costs[record.arguments["federation"]] = cost
        if cost.late:
            self._board.cancel(record.id)

    def cost(self, name: str = "") -> RoundCost | None:
        """Return what a round takes; None if it was not measured."""
        return self._costs.get(self._joining.member(name).plan.id)

    def check(self, name: str = "") -> Check | None:
        """Return what was found, in words; None while it is being measured, or before."""
        member = self._joining.member(name)
        federation = member.plan.id
        if cost := self._costs.get(federation):
            return round_check(cost, member.plan)
        job = self._jobs.get(federation)
        if job is None:
            why = self._lacking.get(federation)
            return Check(TITLE, False, f"{_NOT_MEASURED} {why}.", needed=False) if why else None
        if self._board.view(job).state not in ENDED:
            return None
        error = self._board.error(job)
        why = f"{_NOT_MEASURED} {error.text.title}. {error.detail}" if error else "It was not measured."
        return Check(TITLE, False, why, needed=False)

    def stop(self) -> None:
        """End what is being measured."""
        for record in self._board.under_way(TASK):
            self._board.cancel(record.id)


def _counts(member: Member, cases: Cases) -> dict[str, int]:
    """Return how often in a round a step is taken, a case is scored and a worker is started."""
    plan = member.plan
    trains = plan.role(member.site) is Role.TRAINS
    tasks = plan.tasks(member.site, 0)
    scorings = len(tasks) - trains if cases.validation else 0
    return {
        "steps": len(cases.train) * plan.learning.epochs if trains else 0,
        "scored": scorings * len(cases.validation),
        "workers": scorings + trains,
    }
