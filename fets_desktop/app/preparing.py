"""Preparing: the recipe runs in a worker; what it made is published and the case moves on."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import advance
from fets_desktop.app.choices import Choices
from fets_desktop.app.job_board import JobBoard
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Event, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import CaseChanged
from fets_desktop.study.finding import Finding
from fets_desktop.study.plain import from_plain

STOP_S = 0.7
"""An engine's call may last half a minute and hears nothing; every file of a preparation is whole or absent."""

_REMEMBERED = 20


class Preparing:
    """Brings cases to the atlas grid, brain extracted, with findings and pictures of every step."""

    def __init__(self, workspace: Workspace, bus: FactsBus, board: JobBoard, choices: Choices) -> None:
        self._workspace = workspace
        self._bus = bus
        self._board = board
        self._choices = choices
        board.on("prepare", self._prepared, patience_s=STOP_S, private=self._measured)

    def start(self, cases: Sequence[str]) -> list[str]:
        """Prepare cases, one job each; steps whose inputs did not change are not done again.

        Returns:
            The jobs' ids, in the order of the cases.

        Raises:
            StudyError: "unknown-case"; "missing-contrast" or "doubtful-contrast" if a contrast is not certain;
                "wrong-stage" if a case is excluded or not converted yet.
        """
        return [self._start(case) for case in cases]

    def _start(self, name: str) -> str:
        case = self._workspace.case(name)
        if case.stage is Stage.EXCLUDED:
            raise StudyError("wrong-stage", "It is excluded.")
        if missing := case.missing:
            doubtful = any(series.proposal in missing and not series.set_aside for series in case.series)
            raise StudyError("doubtful-contrast" if doubtful else "missing-contrast", f"Without: {', '.join(missing)}.")
        if case.stage is Stage.NEW:
            raise StudyError("wrong-stage", "Its series are not converted yet.")
        arguments = {
            "sources": self._sources(name),
            "folder": str(self._workspace.scratch / "prepare" / name),
            "threads": self._choices.get("jobs.threads"),
        }
        return self._board.start("prepare", f"Preparing {name}", arguments, case=name)

    def _sources(self, name: str) -> dict[str, str]:
        case, products = self._workspace.case(name), self._workspace.products(name)
        return {str(c): str(products[f"series/{s.id}"].path) for c in ALL_CONTRASTS if (s := case.chosen(c))}

    def _measured(self, record: JobRecord) -> dict[str, Any]:
        """Return how long each step took on this machine, in the cases that were prepared before."""
        took: dict[str, list[float]] = defaultdict(list)
        for case in self._workspace.cases():
            for finding in self._workspace.findings(case.id):
                if finding.seconds > 0:
                    took[finding.step].append(finding.seconds)
        shares = {step: median(seconds[-_REMEMBERED:]) for step, seconds in took.items()}
        if "atlas" in shares:
            self._board.pace.expect("prepare", sum(shares.values()))
        return {"shares": shares}

    def _prepared(self, record: JobRecord, result: dict[str, Any]) -> None:
        if record.arguments["sources"] != self._sources(record.case):
            raise StudyError(
                "wrong-stage", "Its contrasts were changed meanwhile; it is prepared again from the new ones."
            )
        files = self._workspace.files
        stage = self._workspace.case(record.case).stage
        after = advance(self._workspace, record.case, Event.PREPARE) if stage is Stage.CONVERTED else stage
        with self._workspace.change("program", "case prepared", record.case, {"recipe": result["recipe"]}) as change:
            for made in ("prepared/", "head/", "transform/", "picture/", "brain_mask", "provenance"):
                change.drop_products(record.case, made)
            for name, file in result["products"].items():
                path = Path(file)
                suffix = ".nii.gz" if path.name.endswith(".nii.gz") else path.suffix
                change.put_product(record.case, name, files.publish(path, suffix))
            change.put_findings(record.case, [from_plain(Finding, finding) for finding in result["findings"]])
            change.set_stage(record.case, after)
        self._bus.publish(CaseChanged(record.case))

    def picture(self, case: str, step: str) -> Path | None:
        """Return the picture of a step, None if there is none."""
        product = self._workspace.products(case).get(f"picture/{step}")
        return product.path if product else None
