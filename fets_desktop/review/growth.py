"""Time points of one patient: in their order, and how the volumes of the regions went from one to the next.

Percentages are told as they are, never called progression or response: that needs the patient, not volumes alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as calendar_day

from fets_desktop.study.labels import REGIONS, Region

LEAST_ML = 0.05
"""Below this volume a percentage says nothing."""


@dataclass(frozen=True)
class TimePoint:
    """One patient at one time.

    Attributes:
        case: Its name.
        date: ISO date of the scan, as the workspace keeps it; "" if unknown.
        version: The version whose volumes are told, "" if nothing is labelled, or none may be seen.
        volumes_ml: By region; empty without a version.
        author: Who made the version.
        approved_by: Who signed it, "" if nobody.
        hidden: Whether a second reading is under way, so that nobody's labels are shown.
        prepared: Whether there are images in atlas space.
    """

    case: str
    date: str
    version: str = ""
    volumes_ml: Mapping[Region, float] = field(default_factory=dict)
    author: str = ""
    approved_by: str = ""
    hidden: bool = False
    prepared: bool = True

    @property
    def day(self) -> calendar_day | None:
        """The date, None where it is unknown."""
        try:
            return calendar_day.fromisoformat(self.date)
        except ValueError:
            return None


@dataclass(frozen=True)
class Growth:
    """From one time point to another one.

    Attributes:
        days: Between the scans; None where a date is unknown.
        ml: By region, cm3 more (or less) than before.
        percent: By region, of the volume before; None where there was next to nothing.
    """

    days: int | None
    ml: Mapping[Region, float]
    percent: Mapping[Region, float | None]


def in_order(points: Sequence[TimePoint]) -> list[TimePoint]:
    """Return time points by date; those without one come last, as they came in."""
    return sorted(points, key=lambda point: (point.day is None, point.day or calendar_day.min))


def growths(points: Sequence[TimePoint]) -> list[Growth | None]:
    """Return for every time point how it went since the last one before it that has volumes, None where there is none.

    Args:
        points: In order.
    """
    found: list[Growth | None] = []
    before: TimePoint | None = None
    for point in points:
        found.append(_between(before, point) if before and point.volumes_ml else None)
        before = point if point.volumes_ml else before
    return found


def _between(before: TimePoint, after: TimePoint) -> Growth:
    days = (after.day - before.day).days if after.day and before.day else None
    ml = {region: after.volumes_ml[region] - before.volumes_ml[region] for region in REGIONS}
    percent = {
        region: 100.0 * ml[region] / before.volumes_ml[region] if before.volumes_ml[region] >= LEAST_ML else None
        for region in REGIONS
    }
    return Growth(days, ml, percent)
