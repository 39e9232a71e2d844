"""New patients out of old ones: what is carved arrives, what enhanced no longer does, and chance is the step's own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fets_desktop.study.contrast import NETWORK_ORDER, Contrast
from fets_desktop.study.labels import REGIONS, Region
from fets_desktop.train.augment import augment
from fets_desktop.train.cases import CaseShelf, TrainingCase
from fets_desktop.train.mix import carve, unenhanced
from fets_desktop.train.patches import Patch
from fets_desktop.train.sampler import Sampler
from fets_desktop.train.settings import TrainingSettings

ET, WT = REGIONS.index(Region.ET), REGIONS.index(Region.WT)
T1, T1GD = NETWORK_ORDER.index(Contrast.T1), NETWORK_ORDER.index(Contrast.T1GD)
TUMOUR = np.s_[12:20, 12:20, 12:20]
ENHANCING = np.s_[14:18, 14:18, 14:18]
SETTINGS = TrainingSettings(base=2, patch=32, augmentation="none")


def patch(value: float, *, tumour: bool, edge: int = 32) -> Patch:
    rng = np.random.default_rng(int(value * 10))
    volumes = (value + rng.standard_normal((4, edge, edge, edge))).astype(np.float32)
    volumes[T1GD] = 2 * volumes[T1] + 1
    volumes[:, :2] = 0
    regions = np.zeros((3, edge, edge, edge), dtype=np.float32)
    if tumour:
        regions[(slice(1, None), *TUMOUR)] = 1
        regions[(ET, *ENHANCING)] = 1
        volumes[(T1GD, *ENHANCING)] = 50
    return Patch(volumes, regions)


def test_a_carved_tumour_replaces_the_same_place_of_the_host_and_nothing_far_from_it() -> None:
    guest, host = patch(1, tumour=True), patch(5, tumour=False)
    mixed = carve(guest, host, np.random.default_rng(0))
    np.testing.assert_array_equal(mixed.regions, guest.regions)
    np.testing.assert_array_equal(mixed.volumes[(slice(None), *TUMOUR)], guest.volumes[(slice(None), *TUMOUR)])
    changed = (mixed.volumes != host.volumes).any(axis=0)
    assert not changed[:5].any()
    assert not changed[27:].any()
    assert mixed.volumes.dtype == mixed.regions.dtype == np.float32


def test_a_carved_tumour_stays_inside_the_hosts_brain_and_a_guest_without_one_changes_nothing() -> None:
    guest, host = patch(1, tumour=True), patch(5, tumour=False)
    host.volumes[:, :, 16:] = 0
    mixed = carve(guest, host, np.random.default_rng(0))
    assert not mixed.volumes[:, :, 16:].any()
    assert not mixed.regions[:, :, 16:].any()
    assert mixed.regions[WT].sum() == guest.regions[WT].sum() / 2
    assert carve(patch(1, tumour=False), host, np.random.default_rng(0)) is host


def test_the_hosts_own_tumour_stays_where_nothing_was_carved() -> None:
    host = patch(5, tumour=True)
    guest = patch(1, tumour=False)
    guest.regions[WT, 25:28, 25:28, 25:28] = 1
    mixed = carve(guest, host, np.random.default_rng(0))
    assert mixed.regions[WT, 26, 26, 26]
    np.testing.assert_array_equal(mixed.regions[(slice(None), *TUMOUR)], host.regions[(slice(None), *TUMOUR)])


def test_without_enhancement_t1gd_follows_t1_as_in_the_brain_around_and_the_core_is_kept() -> None:
    before = patch(1, tumour=True)
    after = unenhanced(before)
    assert not after.regions[ET].any()
    np.testing.assert_array_equal(after.regions[1:], before.regions[1:])
    there = (T1GD, *ENHANCING)
    np.testing.assert_allclose(after.volumes[there], 2 * before.volumes[(T1, *ENHANCING)] + 1, atol=1e-3)
    for channel in set(range(4)) - {T1GD}:
        np.testing.assert_array_equal(after.volumes[channel], before.volumes[channel])
    assert before.volumes[there].min() == 50, "the patch that was given is left as it was"
    bare = patch(1, tumour=False)
    assert unenhanced(bare) is bare


@pytest.fixture
def sampler(make_case: Callable[[int], TrainingCase], tmp_path: Path) -> Callable[..., Sampler]:
    cases = [make_case(1), make_case(2)]
    return lambda **changes: Sampler(cases, CaseShelf(tmp_path), replace(SETTINGS, **changes), 32)


def test_mixing_draws_the_same_at_every_resumption_and_leaves_the_other_chances_alone(
    sampler: Callable[..., Sampler],
) -> None:
    plain, mixed, again = sampler(), sampler(mix=1.0), sampler(mix=1.0)
    same = []
    for step in range(6):
        np.testing.assert_array_equal(mixed.draw(step).volumes, again.draw(step).volumes)
        same.append(np.array_equal(mixed.draw(step).volumes, plain.draw(step).volumes))
    assert not all(same)
    # every tumour of the guest is still there
    for step in range(6):
        assert (mixed.draw(step).regions >= plain.draw(step).regions)[WT].mean() > 0.98
    never = sampler(mix=0.0, unenhanced=1.0)
    assert not any(never.draw(step).regions[ET].any() for step in range(6))
    assert any(plain.draw(step).regions[ET].any() for step in range(6))


def test_wild_goes_further_than_strong_about_half_of_the_time_and_paints_nothing_outside_the_brain() -> None:
    given = patch(0.5, tumour=False, edge=16)
    further = 0
    for seed in range(24):
        strong, wild = (augment(given, kind, np.random.default_rng(seed)).volumes for kind in ("strong", "wild"))
        further += not np.array_equal(strong, wild)
        np.testing.assert_array_equal((strong != 0).any(axis=0), (wild != 0).any(axis=0))
    assert 6 < further < 20
