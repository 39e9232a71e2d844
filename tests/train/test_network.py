"""The network and its normalisation against the paper's numbers and PyTorch's own layers."""

import pytest
import torch
from torch import nn
from torch.nn import functional

from fets_desktop.train.norm import InstanceNorm, estimate_statistics, freeze, norms, set_momentum
from fets_desktop.train.resunet import DEPTH, Probabilities, ResUNet, Up, parameter_count


def test_thirty_filters_make_the_papers_29_1_million_parameters() -> None:
    with torch.device("meta"):
        assert parameter_count(ResUNet(30)) == 29_135_703


def test_the_deepest_level_has_sixteen_times_the_base_filters() -> None:
    with torch.device("meta"):
        network = ResUNet(30)
    assert [down.halve[0].out_channels for down in network.downs] == [60, 120, 240, 480]
    assert len(network.downs) == DEPTH


@pytest.mark.parametrize("shape", [(16, 16, 16), (32, 48, 16), (48, 32, 64)])
def test_every_multiple_of_sixteen_comes_out_as_it_went_in(shape: tuple[int, int, int]) -> None:
    with torch.no_grad():
        out = Probabilities(ResUNet(2).eval())(torch.randn(1, 4, *shape))
    assert out.shape == (1, 3, *shape)
    assert 0 <= out.min() <= out.max() <= 1


def test_narrowing_before_raising_is_the_papers_raising_before_narrowing() -> None:
    torch.manual_seed(3)
    up, x, skip = Up(3).eval(), torch.randn(1, 6, 4, 5, 6), torch.randn(1, 3, 8, 10, 12)
    raised = functional.interpolate(x, scale_factor=2, mode="trilinear", align_corners=False)
    with torch.no_grad():
        torch.testing.assert_close(
            up(x, skip), up.block(up.join(torch.cat((up.narrow(raised), skip), dim=1))), atol=1e-5, rtol=1e-5
        )


@pytest.mark.parametrize("batch", [1, 2])
def test_the_norm_is_pytorchs_instance_norm_in_values_gradients_and_statistics(batch: int) -> None:
    torch.manual_seed(1)
    ours, theirs = InstanceNorm(3), nn.InstanceNorm3d(3, affine=True, track_running_stats=True)
    for _ in range(3):
        x = torch.randn(batch, 3, 4, 5, 6) * 3 + 1
        a, b = x.clone().requires_grad_(), x.clone().requires_grad_()
        out, expected = ours(a), theirs(b)
        torch.testing.assert_close(out, expected)
        (out**3).sum().backward()
        (expected**3).sum().backward()
        torch.testing.assert_close(a.grad, b.grad, atol=1e-3, rtol=1e-4)
    torch.testing.assert_close(ours.state_dict(), theirs.state_dict(), check_dtype=True) if batch > 1 else None
    torch.testing.assert_close(ours.running_var, theirs.running_var)
    torch.testing.assert_close(ours.running_mean, theirs.running_mean)
    ours.eval(), theirs.eval()
    torch.testing.assert_close(ours(x), theirs(x))


def test_a_frozen_norm_uses_and_keeps_its_statistics_in_training() -> None:
    norm = InstanceNorm(2).train()
    norm.running_mean.fill_(5.0)
    norm.frozen = True
    out = norm(torch.full((1, 2, 2, 2, 2), 7.0))
    torch.testing.assert_close(out, torch.full_like(out, 2.0))
    assert norm.running_mean.tolist() == [5.0, 5.0]


def test_estimated_statistics_are_the_mean_over_the_patches_and_leave_the_modes_as_they_were() -> None:
    network = ResUNet(2).train()
    set_momentum(network, 0.02)
    freeze(network)
    first = next(iter(network.top.first)).norm
    patches = [torch.randn(1, 4, 32, 32, 32) + k for k in range(3)]
    with torch.no_grad():
        expected = torch.stack([network.enter(p).mean((0, 2, 3, 4)) for p in patches]).mean(0)
    assert estimate_statistics(network, patches) == 3
    torch.testing.assert_close(first.running_mean, expected, atol=1e-5, rtol=1e-4)
    assert network.training
    assert all(norm.frozen and norm.momentum == 0.02 for norm in norms(network))
