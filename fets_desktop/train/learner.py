"""A network that learns patch by patch: weights, their running average, optimiser, normalisation and precision."""

import copy
import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from fets_desktop.study.errors import StudyError
from fets_desktop.train.checkpoint import State, base_of
from fets_desktop.train.families.family import Output, family_named, family_of, network_of
from fets_desktop.train.norm import estimate_statistics, freeze, set_momentum
from fets_desktop.train.patches import Patch
from fets_desktop.train.resunet import ResUNet
from fets_desktop.train.settings import RESUNET, TrainingSettings

_WARM_UP = 0.02
_FLOOR = 0.01
_LARGEST_GRADIENT = 12.0


def rate(settings: TrainingSettings, done: float) -> float:
    """Return the learning rate when the part `done` (0..1) of the training is behind us."""
    if settings.schedule == "constant":
        return settings.learning_rate
    rising = min(1.0, (done + 1e-3) / _WARM_UP)
    falling = _FLOOR + (1 - _FLOOR) * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))
    return settings.learning_rate * rising * falling


class Learner:
    """One network in training.

    Args:
        settings: How it learns.
        device: Where.
        bf16: Whether the network runs in bfloat16; loss, weights and optimiser stay float32.
        initial: Weights to start from; None for new ones.
        recompute: Whether levels are computed twice instead of kept: less memory, the same numbers.

    Attributes:
        network: The weights that learn.
        average: Their running average where settings ask for one, else the same network; this one is kept.
        multiple: What the edges of its input are multiples of.

    Raises:
        StudyError: "bad-model" if the weights are of another network.
    """

    def __init__(
        self,
        settings: TrainingSettings,
        device: torch.device,
        bf16: bool,
        initial: Mapping[str, torch.Tensor] | None,
        recompute: bool = False,
    ) -> None:
        self._settings, self._device, self.bf16 = settings, device, bf16
        self._family = family_named(settings.family)
        torch.manual_seed(settings.seed)
        network = self._family.build(settings) if initial is None else _going_on(initial, settings)
        self.network: nn.Module = network.to(device).to(memory_format=torch.channels_last_3d)  # type: ignore[call-overload]
        set_momentum(self.network, settings.momentum)
        self.average: nn.Module = copy.deepcopy(self.network) if settings.average else self.network
        if isinstance(self.network, ResUNet):
            self.network.recompute = recompute
        self.multiple = self._family.multiple(self.network)
        kind = torch.optim.AdamW if settings.optimizer == "adamw" else torch.optim.Adam
        self._optimizer = kind(self.network.parameters(), lr=settings.learning_rate, weight_decay=settings.weight_decay)

    def state(self) -> dict[str, Any]:
        """Return everything it has learnt, for a checkpoint."""
        return {
            "network": self.network.state_dict(),
            "average": self.average.state_dict() if self._settings.average else {},
            "optimizer": self._optimizer.state_dict(),
        }

    def load(self, kept: Mapping[str, Any]) -> None:
        """Take over what `state` returned."""
        self.network.load_state_dict(kept["network"])
        if self._settings.average:
            self.average.load_state_dict(kept["average"])
        self._optimizer.load_state_dict(kept["optimizer"])

    def weights(self) -> State:
        """Return the weights that are kept."""
        return self.average.state_dict()

    def _tensor(self, array: npt.NDArray[np.float32]) -> torch.Tensor:
        return torch.from_numpy(array)[None].to(self._device).contiguous(memory_format=torch.channels_last_3d)

    def _output(self, patch: Patch) -> Output:
        with torch.autocast(self._device.type, torch.bfloat16, enabled=self.bf16):
            output: Output = self.network(self._tensor(patch.volumes))
        return output

    def step(self, patch: Patch, number: int, done: float, frozen: bool) -> float:
        """Learn from one patch.

        Args:
            patch: What to learn from.
            number: The step's number: with the seed it decides which channels drop out.
            done: Which part of the training is behind us, for the learning rate.
            frozen: Whether normalisation uses its running statistics.

        Returns:
            The loss before the step.

        Raises:
            StudyError: "training-diverged" if the loss is no number, "out-of-memory"; the weights are as before.
        """
        torch.manual_seed(self._settings.seed * 1_000_003 + number)
        for group in self._optimizer.param_groups:
            group["lr"] = rate(self._settings, done)
        self.network.train()
        freeze(self.network, frozen)
        self._optimizer.zero_grad(set_to_none=True)
        loss = self._gradients(patch)
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), _LARGEST_GRADIENT)
        self._optimizer.step()
        self._follow(number + 1)
        return float(loss.detach())

    def _gradients(self, patch: Patch) -> torch.Tensor:
        try:
            regions = self._tensor(patch.regions)
            loss = self._family.loss(self._output(patch), regions, self._settings.cross_entropy)
            if not torch.isfinite(loss):
                raise StudyError("training-diverged", "Its loss is no number.")
            loss.backward()
        except RuntimeError as error:
            if isinstance(error, torch.OutOfMemoryError) or "allocate memory" in str(error):
                raise StudyError("out-of-memory", "A training step does not fit into what is left of it.") from error
            raise
        return loss

    @torch.no_grad()
    def _follow(self, steps: int) -> None:
        if not self._settings.average:
            return
        decay = min(self._settings.average, (1 + steps) / (10 + steps))
        for kept, new in zip(self.average.state_dict().values(), self.network.state_dict().values(), strict=True):
            if kept.is_floating_point():
                kept.lerp_(new, 1 - decay)
            else:
                kept.copy_(new)

    @torch.no_grad()
    def settle(self, patches: Iterable[Patch]) -> None:
        """Estimate the running statistics of both networks anew, over `patches`."""
        volumes = [patch.volumes for patch in patches]
        for network in {id(n): n for n in (self.network, self.average)}.values():
            with torch.autocast(self._device.type, torch.bfloat16, enabled=self.bf16):
                estimate_statistics(network, (self._tensor(v) for v in volumes))


def _going_on(initial: Mapping[str, torch.Tensor], settings: TrainingSettings) -> nn.Module:
    """Return the network of given weights, if it is the one that the settings ask for.

    Raises:
        StudyError: "bad-model".
    """
    family = family_of(initial)
    if family.name != settings.family:
        raise StudyError("bad-model", f"The weights are of another family, {family.title}.")
    if family.name == RESUNET and base_of(initial) != settings.base:
        raise StudyError("bad-model", f"The weights have {base_of(initial)} base filters, not {settings.base}.")
    return network_of(initial)
