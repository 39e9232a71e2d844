"""Folders of DICOM files: grouping, pseudonyms, faults, progress; what cannot be read never stops the rest."""

import json
import shutil

import numpy as np
import pydicom
import pytest
from volumes_for_dicom import NAME, NUMBER, noise, oblique_grid

from fets_desktop.dicom.convert import convert
from fets_desktop.dicom.scan import ScannedCase, ScanResult, SeriesKind, scan
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.plain import from_plain, to_plain

SALT = b"a secret of 32 bytes............"


def only_case(result: ScanResult) -> ScannedCase:
    assert len(result.cases) == 1
    return result.cases[0]


def chosen(case: ScannedCase) -> dict[Contrast, object]:
    return {s.contrast: s for s in case.series if s.contrast}


def add_series(folder, contrast=Contrast.FLAIR, number=9, seed=1, **who):
    who = {"patient_name": NAME, "patient_id": NUMBER, "study_date": "20260401", **who}
    return write_series(noise(oblique_grid(), seed), folder, contrast, series_number=number, **who)


def test_four_series_are_four_contrasts_of_one_case(dicom_case):
    case = only_case(scan([dicom_case], SALT))
    assert set(chosen(case)) == set(ALL_CONTRASTS)
    for contrast, series in chosen(case).items():
        assert {path.parent.name for path in series.files} == {contrast.brats_name}
        assert len(series.files) == 6
        assert series.kind is SeriesKind.DICOM
        assert series.why


def test_thousand_shuffled_files_without_endings_beside_junk_are_told_apart(dicom_case, tmp_path):
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    files = sorted(dicom_case.rglob("*.dcm"))
    for number, index in enumerate(np.random.default_rng(0).permutation(len(files))):
        shutil.copyfile(files[index], mixed / f"I{number:05d}")
    (mixed / "README.txt").write_text("hello")
    (mixed / "autorun.inf").write_text("[autorun]")
    (mixed / ".hidden.dcm").write_bytes(b"")
    result = scan([mixed], SALT)
    assert set(chosen(only_case(result))) == set(ALL_CONTRASTS)
    assert result.faults == ()
    assert {aside.why for aside in result.set_aside} == {"no medical image"}


def test_nothing_but_the_file_paths_names_the_patient(dicom_case):
    (dicom_case / "Mustermann_Erika.dcm").write_bytes(b"")
    (dicom_case / "Mustermann.txt").write_text("x")
    add_series(dicom_case / "sag", number=7, description="t2_tse Mustermann Erika 1944 DrHouse")
    plain = to_plain(scan([dicom_case], SALT))
    for case in plain["cases"]:
        for series in case["series"]:
            series["files"] = []
    text = json.dumps(plain).lower()
    for word in ("mustermann", "erika", "998877", "20260401", "2026-04-01", "drhouse", "1944", str(dicom_case)):
        assert word not in text


def test_the_result_crosses_a_process_boundary(dicom_case):
    result = scan([dicom_case], SALT)
    assert from_plain(ScanResult, json.loads(json.dumps(to_plain(result)))) == result


def test_the_same_salt_gives_the_same_names_and_another_salt_others(dicom_case):
    one, same, other = scan([dicom_case], SALT), scan([dicom_case], SALT), scan([dicom_case], b"other")
    assert one == same
    assert one.cases[0].patient != other.cases[0].patient


def test_patients_and_visits_are_parted_and_visits_stay_with_their_patient(dicom_case):
    add_series(dicom_case / "later", study_date="20260710")
    add_series(dicom_case / "another", patient_id="OTHER")
    cases = scan([dicom_case], SALT).cases
    assert len({case.id for case in cases}) == 3
    assert len({case.patient for case in cases}) == 2
    dates = sorted(case.scan_date for case in cases if case.patient == max(cases, key=lambda c: len(c.series)).patient)
    assert len(dates) == 2


def test_a_later_import_of_another_visit_has_another_name(dicom_case, tmp_path):
    add_series(tmp_path / "later", study_date="20260710")
    first, later = only_case(scan([dicom_case], SALT)), only_case(scan([tmp_path / "later"], SALT))
    assert first.patient == later.patient
    assert first.id != later.id


def test_copies_of_files_are_taken_once(dicom_case, tmp_path):
    shutil.copytree(dicom_case / "t2", dicom_case / "backup")
    result = scan([dicom_case], SALT)
    assert len(chosen(only_case(result))[Contrast.T2].files) == 6
    assert any("copies" in aside.why and aside.name.startswith("6 ") for aside in result.set_aside)


def test_three_contrasts_stay_three(dicom_case):
    shutil.rmtree(dicom_case / "flair")
    assert set(chosen(only_case(scan([dicom_case], SALT)))) == {Contrast.T1, Contrast.T1GD, Contrast.T2}


def test_two_flairs_wait_for_a_person(dicom_case):
    add_series(dicom_case / "again")
    case = only_case(scan([dicom_case], SALT))
    assert set(chosen(case)) == {Contrast.T1, Contrast.T1GD, Contrast.T2}
    flairs = [s for s in case.series if s.proposal is Contrast.FLAIR]
    assert len(flairs) == 2
    assert all("two FLAIR series" in s.why for s in flairs)


def test_two_echoes_in_one_series_are_two_volumes(dicom_case):
    for number, path in enumerate(sorted((dicom_case / "t2").iterdir())):
        dataset = pydicom.dcmread(path)
        dataset.EchoNumbers, dataset.EchoTime = 2, "120"
        dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = f"2.25.99{number}"
        dataset.save_as(dicom_case / "t2" / f"second{number}.dcm")
    case = only_case(scan([dicom_case], SALT))
    assert sorted(len(s.files) for s in case.series) == [6] * 5


def test_one_truncated_file_is_a_fault_and_the_others_go_on(dicom_case, tmp_path):
    victim = sorted((dicom_case / "flair").iterdir())[2]
    victim.write_bytes(victim.read_bytes()[:-100])
    result = scan([dicom_case], SALT)
    assert [fault.code for fault in result.faults] == ["unreadable-image"]
    assert "cut short" in result.faults[0].detail
    series = chosen(only_case(result))
    assert set(series) == set(ALL_CONTRASTS)
    with pytest.raises(StudyError) as caught:
        convert(series[Contrast.FLAIR], tmp_path / "out.nii.gz")
    assert caught.value.code == "unreadable-image"
    assert "File 3 of 6" in caught.value.detail
    convert(series[Contrast.T2], tmp_path / "out.nii.gz")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.dcm", b""),
        ("a.dcm", b"this is no DICOM file at all, whatever its name says" * 20),
        ("a.nii.gz", b""),
        ("a.nii.gz", b"\x1f\x8bjunk"),
        ("a.nii", b"\x5c\x01\0\0" + bytes(100)),
        ("a.dcm", bytes(128) + b"DICM"),
        ("a.dcm", bytes(128) + b"DICM" + bytes(range(256)) * 4),
    ],
)
def test_junk_is_a_fault_that_stops_nothing(dicom_case, name, content):
    (dicom_case / name).write_bytes(content)
    result = scan([dicom_case], SALT)
    assert [fault.code for fault in result.faults] == ["unreadable-image"]
    assert set(chosen(only_case(result))) == set(ALL_CONTRASTS)


def test_a_file_that_may_not_be_read_or_is_gone_stops_nothing(dicom_case):
    (dicom_case / "gone.dcm").symlink_to(dicom_case / "nowhere.dcm")
    result = scan([dicom_case], SALT)
    assert set(chosen(only_case(result))) == set(ALL_CONTRASTS)


def test_mutated_files_never_break_the_scan(dicom_case):
    random = np.random.default_rng(5)
    original = sorted((dicom_case / "t1").iterdir())[0].read_bytes()
    for number in range(150):
        raw = bytearray(original)
        for place in random.integers(132, min(len(raw), 2400), 8):
            raw[place] = random.integers(0, 256)
        (dicom_case / f"m{number}.dcm").write_bytes(bytes(raw[: random.integers(140, len(raw))]))
    result = scan([dicom_case / "flair", dicom_case], SALT)
    assert result.faults
    assert any(Contrast.FLAIR in chosen(case) for case in result.cases)


@pytest.mark.parametrize("paths", [0, 1])
def test_empty_drops_give_an_empty_result(tmp_path, paths):
    (tmp_path / "notes.txt").write_text("nothing here")
    result = scan([tmp_path] * paths, SALT)
    assert (result.cases, result.faults) == ((), ())


def test_among_several_places_the_one_without_images_is_named(dicom_case, tmp_path):
    (tmp_path / "empty").mkdir()
    result = scan([dicom_case, tmp_path / "empty"], SALT)
    assert [(fault.code, fault.name) for fault in result.faults] == [("no-images", "place 2 of 2")]
    assert len(result.cases) == 1


def test_a_folder_of_useless_series_says_that_all_are_set_aside(tmp_path):
    add_series(tmp_path / "pd", description="pd_tse_tra")
    result = scan([tmp_path], SALT)
    assert result.cases == ()
    assert [fault.code for fault in result.faults] == ["no-images"]
    assert "proton" in result.set_aside[0].why


def test_a_single_file_may_be_dropped(dicom_case):
    file = sorted((dicom_case / "t2").iterdir())[0]
    result = scan([file], SALT)
    assert "one slice" in result.set_aside[0].why


def test_progress_grows_to_one_and_names_no_file(dicom_case):
    told = []
    scan([dicom_case], SALT, lambda fraction, note: told.append((fraction, note)))
    assert told[-1][0] == 1.0
    assert [f for f, _ in told] == sorted(f for f, _ in told)
    assert not any("IM-" in note or "disc" in note for _, note in told)


def test_a_scan_can_be_cancelled(dicom_case):
    def stop(fraction, note):
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        scan([dicom_case], SALT, stop)
