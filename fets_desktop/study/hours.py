"""Hours of the day as a person writes them: "19-7" or "12:00-13:30, 18-6", local time; none means always."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Self

_SPAN = re.compile(r"(\d{1,2})(?::(\d\d))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d\d))?")
_DAY = 24 * 60


@dataclass(frozen=True)
class Hours:
    """Spans of the day, as (begin, end) in minutes after midnight; an end before its begin lies on the next day."""

    spans: tuple[tuple[int, int], ...] = ()

    @classmethod
    def parse(cls, words: str) -> Self:
        """Read spans with commas between them.

        Raises:
            ValueError: In a person's words.
        """
        found = []
        for part in filter(None, (part.strip() for part in words.split(","))):
            match = _SPAN.fullmatch(part)
            if match is None:
                raise ValueError(f"{part!r} are no hours; write 19-7, or 12:00-13:30, 18-6")
            begin, end = (_minutes(match[at], match[at + 1]) for at in (1, 3))
            if begin == end % _DAY:
                raise ValueError(f"{part!r} begins when it ends; leave it empty for the whole day")
            found.append((begin, end % _DAY))
        return cls(tuple(found))

    def open_at(self, moment: time) -> bool:
        """Tell whether a moment of the day lies within them."""
        now = moment.hour * 60 + moment.minute
        return not self.spans or any(
            begin <= now < end if begin < end else now >= begin or now < end for begin, end in self.spans
        )

    def next_opening(self, moment: datetime) -> datetime | None:
        """Return when they begin again; None while they are open."""
        if self.open_at(moment.time()):
            return None
        midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        openings = [midnight + timedelta(minutes=begin + _DAY * day) for begin, _ in self.spans for day in (0, 1)]
        return min(opening for opening in openings if opening > moment)


def _minutes(hour: str, minute: str | None) -> int:
    minutes = int(hour) * 60 + int(minute or 0)
    if int(minute or 0) > 59 or minutes > _DAY:
        raise ValueError(f"{hour}:{minute or '00'} is no time of the day")
    return minutes % (_DAY + 1)
