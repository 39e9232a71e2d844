"""DeepMedic: a narrow view at full resolution beside wide views at low resolution, judged together voxel by voxel.

Sources: Kamnitsas et al. 2017, "Efficient multi-scale 3D CNN with fully connected CRF for accurate brain lesion
segmentation", Medical Image Analysis 36:61, Fig. 5 with section 2.3 (11 layers: eight of 3x3x3 in each of two pathways,
the second on the image made three times coarser, then two hidden layers of 1x1x1 and the classification;
30-30-40-40-40-40-50-50 and 150-150 filters; PReLU; nothing padded, so a voxel is judged from 17x17x17 voxels and from
51x51x51 at low resolution; the number of weights follows from these);
Kamnitsas et al. 2016, "DeepMedic for Brain Tumor Segmentation", BrainLes: residual connections every two layers, pre-
activation. Batch normalisation is `InstanceNorm` here: with one patch a batch it is the same.

The paper's network ends in a softmax over tissues; ours in one sigmoid for each of the nested regions, as all networks
here. Its conditional random field is left out: cleaning is done by rules that a person can switch off.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import nn
from torch.nn import functional

from fets_desktop.train.norm import InstanceNorm

KERNEL = 3
_SLOPE = 0.01
_PAPER_BASE = 30
_WIDTHS = (30, 30, 40, 40, 40, 40, 50, 50)
_HIDDEN = (150, 150)


@dataclass(frozen=True)
class Shape:
    """How a DeepMedic is built.

    Attributes:
        inputs: Channels in.
        outputs: Channels out.
        widths: Filters of the layers of every pathway.
        factors: By how much coarser the image of each low-resolution pathway is.
        hidden: Filters of the hidden layers that judge all pathways together.
        joined: Layers, counted from 1, to whose output the input of the layer before is added.
        hidden_joined: The same among the hidden layers and the classification.
        first_kernel: Edge of the first hidden layer's kernel; its input is padded by its own border.
        dropout: Of the hidden layers and the classification.
        averaged: Whether a coarse voxel is the mean of its block; else it is the block's first voxel.
        outside: Whether beyond the image lies what lies in its first corner; else zeros.
    """

    inputs: int = 4
    outputs: int = 3
    widths: tuple[int, ...] = _WIDTHS
    factors: tuple[int, ...] = (3,)
    hidden: tuple[int, ...] = _HIDDEN
    joined: tuple[int, ...] = (4, 6, 8)
    hidden_joined: tuple[int, ...] = (2,)
    first_kernel: int = 1
    dropout: tuple[float, ...] = (0.0, 0.5, 0.5)
    averaged: bool = True
    outside: bool = False

    @property
    def margin(self) -> int:
        """Voxels by which a pathway's layers shorten an edge at either end."""
        return len(self.widths) * (KERNEL // 2)

    @property
    def receptive_fields(self) -> tuple[int, ...]:
        """Edge, in voxels of the image, of what each pathway sees."""
        return tuple(factor * (2 * self.margin + 1) for factor in (1, *self.factors))


def shape_of_base(base: int) -> Shape:
    """Return the paper's network with `base` filters in the first layer instead of 30, all others in proportion."""
    share = base / _PAPER_BASE
    return Shape(
        widths=tuple(max(1, round(n * share)) for n in _WIDTHS), hidden=tuple(max(1, round(n * share)) for n in _HIDDEN)
    )


class Bias(nn.Module):
    """Adds one learnt number to every channel."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return a tensor of the same shape."""
        return x + self.bias.view(1, -1, 1, 1, 1)


class Layer(nn.Module):
    """Normalise, PReLU, dropout, then a convolution without padding; on the raw image only a bias stands before it."""

    def __init__(self, before: int, after: int, kernel: int, raw: bool = False, dropout: float = 0.0) -> None:
        super().__init__()
        self.kernel, self.before, self.after = kernel, before, after
        self.norm = Bias(before) if raw else InstanceNorm(before)
        self.activation = nn.Identity() if raw else nn.PReLU(before, init=_SLOPE)
        self.dropout = nn.Dropout(dropout)
        self.conv = nn.Conv3d(before, after, kernel, bias=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return a tensor whose edges are shorter by the kernel less one."""
        out: torch.Tensor = self.conv(self.dropout(self.activation(self.norm(x))))
        return out


class Pathway(nn.Module):
    """Layers one after another, some of which hand what came in two layers ago on beside what they found."""

    def __init__(self, layers: Sequence[Layer], joined: Sequence[int]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self._joined = frozenset(joined)
        # by how much what came in two layers ago is larger at every face, and how many channels it lacks
        self._crops = [0, *((first.kernel + second.kernel) // 2 - 1 for first, second in pairwise(layers))]
        self._lacks = [0, *(second.after - first.before for first, second in pairwise(layers))]

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return what the last layer found."""
        earlier = x
        for number, layer in enumerate(self.layers, 1):
            before, x = x, layer(x)
            if number in self._joined:
                x = x + _fitted(earlier, self._crops[number - 1], self._lacks[number - 1])
            earlier = before
        return x


def _fitted(earlier: torch.Tensor, crop: int, lacks: int) -> torch.Tensor:
    """Return an earlier tensor without `crop` voxels at every face, and with `lacks` channels of zeros more."""
    inside = slice(crop, -crop or None)
    inner = earlier[:, : min(lacks, 0) or None, inside, inside, inside]
    return functional.pad(inner, (0, 0, 0, 0, 0, 0, 0, max(lacks, 0)))


def _pathway(shape: Shape) -> Pathway:
    widths = (shape.inputs, *shape.widths)
    layers = [Layer(a, b, KERNEL, raw=number == 0) for number, (a, b) in enumerate(pairwise(widths))]
    return Pathway(layers, shape.joined)


class DeepMedic(nn.Module):
    """Contrasts in, one logit for each output; the edges stay what they were.

    Args:
        shape: How it is built; the paper's network by default.
    """

    def __init__(self, shape: Shape | None = None) -> None:
        super().__init__()
        self.shape = shape or Shape()
        self.normal = _pathway(self.shape)
        self.coarse = nn.ModuleList(_pathway(self.shape) for _ in self.shape.factors)
        seen = self.shape.widths[-1] * (1 + len(self.shape.factors))
        widths = (seen, *self.shape.hidden, self.shape.outputs)
        kernels = (self.shape.first_kernel, *[1] * len(self.shape.hidden))
        layers = [
            Layer(a, b, kernel, dropout=dropout)
            for (a, b), kernel, dropout in zip(pairwise(widths), kernels, self.shape.dropout, strict=True)
        ]
        self.judge = Pathway(layers, self.shape.hidden_joined)
        self.bias = Bias(self.shape.outputs)
        for layer in self.modules():
            if isinstance(layer, nn.Conv3d):
                # the paper's: He et al. 2015, for rectifiers
                nn.init.kaiming_normal_(layer.weight)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return logits `(batch, output, z, y, x)` for contrasts `(batch, contrast, z, y, x)`."""
        beyond = x[:, :, :1, :1, :1] if self.shape.outside else torch.zeros_like(x[:, :, :1, :1, :1])
        found = [self.normal(self._widened(x, beyond))]
        for factor, pathway in zip(self.shape.factors, self.coarse, strict=True):
            small = pathway(self._widened(self._coarser(x, factor), beyond))
            large = functional.interpolate(small, scale_factor=float(factor), mode="nearest")
            found.append(large[:, :, : x.shape[2], : x.shape[3], : x.shape[4]])
        together = torch.cat(found, dim=1)
        if border := self.shape.first_kernel // 2:
            together = functional.pad(together, [border] * 6, mode="replicate")
        out: torch.Tensor = self.bias(self.judge(together))
        return out

    def _coarser(self, x: torch.Tensor, factor: int) -> torch.Tensor:
        if self.shape.averaged:
            return functional.avg_pool3d(x, factor, ceil_mode=True, count_include_pad=False)
        return x[:, :, ::factor, ::factor, ::factor]

    def _widened(self, x: torch.Tensor, beyond: torch.Tensor) -> torch.Tensor:
        return functional.pad(x - beyond, [self.shape.margin] * 6) + beyond
