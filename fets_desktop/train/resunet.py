"""The 3D-ResUNet of the FeTS federation.

Source: Pati et al. 2022, "The neural network architecture"; facts of FETS-AI/Algorithms pt_3dresunet: base 30
filters, four strided downsamplings (30-60-120-240-480), pre-activation residual blocks, InstanceNorm3d affine with
running statistics, LeakyReLU 0.01, dropout3d 0.3 in the encoder, trilinear x2 with a 1x1 convolution, concatenated
skips. Two things are written otherwise: see `Up`.
"""

from contextlib import nullcontext

import torch
from torch import nn
from torch.nn import functional
from torch.utils.checkpoint import checkpoint

from fets_desktop.train.norm import InstanceNorm, held

SLOPE = 0.01
DROPOUT = 0.3
DEPTH = 4
MULTIPLE = 1 << DEPTH
"""Edge lengths must be multiples of this."""


class Activation(nn.Module):
    """Normalise, then LeakyReLU: what stands before a convolution."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.norm = InstanceNorm(channels)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return an activated tensor of the same shape."""
        return functional.leaky_relu(self.norm(x), SLOPE)


def _conv(before: int, after: int, stride: int = 1) -> nn.Conv3d:
    return nn.Conv3d(before, after, kernel_size=3, stride=stride, padding=1)


class Residual(nn.Module):
    """x + conv(act(dropout(conv(act(x))))): the pre-activation residual block of encoder and decoder alike."""

    def __init__(self, channels: int, dropout: float) -> None:
        super().__init__()
        self.first = nn.Sequential(Activation(channels), _conv(channels, channels))
        self.dropout = nn.Dropout3d(dropout)
        self.second = nn.Sequential(Activation(channels), _conv(channels, channels))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return a tensor of the same shape."""
        out: torch.Tensor = x + self.second(self.dropout(self.first(x)))
        return out


class Down(nn.Module):
    """Halve the edges and double the channels by a strided convolution, then a residual block."""

    def __init__(self, channels: int, dropout: float) -> None:
        super().__init__()
        self.halve = nn.Sequential(_conv(channels, channels * 2, stride=2), Activation(channels * 2))
        self.block = Residual(channels * 2, dropout)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return a tensor of half the edges and twice the channels."""
        out: torch.Tensor = self.block(self.halve(x))
        return out


class Up(nn.Module):
    """Double the edges, join the encoder's tensor of that size, and bring the channels back by a residual block.

    The 1x1 convolution runs before the interpolation: both are linear and the weights of an interpolation add up to
    one, so the result is the same at an eighth of the cost. The original aligned the corners of each interpolated
    block, which makes a voxel depend on where its tile begins; here it does not, unless weights were made for it.

    Attributes:
        aligned: Whether corners are aligned as in the original.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.aligned = False
        self.narrow = nn.Conv3d(channels * 2, channels, kernel_size=1)
        self.join = nn.Sequential(Activation(channels * 2), _conv(channels * 2, channels))
        self.block = Residual(channels, dropout=0.0)

    def forward(self, x: torch.Tensor, skip: torch.Tensor) -> torch.Tensor:
        """Return a tensor shaped like `skip`."""
        narrow = self.narrow(x)
        raised = functional.interpolate(narrow, scale_factor=2.0, mode="trilinear", align_corners=self.aligned)
        out: torch.Tensor = self.block(self.join(torch.cat((raised, skip), dim=1)))
        return out


class ResUNet(nn.Module):
    """Four contrasts in, three logits (ET, TC, WT) out.

    Args:
        base: Filters of the finest level; 30 in the paper (29.1 M parameters).
        inputs: Contrasts, in the order of `NETWORK_ORDER`.
        outputs: Regions, in the order of `REGIONS`.
        dropout: Probability that a channel of the encoder is dropped in training.

    Attributes:
        base: Filters of the finest level.
        recompute: Whether training computes what happens inside a level twice instead of keeping it: less memory, a
            third more time, the same numbers.
    """

    def __init__(self, base: int = 30, inputs: int = 4, outputs: int = 3, dropout: float = DROPOUT) -> None:
        super().__init__()
        self.base = base
        self.recompute = False
        self.enter = _conv(inputs, base)
        self.top = Residual(base, dropout)
        self.downs = nn.ModuleList(Down(base << level, dropout) for level in range(DEPTH))
        self.ups = nn.ModuleList(Up(base << level) for level in reversed(range(DEPTH)))
        self.leave = nn.Sequential(Activation(base), nn.Conv3d(base, outputs, kernel_size=1))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return logits `(batch, 3, z, y, x)` for contrasts `(batch, 4, z, y, x)`, edges multiples of 16."""
        skips = [self._through(self.top, self.enter(x))]
        for down in self.downs:
            skips.append(self._through(down, skips[-1]))
        x = skips.pop()
        for up in self.ups:
            x = self._through(up, x, skips.pop())
        out: torch.Tensor = self._through(self.leave, x)
        return out

    def _through(self, block: nn.Module, *tensors: torch.Tensor) -> torch.Tensor:
        if not (self.recompute and torch.is_grad_enabled()):
            out: torch.Tensor = block(*tensors)
            return out
        again: torch.Tensor = checkpoint(
            block, *tensors, use_reentrant=False, context_fn=lambda: (nullcontext(), held(block))
        )
        return again


class Probabilities(nn.Module):
    """A network with its three sigmoids, as it is exported and used."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return probabilities `(batch, 3, z, y, x)`."""
        return torch.sigmoid(self.network(x))


def parameter_count(network: nn.Module) -> int:
    """Return how many numbers training may change."""
    return sum(p.numel() for p in network.parameters() if p.requires_grad)
