"""The verb segment: one model or several propose labels; what several propose may be fused."""

import argparse
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from fets_desktop.app.fusing import FusedProposal
from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer, Refusal, table
from fets_desktop.cli.verbs_work import is_prepared, named_or, volumes_in_words, work
from fets_desktop.cli.voice import Voice
from fets_desktop.study.case import Stage, Surgery
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import LABEL, Fusion

_SLICES = 3
_NUMBERS = ("weight", "sensitivity", "specificity")


def segment(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Let models propose labels; a case that was named gets a new proposal, others only if they have none."""
    if options.per and not options.fuse:
        raise StudyError("wrong-usage", "--per says what is fused; it goes with --fuse.")
    if options.uncertainty and options.fuse:
        raise StudyError("wrong-usage", "--uncertainty is of one model; with --fuse it is told where models disagree.")
    answer = Answer()
    models = _models_to_use(hall, options.model, several=bool(options.fuse))
    cases = named_or(hall, options.cases, lambda case: is_prepared(hall, case.id), "No case is prepared.")
    if options.surgery:
        for case in cases:
            with answer.trying(case):
                hall.segmenting.say_surgery([case], Surgery(options.surgery))
    refused = {refusal.name for refusal in answer.refusals}
    ready = [case for case in cases if case not in refused]
    if options.fuse:
        rows = _fused_by(hall, options, voice, answer, models, ready)
        answer.lines = _lines(line for row in rows for line in (*row["candidates"], row))
        answer.lines += [line for row in rows for line in _fusion_lines(row)]
    else:
        rows = _each_by(hall, options, voice, answer, models, ready)
        answer.lines = _lines(rows) + [line for row in rows for line in _doubt_lines(row)]
    answer.plain = {"cases": rows}
    return answer


def _each_by(
    hall: Hall, options: argparse.Namespace, voice: Voice, answer: Answer, models: Sequence[str], cases: Sequence[str]
) -> list[dict[str, Any]]:
    """Return what each model proposes for each case, kept side by side."""
    rows: list[dict[str, Any]] = []
    # one model after the other: two proposals for one case at a time would stop one another
    for model in models:
        before = (
            []
            if options.cases
            else [case for case in cases if _has_proposal(hall, case, model, doubting=options.uncertainty)]
        )
        answer.done += len(before)
        todo = [case for case in cases if case not in before]
        start = partial(_propose, hall, model, options.leave_out or None, options.uncertainty)
        done = work(hall, todo, start, answer, voice.progress)
        rows += [_proposed(hall, case, model) for case in cases if case in done or case in before]
    return rows


def _fused_by(
    hall: Hall, options: argparse.Namespace, voice: Voice, answer: Answer, models: Sequence[str], cases: Sequence[str]
) -> list[dict[str, Any]]:
    """Return for each case what the models propose together; a candidate that failed is noted, the others go on."""
    how = Fusion(options.fuse, options.per or LABEL)
    standing = {} if options.cases else {case: hall.fusing.standing(case, models, how) for case in cases}
    before = [case for case, one in standing.items() if one]
    answer.done += len(before)
    start = partial(_fuse, hall, models, how, options.leave_out or None)
    done = work(hall, [case for case in cases if case not in before], start, answer, voice.progress)
    rows = []
    for case in cases:
        for one in hall.fusing.failed(done.get(case, "")):
            answer.refusals.append(Refusal.of(StudyError(one["code"], one["detail"]), f"{case}, {one['model']}"))
        fused = hall.fusing.of_job(done[case]) if case in done else standing.get(case)
        if fused is not None:
            rows.append(_proposed(hall, case, fused.name) | _told(hall, case, fused))
    return rows


def _propose(hall: Hall, model: str, leave_out: Sequence[str] | None, uncertainty: bool, case: str) -> str:
    return hall.segmenting.start([case], model, leave_out, uncertainty=uncertainty)[0]


def _fuse(hall: Hall, models: Sequence[str], how: Fusion, leave_out: Sequence[str] | None, case: str) -> str:
    return hall.fusing.start([case], models, how, leave_out)[0]


def _models_to_use(hall: Hall, names: Sequence[str], *, several: bool) -> list[str]:
    """Return the ids of the models that are named, else that of the current one, or of all in use to be fused.

    Raises:
        StudyError: "bad-model".
    """
    if names:
        return list(dict.fromkeys(hall.models.get(name).id for name in names))
    if several and (found := [model.id for model in hall.models.all() if not model.retired]):
        return found
    current = hall.models.current()
    if current is None:
        raise StudyError("bad-model", "No model has been chosen yet.")
    return [current.id]


def _has_proposal(hall: Hall, case: str, model: str, *, doubting: bool) -> bool:
    """Tell whether the case as it is prepared now has a proposal of this model, with its doubts if they are wanted."""
    found = hall.cases.products(case).get(f"proposal/{model}")
    if found is None or hall.cases.get(case).stage is Stage.PREPARED:
        return False
    return not doubting or "look_first" in found.details


def _proposed(hall: Hall, case: str, model: str) -> dict[str, Any]:
    products = hall.cases.products(case)
    product = products[f"proposal/{model}"]
    looks = product.details.get("look_first", {})
    members = product.details.get("members", [model])
    cautions = (hall.segmenting.unsure(case, model), hall.segmenting.caution(case, *members))
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
        "sure": product.details.get("sure"),
        "contradictory": product.details.get("contradictory", 0.0),
        "uncertainty": {region: str(products[f"proposal/{model}/uncertainty/{region}"].path) for region in looks},
        "look_first": looks,
        "surgery": str(hall.cases.get(case).surgery),
        "caution": " ".join([*(doubt.told for doubt in hall.segmenting.doubts(case)), *filter(None, cautions)]),
    }


def _told(hall: Hall, case: str, one: FusedProposal) -> dict[str, Any]:
    keys = ("method", "per", "members", "failed", "standings", "contested", "remark")
    entropy = {region: str(path) for region, path in one.entropy.items()}
    return {
        "fused": {key: one.details[key] for key in keys} | {"entropy": entropy},
        "candidates": [_proposed(hall, case, model) for model in one.details["members"]],
    }


def _lines(rows: Iterable[dict[str, Any]]) -> list[str]:
    rows = list(rows)
    shown = [[r["case"], r["model"], *volumes_in_words(r["volumes_ml"]), f"{r['seconds']:.1f}"] for r in rows]
    lines = table(["case", "model", "ET ml", "TC ml", "WT ml", "seconds"], shown)
    return lines + list(dict.fromkeys(f"{r['case']}: {r['caution']}" for r in rows if r["caution"]))


def _doubt_lines(row: dict[str, Any]) -> list[str]:
    """Return where a model is undecided most."""
    lines = []
    for region, slices in row["look_first"].items():
        where = _slices(slices)
        lines.append(f"{row['case']}, {region}: {f'look first at slices {where}' if where else 'no doubt'}")
    return lines


def _slices(slices: Iterable[Sequence[float]]) -> str:
    """Return axial slices and areas as people read them: counted from 1, as in the window; JSON has indices."""
    return ", ".join(f"{int(index) + 1} ({area:.0f} mm2)" for index, area in slices)


def _fusion_lines(row: dict[str, Any]) -> list[str]:
    """Return what each candidate counted for, and where they disagree most."""
    told = row["fused"]
    standings = [
        [f"  {name}", part, *("-" if each[key] is None else f"{each[key]:.3f}" for key in _NUMBERS)]
        for name, parts in told["standings"].items()
        for part, each in parts.items()
    ]
    lines = [f"{row['case']}: {told['remark']}"] if told["remark"] else []
    lines += [f"{row['case']}, {row['model']}:", *table(["  candidate", "", *_NUMBERS], standings)]
    for region, slices in told["contested"].items():
        if slices:
            lines.append(f"  {region}: most contested slices {_slices(slices[:_SLICES])}")
    return lines
