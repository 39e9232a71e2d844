"""Segment with several candidates: one after another, each in a process of its own, then their fusion.

What a candidate held in memory is free before the next one begins, and one that brings its process down brings nobody
else's with it. This process itself holds label maps alone.
"""

import time
from pathlib import Path
from typing import Any

from fets_desktop.app.tasks.own_process import run_alone
from fets_desktop.app.tasks.stored import sound
from fets_desktop.imaging.files import read_labels, write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.review.disagreement import disagreement
from fets_desktop.review.measures import volumes_ml
from fets_desktop.segment.fusion import fuse
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.labels import SCHEMES
from fets_desktop.study.plain import to_plain
from fets_desktop.study.progress import part
from fets_desktop.study.volume import LabelMap

_FUSED_FROM = 0.9
_SHOWN_SLICES = 20
_FATAL = ("disk-full", "read-only")
"""What would befall every other candidate, too."""


def run(context: TaskContext) -> dict[str, Any]:
    """Run the candidates that have not proposed yet, tell each proposal, fuse all of them.

    Returns:
        `labels`, `scheme`, `volumes_ml` of the fused one, `members`, `failed`, `standings`, `contested` (by region
        pairs of slice and mm2), `entropy` (by region a file), `remark`, `seconds`.

    Raises:
        StudyError: If every candidate failed, the first one's; "mixed-grids", "stray-labels", "disk-full" ...
        Cancelled: Through the context.
    """
    start = time.monotonic()
    candidates, failed = _candidates(context)
    how = Fusion(**context.arguments["fusion"])
    fused = fuse(candidates, how, part(context.progress, _FUSED_FROM, 0.97))
    context.progress(0.97, "Looking where they disagree")
    found = disagreement(list(candidates.values()))
    entropy = {
        str(region): str(write_array(context.scratch / f"entropy-{region}.nii.gz", one.entropy.array, one.entropy.grid))
        for region, one in found.items()
    }
    labels = write_array(context.scratch / "fused.nii.gz", fused.labels.array, fused.labels.grid)
    return {
        "labels": str(labels),
        "scheme": fused.labels.scheme.name,
        "volumes_ml": to_plain(volumes_ml(fused.labels).regions_ml),
        "members": list(candidates),
        "failed": failed,
        "standings": to_plain(fused.standings),
        "contested": {str(r): [[s.index, s.area_mm2] for s in one.slices[:_SHOWN_SLICES]] for r, one in found.items()},
        "entropy": entropy,
        "remark": fused.remark,
        "seconds": time.monotonic() - start,
    }


def _candidates(context: TaskContext) -> tuple[dict[str, LabelMap], list[dict[str, str]]]:
    """Return what each candidate proposes, by its id, and those that failed."""
    arguments = context.arguments
    models = arguments["models"]
    candidates: dict[str, LabelMap] = {}
    failed: list[dict[str, str]] = []
    for number, model in enumerate(models):
        try:
            candidates[model["id"]] = _candidate(context, number, model)
        except StudyError as error:
            if error.code in _FATAL:
                raise
            failed.append({"model": model["id"], "code": error.code, "detail": error.detail})
            context.tell(failed[-1])
    if not candidates:
        why = "; ".join(f"{one['model']}: {one['detail']}" for one in failed)
        raise StudyError(failed[0]["code"], f"No candidate came through. {why}")
    return candidates, failed


def _candidate(context: TaskContext, number: int, model: dict[str, str]) -> LabelMap:
    """Return what one candidate proposes: what it proposed before, or what it proposes now, which is told."""
    arguments = context.arguments
    name, share = model["id"].split("@")[0], _FUSED_FROM / len(arguments["models"])
    prefix = f"{name} ({number + 1} of {len(arguments['models'])}): "
    heard = part(context.progress, number * share, (number + 1) * share, prefix)
    if known := arguments.get("known", {}).get(model["id"]):
        heard(0.0, "Reading what it proposed before")
        return read_labels(sound(Path(known["path"])), SCHEMES[known["scheme"]])
    wish = {key: arguments[key] for key in ("volumes", "leave_out", "threads")}
    wish |= {"model": model["path"], "model_id": model["id"]}
    result = run_alone("segment", wish, context.scratch / f"candidate-{number}", heard)
    labels = read_labels(Path(result["labels"]), SCHEMES[result["scheme"]])
    context.tell({"model": model["id"], **result})
    return labels
