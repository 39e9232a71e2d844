"""DeepSCAN: densely connected, dilated convolutions that look at a stack of five slices and say how unsure they are.

Source: McKinley, Meier and Wiest 2018, "Ensembles of Densely-Connected CNNs with Label-Uncertainty for Brain Tumor
Segmentation", BrainLes, LNCS 11384: two unpadded 3x3x3 convolutions bring a stack of five slices down to one; a U-Net
of one or two poolings follows in the plane, at whose bottom a single dense block (growth 12) takes the place of further
pooling: its 3x3 convolutions are dilated by 1, 2, 4 and 8, six of each. Each output has, beside its logit, the logit of
the probability that its label is wrong; the loss is focal (gamma 2) and learns both.

Slices of a volume are run at once, as a volume whose kernels are one slice thick: the same numbers. At use the paper
runs axial, coronal and sagittal slices and averages, as `Planes` does. The paper's network has 128 filters, and 192x192
voxels a slice; with fewer filters it trains on a processor.
"""

from collections import OrderedDict
from itertools import pairwise

import torch
from torch import nn
from torch.nn import functional

from fets_desktop.train.norm import InstanceNorm

PAPER_GROWTH = 12
DILATIONS = (1, 2, 4, 8)
REPEATS = 6
SLICES = 5
PAPER_BASE = 128
_GAMMA = 2.0
_FLAT = (1, 3, 3)


def growth_of(base: int) -> int:
    """Return how much a unit of the dense block adds: 12 with the paper's 128 filters, and a third of it at least."""
    return max(PAPER_GROWTH // 3, PAPER_GROWTH * base // PAPER_BASE)


def _flat(before: int, after: int, dilation: int = 1) -> nn.Conv3d:
    """Return a 3x3 convolution within a slice; beyond the slice lies its border again."""
    padding = (0, dilation, dilation)
    return nn.Conv3d(before, after, _FLAT, padding=padding, dilation=(1, dilation, dilation), padding_mode="replicate")


class Twice(nn.Sequential):
    """Two times: convolve within the slice, normalise, rectify."""

    def __init__(self, before: int, after: int) -> None:
        steps = (_flat(before, after), InstanceNorm(after), nn.ReLU(), _flat(after, after), InstanceNorm(after))
        super().__init__(*steps, nn.ReLU())


class Flatten(nn.Module):
    """Brings a stack of slices down by two: a 3x3x3 convolution that is padded within the slice only."""

    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        self.conv = nn.Conv3d(before, after, 3)
        self.norm = InstanceNorm(after)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return a tensor with two slices less."""
        return functional.relu(self.norm(self.conv(functional.pad(x, (1, 1, 1, 1, 0, 0), mode="replicate"))))


class DenseUnit(nn.Module):
    """Normalise, rectify, convolve wide apart, and hand on beside what was found all that came in."""

    def __init__(self, before: int, growth: int, dilation: int) -> None:
        super().__init__()
        self.norm = InstanceNorm(before)
        self.conv = _flat(before, growth, dilation)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return a tensor with `growth` channels more."""
        return torch.cat((x, self.conv(functional.relu(self.norm(x)))), dim=1)


class Rise(nn.Module):
    """Double a slice's edges, join what was seen at that size, and look at both together."""

    def __init__(self, channels: int, skip: int) -> None:
        super().__init__()
        self.smooth = _flat(channels, channels)
        self.twice = Twice(channels + skip, channels)

    def forward(self, x: torch.Tensor, skip: torch.Tensor) -> torch.Tensor:
        """Return a tensor as large as `skip`."""
        large = functional.interpolate(x, scale_factor=(1.0, 2.0, 2.0), mode="trilinear", align_corners=False)
        out: torch.Tensor = self.twice(torch.cat((skip, self.smooth(large)), dim=1))
        return out


class DeepScan(nn.Module):
    """Four contrasts in, three logits out, and in training three more: how likely the label is wrong.

    Args:
        base: Filters of the finest level; a quarter of it while the slices are brought down.
        poolings: Poolings before the dense block, 1 or 2 in the paper.
        dilations: Of the dense block; with two poolings the paper leaves out 8.
        growth: Channels that each unit of the dense block adds; None for the paper's, smaller with fewer filters.
        inputs: Contrasts.
        outputs: Regions.
    """

    def __init__(
        self,
        base: int = PAPER_BASE,
        poolings: int = 1,
        dilations: tuple[int, ...] = DILATIONS,
        growth: int | None = None,
        inputs: int = 4,
        outputs: int = 3,
    ) -> None:
        super().__init__()
        self.poolings = poolings
        growth = growth or growth_of(base)
        thin = max(1, base // 4)
        self.flatten = nn.Sequential(Flatten(inputs, thin), Flatten(thin, thin))
        widths = [thin, *(base << level for level in range(poolings))]
        self.downs = nn.ModuleList(Twice(a, b) for a, b in pairwise(widths))
        channels = widths[-1]
        units: OrderedDict[str, nn.Module] = OrderedDict()
        for dilation in dilations:
            for number in range(REPEATS):
                units[f"wide{dilation}_{number}"] = DenseUnit(channels, growth, dilation)
                channels += growth
        self.dense = nn.Sequential(units)
        self.ups = nn.ModuleList(Rise(channels, skip) for skip in reversed(widths[1:]))
        self.leave = nn.Conv3d(channels, outputs, 1)
        self.doubt = nn.Conv3d(channels, outputs, 1)

    @property
    def multiple(self) -> int:
        """What the edges of a slice are multiples of."""
        return 1 << self.poolings

    def forward(self, x: torch.Tensor) -> torch.Tensor | tuple[torch.Tensor, torch.Tensor]:
        """Return logits `(batch, 3, z, y, x)`; in training also the logits of each label being wrong."""
        x = self.flatten(functional.pad(x, (0, 0, 0, 0, SLICES // 2, SLICES // 2)))
        skips = []
        for down in self.downs:
            skips.append(down(x))
            x = functional.max_pool3d(skips[-1], (1, 2, 2))
        x = self.dense(x)
        for up in self.ups:
            x = up(x, skips.pop())
        logits: torch.Tensor = self.leave(x)
        return (logits, self.doubt(x)) if self.training else logits


class Planes(nn.Module):
    """The mean probability over axial, coronal and sagittal slices."""

    def __init__(self, network: DeepScan) -> None:
        super().__init__()
        self.network = network

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return probabilities `(batch, 3, z, y, x)`."""
        axial = torch.sigmoid(self.network(x))
        coronal = torch.sigmoid(self.network(x.transpose(2, 3))).transpose(2, 3)
        sagittal = torch.sigmoid(self.network(x.transpose(2, 4))).transpose(2, 4)
        return (axial + coronal + sagittal) / 3


def focal(logits: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
    """Return the binary cross-entropy of every voxel, less of it where the answer is right and sure already.

    Args:
        logits: Of any shape, float32.
        truth: Of the same shape, 0..1.
    """
    loss = functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    p = torch.sigmoid(logits)
    right = p * truth + (1 - p) * (1 - truth)
    return (1 - right) ** _GAMMA * loss


def uncertainty_loss(output: torch.Tensor | tuple[torch.Tensor, ...], truth: torch.Tensor) -> torch.Tensor:
    """Return the loss of a network that may doubt its labels.

    It learns the label, the label as it would be if it were wrong as often as the network believes, and whether its own
    answer differs from the label: a network that doubts where it errs loses less there.

    Args:
        output: Logits and logits of doubt, each `(batch, 3, z, y, x)`; logits alone count without doubt.
        truth: 0 or 1, of the same shape.
    """
    if isinstance(output, torch.Tensor):
        return focal(output.float(), truth).mean()
    logits, doubt = output[0].float(), output[1].float()
    flip = torch.sigmoid(doubt)
    doubted = (1 - truth) * flip + truth * (1 - flip)
    wrong = ((logits > 0) != (truth > 0.5)).to(logits.dtype)
    return (focal(logits, truth) + focal(logits, doubted) + focal(doubt, wrong)).mean()
