"""Evaluate: models propose labels for labelled cases, and what they propose is scored; what was scored stays scored."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from fets_desktop.app.evaluation_words import Row
from fets_desktop.app.schemes import schemes_for_scoring
from fets_desktop.app.tasks.evaluate_fused import Members, mean_standings, score_fused
from fets_desktop.app.tasks.scoring import keep_row, kept_row, paired_test, scores_of, summary
from fets_desktop.app.tasks.stored import sound_model
from fets_desktop.app.tasks.suspicions import suspicions
from fets_desktop.imaging.files import read_label_values, read_labels, read_volume
from fets_desktop.imaging.nifti_bytes import are_numbers
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.segment.network import Network
from fets_desktop.segment.propose import propose
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.labels import SCHEMES
from fets_desktop.study.progress import Progress, part
from fets_desktop.study.volume import LabelMap
from fets_desktop.train.cases import TrainingCase, case_key

_LOOKED = 0.05  # of the bar: reading the label maps
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
    """Score every model on every case, and a fusion of the first of them if one is wanted.

    A case that cannot be scored is listed and the rest goes on.

    Returns:
        `models`: for each its `cases`, `mean`, `interval` and `refused`, of a fusion its `standings`, too; `paired`:
        for each pair of models their test; `against`: which of them the others are compared with, if one was named.

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
    members = _members(arguments)
    share = (1 - _LOOKED) / len(models)
    results: list[dict[str, Any]] = []

    def add(model: str, rows: list[Row], refused: Iterable[_Fault], **more: Any) -> None:  # noqa: ANN401
        results.append({"model": model, "refused": [f.plain for f in (*faults, *refused)], **summary(rows), **more})

    for number, model in enumerate(models):
        heard = part(context.progress, _LOOKED + number * share, _LOOKED + (number + 1) * share)
        add(model["id"], *_score_all(model, cases, arguments, heard, members))
        if members and number + 1 == len(members.models):
            rows, refused = _score_fused(members, cases, results, heard)
            add(members.name, rows, refused, standings=mean_standings(rows))
    if members:
        members.clear()
    tests = [paired_test(a, b) for a, b in combinations(results, 2)]
    return {"models": results, "paired": tests, "against": arguments.get("against", "")}


def _members(arguments: dict[str, Any]) -> Members | None:
    """Return what is fused and scored beside its members; None if nothing is."""
    if not (wish := arguments.get("fusion")):
        return None
    models = tuple(arguments["models"][: wish["members"]])
    return Members(models, Fusion(wish["method"], wish["per"]), Path(arguments["folder"]))


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
    model: dict[str, Any],
    cases: list[TrainingCase],
    arguments: dict[str, Any],
    progress: Progress,
    members: Members | None,
) -> tuple[list[Row], list[_Fault]]:
    rows: list[Row] = []
    faults: list[_Fault] = []
    network: Network | None = None
    try:
        path = sound_model(Path(model["path"]), model["sha256"], model["id"])
        for number, case in enumerate(cases):
            heard = part(progress, number / len(cases), (number + 1) / len(cases))
            note = f"Case {number + 1} of {len(cases)}"  # never its name: notes are shown and may be kept
            heard(0.0, note)
            with _listed(faults, case):
                kept = Path(arguments["folder"]) / f"{model['sha256'][:16]}-{case_key(case)}.json"
                row = kept_row(kept)
                if row is None or (members and model in members.models and members.lacks(model, case)):
                    network = network or Network.load(path, threads=arguments["threads"])
                    said = partial(_saying, heard, note)
                    row, labels = _score(network, case, said)
                    keep_row(kept, row)
                    if members:
                        members.put(model, case, labels)
                rows.append({"case": case.name, **row})
    except StudyError as error:
        # a member of a fusion that cannot run keeps nobody from the others
        if error.code != "bad-model" or members is None or model not in members.models:
            raise
        scored = {row["case"] for row in rows} | {fault.case for fault in faults}
        faults += [_Fault.of(case.name, error) for case in cases if case.name not in scored]
    return rows, faults


def _saying(progress: Progress, note: str, fraction: float, _: str) -> None:
    progress(fraction, note)


def _standing(progress: Progress, note: str, _: float, __: str) -> None:
    progress(1.0, note)


@contextmanager
def _listed(faults: list[_Fault], case: TrainingCase) -> Iterator[None]:
    """List what is wrong with a case; what would befall every other is raised."""
    try:
        yield
    except (StudyError, OSError) as error:
        if isinstance(error, StudyError) and error.code in ("bad-model", "disk-full", "read-only"):
            raise
        faults.append(_Fault.of(case.name, error))


def _score_fused(
    members: Members, cases: list[TrainingCase], results: Sequence[dict[str, Any]], progress: Progress
) -> tuple[list[Row], list[_Fault]]:
    """Return the fusion's scores of all cases, and what could not be fused.

    Raises:
        StudyError: "bad-model" if no member ran.
    """
    rows: list[Row] = []
    faults: list[_Fault] = []
    for number, case in enumerate(cases):
        note = f"Fusing case {number + 1} of {len(cases)}"
        progress(1.0, note)
        theirs = [row for result in results for row in result["cases"] if row["case"] == case.name]
        with _listed(faults, case):
            if not theirs:
                why = next(f for result in results for f in result["refused"] if f["case"] == case.name)
                raise StudyError(why["code"], why["detail"])
            # the bar stands at the members' end; it is told on so that a wish to stop is heard
            rows.append({"case": case.name, **score_fused(members, case, theirs, partial(_standing, progress, note))})
    return rows, faults


def _score(network: Network, case: TrainingCase, progress: Progress) -> tuple[Row, LabelMap]:
    """Return one case's scores by measure and region, and what was proposed for it.

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
    return {**scores, "seconds": round(proposal.seconds, 3), "remarks": suspicions(volumes)}, proposal.labels
