"""The verb federation simulate: the paper's experiment on one computer."""

import argparse
from pathlib import Path
from typing import Any

from fets_desktop.app.federation.experiment import MODELS, PARTS, SETS
from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer, Refusal, table
from fets_desktop.cli.parser_simulation import experiment_of
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError

DEFAULT_FOLDER = Path("federation-simulation")
_WORDS = {"local": "local validation", "outside": "out of sample"}


def simulate(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Simulate a federation; a case that cannot be used is listed and the rest goes on."""
    if not options.cases:
        raise StudyError("wrong-usage", "Say which cases: federation simulate --cases FOLDER.")
    folder = (options.folder or DEFAULT_FOLDER).expanduser().absolute()
    cases, experiment = options.cases.expanduser().absolute(), experiment_of(options)
    if before := hall.simulating.found_before(folder, cases, experiment):
        voice.note("The same was simulated there before; this is what it found. For another try, name another folder.")
        return _told(folder, before)
    job = hall.simulating.start(folder, cases, experiment)
    answer = Answer()
    view = hall.jobs.wait([job], voice.progress)[0]
    if not answer.judge(view, hall.jobs.error(job), ""):
        return answer
    return _told(folder, hall.simulating.result(job))


def _told(folder: Path, found: dict[str, Any]) -> Answer:
    answer = Answer({"folder": str(folder), **found}, done=1)
    answer.refusals = [Refusal.of(StudyError(one["code"], one["detail"]), one["case"]) for one in found["refused"]]
    answer.lines = [*_lines(found), f"Everything lies in {folder}; begin with report.html."]
    return answer


def _lines(found: dict[str, Any]) -> list[str]:
    rows = [
        [_WORDS[name], model, found[name]["cases"], *(f"{found[name]['dice'][model][p]['mean']:.3f}" for p in PARTS)]
        for name in SETS
        if found[name]["cases"]
        for model in MODELS
    ]
    tests = [
        [_WORDS[name], f"consensus - {t['models'][1]}", *_differences(t), f"{t['mean']['p']:.2g}"]
        for name in SETS
        for t in found[name]["tests"]
    ]
    return [
        *table(["Dice on", "model", "cases", *PARTS], rows),
        *table(["paired", "difference", *PARTS, "p of the mean"], tests),
    ]


def _differences(test: dict[str, Any]) -> list[str]:
    return [f"{test[part]['difference']['mean']:+.3f}" for part in PARTS]
