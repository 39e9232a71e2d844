"""Two versions of a case side by side: volumes, Dice and HD95 by region, and where they differ."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fets_desktop.imaging.files import read_labels
from fets_desktop.review.differences import Difference, differences
from fets_desktop.review.measures import Score, Volumes, compare, volumes_ml
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import SCHEMES, Region
from fets_desktop.study.volume import LabelMap


@dataclass(frozen=True, eq=False)
class Comparison:
    """What two versions have in common, and what not.

    Attributes:
        first: A version.
        second: Another one of the same case, which the scores take for the reference.
        volumes: Of both.
        scores: By region.
        places: Where they differ, the largest first.
        labels: Both label maps.
    """

    first: Annotation
    second: Annotation
    volumes: tuple[Volumes, Volumes]
    scores: dict[Region, Score]
    places: tuple[Difference, ...]
    labels: tuple[LabelMap, LabelMap]


def comparer(workspace: Workspace, first: str, second: str) -> Callable[[], Comparison]:
    """Return what compares two versions, for any thread to call.

    Raises:
        StudyError: "unknown-version", or "wrong-usage" if they belong to two cases.
    """
    one, other = workspace.annotation(first), workspace.annotation(second)
    if one.case != other.case:
        raise StudyError("wrong-usage", "The two versions belong to different cases.")
    return partial(_compare, one, other, workspace.files.path(one.sha256), workspace.files.path(other.sha256))


def _compare(one: Annotation, other: Annotation, one_file: Path, other_file: Path) -> Comparison:
    a, b = read_labels(one_file, SCHEMES[one.scheme]), read_labels(other_file, SCHEMES[other.scheme])
    if not a.grid.matches(b.grid, 0.01):
        raise StudyError("wrong-grid", "The two versions stand on different grids.")
    b = LabelMap(b.array, a.grid, b.scheme)
    return Comparison(one, other, (volumes_ml(a), volumes_ml(b)), compare(a, b), tuple(differences(a, b)), (a, b))
