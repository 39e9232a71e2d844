"""Longitudinal: the cases of one patient, their volumes over time, and what is read to see them side by side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fets_desktop.app.exporting import labels_to_export
from fets_desktop.imaging.files import read_labels, read_volume
from fets_desktop.review.growth import Growth, TimePoint, growths, in_order
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS, SCHEMES
from fets_desktop.study.volume import LabelMap, Volume


@dataclass(frozen=True, eq=False)
class Seen:
    """What is seen of one time point.

    Attributes:
        volume: One contrast in atlas space.
        labels: Of the version that is told, None without one.
    """

    volume: Volume
    labels: LabelMap | None


class TimePoints:
    """Tells the time points of a patient.

    Args:
        workspace: Where the cases are.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, case: str) -> list[TimePoint]:
        """Return all time points of a case's patient, in order; the labels of each are the newest that were approved.

        Raises:
            StudyError: "unknown-case".
        """
        patient = self._workspace.case(case).patient
        return in_order([self._told(each) for each in self._workspace.cases() if each.patient == patient])

    def _told(self, case: Case) -> TimePoint:
        prepared = "brain_mask" in self._workspace.products(case.id)
        if self._workspace.reading(case.id):
            return TimePoint(case.id, case.scan_date, hidden=True, prepared=prepared)
        version = labels_to_export(self._workspace.annotations(case.id))
        if version is None:
            return TimePoint(case.id, case.scan_date, prepared=prepared)
        volumes = {region: version.volumes_ml.get(region.value, 0.0) for region in REGIONS}
        return TimePoint(
            case.id, case.scan_date, version.id, volumes, version.author, version.approved_by, prepared=prepared
        )

    def growths(self, points: Sequence[TimePoint]) -> list[Growth | None]:
        """Return for every time point how it went since the one before; see `growth.growths`."""
        return growths(points)

    def reader(self, point: TimePoint, contrast: Contrast) -> Callable[[], Seen]:
        """Return what reads one contrast of a time point and its labels, for any thread to call.

        Raises:
            StudyError: "unknown-case", "wrong-stage" if it is not prepared, "unknown-version".
        """
        product = self._workspace.products(self._workspace.case(point.case).id).get(f"prepared/{contrast}")
        if product is None:
            raise StudyError("wrong-stage", "It has not been prepared.")
        version = self._workspace.annotation(point.version) if point.version else None
        file = self._workspace.files.path(version.sha256) if version else None
        return partial(_read, product.path, file, version.scheme if version else "")


def _read(image: Path, file: Path | None, scheme: str) -> Seen:
    volume = read_volume(image)
    labels = read_labels(file, SCHEMES[scheme]) if file else None
    if labels and not labels.grid.matches(volume.grid, 0.01):
        raise StudyError("wrong-grid", "Its labels stand on another grid than its images.")
    return Seen(volume, LabelMap(labels.array, volume.grid, labels.scheme) if labels else None)
