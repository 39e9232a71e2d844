"""Publishing what a federation came to: its best round's model joins the registry, INT8 behind the gate, with lineage.

An owner chooses among all that the server kept, by the sites' validation or by cases that no site has seen; a site
among what it kept, by its own validation cases: more the wire does not tell it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fets_desktop.app.choices import Choices
from fets_desktop.app.federation.card import federated_name
from fets_desktop.app.federation.joining import Joining
from fets_desktop.app.federation.status import read_plan
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.models import Models
from fets_desktop.app.orders import Orders
from fets_desktop.app.quantizing import judging_cases
from fets_desktop.app.training import folder_cases
from fets_desktop.federate.desk import read_rows
from fets_desktop.federate.selection import best_by_server, best_by_site, models_in, models_on
from fets_desktop.federate.server.record import ROUNDS, read_lines
from fets_desktop.federate.tensors import TensorFile, file_sha256
from fets_desktop.imaging.disk import make_folder, write_whole
from fets_desktop.store.records import JobRecord, StoredModel
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import SCORE_CONSENSUS, SCORE_OUTSIDE, Plan
from fets_desktop.study.plain import to_plain

TASK, SCORE = "publish_round", "score_rounds"
SELECTION = "out-of-sample.json"


@dataclass(frozen=True)
class Chosen:
    """The round whose model is published.

    Attributes:
        plan: Of the federation.
        number: How many rounds are behind the model.
        weights: Its file.
        why: By what it was chosen, in words.
        told: What was measured of it, by whom it was measured.
    """

    plan: Plan
    number: int
    weights: Path
    why: str
    told: dict[str, Any] = field(default_factory=dict)


class Publishing:
    """Chooses, scores and publishes."""

    def __init__(
        self, workspace: Workspace, board: JobBoard, models: Models, choices: Choices, joining: Joining
    ) -> None:
        self._workspace, self._board, self._models = workspace, board, models
        self._choices, self._joining = choices, joining
        # files of others may be named after patients: they are kept in a private file, not in the job's record
        self._orders = Orders(workspace.scratch / "publications")
        self._done: dict[str, dict[str, Any]] = {}
        for task, finished in ((TASK, self._published), (SCORE, self._scored)):
            board.on(task, finished, low_priority=True, resumed=False, repeatable=True, private=self._ordered)

    # --- which round

    def best_of_folder(self, folder: Path, number: int | None = None) -> Chosen:
        """Return the round to publish of a federation that this workspace's person owns.

        Args:
            folder: Of the federation.
            number: The round that a person wants; chosen if None: by the cases that no site has seen, if the models
                were scored on such, else by the training sites' validation.

        Raises:
            StudyError: "federation-folder", "federation-round" if there is no such model, or none better than the
                initial one.
        """
        plan, models = read_plan(folder), models_in(folder)
        history = read_lines(folder / ROUNDS)
        seen = next(iter(read_lines(folder / SELECTION)), None)
        best, why = best_by_server(history), "the training sites' mean Dice on their validation cases"
        if seen is not None:
            best, why = int(seen["selected"]), f"mean Dice on {seen['cases']} cases that no site has seen"
            if (scored := max(map(int, seen["scores"]))) < max(models, default=0):
                why += f", of the models up to round {scored}"
        at = best if number is None else number
        row: dict[str, Any] = next((row["metrics"] for row in history if row["round"] == at), {})
        told = {"training sites": row.get(SCORE_CONSENSUS, {}), "validating sites": row.get(SCORE_OUTSIDE, {})}
        if seen is not None:
            told["cases that no site has seen"] = seen["scores"].get(str(at), {})
        return _chosen(plan, models, best, number, why, {key: value for key, value in told.items() if value})

    def best_of_site(self, name: str = "", number: int | None = None) -> Chosen:
        """Return the round to publish of a federation in which this site takes part.

        Args:
            name: Of the federation.
            number: The round that a person wants, as its owner may have said; chosen by this site's own validation
                cases if None.

        Raises:
            StudyError: "federation-unknown", "federation-round".
        """
        plan = self._joining.member(name).plan
        desk = self._joining.store.folder(plan.id) / "desk"
        rows, models = read_rows(desk), models_on(desk)
        best = best_by_site([row for row in rows if row.number in models])
        found = {row.number: row.consensus for row in rows}.get(number if number is not None else best or 0, {})
        why = "this site's mean Dice on its validation cases"
        return _chosen(plan, models, best, number, why, {"this site": found} if found else {})

    def published(self, chosen: Chosen) -> StoredModel | None:
        """Return the model of a round, if it is in the registry and in use."""
        wanted = {"federation": chosen.plan.id, "round": chosen.number}
        models = (model for model in self._models.all() if wanted.items() <= model.card.lineage.items())
        return next((model for model in models if not model.retired), None)

    # --- an owner's own scores

    def score(self, folder: Path, cases: Path) -> str:
        """Score every model that the server has kept so far on labelled cases that no site has seen.

        Returns:
            The job's id.

        Raises:
            StudyError: "federation-folder", "federation-round" if no model was kept, "no-images", "too-few-cases".
        """
        read_plan(folder)
        if not models_in(folder):
            raise StudyError("federation-round", "The server has kept no model yet.")
        found = folder_cases(cases)
        order = self._orders.give({"cases": found}, self._waiting())
        kept = self._workspace.scratch / "rounds" / f"{_mark(folder, found)}.json"
        make_folder(kept.parent)
        return self._board.start(
            SCORE, "Scoring every round", {"order": str(order), "folder": str(folder), "kept": str(kept)}
        )

    def _scored(self, record: JobRecord, result: dict[str, Any]) -> None:
        scores = {int(number): dice for number, dice in result["scores"].items()}
        best = min(scores, key=lambda number: (-scores[number]["mean"], number))
        told = {**result, "selected": best}
        write_whole(Path(record.arguments["folder"]) / SELECTION, json.dumps(told).encode() + b"\n")
        self._done[record.id] = told
        self._orders.end(Path(record.arguments["order"]))

    # --- publishing

    def start(self, chosen: Chosen, cases: Path | None = None) -> str:
        """Make the round's model small and quick, judge it, and take it into the registry.

        Args:
            chosen: The round.
            cases: Labelled cases to calibrate and judge INT8 on; the split's approved ones if None.

        Returns:
            The job's id.

        Raises:
            StudyError: "federation-round" if it was published before, "too-few-cases", "no-images".
        """
        if there := self.published(chosen):
            raise StudyError("federation-round", f"The model of round {chosen.number} is here already: {there.id}.")
        calibration, validation = judging_cases(self._workspace, cases)
        order = self._orders.give({"train": calibration, "validation": validation}, self._waiting())
        parent = self._parent(chosen.plan)
        name = federated_name(chosen.plan)
        arguments = {
            "order": str(order),
            "source": "approved case" if cases is None else "labelled case",
            "plan": to_plain(chosen.plan),
            "round": chosen.number,
            "weights": str(chosen.weights),
            "chosen": chosen.why,
            "told": chosen.told,
            "parent": str(parent.path) if parent else "",
            "parent_id": parent.id if parent else "",
            "version": sum(model.card.name == name for model in self._models.all()) + 1,
            "threads": self._choices.get("jobs.threads"),
        }
        return self._board.start(TASK, f"Publishing round {chosen.number} of {chosen.plan.name}", arguments)

    def _parent(self, plan: Plan) -> StoredModel | None:
        """Return the federation's initial model, if it is in the registry."""
        for model in reversed(self._models.all()):
            weights = self._models.weights(model)
            if weights is not None and _holds(weights, plan):
                return model
        return None

    def _published(self, record: JobRecord, result: dict[str, Any]) -> None:
        model = self._models.publish_own(Path(result["model"]), weights=Path(result["weights"]))
        self._done[record.id] = {"model": model.id, "scores": result["scores"], "passed": result["passed"]}
        self._orders.end(Path(record.arguments["order"]))

    # --- both

    def _waiting(self) -> set[str]:
        return {record.arguments["order"] for task in (TASK, SCORE) for record in self._board.under_way(task)}

    def _ordered(self, record: JobRecord) -> dict[str, Any]:
        """Return the cases that only the worker may know; none if a later job has cleared them away."""
        order = Path(record.arguments["order"])
        if order.is_file():
            return dict(json.loads(order.read_text(encoding="utf-8")))
        return {"train": [], "validation": [], "cases": []}

    def result(self, job: str) -> dict[str, Any]:
        """Return what a finished job found: of publishing `model`, `scores`, `passed`; of scoring see the task."""
        return self._done[job]


def _chosen(
    plan: Plan, models: Mapping[int, Path], best: int | None, wish: int | None, why: str, told: dict[str, Any]
) -> Chosen:
    number = best if wish is None else wish
    if number is None:
        raise StudyError("federation-round", "No round was scored yet; name one.")
    if number not in models:
        kept = ", ".join(map(str, models)) or "none"
        raise StudyError("federation-round", f"The model of round {number} was not kept; there are: {kept}.")
    if number == 0:
        raise StudyError("federation-round", "The initial model scored best: no round is better yet.")
    return Chosen(plan, number, models[number], why if wish is None else "a person", told)


def _holds(weights: Path, plan: Plan) -> bool:
    """Tell whether weights are a plan's initial ones; only those of the same shapes are read whole."""
    with TensorFile(weights) as file:
        alike = set(file.shapes) == set(plan.tensors)
    return alike and file_sha256(weights) == plan.initial_sha256


def _mark(folder: Path, cases: list[dict[str, Any]]) -> str:
    """Return what changes when the federation or the cases' files do."""
    files = [Path(path) for case in cases for path in (*case["volumes"].values(), case["labels"])]
    stats = [(stat.st_size, stat.st_mtime_ns) for stat in (path.stat() for path in files)]
    return hashlib.sha256(json.dumps([read_plan(folder).id, stats]).encode()).hexdigest()[:16]
