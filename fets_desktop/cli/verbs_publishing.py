"""The verbs that make a federation's best round a model: federation score and publish, join publish."""

import argparse
from pathlib import Path

from fets_desktop.app.federation.publishing import Chosen
from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer, table
from fets_desktop.cli.verbs_train import scores_in_words
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS


def score(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Score every round's model on cases that no site has seen, and say which is the best."""
    cases = _cases(options)
    if cases is None:
        raise StudyError("wrong-usage", "Say on which cases: federation score FOLDER --cases FOLDER.")
    job = hall.publishing.score(options.folder, cases)
    answer = Answer()
    view = hall.jobs.wait([job], voice.progress)[0]
    if answer.judge(view, hall.jobs.error(job), ""):
        found = hall.publishing.result(job)
        parts = (*map(str, REGIONS), "mean")
        rows = [[number, *(f"{dice[part]:.3f}" for part in parts)] for number, dice in found["scores"].items()]
        best = found["selected"]
        answer.plain = found
        answer.lines = table(["rounds behind it", *(f"Dice {part}" for part in parts)], rows)
        answer.lines.append(f"The model with {_rounds(best)} behind it scored best on {found['cases']} cases.")
    return answer


def publish(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Take the best round's model of a federation that is owned here into the registry."""
    return _publish(hall, hall.publishing.best_of_folder(options.folder, options.round), options, voice)


def publish_here(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Take the round's model that scored best at this site into the registry."""
    member = hall.joining.member(options.file)
    return _publish(hall, hall.publishing.best_of_site(member.plan.id, options.round), options, voice)


def _publish(hall: Hall, chosen: Chosen, options: argparse.Namespace, voice: Voice) -> Answer:
    job = hall.publishing.start(chosen, _cases(options))
    answer = Answer()
    view = hall.jobs.wait([job], voice.progress)[0]
    if answer.judge(view, hall.jobs.error(job), ""):
        found = hall.publishing.result(job)
        answer.plain = {**found, "federation": chosen.plan.id, "round": chosen.number, "chosen_by": chosen.why}
        answer.lines = [
            f"{found['model']}: the model with {_rounds(chosen.number)} behind it, chosen by {chosen.why}.",
            "It is INT8." if found["passed"] else "INT8 lost too much: it was published in full precision.",
            scores_in_words(found["scores"]),
            "It proposes once it is chosen: fets-desktop segment --model, or Models in the window.",
        ]
    return answer


def _rounds(number: int) -> str:
    return "1 round" if number == 1 else f"{number} rounds"


def _cases(options: argparse.Namespace) -> Path | None:
    return options.cases.expanduser().absolute() if options.cases else None
