"""A computer whose clock a test moves: it runs a board's queue, each piece for as long as the test says."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from still_runner import StillRunner

from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.pieces import Piece, guessed, of_preparing, of_proposing
from fets_desktop.jobs.message import Started
from fets_desktop.jobs.runner import Lane
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.grid import Grid

MODEL = of_proposing(["starter@1"], fused=False)
_THICK = Grid.from_affine((26, 224, 256), np.diag([1.0, 1.0, 5.5, 1.0]))


def case_of(name: str, stage: Stage, grid: Grid | None = _THICK) -> Case:
    """Return a case of four series of one shape, None for unknown."""
    series = tuple(Series(f"{name}-{c}", name, c, contrast=c, grid=grid) for c in ALL_CONTRASTS)
    return Case(name, name, stage, "", "2026-01-01T00:00:00Z", "", series)


PREPARING = of_preparing(case_of("any", Stage.CONVERTED))


@dataclass
class _Running:
    ahead: list[Piece]
    since: float
    end: float


class ClockworkComputer:
    """Takes new cases to their proposals: prepared, then segmented, first come, first served.

    Args:
        workspace: Takes the cases.
        board: Its jobs.
        runner: The board's.
        clock: What the time is, in one element.
        slower: How many times as long as guessed a piece takes that begins now.
    """

    def __init__(
        self,
        workspace: Workspace,
        board: JobBoard,
        runner: StillRunner,
        clock: list[float],
        slower: Callable[[Piece], float],
    ) -> None:
        self._workspace, self._board, self._runner, self._clock = workspace, board, runner, clock
        self._slower = slower
        self._waiting: list[str] = []
        self._running: dict[str, _Running] = {}
        runner.places_of[Lane.CPU] = 2
        for task, finished in (("prepare", self._prepared), ("segment", self._proposed)):
            board.on(task, finished, self._told, private=self._plan)

    def bring(self, cases: int) -> None:
        """Let cases come, converted."""
        for name in (f"P-{number}" for number in range(cases)):
            with self._workspace.change("person", "case imported", name) as change:
                change.put_case(case_of(name, Stage.CONVERTED))
            self._start("prepare", name)

    def go_on(self) -> bool:
        """Go on to the next end of a piece; False if there is nothing left to do."""
        while self._waiting and len(self._running) < self._runner.places(Lane.CPU):
            job = self._waiting.pop(0)
            self._runner.post(Started(job))
            self._running[job] = _Running(self._pieces(self._runner.specs[job].task), 0.0, 0.0)
            self._begin(job)
        if not self._running:
            return False
        job, running = min(self._running.items(), key=lambda item: item[1].end)
        self._clock[0] = running.end
        piece = running.ahead.pop(0)
        if running.ahead:
            self._runner.tell(job, step=piece.step, seconds=running.end - running.since)
            self._begin(job)
        else:
            del self._running[job]
            self._runner.finish(job)
        self._board.pump()
        return True

    def done(self) -> int:
        """Return how many cases have their proposal."""
        return sum(stage is Stage.IN_REVIEW for stage in self._workspace.stages().values())

    def _begin(self, job: str) -> None:
        running = self._running[job]
        piece = running.ahead[0]
        running.since = self._clock[0]
        running.end = running.since + guessed(piece) * self._slower(piece)
        self._runner.tell(job, step=piece.step)
        self._board.pump()

    def _start(self, task: str, case: str) -> None:
        self._waiting.append(self._board.start(task, "", {}, case=case))

    def _pieces(self, task: str) -> list[Piece]:
        return list(MODEL if task == "segment" else PREPARING)

    def _plan(self, record: JobRecord) -> dict[str, Any]:
        self._board.pace.plan(record.id, self._pieces(record.task))
        return {}

    def _told(self, record: JobRecord, fact: dict[str, Any]) -> None:
        pace = self._board.pace
        ended = partial(pace.step_ended, seconds=fact["seconds"]) if "seconds" in fact else pace.step_begins
        ended(record.id, fact["step"])

    def _prepared(self, record: JobRecord, _result: dict[str, Any]) -> None:
        self._stands(record.case, Stage.PREPARED)
        self._start("segment", record.case)

    def _proposed(self, record: JobRecord, _result: dict[str, Any]) -> None:
        self._stands(record.case, Stage.IN_REVIEW)

    def _stands(self, case: str, stage: Stage) -> None:
        with self._workspace.change("program", "moved", case) as change:
            change.set_stage(case, stage)
