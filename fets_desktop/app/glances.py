"""What may be seen of series that are set aside, while the program runs: in memory alone, as a name may show in it."""

import base64
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_MOST = 2000
"""About 32 MB; a case has a dozen."""


@dataclass(frozen=True)
class Glance:
    """A small picture, or why there is none.

    Attributes:
        grey: One byte a pixel, rows from top to bottom of a square; b"" if there is no picture.
        why_not: In words, "" if there is one.
    """

    grey: bytes
    why_not: str = ""

    @property
    def side(self) -> int:
        """Pixels from top to bottom, and from left to right."""
        return math.isqrt(len(self.grey))


class Glances:
    """Holds the pictures that conversions brought; the oldest go where there are too many."""

    def __init__(self) -> None:
        self._held: dict[str, Glance] = {}

    def take(self, plain: Iterable[Mapping[str, str]]) -> None:
        """Take what a worker sent through its pipe: `id`, `grey` in base64, `why_not`."""
        for one in plain:
            self._held.pop(one["id"], None)
            self._held[one["id"]] = Glance(base64.b64decode(one["grey"]), one["why_not"])
        while len(self._held) > _MOST:
            del self._held[next(iter(self._held))]

    def of(self, series: str) -> Glance | None:
        """Return what may be seen of a series, None if nobody has looked since the program was started."""
        return self._held.get(series)
