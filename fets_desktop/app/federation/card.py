"""The card of a federation's model: which round it is, why that one, and where it comes from; no score is invented."""

import re
import time
from typing import Any

from fets_desktop.study.federation import Plan
from fets_desktop.study.model import ModelCard

_LONGEST_NAME = 40


def federated_name(plan: Plan) -> str:
    """Return what the models of a federation are called in the registry."""
    words = re.sub(r"[^a-z0-9]+", "-", plan.name.lower()).strip("-")[:_LONGEST_NAME]
    return f"federated-{words}" if words else "federated"


def federated_card(plan: Plan, number: int, arguments: dict[str, Any], parent: ModelCard | None) -> ModelCard:
    """Return the card; what the export and its scoring find out is filled in there.

    Args:
        plan: Of the federation.
        number: How many rounds are behind the model.
        arguments: `version`, `chosen` (why this round), `told` (what the federation measured of it), `parent_id`,
            `source` (of the cases that INT8 is judged on) and `validation`.
        parent: The card of the initial model, if it is known here.
    """
    scored = len(arguments["validation"])
    origin = f"Before that: {parent.training_data}" if parent else "The initial model's own cases are not known here."
    return ModelCard(
        name=federated_name(plan),
        version=int(arguments["version"]),
        family="",
        precision="",
        inputs=(),
        outputs=(),
        training_data=(
            f"Averaged over the sites of the federation {plan.name} (that train: {len(plan.trainers)}; rounds: "
            f"{number} of {plan.rounds}); each trained on its own cases, which stayed where they were. {origin}"
        ),
        scores={
            "on": f"{scored} {arguments['source']}{'' if scored == 1 else 's'} here, not calibrated on; mean Dice of "
            "the proposals"
        },
        created=time.strftime("%Y-%m-%d", time.gmtime()),
        lineage={
            "parent": arguments["parent_id"] or f"the federation's initial model, {plan.initial_sha256[:12]}",
            "weights": "averaged",
            "command": "federation publish",
            "federation": plan.id,
            "round": number,
            "rounds": plan.rounds,
            "chosen by": arguments["chosen"],
        },
        licence=parent.licence if parent else "",
        limits=f"Which cases the sites have is not known here. {parent.limits if parent else ''}".strip(),
        extra={"federation": arguments["told"]},
    )
