"""Folders of NIfTI files in every naming convention of BraTS and FeTS."""

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from volumes_for_dicom import noise, oblique_grid, write_nifti

from fets_desktop.dicom.convert import convert
from fets_desktop.dicom.scan import ScannedCase, scan
from fets_desktop.imaging.files import read_volume, write_array
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError

SALT = b"salt"


def labels(path):
    grid = oblique_grid()
    array = np.zeros(grid.shape, dtype=np.int16)
    array[2:4, 5:9, 5:9] = [[[1]], [[4]]]
    return write_array(path, array, grid)


def accepted(case: ScannedCase) -> dict[Contrast, str]:
    return {s.contrast: s.files[0].name for s in case.series if s.contrast}


def aside(case: ScannedCase) -> dict[str, str]:
    return {s.files[0].name: s.set_aside for s in case.series if s.set_aside}


@pytest.mark.parametrize(
    "names",
    [
        ("t1", "t1ce", "t2", "flair"),
        ("T1", "T1GD", "T2", "FLAIR"),
        ("t1n", "t1c", "t2w", "t2f"),
        ("t1", "t1c", "t2", "fla"),
        ("Brats18_CBICA_ABM_1_t1", "Brats18_CBICA_ABM_1_t1ce", "Brats18_CBICA_ABM_1_t2", "Brats18_CBICA_ABM_1_flair"),
        ("BraTS-GLI-00005-001-t1n", "BraTS-GLI-00005-001-t1c", "BraTS-GLI-00005-001-t2w", "BraTS-GLI-00005-001-t2f"),
        ("P007_brain_t1", "P007_brain_t1ce", "P007_brain_t2", "P007_brain_flair"),
        ("T1_to_SRI", "T1CE_to_SRI", "T2_to_SRI", "FL_to_SRI"),
        ("raw_T1", "raw_T1CE", "raw_T2", "raw_FL"),
        ("brain_T1", "brain_T1CE", "brain_T2", "brain_FL"),
        ("sub-01_T1w", "sub-01_ce-gadolinium_T1w", "sub-01_T2w", "sub-01_FLAIR"),
        ("sub-1_ses-2_T1w", "sub-1_ses-2_acq-ce_T1w", "sub-1_ses-2_T2w", "sub-1_ses-2_FLAIR"),
        ("UPENN-GBM-00001_11_T1", "UPENN-GBM-00001_11_T1GD", "UPENN-GBM-00001_11_T2", "UPENN-GBM-00001_11_FLAIR"),
        ("native_T1", "Gd_T1", "x_T2", "x_FLAIR"),
        ("AX_T1_PRE", "AX_T1_POST", "AX_T2", "SAG_T2_FLAIR"),
    ],
)
def test_every_naming_convention_gives_the_four_contrasts(tmp_path, names):
    for number, name in enumerate(names):
        write_nifti(tmp_path / f"{name}.nii.gz", seed=number)
    (case,) = scan([tmp_path], SALT).cases
    assert accepted(case) == {c: f"{n}.nii.gz" for c, n in zip(ALL_CONTRASTS, names, strict=True)}


def test_masks_label_maps_and_processed_copies_beside_the_scans_are_set_aside(tmp_path):
    for name in ("t1", "t1ce", "t2", "flair"):
        write_nifti(tmp_path / f"{name}.nii.gz")
        labels(tmp_path / f"hdbet_mask_native_{name}.nii.gz")
        write_nifti(tmp_path / "peer_preprocessed" / f"Other_{name}_bet.nii.gz")
        write_nifti(tmp_path / f"{name}_to_SRI.nii.gz")
        write_nifti(tmp_path / f"brain_{name}.nii.gz")
    labels(tmp_path / "peer_segmentations" / "scan-20.nii.gz")
    labels(tmp_path / "result_of_a_colleague.nii.gz")
    (case,) = scan([tmp_path], SALT).cases
    assert accepted(case) == {c: f"{c.brats_name}.nii.gz" for c in ALL_CONTRASTS}
    reasons = aside(case)
    assert len(reasons) == 4 + 4 + 4 + 4 + 2
    assert "by its content" in reasons["result_of_a_colleague.nii.gz"]
    assert "registered" in reasons["t1_to_SRI.nii.gz"]
    assert "skull-stripped" in reasons["brain_t1.nii.gz"]
    assert "folder of masks" in reasons["scan-20.nii.gz"]


def test_a_label_map_named_like_a_contrast_is_known_by_its_content(tmp_path):
    for name in ("t1", "t1ce", "t2"):
        write_nifti(tmp_path / f"{name}.nii.gz")
    labels(tmp_path / "flair.nii.gz")
    (case,) = scan([tmp_path], SALT).cases
    assert set(accepted(case)) == {Contrast.T1, Contrast.T1GD, Contrast.T2}
    assert "content" in aside(case)["flair.nii.gz"]


def test_skull_stripped_images_are_the_contrasts_where_there_are_no_others(tmp_path):
    for name in ("t1", "t1ce", "t2", "flair"):
        write_nifti(tmp_path / f"P1_brain_{name}.nii.gz")
    labels(tmp_path / "P1_final_seg.nii.gz")
    labels(tmp_path / "SegmentationsForQC" / "P1_deepmedic_seg.nii.gz")
    (case,) = scan([tmp_path], SALT).cases
    assert len(accepted(case)) == 4
    assert len(aside(case)) == 2


def test_a_fets_tree_is_one_case_with_the_raw_images(tmp_path):
    for name in ("T1", "T1CE", "T2", "FL"):
        write_nifti(tmp_path / "DataForQC" / "P1" / f"raw_{name}.nii.gz")
        write_nifti(tmp_path / "DataForQC" / "P1" / f"raw_rai_n4_{name}.nii.gz")
        write_nifti(tmp_path / "DataForQC" / "P1" / f"{name}_to_SRI.nii.gz")
    for name in ("t1", "t1ce", "t2", "flair"):
        write_nifti(tmp_path / "DataForFeTS" / "P1" / f"P1_brain_{name}.nii.gz")
    labels(tmp_path / "DataForQC" / "P1" / "brainMask_SRI.nii.gz")
    cases = scan([tmp_path], SALT).cases
    raw = [case for case in cases if "raw_T1.nii.gz" in accepted(case).values()]
    assert len({case.patient for case in cases}) == 1
    assert len(raw) == 1
    assert set(accepted(raw[0])) == set(ALL_CONTRASTS)


def test_a_batch_of_folders_and_a_flat_folder_give_a_case_each(tmp_path):
    for patient in ("Pat_A1", "Pat_B2"):
        for name in ("t1", "t1ce", "t2", "flair"):
            write_nifti(tmp_path / "batch" / patient / f"{name}.nii.gz")
            write_nifti(tmp_path / "flat" / f"{patient}_{name}.nii.gz")
        labels(tmp_path / "flat" / f"{patient}_seg.nii.gz")
    for root in ("batch", "flat"):
        cases = scan([tmp_path / root], SALT).cases
        assert len(cases) == 2
        assert len({case.patient for case in cases}) == 2
        assert all(set(accepted(case)) == set(ALL_CONTRASTS) for case in cases)
    assert all(len(aside(case)) == 1 for case in cases)


def four(folder, seed=0):
    for number, name in enumerate(("t1", "t1ce", "t2", "flair")):
        write_nifti(folder / f"{name}.nii.gz", seed=seed + number)


def test_patients_whose_folders_are_called_like_copies_are_not_mixed(tmp_path):
    called = ("P1", "atlas space", "registered", "t1")
    for number, patient in enumerate(called):
        four(tmp_path / patient, seed=10 * number)
    cases = scan([tmp_path], SALT).cases
    folders = [{file.parent.name for series in case.series for file in series.files} for case in cases]
    assert sorted(map(sorted, folders)) == sorted([name] for name in called)
    assert len({case.id for case in cases}) == 4
    assert all(set(accepted(case)) == set(ALL_CONTRASTS) for case in cases)


def test_copies_of_one_patient_are_no_case_of_their_own(tmp_path):
    four(tmp_path / "P1")
    four(tmp_path / "P1" / "registered", seed=10)
    four(tmp_path / "P2" / "anat", seed=20)
    four(tmp_path / "P2" / "derivatives", seed=30)
    write_nifti(tmp_path / "P2" / "more" / "dwi.nii.gz")
    cases = scan([tmp_path], SALT).cases
    assert len(cases) == 2
    assert all(set(accepted(case)) == set(ALL_CONTRASTS) for case in cases)


def test_two_visits_of_a_brats_patient_are_two_cases_of_one_patient(tmp_path):
    for visit in ("000", "001"):
        folder = f"BraTS-GLI-00005-{visit}"
        for name in ("t1n", "t1c", "t2w", "t2f"):
            write_nifti(tmp_path / folder / f"{folder}-{name}.nii.gz")
    cases = scan([tmp_path], SALT).cases
    assert len({case.id for case in cases}) == 2
    assert len({case.patient for case in cases}) == 1


def test_two_patients_whose_files_have_the_same_names_stay_two(tmp_path):
    for patient in ("one", "two"):
        write_nifti(tmp_path / patient / "nifti" / "scan_t1.nii.gz")
    assert len({case.patient for case in scan([tmp_path], SALT).cases}) == 2


def test_a_folder_for_each_contrast_is_still_one_case(tmp_path):
    for name in ("t1", "t1ce", "t2", "flair"):
        write_nifti(tmp_path / "P1" / name / f"{name}.nii.gz")
    (case,) = scan([tmp_path], SALT).cases
    assert set(accepted(case)) == set(ALL_CONTRASTS)


def test_an_unknown_name_waits_for_a_person(tmp_path):
    write_nifti(tmp_path / "erika.nii.gz")
    (case,) = scan([tmp_path], SALT).cases
    (series,) = case.series
    assert (series.contrast, series.proposal, series.set_aside) == (None, None, "")
    assert "does not say" in series.why
    assert "erika" not in series.description


def test_two_flairs_wait_for_a_person(tmp_path):
    for name in ("t1", "t1ce", "t2", "flair", "flair_2"):
        write_nifti(tmp_path / f"{name}.nii.gz")
    (case,) = scan([tmp_path], SALT).cases
    assert Contrast.FLAIR not in accepted(case)
    assert sum("two FLAIR series" in s.why for s in case.series) == 2


def test_t1_flair_is_refused_by_name(tmp_path):
    write_nifti(tmp_path / "t1_flair.nii.gz")
    write_nifti(tmp_path / "t2.nii.gz")
    (case,) = scan([tmp_path], SALT).cases
    assert "T1-FLAIR" in aside(case)["t1_flair.nii.gz"]


def test_a_4d_file_named_like_a_contrast_is_a_fault_and_the_rest_goes_on(tmp_path):
    write_nifti(tmp_path / "t1.nii.gz")
    array = np.random.default_rng(0).integers(0, 900, (3, 6, 20, 16)).astype(np.int16)
    image = sitk.JoinSeries([sitk.GetImageFromArray(volume) for volume in array])
    sitk.WriteImage(image, str(tmp_path / "t2.nii.gz"))
    sitk.WriteImage(image, str(tmp_path / "dwi.nii.gz"))
    result = scan([tmp_path], SALT)
    assert [fault.code for fault in result.faults] == ["not-3d"]
    assert "16 x 20 x 6 x 3" in result.faults[0].detail
    assert set(accepted(result.cases[0])) == {Contrast.T1}
    assert "diffusion" in aside(result.cases[0])["dwi.nii.gz"]


def test_a_file_cut_short_is_a_fault(tmp_path):
    whole = write_nifti(tmp_path / "t1.nii.gz")
    write_nifti(tmp_path / "t2.nii.gz")
    whole.write_bytes(whole.read_bytes()[:-2000])
    result = scan([tmp_path], SALT)
    assert [fault.code for fault in result.faults] == ["unreadable-image"]
    assert set(accepted(result.cases[0])) == {Contrast.T2}


def test_conversion_keeps_voxels_applies_the_slope_and_drops_the_header(tmp_path):
    volume = noise(oblique_grid())
    path = tmp_path / "t2.nii"
    image = sitk.ReadImage(str(write_nifti(tmp_path / "x.nii.gz", volume)))
    sitk.WriteImage(image, str(path))
    raw = bytearray(path.read_bytes())
    raw[112:120] = np.array([0.5, 10], dtype="<f4").tobytes()
    raw[148:158] = b"Mustermann"
    path.write_bytes(bytes(raw))
    (tmp_path / "x.nii.gz").unlink()
    (case,) = scan([path], SALT).cases
    grid = convert(case.series[0], tmp_path / "out" / "a.nii.gz")
    again = read_volume(tmp_path / "out" / "a.nii.gz")
    assert np.array_equal(again.array, volume.array * 0.5 + 10)
    assert again.grid.matches(volume.grid, 1e-3)
    assert grid.matches(again.grid)


@pytest.mark.parametrize("kind", ["constant", "not a number"])
def test_senseless_voxels_are_refused(tmp_path, kind):
    grid = oblique_grid()
    array = np.full(grid.shape, 7, dtype=np.float32)
    if kind != "constant":
        array[:] = noise(grid).array
        array[1, 2, 3] = np.nan
    write_array(tmp_path / "t1.nii.gz", array, grid)
    (case,) = scan([tmp_path], SALT).cases
    with pytest.raises(StudyError) as caught:
        convert(case.series[0], tmp_path / "out.nii.gz")
    assert caught.value.code == "bad-voxels"
    assert not (tmp_path / "out.nii.gz").exists()


def test_post_before_t1_may_mean_after_surgery_and_is_asked(tmp_path):
    for number, name in enumerate(("pat_T1", "pat_post_T1", "pat_T2", "pat_FLAIR")):
        write_nifti(tmp_path / f"{name}.nii.gz", seed=number)
    (case,) = scan([tmp_path], SALT).cases
    asked = next(s for s in case.series if "post_T1" in s.files[0].name)
    assert asked.contrast is None
    assert "after surgery" in asked.why
