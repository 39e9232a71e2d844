"""Brain extraction by the network that ships: a phantom whose brain is known, and what it must refuse."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from made_once import native_phantom
from networks_for_segment import CARD
from scipy import ndimage

from fets_desktop.imaging.resample import resample_volume
from fets_desktop.imaging.rigid import inverse, to_itk
from fets_desktop.phantom.phantom import Phantom
from fets_desktop.segment.brain import BrainNetwork, network_inputs
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.modelfile import ModelFile, read_model, write_model
from fets_desktop.study.progress import silent
from fets_desktop.study.resources import resource
from fets_desktop.study.volume import Mask, Volume
from fets_desktop.train.brain_network import BrainNetwork as TorchNetwork
from fets_desktop.train.brain_network import load_published

SHIPPED = resource("models", "brain.fetsmodel")
TWO = (Contrast.T1GD, Contrast.FLAIR)

Heads = Mapping[Contrast, Volume]


def overlap(one: Mask, other: Mask) -> float:
    return float(2 * (one & other).sum() / (one.sum() + other.sum()))


@pytest.fixture(scope="module")
def phantom() -> Phantom:
    return native_phantom()


@pytest.fixture(scope="module")
def heads(phantom: Phantom) -> Heads:
    """Where a perfect registration brings them."""
    return {
        contrast: resample_volume(volume, BRATS_GRID, to_itk(inverse(phantom.to_atlas[contrast])))
        for contrast, volume in phantom.volumes.items()
    }


@pytest.fixture(scope="module")
def brain(heads: Heads) -> Mask:
    return BrainNetwork(SHIPPED)(heads, silent)


def test_a_phantom_gives_its_brain_and_keeps_its_tumour(phantom: Phantom, brain: Mask):
    assert overlap(brain, phantom.atlas_brain) >= 0.98
    beyond = ndimage.distance_transform_edt(~phantom.atlas_brain)
    assert (beyond[brain] > 3).sum() < 0.001 * brain.sum()  # at the base it takes in a millimetre of water
    depth = ndimage.distance_transform_edt(phantom.atlas_brain)
    assert brain[depth > 7].mean() > 0.9995  # nothing deep is lost
    tumour = (phantom.atlas_labels.array > 0) & (depth > 2)
    assert brain[tumour].mean() > 0.999


def test_it_is_one_piece_without_holes(brain: Mask):
    assert ndimage.label(brain)[1] == 1
    assert not (ndimage.binary_fill_holes(brain) & ~brain).any()


def test_two_contrasts_agree_with_four(heads: Heads, brain: Mask):
    told: list[float] = []
    fewer = BrainNetwork(SHIPPED, TWO)(heads, lambda fraction, note: told.append(fraction))
    assert overlap(fewer, brain) > 0.985
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


def test_the_same_heads_give_the_same_bytes(heads: Heads):
    small = Grid.from_affine((40, 64, 64), BRATS_GRID.affine @ np.diag([3.0, 3.0, 3.0, 1.0]))
    volumes = {contrast: resample_volume(heads[contrast], small) for contrast in TWO}
    masks = [BrainNetwork(SHIPPED, TWO)(volumes, silent) for _ in range(2)]
    assert masks[0].sum() > 20_000
    assert (masks[1] == masks[0]).all()


def test_it_can_be_stopped(heads: Heads):
    def stop(fraction: float, note: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        BrainNetwork(SHIPPED)(heads, stop)


def test_air_has_no_brain_and_no_head():
    grid = Grid.from_affine((60, 60, 60), np.diag([-1.5, -1.5, 1.5, 1.0]))
    nothing = {contrast: Volume(np.zeros(grid.shape, dtype=np.float32), grid) for contrast in ALL_CONTRASTS}
    with pytest.raises(StudyError, match="No head"):
        BrainNetwork(SHIPPED)(nothing, silent)


def test_what_the_network_sees_is_scored_over_the_whole_image_and_fits_it():
    grid = Grid.from_affine((60, 66, 70), np.diag([-1.5, -1.5, 1.5, 1.0]))
    z, y, x = np.ogrid[:60, :66, :70]
    ball = ((z - 30) ** 2 + (y - 33) ** 2 + (x - 35) ** 2 < 15**2).astype(np.float32) * 100
    [seen] = network_inputs([Volume(ball, grid)])
    assert all(edge % 16 == 0 for edge in seen.shape)
    assert seen.max() == pytest.approx((100 - ball.mean()) / ball.std(), rel=1e-5)
    assert seen[-1, -1, -1] == seen.min() == pytest.approx(-ball.mean() / ball.std(), rel=1e-5)  # filled up with air
    assert (seen == seen.max()).sum() == (ball > 0).sum()  # the ball is in it, whole, voxel by voxel


def test_another_kind_of_model_and_a_damaged_one_are_refused(tmp_path: Path):
    shipped = read_model(SHIPPED)
    other = write_model(tmp_path / "other.fetsmodel", ModelFile(CARD, shipped.xml, shipped.weights))
    with pytest.raises(StudyError, match="does not find brains"):
        BrainNetwork(other)
    torn = write_model(tmp_path / "torn.fetsmodel", replace(shipped, xml=shipped.xml[:500]))
    with pytest.raises(StudyError, match="damaged"):
        BrainNetwork(torn)
    ids = {BrainNetwork(SHIPPED).id, BrainNetwork(SHIPPED, TWO).id}
    assert len(ids) == 2


def test_the_published_weights_fit_the_network_we_rebuilt():
    """Counted by hand from the paper's code: 16.3 million weights; deep supervision and running statistics are left."""
    network = TorchNetwork()
    assert sum(weight.numel() for weight in network.parameters()) == 16_349_403
    published = {
        **network.state_dict(),
        "loc2_seg.weight": torch.zeros(2, 84, 1, 1, 1),
        "loc3_seg.weight": torch.zeros(2, 42, 1, 1, 1),
        "context1.bn_1.running_mean": torch.zeros(21),
        "context1.bn_1.num_batches_tracked": torch.tensor(3),
    }
    rebuilt = load_published(published)
    volume = torch.randn(1, 1, 16, 32, 16, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        seen = rebuilt(volume)
        torch.testing.assert_close(seen, network.eval()(volume))
    assert seen.shape == volume.shape
    assert 0 <= float(seen.min()) <= float(seen.max()) <= 1
