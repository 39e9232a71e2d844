"""Export: a case's files in atlas space and in the space of every source series, made in scratch."""

import json
import shutil
from pathlib import Path
from typing import Any

from fets_desktop.imaging.disk import write_whole
from fets_desktop.imaging.files import read_labels, write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.preprocess.inverse import to_native
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import SCHEMES
from fets_desktop.study.plain import from_plain


def run(context: TaskContext) -> dict[str, Any]:
    """Write `atlas/` and `native/` folders with BraTS names and return the folder to publish."""
    folder = context.scratch / "export"
    name = str(context.arguments["case"])
    if context.arguments["space"] in ("atlas", "both"):
        _write_atlas(context.arguments, folder / "atlas", name)
    if context.arguments["space"] in ("native", "both"):
        _write_native(context, folder / "native", name)
    if context.arguments["labels"]:
        _write_meaning(context.arguments, folder / f"{name}_labels.json")
    return {"folder": str(folder)}


def _write_meaning(arguments: dict[str, Any], path: Path) -> None:
    """Say beside the label maps what their values mean: a 3 is tumour in one scheme and unknown to another."""
    scheme = SCHEMES[arguments["scheme"]]
    meaning = {
        "scheme": scheme.name,
        "title": scheme.title,
        "values": {str(value): tissue.words for value, tissue in scheme.values},
        "version": arguments["version"],
        "approved": arguments["approved"],
    }
    write_whole(path, json.dumps(meaning, indent=1).encode())


def _write_atlas(arguments: dict[str, Any], folder: Path, name: str) -> None:
    folder.mkdir(parents=True)
    for contrast, path in arguments["volumes"].items():
        shutil.copyfile(path, folder / f"{name}_{Contrast(contrast).brats_name}.nii.gz")
    shutil.copyfile(arguments["brain_mask"], folder / f"{name}_brainmask.nii.gz")
    if arguments["labels"]:
        shutil.copyfile(arguments["labels"], folder / f"{name}_seg.nii.gz")


def _write_native(context: TaskContext, folder: Path, name: str) -> None:
    arguments = context.arguments
    folder.mkdir(parents=True)
    transforms = {key: Path(path) for key, path in arguments["transforms"].items()}
    labels = read_labels(Path(arguments["labels"]), SCHEMES[arguments["scheme"]]) if arguments["labels"] else None
    for number, (key, path) in enumerate(arguments["series"].items()):
        contrast = Contrast(key)
        context.progress(number / len(arguments["series"]), f"{contrast} in its own space")
        shutil.copyfile(path, folder / f"{name}_{contrast.brats_name}.nii.gz")
        if labels is not None:
            native = to_native(labels, contrast, transforms, from_plain(Grid, arguments["grids"][key]))
            write_array(folder / f"{name}_{contrast.brats_name}_seg.nii.gz", native.array, native.grid)
