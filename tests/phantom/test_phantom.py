"""The native series of a phantom and the truth about them."""

from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.files import read_labels, read_volume
from fets_desktop.imaging.resample import resample_labels
from fets_desktop.phantom.anatomy import Atlas, Side
from fets_desktop.phantom.phantom import Phantom, in_atlas, make_phantom, write_nifti
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import Cancelled
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.resources import atlas
from fets_desktop.study.volume import LabelMap

LPS = np.diag([-1.0, -1.0, 1.0, 1.0])


def centroid_ras(labels: LabelMap, values: tuple[int, ...]) -> np.ndarray:
    return labels.grid.to_ras(np.argwhere(np.isin(labels.array, values)).mean(axis=0)[::-1])


def volume_ml(labels: LabelMap, values: tuple[int, ...]) -> float:
    return float(np.isin(labels.array, values).sum()) * labels.grid.voxel_ml


def dice(a: np.ndarray, b: np.ndarray) -> float:
    return 2 * float((a & b).sum()) / float(a.sum() + b.sum())


@pytest.mark.parametrize("contrast", ALL_CONTRASTS)
def test_truth_stands_in_one_place_in_both_spaces(phantom: Phantom, contrast: Contrast) -> None:
    native = phantom.truth[contrast]
    mapped = phantom.to_atlas[contrast] @ np.append(centroid_ras(native, (1, 2, 4)), 1.0)
    assert np.linalg.norm(mapped[:3] - centroid_ras(phantom.atlas_labels, (1, 2, 4))) < 0.5
    assert volume_ml(native, (1, 2, 4)) == pytest.approx(volume_ml(phantom.atlas_labels, (1, 2, 4)), rel=0.05)


@pytest.mark.parametrize("contrast", ALL_CONTRASTS)
def test_truth_resampled_by_the_rooms_own_tools_agrees(phantom: Phantom, contrast: Contrast) -> None:
    # the transform the product would use: ITK's sense, from atlas points to native points, LPS
    matrix = LPS @ np.linalg.inv(phantom.to_atlas[contrast]) @ LPS
    transform = sitk.Euler3DTransform()
    transform.SetMatrix(matrix[:3, :3].ravel().tolist(), 1e-6)
    transform.SetTranslation(matrix[:3, 3].tolist())
    back = resample_labels(phantom.truth[contrast], BRATS_GRID, transform)
    assert dice(back.array > 0, phantom.atlas_labels.array > 0) > 0.85


@pytest.mark.parametrize("contrast", ALL_CONTRASTS)
def test_to_atlas_is_rigid_and_worth_finding(phantom: Phantom, contrast: Contrast) -> None:
    rotation = phantom.to_atlas[contrast][:3, :3]
    np.testing.assert_allclose(rotation @ rotation.T, np.eye(3), atol=1e-12)
    assert np.linalg.det(rotation) == pytest.approx(1.0)
    degrees = np.degrees(np.arccos((np.trace(rotation) - 1) / 2))
    assert 0.5 < degrees < 17.0


def test_series_do_not_share_a_grid_or_a_pose(phantom: Phantom) -> None:
    grids = {phantom.volumes[contrast].grid for contrast in ALL_CONTRASTS}
    assert len(grids) == 4
    poses = [phantom.to_atlas[contrast] for contrast in ALL_CONTRASTS]
    for i, one in enumerate(poses):
        for other in poses[i + 1 :]:
            moved = other @ np.linalg.inv(one)
            head = np.array([[-119.0 + dx, 110.0, 75.0, 1.0] for dx in (-60, 0, 60)])
            assert np.linalg.norm((head @ moved.T - head)[:, :3], axis=1).max() > 1.0


@pytest.mark.parametrize("contrast", ALL_CONTRASTS)
def test_grids_are_what_a_scanner_would_plan(phantom: Phantom, contrast: Contrast) -> None:
    grid = phantom.volumes[contrast].grid
    wanted = {
        Contrast.T1: (0.9, 0.9, 5.0),
        Contrast.T1GD: (1.0, 1.0, 1.0),
        Contrast.T2: (0.6, 0.6, 4.0),
        Contrast.FLAIR: (0.9, 0.9, 5.0),
    }
    np.testing.assert_allclose(grid.spacing_mm, wanted[contrast])
    first = {Contrast.T1: "LPS", Contrast.T1GD: "PIR", Contrast.T2: "LPS"}
    if contrast in first:
        assert "".join(grid.axis_codes) == first[contrast]
    # no shear: SimpleITK and DICOM could not say it
    axes = grid.affine[:3, :3] / np.array(grid.spacing_mm)
    np.testing.assert_allclose(axes.T @ axes, np.eye(3), atol=1e-9)


@pytest.mark.parametrize("contrast", ALL_CONTRASTS)
def test_voxels_are_a_scanners_whole_numbers(phantom: Phantom, contrast: Contrast) -> None:
    values = phantom.volumes[contrast].array
    assert values.min() >= 0
    assert values.max() <= 4095
    np.testing.assert_array_equal(values, np.rint(values))
    brain = values[phantom.brain_masks[contrast]]
    assert brain.mean() > 4 * np.median(values)  # air is dark


@pytest.mark.parametrize("contrast", ALL_CONTRASTS)
def test_the_whole_brain_is_in_the_field_of_view(phantom: Phantom, contrast: Contrast) -> None:
    mask = phantom.brain_masks[contrast]
    ml = mask.sum() * phantom.volumes[contrast].grid.voxel_ml
    assert ml == pytest.approx(phantom.atlas_brain.sum() / 1000, rel=0.02)
    assert 1200 < ml < 1700
    for axis in (1, 2):
        assert not mask.any(axis=(0, 3 - axis))[[0, -1]].any()
    assert not (phantom.truth[contrast].array.astype(bool) & ~mask).sum() > 0.02 * mask.sum()


def test_anatomy_is_its_own_but_needs_no_rigid_move(phantom: Phantom, whole_head: Atlas) -> None:
    brain = in_atlas(whole_head.mask, whole_head)
    assert 0.93 < dice(brain, phantom.atlas_brain) < 0.995
    shift = np.argwhere(brain).mean(axis=0) - np.argwhere(phantom.atlas_brain).mean(axis=0)
    assert np.linalg.norm(shift) < 1.2


@pytest.mark.parametrize("contrast", ALL_CONTRASTS)
def test_the_tumour_is_on_the_wished_side_of_the_brain_in_every_series(phantom: Phantom, contrast: Contrast) -> None:
    truth = phantom.truth[contrast]
    brain = truth.grid.to_ras(np.argwhere(phantom.brain_masks[contrast]).mean(axis=0)[::-1])
    assert phantom.side is Side.LEFT
    assert centroid_ras(truth, (1, 4))[0] < brain[0] - 10


def test_skull_is_dark_and_scalp_bright_on_t1(phantom: Phantom) -> None:
    volume, mask = phantom.volumes[Contrast.T1GD], phantom.brain_masks[Contrast.T1GD]
    image = sitk.GetImageFromArray(mask.astype(np.uint8))
    distance = sitk.GetArrayFromImage(sitk.SignedMaurerDistanceMap(image, False, False, True))
    # above the eyes and ears only: j leads down, so small j is the vault
    vault = np.zeros_like(mask)
    top = int(np.flatnonzero(mask.any(axis=(0, 2)))[0])
    vault[:, : top + 50] = True
    brain = float(np.median(volume.array[mask]))
    assert volume.array[vault & (distance > 4) & (distance < 6)].mean() < 0.7 * brain
    assert volume.array[vault & (distance > 8) & (distance < 10)].mean() > 1.1 * brain


def test_series_written_and_read_again_are_the_same(phantom: Phantom, tmp_path: Path) -> None:
    paths = write_nifti(phantom, tmp_path)
    assert {path.name for path in paths.values()} == {"t1.nii.gz", "t1ce.nii.gz", "t2.nii.gz", "flair.nii.gz"}
    for contrast, path in paths.items():
        again = read_volume(path)
        np.testing.assert_array_equal(again.array, phantom.volumes[contrast].array)
        assert again.grid.matches(phantom.volumes[contrast].grid, tolerance_mm=0.01)
    truth = read_labels(tmp_path / "t1ce_seg.nii.gz", BRATS_2021)
    np.testing.assert_array_equal(truth.array, phantom.truth[Contrast.T1GD].array)
    seg = read_labels(tmp_path / "seg.nii.gz", BRATS_2021)
    assert seg.grid.matches(BRATS_GRID)


def test_the_same_seed_gives_the_same_bytes(phantom: Phantom) -> None:
    notes: list[float] = []
    again = make_phantom(
        atlas(), atlas(skull_stripped=True), phantom.seed, lambda fraction, note: notes.append(fraction), Side.LEFT
    )
    for contrast in ALL_CONTRASTS:
        assert again.volumes[contrast].array.tobytes() == phantom.volumes[contrast].array.tobytes()
        assert again.truth[contrast].array.tobytes() == phantom.truth[contrast].array.tobytes()
        assert again.volumes[contrast].grid == phantom.volumes[contrast].grid
        np.testing.assert_array_equal(again.to_atlas[contrast], phantom.to_atlas[contrast])
    assert notes == sorted(notes)
    assert notes[-1] == 1.0


def test_a_wish_to_stop_is_heard() -> None:
    def stop(fraction: float, note: str) -> None:
        if fraction > 0.05:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_phantom(atlas(), atlas(skull_stripped=True), 0, stop)
