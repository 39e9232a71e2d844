"""The card of a locally trained model: exactly what it was trained on, and no more claimed than was done."""

import time
from typing import Any

from fets_desktop.study.model import ModelCard


def local_card(arguments: dict[str, Any], parent: ModelCard | None, steps: int, patch: int, epoch: int) -> ModelCard:
    """Return the card; what the export and its scoring find out is filled in there.

    Args:
        arguments: The training's own, see `Training`.
        parent: The card of the model it was to start from.
        steps: Patches seen.
        patch: Their edge in voxels.
        epoch: The epoch whose weights were kept, counted from 1.
    """
    goes_on = bool(arguments["weights"]) and parent is not None
    scored = len(arguments["validation"])
    on = f"{_count(scored, 'validation case')} of this workspace, not trained on here; mean Dice of the proposals"
    return ModelCard(
        name="local",
        version=arguments["version"],
        family=str(arguments.get("family", "")),
        precision="",
        inputs=(),
        outputs=(),
        training_data=_training_data(arguments, parent if goes_on else None, steps, patch),
        scores={"on": on if scored else "nothing: there was no validation case"},
        created=time.strftime("%Y-%m-%d", time.gmtime()),
        lineage={
            "parent": arguments["parent_id"],
            "weights": "of the parent" if goes_on else "new",
            "command": "train",
            "epochs": arguments["epochs"],
            "epoch": epoch,
            "steps": steps,
        },
        licence=parent.licence if parent and goes_on else "",
        limits=f"Trained at one site and scored nowhere else. {parent.limits if parent and goes_on else ''}".strip(),
        extra=_surgery_seen(arguments, parent if goes_on else None),
    )


def _surgery_seen(arguments: dict[str, Any], parent: ModelCard | None) -> dict[str, list[str]]:
    """Return when the scans were taken that the weights have seen; nothing where it is not known of all of them."""
    said = {case.get("surgery", "") for case in arguments["train"]}
    before = parent.extra.get("surgery") if parent else []
    if "" in said or before is None:
        return {}
    return {"surgery": sorted({*said, *before})}


def _training_data(arguments: dict[str, Any], parent: ModelCard | None, steps: int, patch: int) -> str:
    parent_id = arguments["parent_id"]
    if parent is not None:
        origin = f"going on from the weights of {parent_id}. Before that: {parent.training_data}"
    elif parent_id:
        origin = f"from new weights, because the trainable weights of {parent_id} are not on this computer."
    else:
        origin = "from new weights."
    cases, patches = _count(len(arguments["train"]), arguments["source"]), _count(steps, "patch", "patches")
    return f"{cases}, {patches} of {patch} voxels in {_count(arguments['epochs'], 'epoch')}, {origin}"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"
