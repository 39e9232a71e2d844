"""Quantizing: a model is made small and quick anew, calibrated and judged on this site's own labelled cases."""

import json
from pathlib import Path
from typing import Any

from fets_desktop.app.choices import Choices
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.models import Models
from fets_desktop.app.orders import Orders
from fets_desktop.app.training import approved_case, folder_cases, sides
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError

CALIBRATION_CASES = 4
_SUFFIX = "-quantized"
_FEWEST = 2


class Quantizing:
    """Starts the quantization of models whose trainable weights are here, and publishes what comes of it."""

    def __init__(self, workspace: Workspace, board: JobBoard, models: Models, choices: Choices) -> None:
        self._workspace = workspace
        self._board = board
        self._models = models
        self._choices = choices
        self._done: dict[str, dict[str, Any]] = {}
        # files of others may be named after patients: they are kept in a private file, not in the job's record
        self._orders = Orders(workspace.scratch / "quantizations")
        board.on("quantize", self._quantized, low_priority=True, resumed=False, private=self._ordered)

    def start(self, name: str, folder: Path | None = None, *, control: bool = False) -> str:
        """Quantize a model.

        Args:
            name: The model's id or name; its trainable weights must be here.
            folder: BraTS-named labelled cases: some to calibrate on, the others to score on; None for the split's
                approved training and validation cases.
            control: Whether INT8 that loses too much is tried once more with accuracy control, which takes long.

        Returns:
            The job's id.

        Raises:
            StudyError: "bad-model" if there is none or its weights are not here, "too-few-cases" if there is none to
                calibrate on or none to score on, "no-images".
        """
        model = self._models.get(name)
        weights = self._models.weights(model)
        if weights is None:
            raise StudyError("bad-model", f"The trainable weights of {model.id} are not on this computer.")
        calibration, validation = judging_cases(self._workspace, folder)
        new = model.card.name.removesuffix(_SUFFIX) + _SUFFIX
        cases = {"train": calibration, "validation": validation}
        live = self._board.under_way("quantize")
        wish = {"parent_id": model.id, "control": control}
        for record in live:
            if wish.items() <= record.arguments.items() and self._ordered(record) == cases:
                return record.id
        order = self._orders.give(cases, {record.arguments["order"] for record in live})
        arguments = {
            "order": str(order),
            "source": "approved case" if folder is None else "labelled case",
            "parent": str(model.path),
            **wish,
            "weights": str(weights),
            "name": new,
            "version": sum(other.card.name == new for other in self._models.all()) + 1,
            "threads": self._choices.get("jobs.threads"),
        }
        return self._board.start("quantize", f"Quantizing {model.id}", arguments)

    def _ordered(self, record: JobRecord) -> dict[str, Any]:
        """Return the cases that only the worker may know; none if a later job has cleared them away."""
        order = Path(record.arguments["order"])
        if not order.is_file():
            return {"train": [], "validation": []}
        return dict(json.loads(order.read_text(encoding="utf-8")))

    def _quantized(self, record: JobRecord, result: dict[str, Any]) -> None:
        model = self._models.publish_own(Path(result["model"]), weights=Path(result["weights"]))
        self._done[record.id] = {"model": model.id, "scores": result["scores"], "passed": result["passed"]}
        self._orders.end(Path(record.arguments["order"]))

    def result(self, job: str) -> dict[str, Any]:
        """Return what a finished job made: `model`, `scores` and `passed`."""
        return self._done[job]


def judging_cases(workspace: Workspace, folder: Path | None) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the cases to calibrate an INT8 model on, and those to judge it on, as a worker takes them.

    Args:
        workspace: Whose split's approved cases count.
        folder: Of BraTS-named labelled cases, instead of those.

    Raises:
        StudyError: "too-few-cases" if there is none for the one or the other, "no-images".
    """
    calibration, validation = _own(workspace) if folder is None else _halves(folder_cases(folder))
    if not validation:
        raise StudyError("too-few-cases", "There is no case left to score on.")
    return calibration, validation


def _own(workspace: Workspace) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    train, validation = sides(workspace)
    spread = train[:: max(1, -(-len(train) // CALIBRATION_CASES))]
    return [approved_case(workspace, name) for name in spread], [approved_case(workspace, name) for name in validation]


def _halves(cases: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return every few cases to calibrate on, and the others to score on."""
    if len(cases) < _FEWEST:
        raise StudyError("too-few-cases", "It takes one case to calibrate on and another to score on.")
    step = max(_FEWEST, -(-len(cases) // CALIBRATION_CASES))
    return cases[::step], [case for number, case in enumerate(cases) if number % step]
