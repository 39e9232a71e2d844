"""The verb annotations: the versions of a case, compared, restored, read a second time, adjudicated and signed."""

import argparse
from typing import Any

from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer, table
from fets_desktop.cli.verbs_work import volumes_in_words
from fets_desktop.cli.voice import Voice
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Grade
from fets_desktop.study.labels import REGIONS
from fets_desktop.study.plain import to_plain


def annotations(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Do what is asked for with the versions of a case, then list them."""
    case = hall.cases.get(options.case).id
    reviewer = options.reviewer or str(hall.settings.get("review.reviewer"))
    answer = Answer()
    if options.file:
        hall.reviewing.import_labels(case, options.file, options.scheme)
    _readings(hall, case, options)
    if options.restore:
        hall.reviewing.restore(_named(case, options.restore), reviewer)
    if options.adjudicate:
        first, second = options.adjudicate
        hall.reviewing.adjudicate(_named(case, first), _named(case, second), reviewer)
    if options.approve:
        _approve(hall, case, reviewer, options.reason, answer)
    _list(hall, case, answer)
    if options.compare:
        first, second = options.compare
        _compare(hall, _named(case, first), _named(case, second), answer)
    return answer


def _named(case: str, name: str) -> str:
    """Return a version's id, whether it or its number was typed."""
    return f"{case}/{int(name)}" if name.isdecimal() and name.isascii() else name


def _readings(hall: Hall, case: str, options: argparse.Namespace) -> None:
    if options.reader:
        start = _named(case, options.start) if options.start else ""
        hall.reviewing.begin_reading(case, options.reader, start)
    elif options.end_reading or options.give_up_reading:
        if hall.reviewing.reading(case) is None:
            raise StudyError("wrong-stage", "No second reading of it is under way.")
        session = hall.reviewing.open(case)
        hall.reviewing.end_reading(session, finished=options.end_reading)
        hall.reviewing.leave(session)


def _approve(hall: Hall, case: str, reviewer: str, reason: str, answer: Answer) -> None:
    remarks = [finding for finding in hall.reviewing.remarks(case) if finding.grade is not Grade.OK]
    hall.reviewing.approve_newest(case, reviewer, reason)
    answer.plain["remarks"] = [to_plain(finding) for finding in remarks]
    answer.lines += [f"Signed in spite of: {finding.title}. {finding.text}" for finding in remarks]


def _list(hall: Hall, case: str, answer: Answer) -> None:
    versions = hall.cases.versions(case)
    answer.plain["versions"] = [version_plain(hall, version) for version in versions]
    rows = [[v.id, v.author, v.created, *volumes_in_words(v.volumes_ml), _signed(v)] for v in versions]
    heads = ["version", "author", "created", "ET ml", "TC ml", "WT ml", "approved"]
    answer.lines += table(heads, rows) or [f"{case} has no label map yet."]
    answer.lines += [f"{v.id}: {words}" for v in versions for words in (v.note, v.approved_reason) if words]
    if reading := hall.reviewing.reading(case):
        answer.plain["reading"] = to_plain(reading)
        answer.lines.append(f"{reading.reader} is reading it a second time, since {reading.since}.")


def _compare(hall: Hall, first: str, second: str, answer: Answer) -> None:
    """Add how alike two versions are; the second one is the reference of the scores."""
    found = hall.reviewing.comparer(first, second)()
    answer.plain["comparison"] = {
        "first": first,
        "second": second,
        "scores": {str(region): to_plain(found.scores[region]) for region in REGIONS},
        "volumes_ml": {
            name: {str(region): volumes.regions_ml[region] for region in REGIONS}
            for name, volumes in zip((first, second), found.volumes, strict=True)
        },
        "places": [to_plain(place) for place in found.places],
    }
    rows = [
        [
            region,
            f"{found.scores[region].dice:.3f}",
            f"{found.scores[region].hd95_mm:.1f}",
            *(f"{volumes.regions_ml[region]:.1f}" for volumes in found.volumes),
        ]
        for region in REGIONS
    ]
    answer.lines += table(["region", "Dice", "HD95 mm", f"{first} ml", f"{second} ml"], rows)
    where = [f"{place.ml:.2f} ml around voxel {', '.join(map(str, place.voxel))}" for place in found.places[:5]]
    answer.lines.append(
        f"They differ in {len(found.places)} places: {'; '.join(where)}" if where else "They are alike."
    )


def version_plain(hall: Hall, version: Annotation) -> dict[str, Any]:
    """Return a version as JSON values."""
    return {
        "id": version.id,
        "author": version.author,
        "parent": version.parent,
        "sha256": version.sha256,
        "scheme": version.scheme,
        "created": version.created,
        "volumes_ml": dict(version.volumes_ml),
        "edits": version.edits,
        "minutes": version.minutes,
        "note": version.note,
        "approved": bool(version.approved_at),
        "approved_by": version.approved_by,
        "approved_at": version.approved_at,
        "approved_reason": version.approved_reason,
        "labels": str(hall.workspace.files.path(version.sha256)),
    }


def _signed(version: Annotation) -> str:
    return f"{version.approved_by}, {version.approved_at}" if version.approved_at else "-"
