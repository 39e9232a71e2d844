"""Scoring a fusion: what its members proposed for each labelled case is fused and scored as a model is.

Members are run one after another over all cases, as any models are. Their label maps wait in a folder until all are
fused, so that an evaluation that was stopped goes on. They bear hashes for names, and are gone at its end.
"""

import hashlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from fets_desktop.app.evaluation_words import Row
from fets_desktop.app.tasks.scoring import keep_row, kept_row, scores_of
from fets_desktop.imaging.files import read_labels, write_array
from fets_desktop.imaging.opening import private
from fets_desktop.segment.fusion import fuse
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.labels import SCHEMES
from fets_desktop.study.plain import to_plain
from fets_desktop.study.progress import Progress
from fets_desktop.study.volume import LabelMap
from fets_desktop.train.cases import TrainingCase, case_key

_LABELS_OF = ".nii.gz"
_STANDING = ("weight", "sensitivity", "specificity")


@dataclass(frozen=True)
class Members:
    """What is fused, and where its parts wait.

    Attributes:
        models: `id` and `sha256` of each.
        how: By which method.
        folder: Of the scores.
    """

    models: tuple[dict[str, Any], ...]
    how: Fusion
    folder: Path

    @property
    def name(self) -> str:
        """What the fusion is called, as among a case's proposals."""
        return self.how.name(model["id"] for model in self.models)

    @property
    def _desk(self) -> Path:
        """Where label maps wait to be fused; in memory where images are encrypted, and then as long as the job runs."""
        return private(self.folder)

    def scored(self, case: TrainingCase) -> Path:
        """Return the file of a case's scores, if all members came through."""
        parts = (self.how.method, self.how.per, *sorted(model["sha256"] for model in self.models))
        return self.folder / f"{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:16]}-{case_key(case)}.json"

    def kept(self, case: TrainingCase) -> Row | None:
        """Return what was measured of a case before; None of one kept without what each member weighed."""
        row = kept_row(self.scored(case))
        return row if row is not None and "standings" in row else None

    def lacks(self, model: dict[str, Any], case: TrainingCase) -> bool:
        """Tell whether a member has to be run for a case, to be fused."""
        return self.kept(case) is None and self._waiting(model, case) is None

    def put(self, model: dict[str, Any], case: TrainingCase, labels: LabelMap) -> None:
        """Keep what a member proposed for a case.

        Raises:
            StudyError: "disk-full" or "read-only".
        """
        if model in self.models:
            name = f"{_stem(model, case)}.{labels.scheme.name}{_LABELS_OF}"
            write_array(self._desk / name, labels.array, labels.grid)

    def of(self, case: TrainingCase) -> dict[str, LabelMap]:
        """Return what the members proposed for a case, by their ids; those that failed are not among them."""
        waiting = {model["id"]: self._waiting(model, case) for model in self.models}
        return {name: read_labels(path, SCHEMES[_scheme(path)]) for name, path in waiting.items() if path}

    def _waiting(self, model: dict[str, Any], case: TrainingCase) -> Path | None:
        return next(self._desk.glob(f"{_stem(model, case)}.*{_LABELS_OF}"), None)

    def clear(self) -> None:
        """Remove the label maps: what counts of them is scored."""
        for path in self._desk.glob(f"*{_LABELS_OF}"):
            path.unlink(missing_ok=True)


def _stem(model: dict[str, Any], case: TrainingCase) -> str:
    return f"{model['sha256'][:16]}-{case_key(case)}"


def _scheme(path: Path) -> str:
    return path.name.removesuffix(_LABELS_OF).rpartition(".")[2]


def score_fused(members: Members, case: TrainingCase, rows: Sequence[Row], progress: Progress) -> Row:
    """Return a fusion's scores of one case, and under `standings` what it made of each member.

    Args:
        members: What is fused.
        case: The case.
        rows: The members' own scores of it: their time counts, their remarks on the images are the fusion's.
        progress: Hears it.

    Raises:
        StudyError: As the fusion, or what reading the labels raises.
    """
    if (kept := members.kept(case)) is not None:
        return kept
    begun = time.monotonic()
    found = members.of(case)
    if not found:
        raise StudyError("wrong-usage", "No member of the fusion came through for it.")
    fused = fuse(found, members.how, progress)
    scores = scores_of(fused.labels, read_labels(case.labels, case.scheme))
    seconds = time.monotonic() - begun + sum(float(row["seconds"]) for row in rows)
    remarks = list(rows[0]["remarks"]) if rows else []
    standings = to_plain(fused.standings)
    row = {**scores, "seconds": round(seconds, 3), "remarks": remarks, "standings": standings}
    if len(found) == len(members.models):
        keep_row(members.scored(case), row)
    else:
        remarks.append(f"Fused of {len(found)} of {len(members.models)} members: the others failed on it.")
    return row


def mean_standings(rows: Sequence[Row]) -> dict[str, Any]:
    """Return what a fusion made of each member, by label or region, in the mean of the cases it came through for."""
    found: dict[str, dict[str, Any]] = {}
    for name, part in dict.fromkeys(_places(rows)):
        each = [mine[part] for row in rows if part in (mine := row["standings"].get(name, {}))]
        found.setdefault(name, {})[part] = {key: _mean([one[key] for one in each]) for key in _STANDING}
    return found


def _places(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        yield from ((name, part) for name, mine in row["standings"].items() for part in mine)


def _mean(values: Sequence[float | None]) -> float | None:
    """Return the mean of the numbers among values; None if there are none: STAPLE has no weights."""
    numbers = [value for value in values if value is not None]
    return fmean(numbers) if numbers else None
