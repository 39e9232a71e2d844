"""Quantize: trainable weights become an INT8 model anew, if it scores like float32 on the validation cases."""

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from fets_desktop.app.tasks.train import calibration_of, cases_to_judge, score
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import read_card
from fets_desktop.train.cases import CaseShelf
from fets_desktop.train.checkpoint import read_weights
from fets_desktop.train.export import export_model


def run(context: TaskContext) -> dict[str, Any]:
    """Calibrate on some cases, score float32 and INT8 on the others, and write whichever the gate allows.

    Returns:
        `model` and `weights` to publish, `scores` as on the card, `passed`: whether INT8 scored like float32.
    """
    arguments = context.arguments
    calibration, validation = cases_to_judge(context)
    parent = read_card(Path(arguments["parent"]))
    shelf = CaseShelf(context.scratch / "cases")
    weights = read_weights(Path(arguments["weights"]))
    exported = export_model(
        weights,
        _card(arguments, parent),
        context.scratch / "quantized.fetsmodel",
        calibration_of(calibration, context.scratch, weights),
        lambda path: score(path, validation, arguments["threads"]),
        progress=context.progress,
        # the second try scores the network some fifty times: only where somebody asked for it
        control=[shelf.get(case) for case in validation] if arguments.get("control") else (),
    )
    return {
        "model": str(exported.model),
        "weights": str(exported.weights),
        "scores": exported.card.scores,
        "passed": exported.passed,
    }


def _card(arguments: dict[str, Any], parent: ModelCard) -> ModelCard:
    """Return the parent's card with what is another's taken off: who scored it, where it comes from."""
    scored, seen = len(arguments["validation"]), len(arguments["train"])
    return replace(
        parent,
        name=arguments["name"],
        version=arguments["version"],
        scores={
            "on": f"{scored} {arguments['source']}{'' if scored == 1 else 's'}, not calibrated on; "
            "mean Dice of the proposals"
        },
        created=time.strftime("%Y-%m-%d", time.gmtime()),
        lineage={
            "parent": arguments["parent_id"],
            "weights": "of the parent",
            "command": "quantize",
            "calibrated on": f"{seen} {arguments['source']}{'' if seen == 1 else 's'}",
        },
    )
