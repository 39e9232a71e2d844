"""The local trainer: seeded, told live, and after a kill -9 it goes on as if nothing had happened.

Every step draws its chance from (seed, step) alone, so a checkpoint needs no random state, and four epochs equal two
and two more, bit for bit.
"""

import hashlib
import json
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import nn

from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.progress import Progress, silent
from fets_desktop.train.cases import CaseShelf, TrainingCase, case_key
from fets_desktop.train.checkpoint import WEIGHTS_SUFFIX, State, read_checkpoint, write_checkpoint, write_weights
from fets_desktop.train.history import TrainingResult, TrainingState
from fets_desktop.train.learner import Learner, rate
from fets_desktop.train.machine import fitted, free_bytes, pick_device, use_bf16
from fets_desktop.train.sampler import Sampler
from fets_desktop.train.settings import RESUNET, TrainingSettings
from fets_desktop.train.validate import score_cases, torch_run

Score = Callable[[nn.Module], Mapping[str, float]]
Tell = Callable[[dict[str, Any]], None]
_ESTIMATE_PATCHES = 24


class Trainer:
    """One training of one network; `run` carries it to its end or to the cancelling of `progress`.

    Args:
        cases: To learn from.
        validation: To be scored on.
        settings: How.
        folder: Checkpoints, ready cases and weights; the same training goes on.
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
        self._cases, self._validation, self._settings = cases, validation, settings
        self._folder, self._tell, self._score = folder, tell, score
        self._shelf = CaseShelf(folder / "cases")
        self._device = pick_device(settings.device)
        fit = fitted(settings, self._device, free_bytes(self._device))
        self._edge = fit.edge
        self._sampler = Sampler(cases, self._shelf, settings, self._edge)
        bf16 = use_bf16(settings.precision, self._device, self._edge)
        self._learner = Learner(settings, self._device, bf16, initial, fit.recompute)
        self._new = initial is None
        self._freeze_at = settings.freeze_norm_at if settings.freeze_norm_at is not None else 0.7 * self._new
        self._state = TrainingState()
        self._identity = self._identity_of(initial)
        self._resume()

    @property
    def _checkpoint(self) -> Path:
        return self._folder / "checkpoint.pt"

    @property
    def _kept(self) -> Path:
        return self._folder / f"weights{WEIGHTS_SUFFIX}"

    def _identity_of(self, initial: Mapping[str, torch.Tensor] | None) -> str:
        settings = asdict(self._settings)
        # how long and how often may change from one start to the next; what is learnt, and from what, may not
        for name in ("epochs", "budget_s", "checkpoint_s", "validate_every", "patience", "threads"):
            settings.pop(name)
        # settings that came later: a training begun before them goes on
        for name in ("mix", "unenhanced"):
            if not settings[name]:
                settings.pop(name)
        if settings["family"] == RESUNET:
            settings.pop("family")
        digest = hashlib.sha256()
        for name, tensor in sorted((initial or {}).items()):
            digest.update(name.encode() + tensor.detach().cpu().numpy().tobytes())
        facts = [settings, [case_key(case) for case in self._cases], self._edge, digest.hexdigest()]
        return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()

    def _resume(self) -> None:
        kept = read_checkpoint(self._checkpoint)
        if kept is None:
            return
        if kept["identity"] != self._identity:
            # another training's: it is put aside, for it may have cost days
            self._checkpoint.replace(self._checkpoint.with_name("checkpoint.other.pt"))
            return
        self._learner.load(kept)
        self._state = TrainingState(**kept["state"])

    def save(self) -> None:
        """Write a checkpoint."""
        state = {"identity": self._identity, **self._learner.state(), "state": asdict(self._state)}
        write_checkpoint(self._checkpoint, state)

    def weights(self) -> State:
        """Return the weights that would be kept now."""
        return self._learner.weights()

    @property
    def edge(self) -> int:
        """The edge of the patches, in voxels, as the memory takes them."""
        return self._edge

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
            self._settle()

    def done(self) -> float:
        """Return which part of the training is behind us, 0..1."""
        s, state = self._settings, self._state
        if s.budget_s:
            return min(1.0, state.spent_s / s.budget_s)
        return min(1.0, state.step / (s.epochs * self._sampler.steps_per_epoch))

    def step(self) -> float:
        """Take one step and return its loss.

        Raises:
            StudyError: "training-diverged"; the last checkpoint is unharmed.
        """
        state, done = self._state, self.done()
        self._freeze_when_due(done)
        loss = self._learner.step(self._sampler.draw(state.step), state.step, done, state.frozen)
        state.step += 1
        state.losses.append(loss)
        return loss

    def _freeze_when_due(self, done: float) -> None:
        state = self._state
        if done >= self._freeze_at and not state.frozen:
            if state.step or self._new:
                self._settle()
            state.frozen = True
        elif done < self._freeze_at:
            state.frozen = False  # a finished training that is prolonged is in its first part again

    def _settle(self) -> None:
        first = self._state.step
        self._learner.settle(self._sampler.draw(first + k) for k in range(_ESTIMATE_PATCHES))

    def scores(self) -> dict[str, float]:
        """Return the mean Dice of the weights that would be kept now; empty without validation cases and scorer."""
        network = self._learner.average
        if self._score is not None:
            return dict(self._score(network))
        ready = (self._shelf.get(case) for case in self._validation)
        return score_cases(ready, torch_run(network, self._device, self._learner.bf16), self._learner.multiple)

    def _end_epoch(self) -> None:
        s, state = self._settings, self._state
        epoch = state.step // self._sampler.steps_per_epoch
        last = self.done() >= 1
        if last:
            self.settle()
        scores = self.scores() if last or epoch % s.validate_every == 0 else {}
        row = state.end_epoch(epoch, scores, rate(s, self.done()))
        if state.choose(epoch, scores, last, s.choose == "last"):
            write_weights(self._kept, self.weights())
        if self._tell is not None:
            self._tell(row)

    def run(self, progress: Progress = silent) -> TrainingResult:
        """Train to the end.

        Raises:
            Cancelled: From `progress`; a checkpoint is written first.
            StudyError: As `load_case`, "training-diverged", "disk-full".
        """
        s, state = self._settings, self._state
        saved = time.monotonic()
        try:
            while self.done() < 1 and not state.tired(s.patience):
                begun = time.monotonic()
                loss = self.step()
                state.spent_s += time.monotonic() - begun
                if state.step % self._sampler.steps_per_epoch == 0 or self.done() >= 1:
                    self._end_epoch()
                    saved = -math.inf
                if time.monotonic() - saved >= s.checkpoint_s:
                    self.save()
                    saved = time.monotonic()
                progress(self.done(), f"Epoch {1 + (state.step - 1) // self._sampler.steps_per_epoch}, loss {loss:.3f}")
        except Cancelled:
            self.save()
            raise
        self.save()
        return state.result(self._kept, self._edge)


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
        folder: Where it keeps what it needs to go on after a cut. Another training's checkpoint in it is put aside; the
            same training, once finished, returns what it left.
        progress: Hears every step.
        tell: Hears one dict per epoch: epoch, loss, dice, rate, step, seconds.
        score: Scores a network in another way than the mean Dice over `validation`.
        initial: Weights to start from; new ones if None.

    Returns:
        The weights of the chosen epoch with their scores.

    Raises:
        Cancelled: From `progress`; what was learnt is in the checkpoint.
        StudyError: "too-few-cases", "bad-model", "out-of-memory", "training-diverged", and what reading a case raises.
    """
    return Trainer(cases, validation, settings, folder, initial, tell, score).run(progress)
