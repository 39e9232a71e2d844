"""Time points in their order, and how volumes went from one to the next."""

import pytest

from fets_desktop.review.growth import TimePoint, growths, in_order
from fets_desktop.study.labels import Region


def point(case: str, date: str, whole: float | None) -> TimePoint:
    volumes = {Region.ET: whole / 4, Region.TC: whole / 2, Region.WT: whole} if whole is not None else {}
    return TimePoint(case, date, f"{case}/1" if volumes else "", volumes)


def test_scans_are_ordered_by_date_and_those_without_come_last() -> None:
    points = [
        point("C", "", 1.0),
        point("B", "2026-03-01", 1.0),
        point("D", "spring", 1.0),
        point("A", "2025-12-24", 1),
    ]
    assert [each.case for each in in_order(points)] == ["A", "B", "C", "D"]


def test_growth_is_told_against_the_last_scan_that_has_labels() -> None:
    points = [point("A", "2026-01-01", 40.0), point("B", "2026-02-01", None), point("C", "2026-03-02", 50.0)]
    first, second, third = growths(points)
    assert first is None
    assert second is None, "nothing is labelled"
    assert third is not None
    assert third.days == 60
    assert third.ml[Region.WT] == pytest.approx(10.0)
    assert third.percent[Region.WT] == pytest.approx(25.0)
    assert third.ml[Region.ET] == pytest.approx(2.5)


def test_where_there_was_next_to_nothing_no_percentage_is_told() -> None:
    before, after = point("A", "2026-01-01", 0.1), point("B", "", 8.0)
    (_, growth) = growths([before, after])
    assert growth is not None
    assert growth.days is None
    assert growth.percent[Region.ET] is None, "0.025 cm3"
    assert growth.percent[Region.WT] == pytest.approx(7900.0)
    assert growth.ml[Region.ET] == pytest.approx(1.975)
