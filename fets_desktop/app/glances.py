"""What may be seen of series that are set aside, while the program runs: in memory alone, as a name may show in it."""

import base64
import math
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.job_board import JobBoard
from fets_desktop.jobs.spec import Lane
from fets_desktop.store.records import JobRecord
from fets_desktop.study.facts import CaseChanged

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


class Looks:
    """Has what is set aside looked at once more, of cases that a scan found again: after a new start nothing is seen.

    Args:
        board: Where the look runs.
        bus: Where is told that a case has new pictures.
        glances: What is seen.
    """

    def __init__(self, board: JobBoard, bus: FactsBus, glances: Glances) -> None:
        self._board, self._bus, self._glances = board, bus, glances
        self._scanned: dict[str, dict[str, Any]] = {}
        self._under_way: dict[str, dict[str, Any]] = {}
        board.on("look", self._looked, lane=Lane.DISC, repeatable=True, resumed=False, private=self._to_look_at)

    def keep(self, scanned: dict[str, Any]) -> None:
        """Keep what a scan found of a case that is not converted again; paths in memory alone, for they may name."""
        aside = [series for series in scanned["series"] if series["set_aside"]]
        self._scanned[scanned["id"]] = {**scanned, "series": aside}

    def start(self, case: str) -> str:
        """Look at what of a case nobody has seen and is where it was.

        Returns:
            The id of the job, "" if there is nothing, or on asking again.
        """
        scanned = self._scanned.pop(case, None)
        if scanned is None:
            return ""
        rest = [one for one in scanned["series"] if not self._glances.of(one["id"]) and _all_there(one["files"])]
        if not rest:
            return ""
        # where the files lie goes through the worker's pipe; the job is nobody's, so that no step of the case seems new
        # digits alone, as chance may have them, would look like a patient's number to who searches the records
        key = f"look-{secrets.token_hex(8)}"
        self._under_way[key] = {**scanned, "series": rest}
        return self._board.start("look", "Looking at what is set aside", {"look": key})

    def _to_look_at(self, record: JobRecord) -> dict[str, Any]:
        return {"scanned": self._under_way.pop(record.arguments["look"])}

    def _looked(self, _record: JobRecord, result: dict[str, Any]) -> None:
        self._glances.take(result["glances"])
        self._bus.publish(CaseChanged(result["case"]))


def _all_there(files: Iterable[str]) -> bool:
    return all(Path(file).is_file() for file in files)
