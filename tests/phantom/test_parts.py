"""The parts a phantom is made of, against analytic truth."""

import numpy as np
import pytest
from scipy import ndimage

from fets_desktop.phantom.anatomy import Atlas, Mass, deformation
from fets_desktop.phantom.contrasts import Matter, mix
from fets_desktop.phantom.scanner import acquire, acquire_labels, draw_motion, turn
from fets_desktop.phantom.smooth import ramp, smooth_noise
from fets_desktop.study.grid import Grid


def test_noise_has_unit_spread_and_the_wished_size() -> None:
    field = smooth_noise((60, 90, 80), 5.0, np.random.default_rng(0))
    assert field.shape == (60, 90, 80)
    assert field.dtype == np.float32
    assert abs(field.mean()) < 0.1
    assert field.std() == pytest.approx(1.0, abs=0.1)
    neighbours = np.corrcoef(field[:, :, :-1].ravel(), field[:, :, 1:].ravel())[0, 1]
    strangers = np.corrcoef(field[:, :, :-25].ravel(), field[:, :, 25:].ravel())[0, 1]
    assert neighbours > 0.95
    assert abs(strangers) < 0.1


def test_ramp_rises_or_falls() -> None:
    np.testing.assert_allclose(ramp(np.array([0.0, 1.0, 2.0, 3.0]), 1.0, 3.0), [0, 0, 0.5, 1])
    np.testing.assert_allclose(ramp(np.array([0.0, 2.0, 4.0]), 3.0, 1.0), [1, 0.5, 0])


def test_turns_keep_hands_and_follow_the_right_hand_rule() -> None:
    np.testing.assert_allclose(turn((90, 0, 0))[:3, :3] @ [0, 1, 0], [0, 0, 1], atol=1e-12)
    np.testing.assert_allclose(turn((0, 90, 0))[:3, :3] @ [0, 0, 1], [1, 0, 0], atol=1e-12)
    np.testing.assert_allclose(turn((0, 0, 90))[:3, :3] @ [1, 0, 0], [0, 1, 0], atol=1e-12)


def test_motion_keeps_its_point_within_the_shift() -> None:
    centre = np.array([10.0, -20.0, 30.0])
    motion = draw_motion(np.random.default_rng(1), centre, 10.0, 5.0)
    assert np.abs((motion @ np.append(centre, 1))[:3] - centre).max() <= 5.0


def test_thick_slices_average_what_lies_in_them() -> None:
    source = Grid.from_affine((40, 20, 20), np.eye(4))
    ramp_z = np.broadcast_to(np.arange(40, dtype=np.float32)[:, None, None], (40, 20, 20)).copy()
    affine = np.diag([1.0, 1.0, 4.0, 1.0])
    affine[:3, 3] = (2, 2, 9.5)
    grid = Grid.from_affine((5, 8, 8), affine)
    thick = acquire(ramp_z, source, grid, np.eye(4))
    np.testing.assert_allclose(thick[:, 4, 4], 9.5 + 4 * np.arange(5), atol=1e-4)
    spike = np.zeros((40, 20, 20), dtype=np.float32)
    spike[10] = 8.0
    assert acquire(spike, source, grid, np.eye(4))[0, 4, 4] == pytest.approx(2.0, abs=1e-4)
    labels = (ramp_z >= 11).astype(np.uint8) * 4
    assert acquire_labels(labels, source, grid, np.eye(4))[:, 4, 4].tolist() == [0, 4, 4, 4, 4]


def test_a_moved_patient_is_sampled_where_he_went() -> None:
    source = Grid.from_affine((30, 30, 30), np.eye(4))
    dot = np.zeros((30, 30, 30), dtype=np.float32)
    dot[12, 15, 9] = 1.0  # RAS (9, 15, 12)
    to_source = np.eye(4)
    to_source[:3, 3] = (1, 2, 3)  # native (8, 13, 9) -> source (9, 15, 12)
    out = acquire(dot, source, source, to_source)
    assert np.unravel_index(out.argmax(), out.shape) == (9, 13, 8)


def test_the_stripped_brain_lies_where_the_head_has_it(whole_head: Atlas) -> None:
    # the two files of the atlas are some 2 mm apart; fine structures tell where they belong
    parts = whole_head
    inside = ndimage.binary_erosion(parts.mask, iterations=6)
    head, brain = (array - ndimage.gaussian_filter(array, 6) for array in (parts.head, parts.brain))
    for axis in range(3):
        match = [np.corrcoef(np.roll(head, step, axis)[inside], brain[inside])[0, 1] for step in (-1, 0, 1)]
        assert match[1] > 0.85
        peak = 0.5 * (match[0] - match[2]) / (match[0] - 2 * match[1] + match[2])
        assert abs(peak) < 0.3


def test_deformation_is_small_and_has_no_rigid_part(brain_alone: Atlas) -> None:
    parts = brain_alone
    where = deformation(parts, Mass((70.0, 110.0, 95.0), 0.01), np.random.default_rng(3))
    inside = np.argwhere(parts.mask)[::37]
    moved = where[:, inside[:, 0], inside[:, 1], inside[:, 2]].T - inside
    assert 0.5 < np.sqrt((moved**2).sum(axis=1).mean()) < 3.5
    # a second implementation: the best rigid fit by singular values (Kabsch) does not move anything
    a, b = inside - inside.mean(axis=0), inside + moved
    u, _, vt = np.linalg.svd(a.T @ (b - b.mean(axis=0)))
    degrees = np.degrees(np.arccos(min(1.0, (np.trace(u @ vt) - 1) / 2)))
    assert degrees < 0.1
    assert np.abs(moved.mean(axis=0)).max() < 0.1


def test_a_mass_pushes_its_surroundings_outward(brain_alone: Atlas) -> None:
    parts = brain_alone
    centre = (70.0, 110.0, 95.0)
    z, y, x = (int(c) for c in centre)
    calm = deformation(parts, Mass(centre, 0.01), np.random.default_rng(3))
    pushed = deformation(parts, Mass(centre, 14.0), np.random.default_rng(3))
    # tissue now 18 voxels in front of the centre was nearer to it before
    before = float((calm - pushed)[1, z, y + 18, x])
    assert 1.0 < before < 6.0


def test_mixing_is_linear() -> None:
    half = np.full((2, 2, 2), 0.5, dtype=np.float32)
    np.testing.assert_allclose(mix({Matter.CSF: half, Matter.WM: half}, {Matter.CSF: 0.2, Matter.WM: 1.0}), 0.6)
    with pytest.raises(ValueError):
        mix({}, {})
