"""What may be seen of series that are set aside, while the program runs: in memory alone, as a name may show in it."""

import base64
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


class Unseen:
    """Remembers where what is set aside lies, of cases that a scan found again and that are not converted once more."""

    def __init__(self) -> None:
        self._scanned: dict[str, dict[str, Any]] = {}

    def keep(self, scanned: dict[str, Any]) -> None:
        """Keep what a scan found of a case; of paths only in memory, for they may name a patient."""
        aside = [series for series in scanned["series"] if series["set_aside"]]
        self._scanned[scanned["id"]] = {**scanned, "series": aside}

    def take(self, case: str, glances: Glances) -> dict[str, Any] | None:
        """Return what of a case nobody has seen and is where it was; None if there is nothing, or on asking again."""
        scanned = self._scanned.pop(case, None)
        if scanned is None:
            return None
        rest = [one for one in scanned["series"] if not glances.of(one["id"]) and _all_there(one["files"])]
        return {**scanned, "series": rest} if rest else None


def _all_there(files: Iterable[str]) -> bool:
    return all(Path(file).is_file() for file in files)
