"""Evaluating: models are scored on labelled cases, a folder's or this workspace's own, in a worker.

Names of a folder's cases may name patients: they are handed over in a private file and come back into memory alone.
What is kept of a scored case is numbers under the hashes of its bytes and of the model, so that the same again, or the
same after a cut, costs nothing.
"""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fets_desktop.app.choices import Choices
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.labelled_folder import LabelledCase, labelled_cases
from fets_desktop.app.models import Models, naming
from fets_desktop.app.orders import Orders
from fets_desktop.app.preparing import STOP_S
from fets_desktop.app.shipped import STARTER, SUFFIX
from fets_desktop.store.hashing import sha256_of
from fets_desktop.store.records import JobRecord, StoredModel
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.modelfile import read_model
from fets_desktop.study.plain import to_plain
from fets_desktop.study.resources import resource

_KEPT_S = 90 * 24 * 3600.0
"""Scores that nobody asked for in so long are measured anew."""
_LABELS_KEPT_S = 24 * 3600.0
"""What members of a fusion proposed waits so long for an evaluation that was stopped."""


@dataclass(frozen=True)
class Evaluation:
    """What was measured.

    Attributes:
        models: For each model, and after its members for a fusion, `model`, `cases`, `mean`, `interval` and `refused`;
            for a fusion `standings`, too.
        paired: For each pair of models their names and their tests by measure and region.
        own: Whether the cases are this workspace's own and can be opened here.
        against: Which of the models the others are compared with, if one was named.
    """

    models: list[dict[str, Any]]
    paired: list[dict[str, Any]]
    own: bool
    against: str = ""

    @property
    def head(self) -> dict[str, Any]:
        """What was asked about first of all: the fusion if one was, else the first model."""
        return next((model for model in self.models if "standings" in model), self.models[0])

    def beside(self, other: str = "") -> "Evaluation":
        """Return the head and one of the others alone: the one that is named, else the best of them."""
        others = [model for model in self.models if model is not self.head]
        chosen = [model for model in others if model["model"] == other] or sorted(others, key=_mean_dice)[-1:]
        names = {model["model"] for model in (self.head, *chosen)}
        tests = [test for test in self.paired if set(test["models"]) == names]
        return Evaluation([self.head, *chosen], tests, self.own, self.against)


class Evaluating:
    """Starts evaluations and holds what they found."""

    def __init__(self, workspace: Workspace, board: JobBoard, models: Models, choices: Choices) -> None:
        self._workspace = workspace
        self._board = board
        self._models = models
        self._choices = choices
        self._orders = Orders(workspace.scratch / "evaluations")
        self._orders.clear_stale({record.arguments["order"] for record in board.under_way("evaluate")})
        self._done: dict[str, Evaluation] = {}
        self._own: set[str] = set()
        self.latest: Evaluation | None = None
        # what a person does not see any more when the program was ended is asked for again, and then costs nothing
        board.on("evaluate", self._evaluated, private=self._ordered, resumed=False, patience_s=STOP_S)

    def start_folder(
        self, models: Sequence[str], folder: Path, scheme: str = "", fusion: Fusion | None = None, against: str = ""
    ) -> str:
        """Score models on a folder of BraTS-named labelled cases.

        Args:
            models: Ids, names or model files; "starter" is the one that ships.
            folder: See `labelled_cases`.
            scheme: What the labels mean; "" if their values and names have to tell.
            fusion: How what these models propose is made one proposal, which is scored after them; None for no fusion.
            against: One more model that is scored, last, and never fused; "" for none.

        Returns:
            The job's id.

        Raises:
            StudyError: "bad-model", "no-images", "too-few-cases", "unreadable-image".
        """
        wish = _Wish(models, fusion, against)
        return self._start(wish, labelled_cases(folder.resolve(), scheme), own=False)

    def start_own(self, models: Sequence[str], fusion: Fusion | None = None, against: str = "") -> str:
        """Score models on the approved cases of this workspace's validation side; all else as `start_folder`.

        Returns:
            The job's id.

        Raises:
            StudyError: "bad-model", "too-few-cases" if there is no such case.
        """
        cases = self.own_cases()
        if not cases:
            raise StudyError("too-few-cases", "No approved case is on the validation side of the split.")
        return self._start(_Wish(models, fusion, against), [self._case(name) for name in cases], own=True)

    def own_cases(self) -> list[str]:
        """Return the approved cases on the validation side, which no training here has seen."""
        split = self._workspace.split()
        approved = {case.id for case in self._workspace.cases() if case.stage is Stage.APPROVED}
        return [name for name in (split.validation if split else ()) if name in approved]

    def _case(self, name: str) -> LabelledCase:
        newest = [version for version in self._workspace.annotations(name) if version.approved_at][-1]
        products = self._workspace.products(name)
        volumes = {contrast: products[f"prepared/{contrast}"].path for contrast in ALL_CONTRASTS}
        return LabelledCase(name, volumes, self._workspace.files.path(newest.sha256), scheme=newest.scheme)

    def _start(self, wish: "_Wish", cases: Sequence[LabelledCase], *, own: bool) -> str:
        members = list({one["id"]: one for one in map(self._model, wish.models)}.values())
        content: dict[str, Any] = {"models": list(members), "cases": [_plain(case) for case in cases]}
        if wish.against:
            beside = self._model(wish.against)
            content["against"] = beside["id"]
            content["models"] += [beside] if beside not in members else []
        if wish.fusion:
            content["fusion"] = {**to_plain(wish.fusion), "members": len(members)}
        live = self._board.under_way("evaluate")
        if same := [record.id for record in live if self._ordered(record) == content]:
            return same[0]
        folder = self._workspace.scratch / "evaluations" / "scores"
        self._forget_old(folder)
        order = self._orders.give(content, {record.arguments["order"] for record in live})
        arguments = {"order": str(order), "folder": str(folder), "threads": self._choices.get("jobs.threads")}
        job = self._board.start("evaluate", "Scoring", arguments)
        if own:
            self._own.add(job)
        return job

    def _model(self, name: str) -> dict[str, str]:
        """Return a model as the worker takes it: what it is called, where it lies, and its hash.

        Raises:
            StudyError: "bad-model", by name.
        """
        file = Path(name).expanduser()
        if file.suffix == SUFFIX and not any(name in (m.id, m.card.name) for m in self._models.all()):
            return _from_file(file)
        model = self._shipped() if name == STARTER else None
        model = model or self._models.get(name)
        return {"id": model.id, "path": str(model.path), "sha256": model.sha256}

    def _shipped(self) -> StoredModel | None:
        """Return the starter that ships as the registry has it; None if this installation lacks it."""
        try:
            digest = sha256_of(resource("models", f"{STARTER}{SUFFIX}"))
        except StudyError:
            return None
        return next((model for model in self._models.all() if model.sha256 == digest), None)

    def _forget_old(self, folder: Path) -> None:
        for pattern, kept_s in (("*.json", _KEPT_S), ("*.nii.gz", _LABELS_KEPT_S)):
            for file in folder.glob(pattern):
                if time.time() - file.stat().st_mtime > kept_s:
                    file.unlink(missing_ok=True)

    def _ordered(self, record: JobRecord) -> dict[str, Any]:
        """Return the cases and models that only the worker may know; nothing if a later one has cleared them away."""
        order = Path(record.arguments["order"])
        if not order.is_file():
            return {"models": [], "cases": []}
        return dict(json.loads(order.read_text(encoding="utf-8")))

    def _evaluated(self, record: JobRecord, result: dict[str, Any]) -> None:
        self.latest = Evaluation(result["models"], result["paired"], record.id in self._own, result["against"])
        self._done[record.id] = self.latest
        self._orders.end(Path(record.arguments["order"]))

    def result(self, job: str) -> Evaluation:
        """Return what a finished evaluation measured."""
        return self._done[job]


def _mean_dice(model: dict[str, Any]) -> float:
    return float(model["mean"].get("dice_overall", -1.0))


@dataclass(frozen=True)
class _Wish:
    """What is scored: models, the fusion of them if one is wanted, and a model beside them."""

    models: Sequence[str]
    fusion: Fusion | None
    against: str


def _from_file(file: Path) -> dict[str, str]:
    if not file.is_file():
        raise StudyError("bad-model", f"There is no file {file.name}.")
    with naming(file.name):
        name = read_model(file).card.name
    digest = sha256_of(file)
    return {"id": f"{name}@{digest[:8]}", "path": str(file.resolve()), "sha256": digest}


def _plain(case: LabelledCase) -> dict[str, Any]:
    return {
        "case": case.name,
        "volumes": {str(contrast): str(path) for contrast, path in case.volumes.items()},
        "labels": str(case.labels) if case.labels else "",
        "scheme": case.scheme,
        "new_names": case.new_names,
    }
