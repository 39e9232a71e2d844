"""The guard at the server's door: what a site sends is checked before it is kept, and before it is averaged.

One value that is no number would poison every later round; an update far larger than the others would drown them. A
site whose update is refused sits the round out, and the round goes on without it.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median_low

import numpy as np

from fets_desktop.federate.link import Results
from fets_desktop.federate.metrics import named_metrics
from fets_desktop.federate.squeeze import MARKS, WHOLE, unrounded
from fets_desktop.federate.tensors import Floats, floats_of
from fets_desktop.study.federation import TRAIN, Plan

_MOST_CASES = 1_000_000
_SMALLEST = 1e-9


class Refusal(Exception):  # noqa: N818 - it is told to the site, not a fault of the server
    """Why something was not taken, in words for the site.

    Attributes:
        sits_out: Whether the site has no part in this round any more.
    """

    def __init__(self, words: str, *, sits_out: bool = False) -> None:
        super().__init__(words)
        self.sits_out = sits_out


@dataclass(frozen=True)
class Sent:
    """One tensor or metric as it came."""

    name: str
    number: int
    tags: frozenset[str]
    shape: tuple[int, ...]
    content: bytes
    report: bool
    scales: Mapping[int, float] = field(default_factory=dict)


class Guard:
    """Checks what sites send.

    Args:
        plan: Of the federation.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._shapes = {tensor.name: tensor.shape for tensor in plan.tensors}
        self._counts = {tensor.name: tensor.count for tensor in plan.tensors}

    def check_turn(self, site: str, task: str, number: int, current: int, *, done: bool) -> None:
        """Check that it is this site's turn with this task.

        Args:
            site: The name in its certificate.
            task: What it answers.
            number: The round it means.
            current: The round that is under way.
            done: Whether its answer was taken before.

        Raises:
            Refusal: Unknown site, wrong round, a task that is not its own, or a replay.
        """
        if site not in self._plan.sites:
            raise Refusal("This site is not in the plan.")
        if number != current:
            raise Refusal(f"Round {number + 1} is not under way; it is round {current + 1}.")
        if task not in self._plan.tasks(site, number):
            raise Refusal("This site is not asked for that in this round.")
        if done:
            raise Refusal("This was taken already; it is not taken twice.")

    def check_metrics(self, task: str, number: int, cases: int, sent: Iterable[Sent]) -> None:
        """Check the numbers beside the weights: the names that are expected, finite, a Dice between 0 and 1.

        Raises:
            Refusal: If they are others.
        """
        due = {
            name: frozenset((*tags, "compressed")) for name, _, tags in named_metrics(Results(task, 1, {"loss": 0.0}))
        }
        for metric in sent:
            if due.pop(metric.name, None) != metric.tags or metric.number != number or metric.shape:
                raise Refusal(f"The number {metric.name!r} is not one that is asked for.", sits_out=True)
            value = float(floats_of(metric.content, ())) if len(metric.content) == 4 else math.nan
            if not math.isfinite(value) or (task != TRAIN and not 0 <= value <= 1):
                raise Refusal(f"The number {metric.name!r} makes no sense.", sits_out=True)
        if due:
            raise Refusal(f"Missing: {', '.join(due)}.", sits_out=True)
        if not (1 if task == TRAIN else 0) <= cases <= _MOST_CASES:
            raise Refusal("The number of cases makes no sense.", sits_out=True)

    def check_weights(self, number: int, sent: Iterable[Sent], base: Mapping[str, Floats]) -> dict[str, Floats]:
        """Check an update and return its weights, whole.

        Args:
            number: The round.
            sent: The tensors as they came.
            base: The consensus of the round.

        Raises:
            Refusal: Other names or shapes, or values that are no numbers.
        """
        found: dict[str, Floats] = {}
        for tensor in sent:
            if tensor.name in found or tensor.name not in self._shapes or tensor.number != number or tensor.report:
                raise Refusal(f"The tensor {tensor.name!r} is not one of the plan's.", sits_out=True)
            if tensor.shape != self._shapes[tensor.name]:
                raise Refusal(f"The tensor {tensor.name!r} has another shape.", sits_out=True)
            array = self._whole(tensor, base)
            if not np.isfinite(array).all():
                raise Refusal(f"The tensor {tensor.name!r} holds values that are no numbers.", sits_out=True)
            found[tensor.name] = array
        if missing := len(self._shapes) - len(found):
            raise Refusal(f"{missing} tensors are missing.", sits_out=True)
        return found

    def _whole(self, tensor: Sent, base: Mapping[str, Floats]) -> Floats:
        try:
            if tensor.tags == frozenset(WHOLE):
                return floats_of(tensor.content, tensor.shape)
            mark = MARKS.get(self._plan.compression, "")
            if tensor.shape and tensor.tags == frozenset(("trained", "compressed", mark)):
                return base[tensor.name] + unrounded(mark, tensor.content, tensor.shape, dict(tensor.scales))
        except ValueError:
            raise Refusal(f"The tensor {tensor.name!r} has another length.", sits_out=True) from None
        raise Refusal(f"The tensor {tensor.name!r} is packed otherwise than the plan says.", sits_out=True)

    def check_norm(self, norm: float, reference: float | None) -> None:
        """Check an update's size against the median of the last round, where there was one.

        Raises:
            Refusal: If it is far larger.
        """
        if not math.isfinite(norm) or (reference is not None and norm > self._largest(reference)):
            raise Refusal("The update is far larger than those of the last round.", sits_out=True)

    def outliers(self, norms: Mapping[str, float]) -> tuple[str, ...]:
        """Return the sites whose updates are far larger than the round's median."""
        if len(norms) < 2:
            return ()
        largest = self._largest(median_low(norms.values()))
        return tuple(site for site, norm in norms.items() if norm > largest)

    def _largest(self, median: float) -> float:
        return self._plan.norm_limit * max(median, _SMALLEST)


def update_norm(weights: Mapping[str, Floats], base: Mapping[str, Floats]) -> float:
    """Return the size (L2) of the difference between two models; counters, which have no edges, are left out."""
    total = 0.0
    for name, array in weights.items():
        if array.shape:
            difference = (array - base[name]).reshape(-1).astype(np.float64)
            total += float(np.dot(difference, difference))
    return math.sqrt(total)
