"""The folder of one site's rounds: what was received, worked out and sent, so that nothing is done twice after a cut.

last.safetensors         the consensus of the last round that was received
round-007/consensus.safetensors, own.safetensors, sent.safetensors, work.json   of the round that is under way
privacy.json                                                    the noise of every update that left
kept/round-007.safetensors                                      every consensus, where a site keeps them
"""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from fets_desktop.federate.tensors import SUFFIX
from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import RoundRow
from fets_desktop.study.plain import from_plain, to_plain


class Desk:
    """Where a collaborator works.

    Args:
        folder: Its own folder.
        keep: Whether every consensus is kept.

    Attributes:
        folder: As given.
    """

    def __init__(self, folder: Path, *, keep: bool = False) -> None:
        self.folder = self._folder = folder
        self._keep = keep
        with known_disk_errors():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._rows = {row.number: row for row in read_rows(folder)}

    @property
    def last(self) -> Path:
        """Where the consensus of an earlier round lies, if there is one."""
        return self._folder / f"last{SUFFIX}"

    def place(self, number: int) -> Path:
        """Return a round's folder, made; those of other rounds are removed, their consensus is the last one."""
        place = self._folder / f"round-{number:03d}"
        for other in sorted(self._folder.glob("round-*")):
            if other != place:
                consensus = other / f"consensus{SUFFIX}"
                if consensus.exists():
                    self._put_away(consensus, int(other.name.removeprefix("round-")))
                shutil.rmtree(other, ignore_errors=True)
        with known_disk_errors():
            place.mkdir(mode=0o700, exist_ok=True)
        return place

    def _put_away(self, consensus: Path, number: int) -> None:
        with known_disk_errors():
            if self._keep:
                kept = self._folder / "kept" / f"round-{number:03d}{SUFFIX}"
                kept.parent.mkdir(mode=0o700, exist_ok=True)
                shutil.copyfile(consensus, kept)
            consensus.replace(self.last)

    def consensus(self, number: int) -> Path:
        """Where a round's consensus lies or will lie."""
        return self.place(number) / f"consensus{SUFFIX}"

    def clear(self, number: int) -> None:
        """Forget what was received and worked out in a round."""
        shutil.rmtree(self.place(number), ignore_errors=True)

    def done(self, number: int, task: str) -> dict[str, Any] | None:
        """Return what came of a task, if it was worked out before."""
        found: dict[str, Any] | None = self._work(number).get(task)
        return found

    def note(self, number: int, task: str, found: dict[str, Any]) -> None:
        """Keep what came of a task."""
        work = {**self._work(number), task: found}
        write_whole(self.place(number) / "work.json", json.dumps(work).encode())

    def _work(self, number: int) -> dict[str, Any]:
        file = self.place(number) / "work.json"
        if not file.exists():
            return {}
        try:
            return dict(json.loads(file.read_bytes()))
        except ValueError:
            return {}

    def row(self, number: int, **changes: Any) -> RoundRow:  # noqa: ANN401 - the row's own fields
        """Change a round's row, keep it and return it; numbers that add up (sent, received, seconds) are added."""
        row = self._rows.get(number, RoundRow(number))
        for name in ("sent", "received", "seconds"):
            if name in changes:
                changes[name] += getattr(row, name)
        row = replace(row, **changes)
        self._rows[number] = row
        rows = [to_plain(self._rows[at]) for at in sorted(self._rows)]
        write_whole(self._folder / "rounds.json", json.dumps(rows, indent=1).encode())
        return row


def read_rows(folder: Path) -> list[RoundRow]:
    """Return the rounds a site has seen, oldest first.

    Raises:
        StudyError: "damaged-workspace".
    """
    file = folder / "rounds.json"
    if not file.exists():
        return []
    try:
        return [from_plain(RoundRow, row) for row in json.loads(file.read_bytes())]
    except (ValueError, TypeError):
        raise StudyError("damaged-workspace", "The table of the federation's rounds is damaged.") from None
