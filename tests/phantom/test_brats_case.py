"""Prepared cases: tissue by tissue, contrast by contrast, and the shape of the tumour."""

import numpy as np
import pytest
from scipy import ndimage

from fets_desktop.phantom.anatomy import MIDLINE_X, Atlas, Side, brain_fractions
from fets_desktop.phantom.brats import make_brats_case
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap, Volume

Case = tuple[dict[Contrast, Volume], LabelMap]
NCR, ED, ET = 1, 2, 4


def tissue_medians(case: Case, parts: Atlas) -> dict[Contrast, dict[str, float]]:
    volumes, labels = case
    names = dict(zip(("CSF", "GM", "WM"), brain_fractions(parts.brain, parts.wm_level), strict=True))
    far = ndimage.distance_transform_edt(labels.array == 0) > 12
    where = {}
    for name, fraction in names.items():
        # pure tissue two voxels deep, so that the individual anatomy does not matter; sulci are too thin for that
        pure = np.zeros(BRATS_GRID.shape, dtype=bool)
        pure[parts.box.slices] = ndimage.uniform_filter(fraction, 3) > 0.85
        where[name] = pure & far & (volumes[Contrast.T1].array > 0)
        if name == "CSF":
            deep = np.zeros(BRATS_GRID.shape, dtype=bool)
            deep[parts.box.slices] = parts.depth_mm > 20
            where[name] &= deep
    where |= {"NCR": labels.array == NCR, "ED": labels.array == ED, "ET": labels.array == ET}
    return {
        contrast: {name: float(np.median(volumes[contrast].array[mask])) for name, mask in where.items()}
        for contrast in ALL_CONTRASTS
    }


@pytest.mark.parametrize("number", range(3))
def test_tissues_look_as_on_a_clinical_scan(brats_cases: list[Case], brain_alone: Atlas, number: int) -> None:
    signal = tissue_medians(brats_cases[number], brain_alone)
    t1, gd, t2, flair = (signal[contrast] for contrast in ALL_CONTRASTS)
    assert t1["WM"] > t1["GM"] > t1["CSF"]
    assert t1["ED"] < 0.9 * t1["WM"]
    assert t1["NCR"] < 0.85 * t1["ED"]
    assert abs(t1["ET"] / t1["GM"] - 1) < 0.35
    assert gd["WM"] > gd["GM"] > gd["CSF"]
    assert gd["ET"] > 1.2 * gd["WM"]
    assert gd["ET"] > 1.8 * gd["NCR"]
    assert t2["CSF"] > t2["ED"] > t2["GM"] > t2["WM"]
    assert t2["NCR"] > t2["ET"]
    assert flair["CSF"] < 0.75 * flair["WM"]
    assert flair["ED"] == max(flair.values())
    assert flair["CSF"] < flair["NCR"] < flair["ED"]


@pytest.mark.parametrize("number", range(3))
def test_tumour_is_inside_the_brain_and_of_a_sensible_size(brats_cases: list[Case], number: int) -> None:
    volumes, labels = brats_cases[number]
    assert labels.scheme == BRATS_2021
    assert set(np.unique(labels.array)) == {0, NCR, ED, ET}
    assert labels.grid == BRATS_GRID
    for volume in volumes.values():
        assert volume.grid == BRATS_GRID
        assert (volume.array[labels.array > 0] > 0).all()
    ncr, ed, et = (float((labels.array == value).sum()) / 1000 for value in (NCR, ED, ET))
    assert 1.0 < ncr < 50.0
    assert 2.5 < et < 45.0
    assert 12.0 < ed < 170.0
    assert ndimage.label(labels.array > 0)[1] == 1


@pytest.mark.parametrize("number", range(3))
def test_enhancing_rim_surrounds_the_necrosis(brats_cases: list[Case], number: int) -> None:
    labels = brats_cases[number][1].array
    shell = ndimage.binary_dilation(labels == NCR) & (labels != NCR)
    assert (labels[shell] == ET).mean() > 0.8
    core = np.isin(labels, (NCR, ET))
    around = ndimage.binary_dilation(core, iterations=2) & ~core
    assert (labels[around] == ED).mean() > 0.4


def test_edema_prefers_white_matter(brats_cases: list[Case], brain_alone: Atlas) -> None:
    parts = brain_alone
    wm = brain_fractions(parts.brain, parts.wm_level)[2]
    for _, labels in brats_cases:
        here = labels.array[parts.box.slices]
        stopped = ndimage.binary_dilation(here > 0, iterations=4) & (here == 0) & parts.mask
        assert wm[here == ED].mean() > wm[stopped].mean() + 0.15


@pytest.mark.parametrize(("number", "side"), [(0, Side.LEFT), (1, Side.RIGHT)])
def test_the_tumour_grows_on_the_wished_side(brats_cases: list[Case], number: int, side: Side) -> None:
    labels = brats_cases[number][1]
    x = np.argwhere(np.isin(labels.array, (NCR, ET)))[:, 2]
    assert ((x > MIDLINE_X) == (side is Side.LEFT)).mean() > 0.97
    # the patient's left lies at smaller RAS x
    ras = labels.grid.to_ras(np.argwhere(labels.array > 0)[:, ::-1])[:, 0]
    assert ((ras < -MIDLINE_X) == (side is Side.LEFT)).mean() > 0.85


def test_the_same_seed_made_coarser_is_the_same_case(brats_cases: list[Case]) -> None:
    fine_volumes, fine = brats_cases[0]
    volumes, labels = make_brats_case(0, factor=2, side=Side.LEFT)
    assert labels.grid.shape == (77, 120, 120)
    np.testing.assert_allclose(labels.grid.spacing_mm, (2, 2, 2))
    for values in ((NCR, ET), (NCR, ED, ET)):
        one, other = np.isin(fine.array, values), np.isin(labels.array, values)
        assert other.sum() * 8 == pytest.approx(one.sum(), rel=0.05)
        centres = [
            grid.to_ras(np.argwhere(mask).mean(axis=0)[::-1]) for grid, mask in ((fine.grid, one), (labels.grid, other))
        ]
        np.testing.assert_allclose(centres[0], centres[1], atol=0.4)
    for contrast in ALL_CONTRASTS:
        blocks = fine_volumes[contrast].array[:154].reshape(77, 2, 120, 2, 120, 2)
        np.testing.assert_allclose(volumes[contrast].array, blocks.mean(axis=(1, 3, 5)), rtol=1e-4)
    assert fine.array.tobytes() != brats_cases[2][1].array.tobytes()
