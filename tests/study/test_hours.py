"""Hours of the day: read as a person writes them, over midnight too."""

from datetime import UTC, datetime, time

import pytest

from fets_desktop.study.hours import Hours
from fets_desktop.study.settings import SETTINGS


@pytest.mark.parametrize(
    ("words", "moment", "open_"),
    [
        ("", "03:00", True),
        ("19-7", "19:00", True),
        ("19-7", "23:59", True),
        ("19-7", "06:59", True),
        ("19-7", "07:00", False),
        ("19-7", "18:59", False),
        ("12:15-13:30", "12:14", False),
        ("12:15-13:30", "13:29", True),
        ("12-13, 18 to 6", "12:30", True),
        ("12-13, 18 – 6", "14:00", False),
        ("12-13,18-6,", "02:00", True),
        ("18-24", "23:59", True),
        ("18-24", "00:00", False),
        ("0-24:00", "12:00", None),
    ],
)
def test_a_moment_is_within_or_not(words, moment, open_):
    if open_ is None:
        with pytest.raises(ValueError, match="whole day"):
            Hours.parse(words)
        return
    assert Hours.parse(words).open_at(time.fromisoformat(moment)) is open_


@pytest.mark.parametrize(
    ("words", "moment", "opens"),
    [
        ("19-7", "2026-11-29T08:00", "2026-11-29T19:00"),
        ("12-13, 18-6", "2026-11-29T15:00", "2026-11-29T18:00"),
        ("2-3", "2026-11-29T15:00", "2026-11-30T02:00"),
        ("19-7", "2026-11-29T20:00", None),
        ("", "2026-11-29T20:00", None),
    ],
)
def test_when_they_begin_again(words, moment, opens):
    found = Hours.parse(words).next_opening(datetime.fromisoformat(moment).replace(tzinfo=UTC))
    assert found == (datetime.fromisoformat(opens).replace(tzinfo=UTC) if opens else None)


@pytest.mark.parametrize("words", ["at night", "25-7", "19:75-7", "7", "7-", "19-7 20-8", "8-8", "7-24:30"])
def test_what_is_no_time_is_refused_in_words(words):
    with pytest.raises(ValueError):
        SETTINGS["federation.hours"].check(words)
