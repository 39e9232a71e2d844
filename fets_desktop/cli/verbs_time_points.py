"""cases timepoints: the volumes of one patient over time."""

from typing import Any

from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer, table

_REGIONS = ("WT", "TC", "ET")


def time_points(hall: Hall, case: str) -> Answer:
    """Tell every time point of a case's patient with its volumes, and how they went since the one before.

    Raises:
        StudyError: "unknown-case".
    """
    points = hall.time_points.of(case)
    plain: list[dict[str, Any]] = []
    rows = []
    for point, growth in zip(points, hall.time_points.growths(points), strict=True):
        volumes = {str(region): ml for region, ml in point.volumes_ml.items()}
        percent = {str(region): share for region, share in growth.percent.items()} if growth else {}
        plain.append(
            {
                "case": point.case,
                "scan_date": point.date,
                "version": point.version,
                "author": point.author,
                "approved_by": point.approved_by,
                "hidden": point.hidden,
                "volumes_ml": volumes,
                "days": growth.days if growth else None,
                "change_ml": {str(region): ml for region, ml in growth.ml.items()} if growth else {},
                "change_percent": percent,
            }
        )
        told = [f"{volumes[r]:.1f}" if r in volumes else "-" for r in _REGIONS]
        change = f"{percent['WT']:+.0f} %" if percent.get("WT") is not None else "-"
        standing = "second reading" if point.hidden else point.version or "-"
        days = str(growth.days) if growth and growth.days is not None else "-"
        rows.append([point.date or "-", point.case, standing, *told, days, change])
    titles = ["scanned", "case", "version", *(f"{region} cm3" for region in _REGIONS), "days", "WT change"]
    return Answer({"patient": hall.cases.get(case).patient, "timepoints": plain}, table(titles, rows))
