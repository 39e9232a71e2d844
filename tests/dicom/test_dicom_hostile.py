"""Hostile and broken input to the scan: bombs, absurd promises, full disks, damaged files by the hundred."""

import gzip
import os
import resource
import struct

import numpy as np
import pydicom
import pytest
from volumes_for_dicom import NAME, NUMBER, noise, oblique_grid, write_nifti

from fets_desktop.dicom import remember
from fets_desktop.dicom.convert import convert
from fets_desktop.dicom.scan import Wishes, scan
from fets_desktop.dicom.write import write_series
from fets_desktop.imaging import nifti_bytes
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError

SALT = b"a secret of 32 bytes............"
MOST_GROWTH_MB = 256


def changed(folder, change) -> None:
    for path in sorted(folder.iterdir()):
        dataset = pydicom.dcmread(path)
        change(dataset)
        dataset.save_as(path)


def test_damaged_files_by_the_hundred_do_no_harm_in_bounded_memory(dicom_case, tmp_path):
    random = np.random.default_rng(17)
    whole = [path.read_bytes() for path in sorted(dicom_case.rglob("*.dcm"))[::6]]
    for number in range(400):
        raw = bytearray(whole[number % len(whole)])
        for _ in range(int(random.integers(1, 10))):
            place = int(random.integers(0, min(len(raw), 2600)))
            match int(random.integers(0, 5)):
                case 0:
                    raw[place] = int(random.integers(0, 256))
                case 1:
                    raw[place : place + 4] = int(random.integers(0, 2**32)).to_bytes(4, "little")
                case 2:
                    del raw[place : place + int(random.integers(1, 90))]
                case 3:
                    raw[place:place] = raw[place : place + int(random.integers(1, 90))]
                case _:
                    raw[place : place + 4] = b"\xff\xff\xff\xff"
        (dicom_case / f"m{number}").write_bytes(bytes(raw))
    for path in sorted(dicom_case.rglob("*.dcm")):
        dataset = pydicom.dcmread(path)
        dataset.PatientID = "whole"
        dataset.save_as(path)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    result = scan([dicom_case], SALT)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_GROWTH_MB << 10
    assert result.faults
    assert any({s.contrast for s in case.series} >= set(ALL_CONTRASTS) for case in result.cases)
    assert {fault.code for fault in result.faults} <= {"unreadable-image", "identity-clash"}


def test_a_nifti_that_promises_too_much_is_not_unpacked(tmp_path):
    path = write_nifti(tmp_path / "t1.nii.gz")
    raw = bytearray(gzip.decompress(path.read_bytes()))
    struct.pack_into("<8h", raw, 40, 3, 4000, 4000, 4000, 1, 1, 1, 1)
    path.write_bytes(gzip.compress(bytes(raw)))
    (fault,) = scan([tmp_path], SALT).faults
    assert fault.code == "unreadable-image"
    assert "GiB" in fault.detail


def test_a_nifti_that_never_ends_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr(nifti_bytes, "_MOST_AFTER", 4 << 20)
    path = write_nifti(tmp_path / "t1.nii.gz")
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()) + bytes(16 << 20)))
    assert "goes on and on" in scan([tmp_path], SALT).faults[0].detail


def test_pipes_and_sockets_in_a_folder_never_hang_the_scan(dicom_case):
    os.mkfifo(dicom_case / "pipe.dcm")
    assert scan([dicom_case], SALT).faults == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: setattr(d, "PixelData", b""), "0 of"),
        (lambda d: setattr(d, "Rows", 30000), "30000 x"),
        (lambda d: setattr(d, "Rows", 0), "no image"),
        (lambda d: delattr(d, "PixelData"), "cut short"),
    ],
)
def test_pixels_that_are_not_there_are_said_and_the_other_series_go_on(dicom_case, change, words):
    changed(dicom_case / "t2", change)
    result = scan([dicom_case], SALT)
    assert {fault.code for fault in result.faults} == {"unreadable-image"}
    assert all(words in fault.detail for fault in result.faults)
    (case,) = result.cases
    assert {s.contrast for s in case.series if s.contrast} >= {Contrast.T1, Contrast.T1GD, Contrast.FLAIR}


@pytest.mark.parametrize("keyword", ["ImagePositionPatient", "ImageOrientationPatient"])
def test_slices_that_do_not_say_where_they_lie_are_refused_before_conversion(dicom_case, tmp_path, keyword):
    changed(dicom_case / "t2", lambda d: delattr(d, keyword))
    (case,) = scan([dicom_case], SALT).cases
    series = next(s for s in case.series if s.proposal is Contrast.T2)
    with pytest.raises(StudyError) as raised:
        convert(series, tmp_path / "out.nii.gz")
    assert raised.value.code == "bad-geometry"
    assert not (tmp_path / "out.nii.gz").exists()


def test_a_full_disk_under_the_scans_own_memory_has_its_name(dicom_case, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(remember.os, "open", full)
    with pytest.raises(StudyError) as raised:
        scan([dicom_case], SALT, wishes=Wishes(remember=tmp_path / "x.headers"))
    assert raised.value.code == "disk-full"


@pytest.mark.filterwarnings("ignore:The PN component length")
@pytest.mark.parametrize("name", ["山田^太郎", "قباني^لنزار", "Ζήση^Μαρία", "x" * 300, "Zacharias^B\n\x1b[31m"])
def test_odd_names_of_people_neither_stop_the_scan_nor_leak(tmp_path, name):
    for contrast in ALL_CONTRASTS:
        write_series(
            noise(oblique_grid()), tmp_path / contrast.brats_name, contrast,
            patient_name=NAME, patient_id=NUMBER, study_date="20260401",
        )  # fmt: skip
        changed(tmp_path / contrast.brats_name, lambda d: setattr(d, "PatientName", name))
    result = scan([tmp_path], SALT)
    (case,) = result.cases
    assert {s.contrast for s in case.series} == set(ALL_CONTRASTS)
    assert name.split("^")[0] not in repr([(s.id, s.why, s.description, s.kin) for s in case.series])
