"""When the whole queue will be through: the jobs there are, and those that will follow them by themselves."""

from fets_desktop.app.choices import Choices
from fets_desktop.app.fusing import TASK, Fusing
from fets_desktop.app.job_board import ENDED, JobBoard
from fets_desktop.app.pace import cores, places_for
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Stage
from fets_desktop.study.memory import available_bytes


class Forecast:
    """Looks ahead over every case on its way from import to a proposal."""

    def __init__(self, workspace: Workspace, board: JobBoard, choices: Choices, fusing: Fusing) -> None:
        self._workspace = workspace
        self._board = board
        self._choices = choices
        self._fusing = fusing
        self._asked = False

    def waiting(self) -> int:
        """Return how many cases will get a proposal by themselves and have none yet."""
        return len(self._on_their_way())

    def seconds_left(self) -> float | None:
        """Return how long it takes until every case on its way has its proposal, None while nobody can know.

        Known is what was measured: in this run of the program, or in earlier ones. Cases share the places that jobs
        have; those of a kind that never ran are not guessed.
        """
        live = [view for view in self._board.all() if view.state not in ENDED]
        at_work = {(view.case, view.task) for view in live}
        ahead = [(case, task) for case in self._on_their_way() for task in self._ahead(case)]
        self._look_back({task for _, task in ahead})
        parts = [self._board.pace.whole(task, live) for case, task in ahead if (case, task) not in at_work]
        now = self._board.queue_left() if live else 0.0
        known = [part for part in parts if part is not None]
        if now is None or len(known) < len(parts):
            return None
        running = sum(view.state == "running" for view in live)
        places = self._choices.get("jobs.cpu_lane") or places_for(cores(), available_bytes(), running)
        return now + sum(known) / max(1, places)

    def _look_back(self, tasks: set[str]) -> None:
        """Let earlier runs of the program tell, once, how long a fusion takes, before the first of this one begins."""
        if TASK in tasks and not self._asked:
            self._asked = True
            self._fusing.expect_usual()

    def _on_their_way(self) -> list[str]:
        if not self._choices.get("segment.automatic"):
            return []
        begun = (Stage.CONVERTED, Stage.PREPARED) if self._choices.get("prepare.automatic") else (Stage.PREPARED,)
        return [case.id for case in self._workspace.cases() if case.stage in begun and not case.missing]

    def _ahead(self, case: str) -> list[str]:
        proposes = TASK if self._fusing.usual() else "segment"
        prepared = self._workspace.case(case).stage is Stage.PREPARED
        return [proposes] if prepared else ["prepare", proposes]
