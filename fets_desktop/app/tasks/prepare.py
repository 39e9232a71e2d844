"""Prepare: the recipe with the brain extraction that the installation ships."""

from pathlib import Path
from typing import Any

from fets_desktop.jobs.worker import TaskContext
from fets_desktop.preprocess.recipe import RECIPE_VERSION, prepare
from fets_desktop.segment.brain import make_brain_mask
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.plain import to_plain
from fets_desktop.study.resources import atlas, resource


def run(context: TaskContext) -> dict[str, Any]:
    """Run the steps that are not done yet and name every file to publish."""
    sources = {Contrast(name): Path(path) for name, path in context.arguments["sources"].items()}
    mask_maker = make_brain_mask(resource("models", "brain"), context.arguments["threads"])
    folder = Path(context.arguments["folder"])
    prepared = prepare(sources, atlas(), mask_maker, folder, context.progress)
    products: dict[str, Path] = {"brain_mask": prepared.brain_mask}
    products |= {f"prepared/{contrast}": path for contrast, path in prepared.volumes.items()}
    products |= {f"head/{contrast}": path for contrast, path in prepared.heads.items()}
    products |= {f"transform/{name}": path for name, path in prepared.transforms.items()}
    products |= {f"picture/{name}": path for name, path in prepared.pictures.items()}
    return {
        "recipe": RECIPE_VERSION,
        "products": {name: str(path) for name, path in products.items()},
        "findings": to_plain(prepared.findings),
    }
