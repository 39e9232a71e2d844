"""Measures against hand cases and a second implementation that looks at every pair of voxels."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fets_desktop.review.measures import compare, dice, hd95_mm, sensitivity, specificity, volumes_ml
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.labels import BRATS_2021, BRATS_2023, Region, Tissue, convert_labels
from fets_desktop.study.volume import LabelMap

SPACING = (1.0, 1.5, 3.0)


def surface_points(mask):
    points = []
    for z, y, x in np.argwhere(mask):
        for dz, dy, dx in ((1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)):
            neighbour = (z + dz, y + dy, x + dx)
            outside = any(n < 0 or n >= size for n, size in zip(neighbour, mask.shape, strict=True))
            if outside or not mask[neighbour]:
                points.append((x * SPACING[0], y * SPACING[1], z * SPACING[2]))
                break
    return np.array(points)


def slow_hd95(a, b):
    p, q = surface_points(a), surface_points(b)
    pairs = np.linalg.norm(p[:, None] - q[None], axis=2)
    return max(np.percentile(pairs.min(axis=1), 95), np.percentile(pairs.min(axis=0), 95))


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.floats(0.02, 0.9), st.floats(0.02, 0.9))
def test_hd95_agrees_with_all_pairs_of_surface_voxels(seed, p, q):
    rng = np.random.default_rng(seed)
    a, b = rng.random((5, 6, 7)) < p, rng.random((5, 6, 7)) < q
    a[2, 2, 2] = b[3, 3, 3] = True
    assert hd95_mm(a, b, SPACING) == pytest.approx(slow_hd95(a, b))
    assert hd95_mm(a, b, SPACING) == pytest.approx(hd95_mm(b, a, SPACING))


def test_shifted_blocks_by_hand():
    a, b = np.zeros((10, 10, 10), bool), np.zeros((10, 10, 10), bool)
    a[2:6, 2:6, 2:6] = True
    b[2:6, 2:6, 4:8] = True
    assert dice(a, b) == 0.5
    assert sensitivity(a, b) == 0.5
    assert specificity(a, b) == (1000 - 64 - 32) / (1000 - 64)
    assert hd95_mm(a, b, (2.0, 1.0, 1.0)) == 4.0


def test_empty_regions_score_one_if_both_are_empty_and_zero_if_one_is():
    empty, full = np.zeros((155, 240, 240), bool), np.zeros((155, 240, 240), bool)
    full[70:80, 100:110, 100:110] = True
    assert dice(empty, empty) == 1.0
    assert dice(full, empty) == dice(empty, full) == 0.0
    assert hd95_mm(empty, empty, (1.0, 1.0, 1.0)) == 0.0
    assert hd95_mm(full, empty, (1.0, 1.0, 1.0)) == pytest.approx(373.13, abs=0.005)
    assert sensitivity(empty, empty) == specificity(empty, empty) == 1.0
    assert specificity(full, ~empty) == 1.0


def test_volumes_by_tissue_and_region():
    array = np.zeros(BRATS_GRID.shape, np.uint8)
    array[0, 0, :100] = 1
    array[1, 0, :200] = 2
    array[2, :10, :40] = 4
    volumes = volumes_ml(LabelMap(array, BRATS_GRID, BRATS_2021))
    assert volumes.tissues_ml == pytest.approx({Tissue.NCR: 0.1, Tissue.ED: 0.2, Tissue.ET: 0.4})
    assert volumes.regions_ml == pytest.approx({Region.ET: 0.4, Region.TC: 0.5, Region.WT: 0.7})


def test_label_maps_of_different_schemes_are_compared_by_region():
    rng = np.random.default_rng(5)
    grid = Grid.from_affine((6, 7, 8), np.eye(4))
    array = rng.choice([0, 1, 2, 4], grid.shape).astype(np.uint8)
    other = LabelMap(convert_labels(array, BRATS_2021, BRATS_2023), grid, BRATS_2023)
    scores = compare(LabelMap(array, grid, BRATS_2021), other)
    assert all(score.dice == 1.0 and score.hd95_mm == 0.0 for score in scores.values())
    with pytest.raises(ValueError, match="grids"):
        compare(other, LabelMap(array, Grid.from_affine((6, 7, 8), np.diag([2, 1, 1, 1])), BRATS_2021))
