"""Forgetting a patient: everything this workspace has of a case is destroyed, and what it cannot reach is told."""

import logging
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.identities import Identities
from fets_desktop.app.job_board import ENDED
from fets_desktop.app.models import PUBLISHED
from fets_desktop.app.orders import Orders
from fets_desktop.app.review_packages.sending_out import DEED as HANDED
from fets_desktop.store.audit import canonical
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseForgotten, SplitChanged

_ELSEWHERE = {"case exported": "exported", "results sent": "sent to a PACS", HANDED: "handed out for review"}

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Forgotten:
    """What was destroyed, and what lies where the program cannot reach it.

    Attributes:
        cases: Names of the cases that are gone.
        patient: Whether the patient is gone with the last of them, from the table of patients too.
        versions: Versions of label maps that are gone.
        files: Stored files that are gone.
        bytes: Their sizes together.
        models: Ids of the models that were trained or scored on one of the cases; they know it still.
        elsewhere: How often each of the cases was "exported" or "sent to a PACS": those copies stay.
    """

    cases: tuple[str, ...]
    patient: bool
    versions: int = 0
    files: int = 0
    bytes: int = 0
    models: tuple[str, ...] = ()
    elsewhere: dict[str, int] = field(default_factory=dict)


class Forgetting:
    """Destroys what the workspace has of a case or of a patient."""

    def __init__(self, workspace: Workspace, bus: FactsBus, reviewing: Reviewing, identities: Identities) -> None:
        self._workspace = workspace
        self._bus = bus
        self._reviewing = reviewing
        self._identities = identities
        self._orders = Orders(workspace.scratch)

    def outlook(self, case: str, *, whole_patient: bool = False) -> Forgotten:
        """Return what `forget` would take and leave, without its counts, so that a person can be asked.

        Raises:
            StudyError: "unknown-case".
        """
        asked = self._workspace.case(case)
        kin = [one.id for one in self._workspace.cases() if one.patient == asked.patient]
        cases = tuple(kin) if whole_patient else (case,)
        return Forgotten(cases, len(cases) == len(kin), models=self._models_of(cases), elsewhere=self._elsewhere(cases))

    def forget(self, case: str, *, whole_patient: bool = False) -> Forgotten:
        """Destroy a case: its records, files, edits and scratch; and with its patient's last case who the patient is.

        The audit keeps a tombstone under the case's pseudonym. A split loses the case and nobody else changes sides.

        Args:
            case: Its name.
            whole_patient: Whether every time point of its patient goes too.

        Raises:
            StudyError: "unknown-case"; "wrong-stage" while a job works with it or it is open for review;
                "locked-secrets" or another fault of the table of patients: nothing is forgotten then; "disk-full" or
                "read-only".
        """
        plan = self.outlook(case, whole_patient=whole_patient)
        self._refuse_what_is_in_use(plan.cases)
        patient = self._workspace.case(case).patient
        if plan.patient:
            # first who it is: if the table cannot be opened, nothing at all has happened
            self._identities.forget(patient)
        versions = files = size = 0
        for name in plan.cases:
            self._clear_sources(name)
            beside = [f"scratch/prepare/{name}", *self._workspace.journal_paths(name)]
            details = {"models": list(plan.models), "patient": plan.patient}
            with self._workspace.change("person", "case forgotten", name, details) as change:
                gone = change.drop_case(name, beside)
            versions, files, size = versions + gone.versions, files + gone.files, size + gone.bytes
        self._workspace.destroy_doomed()
        for name in plan.cases:
            shutil.rmtree(self._workspace.bench / "prepare" / name, ignore_errors=True)
            self._bus.publish(CaseForgotten(name))
        self._bus.publish(SplitChanged())
        logger.info("%d cases forgotten", len(plan.cases))
        return Forgotten(plan.cases, plan.patient, versions, files, size, plan.models, plan.elsewhere)

    def _refuse_what_is_in_use(self, cases: Sequence[str]) -> None:
        for job in self._workspace.jobs():
            if job.state not in ENDED and any(case in canonical(job) for case in cases):
                raise StudyError("wrong-stage", f'The job "{job.title}" works with it; wait for it or cancel it.')
        if any(self._is_open(case) for case in cases):
            raise StudyError("wrong-stage", "It is open for review; leave it first.")

    def _is_open(self, case: str) -> bool:
        try:
            return self._reviewing.reader(case) is None
        except StudyError:
            return False  # what is not prepared cannot be open

    def _clear_sources(self, case: str) -> None:
        """Remove what a conversion that was stopped left to be taken up again."""
        while (sources := self._orders.waiting_sources(case)) is not None:
            self._orders.converted(sources)

    def _models_of(self, cases: Sequence[str]) -> tuple[str, ...]:
        rows = [row for row in self._workspace.audit(limit=1 << 30) if row.action == PUBLISHED]
        saw = {row.subject for row in rows if set(cases) & set(row.details.get("saw", ()))}
        return tuple(model.id for model in self._workspace.models() if model.id in saw)

    def _elsewhere(self, cases: Sequence[str]) -> dict[str, int]:
        rows = self._workspace.audit(limit=1 << 30)
        return dict(Counter(_ELSEWHERE[r.action] for r in rows if r.subject in cases and r.action in _ELSEWHERE))


def forgotten_words(gone: Forgotten) -> list[str]:
    """Return in words what was destroyed and what lies elsewhere still, a line each."""
    lines = [f"Forgotten: {', '.join(gone.cases)}; {gone.files} files, {gone.bytes / 1e6:.0f} MB."]
    if gone.patient:
        lines.append("Who the patient was is destroyed too, where a table of patients was kept.")
    lines += left_words(gone)
    return lines


def left_words(gone: Forgotten) -> list[str]:
    """Return in words what the program cannot reach, a line each; none if there is nothing."""
    lines = [
        f"It was {how} {'once' if times == 1 else f'{times} times'}: those copies are not touched."
        for how, times in sorted(gone.elsewhere.items())
    ]
    if gone.models:
        lines.append(f"Models that learnt from it or were scored on it, and stay: {', '.join(gone.models)}.")
    return lines
