"""Time points and native scans over a phantom in memory."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from fets_desktop.app.annotations.native_views import NativeView
from fets_desktop.app.annotations.time_points import Seen
from fets_desktop.review.growth import Growth, TimePoint, growths, in_order
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import REGIONS
from fets_desktop.study.volume import LabelMap, Volume
from tests.ui.fake_reviewing import DAY, patient


class FakeTimePoints:
    """The methods of `app.time_points.TimePoints`: every scan shows the phantom, its tumour the larger the later."""

    def __init__(self, hall: Any) -> None:
        self._hall = hall
        self.points: list[TimePoint] = []
        self.read: list[tuple[str, Contrast]] = []
        self.fail: dict[str, StudyError] = {}

    def add(self, case: str, date: str, scale: float, **more: Any) -> None:
        """Add a scan whose volumes are so much of 40, 20 and 12 cm3."""
        base = dict(zip(REGIONS, (12.0, 20.0, 40.0), strict=True))
        volumes = {region: scale * ml for region, ml in base.items()} if scale else {}
        version = f"{case}/1" if scale else ""
        self.points.append(TimePoint(case, date, version, volumes, **more))

    def of(self, case: str) -> list[TimePoint]:
        return in_order(self.points or [TimePoint(case, self._hall.store[case].scan_date)])

    def growths(self, points: Sequence[TimePoint]) -> list[Growth | None]:
        return growths(points)

    def reader(self, point: TimePoint, contrast: Contrast) -> Callable[[], Seen]:
        if point.case in self.fail:
            raise self.fail[point.case]
        self.read.append((point.case, contrast))
        volumes, truth = patient()
        number = [each.case for each in self.of(point.case)].index(point.case)
        array = np.where(np.roll(truth.array, number, axis=2) > 0, truth.array, 0).astype(np.uint8)
        labels = LabelMap(array, truth.grid, truth.scheme) if point.version else None
        return lambda: Seen(volumes[contrast], labels)


class FakeNativeViews:
    """The methods of `app.native_views.NativeViews`: thick slices, coronal in the head, 7 mm to the left."""

    def __init__(self) -> None:
        self.there = [Contrast.T1, Contrast.T1GD, Contrast.FLAIR]
        self.labelled = True

    def contrasts(self, case: str) -> list[Contrast]:
        return self.there

    def version(self, case: str) -> Annotation | None:
        return (
            Annotation(f"{case}/1", case, 1, "Dr. Weber", None, "1" * 64, "brats2021", DAY) if self.labelled else None
        )

    def reader(self, case: str, contrast: Contrast) -> Callable[[], NativeView]:
        volumes, truth = patient()
        affine = np.array(truth.grid.affine)
        affine[0, 3] -= 7.0
        thick = affine @ np.diag([1.0, 1.0, 5.0, 1.0])
        way = np.eye(4)
        way[0, 3] = 7.0
        grid = Grid.from_affine((31, 240, 240), thick)
        labels = LabelMap(truth.array[::5], grid, truth.scheme) if self.labelled else None
        return lambda: NativeView(Volume(volumes[contrast].array[::5], grid), labels, way)
