"""Brain extraction by the atlas: heads whose brain is known, and a border that settles."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from scipy import ndimage

from fets_desktop.imaging.convert import to_image
from fets_desktop.imaging.files import read_volume
from fets_desktop.imaging.resample import resample_volume
from fets_desktop.imaging.rigid import inverse, to_itk
from fets_desktop.phantom.anatomy import load_atlas
from fets_desktop.phantom.phantom import in_atlas, make_phantom
from fets_desktop.preprocess.atlas_brain import AtlasBrain, Effort, brain_of_head
from fets_desktop.preprocess.brain_edge import distance_mm, settle
from fets_desktop.preprocess.quality import foreground, overlap
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.progress import silent
from fets_desktop.study.resources import atlas
from fets_desktop.study.volume import Mask, Volume

QUICK = Effort(place=(20, 0), affine=(20, 0), deform=(20, 0))

Heads = Mapping[Contrast, Volume]


@pytest.fixture(scope="module")
def extraction(sri24: Path) -> AtlasBrain:
    return AtlasBrain(sri24, atlas(skull_stripped=True))


@pytest.fixture(scope="module")
def quick(sri24: Path) -> AtlasBrain:
    return AtlasBrain(sri24, atlas(skull_stripped=True), QUICK)


@pytest.fixture(scope="module")
def atlas_mask(sri24: Path) -> Mask:
    """The brain of the atlas with skull as the phantom knows it: by numbers measured once, with another engine."""
    parts = load_atlas(sri24, atlas(skull_stripped=True))
    return in_atlas(parts.mask, parts)


@pytest.fixture(scope="module")
def bent(sri24: Path, atlas_mask: Mask, as_contrast) -> tuple[Heads, Mask]:
    """The atlas as another person, somewhat off: bent by up to 9 mm, larger, turned; four contrasts, shade, noise."""
    rng = np.random.default_rng(7)
    waves = [ndimage.gaussian_filter(rng.normal(size=(39, 60, 60)), 6.0) for _ in range(3)]
    field = np.stack([2.5 * wave / wave.std() for wave in waves], axis=-1)
    lattice = to_image(np.zeros((39, 60, 60), np.uint8), BRATS_GRID)
    lattice.SetSpacing((4.0, 4.0, 4.0))
    displacement = sitk.GetImageFromArray(field, isVector=True)
    displacement.CopyInformation(lattice)
    pose = sitk.Similarity3DTransform()
    pose.SetCenter((119.0, -110.0, 75.0))
    pose.SetParameters((0.02, -0.015, 0.02, 2.0, -3.0, 2.5, 0.96))
    move = sitk.CompositeTransform([pose, sitk.DisplacementFieldTransform(displacement)])
    head = read_volume(sri24).array.clip(0)
    inside, (z, y, x) = foreground(head), np.ogrid[-1:1:155j, -1:1:240j, -1:1:240j]
    shade = 1 + 0.2 * x - 0.15 * y**2 + 0.1 * z
    heads = {}
    for contrast in ALL_CONTRASTS:
        signal = as_contrast(contrast, head, inside).astype(np.float32)
        moved = resample_volume(Volume(signal, BRATS_GRID), BRATS_GRID, move).array
        noisy = np.abs(moved * shade + rng.normal(0, 15, moved.shape))
        heads[contrast] = Volume(noisy.astype(np.float32), BRATS_GRID)
    truth = resample_volume(Volume(atlas_mask.astype(np.float32), BRATS_GRID), BRATS_GRID, move).array > 0.5
    return heads, truth


def test_the_brain_of_the_atlas_with_skull_is_where_a_second_way_finds_it(sri24, atlas_mask, brain_in_atlas):
    stripped = read_volume(atlas(skull_stripped=True)).array
    found = brain_of_head(read_volume(sri24).array.clip(0).astype(np.float32), stripped, Effort().place)
    assert overlap(found, atlas_mask) > 0.998
    assert overlap(found, brain_in_atlas) > 0.985
    assert overlap(found, stripped > 0) < 0.985  # not where the stripped file has it


def test_a_bent_head_gives_its_brain(bent, atlas_mask, extraction):
    heads, truth = bent
    assert overlap(atlas_mask, truth) < 0.94
    mask = extraction(heads, silent)
    assert overlap(mask, truth) > 0.96
    assert ndimage.label(mask)[1] == 1
    assert not (ndimage.binary_fill_holes(mask) & ~mask).any()
    assert (truth & ~mask & (distance_mm(truth) < -6)).sum() == 0  # nothing deep is lost
    assert (mask & ~truth & (distance_mm(truth) > 8)).sum() == 0  # and nothing far away taken in


def test_a_phantom_gives_its_brain_and_keeps_its_tumour(sri24, extraction):
    phantom = make_phantom(sri24, atlas(skull_stripped=True), 5)
    heads = {
        contrast: resample_volume(volume, BRATS_GRID, to_itk(inverse(phantom.to_atlas[contrast])))
        for contrast, volume in phantom.volumes.items()
    }
    mask = extraction(heads, silent)
    assert overlap(mask, phantom.atlas_brain) > 0.96
    tumour = (phantom.atlas_labels.array > 0) & (distance_mm(phantom.atlas_brain) < -2)
    assert mask[tumour].mean() > 0.995


def test_threads_change_no_voxel_and_progress_only_grows(bent, quick):
    told: list[float] = []
    threads = sitk.ProcessObject.GetGlobalDefaultNumberOfThreads()
    masks = []
    try:
        for number in (1, 3):
            sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(number)
            masks.append(quick(bent[0], lambda fraction, note: told.append(fraction)))
    finally:
        sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(threads)
    np.testing.assert_array_equal(*masks)
    half = len(told) // 2
    assert told[:half] == told[half:] == sorted(told[:half])


def test_it_can_be_stopped_before_it_bends(bent, quick):
    def stop(fraction: float, note: str) -> None:
        if note == "bending the atlas":
            raise Cancelled

    with pytest.raises(Cancelled):
        quick(bent[0], stop)


def test_images_that_share_no_field_of_view_are_refused(bent, quick):
    heads = dict(bent[0])
    for contrast, part in ((Contrast.T1, np.s_[:90]), (Contrast.T2, np.s_[60:])):
        array = heads[contrast].array.copy()
        array[part] = 0
        heads[contrast] = Volume(array, BRATS_GRID)
    with pytest.raises(StudyError, match="share too little"):
        quick(heads, silent)


def test_its_id_tells_efforts_and_atlases_apart(sri24, extraction, quick):
    stripped = atlas(skull_stripped=True)
    ids = {extraction.id, quick.id, AtlasBrain(stripped, sri24).id}
    assert len(ids) == 3
    assert extraction.id == AtlasBrain(sri24, stripped).id


def ball(radius: float, size: int = 96) -> np.ndarray:
    z, y, x = np.mgrid[:size, :size, :size] - (size - 1) / 2
    return (radius - np.sqrt(z**2 + y**2 + x**2)).astype(np.float32)


def test_a_border_that_is_off_here_and_there_settles_where_the_images_say():
    depth = ball(34.0)
    rng = np.random.default_rng(3)
    bright = [np.where(depth > 0, 100, 40) + rng.normal(0, 12, depth.shape).astype(np.float32) for _ in range(4)]
    waves = ndimage.gaussian_filter(rng.normal(size=depth.shape), 9.0)
    rough = -depth + np.float32(2.5) * (waves / waves.std()).astype(np.float32)
    before, after = overlap(rough < 0, depth > 0), overlap(settle(rough, bright), depth > 0)
    assert before < 0.94
    assert after > max(before, 0.94)  # 0.945: a wavy border is mended in part only


def test_a_strange_spot_at_the_border_is_kept_and_a_far_one_left_out():
    depth = ball(34.0)
    rng = np.random.default_rng(4)
    inside = depth > 0
    z, y, x = np.mgrid[:96, :96, :96]
    lesion = inside & ((z - 47) ** 2 + (y - 47) ** 2 + (x - 20) ** 2 < 9**2)  # looks like the outside, cyst-like
    eye = (z - 47) ** 2 + (y - 47) ** 2 + (x - 92) ** 2 < 3**2  # looks like brain, 8 mm away
    bright = np.where((inside & ~lesion) | eye, 100, 40)
    images = [bright + rng.normal(0, 12, depth.shape).astype(np.float32) for _ in range(4)]
    settled = settle(-depth, images)
    assert settled[lesion & (depth > 3)].mean() > 0.97
    assert not settled[eye].any()


def test_images_that_say_nothing_leave_the_border():
    depth = ball(34.0)
    blank = [np.full(depth.shape, 7, dtype=np.float32) for _ in range(4)]
    assert overlap(settle(-depth, blank), depth > 0) > 0.95
