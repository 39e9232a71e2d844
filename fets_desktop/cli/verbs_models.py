"""The verbs train, models and verify."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from textwrap import shorten
from typing import Any

from fets_desktop.app.hall import Hall
from fets_desktop.app.models import WEIGHTS_SUFFIX
from fets_desktop.cli.answer import Answer, Refusal, table
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError


def train(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Train on the approved cases of the split, or on a folder of labelled cases; the model joins the registry."""
    if options.epochs < 1:
        raise StudyError("wrong-usage", "An epoch is one pass over the cases: give 1 or more.")
    if options.cases == "approved":
        job = hall.training.start(options.epochs)
    else:
        folder = Path(options.cases).expanduser()
        if not folder.is_dir():
            raise StudyError("no-images", "The folder with the training cases does not exist.")
        job = hall.training.start_folder(folder.resolve(), options.epochs)
    answer = Answer()
    view = hall.jobs.wait([job], voice.progress)[0]
    if answer.judge(view, hall.jobs.error(job), ""):
        model, scores = hall.training.model(job), hall.training.scores(job)
        answer.plain = {"model": model, "scores": scores}
        answer.lines = [f"{model} was trained. {scores_in_words(scores)}"]
        if assumed := hall.training.assumed(job):
            answer.plain["assumed"] = assumed
            answer.lines.append(assumed)
    return answer


def scores_in_words(scores: Mapping[str, Any]) -> str:
    """Return measured scores as they stand, or that there are none."""
    return f"Scores: {json.dumps(scores)}" if scores else "It was not scored: no case was kept for validation."


def models(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """List the registry, show a card, take a model in, copy one out, or choose the one that proposes."""
    if options.what == "list":
        return _list_models(hall)
    if not options.model:
        raise StudyError("wrong-usage", f"Name a model: models {options.what} MODEL.")
    answer = Answer()
    name = options.model
    if options.what == "import":
        name = hall.models.import_file(Path(name).expanduser()).id
    elif options.what == "export":
        if options.to is None:
            raise StudyError("wrong-usage", "Say where to: models export MODEL --to FILE.")
        file = hall.models.export_file(name, options.to.expanduser().absolute())
        # what training can go on from lies beside it, where this computer has it
        answer.plain["files"] = [str(path) for path in (file, file.with_suffix(WEIGHTS_SUFFIX)) if path.exists()]
    elif options.what == "use":
        hall.models.make_current(name)
    model = plain_model(hall, hall.models.get(name).id)
    answer.plain["models"] = [model]
    answer.lines = [f"{key}: {value if isinstance(value, str) else json.dumps(value)}" for key, value in model.items()]
    return answer


def _list_models(hall: Hall) -> Answer:
    every = [plain_model(hall, model.id) for model in hall.models.all()]
    rows = [
        [
            "*" if m["current"] else "",
            m["id"],
            m["kind"],
            m["created"],
            shorten(m["training_data"], 60, placeholder=" ..."),
        ]
        for m in every
    ]
    return Answer({"models": every}, table(["", "model", "kind", "created", "trained on"], rows))


def plain_model(hall: Hall, name: str) -> dict[str, Any]:
    """Return a model's card as JSON values."""
    model = hall.models.get(name)
    card = model.card
    return {
        "id": model.id,
        "sha256": model.sha256,
        "kind": f"{card.family} {card.precision}".strip(),
        "scores": dict(card.scores),
        "lineage": dict(card.lineage),
        "name": card.name,
        "version": card.version,
        "current": model.current,
        "created": card.created or model.created,
        "inputs": list(card.inputs),
        "outputs": list(card.outputs),
        "training_data": card.training_data,
        "limits": card.limits,
        "licence": card.licence,
        "file": str(model.path),
    }


def verify(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Check every stored file, the audit's chain and the records."""
    report = hall.auditing.verify()
    words = "Everything is as it was written" if report.ok else f"{len(report.faults)} faults were found"
    answer = Answer(
        {"ok": report.ok, "checked": report.checked, "faults": list(report.faults)},
        [f"{words}: {report.checked} files and records were checked."],
    )
    answer.refusals = [Refusal.of(StudyError("damaged-workspace", fault)) for fault in report.faults]
    return answer
