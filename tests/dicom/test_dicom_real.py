"""Real headers of several vendors: voxel-exact, affine within 1e-4 mm, refused with the right reason."""

from pathlib import Path

import nibabel as nib
import numpy as np
import pytest

from fets_desktop.dicom.archives import unpack
from fets_desktop.dicom.convert import convert
from fets_desktop.dicom.scan import ScannedSeries, SeriesKind, scan
from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import read_volume
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import silent

pytestmark = pytest.mark.real

SETS = (
    "ge/anatomical/001", "generic/anatomical/001", "generic/anatomical/002_non_isotropic", "generic/compressed_j2k/001",
    "generic/compressed_jpeg/001", "generic/compressed_jpegls/001", "generic/compressed_rle/001",
    "hyperfine/anatomical/001", "philips/anatomical/001", "philips_enhanced/anatomical/001", "siemens/anatomical/001",
    "siemens_multiframe/anatomical/001",
)  # fmt: skip


def series_of(folder: Path) -> ScannedSeries:
    return ScannedSeries("S", tuple(sorted(folder.glob("*.dcm"))), SeriesKind.DICOM)


@pytest.mark.parametrize("name", SETS)
def test_sets_with_a_ground_truth_are_voxel_exact(real_data, tmp_path, name):
    folder = real_data / "dicom" / "dicom2nifti" / name
    convert(series_of(folder), tmp_path / "out.nii.gz")
    got = nib.as_closest_canonical(nib.load(tmp_path / "out.nii.gz"))
    truth = nib.as_closest_canonical(nib.load(folder.with_name(f"{folder.name}_ground_truth.nii.gz")))
    assert np.abs(got.affine - truth.affine).max() < 1e-4
    wanted = np.squeeze(np.asanyarray(truth.dataobj)).astype(np.float64)
    assert np.abs(np.asanyarray(got.dataobj).astype(np.float64) - wanted).max() < 1e-5


@pytest.mark.parametrize(("name", "code"), [("slicecount", "not-3d"), ("sliceorientation", "bad-geometry")])
def test_sets_that_must_fail_are_refused(real_data, tmp_path, name, code):
    with pytest.raises(StudyError) as caught:
        convert(series_of(real_data / "dicom/dicom2nifti/failing" / name / "001"), tmp_path / "out.nii.gz")
    assert caught.value.code == code


def test_the_oblique_ge_series_converts_and_is_set_aside_as_proton_density(real_data, tmp_path):
    folder = real_data / "dicom" / "papaya_ge_PD"
    grid = convert(series_of(folder), tmp_path / "out.nii.gz")
    assert grid.shape == (20, 256, 256)
    assert grid.spacing_mm[2] == pytest.approx(7.0005, abs=2e-3)
    assert any("proton" in aside.why for aside in scan([folder], b"s").set_aside)


def test_the_enhanced_siemens_series_convert(real_data, tmp_path):
    unpack(real_data / "dicom/siemens_xa30_enhanced/series.tar.gz", tmp_path / "in", silent)
    (case,) = scan([tmp_path / "in"], b"s").cases
    anatomical = [series for series in case.series if not series.set_aside]
    assert len(anatomical) == 2
    for series in anatomical:
        assert convert(series, tmp_path / "out.nii.gz").shape == (96, 128, 128)


def test_the_native_patient_and_all_that_lies_beside_it(real_data):
    (case,) = scan([real_data / "native" / "TCGA-FG-6692"], b"s").cases
    chosen = {s.contrast: s.files[0].name for s in case.series if s.contrast}
    assert chosen == {c: f"{c.brats_name}.nii.gz" for c in ALL_CONTRASTS}
    assert sum(bool(s.set_aside) for s in case.series) == 16


def test_a_brats_case(real_data):
    (case,) = scan([real_data / "labelled" / "Brats18_TCIA02_370_1"], b"s").cases
    assert {s.contrast for s in case.series if s.contrast} == set(ALL_CONTRASTS)
    assert sum(bool(s.set_aside) for s in case.series) == 1


def test_the_native_patient_written_as_dicom_comes_back_whole(real_data, tmp_path):
    native = real_data / "native" / "TCGA-FG-6692"
    volumes = {c: read_volume(native / f"{c.brats_name}.nii.gz") for c in ALL_CONTRASTS}
    for contrast, volume in volumes.items():
        write_series(volume, tmp_path / "disc", contrast, patient_name="A^B", patient_id="1", study_date="20260401")
    (tmp_path / "disc" / "junk.bin").write_bytes(bytes(999))
    (case,) = scan([tmp_path / "disc"], b"s").cases
    for series in case.series:
        convert(series, tmp_path / "out.nii.gz")
        got = nib.as_closest_canonical(nib.load(tmp_path / "out.nii.gz"))
        truth = nib.as_closest_canonical(nib.load(native / f"{series.contrast.brats_name}.nii.gz"))
        assert np.array_equal(np.asanyarray(got.dataobj), np.asanyarray(truth.dataobj))
        assert np.abs(got.affine - truth.affine).max() < 1e-3
    assert {s.contrast for s in case.series} == set(ALL_CONTRASTS)
