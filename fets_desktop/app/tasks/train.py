"""Train: local epochs from the parent's weights, then an INT8 model file with an honest card."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from fets_desktop.app.local_card import local_card
from fets_desktop.app.schemes import assumption, scheme_for_training
from fets_desktop.imaging.files import read_label_values, read_labels, read_volume
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.review.measures import dice
from fets_desktop.segment.network import Network
from fets_desktop.segment.propose import propose
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS, SCHEMES, region_mask
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import read_card
from fets_desktop.study.progress import part, silent
from fets_desktop.study.volume import LabelMap
from fets_desktop.train.cases import CaseShelf, TrainingCase
from fets_desktop.train.checkpoint import State, base_of, read_weights
from fets_desktop.train.export import Floats, export_model
from fets_desktop.train.families.family import family_named, family_of
from fets_desktop.train.history import TrainingResult
from fets_desktop.train.machine import pick_device
from fets_desktop.train.patches import draw
from fets_desktop.train.settings import RESUNET, STARTER, TrainingSettings
from fets_desktop.train.trainer import train
from fets_desktop.train.validate import mean_scores

CALIBRATION_CASES = 4
_TRAINED = 0.8  # of the bar; the rest is quantizing and scoring
_FEWEST_LABELS = 2  # up to here every scheme means the same


def run(context: TaskContext) -> dict[str, Any]:
    """Train, export and score; what was learnt survives a cut in the folder that the hall names.

    Returns:
        `model` and `weights` to publish, `scores` as on the card, `passed` (whether INT8 scored like float32; None if
        there was nothing to score on), `stopped`: that it ended early, in words.
    """
    arguments = context.arguments
    context.progress(0.0, "Looking at the cases")
    cases = [training_case(plain) for plain in arguments["train"]]
    if not cases:
        raise StudyError("too-few-cases", "Which cases were meant is no longer known; start the training again.")
    validation = [training_case(plain) for plain in arguments["validation"]]
    parent = read_card(Path(arguments["parent"])) if arguments["parent"] else None
    initial = read_weights(Path(arguments["weights"])) if arguments["weights"] else None
    settings = choose_settings(arguments, parent, initial)
    folder = Path(arguments["folder"])
    learn = part(context.progress, 0.0, _TRAINED)
    result = train(cases, validation, settings, folder, learn, context.tell, initial=initial)
    weights = read_weights(result.weights)
    exported = export_model(
        weights,
        # an early end is on the card as what was done, not as what was asked for
        local_card({**arguments, "epochs": len(result.history)}, parent, result.steps, result.patch, result.epoch),
        context.scratch / "local.fetsmodel",
        calibration_of(cases, folder, weights),
        (lambda path: score(path, validation, arguments["threads"])) if validation else None,
        progress=part(context.progress, _TRAINED, 1.0),
    )
    return {
        "model": str(exported.model),
        "weights": str(exported.weights),
        "scores": exported.card.scores,
        "passed": exported.passed,
        "assumed": _assumed(arguments["train"]),
        "stopped": _stopped(arguments["epochs"], result),
    }


def _stopped(epochs: int, result: TrainingResult) -> str:
    """Return that a training ended before its last epoch, "" if it did not."""
    ran = int(result.history[-1]["epoch"]) if result.history else 0
    if ran >= epochs:
        return ""
    return f"It stopped after epoch {ran} of {epochs}, as it no longer got better; epoch {result.epoch} is kept."


def _assumed(cases: list[dict[str, Any]]) -> str:
    """Return what was taken for granted about label maps whose scheme nobody named, "" if nothing was."""
    unsaid = []
    for plain in cases:
        if not plain["scheme"]:
            values = read_label_values(Path(plain["labels"]))[0]
            if (values > _FEWEST_LABELS).any() and (words := assumption(values, scheme_for_training(values))):
                unsaid.append(words)
    return f"Of {len(unsaid)} of {len(cases)} cases: {unsaid[0]}" if unsaid else ""


def cases_to_judge(context: TaskContext) -> tuple[list[TrainingCase], list[TrainingCase]]:
    """Return the cases that set INT8's ranges, and those on which it is judged.

    Raises:
        StudyError: "too-few-cases" if the order was lost, else as `training_case`.
    """
    if not context.arguments["train"]:
        raise StudyError("too-few-cases", "Which cases were meant is no longer known; start it again.")
    context.progress(0.0, "Looking at the cases")
    calibration = [training_case(plain) for plain in context.arguments["train"]]
    return calibration, [training_case(plain) for plain in context.arguments["validation"]]


def training_case(plain: dict[str, Any]) -> TrainingCase:
    """Return a case as the hall hands it over.

    Raises:
        StudyError: "ambiguous-scheme" if nobody said what its labels mean, "unreadable-image".
    """
    labels = Path(plain["labels"])
    scheme = SCHEMES[plain["scheme"]] if plain["scheme"] else scheme_for_training(read_label_values(labels)[0])
    volumes = {Contrast(name): Path(path) for name, path in plain["volumes"].items()}
    return TrainingCase(plain["case"], volumes, labels, scheme)


def choose_settings(arguments: dict[str, Any], parent: ModelCard | None, initial: State | None) -> TrainingSettings:
    """Return how to train: on as in a federated round, or anew as the starter was.

    On a processor networks and patches are as small as their families say, so that an epoch of some dozen cases ends in
    minutes; on a GPU patches are the paper's.
    """
    family = family_named(str(arguments.get("family", RESUNET)))
    base = family.base
    if family.name == RESUNET:
        base = base_of(initial) if initial is not None else int(parent.extra.get("base", base) if parent else base)
    paper = TrainingSettings()
    device = str(arguments.get("device", "auto"))
    patch = paper.patch if pick_device(device).type == "cuda" else min(family.patch, STARTER.patch)
    common = {name: arguments[name] for name in ("epochs", "threads")} | {
        "family": family.name,
        "base": base,
        "patch": patch,
        "device": device,
        "patience": int(arguments.get("patience", 0)),
    }
    if initial is not None:
        return replace(paper, **common)
    return replace(STARTER, **common, validate_every=1, choose="best")


def calibration_of(cases: Sequence[TrainingCase], folder: Path, weights: State) -> list[Floats]:
    """Return cubes around the tumours of some training cases; whole brains would take four times the memory.

    Args:
        cases: What the network learnt from.
        folder: Where cases that are read wait.
        weights: Of the network that becomes small.

    Raises:
        StudyError: "bad-model" if they are of no family, or what reading a case raises.
    """
    edge = family_of(weights).calibration
    shelf = CaseShelf(folder / "cases")
    chosen = cases[:: max(1, -(-len(cases) // CALIBRATION_CASES))]
    rng = np.random.default_rng(1)
    return [draw(shelf.get(case), edge, 1.0, rng).volumes for case in chosen]


def score(path: Path, cases: Sequence[TrainingCase], threads: int) -> dict[str, Any]:
    """Return the mean Dice by region of what a model file proposes for labelled cases, cleaned as in use.

    "mean" is the mean over regions; "cases" that of every case, in their order, of what the network itself marks, by
    which precisions are compared: a rule is a step, and whether one piece falls to this side of it or that says little
    about a network. "cleaned_cases" is the same after cleaning.
    """
    network = Network.load(path, threads)
    marked, cleaned = [], []
    for case in cases:
        found = propose(network, {c: read_volume(p) for c, p in case.volumes.items()}, silent)
        truth = read_labels(case.labels, case.scheme)
        cleaned.append(_dice_by_region(found.labels, truth))
        marked.append(_dice_by_region(found.uncleaned, truth))
    by_case = {"cases": _means(marked), "cleaned_cases": _means(cleaned)}
    return {**mean_scores(cleaned), **by_case}


def _dice_by_region(found: LabelMap, truth: LabelMap) -> dict[str, float]:
    masks = ((r, (region_mask(each.array, r, each.scheme) for each in (found, truth))) for r in REGIONS)
    return {str(region): dice(*pair) for region, pair in masks}


def _means(rows: Sequence[dict[str, float]]) -> list[float]:
    return [float(np.mean(list(row.values()))) for row in rows]
