"""A plain U-Net, whose depth, strides and kernels are planned from the data, as nnU-Net's is.

Source: Isensee et al. 2021, "nnU-Net: a self-configuring method for deep learning-based biomedical image segmentation",
Nature Methods 18:203, "Fixed parameters": two convolutions a level, each followed by instance normalisation and
LeakyReLU 0.01; strided convolutions down, transposed ones up; filters doubled at every level up to 320; the loss is
also taken at coarser levels of the way up ("deep supervision"). An image is normalised by its own statistics, in
training and in use, so unlike the other networks here it keeps none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import nn
from torch.nn import functional

Triple = tuple[int, int, int]
CONVOLUTIONS = 2
WIDEST = 320
_SLOPE = 0.01


@dataclass(frozen=True)
class Topology:
    """How a U-Net is built; axes z, y, x.

    Attributes:
        filters: Of every level, finest first.
        strides: By which a level is entered; the first is (1, 1, 1).
        kernels: Of every level's convolutions.
        down: How many convolutions a level has on the way down.
        up: How many it has on the way up, one level fewer than on the way down.
    """

    filters: tuple[int, ...]
    strides: tuple[Triple, ...]
    kernels: tuple[Triple, ...]
    down: tuple[int, ...]
    up: tuple[int, ...]

    @property
    def multiple(self) -> Triple:
        """What the edges of an image are multiples of."""
        z = y = x = 1
        for stride in self.strides:
            z, y, x = z * stride[0], y * stride[1], x * stride[2]
        return z, y, x


def filters_of(base: int, levels: int) -> tuple[int, ...]:
    """Return the filters of every level: doubled at each, up to 320."""
    return tuple(min(base << level, WIDEST) for level in range(levels))


class ConvNormAct(nn.Module):
    """Convolve, normalise by the image's own statistics, LeakyReLU."""

    def __init__(self, before: int, after: int, kernel: Triple, stride: Triple) -> None:
        super().__init__()
        z, y, x = (k // 2 for k in kernel)
        self.conv = nn.Conv3d(before, after, kernel, stride, (z, y, x))
        self.norm = nn.InstanceNorm3d(after, affine=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return `(batch, after, z, y, x)`."""
        return functional.leaky_relu(self.norm(self.conv(x)), _SLOPE)


def _level(before: int, after: int, kernel: Triple, stride: Triple, count: int) -> nn.Sequential:
    first = ConvNormAct(before, after, kernel, stride)
    return nn.Sequential(first, *(ConvNormAct(after, after, kernel, (1, 1, 1)) for _ in range(count - 1)))


class UNet(nn.Module):
    """Contrasts in, one logit for each output; in training, one tensor for each level of the way up, finest first.

    Args:
        topology: How it is built.
        inputs: Channels in.
        outputs: Channels out.
    """

    def __init__(self, topology: Topology, inputs: int = 4, outputs: int = 3) -> None:
        super().__init__()
        self.topology = t = topology
        widths = (inputs, *t.filters)
        self.downs = nn.ModuleList(
            _level(a, b, kernel, stride, count)
            for (a, b), kernel, stride, count in zip(pairwise(widths), t.kernels, t.strides, t.down, strict=True)
        )
        # the way up begins at the bottom
        climb = [(t.filters[k + 1], t.filters[k], t.strides[k + 1], t.kernels[k]) for k in range(len(t.filters) - 1)]
        climb.reverse()
        self.raises = nn.ModuleList(nn.ConvTranspose3d(low, high, stride, stride) for low, high, stride, _ in climb)
        self.ups = nn.ModuleList(
            _level(2 * high, high, kernel, (1, 1, 1), count)
            for (_, high, _, kernel), count in zip(climb, t.up, strict=True)
        )
        self.leaves = nn.ModuleList(nn.Conv3d(high, outputs, 1) for _, high, _, _ in climb)

    def forward(self, x: torch.Tensor) -> torch.Tensor | tuple[torch.Tensor, ...]:
        """Return logits `(batch, output, z, y, x)`, edges as they came in: multiples of `topology.multiple`."""
        skips = []
        for down in self.downs:
            x = down(x)
            skips.append(x)
        skips.pop()
        found = []
        for raised, up, leave in zip(self.raises, self.ups, self.leaves, strict=True):
            x = up(torch.cat((raised(x), skips.pop()), dim=1))
            if self.training:
                found.append(leave(x))
        if self.training:
            return tuple(reversed(found))
        out: torch.Tensor = self.leaves[-1](x)
        return out


def topology_of(state: Mapping[str, torch.Tensor]) -> Topology:
    """Return how a U-Net was built, read from the shapes of its weights.

    Raises:
        KeyError, IndexError: If they are of another network.
    """
    levels = 1 + _count(state, "raises.{}.weight")
    kernels = tuple(_edges(state[f"downs.{k}.0.conv.weight"]) for k in range(levels))
    raised = [_edges(state[f"raises.{k}.weight"]) for k in reversed(range(levels - 1))]
    return Topology(
        tuple(int(state[f"downs.{k}.0.conv.weight"].shape[0]) for k in range(levels)),
        ((1, 1, 1), *raised),
        kernels,
        tuple(_count(state, f"downs.{k}.{{}}.conv.weight") for k in range(levels)),
        tuple(_count(state, f"ups.{k}.{{}}.conv.weight") for k in range(levels - 1)),
    )


def _count(state: Mapping[str, torch.Tensor], name: str) -> int:
    number = 0
    while name.format(number) in state:
        number += 1
    return number


def _edges(weight: torch.Tensor) -> Triple:
    z, y, x = (int(n) for n in weight.shape[2:])
    return z, y, x


def level_weights(count: int) -> Sequence[float]:
    """Return how much the loss of each level counts, finest first: half as much at each, nothing at the coarsest."""
    parts = [0.5**level for level in range(count)]
    if count > 1:
        parts[-1] = 0.0
    return [each / sum(parts) for each in parts]
