"""The loss against sums done by hand."""

import torch

from fets_desktop.train.loss import mirrored_dice_loss, segmentation_loss, soft_dice


def cube(*values: float) -> torch.Tensor:
    return torch.tensor(values, dtype=torch.float32).reshape(1, 1, 1, 2, 2)


def test_soft_dice_by_hand() -> None:
    # 2 (0.5 + 1) / ((0.5 + 1 + 0 + 0.5) + 2) = 3 / 4
    assert soft_dice(cube(0.5, 1, 0, 0.5), cube(1, 1, 0, 0)).item() == 0.75


def test_mirrored_dice_by_hand() -> None:
    p, y = cube(0.75, 0.5, 0.25, 0), cube(1, 0, 0, 0)
    front = 2 * 0.75 / (1.5 + 1)
    back = 2 * (0.5 + 0.75 + 1) / (2.5 + 3)
    torch.testing.assert_close(mirrored_dice_loss(p, y).item(), 1 - (front + back) / 2, atol=1e-6, rtol=0)


def test_regions_count_alike_whatever_their_size() -> None:
    p = torch.cat([cube(1, 1, 0, 0), cube(0, 0, 0, 1)], dim=1)
    y = torch.cat([cube(1, 1, 0, 0), cube(0, 0, 1, 0)], dim=1)
    # the first is perfect; the second: front 0, back 2*2/(3+3)
    torch.testing.assert_close(mirrored_dice_loss(p, y).item(), 1 - (1 + 1 + 0 + 2 / 3) / 4, atol=1e-6, rtol=0)


def test_a_perfect_answer_costs_nothing_and_an_empty_region_found_empty_neither() -> None:
    y = torch.cat([cube(1, 0, 0, 1), cube(0, 0, 0, 0)], dim=1)
    assert abs(mirrored_dice_loss(y, y).item()) < 1e-6


def test_cross_entropy_is_added_with_its_weight() -> None:
    logits, y = cube(0, 0, 0, 0), cube(1, 0, 0, 1)
    plain = segmentation_loss(logits, y)
    torch.testing.assert_close(segmentation_loss(logits, y, 0.5) - plain, torch.tensor(0.5 * 0.6931472))


def test_bf16_logits_are_summed_in_float32() -> None:
    logits = torch.randn(1, 3, 32, 32, 32)
    y = (torch.rand(1, 3, 32, 32, 32) > 0.5).float()
    assert abs(segmentation_loss(logits.bfloat16(), y) - segmentation_loss(logits.bfloat16().float(), y)) == 0
