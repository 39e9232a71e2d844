"""Prepare: the recipe with the brain extraction by the network that ships."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fets_desktop.jobs.worker import TaskContext
from fets_desktop.preprocess.recipe import RECIPE_VERSION, prepare
from fets_desktop.preprocess.step import Given, MaskMaker
from fets_desktop.segment.brain import BrainNetwork
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.plain import to_plain
from fets_desktop.study.progress import Progress
from fets_desktop.study.resources import atlas, resource
from fets_desktop.study.volume import Mask, Volume


def run(context: TaskContext) -> dict[str, Any]:
    """Run the steps that are not done yet and name every file to publish."""
    sources = {Contrast(name): Path(path) for name, path in context.arguments["sources"].items()}
    threads = context.arguments["threads"]
    given = {step: Given(Path(made["path"]), made["author"], made["time"]) for step, made in _by_hand(context).items()}
    maker, maker_id = _brain_extraction() if "brain" not in given else (_drawn, "")
    prepared = prepare(
        sources,
        atlas(),
        maker,
        Path(context.arguments["folder"]),
        context.progress,
        mask_maker_id=maker_id,
        threads=threads,
        shares=context.arguments.get("shares"),
        given=given,
        told=lambda step, finding: context.tell({"step": step, "finding": to_plain(finding)}),
    )
    products: dict[str, Path] = {"brain_mask": prepared.brain_mask, "provenance": prepared.provenance}
    products |= {f"prepared/{contrast}": path for contrast, path in prepared.volumes.items()}
    products |= {f"head/{contrast}": path for contrast, path in prepared.heads.items()}
    products |= {f"transform/{name}": path for name, path in prepared.transforms.items()}
    products |= {f"picture/{name}": path for name, path in prepared.pictures.items()}
    return {
        "recipe": RECIPE_VERSION,
        "products": {name: str(path) for name, path in products.items()},
        "hashes": {name: prepared.hashes.get(path.name, "") for name, path in products.items()},
        "findings": to_plain(prepared.findings),
    }


def _brain_extraction() -> tuple[MaskMaker, str]:
    network = BrainNetwork(resource("models", "brain.fetsmodel"))
    return network, network.id


def _drawn(_volumes: Mapping[Contrast, Volume], _progress: Progress) -> Mask:
    """Stand where the brain extraction stands: a person's mask holds, and reading the network would only cost time."""
    raise StudyError("step-failed", "A mask was drawn, and yet a program was asked for one.")


def _by_hand(context: TaskContext) -> dict[str, dict[str, str]]:
    """Return what persons made by hand; the order of a job from before that was possible has no such word."""
    made: dict[str, dict[str, str]] = context.arguments.get("by_hand", {})
    return made
