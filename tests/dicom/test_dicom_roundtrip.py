"""Written, scanned and converted again: the same voxels at the same places."""

import gzip
from pathlib import Path

import numpy as np
import pydicom
import pytest
from volumes_for_dicom import assert_same_voxels, noise, oblique_grid

from fets_desktop.dicom.convert import convert
from fets_desktop.dicom.found import ScannedSeries, SeriesKind
from fets_desktop.dicom.scan import scan
from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import read_volume
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Volume

WHO = {"patient_name": "A^B", "patient_id": "1", "study_date": "20260401"}


def reread(volume: Volume, folder: Path, contrast: Contrast = Contrast.T2) -> Volume:
    files = write_series(volume, folder / "in", contrast, **WHO)
    out = folder / "out.nii.gz"
    grid = convert(ScannedSeries("S", tuple(files), SeriesKind.DICOM), out)
    again = read_volume(out)
    assert again.grid.matches(grid, 1e-4)
    return again


@pytest.mark.parametrize("contrast", ALL_CONTRASTS)
def test_every_contrast_round_trips_voxel_for_voxel(tmp_path, head, contrast):
    assert_same_voxels(head, reread(head, tmp_path, contrast))


@pytest.mark.parametrize("columns", [(0, 1, 2), (2, 0, 1), (1, 2, 0), (0, 2, 1)])
@pytest.mark.parametrize("flip", [(1, 1, 1), (-1, 1, 1), (1, 1, -1), (-1, -1, 1)])
def test_axial_sagittal_coronal_and_flipped_grids_round_trip(tmp_path, columns, flip):
    affine = oblique_grid(angles=(0.02, 0.05, -0.03)).affine
    affine[:3, :3] = affine[:3, :3][:, list(columns)] * np.array(flip)
    volume = noise(Grid.from_affine((5, 12, 9), affine), 3)
    assert_same_voxels(volume, reread(volume, tmp_path))


def test_negative_voxels_and_the_whole_16_bit_range_keep_their_values(tmp_path):
    grid = oblique_grid()
    for low, high in ((-32768, 32767), (0, 65535)):
        array = np.random.default_rng(1).integers(low, high + 1, grid.shape).astype(np.float32)
        volume = Volume(array, grid)
        assert_same_voxels(volume, reread(volume, tmp_path / str(high)))


def test_fractional_voxels_come_back_within_a_step_of_their_scaling(tmp_path):
    grid = oblique_grid()
    volume = Volume(np.random.default_rng(2).normal(0.5, 0.2, grid.shape).astype(np.float32), grid)
    step = float(np.ptp(volume.array)) / 65535
    assert_same_voxels(volume, reread(volume, tmp_path), tolerance=0.51 * step + 1e-6)


def test_slopes_that_differ_between_slices_are_applied_slice_by_slice(tmp_path, head):
    files = write_series(head, tmp_path / "in", Contrast.T2, **WHO)
    for number, file in enumerate(files, 1):
        dataset = pydicom.dcmread(file)
        dataset.RescaleSlope, dataset.RescaleIntercept, dataset.RescaleType = str(number), "5", "US"
        dataset.save_as(file)
    convert(ScannedSeries("S", tuple(files), SeriesKind.DICOM), tmp_path / "out.nii.gz")
    scaled = Volume(head.array * np.arange(1, 7, dtype=np.float32)[:, None, None] + 5, head.grid)
    assert_same_voxels(scaled, read_volume(tmp_path / "out.nii.gz"))


def test_rounded_positions_do_not_bend_the_volume(tmp_path, head):
    """A GE series whose positions are rounded to 0.1 mm once came out 1.4 mm off at its far end."""
    files = write_series(head, tmp_path / "in", Contrast.T2, **WHO)
    for number, file in enumerate(files):
        dataset = pydicom.dcmread(file)
        shift = 0.1 if number == 1 else 0.0
        normal = head.grid.affine[:3, 2] / 5.5 * np.array([-1, -1, 1])
        moved = np.array(dataset.ImagePositionPatient, dtype=float) + shift * normal
        dataset.ImagePositionPatient = [f"{v:.6f}" for v in moved]
        dataset.save_as(file)
    grid = convert(ScannedSeries("S", tuple(files), SeriesKind.DICOM), tmp_path / "out.nii.gz")
    corners = grid.to_ras([[0, 0, 0], [15, 19, 5], [0, 19, 5], [15, 0, 0]])
    truth = head.grid.to_index(corners)
    assert np.abs(truth - np.round(truth)).max() * 5.5 < 0.02


def test_nothing_of_the_header_reaches_the_volume(tmp_path, dicom_case):
    result = scan([dicom_case], b"salt")
    for series in result.cases[0].series:
        out = tmp_path / f"{series.id}.nii.gz"
        convert(series, out)
        raw = gzip.decompress(out.read_bytes())
        assert not any(word in raw for word in (b"Mustermann", b"Erika", b"998877", b"mprage", b"20260401"))
        assert set(raw[148:228]) == {0}
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        ["disc", *(f"{s.id}.nii.gz" for s in result.cases[0].series)]
    )


def test_the_same_arguments_write_the_same_bytes(tmp_path, head):
    one = write_series(head, tmp_path / "a", Contrast.T1GD, **WHO)
    two = write_series(head, tmp_path / "b", Contrast.T1GD, **WHO)
    assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]


def test_the_written_series_is_a_valid_mr_image(tmp_path, head):
    files = write_series(head, tmp_path / "a", Contrast.T1GD, **WHO)
    other = write_series(head, tmp_path / "b", Contrast.FLAIR, **WHO)
    one, flair = pydicom.dcmread(files[0]), pydicom.dcmread(other[0])
    assert one.file_meta.TransferSyntaxUID == "1.2.840.10008.1.2.1"
    assert one.SOPClassUID == "1.2.840.10008.5.1.4.1.1.4"
    assert one.StudyInstanceUID == flair.StudyInstanceUID
    assert one.FrameOfReferenceUID == flair.FrameOfReferenceUID
    assert one.SeriesInstanceUID != flair.SeriesInstanceUID
    assert one.ContrastBolusAgent
    assert float(flair.InversionTime) == 2500
    for uid in (one.SOPInstanceUID, one.SeriesInstanceUID, one.StudyInstanceUID):
        assert uid.is_valid


def test_a_sheared_grid_is_refused(tmp_path, head):
    affine = head.grid.affine
    affine[:3, 2] += affine[:3, 0]
    with pytest.raises(ValueError, match="right angles"):
        write_series(Volume(head.array, Grid.from_affine(head.grid.shape, affine)), tmp_path, Contrast.T1, **WHO)
