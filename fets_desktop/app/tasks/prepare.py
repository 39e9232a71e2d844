"""Prepare: the recipe with the brain extraction by the atlas that set-up fetched."""

from pathlib import Path
from typing import Any

from fets_desktop.jobs.worker import TaskContext
from fets_desktop.preprocess.atlas_brain import AtlasBrain
from fets_desktop.preprocess.recipe import RECIPE_VERSION, prepare
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.plain import to_plain
from fets_desktop.study.resources import atlas


def run(context: TaskContext) -> dict[str, Any]:
    """Run the steps that are not done yet and name every file to publish."""
    sources = {Contrast(name): Path(path) for name, path in context.arguments["sources"].items()}
    brain = AtlasBrain(atlas(), atlas(skull_stripped=True))
    prepared = prepare(
        sources,
        atlas(),
        brain,
        Path(context.arguments["folder"]),
        context.progress,
        mask_maker_id=brain.id,
        threads=context.arguments["threads"],
        shares=context.arguments.get("shares"),
    )
    products: dict[str, Path] = {"brain_mask": prepared.brain_mask, "provenance": prepared.provenance}
    products |= {f"prepared/{contrast}": path for contrast, path in prepared.volumes.items()}
    products |= {f"head/{contrast}": path for contrast, path in prepared.heads.items()}
    products |= {f"transform/{name}": path for name, path in prepared.transforms.items()}
    products |= {f"picture/{name}": path for name, path in prepared.pictures.items()}
    return {
        "recipe": RECIPE_VERSION,
        "products": {name: str(path) for name, path in products.items()},
        "findings": to_plain(prepared.findings),
    }
