"""Simulating a federation on this computer: the sites of a folder of labelled cases, each held out by turns.

What it works in lies in the workspace's scratch and goes when it has ended, or a month after it was cut off; what it
found lies where a person chose.
"""

import hashlib
import json
import shutil
import time
from pathlib import Path
from typing import Any

from fets_desktop.app.choices import Choices
from fets_desktop.app.federation.experiment import FINDINGS, REPORT, Experiment, sites_of
from fets_desktop.app.federation.server import server_python
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.orders import Orders
from fets_desktop.app.pace import cores
from fets_desktop.imaging.disk import make_folder, write_whole
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.plain import to_plain

TASK = "simulate"
_MARK = "simulation.json"
_DIGITS = 16
_STOP_S = 60.0
"""A step of training or the start of the server may be under way."""
_KEPT_S = 30 * 24 * 3600.0
"""What one that was cut off made of its cases waits so long for the same to be asked for again."""


class Simulating:
    """Starts simulations and holds what they found."""

    def __init__(self, workspace: Workspace, board: JobBoard, choices: Choices) -> None:
        self._board = board
        self._choices = choices
        self._place = workspace.scratch / "simulations"
        # files of others may be named after patients: they are kept in a private file, not in the job's record
        self._orders = Orders(self._place)
        self._done: dict[str, dict[str, Any]] = {}
        board.on(TASK, self._ended, private=self._ordered, resumed=False, low_priority=True, patience_s=_STOP_S)

    def start(self, folder: Path, cases: Path, experiment: Experiment) -> str:
        """Begin, or go on where the same simulation was cut off.

        Args:
            folder: For what is found; a new or empty one, or that of the same simulation.
            cases: Labelled cases, with a table of their sites.
            experiment: How.

        Returns:
            The job's id.

        Raises:
            StudyError: "federation-server" if the server's environment was not made, "federation-folder" if something
                else lies there, and what `sites_of` raises.
        """
        experiment.check()
        server_python()
        everyone = sites_of(cases.resolve(), experiment)
        digest = _digest(everyone, experiment)
        self._claim(folder, digest)
        (folder / REPORT).unlink(missing_ok=True)
        live = self._board.under_way(TASK)
        self._forget_old({digest, *(Path(record.arguments["work"]).name for record in live)})
        if same := [record.id for record in live if record.arguments["work"].endswith(digest)]:
            return same[0]
        order = self._orders.give({"cases": everyone}, {record.arguments["order"] for record in live})
        arguments = {
            "order": str(order),
            "folder": str(folder),
            "work": str(self._place / digest),
            "experiment": to_plain(experiment),
            # the server works beside it; on a machine that is full, more threads than cores only wait for each other
            "threads": self._choices.get("jobs.threads") or max(1, cores() // 2),
        }
        return self._board.start(TASK, "Simulating a federation", arguments)

    def _forget_old(self, wanted: set[str]) -> None:
        for work in self._place.glob("[0-9a-f]" * _DIGITS):
            if work.name not in wanted and time.time() - work.stat().st_mtime > _KEPT_S:
                shutil.rmtree(work, ignore_errors=True)

    def found_before(self, folder: Path, cases: Path, experiment: Experiment) -> dict[str, Any] | None:
        """Return what the same simulation found in a folder, None if it has not ended there.

        Raises:
            StudyError: What `sites_of` raises.
        """
        experiment.check()
        digest = _digest(sites_of(cases.resolve(), experiment), experiment)
        try:
            same = json.loads((folder / _MARK).read_bytes()).get("simulation") == digest
            found = json.loads((folder / FINDINGS).read_bytes()) if same and (folder / REPORT).is_file() else None
        except (OSError, ValueError):
            return None
        if found is None:
            return None
        files = sorted(str(path) for path in folder.rglob("*") if path.is_file() and path.name != _MARK)
        return {**{key: value for key, value in found.items() if key != "experiment"}, "files": files}

    def _claim(self, folder: Path, digest: str) -> None:
        """Mark a folder as this simulation's."""
        mark = folder / _MARK
        if mark.is_file():
            try:
                same = json.loads(mark.read_bytes())["simulation"] == digest
            except (ValueError, KeyError, TypeError):
                same = False
            if not same:
                raise StudyError("federation-folder", "It holds another simulation: other cases or settings.")
            return
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise StudyError("federation-folder", "It is not empty.")
        make_folder(folder)
        write_whole(mark, json.dumps({"simulation": digest}).encode())

    def _ordered(self, record: JobRecord) -> dict[str, Any]:
        """Return the cases that only the worker may know; none if a later job has cleared them away."""
        order = Path(record.arguments["order"])
        return dict(json.loads(order.read_text(encoding="utf-8"))) if order.is_file() else {"cases": []}

    def _ended(self, record: JobRecord, result: dict[str, Any]) -> None:
        self._done[record.id] = result
        self._orders.end(Path(record.arguments["order"]))
        shutil.rmtree(record.arguments["work"], ignore_errors=True)

    def result(self, job: str) -> dict[str, Any]:
        """Return what a finished simulation found: see the task."""
        return self._done[job]


def _digest(cases: list[dict[str, Any]], experiment: Experiment) -> str:
    """Return what changes when a case's files or a setting do: then it is another simulation."""
    files = [path for case in cases for path in (*case["volumes"].values(), case["labels"]) if path]
    stats = [(stat.st_size, stat.st_mtime_ns) for stat in (Path(path).stat() for path in files)]
    told = json.dumps([to_plain(experiment), [[c["case"], c["site"]] for c in cases], stats], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]
