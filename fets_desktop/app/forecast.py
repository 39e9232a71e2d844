"""When the whole queue will be through: the jobs there are, and those that will follow them by themselves."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fets_desktop.app.choices import Choices
from fets_desktop.app.fusing import Fusing
from fets_desktop.app.job_board import ENDED, JobBoard, JobView
from fets_desktop.app.pace import ends
from fets_desktop.app.pieces import Piece, of_preparing
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Stage

_CONVERT, _PREPARE, _PROPOSE, _FETCH = "convert", "prepare", ("segment", "segment_candidates"), "pacs_get"


@dataclass(frozen=True)
class _Way:
    """How a case goes on.

    Attributes:
        job: The job that it has in the CPU lane, "" if none.
        after: The pieces of each job that will follow that one.
    """

    job: str
    after: list[Sequence[Piece]]


class Forecast:
    """Looks ahead over every case on its way from a fetch or an import to a proposal."""

    def __init__(self, workspace: Workspace, board: JobBoard, choices: Choices, fusing: Fusing) -> None:
        self._workspace = workspace
        self._board = board
        self._choices = choices
        self._fusing = fusing
        self._to_fetch = 0

    def expect(self, cases: int) -> None:
        """Say how many cases will be fetched beside those whose fetch has begun."""
        self._to_fetch = cases

    def waiting(self) -> int:
        """Return how many cases will get a proposal by themselves and have none yet."""
        return len(self._ways())

    def seconds_left(self) -> float | None:
        """Return how long it takes until every case on its way has its proposal, None while nobody can know.

        The queue is gone through as the jobs will: as many at a time as have a place, first come, first served. What
        each takes is known from its pieces, see `Experience`. A fetch is thought to bring one case like the last.
        """
        ways = self._ways()
        if not ways:
            return 0.0
        by_job = {way.job: way for way in ways if way.job}
        at_cpu = self._board.at_cpu()
        chains = []
        for view in at_cpu:
            ahead = self._board.pace.ahead(view, at_cpu)
            if ahead is None:
                return None
            chains.append([ahead, *self._seconds(by_job.get(view.id))])
        chains += [self._seconds(way) for way in ways if not way.job]
        running = sum(view.state == "running" for view in at_cpu)
        return max(ends(chains, running, self._board.places()))

    def _seconds(self, way: _Way | None) -> list[float]:
        expected = self._board.pace.experience.expected
        return [sum(expected(pieces)) for pieces in way.after] if way else []

    def _ways(self) -> list[_Way]:
        """Return how each case that is on its way to a proposal goes on, those that nobody has seen yet among them."""
        proposing = self._fusing.usual_pieces()
        if not proposing or not self._choices.get("segment.automatic"):
            return []
        newest: dict[str, dict[str, JobView]] = defaultdict(dict)
        fetching = self._to_fetch
        for view in self._board.all():
            newest[view.case][view.task] = view
            fetching += view.task == _FETCH and view.state not in ENDED
        stages = self._workspace.stages()
        known = next((case for case in reversed(stages) if stages[case] is not Stage.NEW), "")
        # of what is still to be fetched or converted nobody knows the shapes
        unseen = _Way("", [of_preparing(self._workspace.case(known) if known else None), proposing])
        found = [self._way(*item, newest.get(item[0], {}), unseen) for item in stages.items()]
        ways = [way for way in found if way]
        return ways + [unseen] * fetching if self._choices.get("prepare.automatic") else ways

    def _way(self, case: str, stage: Stage, jobs: Mapping[str, JobView], unseen: _Way) -> _Way | None:
        """Return how a case goes on, None if it gets no proposal by itself.

        Args:
            case: Its name.
            stage: Where it stands.
            jobs: Its newest job of each kind.
            unseen: How a case goes on of which nothing is known yet.
        """
        live = {task: view.id for task, view in jobs.items() if view.state not in ENDED}
        given_up = {task for task, view in jobs.items() if view.state in ("failed", "cancelled")}
        if job := next((live[task] for task in _PROPOSE if task in live), ""):
            # whatever the stage: what one of several has proposed is there to be reviewed already
            return _Way(job, [])
        if stage is Stage.PREPARED:
            return None if given_up.intersection(_PROPOSE) else _Way("", unseen.after[1:])
        if stage is Stage.CONVERTED and _PREPARE in live:
            return _Way(live[_PREPARE], unseen.after[1:])
        if not self._choices.get("prepare.automatic"):
            return None
        if stage is Stage.CONVERTED and _PREPARE not in given_up:
            return _Way("", [of_preparing(self._workspace.case(case)), *unseen.after[1:]])
        comes = stage is Stage.NEW and _CONVERT in live and not self._workspace.case(case).missing
        return unseen if comes else None
