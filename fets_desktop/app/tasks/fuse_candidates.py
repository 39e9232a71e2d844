"""Fuse candidates: label maps that stand side by side in a review become one more of them."""

from pathlib import Path
from typing import Any

from fets_desktop.imaging.files import read_labels, write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.segment.fusion import fuse
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.labels import SCHEMES
from fets_desktop.study.progress import part


def run(context: TaskContext) -> dict[str, Any]:
    """Read the candidates, fuse them, write what they become.

    Returns:
        `labels` (a file), `scheme`, `remark`.

    Raises:
        StudyError: "mixed-grids", "stray-labels", "disk-full" ...
        Cancelled: Through the context.
    """
    context.progress(0.0, "Reading the candidates")
    candidates = {
        each["name"]: read_labels(Path(each["path"]), SCHEMES[each["scheme"]])
        for each in context.arguments["candidates"]
    }
    fused = fuse(candidates, Fusion(**context.arguments["fusion"]), part(context.progress, 0.2, 0.95))
    labels = write_array(context.scratch / "fused.nii.gz", fused.labels.array, fused.labels.grid)
    return {"labels": str(labels), "scheme": fused.labels.scheme.name, "remark": fused.remark}
