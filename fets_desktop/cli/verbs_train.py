"""The verb train."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError


def train(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Train on the approved cases of the split, or on a folder of labelled cases; the model joins the registry."""
    if options.epochs < 1:
        raise StudyError("wrong-usage", "An epoch is one pass over the cases: give 1 or more.")
    if options.cases == "approved":
        job = hall.training.start(
            options.epochs, device=options.device, patience=options.patience, family=options.family
        )
    else:
        folder = Path(options.cases).expanduser()
        if not folder.is_dir():
            raise StudyError("no-images", "The folder with the training cases does not exist.")
        job = hall.training.start_folder(
            folder.resolve(), options.epochs, options.device, patience=options.patience, family=options.family
        )
    answer = Answer()
    view = hall.jobs.wait([job], voice.progress)[0]
    if answer.judge(view, hall.jobs.error(job), ""):
        model, scores = hall.training.model(job), hall.training.scores(job)
        answer.plain = {"model": model, "scores": scores}
        answer.lines = [f"{model} was trained. {scores_in_words(scores)}"]
        if stopped := hall.training.stopped(job):
            answer.plain["stopped"] = stopped
            answer.lines.append(stopped)
        if assumed := hall.training.assumed(job):
            answer.plain["assumed"] = assumed
            answer.lines.append(assumed)
    return answer


def scores_in_words(scores: Mapping[str, Any]) -> str:
    """Return measured scores as they stand, or that there are none."""
    return f"Scores: {json.dumps(scores)}" if scores else "It was not scored: no case was kept for validation."
