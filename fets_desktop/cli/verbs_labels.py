"""The verbs annotations and split."""

import argparse
from typing import Any

from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer, table
from fets_desktop.cli.verbs_work import volumes_in_words
from fets_desktop.cli.voice import Voice
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Stage


def annotations(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Import a label map and sign off the newest version where asked for, then list the versions of a case."""
    case = hall.cases.get(options.case).id
    if options.file:
        hall.reviewing.import_labels(case, options.file, options.scheme)
    if options.approve:
        hall.reviewing.approve_newest(case, options.reviewer or hall.settings.get("review.reviewer"))
    versions = hall.cases.versions(case)
    notes = [f"{v.id}: {v.note}" for v in versions if v.note]
    rows = [[v.id, v.author, v.created, *volumes_in_words(v.volumes_ml), _signed(v)] for v in versions]
    return Answer(
        {"versions": [version_plain(hall, version) for version in versions]},
        [*table(["version", "author", "created", "ET ml", "TC ml", "WT ml", "approved"], rows), *notes]
        or [f"{case} has no label map yet."],
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
        "labels": str(hall.workspace.files.path(version.sha256)),
    }


def _signed(version: Annotation) -> str:
    return f"{version.approved_by}, {version.approved_at}" if version.approved_at else "-"


def split(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """Show the split; draw it first where there is none, where approved cases have no side, or where asked for."""
    known = hall.splitting.current()
    sided = {*known.train, *known.validation} if known else set()
    approved = {case.id for case in hall.cases.all() if case.stage is Stage.APPROVED}
    asked = options.fraction is not None or options.seed is not None
    if known is None or asked or approved - sided:
        known = hall.splitting.draw(options.fraction, options.seed)
    return Answer(
        {
            "train": list(known.train),
            "validation": list(known.validation),
            "fraction": known.fraction,
            "seed": known.seed,
        },
        [
            f"Training ({len(known.train)}): {', '.join(known.train) or 'none'}",
            f"Validation ({len(known.validation)}): {', '.join(known.validation) or 'none'}",
        ],
    )
