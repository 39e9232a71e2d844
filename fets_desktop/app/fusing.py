"""Several models propose for a case, one after another, and their proposals become one.

A job a case. What a candidate proposes is written down as soon as it is there; what it has proposed before, of the same
images and by the same rules, is taken instead of running it again. A candidate that fails is told, the others go on.
"""

import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import advance
from fets_desktop.app.choices import Choices
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.pieces import Piece, of_proposing
from fets_desktop.app.preparing import STOP_S
from fets_desktop.app.proposals import (
    inputs_of,
    prepared_volumes,
    proposal,
    put_proposal,
    refuse_if_anew,
    standing,
)
from fets_desktop.app.segmenting import Segmenting
from fets_desktop.store.records import JobRecord, StoredModel
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Event
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged
from fets_desktop.study.fusing import FUSED, Fusion
from fets_desktop.study.origin import MODEL_AUTHOR
from fets_desktop.study.plain import to_plain

TASK = "segment_candidates"
_NOTED = ("seconds", "cleaning", "sure", "contradictory")
"""What is kept of a candidate's own proposal."""
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class FusedProposal:
    """What stands of a fusion for a case.

    Attributes:
        name: The proposal's name ("fused_staple@0123abcd").
        version: The id of the version it is.
        details: `method`, `per`, `members`, `failed`, `standings`, `contested`, `remark`, `seconds`.
        entropy: The files of the disagreement by region.
    """

    name: str
    version: str
    details: dict[str, Any]
    entropy: dict[str, Path]


class Fusing:
    """Starts candidates with their fusion, and publishes what comes of them."""

    def __init__(
        self, workspace: Workspace, bus: FactsBus, board: JobBoard, segmenting: Segmenting, choices: Choices
    ) -> None:
        self._workspace = workspace
        self._bus = bus
        self._board = board
        self._segmenting = segmenting
        self._choices = choices
        self._failed: dict[str, list[dict[str, str]]] = {}
        self._lost: dict[str, StudyError] = {}
        self._done: dict[str, tuple[str, str]] = {}
        board.on(TASK, self._fused, self._told, private=self._known, patience_s=STOP_S)

    def start(
        self, cases: Sequence[str], models: Sequence[str], fusion: Fusion, leave_out: Sequence[str] | None = None
    ) -> list[str]:
        """Let models propose for prepared cases and fuse what they propose, one job a case.

        Args:
            cases: Names of prepared cases.
            models: Ids or names.
            fusion: How.
            leave_out: As `Segmenting.start`.

        Returns:
            The jobs' ids, in the order of the cases.

        Raises:
            StudyError: "unknown-case", "wrong-stage" if a case is not prepared, "bad-model", "wrong-usage" if there is
                no such rule.
        """
        chosen = {model.id: model for model in map(self._segmenting.in_use, models)}
        if not chosen:
            raise StudyError("bad-model", "No model was named.")
        left_out = self._segmenting.rules_left_out(leave_out)
        return [self._start(case, list(chosen.values()), fusion, left_out) for case in cases]

    def _start(self, case: str, models: Sequence[StoredModel], fusion: Fusion, leave_out: Sequence[str]) -> str:
        advance(self._workspace, case, Event.PROPOSE)
        arguments = {
            "models": [{"id": model.id, "path": str(model.path)} for model in models],
            "fusion": to_plain(fusion),
            "volumes": prepared_volumes(self._workspace, case),
            "leave_out": list(leave_out),
            "threads": self._choices.get("jobs.threads"),
        }
        return self._board.start(TASK, f"Segmenting {case}", arguments, case=case)

    def usual(self) -> tuple[list[str], Fusion] | None:
        """Return which models propose together by themselves, and how they are fused; None if the current one does."""
        wanted = [name.strip() for name in str(self._choices.get("segment.candidates")).split(",") if name.strip()]
        found: dict[str, None] = {}
        for name in wanted:
            # one that was retired since, or never came, keeps nobody from the others
            with suppress(StudyError):
                found[self._segmenting.in_use(name).id] = None
        if len(found) < 2:
            return None
        return list(found), Fusion(self._choices.get("segment.fusion"), self._choices.get("segment.per"))

    def start_usual(self, case: str) -> str:
        """Let those propose for a case that propose by themselves: several together, or the current model.

        Returns:
            The job's id.

        Raises:
            StudyError: As `start`.
        """
        if together := self.usual():
            return self.start([case], *together)[0]
        return self._segmenting.start([case])[0]

    def _known(self, record: JobRecord) -> dict[str, Any]:
        """Return what candidates have proposed before of the same images, by the same rules."""
        inputs = inputs_of(self._workspace, record.case, record.arguments["leave_out"])
        found = {}
        for model in record.arguments["models"]:
            if product := standing(self._workspace, record.case, model["id"], inputs):
                found[model["id"]] = {"path": str(product.path), "scheme": self._scheme(record.case, product.sha256)}
        new = [model["id"] for model in record.arguments["models"] if model["id"] not in found]
        self._board.pace.plan(record.id, of_proposing(new, fused=True))
        return {"known": found}

    def usual_pieces(self) -> list[Piece]:
        """Return the pieces of a job in which those propose for a case that propose by themselves, [] without any."""
        if together := self.usual():
            return of_proposing(together[0], fused=True)
        with suppress(StudyError):
            return of_proposing([self._segmenting.in_use(None).id], fused=False)
        return []

    def _scheme(self, case: str, sha256: str) -> str:
        return next(v.scheme for v in reversed(self._workspace.annotations(case)) if v.sha256 == sha256)

    def _told(self, record: JobRecord, fact: dict[str, Any]) -> None:
        """Write down what a candidate proposed, or that it failed."""
        # how quickly one fails tells nothing
        self._board.pace.step_ended(record.id, fact["model"], 0.0 if "code" in fact else None)
        if "code" in fact:
            self._failed.setdefault(record.id, []).append(fact)
            return
        try:
            refuse_if_anew(self._workspace, record.case, record.arguments["volumes"])
            inputs = inputs_of(self._workspace, record.case, record.arguments["leave_out"])
            details = {key: fact[key] for key in _NOTED if key in fact} | {"inputs": inputs}
            put_proposal(self._workspace, record.case, fact["model"], fact, details)
        except StudyError as error:
            # the end of the job tells it; there is nobody else to tell
            self._lost[record.id] = error
            return
        self._bus.publish(CaseChanged(record.case))

    def _fused(self, record: JobRecord, result: dict[str, Any]) -> None:
        if error := self._lost.pop(record.id, None):
            raise error
        refuse_if_anew(self._workspace, record.case, record.arguments["volumes"])
        fusion = Fusion(**record.arguments["fusion"])
        maker = fusion.name(result["members"])
        details = {key: result[key] for key in ("members", "failed", "standings", "contested", "remark", "seconds")}
        details |= {**record.arguments["fusion"], "sources": self._sources(record.case, result["members"])}
        before = proposal(self._workspace, record.case, maker)
        if before is None or before.details.get("sources") != details["sources"]:
            beside = {f"entropy/{region}": Path(path) for region, path in result["entropy"].items()}
            put_proposal(self._workspace, record.case, maker, result, details, beside)
        self._done[record.id] = (record.case, maker)
        self._bus.publish(CaseChanged(record.case))

    def _sources(self, case: str, members: Sequence[str]) -> dict[str, str]:
        """Return the hashes of what was fused: the same of the same is no new version."""
        found = {name: proposal(self._workspace, case, name) for name in members}
        return {name: product.sha256 for name, product in found.items() if product}

    def failed(self, job: str) -> list[dict[str, str]]:
        """Return the candidates of a job that failed: `model`, `code` and `detail` of each."""
        return self._failed.get(job, [])

    def of_job(self, job: str) -> FusedProposal:
        """Return what a finished job made, or found to stand already."""
        case, maker = self._done[job]
        return next(one for one in self.proposals(case) if one.name == maker)

    def proposals(self, case: str) -> list[FusedProposal]:
        """Return what stands of fusions for a case as it is prepared now, the newest first."""
        products = self._workspace.products(case)
        makers: Mapping[str, str] = {
            v.author.removeprefix(MODEL_AUTHOR): v.id
            for v in self._workspace.annotations(case)
            if v.author.startswith(f"{MODEL_AUTHOR}{FUSED}")
        }
        found = []
        for maker, version in makers.items():
            if product := products.get(f"proposal/{maker}"):
                begin = f"proposal/{maker}/entropy/"
                entropy = {name.removeprefix(begin): p.path for name, p in products.items() if name.startswith(begin)}
                found.append(FusedProposal(maker, version, dict(product.details), entropy))
        return sorted(found, key=lambda one: -int(one.version.rpartition("/")[2]))

    def standing(self, case: str, models: Sequence[str], fusion: Fusion) -> FusedProposal | None:
        """Return the fusion of these models if it stands and is what would come out again."""
        for one in self.proposals(case):
            same = (one.details["method"], one.details["per"]) == (fusion.method, fusion.per)
            if same and set(one.details["members"]) == {self._segmenting.in_use(name).id for name in models}:
                return one
        return None
