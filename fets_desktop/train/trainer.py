"""The local trainer: seeded, told live, and after a kill -9 it goes on as if nothing had happened.

Every step draws its chance from (seed, step) alone, so a checkpoint needs no random state, and four epochs equal two
and two more, bit for bit.
"""

import copy
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch

from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.progress import Progress, silent
from fets_desktop.train.augment import augment
from fets_desktop.train.cases import CaseShelf, TrainingCase
from fets_desktop.train.checkpoint import WEIGHTS_SUFFIX, base_of, read_checkpoint, write_checkpoint, write_weights
from fets_desktop.train.loss import segmentation_loss
from fets_desktop.train.machine import fitted_patch, free_bytes, pick_device, use_bf16
from fets_desktop.train.norm import estimate_statistics, freeze, set_momentum
from fets_desktop.train.patches import Patch, draw
from fets_desktop.train.resunet import ResUNet
from fets_desktop.train.settings import TrainingSettings
from fets_desktop.train.validate import score_cases, torch_run

Score = Callable[[ResUNet], Mapping[str, float]]
Tell = Callable[[dict[str, Any]], None]
_WARM_UP = 0.02
_FLOOR = 0.01
_ESTIMATE_PATCHES = 24


@dataclass(frozen=True)
class TrainingResult:
    """What a training left.

    Attributes:
        weights: Safetensors of the chosen epoch, from which training can go on.
        epoch: The chosen epoch, counted from 1.
        scores: Its mean Dice on the validation cases; empty without any.
        steps: Steps taken in all.
        seconds: Working time in all, over every resumption.
        history: One row per epoch: epoch, loss, dice, seconds.
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
class _State:
    step: int = 0
    spent_s: float = 0.0
    losses: list[float] = field(default_factory=list)
    history: list[dict[str, Any]] = field(default_factory=list)
    best: float = -1.0
    best_epoch: int = 0
    frozen: bool = False


def rate(settings: TrainingSettings, done: float) -> float:
    """Return the learning rate when the part `done` (0..1) of the training is behind us."""
    if settings.schedule == "constant":
        return settings.learning_rate
    rising = min(1.0, (done + 1e-3) / _WARM_UP)
    falling = _FLOOR + (1 - _FLOOR) * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))
    return settings.learning_rate * rising * falling


class Trainer:
    """One training of one network; `run` carries it to its end or to the cancelling of `progress`.

    Args:
        cases: To learn from.
        validation: To be scored on.
        settings: How.
        folder: Checkpoints, ready cases and weights; an unfinished training in it goes on.
        initial: Weights to start from (a consensus model); None for new ones.
        tell: Hears one dict per epoch: epoch, loss, dice, step, seconds.
        score: Scores a network instead of the Dice on `validation`; its "mean" chooses the best epoch.
    """

    def __init__(
        self,
        cases: Sequence[TrainingCase],
        validation: Sequence[TrainingCase],
        settings: TrainingSettings,
        folder: Path,
        initial: Mapping[str, torch.Tensor] | None = None,
        tell: Tell | None = None,
        score: Score | None = None,
    ) -> None:
        if not cases:
            raise StudyError("too-few-cases", "Training needs at least one case.")
        if settings.threads:
            torch.set_num_threads(settings.threads)
        if initial is not None and base_of(initial) != settings.base:
            raise StudyError("bad-model", f"The weights have {base_of(initial)} base filters, not {settings.base}.")
        self._cases, self._validation, self._settings = cases, validation, settings
        self._folder, self._tell, self._score = folder, tell, score
        self._shelf = CaseShelf(folder / "cases")
        self._device = pick_device(settings.device)
        self._edge = fitted_patch(settings, free_bytes(self._device))
        self._bf16 = use_bf16(settings.precision, self._device, self._edge)
        self._freeze_at = settings.freeze_norm_at if settings.freeze_norm_at is not None else 0.7 * (initial is None)
        self._new = initial is None
        self._state = _State()
        self._build(initial)
        self._resume()

    def _build(self, initial: Mapping[str, torch.Tensor] | None) -> None:
        s = self._settings
        torch.manual_seed(s.seed)
        network = ResUNet(s.base)
        if initial is not None:
            network.load_state_dict(dict(initial))
        self.network = network.to(self._device).to(memory_format=torch.channels_last_3d)  # type: ignore[call-overload]
        set_momentum(self.network, s.momentum)
        self.average = copy.deepcopy(self.network) if s.average else self.network
        kind = torch.optim.AdamW if s.optimizer == "adamw" else torch.optim.Adam
        self._optimizer = kind(self.network.parameters(), lr=s.learning_rate, weight_decay=s.weight_decay)

    @property
    def _checkpoint(self) -> Path:
        return self._folder / "checkpoint.pt"

    @property
    def _steps_per_epoch(self) -> int:
        return len(self._cases) * self._settings.patches_per_case

    def _identity(self) -> str:
        s = asdict(self._settings)
        # how long and how often may change from one start to the next; what is learnt may not
        for name in ("epochs", "budget_s", "checkpoint_s", "validate_every", "patience", "threads"):
            s.pop(name)
        return repr((sorted(s.items()), [case.name for case in self._cases], self._edge))

    def _resume(self) -> None:
        kept = read_checkpoint(self._checkpoint)
        if kept is None:
            return
        if kept["identity"] != self._identity():
            # another training's: it is put aside, for it may have cost days
            self._checkpoint.replace(self._checkpoint.with_name("checkpoint.other.pt"))
            return
        self.network.load_state_dict(kept["network"])
        if self._settings.average:
            self.average.load_state_dict(kept["average"])
        self._optimizer.load_state_dict(kept["optimizer"])
        self._state = _State(**kept["state"])

    def save(self) -> None:
        """Write a checkpoint."""
        state = {
            "identity": self._identity(),
            "network": self.network.state_dict(),
            "average": self.average.state_dict() if self._settings.average else {},
            "optimizer": self._optimizer.state_dict(),
            "state": asdict(self._state),
        }
        write_checkpoint(self._checkpoint, state)

    @property
    def steps(self) -> int:
        """Steps taken so far, over every resumption."""
        return self._state.step

    @property
    def seconds(self) -> float:
        """Seconds of work so far, over every resumption."""
        return self._state.spent_s

    def settle(self) -> None:
        """Make the running statistics fit the weights as they are, unless the weights grew around frozen ones."""
        if not self._state.frozen:
            self.settle_statistics()

    def done(self) -> float:
        """Return which part of the training is behind us, 0..1."""
        s, state = self._settings, self._state
        if s.budget_s:
            return min(1.0, state.spent_s / s.budget_s)
        return min(1.0, state.step / (s.epochs * self._steps_per_epoch))

    def _draw(self, step: int) -> Patch:
        s = self._settings
        epoch, place = divmod(step, self._steps_per_epoch)
        order = np.random.default_rng([s.seed, 1, epoch]).permutation(self._steps_per_epoch)
        case = self._shelf.get(self._cases[int(order[place]) % len(self._cases)])
        rng = np.random.default_rng([s.seed, 2, step])
        return augment(draw(case, self._edge, s.tumour_probability, rng), s.augmentation, rng)

    def _tensor(self, array: np.ndarray[Any, np.dtype[np.float32]]) -> torch.Tensor:
        return torch.from_numpy(array)[None].to(self._device).contiguous(memory_format=torch.channels_last_3d)

    def step(self) -> float:
        """Take one step and return its loss.

        Raises:
            StudyError: "step-failed" if the loss is no number; the last checkpoint is unharmed.
        """
        s, state, done = self._settings, self._state, self.done()
        self._freeze_when_due(done)
        patch = self._draw(state.step)
        torch.manual_seed(s.seed * 1_000_003 + state.step)
        for group in self._optimizer.param_groups:
            group["lr"] = rate(s, done)
        self.network.train()
        with torch.autocast(self._device.type, torch.bfloat16, enabled=self._bf16):
            logits = self.network(self._tensor(patch.volumes))
        loss = segmentation_loss(logits, self._tensor(patch.regions), s.cross_entropy)
        if not torch.isfinite(loss):
            raise StudyError("step-failed", "The training diverged: its loss is no number.")
        self._optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 12.0)
        self._optimizer.step()
        state.step += 1
        self._follow()
        state.losses.append(float(loss.detach()))
        return state.losses[-1]

    def _freeze_when_due(self, done: float) -> None:
        state = self._state
        if done >= self._freeze_at and not state.frozen:
            if state.step or self._new:
                self.settle_statistics()
            state.frozen = True
        elif done < self._freeze_at:
            state.frozen = False  # a finished training that is prolonged is in its first part again
        freeze(self.network, state.frozen)

    @torch.no_grad()
    def settle_statistics(self) -> None:
        """Estimate the running statistics anew, over patches as training draws them."""
        first = self._state.step
        for network in {id(n): n for n in (self.network, self.average)}.values():
            patches = (self._tensor(self._draw(first + k).volumes) for k in range(_ESTIMATE_PATCHES))
            with torch.autocast(self._device.type, torch.bfloat16, enabled=self._bf16):
                estimate_statistics(network, patches)

    @torch.no_grad()
    def _follow(self) -> None:
        s, step = self._settings, self._state.step
        if not s.average:
            return
        decay = min(s.average, (1 + step) / (10 + step))
        for kept, new in zip(self.average.state_dict().values(), self.network.state_dict().values(), strict=True):
            if kept.is_floating_point():
                kept.lerp_(new, 1 - decay)
            else:
                kept.copy_(new)

    def scores(self) -> dict[str, float]:
        """Return the mean Dice of the weights that would be kept now; empty without validation cases and scorer."""
        network = self.average
        if self._score is not None:
            return dict(self._score(network))
        ready = (self._shelf.get(case) for case in self._validation)
        found = score_cases(ready, torch_run(network, self._device, self._bf16))
        if self.average is self.network:
            self.network.train()
        return found

    def _end_epoch(self) -> None:
        s, state = self._settings, self._state
        epoch = state.step // self._steps_per_epoch
        last = self.done() >= 1
        if last and not state.frozen:
            self.settle_statistics()
        scores = self.scores() if last or epoch % s.validate_every == 0 else {}
        row = {
            "epoch": epoch,
            "step": state.step,
            "loss": float(np.mean(state.losses)),
            "dice": scores,
            "rate": rate(s, self.done()),
            "seconds": round(state.spent_s, 1),
        }
        state.history.append(row)
        state.losses.clear()
        value = scores.get("mean", -1.0)
        if s.choose == "last" or not scores or value > state.best:
            state.best, state.best_epoch = max(value, state.best) if s.choose == "best" else value, epoch
            if scores or last:
                write_weights(self._folder / f"weights{WEIGHTS_SUFFIX}", self.average.state_dict())
        if self._tell is not None:
            self._tell(row)

    def _tired(self) -> bool:
        s, state = self._settings, self._state
        return bool(s.patience) and bool(state.history) and state.history[-1]["epoch"] - state.best_epoch >= s.patience

    def run(self, progress: Progress = silent) -> TrainingResult:
        """Train to the end.

        Raises:
            Cancelled: From `progress`; a checkpoint is written first.
            StudyError: As `load_case`, "step-failed", "disk-full".
        """
        s, state = self._settings, self._state
        saved = time.monotonic()
        try:
            while self.done() < 1 and not self._tired():
                begun = time.monotonic()
                loss = self.step()
                state.spent_s += time.monotonic() - begun
                if state.step % self._steps_per_epoch == 0 or self.done() >= 1:
                    self._end_epoch()
                if time.monotonic() - saved >= s.checkpoint_s:
                    self.save()
                    saved = time.monotonic()
                progress(self.done(), f"Epoch {state.step // self._steps_per_epoch + 1}, loss {loss:.3f}")
        except Cancelled:
            self.save()
            raise
        self.save()
        return self._result()

    def _result(self) -> TrainingResult:
        state = self._state
        weights = self._folder / f"weights{WEIGHTS_SUFFIX}"
        rows = {row["epoch"]: row for row in state.history}
        scores = dict(rows[state.best_epoch]["dice"]) if state.best_epoch in rows else {}
        return TrainingResult(
            weights, state.best_epoch, scores, state.step, state.spent_s, tuple(state.history), self._edge
        )


def train(
    cases: Sequence[TrainingCase],
    validation: Sequence[TrainingCase],
    settings: TrainingSettings,
    folder: Path,
    progress: Progress = silent,
    tell: Tell | None = None,
    score: Score | None = None,
    initial: Mapping[str, torch.Tensor] | None = None,
) -> TrainingResult:
    """Train a network on local cases; one epoch from given weights is what a site does in a federated round.

    Args:
        cases: To learn from.
        validation: To be scored on after an epoch.
        settings: How.
        folder: Where it keeps what it needs to go on after a cut; use a new one for a new training.
        progress: Hears every step.
        tell: Hears one dict per epoch: epoch, loss, dice, rate, step, seconds.
        score: Scores a network in another way than the mean Dice over `validation`.
        initial: Weights to start from; new ones if None.

    Returns:
        The weights of the chosen epoch with their scores.

    Raises:
        Cancelled: From `progress`; what was learnt is in the checkpoint.
        StudyError: "too-few-cases", "bad-model", "out-of-memory", "step-failed", and what reading a case raises.
    """
    return Trainer(cases, validation, settings, folder, initial, tell, score).run(progress)
