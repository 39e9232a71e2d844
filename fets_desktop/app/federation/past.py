"""What a federation left behind at a site: its rounds, and the ledger of every message."""

import csv
import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from fets_desktop.app.federation.joining import Joining
from fets_desktop.federate.desk import read_rows
from fets_desktop.federate.ledger import read_ledger
from fets_desktop.imaging.disk import write_whole
from fets_desktop.study.federation import RoundRow

_LEDGER_COLUMNS = ("time", "way", "kind", "number", "subject", "size", "sha256", "parts")


class Past:
    """Reads and exports it.

    Args:
        joining: Knows the federations.
    """

    def __init__(self, joining: Joining) -> None:
        self._joining = joining
        self._members = joining.store

    def rounds(self, name: str = "") -> list[RoundRow]:
        """Return the rounds this site has seen, oldest first."""
        return read_rows(self._members.folder(self._joining.member(name).plan.id) / "desk")

    def ledger(self, name: str = "") -> list[dict[str, Any]]:
        """Return every message that left or came, checked.

        Raises:
            StudyError: "damaged-workspace" if a line was changed or is missing.
        """
        return self.reading_ledger(name)()

    def reading_ledger(self, name: str = "") -> Callable[[], list[dict[str, Any]]]:
        """Return what reads the ledger, to be called in another thread: after many rounds it is long."""
        return partial(read_ledger, self._members.folder(self._joining.member(name).plan.id) / "ledger.jsonl")

    def export_ledger(self, name: str, target: Path) -> None:
        """Write the ledger to a file (CSV), for whoever asks what left.

        Raises:
            StudyError: "damaged-workspace", "disk-full", "read-only".
        """
        text = io.StringIO()
        writer = csv.DictWriter(text, _LEDGER_COLUMNS)
        writer.writeheader()
        writer.writerows(self.ledger(name))
        write_whole(target, text.getvalue().encode())
