"""The labels over a native series: the scan as it was taken, and a version brought there by the transforms kept."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fets_desktop.imaging.files import read_labels, read_volume
from fets_desktop.imaging.resample import resample_labels
from fets_desktop.imaging.rigid import ATLAS, inverse, map_points, read_matrix, to_itk, transform_name
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Affine, FloatArray
from fets_desktop.study.labels import SCHEMES
from fets_desktop.study.volume import LabelMap, Volume


@dataclass(frozen=True, eq=False)
class NativeView:
    """A native series with labels on its own grid.

    Attributes:
        volume: The scan as it was converted.
        labels: On its grid; None where nothing is labelled.
        onto: Maps points of the series to points of the atlas, RAS+ mm.
    """

    volume: Volume
    labels: LabelMap | None
    onto: Affine

    def to_atlas(self, point_ras_mm: FloatArray) -> FloatArray:
        """Return where a point of the series lies in the atlas."""
        return map_points(self.onto, point_ras_mm)

    def from_atlas(self, point_ras_mm: FloatArray) -> FloatArray:
        """Return where a point of the atlas lies in the series."""
        return map_points(inverse(self.onto), point_ras_mm)


class NativeViews:
    """Tells which native series a case can be seen on, and reads them.

    Args:
        workspace: Where the cases are.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def contrasts(self, case: str) -> list[Contrast]:
        """Return the contrasts whose scan can be shown with labels.

        Raises:
            StudyError: "unknown-case", "wrong-stage" if it is not prepared.
        """
        self._workspace.case(case)
        products = self._workspace.products(case)
        if "brain_mask" not in products:
            raise StudyError("wrong-stage", "It has not been prepared.")
        return [c for c in ALL_CONTRASTS if self._series(case, c) in products and _way(c) in products]

    def version(self, case: str) -> Annotation | None:
        """Return the version that is shown: the newest; in a second reading the reader's own."""
        if reading := self._workspace.reading(case):
            return self._workspace.annotation(reading.start) if reading.start else None
        return next(reversed(self._workspace.annotations(case)), None)

    def reader(self, case: str, contrast: Contrast) -> Callable[[], NativeView]:
        """Return what reads a series and brings the labels there, for any thread to call.

        Raises:
            StudyError: "unknown-case", or "wrong-stage" if there is no such series or no way to it.
        """
        if contrast not in self.contrasts(case):
            raise StudyError("wrong-stage", f"There is no {contrast} as it was taken, or no way to it.")
        products, version = self._workspace.products(case), self.version(case)
        labels = self._workspace.files.path(version.sha256) if version else None
        paths = (products[self._series(case, contrast)].path, products[_way(contrast)].path)
        return partial(_bring, *paths, labels, version.scheme if version else "")

    def _series(self, case: str, contrast: Contrast) -> str:
        series = self._workspace.case(case).chosen(contrast)
        return f"series/{series.id}" if series else ""


def _way(contrast: Contrast) -> str:
    return f"transform/{transform_name(ATLAS, contrast)}"


def _bring(image: Path, way: Path, file: Path | None, scheme: str) -> NativeView:
    volume, matrix = read_volume(image), read_matrix(way)
    labels = None
    if file:
        labels = resample_labels(read_labels(file, SCHEMES[scheme]), volume.grid, to_itk(matrix))
    return NativeView(volume, labels, matrix)
