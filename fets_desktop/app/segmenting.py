"""Segmenting: a model proposes a label map for prepared cases; the proposal is a version like any other."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import advance
from fets_desktop.app.choices import Choices
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.models import Models
from fets_desktop.app.pieces import of_proposing
from fets_desktop.app.preparing import STOP_S
from fets_desktop.app.proposals import inputs_of, prepared_volumes, proposal, put_proposal, refuse_if_anew
from fets_desktop.store.records import JobRecord, StoredModel
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Event, Surgery
from fets_desktop.study.cleaning import CLEANING, kept_rules
from fets_desktop.study.cut_off import cut_off
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged
from fets_desktop.study.finding import Finding, Grade
from fets_desktop.study.origin import MODEL_AUTHOR
from fets_desktop.study.unsure import unsure_words


@dataclass(frozen=True)
class Undecided:
    """Where a model was undecided about a case.

    Attributes:
        model: Its id.
        version: The version it proposed.
        look_first: By region the axial slices to look at first, the worst first, with how many mm2 wholly undecided
            voxels would make up their doubt. Empty where it was sure.
    """

    model: str
    version: str
    look_first: dict[str, list[tuple[int, float]]]


_PROPOSE = ("segment", "segment_candidates")


class Segmenting:
    """Starts proposals and publishes them."""

    def __init__(self, workspace: Workspace, bus: FactsBus, board: JobBoard, models: Models, choices: Choices) -> None:
        self._workspace = workspace
        self._bus = bus
        self._board = board
        self._models = models
        self._choices = choices
        board.on("segment", self._segmented, patience_s=STOP_S, private=self._planned)

    def start(
        self,
        cases: Sequence[str],
        model: str | None = None,
        leave_out: Sequence[str] | None = None,
        *,
        uncertainty: bool = False,
    ) -> list[str]:
        """Let a model propose labels for prepared cases, one job each.

        Args:
            cases: Names of prepared cases.
            model: Id or name; the current model if None.
            leave_out: Names of rules out of `CLEANING` by which the proposal is not cleaned; those switched off in the
                settings if None.
            uncertainty: Whether maps of where the model is undecided are kept beside the proposal, and the slices to
                look at first.

        Raises:
            StudyError: "unknown-case", "wrong-stage" if a case is not prepared, "bad-model", "wrong-usage" if there is
                no such rule.
        """
        chosen, left_out = self.in_use(model), self.rules_left_out(leave_out)
        return [self._start(case, chosen, left_out, uncertainty) for case in cases]

    def say_surgery(self, cases: Sequence[str], surgery: Surgery) -> None:
        """Keep with cases what a person says: whether they were scanned before or after surgery.

        Raises:
            StudyError: "unknown-case".
        """
        for case in cases:
            if self._workspace.case(case).surgery is not surgery:
                with self._workspace.change("person", "surgery said", case, {"surgery": surgery}) as change:
                    change.set_surgery(case, surgery)
                self._bus.publish(CaseChanged(case))

    def is_on_its_way(self, case: str) -> bool:
        """Whether a proposal is being made of the very images that a case has now, by whichever models."""
        live = [record for task in _PROPOSE for record in self._board.under_way(task) if record.case == case]
        # the paths hold the images' hashes; they are others once the case was prepared anew, or the workspace moved
        return any(record.arguments["volumes"] == prepared_volumes(self._workspace, case) for record in live)

    def doubts(self, case: str) -> list[Finding]:
        """Return what speaks against whatever is proposed for a case: images graded bad, a tumour that may be cut."""
        found = self._workspace.findings(case)
        bad = [finding for finding in found if finding.grade is Grade.BAD]
        return [*bad, *cut_off(finding for finding in found if finding not in bad)]

    def caution(self, case: str, *models: str) -> str:
        """Return what a person must know before they believe what models propose for a case, "" if nothing.

        Raises:
            StudyError: "unknown-case", "bad-model".
        """
        surgery = self._workspace.case(case).surgery
        told = dict.fromkeys(self._models.card(model).caution_for(surgery) for model in models)
        return " ".join(caution for caution in told if caution)

    def unsure(self, case: str, model: str) -> str:
        """Return why what a model proposed last for a case deserves doubt as a whole, "" if nothing says so."""
        found = proposal(self._workspace, case, model)
        return unsure_words(found.details) if found is not None else ""

    def findings(self, case: str) -> list[Finding]:
        """Return what is worth a look about the newest version of a case's labels, if a model proposed it."""
        newest = self._workspace.annotations(case)[-1:]
        models = [v.author.removeprefix(MODEL_AUTHOR) for v in newest if v.author.startswith(MODEL_AUTHOR)]
        words = [told for model in models if (told := self.unsure(case, model))]
        return [Finding("unsure", "Whether it is a tumour", Grade.LOOK, text) for text in words]

    def undecided(self, case: str) -> Undecided | None:
        """Return where the model that proposed last was undecided; None if it was not asked, or no model proposed."""
        versions = self._workspace.annotations(case)
        last = next((v for v in reversed(versions) if v.author.startswith(MODEL_AUTHOR)), None)
        if last is None:
            return None
        model = last.author.removeprefix(MODEL_AUTHOR)
        product = proposal(self._workspace, case, model)
        if product is None or "look_first" not in product.details:
            return None
        looks = product.details["look_first"]
        first = {region: [(int(index), float(area)) for index, area in slices] for region, slices in looks.items()}
        return Undecided(model, last.id, first)

    def rules_left_out(self, leave_out: Sequence[str] | None) -> list[str]:
        """Return the cleaning rules that are left out: those given, else those switched off in the settings.

        Raises:
            StudyError: "wrong-usage" if there is no such rule.
        """
        if leave_out is None:
            return [name for name in CLEANING if not self._choices.get(f"segment.{name}")]
        try:
            kept_rules(leave_out)
        except ValueError as error:
            raise StudyError("wrong-usage", str(error)) from error
        return list(leave_out)

    def in_use(self, model: str | None) -> StoredModel:
        """Return a model that may propose: by id or name, the current one if None.

        Raises:
            StudyError: "bad-model".
        """
        chosen = self._models.get(model) if model else self._models.current()
        if chosen is None:
            raise StudyError("bad-model", "No model has been chosen yet.")
        if chosen.retired:
            raise StudyError("bad-model", f"{chosen.id} is retired; bring it back first.")
        return chosen

    def _start(self, case: str, model: StoredModel, leave_out: Sequence[str], uncertainty: bool) -> str:
        advance(self._workspace, case, Event.PROPOSE)
        arguments = {
            "leave_out": list(leave_out),
            "volumes": prepared_volumes(self._workspace, case),
            "model": str(model.path),
            "model_id": model.id,
            "threads": self._choices.get("jobs.threads"),
            "uncertainty": uncertainty,
        }
        return self._board.start("segment", f"Segmenting {case}", arguments, case=case)

    def _planned(self, record: JobRecord) -> dict[str, Any]:
        """Let the forecast go by what such proposals took; the worker gets nothing by it."""
        self._board.pace.plan(record.id, of_proposing([record.arguments["model_id"]], fused=False))
        return {}

    def _segmented(self, record: JobRecord, result: dict[str, Any]) -> None:
        case, arguments = record.case, record.arguments
        refuse_if_anew(self._workspace, case, arguments["volumes"])
        details = {
            "seconds": result["seconds"],
            "cleaning": result.get("cleaning", {}),
            "sure": result.get("sure"),
            "contradictory": result.get("contradictory", 0.0),
            "inputs": inputs_of(self._workspace, case, arguments.get("leave_out", ())),
        }
        if looks := result.get("look_first"):
            details["look_first"] = looks
        beside = {f"uncertainty/{region}": Path(path) for region, path in result.get("uncertainty", {}).items()}
        put_proposal(self._workspace, case, arguments["model_id"], result, details, beside)
        self._bus.publish(CaseChanged(case))
