"""The verb prepare, and what verbs share that take every case that is ready; what is done is not done again."""

import argparse
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer, table
from fets_desktop.cli.voice import Voice
from fets_desktop.study.case import Case, Stage
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


def volumes_in_words(volumes_ml: Mapping[str, float]) -> list[str]:
    """Return the volumes of ET, TC and WT in ml with one decimal."""
    return [f"{volumes_ml.get(region, 0.0):.1f}" for region in REGIONS]
