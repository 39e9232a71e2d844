"""The losses a segmentation is trained by.

Source: Pati et al. 2022, "The neural network architecture": the mirrored Dice, 1 - mean over regions of
(Dice(p, y) + Dice(1 - p, 1 - y)) / 2, smooth 1e-7.
"""

import torch
from torch.nn import functional

SMOOTH = 1e-7


def soft_dice(probabilities: torch.Tensor, truth: torch.Tensor, smooth: float = SMOOTH) -> torch.Tensor:
    """Return the soft Dice of every channel, `(batch, channel)`, of two `(batch, channel, z, y, x)` tensors in 0..1."""
    axes = (2, 3, 4)
    shared = (probabilities * truth).sum(axes)
    total = probabilities.sum(axes) + truth.sum(axes)
    return (2 * shared + smooth) / (total + smooth)


def mirrored_dice_loss(probabilities: torch.Tensor, truth: torch.Tensor, smooth: float = SMOOTH) -> torch.Tensor:
    """Return the paper's loss of float32 probabilities: foreground and background count alike in every region."""
    front = soft_dice(probabilities, truth, smooth)
    back = soft_dice(1 - probabilities, 1 - truth, smooth)
    return 1 - (front + back).mean() / 2


def segmentation_loss(logits: torch.Tensor, truth: torch.Tensor, cross_entropy: float = 0.0) -> torch.Tensor:
    """Return the mirrored Dice loss of logits plus `cross_entropy` times their binary cross-entropy.

    Computed in float32 whatever the network ran in: bf16 cannot add up a million voxels.
    """
    logits = logits.float()
    loss = mirrored_dice_loss(torch.sigmoid(logits), truth)
    if cross_entropy:
        loss = loss + cross_entropy * functional.binary_cross_entropy_with_logits(logits, truth)
    return loss
