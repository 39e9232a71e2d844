"""Evaluate: models propose labels for labelled cases, and what they propose is scored; what was scored stays scored."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from fets_desktop.app.evaluation_words import MEASURES, Row
from fets_desktop.app.schemes import schemes_for_scoring
from fets_desktop.app.tasks.stored import sound_model
from fets_desktop.app.tasks.suspicions import suspicions
from fets_desktop.imaging.disk import write_whole
from fets_desktop.imaging.files import read_label_values, read_labels, read_volume
from fets_desktop.imaging.nifti_bytes import are_numbers
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.review.lesions import lesion_score
from fets_desktop.review.measures import score
from fets_desktop.review.statistics import interval, paired
from fets_desktop.segment.network import Network
from fets_desktop.segment.propose import propose
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS, SCHEMES, region_mask
from fets_desktop.study.plain import to_plain
from fets_desktop.study.progress import Progress, part
from fets_desktop.study.volume import LabelMap
from fets_desktop.train.cases import TrainingCase, case_key

_LOOKED = 0.05  # of the bar: reading the label maps
_VERSION = 2  # of what is kept of a scored case: raised, old scores are measured anew
_SAME_GRID_MM = 0.01


@dataclass(frozen=True)
class _Fault:
    case: str
    error: StudyError

    @staticmethod
    def of(case: str, error: StudyError | OSError) -> "_Fault":
        if isinstance(error, StudyError):
            return _Fault(case, error)
        return _Fault(case, StudyError("unreadable-image", "The system does not let it be read."))

    @property
    def plain(self) -> dict[str, str]:
        return {"case": self.case, "code": self.error.code, "detail": self.error.detail}


def run(context: TaskContext) -> dict[str, Any]:
    """Score every model on every case; a case that cannot be scored is listed and the rest goes on.

    Returns:
        `models`: for each its `cases`, `mean`, `interval` and `refused`; `paired`: for each pair of models their test.

    Raises:
        StudyError: "ambiguous-scheme" if nobody said what the labels mean, "bad-model", "disk-full", "read-only".
        Cancelled: Through the context.
    """
    arguments = context.arguments
    if not arguments["cases"]:
        raise StudyError("too-few-cases", "Which cases were meant is no longer known; start it again.")
    context.progress(0.0, "Reading the labels")
    cases, faults = _with_schemes(arguments["cases"])
    models = arguments["models"]
    share = (1 - _LOOKED) / len(models)
    results = []
    for number, model in enumerate(models):
        heard = part(context.progress, _LOOKED + number * share, _LOOKED + (number + 1) * share)
        rows, refused = _score_all(model, cases, arguments, heard)
        results.append({"model": model["id"], "refused": [f.plain for f in (*faults, *refused)], **summary(rows)})
    return {"models": results, "paired": [_paired(a, b) for a, b in combinations(results, 2)]}


def _with_schemes(plain: list[dict[str, Any]]) -> tuple[list[TrainingCase], list[_Fault]]:
    """Return the cases that can be scored, each with the scheme of its labels, and what is wrong with the others.

    Raises:
        StudyError: "ambiguous-scheme".
    """
    faults: list[_Fault] = []
    found: dict[int, set[int]] = {}
    for index, case in enumerate(plain):
        try:
            found[index] = _values(case)
        except (StudyError, OSError) as error:
            faults.append(_Fault.of(case["case"], error))
    told = {index: (values, bool(plain[index]["new_names"])) for index, values in found.items()}
    unsaid = {index: facts for index, facts in told.items() if not plain[index]["scheme"]}
    schemes = schemes_for_scoring(unsaid)
    cases = []
    for index in found:
        case = plain[index]
        scheme = SCHEMES[case["scheme"]] if case["scheme"] else schemes[index]
        volumes = {Contrast(name): Path(path) for name, path in case["volumes"].items()}
        cases.append(TrainingCase(case["case"], volumes, Path(case["labels"]), scheme))
    return cases, faults


def _values(case: dict[str, Any]) -> set[int]:
    """Return the values of a case's label map.

    Raises:
        StudyError: "missing-contrast" if it is not whole, or what reading the labels raises.
    """
    if missing := [str(c) for c in ALL_CONTRASTS if str(c) not in case["volumes"]]:
        raise StudyError("missing-contrast", f"There is no file of {', '.join(missing)}.")
    if not case["labels"]:
        raise StudyError("unreadable-image", "There is no label map (seg) to score against.")
    return {int(value) for value in np.unique(read_label_values(Path(case["labels"]))[0])}


def _score_all(
    model: dict[str, Any], cases: list[TrainingCase], arguments: dict[str, Any], progress: Progress
) -> tuple[list[Row], list[_Fault]]:
    path = sound_model(Path(model["path"]), model["sha256"], model["id"])
    rows: list[Row] = []
    faults: list[_Fault] = []
    network: Network | None = None
    for number, case in enumerate(cases):
        heard = part(progress, number / len(cases), (number + 1) / len(cases))
        note = f"Case {number + 1} of {len(cases)}"  # never its name: notes are shown and may be kept
        heard(0.0, note)
        try:
            kept = Path(arguments["folder"]) / f"{model['sha256'][:16]}-{case_key(case)}.json"
            row = _kept(kept)
            if row is None:
                network = network or Network.load(path, threads=arguments["threads"])
                row = _score(network, case, lambda fraction, _, tell=heard, says=note: tell(fraction, says))
                write_whole(kept, json.dumps({"version": _VERSION, "row": row}).encode())
            rows.append({"case": case.name, **row})
        except (StudyError, OSError) as error:
            if isinstance(error, StudyError) and error.code in ("bad-model", "disk-full", "read-only"):
                raise
            faults.append(_Fault.of(case.name, error))
    return rows, faults


def _kept(file: Path) -> Row | None:
    """Return what was measured before of the same bytes with the same model; the file's name is all that says so."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    row: Row | None = content["row"] if content.get("version") == _VERSION else None
    return row


def _score(network: Network, case: TrainingCase, progress: Progress) -> Row:
    """Return one case's scores by measure and region.

    Raises:
        StudyError: "mixed-grids", "bad-voxels", or what reading or the network raises.
    """
    truth = read_labels(case.labels, case.scheme)
    volumes = {contrast: read_volume(path) for contrast, path in case.volumes.items()}
    for contrast, volume in volumes.items():
        if not volume.grid.matches(truth.grid, _SAME_GRID_MM):
            raise StudyError("mixed-grids", f"{contrast} and the label map do not lie on one grid.")
        # ITK reads a file cut short without a word, and not-a-numbers as zero
        if not are_numbers(case.volumes[contrast]):
            raise StudyError("bad-voxels", f"{contrast} holds values that are no numbers.")
    proposal = propose(network, volumes, progress)
    scores = scores_of(proposal.labels, truth)
    return {**scores, "seconds": round(proposal.seconds, 3), "remarks": suspicions(volumes)}


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


def _paired(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
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
