"""Scan: headers of files and folders become cases with proposed contrasts."""

import json
from pathlib import Path
from typing import Any

from fets_desktop.dicom.earlier import Earlier
from fets_desktop.dicom.found import Mark
from fets_desktop.dicom.scan import Wishes, scan
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.errors import StudyError
from fets_desktop.study.plain import from_plain, to_plain
from fets_desktop.study.site_rule import SiteRule


def run(context: TaskContext) -> dict[str, Any]:
    """Read the order (paths, salt, rules) from its private file, scan, and return the plain result."""
    file = Path(context.arguments["order"])
    if not file.exists():
        # a power cut fell between the end of the scan and its record: what it found is written down already
        raise StudyError("no-images", "The import had ended before; choose the folder again if a case is missing.")
    order = json.loads(file.read_text(encoding="utf-8"))
    wishes = Wishes(
        tuple(from_plain(SiteRule, rule) for rule in order.get("rules", ())),
        order.get("verdicts", {}),
        file.with_suffix(".headers"),
        file.with_suffix(".unpacked"),
        earlier_of(context.arguments.get("earlier", {})),
    )
    paths = [Path(path) for path in order["paths"]]
    result = scan(paths, bytes.fromhex(order["salt"]), context.progress, wishes)
    plain: dict[str, Any] = to_plain(result)
    return plain


def earlier_of(plain: dict[str, Any]) -> Earlier:
    """Return whom earlier imports brought, as the hall tells it through the worker's pipe."""
    if not plain:
        return Earlier()
    marks = {name: tuple(from_plain(Mark, mark) for mark in some) for name, some in plain["marks"].items()}
    here = frozenset(plain["patients"]), frozenset(plain["series"])
    return Earlier(bytes.fromhex(plain["key"]), marks, *here, closed=plain["closed"])
