"""The verb import: scan, convert, and a person's word on contrasts."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fets_desktop.app.hall import Hall
from fets_desktop.app.import_report import ImportReport
from fets_desktop.cli.answer import Answer, Refusal
from fets_desktop.cli.onward import begin, finish, going_on
from fets_desktop.cli.parser_intake import EVERY
from fets_desktop.cli.voice import Voice
from fets_desktop.study.case import Case, Series
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import ERRORS, StudyError
from fets_desktop.study.finding import Grade
from fets_desktop.study.progress import part

_SCAN_SHARE = 0.3
_TITLES = tuple(text.title for text in ERRORS.values())


def import_(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Scan folders and files, convert what was found, and say what each case has and lacks."""
    answer = Answer()
    begin(hall, options)
    for clash, verdict in options.identity:
        if clash != EVERY:
            hall.importing.rules.judge(clash, verdict)
    report = _scan_and_convert(hall, options.paths, answer, voice)
    every = [verdict for clash, verdict in options.identity if clash == EVERY]
    if every and report.clashes:
        for clash in report.clashes:
            hall.importing.rules.judge(clash, every[-1])
        answer = Answer()
        report = _scan_and_convert(hall, options.paths, answer, voice)
    for series, contrast in options.contrast:
        with answer.trying(series):
            _take_word(hall, _owner(hall, report.cases, series), series, contrast, voice)
    cases = [hall.cases.get(name) for name in report.cases]
    for case in cases:
        _judge(case, answer)
    answer.refusals += [Refusal.of_fault(*fault) for fault in report.faults]
    answer.plain = {
        "cases": [_plain(hall, case) for case in cases],
        "set_aside": [{"name": name, "why": why} for name, why in report.set_aside],
        "notes": [{"name": name, "text": text} for name, text in report.notes],
        "table": hall.identities.why_not or "kept",
    }
    answer.lines = [line for case in cases for line in _lines(case)]
    if report.set_aside:
        answer.lines += ["", f"Set aside ({len(report.set_aside)}):"]
        answer.lines += [f"  {name}: {why}" for name, why in report.set_aside]
    if report.notes:
        answer.lines += ["", "To know:", *(f"  {name}: {text}" for name, text in report.notes)]
    if why := hall.identities.why_not:
        answer.lines += ["", f"Who these patients are is not kept: {why.rstrip('.')}."]
    finish(hall, options, report.cases, answer, going_on(hall, options, voice.progress))
    return answer


def _take_word(hall: Hall, case: str, series: str, contrast: Contrast, voice: Voice) -> None:
    """Let a series stand for a contrast; one that was set aside is looked at again by the word, which is remembered."""
    meant = next(one for one in hall.cases.get(case).series if one.id == series)
    if meant.set_aside and not meant.sha256 and meant.kin:
        scan = hall.importing.overrule(case, series, contrast)
        hall.jobs.wait([scan] if scan else [], part(voice.progress, 1.0, 1.0))
        hall.jobs.wait(hall.importing.conversions(scan), part(voice.progress, 1.0, 1.0))
    hall.importing.confirm(case, {contrast: series})


def _scan_and_convert(hall: Hall, paths: Sequence[Path], answer: Answer, voice: Voice) -> ImportReport:
    """Do the two jobs of an import.

    Raises:
        StudyError: If nothing that was given is there, or holds an image.
    """
    there = [path for path in paths if path.exists()]
    for number, path in enumerate(paths, 1):
        if path not in there and there:
            answer.refusals.append(
                Refusal.of(StudyError("no-images", "It does not exist."), f"place {number} of {len(paths)}")
            )
    scan = hall.importing.start(there or paths)
    view = hall.jobs.wait([scan], part(voice.progress, 0.0, _SCAN_SHARE))[0]
    if error := hall.jobs.error(scan):
        raise error
    jobs = hall.importing.conversions(scan)
    report = hall.importing.last_report
    if view.state != "done" or report is None:
        raise RuntimeError(view.error)
    for job in hall.jobs.wait(jobs, part(voice.progress, _SCAN_SHARE, 1.0)):
        if job.state != "done":
            answer.judge(job, hall.jobs.error(job.id), job.case)
    return report


def _owner(hall: Hall, names: Sequence[str], series: str) -> str:
    """Return the case that a series belongs to, among those just imported or else any.

    Raises:
        StudyError: "wrong-usage" if there is none.
    """
    for case in [*(hall.cases.get(name) for name in names), *hall.cases.all()]:
        if any(series == known.id for known in case.series):
            return case.id
    raise StudyError("wrong-usage", f"No series here is called {series}; `cases show CASE` names them.")


def _judge(case: Case, answer: Answer) -> None:
    """Count a case as done if a series of it was stored; say what it lacks if not all four contrasts stand."""
    answer.done += any(series.sha256 for series in case.series)
    if not case.missing:
        return
    doubtful = [contrast for contrast in case.missing if _rivals(case, contrast)]
    lacking = [contrast for contrast in case.missing if contrast not in doubtful]
    why = " ".join(sorted({series.set_aside for series in case.series if _failed(series)}))
    if unknown := ", ".join(series.id for series in _unknown(case)):
        why = f"{why} Not recognised: {unknown}; --contrast says which is which.".strip()
    if lacking:
        detail = f"Without: {', '.join(lacking)}. {why}".strip()
        answer.refusals.append(Refusal.of(StudyError("missing-contrast", detail), case.id))
    if doubtful:
        choices = "; ".join(f"{c}: {' or '.join(s.id for s in _rivals(case, c))}" for c in doubtful)
        answer.refusals.append(Refusal.of(StudyError("doubtful-contrast", f"{choices}."), case.id))


def _rivals(case: Case, contrast: Contrast) -> list[Series]:
    """Return the series that might stand for a contrast but are not certain to; not those that stand for another."""
    return [s for s in case.series if s.proposal is contrast and s.contrast is None and not s.set_aside]


def _unknown(case: Case) -> list[Series]:
    """Return the series that may be used but show nothing of their contrast."""
    return [s for s in case.series if s.proposal is None and s.contrast is None and not s.set_aside]


def _failed(series: Series) -> bool:
    """Tell whether a series was set aside because it could not be converted."""
    return series.set_aside.startswith(_TITLES)


def _findings(case: Case) -> list[dict[str, Any]]:
    """Return what a person should know about a case's series."""
    found = [
        {"grade": Grade.BAD, "series": series.id, "text": series.set_aside} for series in case.series if _failed(series)
    ]
    if case.missing:
        found += [{"grade": Grade.LOOK, "series": series.id, "text": series.why} for series in _unknown(case)]
    for contrast in case.missing:
        rivals = _rivals(case, contrast)
        found += [{"grade": Grade.LOOK, "series": series.id, "text": series.why} for series in rivals]
        if not rivals:
            found.append({"grade": Grade.BAD, "series": "", "text": f"No series stands for {contrast}."})
    return found


def _plain(hall: Hall, case: Case) -> dict[str, Any]:
    products = hall.cases.products(case.id)
    contrasts = {}
    for contrast in ALL_CONTRASTS:
        if series := case.chosen(contrast):
            volume = products.get(f"series/{series.id}")
            contrasts[str(contrast)] = {
                "series": series.id,
                "confidence": series.confidence,
                "why": series.why,
                "volume": str(volume.path) if volume else None,
            }
    return {
        "case": case.id,
        "stage": str(case.stage),
        "contrasts": contrasts,
        "missing": [str(contrast) for contrast in case.missing],
        "findings": _findings(case),
        "set_aside": [
            {"series": series.id, "name": series.description, "why": series.set_aside}
            for series in case.series
            if series.set_aside
        ],
    }


def _lines(case: Case) -> list[str]:
    lines = [f"{case.id}: {case.stage.words}"]
    for contrast in ALL_CONTRASTS:
        if series := case.chosen(contrast):
            said = "" if series.proposal is contrast else "a person's word; on its own it says: "
            lines.append(f"  {contrast:5} {series.id}  {series.confidence:4.0%}  {said}{series.why}")
        elif rivals := _rivals(case, contrast):
            lines += [f"  {contrast:5} {rival.id}?  {rival.why}" for rival in rivals]
        else:
            lines.append(f"  {contrast:5} missing")
    return lines + [f"  ?     {series.id}  {series.why}" for series in _unknown(case) if case.missing]
