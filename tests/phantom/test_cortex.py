"""The cortex reaches the brain's outline as patients' does, and nothing else of the atlas is touched."""

import numpy as np
import pytest
from scipy import ndimage

from fets_desktop.phantom.cortex import reach_outline
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.volume import LabelMap, Volume

Case = tuple[dict[Contrast, Volume], LabelMap]


def water_share_of_the_rim(case: Case) -> float:
    """As it was measured on patients: of the outermost 1.5 mm, what is bright in T2 and dark in FLAIR."""
    volumes, labels = case
    t1, t2, flair = (volumes[contrast].array for contrast in (Contrast.T1, Contrast.T2, Contrast.FLAIR))
    brain = ndimage.binary_fill_holes(t1 > 0)
    healthy = brain & ~ndimage.binary_dilation(labels.array > 0, iterations=3)
    depth = ndimage.distance_transform_edt(brain)
    deep = healthy & (depth > 8)
    low, high = np.percentile(t1[deep], (60, 95))
    white = deep & (t1 > low) & (t1 < high)
    water = (t2 > 1.7 * np.median(t2[white])) & (flair < 0.75 * np.median(flair[white]))
    return float(water[healthy & (depth < 2.5)].mean())


@pytest.mark.parametrize("number", range(3))
def test_there_is_no_more_water_under_the_brains_outline_than_in_patients(brats_cases: list[Case], number: int) -> None:
    # 23 patients have 0 to 31 %, median 10; with the cortex as the atlas has it a stripped phantom has 33 %
    assert 0.01 < water_share_of_the_rim(brats_cases[number]) < 0.2


def test_a_cortex_that_fades_is_given_back_and_what_lies_deep_stays() -> None:
    z, y, x = np.ogrid[-45:46, -45:46, -45:46]
    depth = np.clip(40 - np.sqrt(z * z + y * y + x * x), 0, None).astype(np.float32)
    faded = (0.70 * np.clip(depth / 6, 0, 1)).astype(np.float32)
    faded[depth > 24] = 1.0
    whole = reach_outline(faded, depth)
    assert whole.dtype == np.float32
    rim = (depth > 0) & (depth < 1.5)
    assert faded[rim].mean() < 0.15
    assert whole[rim].mean() > 0.35
    beneath = (depth > 2) & (depth < 6)
    assert whole[beneath].mean() > 0.6
    assert whole[beneath].max() < 0.701
    np.testing.assert_array_equal(whole[depth > 20], faded[depth > 20])
    assert not whole[depth == 0].any()


def test_a_sulcus_stays_water() -> None:
    """A slab of cortex under an outline at y = 0, and a sulcus 3 mm wide that opens there."""
    depth = np.broadcast_to(np.arange(40, dtype=np.float32)[None, :, None], (40, 40, 61)).copy()
    level = np.where(depth > 0, 0.7, 0).astype(np.float32)
    level[:, 1:12, 29:32] = 0.24
    whole = reach_outline(level, depth)
    assert whole[20, 4:10, 30].max() < 0.46  # half water by the fractions' own measure
    assert whole[20, 1:10, 20].min() > 0.6
