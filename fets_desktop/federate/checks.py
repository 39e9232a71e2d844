"""What a site checks of a model it receives before it trains with it or scores it."""

import math

import numpy as np

from fets_desktop.federate.tensors import Floats, TensorFile, model_sha256
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Plan


class Received:
    """Checks a consensus as its tensors come: names, shapes, finite, and how far it lies from the one before.

    Args:
        plan: What was agreed.
        before: The consensus this site had last; None if there was none.
    """

    def __init__(self, plan: Plan, before: TensorFile | None) -> None:
        self._plan = plan
        self._due = iter(plan.tensors)
        self._before = before
        self._change = self._size = 0.0

    def check(self, name: str, array: Floats) -> None:
        """Check the next tensor.

        Raises:
            StudyError: "federation-model".
        """
        due = next(self._due, None)
        if due is None or due.name != name or due.shape != array.shape:
            raise StudyError("federation-model", "It has other tensors than the plan says.")
        # a sum of squares tells of every value that is no number, in one pass
        size = _squares(array)
        if not math.isfinite(size):
            raise StudyError("federation-model", f"The tensor {name} holds values that are no numbers, or huge ones.")
        if self._before is not None and due.shape:
            before = self._before.get(name)
            self._size += _squares(before)
            self._change += _squares(array - before)

    def finish(self) -> float:
        """Return by how much it differs from the one before, as a part of its size; 0 if there was none.

        Raises:
            StudyError: "federation-model" if tensors are missing, or it differs by more than the plan allows.
        """
        if next(self._due, None) is not None:
            raise StudyError("federation-model", "Tensors are missing.")
        if self._before is None:
            return 0.0
        change = math.sqrt(self._change) / max(math.sqrt(self._size), 1e-12)
        if not change <= self._plan.change_limit:
            told = f"It differs from the one before by {change:.1f} times its size; the plan allows "
            raise StudyError("federation-model", f"{told}{self._plan.change_limit:g}.")
        return change


def check_initial(plan: Plan, weights: TensorFile) -> None:
    """Check that a model is the very one that the plan begins with.

    Raises:
        StudyError: "federation-model".
    """
    found = model_sha256((tensor.name, weights.get(tensor.name)) for tensor in plan.tensors)
    if found != plan.initial_sha256:
        raise StudyError("federation-model", "It is not the initial model of the plan.")


def _squares(array: Floats) -> float:
    flat = np.ascontiguousarray(array).reshape(-1)
    # what is too large for the sum is found by it
    with np.errstate(over="ignore", invalid="ignore"):
        return float(np.dot(flat, flat))
