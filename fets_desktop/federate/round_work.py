"""What a site does in one round: receive and check the model, score it, train on, score its own; each of it once.

What came of a step lies on the desk, so that whatever was cut off goes on where it was.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from fets_desktop.federate.checks import Received, check_initial
from fets_desktop.federate.desk import Desk
from fets_desktop.federate.ledger import Ledger
from fets_desktop.federate.link import Link, Results
from fets_desktop.federate.privacy import spend
from fets_desktop.federate.tensors import SUFFIX, TensorFile, writing
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import SCORE_OWN, TRAIN, Plan, RoundRow, Scores, Standing

Score = Callable[[Path, int], Scores]
"""Scores the weights in a file on this site's validation cases, in a round. Raises `Cancelled` when told to stop."""
Post = Callable[[Standing | RoundRow], None]


@dataclass(frozen=True)
class Fitted:
    """What came of one round's training.

    Attributes:
        weights: Safetensors; the tensors of the plan.
        loss: Mean over the steps.
        cases: How many cases were trained on: the weight in the average.
        sent: What leaves instead of the weights, cut and blurred; None if they leave as they are.
        noise: Of what leaves, see `Privacy.noise`; 0 for none.
        epsilon: Of all updates so far; None where nothing is promised.
        told: What was done to them, for the ledger.
    """

    weights: Path
    loss: float
    cases: int
    sent: Path | None = None
    noise: float = 0.0
    epsilon: float | None = None
    told: str = ""


Fit = Callable[[Path, int, Path], Fitted]
"""Trains on from the weights of a file, in a round, and writes to the given file."""


class RoundWork:
    """See the module.

    Args:
        plan: What was agreed.
        link: To the server.
        score: See `Score`.
        fit: See `Fit`; not called at a site that only validates.
        desk: Where it works.
        ledger: Of the messages; the link writes it.
        post: Hears every change of a round's row.
        few: Whether scores are sent even if fewer cases than the plan asks for stand behind them.
    """

    def __init__(
        self, plan: Plan, link: Link, score: Score, fit: Fit, desk: Desk, ledger: Ledger, post: Post, *, few: bool
    ) -> None:
        self._plan, self._link, self._score, self._fit = plan, link, score, fit
        self._desk, self._ledger, self._post, self._few = desk, ledger, post, few
        self._counted = (ledger.sent, ledger.received)
        self._since = time.monotonic()

    def begin(self) -> None:
        """Count the seconds from now on."""
        self._since = time.monotonic()

    def pull(self, number: int) -> None:
        """Receive the consensus of a round and check it, unless it is here.

        A server that was brought back from a copy may mean another model by the same number: one tensor tells, for
        training moves them all.
        """
        target = self._desk.consensus(number)
        if target.exists():
            if self._is_still(target, number):
                return
            self._desk.clear(number)
            target = self._desk.consensus(number)
        before = TensorFile(self._desk.last) if self._desk.last.exists() else None
        try:
            received = Received(self._plan, before)
            with writing(target, self._plan.tensors) as sink:
                for name, array in self._link.pull(number):
                    received.check(name, array)
                    sink.add(name, array)
                received.finish()
        finally:
            if before is not None:
                before.close()
        if number == 0:
            self._check_initial(target)
        self.account(number)

    def _is_still(self, kept: Path, number: int) -> bool:
        name, array = next(iter(self._link.pull(number)))
        with TensorFile(kept) as weights:
            return bool(np.array_equal(weights.get(name), array))

    def _check_initial(self, target: Path) -> None:
        with TensorFile(target) as weights:
            try:
                check_initial(self._plan, weights)
            except StudyError:
                target.unlink()
                raise

    def answer(self, task: str, number: int) -> Results:
        """Work out a task, unless that was done before a cut, and return what is sent."""
        found = self._desk.done(number, task)
        if found is None:
            found = self._fitted(number) if task == TRAIN else self._scored(task, number)
            self._desk.note(number, task, found)
        self.account(number, **_shown(task, found))
        return self._answer(task, number, found)

    def _scored(self, task: str, number: int) -> dict[str, Any]:
        weights = self._desk.consensus(number) if task != SCORE_OWN else self._own(number)
        scores = self._score(weights, number)
        return {"dice": scores.dice, "cases": scores.cases}

    def _own(self, number: int) -> Path:
        return self._desk.place(number) / f"own{SUFFIX}"

    def _fitted(self, number: int) -> dict[str, Any]:
        fitted = self._fit(self._desk.consensus(number), number, self._own(number))
        # before anything leaves: what is made once is sent as it is, also after a cut
        spend(self._desk.folder, fitted.noise)
        sent = fitted.sent.name if fitted.sent else ""
        return {
            "loss": fitted.loss,
            "cases": fitted.cases,
            "sent": sent,
            "epsilon": fitted.epsilon,
            "told": fitted.told,
        }

    def _answer(self, task: str, number: int, found: dict[str, Any]) -> Results:
        if task == TRAIN:
            leaves = self._own(number).with_name(found.get("sent") or self._own(number).name)
            weights, base = TensorFile(leaves), TensorFile(self._desk.consensus(number))
            return Results(task, found["cases"], {"loss": found["loss"]}, weights, base, found.get("told", ""))
        # the mean of one case is that case
        told = found["cases"] > 0 and (self._few or found["cases"] >= self._plan.fewest_scored)
        return Results(task, found["cases"] if told else 0, found["dice"] if told else {})

    def account(self, number: int, **changes: Any) -> None:  # noqa: ANN401
        """Bring a round's row up to date: what was sent, received and found since the last time."""
        sent, received = self._ledger.sent, self._ledger.received
        now = time.monotonic()
        row = self._desk.row(
            number,
            sent=sent - self._counted[0],
            received=received - self._counted[1],
            seconds=now - self._since,
            **changes,
        )
        self._counted, self._since = (sent, received), now
        self._post(row)


def _shown(task: str, found: dict[str, Any]) -> dict[str, Any]:
    """Return what of a task's result stands in the round's row."""
    if task == TRAIN:
        return {"loss": found["loss"], "epsilon": found.get("epsilon")}
    return {"own" if task == SCORE_OWN else "consensus": found["dice"]}
