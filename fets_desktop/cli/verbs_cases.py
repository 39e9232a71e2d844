"""The verb cases: the board, and a person's word on a case."""

import argparse
from typing import Any

from fets_desktop.app.forgetting import forgotten_words
from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer, table
from fets_desktop.cli.verbs_annotations import version_plain
from fets_desktop.cli.verbs_time_points import time_points
from fets_desktop.cli.voice import Voice
from fets_desktop.study.case import Case
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.plain import to_plain


def cases(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """List the cases, show one whole, assign, exclude, include, flag or forget one; tell a patient's time points."""
    what, name = options.what, options.case
    if what == "list":
        return _list(hall)
    if not name:
        raise StudyError("wrong-usage", f"Name a case: cases {what} CASE.")
    hall.cases.get(name)
    if what == "timepoints":
        return time_points(hall, name)
    if what == "forget":
        return _forget(hall, name, whole_patient=options.patient)
    if what == "assign":
        hall.cases.assign(name, options.reader)
    elif what == "exclude":
        hall.cases.exclude(name, options.reason)
    elif what == "include":
        hall.cases.include(name)
    elif what == "flag":
        hall.cases.flag(name, options.reason)
    return _show(hall, hall.cases.get(name))


def _forget(hall: Hall, name: str, *, whole_patient: bool) -> Answer:
    gone = hall.forgetting.forget(name, whole_patient=whole_patient)
    plain = {
        "cases": [{"case": case, "forgotten": True} for case in gone.cases],
        "patient_forgotten": gone.patient,
        "versions": gone.versions,
        "files": gone.files,
        "bytes": gone.bytes,
        "models": list(gone.models),
        "elsewhere": gone.elsewhere,
    }
    return Answer(plain, forgotten_words(gone))


def _list(hall: Hall) -> Answer:
    every = hall.cases.all()
    rows = [
        [
            case.id,
            case.stage.words,
            case.scan_date or "-",
            ", ".join(case.missing) or "-",
            case.assigned or "-",
            case.flag or "-",
        ]
        for case in every
    ]
    lines = table(["case", "stands at", "scanned", "missing", "reader", "flag"], rows)
    return Answer({"cases": [_plain(case) for case in every]}, lines or ["There is no case yet. See `import --help`."])


def _plain(case: Case) -> dict[str, Any]:
    return {
        "case": case.id,
        "patient": case.patient,
        "stage": str(case.stage),
        "words": case.stage.words,
        "scan_date": case.scan_date,
        "surgery": str(case.surgery),
        "missing": [str(contrast) for contrast in case.missing],
        "flag": case.flag,
        "assigned": case.assigned,
    }


def _show(hall: Hall, case: Case) -> Answer:
    products = hall.cases.products(case.id)
    versions = hall.cases.versions(case.id)
    findings = hall.cases.findings(case.id)
    plain = {
        **_plain(case),
        "series": [
            {key: value for key, value in to_plain(series).items() if key not in ("case", "grid", "sha256")}
            for series in case.series
        ],
        "contrasts": {str(c): series.id for c in ALL_CONTRASTS if (series := case.chosen(c))},
        "findings": to_plain(findings),
        "versions": [version_plain(hall, version) for version in versions],
        "files": {name: str(product.path) for name, product in products.items()},
    }
    rows = [[f"  {s.id}", s.contrast or "-", s.set_aside or s.why] for s in case.series]
    lines = [f"{case.id}: {case.stage.words}{f' ({case.flag})' if case.flag else ''}"]
    lines += table(["  series", "stands for", "why"], rows)
    lines += [f"  {finding.title}: {finding.grade}. {finding.text}" for finding in findings if finding.grade != "ok"]
    lines += [
        f"  {version.id} by {version.author}{', approved by ' + version.approved_by if version.approved_at else ''}"
        for version in versions
    ]
    return Answer({"cases": [plain]}, lines)
