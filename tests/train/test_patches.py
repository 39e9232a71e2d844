"""Patches and their augmentation: truth first, chance second."""

import numpy as np
import pytest

from fets_desktop.train.augment import augment, curve, thick_slices, turn, warp
from fets_desktop.train.cases import ReadyCase
from fets_desktop.train.patches import Patch, cut, draw


def ready(shape: tuple[int, int, int] = (60, 70, 80)) -> ReadyCase:
    rng = np.random.default_rng(5)
    volumes = (rng.standard_normal((4, *shape)) + 5).astype(np.float16)
    regions = np.zeros(shape, dtype=np.uint8)
    regions[40:50, 50:60, 60:70] = 4
    regions[44:46, 54:56, 64:66] = 7
    return ReadyCase("one", volumes, regions)


def echo(edge: int = 32) -> Patch:
    """A patch whose volumes are its regions, so that both must move alike."""
    rng = np.random.default_rng(2)
    regions = np.zeros((3, edge, edge, edge), dtype=np.float32)
    for k, region in enumerate(regions):
        start = rng.integers(4, 10, 3)
        region[start[0] : start[0] + 12 - 2 * k, start[1] : start[1] + 9, start[2] : start[2] + 7] = 1
    return Patch(np.concatenate([regions, regions[:1]]), regions)


def test_a_cut_is_the_case_at_that_place_and_zero_beyond_it() -> None:
    case = ready()
    patch = cut(case, (-5, 10, 60), 32)
    assert patch.volumes.shape == (4, 32, 32, 32)
    assert not patch.volumes[:, :5].any()
    assert not patch.volumes[:, :, :, 20:].any()
    np.testing.assert_array_equal(patch.volumes[:, 5:, :, :20], case.volumes[:, :27, 10:42, 60:80])
    np.testing.assert_array_equal(patch.regions[2, 5:, :, :20], (case.regions[:27, 10:42, 60:80] & 4) != 0)


def test_tumour_is_in_every_patch_that_was_to_be_centred_on_it() -> None:
    rng = np.random.default_rng(1)
    case, large = ready(), ready((90, 100, 90))
    assert all(draw(case, 32, 1.0, rng).regions[2].any() for _ in range(12))
    found = [draw(large, 32, 0.0, rng).regions[2].any() for _ in range(20)]
    assert not all(found)


def test_a_case_without_tumour_and_one_smaller_than_the_patch_still_give_patches() -> None:
    rng = np.random.default_rng(1)
    case = ready((20, 70, 20))
    bare = ReadyCase("bare", case.volumes, np.zeros_like(case.regions))
    patch = draw(bare, 32, 1.0, rng)
    assert patch.volumes.shape == (4, 32, 32, 32)
    assert (patch.volumes[0] != 0).sum() == 20 * 32 * 20


@pytest.mark.parametrize("kind", ["paper", "strong"])
def test_augmentation_is_seeded_keeps_the_shape_and_paints_nothing_outside_the_brain(kind: str) -> None:
    patch = draw(ready((40, 40, 40)), 48, 1.0, np.random.default_rng(3))
    once, twice, other = (augment(patch, kind, np.random.default_rng(seed)) for seed in (4, 4, 5))
    np.testing.assert_array_equal(once.volumes, twice.volumes)
    assert not np.array_equal(once.volumes, other.volumes)
    assert once.volumes.shape == patch.volumes.shape
    assert once.volumes.dtype == np.float32
    assert set(np.unique(once.regions)) <= {0.0, 1.0}
    assert np.isfinite(once.volumes).all()
    # where all four contrasts are zero there is no brain
    outside = ~once.volumes.any(axis=0)
    assert outside.sum() >= 48**3 - 40**3 * 1.6


def test_no_augmentation_changes_nothing_and_an_unknown_one_is_refused() -> None:
    patch = echo()
    assert augment(patch, "none", np.random.default_rng(0)) is patch
    with pytest.raises(ValueError, match="one of none, paper, strong"):
        augment(patch, "bold", np.random.default_rng(0))


@pytest.mark.parametrize("seed", range(6))
def test_turns_and_warps_move_images_and_labels_alike(seed: int) -> None:
    turned = turn(echo(), np.random.default_rng(seed))
    np.testing.assert_array_equal(turned.volumes[:3], turned.regions)
    assert turned.regions.sum() == echo().regions.sum()
    warped = warp(echo(), np.random.default_rng(seed))
    agreement = (
        2
        * (warped.regions * (warped.volumes[:3] > 0.5)).sum()
        / (warped.regions.sum() + (warped.volumes[:3] > 0.5).sum())
    )
    assert agreement > 0.93


def test_a_bent_curve_keeps_order_mean_and_spread() -> None:
    volume = np.random.default_rng(1).standard_normal((24, 24, 24)).astype(np.float32)
    volume[:4] = 0
    bent = curve(volume, np.random.default_rng(2))
    inside = volume != 0
    order = np.argsort(volume[inside])
    assert (np.diff(bent[inside][order]) >= -1e-5).all()
    assert abs(bent[inside].mean() - volume[inside].mean()) < 1e-4
    assert abs(bent[inside].std() - volume[inside].std()) < 1e-3
    assert not bent[~inside].any()


def test_thick_slices_blur_one_axis_only() -> None:
    volume = np.random.default_rng(1).standard_normal((24, 24, 24)).astype(np.float32)
    thick = thick_slices(volume, np.random.default_rng(0))
    rough = [float(np.abs(np.diff(thick, axis=axis)).mean()) for axis in range(3)]
    assert sorted(rough)[0] < 0.6 * sorted(rough)[1]
