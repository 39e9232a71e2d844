"""The verbs prepare and segment: without names, every case that is ready is taken; what is done is not done again."""

import argparse
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer, table
from fets_desktop.cli.voice import Voice
from fets_desktop.study.case import Case, Stage, Surgery
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS
from fets_desktop.study.progress import Progress

Start = Callable[[str], str]


def work(hall: Hall, cases: Iterable[str], start: Start, answer: Answer, progress: Progress) -> dict[str, str]:
    """Start one job a case and wait for all; a case that fails is noted and the rest goes on.

    Returns:
        The jobs that were done, by case.
    """
    jobs: dict[str, str] = {}
    for case in dict.fromkeys(cases):
        with answer.trying(case):
            jobs[case] = start(case)
    views = hall.jobs.wait(jobs.values(), progress)
    ended = zip(jobs, views, strict=True)
    return {case: view.id for case, view in ended if answer.judge(view, hall.jobs.error(view.id), case)}


def named_or(hall: Hall, names: Sequence[str], fits: Callable[[Case], bool], lacking: str) -> list[str]:
    """Return the cases that were named, else every one that fits and is not excluded.

    Raises:
        StudyError: "wrong-stage" if none was named and none fits.
    """
    if names:
        return list(names)
    found = [case.id for case in hall.cases.all() if case.stage is not Stage.EXCLUDED and fits(case)]
    if not found:
        raise StudyError("wrong-stage", lacking)
    return found


def is_prepared(hall: Hall, case: str) -> bool:
    """Tell whether a case stands on the atlas grid."""
    return "brain_mask" in hall.cases.products(case)


def prepare(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Bring cases to the atlas grid; a case that was named is gone through again, its finished steps are skipped."""
    answer = Answer()
    cases = named_or(hall, options.cases, lambda case: not case.missing, "No case has all four contrasts.")
    before = [] if options.cases else [case for case in cases if is_prepared(hall, case)]
    answer.done = len(before)
    todo = (case for case in cases if case not in before)
    done = work(hall, todo, lambda case: hall.preparing.start([case])[0], answer, voice.progress)
    ready = [case for case in cases if case in done or case in before]
    answer.plain = {"cases": [_prepared(hall, case) for case in ready]}
    for case in ready:
        steps = [
            [f"  {finding.title}", finding.grade, f"{finding.seconds:.1f} s", finding.text]
            for finding in hall.cases.findings(case)
        ]
        answer.lines += [f"{case}: {hall.cases.get(case).stage.words}", *table(["  step", "", "", "found"], steps)]
    return answer


def _prepared(hall: Hall, case: str) -> dict[str, Any]:
    products = hall.cases.products(case)
    return {
        "case": case,
        "steps": [
            {
                "step": finding.step,
                "title": finding.title,
                "grade": str(finding.grade),
                "text": finding.text,
                "seconds": finding.seconds,
                "numbers": dict(finding.numbers),
            }
            for finding in hall.cases.findings(case)
        ],
        "brain_mask": str(products["brain_mask"].path),
        "made_by": _made_by(products["provenance"].path if "provenance" in products else None),
        "volumes": {str(contrast): str(products[f"prepared/{contrast}"].path) for contrast in ALL_CONTRASTS},
        "heads": {str(contrast): str(products[f"head/{contrast}"].path) for contrast in ALL_CONTRASTS},
        "pictures": {
            name.removeprefix("picture/"): str(product.path)
            for name, product in products.items()
            if name.startswith("picture/")
        },
    }


def _made_by(provenance: Path | None) -> dict[str, Any]:
    """Return recipe version, parameters, engines and hashes, {} of a case that an older version prepared."""
    told: dict[str, Any] = json.loads(provenance.read_text(encoding="utf-8")) if provenance else {}
    return told


def segment(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Let models propose labels; a case that was named gets a new proposal, others only if they have none."""
    answer = Answer()
    models = _models_to_use(hall, options.model)
    cases = named_or(hall, options.cases, lambda case: is_prepared(hall, case.id), "No case is prepared.")
    if options.surgery:
        for case in cases:
            with answer.trying(case):
                hall.segmenting.say_surgery([case], Surgery(options.surgery))
    rows: list[dict[str, Any]] = []
    # one model after the other: two proposals for one case at a time would stop one another
    for model in models:
        before = [] if options.cases else [case for case in cases if _has_proposal(hall, case, model)]
        answer.done += len(before)
        todo = [case for case in cases if case not in before and case not in {r.name for r in answer.refusals}]
        start = partial(_propose, hall, model, options.leave_out or None)
        done = work(hall, todo, start, answer, voice.progress)
        rows += [_proposed(hall, case, model) for case in cases if case in done or case in before]
    answer.plain = {"cases": rows}
    shown = [[r["case"], r["model"], *volumes_in_words(r["volumes_ml"]), f"{r['seconds']:.1f}"] for r in rows]
    answer.lines = table(["case", "model", "ET ml", "TC ml", "WT ml", "seconds"], shown)
    answer.lines += [f"{r['case']}: {r['caution']}" for r in rows if r["caution"]]
    return answer


def _propose(hall: Hall, model: str, leave_out: Sequence[str] | None, case: str) -> str:
    return hall.segmenting.start([case], model, leave_out)[0]


def _models_to_use(hall: Hall, names: Sequence[str]) -> list[str]:
    """Return the ids of the models that are named, else that of the current one.

    Raises:
        StudyError: "bad-model".
    """
    if names:
        return list(dict.fromkeys(hall.models.get(name).id for name in names))
    current = hall.models.current()
    if current is None:
        raise StudyError("bad-model", "No model has been chosen yet.")
    return [current.id]


def volumes_in_words(volumes_ml: Mapping[str, float]) -> list[str]:
    """Return the volumes of ET, TC and WT in ml with one decimal."""
    return [f"{volumes_ml.get(region, 0.0):.1f}" for region in REGIONS]


def _has_proposal(hall: Hall, case: str, model: str) -> bool:
    """Tell whether the case as it is prepared now has a proposal of this model."""
    return hall.cases.get(case).stage is not Stage.PREPARED and f"proposal/{model}" in hall.cases.products(case)


def _proposed(hall: Hall, case: str, model: str) -> dict[str, Any]:
    product = hall.cases.products(case)[f"proposal/{model}"]
    version = next(v for v in reversed(hall.cases.versions(case)) if v.author == f"model {model}")
    return {
        "case": case,
        "model": model,
        "version": version.id,
        "scheme": version.scheme,
        "labels": str(product.path),
        "volumes_ml": dict(version.volumes_ml),
        "seconds": product.details.get("seconds", 0.0),
        "cleaning": product.details.get("cleaning", {}),
        "surgery": str(hall.cases.get(case).surgery),
        "caution": hall.segmenting.caution(case, model),
    }
