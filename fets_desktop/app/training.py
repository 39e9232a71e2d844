"""Training: local epochs on the approved cases of the split, in a worker, from the current model's weights."""

import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.models import Models
from fets_desktop.app.orders import Orders
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import TrainingEpoch

FAMILY = "resunet"
FAMILY_TITLES = {
    FAMILY: "3D-ResUNet",
    "deepmedic": "DeepMedic",
    "deepscan": "DeepSCAN",
    "unet": "U-Net, planned as nnU-Net plans",
}
"""As a person reads them."""
FAMILIES = tuple(FAMILY_TITLES)
"""The kinds of networks that can be trained here, as the train room names them; the first is the federation's own."""
_LENGTHS = ("epochs", "patience")
"""What may change from one start of a training to the next."""


class Training:
    """Starts local training and publishes the model that comes of it."""

    def __init__(self, workspace: Workspace, bus: FactsBus, board: JobBoard, models: Models, choices: Choices) -> None:
        self._workspace = workspace
        self._bus = bus
        self._board = board
        self._models = models
        self._choices = choices
        self._published: dict[str, str] = {}
        self._results: dict[str, dict[str, Any]] = {}
        # files of others may be named after patients: they are kept in a private file, not in the job's record
        self._orders = Orders(workspace.scratch / "trainings")
        board.on("train", self._trained, self._told, low_priority=True, private=self._ordered)

    def start(
        self,
        epochs: int = 1,
        cases: Sequence[str] | None = None,
        device: str = "auto",
        *,
        patience: int = 0,
        family: str = FAMILY,
    ) -> str:
        """Train on the split's training cases, scored on its validation cases.

        Args:
            epochs: Passes over the cases, one patch a volume and epoch.
            cases: Approved cases to train on; the split's training side if None.
            device: "auto", "cpu" or "cuda".
            patience: It ends once its score has not got better for so many epochs; 0 never.
            family: Which kind of network; it goes on from the current model if that is of the same.

        Returns:
            The job's id.

        Raises:
            StudyError: "too-few-cases" if none is approved or no split was drawn, "wrong-stage" if a named case is not
                approved, "wrong-usage" if `epochs` or `patience` makes no sense.
        """
        train, validation = sides(self._workspace, cases)
        learnt, kept = ([approved_case(self._workspace, case) for case in side] for side in (train, validation))
        return self._start(learnt, kept, epochs, "approved case", device, patience=patience, family=family)

    def start_folder(
        self, folder: Path, epochs: int = 1, device: str = "auto", *, patience: int = 0, family: str = FAMILY
    ) -> str:
        """Train on a folder of BraTS-named cases (`CASE/CASE_{t1,t1ce,t2,flair,seg}.nii.gz`).

        Raises:
            StudyError: "too-few-cases" if the folder holds none, "no-images" if there is no such folder,
                "wrong-usage" with a patience: nothing is scored meanwhile.
        """
        cases = folder_cases(folder)
        return self._start(cases, [], epochs, "labelled case", device, patience=patience, family=family, private=True)

    def _start(
        self,
        train: list[dict[str, Any]],
        validation: list[dict[str, Any]],
        epochs: int,
        source: str,
        device: str,
        *,
        patience: int,
        family: str,
        private: bool = False,
    ) -> str:
        _check_lengths(epochs, patience, len(validation))
        if family not in FAMILIES:
            raise StudyError("wrong-usage", f"There is no family {family}; there are {', '.join(FAMILIES)}.")
        current = self._models.current()
        if current is not None and current.card.family != family:
            current = None  # another kind of network is no beginning
        weights = self._models.weights(current) if current else None
        arguments = {
            "train": train,
            "validation": validation,
            "source": source,
            "epochs": epochs,
            "patience": patience,
            "device": device,
            "parent": str(current.path) if current else "",
            "parent_id": current.id if current else "",
            "weights": str(weights) if weights else "",
            "family": family,
        }
        arguments |= {
            "folder": str(self._folder(arguments)),
            "threads": self._choices.get("jobs.threads"),
            "version": sum(model.card.name == "local" for model in self._models.all()) + 1,
        }
        if private:
            live = self._board.under_way("train")
            if same := [record.id for record in live if self._ordered(record) == {"train": train}]:
                return same[0]
            order = self._orders.give({"train": train}, {record.arguments.get("order", "") for record in live})
            arguments |= {"train": [], "order": str(order)}
        return self._board.start("train", "Training on this computer", arguments)

    def _ordered(self, record: JobRecord) -> dict[str, Any]:
        """Return the cases that only the worker may know; none if a later training has cleared them away."""
        order = Path(record.arguments.get("order", ""))
        return dict(json.loads(order.read_text(encoding="utf-8"))) if order.is_file() else {}

    def _folder(self, arguments: dict[str, Any]) -> Path:
        """Return where this training keeps what it has learnt: the same again goes on; what others left is removed."""
        same = json.dumps({k: v for k, v in arguments.items() if k not in _LENGTHS}, sort_keys=True)
        folder = self._workspace.scratch / "training" / hashlib.sha256(same.encode()).hexdigest()[:16]
        wanted = {folder, *(Path(record.arguments["folder"]) for record in self._board.under_way("train"))}
        for other in folder.parent.glob("*"):
            if other not in wanted:
                shutil.rmtree(other, ignore_errors=True)
        return folder

    def _told(self, record: JobRecord, fact: dict[str, Any]) -> None:
        self._bus.publish(TrainingEpoch(record.id, int(fact["epoch"]), float(fact["loss"]), dict(fact["dice"])))

    def _trained(self, record: JobRecord, result: dict[str, Any]) -> None:
        saw = [case["case"] for side in ("train", "validation") for case in record.arguments[side]]
        model = self._models.publish_own(Path(result["model"]), weights=Path(result["weights"]), saw=saw)
        self._published[record.id] = model.id
        self._results[record.id] = result
        shutil.rmtree(record.arguments["folder"], ignore_errors=True)
        if order := record.arguments.get("order"):
            self._orders.end(Path(order))

    def model(self, job: str) -> str:
        """Return the id of the model a finished training published."""
        return self._published[job]

    def scores(self, job: str) -> dict[str, Any]:
        """Return what a finished training measured."""
        scores: dict[str, Any] = self._results[job]["scores"]
        return scores

    def assumed(self, job: str) -> str:
        """Return what a finished training took for granted about its labels, "" if nothing."""
        return str(self._results[job].get("assumed", ""))

    def stopped(self, job: str) -> str:
        """Return that and why a training that finished here ended early, "" if it went all its epochs."""
        return str(self._results.get(job, {}).get("stopped", ""))


def _check_lengths(epochs: int, patience: int, scored: int) -> None:
    if epochs < 1:
        raise StudyError("wrong-usage", "Train for one epoch or more.")
    if patience < 0:
        raise StudyError("wrong-usage", "A training waits for a better score for one epoch or more; 0 is to the end.")
    if patience and not scored:
        detail = "Whether it gets better is seen on validation cases, and there is none; train without a patience."
        raise StudyError("wrong-usage", detail)


def sides(workspace: Workspace, cases: Sequence[str] | None = None) -> tuple[list[str], list[str]]:
    """Return the approved cases that train and those that validate.

    Args:
        workspace: Whose split counts.
        cases: What trains; the split's training side if None.

    Raises:
        StudyError: "too-few-cases" if none trains or no split was drawn, "wrong-stage" if a named case is not approved.
    """
    split = workspace.split()
    if cases is None and split is None:
        raise StudyError("too-few-cases", "No split has been drawn yet.")
    approved = {case.id for case in workspace.cases() if case.stage is Stage.APPROVED}
    # a case of the split that is reviewed again, or excluded, waits until it is approved
    train = [c for c in (split.train if split else ()) if c in approved] if cases is None else list(cases)
    validation = [c for c in (split.validation if split else ()) if c in approved and c not in train]
    if not train:
        raise StudyError("too-few-cases", "No approved case is on the training side.")
    if waiting := [case for case in train if case not in approved]:
        raise StudyError("wrong-stage", f"Not approved: {', '.join(waiting)}.")
    return train, validation


def approved_case(workspace: Workspace, name: str) -> dict[str, Any]:
    """Return an approved case as a worker takes it."""
    approved = [version for version in workspace.annotations(name) if version.approved_at]
    products = workspace.products(name)
    return {
        "case": name,
        "volumes": {str(c): str(products[f"prepared/{c}"].path) for c in ALL_CONTRASTS},
        "labels": str(workspace.files.path(approved[-1].sha256)),
        "scheme": approved[-1].scheme,
        "surgery": str(workspace.case(name).surgery),
    }


def folder_cases(folder: Path) -> list[dict[str, Any]]:
    """Return the whole cases of a folder of BraTS-named ones as a worker takes them.

    Raises:
        StudyError: "too-few-cases" if the folder holds none, "no-images" if there is no such folder.
    """
    if not folder.is_dir():
        raise StudyError("no-images", "There is no such folder.")
    folder = folder.resolve()
    cases = [found for path in sorted(folder.iterdir()) if path.is_dir() and (found := _brats_case(path))]
    if not cases:
        raise StudyError("too-few-cases", "The folder holds no case with four contrasts and labels.")
    return cases


def _brats_case(folder: Path) -> dict[str, Any] | None:
    def find(*names: str) -> Path | None:
        return next((path for name in names if (path := folder / f"{folder.name}_{name}.nii.gz").exists()), None)

    volumes = {str(c): find(c.brats_name, c.brats2023_name) for c in ALL_CONTRASTS}
    labels = find("seg")
    if labels is None or None in volumes.values():
        return None
    return {
        "case": folder.name,
        "volumes": {contrast: str(path) for contrast, path in volumes.items()},
        "labels": str(labels),
        "scheme": "",
    }
