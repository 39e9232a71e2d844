"""What a round takes at a site: reckoned from one step of training and one scored case, before it joins."""

from dataclasses import dataclass

from fets_desktop.study.federation import Check, Plan

TITLE = "A round"
_LONG_S = 120 * 60.0


@dataclass(frozen=True)
class RoundCost:
    """See the module; the transfer of the model is not in it.

    Attributes:
        steps: Of training in a round; 0 if the site only validates.
        scored: How many times a case is scored in a round.
        workers: How many workers a round starts, one a task.
        step_s: Seconds of one step.
        score_s: Seconds of one case's scoring.
        start_s: Seconds until a worker begins.
        edge: Of the patches that fit into the memory, in voxels.
        late: Whether measuring was ended because it took too long: then all times are the least that they can be.
    """

    steps: int
    scored: int
    workers: int
    step_s: float
    score_s: float
    start_s: float
    edge: int
    late: bool = False

    @property
    def seconds(self) -> float:
        """Return how long a round takes."""
        return self.steps * self.step_s + self.scored * self.score_s + self.workers * self.start_s


def round_check(cost: RoundCost, plan: Plan) -> Check:
    """Return in words what a round takes, and whether the plan waits so long."""
    parts = [
        f"More than {_span(cost.seconds)}." if cost.late else f"About {_span(cost.seconds)}, without the transfer."
    ]
    if cost.late:
        parts.append("One step or one scored case took so long here that measuring was ended.")
    else:
        parts += [f"Steps of training: {cost.steps}, of {cost.step_s:.1f} s."] if cost.steps else []
        parts += [f"Scorings of a case: {cost.scored}, of {cost.score_s:.1f} s."] if cost.scored else []
    if 0 < cost.edge < plan.learning.patch and cost.steps:
        parts.append(f"The memory takes patches of {cost.edge} voxels, not of {plan.learning.patch}.")
    in_time = cost.seconds < plan.cutoff_s
    if not in_time:
        parts.append(f"The plan waits {_span(plan.cutoff_s)}: this site would be late.")
    return Check(TITLE, in_time and not cost.late, " ".join(parts), needed=False)


def _span(seconds: float) -> str:
    """Return a length of time: minutes, from two hours on hours; by signs that every language has."""
    return f"{seconds / 60:.1f} min" if seconds < _LONG_S else f"{seconds / 3600:.1f} h"
