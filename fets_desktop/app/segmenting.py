"""Segmenting: a model proposes a label map for prepared cases; the proposal is a version like any other."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import advance
from fets_desktop.app.choices import Choices
from fets_desktop.app.clock import now
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.models import Models
from fets_desktop.app.preparing import STOP_S
from fets_desktop.store.records import JobRecord, StoredModel
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Event, Surgery
from fets_desktop.study.cleaning import CLEANING, kept_rules
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged


class Segmenting:
    """Starts proposals and publishes them."""

    def __init__(self, workspace: Workspace, bus: FactsBus, board: JobBoard, models: Models, choices: Choices) -> None:
        self._workspace = workspace
        self._bus = bus
        self._board = board
        self._models = models
        self._choices = choices
        board.on("segment", self._segmented, patience_s=STOP_S)

    def start(
        self, cases: Sequence[str], model: str | None = None, leave_out: Sequence[str] | None = None
    ) -> list[str]:
        """Let a model propose labels for prepared cases, one job each.

        Args:
            cases: Names of prepared cases.
            model: Id or name; the current model if None.
            leave_out: Names of rules out of `CLEANING` by which the proposal is not cleaned; those switched off in the
                settings if None.

        Raises:
            StudyError: "unknown-case", "wrong-stage" if a case is not prepared, "bad-model", "wrong-usage" if there is
                no such rule.
        """
        chosen = self._models.get(model) if model else self._models.current()
        if chosen is None:
            raise StudyError("bad-model", "No model has been chosen yet.")
        if chosen.retired:
            raise StudyError("bad-model", f"{chosen.id} is retired; bring it back first.")
        if leave_out is None:
            leave_out = [name for name in CLEANING if not self._choices.get(f"segment.{name}")]
        try:
            kept_rules(leave_out)
        except ValueError as error:
            raise StudyError("wrong-usage", str(error)) from error
        return [self._start(case, chosen, leave_out) for case in cases]

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

    def caution(self, case: str, model: str) -> str:
        """Return what a person must know before they believe what a model proposes for a case, "" if nothing.

        Raises:
            StudyError: "unknown-case", "bad-model".
        """
        return self._models.card(model).caution_for(self._workspace.case(case).surgery)

    def _start(self, case: str, model: StoredModel, leave_out: Sequence[str]) -> str:
        advance(self._workspace, case, Event.PROPOSE)
        arguments = {
            "leave_out": list(leave_out),
            "volumes": self._volumes(case),
            "model": str(model.path),
            "model_id": model.id,
            "threads": self._choices.get("jobs.threads"),
        }
        return self._board.start("segment", f"Segmenting {case}", arguments, case=case)

    def _volumes(self, case: str) -> dict[str, str]:
        products = self._workspace.products(case)
        return {str(c): str(products[name].path) for c in ALL_CONTRASTS if (name := f"prepared/{c}") in products}

    def _segmented(self, record: JobRecord, result: dict[str, Any]) -> None:
        case = record.case
        stage = advance(self._workspace, case, Event.PROPOSE)
        if record.arguments["volumes"] != self._volumes(case):
            raise StudyError("wrong-stage", "It was prepared anew meanwhile; let the model propose again.")
        stored = self._workspace.files.publish(Path(result["labels"]))
        versions = self._workspace.annotations(case)
        number = len(versions) + 1
        annotation = Annotation(
            f"{case}/{number}",
            case,
            number,
            f"model {record.arguments['model_id']}",
            None,
            stored.sha256,
            result["scheme"],
            now(),
            result["volumes_ml"],
        )
        with self._workspace.change(
            "program", "labels proposed", annotation.id, {"model": record.arguments["model_id"]}
        ) as c:
            c.put_annotation(annotation)
            details = {"seconds": result["seconds"], "cleaning": result.get("cleaning", {})}
            c.put_product(case, f"proposal/{record.arguments['model_id']}", stored, details)
            c.set_stage(case, stage)
        self._bus.publish(CaseChanged(case))
