"""What a training remembers of itself: how far it is, how each epoch went, which one is kept."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np


@dataclass(frozen=True)
class TrainingResult:
    """What a training left.

    Attributes:
        weights: Safetensors of the chosen epoch, from which training can go on.
        epoch: The chosen epoch, counted from 1.
        scores: Its mean Dice on the validation cases; empty without any.
        steps: Steps taken in all.
        seconds: Working time in all, over every resumption.
        history: One row per epoch: epoch, step, loss, dice, rate, seconds.
        patch: Edge of the patches, after fitting to memory.
    """

    weights: Path
    epoch: int
    scores: dict[str, float]
    steps: int
    seconds: float
    history: tuple[dict[str, Any], ...]
    patch: int


@dataclass
class TrainingState:
    """How far a training is; plain values only, for the checkpoint.

    Attributes:
        step: Steps taken.
        spent_s: Seconds of work.
        losses: Of the steps of the epoch under way.
        history: One row per epoch.
        best: The chosen epoch's mean Dice; -1 if none was scored.
        best_epoch: The chosen epoch, counted from 1; 0 if there is none yet.
        frozen: Whether normalisation uses its running statistics by now.
    """

    step: int = 0
    spent_s: float = 0.0
    losses: list[float] = field(default_factory=list)
    history: list[dict[str, Any]] = field(default_factory=list)
    best: float = -1.0
    best_epoch: int = 0
    frozen: bool = False

    def end_epoch(self, epoch: int, scores: dict[str, float], rate: float) -> dict[str, Any]:
        """Add an epoch's row and return it."""
        row = {
            "epoch": epoch,
            "step": self.step,
            "loss": float(np.mean(self.losses)),
            "dice": scores,
            "rate": rate,
            "seconds": round(self.spent_s, 1),
        }
        self.history.append(row)
        self.losses.clear()
        return row

    def choose(self, epoch: int, scores: dict[str, float], last: bool, keep_last: bool) -> bool:
        """Tell whether this epoch's weights are to be kept from now on.

        Args:
            epoch: Counted from 1.
            scores: Its scores; empty if it was not scored.
            last: Whether the training ends with it.
            keep_last: Whether the last epoch is kept whatever it scores.
        """
        value = scores.get("mean", -1.0)
        if value > self.best or (last and (keep_last or self.best < 0)):
            self.best, self.best_epoch = value, epoch
            return True
        return False

    def tired(self, patience: int) -> bool:
        """Tell whether the chosen epoch is `patience` epochs old; never with a patience of 0, or unscored."""
        return bool(patience and self.best_epoch) and int(self.history[-1]["epoch"]) - self.best_epoch >= patience

    def result(self, weights: Path, patch: int) -> TrainingResult:
        """Sum up."""
        rows = {row["epoch"]: row for row in self.history}
        scores = dict(rows[self.best_epoch]["dice"]) if self.best_epoch in rows else {}
        return TrainingResult(weights, self.best_epoch, scores, self.step, self.spent_s, tuple(self.history), patch)
