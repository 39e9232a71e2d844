"""The verb evaluate: scores of a model, of several, of their fusion on labelled cases, and beside another's."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fets_desktop.app.evaluating import Evaluation
from fets_desktop.app.evaluation_words import MEASURES, TITLES, paired_in_words
from fets_desktop.app.hall import Hall
from fets_desktop.app.score_table import write_csv
from fets_desktop.cli.answer import Answer, Refusal, table
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import LABEL, Fusion
from fets_desktop.study.labels import REGIONS


def evaluate(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Score a model, or several and their fusion; a case that cannot be scored is listed and the rest goes on."""
    fusion = _fusion(options)
    beside = options.against or ""
    if options.cases == "approved":
        job = hall.evaluating.start_own(options.model, fusion, beside)
    else:
        job = hall.evaluating.start_folder(
            options.model, Path(options.cases).expanduser(), options.scheme, fusion, beside
        )
    answer = Answer()
    view = hall.jobs.wait([job], voice.progress)[0]
    if not answer.judge(view, hall.jobs.error(job), ""):
        return answer
    found = hall.evaluating.result(job)
    head = found.head
    answer.done = len(head["cases"])
    answer.refusals = list(_refusals(found, head))
    answer.plain = dict(head)
    if options.against:
        against = next(model for model in found.models if model["model"] == found.against)
        answer.plain |= {"against": against, "paired": _test_of(found, head, against)}
    if len(options.model) > 1 or fusion:
        answer.plain |= {"models": found.models, "tests": found.paired}
    if options.csv:
        answer.plain["csv"] = str(write_csv(found.models, options.csv.expanduser().absolute()))
    answer.lines = _lines(found, head)
    return answer


def _fusion(options: argparse.Namespace) -> Fusion | None:
    """Return which fusion is scored.

    Raises:
        StudyError: "wrong-usage".
    """
    if options.per and not options.fuse:
        raise StudyError("wrong-usage", "--per says what is fused; it goes with --fuse.")
    if options.fuse and len(set(options.model)) < 2:
        raise StudyError("wrong-usage", "A fusion is of two models or more; name each with --model.")
    return Fusion(options.fuse, options.per or LABEL) if options.fuse else None


def _test_of(found: Evaluation, *pair: dict[str, Any]) -> dict[str, Any]:
    """Return the test of two models; nothing if they are one and the same."""
    names = {model["model"] for model in pair}
    return next((test for test in found.paired if set(test["models"]) == names), {})


def _refusals(found: Evaluation, head: dict[str, Any]) -> Iterator[Refusal]:
    """Yield what could not be scored at all by its case, and what a single model could not, by the model too."""
    everywhere = {one["case"] for one in head["refused"]}
    for model in found.models:
        for one in model["refused"]:
            if model is head:
                yield Refusal.of(StudyError(one["code"], one["detail"]), one["case"])
            elif one["case"] not in everywhere:
                yield Refusal.of(StudyError(one["code"], one["detail"]), f"{one['case']}, {model['model']}")


def _lines(found: Evaluation, head: dict[str, Any]) -> list[str]:
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
        lines += _standing_lines(model.get("standings", {}))
    lines += [f"{row['case']}: {words}" for row in head["cases"] for words in row["remarks"]]
    tests = [test for test in found.paired if head["model"] in test["models"]]
    return [*lines, *(words for test in tests for words in paired_in_words(test))]


def _standing_lines(standings: dict[str, dict[str, dict[str, float | None]]]) -> list[str]:
    """Return what a fusion made of each member, in the mean of the cases; nothing of a model that is none."""
    shown = [
        [name, part, *("-" if value is None else f"{value:.3f}" for value in each.values())]
        for name, mine in standings.items()
        for part, each in mine.items()
    ]
    return [*table(["member", "of", "weight", "sensitivity", "specificity"], shown), ""] if shown else []


def _numbers(values: dict[str, float], digits: int) -> list[str]:
    return [f"{values[str(region)]:.{digits}f}" for region in REGIONS]


def _with_ends(model: dict[str, Any], measure: str, region: str) -> str:
    digits = 1 if measure.endswith("_mm") else 3
    mean, ends = model["mean"][measure][region], model["interval"][measure][region]
    spread = f" ({ends[0]:.{digits}f} to {ends[1]:.{digits}f})" if ends else ""
    return f"{mean:.{digits}f}{spread}"
