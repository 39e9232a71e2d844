"""A date as a person types it."""

import datetime
import re

_YEAR_FIRST = re.compile(r"(\d{4})[-./]?(\d{2}|\d(?=[-./]))[-./]?(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def date_of(typed: str) -> str:
    """Return a date that a person typed as YYYYMMDD, "" for none.

    The year comes first, or the day where dots part them; whoever parts them by strokes may mean month or day.

    Raises:
        ValueError: If it is no date.
    """
    if not typed:
        return ""
    if match := _DAY_FIRST.fullmatch(typed):
        day, month, year = map(int, match.groups())
    elif match := _YEAR_FIRST.fullmatch(typed):
        year, month, day = map(int, match.groups())
    else:
        raise ValueError(typed)
    return datetime.date(year, month, day).strftime("%Y%m%d")
