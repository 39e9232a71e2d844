"""Score rounds: every model that a federation's server has kept, on labelled cases that no site has seen."""

import json
from pathlib import Path
from typing import Any

from fets_desktop.app.tasks.federate import Bench, score_each
from fets_desktop.app.tasks.train import training_case
from fets_desktop.federate.selection import models_in
from fets_desktop.imaging.disk import write_whole
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import part
from fets_desktop.train.validate import mean_scores


def run(context: TaskContext) -> dict[str, Any]:
    """Score what was not scored before on the same cases, and keep each score when it is known.

    Returns:
        `scores`: by the number of rounds behind the model, the mean Dice by region; `cases`: how many.
    """
    arguments = context.arguments
    if not arguments["cases"]:
        raise StudyError("too-few-cases", "Which cases were meant is no longer known; start it again.")
    context.progress(0.0, "Looking at the cases")
    cases = [training_case(plain) for plain in arguments["cases"]]
    models = models_in(Path(arguments["folder"]))
    kept = Path(arguments["kept"])
    scores: dict[str, dict[str, float]] = json.loads(kept.read_bytes()) if kept.exists() else {}
    bench = Bench(context.scratch)
    for at, (number, path) in enumerate(models.items()):
        heard = part(context.progress, at / len(models), (at + 1) / len(models), f"Round {number}: ")
        heard(0.0, "")
        if str(number) not in scores:
            scores[str(number)] = mean_scores(score_each(path, cases, bench, heard))
            write_whole(kept, json.dumps(scores).encode())
    return {"scores": {str(number): scores[str(number)] for number in models}, "cases": len(cases)}
