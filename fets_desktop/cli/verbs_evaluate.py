"""The verb evaluate: a model's scores on labelled cases, and beside another's if one is named."""

import argparse
from pathlib import Path
from typing import Any

from fets_desktop.app.evaluating import Evaluation
from fets_desktop.app.evaluation_words import MEASURES, TITLES, paired_in_words
from fets_desktop.app.hall import Hall
from fets_desktop.app.score_table import write_csv
from fets_desktop.cli.answer import Answer, Refusal, table
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS


def evaluate(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Score a model; a case that cannot be scored is listed and the rest goes on."""
    models = [options.model, *([options.against] if options.against else [])]
    if options.cases == "approved":
        job = hall.evaluating.start_own(models)
    else:
        job = hall.evaluating.start_folder(models, Path(options.cases).expanduser(), options.scheme)
    answer = Answer()
    view = hall.jobs.wait([job], voice.progress)[0]
    if not answer.judge(view, hall.jobs.error(job), ""):
        return answer
    found = hall.evaluating.result(job)
    first = found.models[0]
    answer.done = len(first["cases"])
    answer.refusals = [Refusal.of(StudyError(one["code"], one["detail"]), one["case"]) for one in first["refused"]]
    answer.plain = dict(first)
    if options.against:
        answer.plain |= {"against": found.models[-1], "paired": found.paired[0] if found.paired else {}}
    if options.csv:
        answer.plain["csv"] = str(write_csv(found.models, options.csv.expanduser().absolute()))
    answer.lines = _lines(found)
    return answer


def _lines(found: Evaluation) -> list[str]:
    lines: list[str] = []
    regions = [str(region) for region in REGIONS]
    for model in found.models:
        rows = sorted(model["cases"], key=lambda row: sum(row["dice"].values()))
        shown = [
            [row["case"], *_numbers(row["dice"], 3), *_numbers(row["hd95_mm"], 1), f"{row['seconds']:.1f}"]
            for row in rows
        ]
        heads = ["case", *(f"Dice {r}" for r in regions), *(f"HD95 {r}" for r in regions), "seconds"]
        lines += [f"{model['model']}, worst case first", *table(heads, shown), ""]
        means = [
            [TITLES[measure], *(_with_ends(model, measure, region) for region in regions)]
            for measure in MEASURES
            if measure in model["mean"]
        ]
        lines += [*table(["mean (95 % interval)", *regions], means), ""]
    lines += [f"{row['case']}: {words}" for row in found.models[0]["cases"] for words in row["remarks"]]
    return [*lines, *(words for test in found.paired for words in paired_in_words(test))]


def _numbers(values: dict[str, float], digits: int) -> list[str]:
    return [f"{values[str(region)]:.{digits}f}" for region in REGIONS]


def _with_ends(model: dict[str, Any], measure: str, region: str) -> str:
    digits = 1 if measure.endswith("_mm") else 3
    mean, ends = model["mean"][measure][region], model["interval"][measure][region]
    spread = f" ({ends[0]:.{digits}f} to {ends[1]:.{digits}f})" if ends else ""
    return f"{mean:.{digits}f}{spread}"
