"""Import in the shell: what a folder holds, what is set aside, what is refused and what a person corrects."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from shell_commands import command, scan_file

from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import read_image, write_array
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Volume

CONTRASTS = [str(contrast) for contrast in ALL_CONTRASTS]


def write_dicom(folder: Path, contrast: Contrast, seed: int = 0, **who: str) -> Path:
    grid = Grid.from_affine((8, 24, 20), np.diag([-4.0, -4.0, 6.0, 1.0]))
    values = np.random.default_rng(seed).integers(1, 3000, grid.shape).astype(np.float32)
    who = {"patient_name": "Mustermann^Erika", "patient_id": "KH-998877", "study_date": "20260401", **who}
    write_series(Volume(values, grid), folder, contrast, **who)
    return folder


def test_four_files_are_one_case_with_whole_paths(fets, patient):
    done = fets("import", patient)
    assert done.status == 0, done.err
    [case] = done.json["cases"]
    assert list(case["contrasts"]) == CONTRASTS
    assert (case["missing"], case["findings"], case["stage"]) == ([], [], "converted")
    for contrast, series in case["contrasts"].items():
        assert 0.7 <= series["confidence"] <= 1
        assert contrast in series["why"]
        volume = Path(series["volume"])
        assert volume.is_absolute()
        assert volume.name.endswith(".nii.gz")
        assert read_image(volume).GetSize() == (36, 40, 20)
    assert [json.loads(line)["progress"] for line in done.err.splitlines()][-1] == 1.0


def test_masks_label_maps_and_copies_are_listed_with_their_reason(fets, patient):
    scan_file(patient, "brain_mask")
    scan_file(patient / "segmentations", "network-1")
    for contrast in ALL_CONTRASTS:
        scan_file(patient / "preprocessed", f"other_{contrast.brats_name}_bet", 9)
    (patient / "notes.txt").write_text("hello")
    done = fets("import", patient)
    assert done.status == 0, done.err
    reasons = [aside["why"] for aside in done.json["set_aside"]]
    assert len(reasons) == 7
    assert all(reasons)
    assert list(done.json["cases"][0]["contrasts"]) == CONTRASTS
    assert len(done.json["cases"][0]["set_aside"]) == 6


def test_a_dicom_disc_is_imported_without_the_patients_name(fets, tmp_path):
    for contrast in ALL_CONTRASTS:
        write_dicom(tmp_path / "disc" / contrast.brats_name, contrast)
    done = fets("import", tmp_path / "disc")
    assert done.status == 0, done.err
    assert list(done.json["cases"][0]["contrasts"]) == CONTRASTS
    for word in ("Mustermann", "Erika", "998877"):
        assert word not in done.out + done.err


def test_three_contrasts_are_refused_with_what_is_missing_and_what_to_do(fets, patient):
    (patient / "t2.nii.gz").unlink()
    done = fets("import", patient)
    assert done.status == 1, "three series were stored"
    assert done.codes == ["missing-contrast"]
    assert done.json["cases"][0]["missing"] == ["T2"]
    assert "Without: T2." in done.err
    assert "Import the missing series" in done.err
    assert fets("prepare").codes == ["wrong-stage"]
    scan_file(patient, "t2", 7)
    again = fets("import", patient)
    assert (again.status, again.json["cases"][0]["missing"]) == (0, [])


def test_two_flair_series_wait_for_a_word_and_the_word_is_taken(fets, patient):
    scan_file(patient, "flair_2", 9)
    done = fets("import", patient)
    assert (done.status, done.codes) == (1, ["doubtful-contrast"])
    rivals = [finding["series"] for finding in done.json["cases"][0]["findings"] if finding["series"]]
    assert len(rivals) == 2
    assert all(rival in done.err for rival in rivals)
    chosen = fets("import", patient, "--contrast", f"{rivals[1]}=FLAIR")
    assert chosen.status == 0, chosen.err
    assert chosen.json["cases"][0]["contrasts"]["FLAIR"]["series"] == rivals[1]
    assert fets("import", patient).json["cases"][0]["contrasts"]["FLAIR"]["series"] == rivals[1]


def test_who_gave_a_rival_to_another_contrast_is_not_asked_about_it_again(fets, patient, tmp_path):
    (patient / "flair.nii.gz").unlink()
    scan_file(patient, "t2_2", 5)
    rivals = [one["series"] for one in fets("import", patient).json["cases"][0]["findings"] if one["series"]]
    assert len(rivals) == 2
    done = fets("import", patient, "--contrast", f"{rivals[0]}=FLAIR")
    [case] = done.json["cases"]
    assert case["contrasts"]["FLAIR"]["series"] == rivals[0]
    assert [one["series"] for one in case["findings"]] == [rivals[1]]


def test_a_word_on_a_series_that_is_not_there_is_wrong_usage_and_the_rest_stands(fets, patient):
    done = fets("import", patient, "--contrast", "S-NONE=FLAIR")
    assert (done.status, done.codes) == (1, ["wrong-usage"])
    assert done.json["cases"][0]["missing"] == []


def test_swapped_contrasts_are_corrected_by_hand(fets, patient):
    before = fets("import", patient).json["cases"][0]["contrasts"]
    words = [f"{before['T1']['series']}=T2", f"{before['T2']['series']}=T1"]
    after = fets("import", patient, "--contrast", words[0], "--contrast", words[1])
    assert after.json["cases"][0]["contrasts"]["T1"]["series"] == before["T2"]["series"]
    assert after.json["cases"][0]["contrasts"]["T2"]["series"] == before["T1"]["series"]


def test_a_4d_file_among_good_ones_is_refused_and_the_case_stands(fets, patient):
    four_d = sitk.GetImageFromArray(np.random.default_rng(0).random((3, 8, 9, 10)).astype(np.float32), isVector=False)
    sitk.WriteImage(four_d, str(patient / "more_flair.nii.gz"))
    done = fets("import", patient)
    assert (done.status, done.codes) == (1, ["not-3d"])
    assert done.json["cases"][0]["missing"] == []


def test_a_dicom_file_cut_short_is_named_and_the_other_case_goes_on(fets, patient, tmp_path):
    disc = tmp_path / "disc"
    for contrast in ALL_CONTRASTS:
        write_dicom(disc / contrast.brats_name, contrast)
    cut = sorted((disc / "t2").iterdir())[3]
    cut.write_bytes(cut.read_bytes()[:-300])
    done = fets("import", disc, patient)
    assert done.status == 1
    assert {"unreadable-image", "missing-contrast"} <= set(done.codes)
    missing = sorted(case["missing"] for case in done.json["cases"])
    assert missing == [[], ["T2"]]


@pytest.mark.parametrize("content", ["nothing", "text", "archive"])
def test_a_folder_without_images_is_refused(fets, tmp_path, content):
    folder = tmp_path / "empty"
    folder.mkdir()
    if content == "text":
        (folder / "letter.txt").write_text("hello")
    if content == "archive":
        shutil.make_archive(str(folder / "disc"), "gztar", folder)
    done = fets("import", folder)
    assert (done.status, done.codes) == (3, ["no-images"])
    assert "Choose the folder" in done.err
    assert ("unpack" in done.err) == (content == "archive")


def test_a_place_that_is_not_there_is_refused_and_the_others_are_imported(fets, patient, tmp_path):
    assert fets("import", tmp_path / "nowhere").codes == ["no-images"]
    done = fets("import", tmp_path / "nowhere", patient)
    assert (done.status, done.codes) == (1, ["no-images"])
    assert done.json["errors"][0]["name"] == "place 1 of 2"
    assert len(done.json["cases"]) == 1


def test_constant_voxels_are_refused_in_words(fets, patient):
    grid = Grid.from_affine((20, 40, 36), np.diag([-4.0, -4.0, 6.0, 1.0]))
    write_array(patient / "t1.nii.gz", np.full(grid.shape, 7, dtype=np.int16), grid)
    done = fets("import", patient)
    assert done.status == 1
    assert "the same value" in done.err
    assert done.json["cases"][0]["missing"] == ["T1"]
    assert any(finding["grade"] == "bad" for finding in done.json["cases"][0]["findings"])


def test_people_read_a_line_a_contrast(tmp_path, patient):
    done = command(tmp_path / "workspace", "--quiet", "import", patient)
    assert done.err == ""
    first, *lines = done.out.splitlines()
    assert first.endswith(": Ready to prepare")
    assert [line.split()[0] for line in lines[:4]] == CONTRASTS


def test_the_real_patients_four_contrasts_are_recognised_among_masks_and_copies(fets, real_data):
    done = fets("import", real_data / "native" / "TCGA-FG-6692")
    assert done.status == 0, done.err
    assert list(done.json["cases"][0]["contrasts"]) == CONTRASTS
    assert len(done.json["set_aside"]) == 16


@pytest.mark.parametrize(
    "name", ["failing/sliceorientation", "failing/slicecount", "ge", "generic", "philips_enhanced"]
)
def test_real_dicom_is_never_a_fault_of_the_program(fets, real_data, name):
    done = fets("import", real_data / "dicom" / "dicom2nifti" / name)
    assert done.status in (0, 1, 3)
    assert done.codes
    assert "bug" not in done.codes
    if name.startswith("failing"):
        words = {"failing/sliceorientation": "different sizes", "failing/slicecount": "only 2 slices"}[name]
        assert (done.status, words in done.err) == (3, True)
