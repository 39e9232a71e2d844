"""What an evaluation measures of label maps, and what becomes of many cases' measures."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fets_desktop.app.evaluation_words import MEASURES, Row
from fets_desktop.imaging.disk import write_whole
from fets_desktop.review.lesions import lesion_score
from fets_desktop.review.measures import score
from fets_desktop.review.statistics import interval, paired
from fets_desktop.study.labels import REGIONS, region_mask
from fets_desktop.study.plain import to_plain
from fets_desktop.study.volume import LabelMap

_VERSION = 2  # of what is kept of a scored case: raised, old scores are measured anew


def kept_row(file: Path) -> Row | None:
    """Return what was measured before of the same bytes with the same model; the file's name is all that says so."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    row: Row | None = content["row"] if content.get("version") == _VERSION else None
    return row


def keep_row(file: Path, row: Row) -> None:
    """Keep what was measured.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    write_whole(file, json.dumps({"version": _VERSION, "row": row}).encode())


def scores_of(found: LabelMap, truth: LabelMap) -> Row:
    """Return every measure by region of one label map against another on the same grid."""
    row: Row = {measure: {} for measure in MEASURES}
    for region in REGIONS:
        mine = region_mask(found.array, region, found.scheme)
        theirs = region_mask(truth.array, region, truth.scheme)
        whole = score(mine, theirs, truth.grid)
        lesions = lesion_score(mine, theirs, truth.grid.spacing_mm)
        values = (whole.dice, whole.hd95_mm, whole.sensitivity, whole.specificity, lesions.dice, lesions.hd95_mm)
        for measure, value in zip(MEASURES, values, strict=True):
            row[measure][str(region)] = value
        row.setdefault("lesions", {})[str(region)] = {
            "found": lesions.found,
            "missed": lesions.missed,
            "invented": lesions.invented,
        }
    return row


def summary(rows: list[Row]) -> dict[str, Any]:
    """Return the rows with their means and 95 % intervals by measure and region; no means without rows."""
    mean: dict[str, Any] = {}
    spread: dict[str, Any] = {}
    for measure in MEASURES if rows else ():
        found = {str(region): interval([row[measure][str(region)] for row in rows]) for region in REGIONS}
        mean[measure] = {region: one.mean for region, one in found.items()}
        spread[measure] = {region: _ends(one.low, one.high) for region, one in found.items()}
    if rows:
        overall = interval([sum(row["dice"].values()) / len(REGIONS) for row in rows])
        mean["dice_overall"], spread["dice_overall"] = overall.mean, _ends(overall.low, overall.high)
    return {"cases": rows, "mean": mean, "interval": spread}


def _ends(low: float | None, high: float | None) -> list[float] | None:
    return None if low is None or high is None else [low, high]


def paired_test(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    """Return the test of two models on the cases that both were scored on, by measure and region."""
    pairs = list(_both(first, second))
    tests: dict[str, Any] = {"models": [first["model"], second["model"]]}
    for measure in MEASURES if pairs else ():
        tests[measure] = {
            str(region): to_plain(
                paired([a[measure][str(region)] for a, _ in pairs], [b[measure][str(region)] for _, b in pairs])
            )
            for region in REGIONS
        }
    if pairs:
        mean = [[sum(row["dice"].values()) / len(REGIONS) for row in side] for side in zip(*pairs, strict=True)]
        tests["dice_overall"] = to_plain(paired(mean[0], mean[1]))
    return tests


def _both(first: dict[str, Any], second: dict[str, Any]) -> Iterator[tuple[Row, Row]]:
    theirs = {row["case"]: row for row in second["cases"]}
    return ((row, theirs[row["case"]]) for row in first["cases"] if row["case"] in theirs)
