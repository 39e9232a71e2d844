"""Publish a round: the weights that a federation came to become an INT8 model, if that scores like float32 here."""

from pathlib import Path
from typing import Any

import torch

from fets_desktop.app.federation.card import federated_card
from fets_desktop.app.tasks.train import calibration_of, cases_to_judge, score
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.federation import Plan
from fets_desktop.study.modelfile import read_card
from fets_desktop.study.plain import from_plain
from fets_desktop.train.checkpoint import State, read_weights
from fets_desktop.train.export import export_model

_COUNTER = "num_batches_tracked"


def run(context: TaskContext) -> dict[str, Any]:
    """Calibrate on some cases, score float32 and INT8 on the others, and write whichever the gate allows.

    Returns:
        `model` and `weights` to publish, `scores` as on the card, `passed`: whether INT8 scored like float32.
    """
    arguments = context.arguments
    calibration, validation = cases_to_judge(context)
    parent = read_card(Path(arguments["parent"])) if arguments["parent"] else None
    plan = from_plain(Plan, arguments["plan"])
    weights = weights_of(Path(arguments["weights"]))
    exported = export_model(
        weights,
        federated_card(plan, int(arguments["round"]), arguments, parent),
        context.scratch / "federated.fetsmodel",
        calibration_of(calibration, context.scratch, weights),
        lambda path: score(path, validation, arguments["threads"]),
        progress=context.progress,
    )
    return {
        "model": str(exported.model),
        "weights": str(exported.weights),
        "scores": exported.card.scores,
        "passed": exported.passed,
    }


def weights_of(path: Path) -> State:
    """Return a network's state from weights as they travel: counters, which are float32 there, count again.

    Raises:
        StudyError: "bad-model".
    """
    return {name: t.to(torch.int64) if name.endswith(_COUNTER) else t for name, t in read_weights(path).items()}
