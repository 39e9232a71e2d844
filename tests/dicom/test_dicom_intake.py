"""What a drop may hold beside plain folders: archives, discs, lists of cases."""

import io
import os
import shutil
import stat
import struct
import tarfile
import zipfile
from pathlib import Path

import numpy as np
import pydicom
import pytest
from drops_for_dicom import SALT, chosen, codes, put
from pydicom.fileset import FileSet
from volumes_for_dicom import write_nifti

from fets_desktop.dicom import archives
from fets_desktop.dicom import look as look_module
from fets_desktop.dicom.archives import safe_parts, unpack
from fets_desktop.dicom.scan import Wishes, scan
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.progress import silent
from fets_desktop.study.pseudonym import patient_name

# --- archives


def zipped(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.write(path, path.relative_to(folder))
    return target


@pytest.fixture
def private(tmp_path) -> Wishes:
    return Wishes(remember=tmp_path / "private.headers", unpack=tmp_path / "private.unpacked")


@pytest.mark.parametrize("kind", ["zip", "gztar", "zip in zip", "zip beside a folder"])
def test_archives_are_scanned_inside(dicom_case, tmp_path, private, kind):
    place = tmp_path / "drop"
    place.mkdir()
    if kind == "gztar":
        shutil.make_archive(str(place / "disc"), "gztar", dicom_case)
    else:
        zipped(dicom_case, place / "disc.zip")
    if kind == "zip in zip":
        inner = (place / "disc.zip").rename(tmp_path / "inner.zip")
        with zipfile.ZipFile(place / "outer.zip", "w") as outer:
            outer.write(inner, "export/inner.zip")
    if kind == "zip beside a folder":
        shutil.copytree(dicom_case, place / "again")
    result = scan([place], SALT, wishes=private)
    assert [set(found) for found in chosen(result)] == [set(ALL_CONTRASTS)]
    assert result.faults == ()
    files = [path for case in result.cases for series in case.series for path in series.files]
    assert all(path.is_file() for path in files)
    if kind != "zip beside a folder":
        assert all(path.is_relative_to(private.unpack) for path in files)
    else:
        assert any("copies" in aside.why for aside in result.set_aside)


def test_a_name_in_an_archive_never_leads_out_of_it(tmp_path, private):
    evil = tmp_path / "evil.zip"
    names = ["../out.dcm", "/abs.dcm", "C:\\windows\\x.dcm", "a/../../out2.dcm", "..\\out3.dcm", "fine/ok.txt", "x\0y"]
    with zipfile.ZipFile(evil, "w") as packed:
        for name in names:
            packed.writestr(zipfile.ZipInfo(name.replace("\0", "")), b"junk")
        link = zipfile.ZipInfo("link.dcm")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, "/etc/passwd")
    result = scan([evil], SALT, wishes=private)
    assert {path.name for path in tmp_path.iterdir()} == {"evil.zip", private.remember.name, private.unpack.name}
    assert not [path for path in tmp_path.parent.rglob("*") if path.name in ("out.dcm", "out2.dcm", "out3.dcm")]
    reasons = {aside.why: aside.name for aside in result.set_aside}
    assert reasons["names a place outside the archive"].startswith("5 files")
    assert reasons["a link or a device, not a file"].startswith("1 file")


@pytest.mark.parametrize("name", ["..", "../a", "a/../b", "/a", "\\\\server\\x", "D:x", "", "./", "a\0b"])
def test_names_that_lead_out_have_no_place(name):
    assert safe_parts(name) == ()


def test_a_tar_with_links_and_devices_leaves_them_out(tmp_path, private):
    place = tmp_path / "a.tar"
    with tarfile.open(place, "w") as packed:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            member = tarfile.TarInfo(f"m{kind!r}")
            member.type, member.linkname = kind, "../../outside"
            packed.addfile(member)
        member = tarfile.TarInfo("../../outside")
        member.size = 4
        packed.addfile(member, io.BytesIO(b"evil"))
    scan([place], SALT, wishes=private)
    assert not [path for path in private.unpack.rglob("*") if path.is_symlink() or path.name == "outside"]
    assert not (tmp_path.parent / "outside").exists()


def test_a_bomb_is_stopped_at_the_stated_limit_and_nothing_is_left(tmp_path, private, monkeypatch):
    monkeypatch.setattr(archives, "FREE_GROWTH_BYTES", 1 << 20)
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.dcm", bytes(64 << 20))
    result = scan([bomb], SALT, wishes=private)
    assert codes(result) == ["unreadable-image"]
    assert "far more" in result.faults[0].detail
    assert not list(private.unpack.rglob("*.dcm"))


def test_an_archive_of_too_many_files_is_not_opened(tmp_path, private, monkeypatch):
    monkeypatch.setattr(archives, "MOST_FILES", 10)
    place = tmp_path / "many.zip"
    with zipfile.ZipFile(place, "w") as packed:
        for number in range(11):
            packed.writestr(f"{number}", b"x")
    assert "more than 10 files" in scan([place], SALT, wishes=private).faults[0].detail


def test_a_lying_size_in_an_archive_is_not_believed(tmp_path, private):
    place = tmp_path / "lie.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.dcm", bytes(1 << 20))
    raw = bytearray(place.read_bytes())
    at = raw.index(b"PK\x01\x02") + 24
    raw[at : at + 4] = struct.pack("<I", 100)
    place.write_bytes(bytes(raw))
    assert set(codes(scan([place], SALT, wishes=private))) == {"unreadable-image"}


def test_damaged_and_locked_archives_are_faults_and_the_rest_goes_on(dicom_case, private):
    whole = zipped(dicom_case, dicom_case.parent / "whole.zip").read_bytes()
    (dicom_case / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (dicom_case / "junk.tgz").write_bytes(b"\x1f\x8bjunk")
    locked = bytearray(whole)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := locked.find(mark, at + 1)) >= 0:
            locked[at + offset] |= 1
    (dicom_case / "locked.zip").write_bytes(bytes(locked))
    result = scan([dicom_case], SALT, wishes=private)
    assert codes(result) == ["unreadable-image"] * 3
    assert sum("password" in fault.detail for fault in result.faults) == 1
    assert [set(found) for found in chosen(result)] == [set(ALL_CONTRASTS)]


def test_a_full_disk_stops_the_scan_with_its_name_and_leaves_nothing(dicom_case, tmp_path, private, monkeypatch):
    place = zipped(dicom_case, tmp_path / "disc.zip")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archives, "_copy", full)
    with pytest.raises(StudyError) as raised:
        scan([place], SALT, wishes=private)
    assert raised.value.code == "disk-full"
    assert not list(private.unpack.rglob("*.dcm"))


def test_an_archive_is_unpacked_once(dicom_case, tmp_path):
    place = zipped(dicom_case, tmp_path / "disc.zip")
    unpack(place, tmp_path / "out", silent)
    marked = next((tmp_path / "out").rglob("*.dcm"))
    os.utime(marked, (1, 1))
    unpack(place, tmp_path / "out", silent)
    assert marked.stat().st_mtime == 1
    (tmp_path / "out.whole").unlink()
    unpack(place, tmp_path / "out", silent)
    assert marked.stat().st_mtime != 1


# --- discs


@pytest.fixture
def disc(dicom_case, tmp_path) -> Path:
    files = FileSet()
    for path in sorted(dicom_case.rglob("*.dcm")):
        dataset = pydicom.dcmread(path)
        dataset.StudyTime = "120000"
        files.add(dataset)
    files.write(tmp_path / "dvd")
    files._stage["t"].cleanup()
    return tmp_path / "dvd"


def test_a_disc_is_scanned_by_its_folder_or_by_its_directory(disc):
    for given in (disc, disc / "DICOMDIR"):
        result = scan([given], SALT)
        assert [set(found) for found in chosen(result)] == [set(ALL_CONTRASTS)]
        assert (result.faults, result.set_aside) == ((), ())


def test_images_that_the_disc_promises_and_does_not_hold_are_said(disc):
    missing = [path for path in sorted(disc.rglob("*")) if path.is_file() and path.name != "DICOMDIR"][:3]
    for path in missing:
        path.unlink()
    result = scan([disc], SALT)
    assert [fault.detail for fault in result.faults] == [
        "Of 24 images that the disc's directory names, 3 are not there."
    ]


def test_a_directory_under_another_name_is_no_scan(disc):
    (disc / "DICOMDIR").rename(disc / "index")
    result = scan([disc], SALT)
    assert [set(found) for found in chosen(result)] == [set(ALL_CONTRASTS)]
    assert result.faults == ()


# --- a scan that is cut off


def test_a_scan_that_was_cut_off_reads_nothing_twice(dicom_case, private, monkeypatch):
    read = []
    true = look_module.read_header
    monkeypatch.setattr(look_module, "read_header", lambda path, start: read.append(path) or true(path, start))

    def stop(fraction, note):
        if "file 1 of" not in note and "headers" in note:
            raise Cancelled

    monkeypatch.setattr("fets_desktop.dicom.scan._TELL_EVERY", 10)
    with pytest.raises(Cancelled):
        scan([dicom_case], SALT, stop, private)
    first = list(read)
    assert 0 < len(first) < 24
    result = scan([dicom_case], SALT, wishes=private)
    assert len(read) == len(set(read)) == 24
    assert result == scan([dicom_case], SALT)
    assert stat.S_IMODE(private.remember.stat().st_mode) == 0o600


def test_a_file_that_changed_is_read_again_and_a_damaged_memory_does_no_harm(dicom_case, private):
    before = scan([dicom_case], SALT, wishes=private)
    victim = sorted((dicom_case / "t2").iterdir())[0]
    victim.write_bytes(victim.read_bytes()[:-100])
    assert "cut short" in scan([dicom_case], SALT, wishes=private).faults[0].detail
    private.remember.write_bytes(private.remember.read_bytes()[:-40] + b"\n{]\n")
    after = scan([dicom_case], SALT, wishes=private)
    assert [case.id for case in after.cases] == [case.id for case in before.cases]


def test_niftis_are_remembered_too(tmp_path, private):
    for contrast in ALL_CONTRASTS:
        write_nifti(tmp_path / "one" / f"{contrast.brats_name}.nii.gz")
    first = scan([tmp_path / "one"], SALT, wishes=private)
    assert first == scan([tmp_path / "one"], SALT, wishes=private)
    assert [set(found) for found in chosen(first)] == [set(ALL_CONTRASTS)]


def test_files_that_vanish_while_they_are_read_are_faults(dicom_case, monkeypatch):
    true = look_module._look

    def vanishing(file):
        if file.path.parent.name == "t2":
            file.path.unlink()
        return true(file)

    monkeypatch.setattr(look_module, "_look", vanishing)
    result = scan([dicom_case], SALT)
    assert {fault.detail for fault in result.faults} == {"The file vanished while the folder was read."}
    assert set(chosen(result)[0]) == {Contrast.T1, Contrast.T1GD, Contrast.FLAIR}


def test_files_of_no_use_are_one_line_whatever_they_are(dicom_case):
    for name in ("AUTORUN.INF", "viewer.exe", "readme.txt"):
        (dicom_case / name).write_text("none of our business")
    other = [one for one in scan([dicom_case], SALT).set_aside if "other file" in one.name]
    assert [(one.name, one.why) for one in other] == [("3 other files", "no medical image")]


# --- lists of cases


def test_a_list_of_hundreds_of_cases_names_dicom_folders_and_nifti_files(tmp_path):
    one = write_nifti(tmp_path / "x.nii.gz")
    lines = ["SubjectID,Timepoint,T1,T1GD,T2,FLAIR"]
    for number in range(60):
        folder = tmp_path / f"n{number}"
        folder.mkdir()
        for name in "abcd":
            os.link(one, folder / f"{name}.nii.gz")
        names = [f"n{number}/{name}.nii.gz" for name in "abcd"]
        lines.append(",".join([f"S{number // 2}", str(number % 2), *names]))
    put(tmp_path / "d")
    lines.append("D,1," + ",".join(f"d/{c.brats_name}" for c in ALL_CONTRASTS))
    (tmp_path / "list.csv").write_text("\n".join(lines))
    result = scan([tmp_path / "list.csv"], SALT)
    assert result.faults == ()
    assert len(result.cases) == 61
    assert len({case.patient for case in result.cases}) == 31
    assert all(set(found) == set(ALL_CONTRASTS) for found in chosen(result))
    assert all("the list says" in s.why for found in chosen(result) for s in found.values())


@pytest.mark.parametrize(
    ("encoding", "head", "separator"),
    [("utf-8-sig", "PatientID,T1,T1GD,T2,T2FLAIR", ","), ("cp1252", "patientid;t2flair;t1;t1gd;t2;Größe", ";")],
)
def test_lists_come_as_spreadsheets_save_them(tmp_path, encoding, head, separator):
    put(tmp_path / "Müller")
    places = {"t1": "t1", "t1gd": "t1ce", "t2": "t2", "t2flair": "flair"}
    cells = [f"Müller/{places[n]}" if (n := name.lower()) in places else "Müller" for name in head.split(separator)]
    (tmp_path / "list.csv").write_bytes(f"{head}\r\n{separator.join(cells)}\r\n".encode(encoding))
    result = scan([tmp_path / "list.csv"], SALT)
    assert [set(found) for found in chosen(result)] == [set(ALL_CONTRASTS)]
    assert result.cases[0].patient == patient_name(SALT, "id Müller")


def test_one_folder_may_hold_all_four(tmp_path):
    put(tmp_path / "study")
    (tmp_path / "list.csv").write_text("PatientID,T1,T1GD,T2,T2FLAIR\n7,study,study,study,study\n")
    result = scan([tmp_path / "list.csv"], SALT)
    assert [set(found) for found in chosen(result)] == [set(ALL_CONTRASTS)]


def test_where_the_list_and_the_headers_disagree_a_person_is_asked(tmp_path):
    put(tmp_path / "s")
    (tmp_path / "list.csv").write_text("PatientID,T1,T1GD,T2,T2FLAIR\n7,s/t1,s/t1ce,s/flair,s/t2\n")
    result = scan([tmp_path / "list.csv"], SALT)
    assert set(chosen(result)[0]) == {Contrast.T1, Contrast.T1GD}
    doubtful = {s.proposal: s.why for s in result.cases[0].series if s.contrast is None}
    assert "the list says T2, but it is FLAIR" in doubtful[Contrast.T2]


def test_bad_lines_are_named_by_their_number_and_the_others_go_on(tmp_path):
    put(tmp_path / "s")
    put(tmp_path / "other", [Contrast.T2], patient_id="other")
    good = "s/t1,s/t1ce,s/t2,s/flair"
    lines = [f"7,{good}", f"7,{good}", f",{good}", "8,s/t1,s/t1ce,s/none,s/flair", "9,s/t1,s/t1ce,other/t2,s/flair", ""]
    (tmp_path / "list.csv").write_text("\n".join(["PatientID,T1,T1GD,T2,T2FLAIR", *lines]))
    result = scan([tmp_path / "list.csv"], SALT)
    assert [(f.name, f.code) for f in result.faults] == [
        ("line 3", "bad-list"), ("line 4", "bad-list"), ("line 5", "bad-list"), ("line 6", "identity-clash")
    ]  # fmt: skip
    assert sorted(len(found) for found in chosen(result)) == [3, 4]


def test_a_line_that_names_nobodys_images_is_told(tmp_path):
    put(tmp_path / "s")
    lines = ["PatientID,T1,T1GD,T2,T2FLAIR", "7,s/t1,s/t1ce,s/t2,s/flair", "8", "9,,,,"]
    (tmp_path / "list.csv").write_text("\n".join(lines))
    result = scan([tmp_path / "list.csv"], SALT)
    assert [(f.name, f.code) for f in result.faults] == [("line 3", "bad-list"), ("line 4", "bad-list")]
    assert {f.detail for f in result.faults} == {"No image is named there."}
    assert len(result.cases) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n1,2\n", "lacks the columns: PatientID or SubjectID, T1"),
        ("", "lacks"),
        ("PatientID,T1,T1GD,T2,T2FLAIR\n", "no case"),
    ],
)
def test_a_table_of_something_else_is_refused_in_words(tmp_path, text, words):
    (tmp_path / "list.csv").write_text(text)
    result = scan([tmp_path / "list.csv"], SALT)
    assert codes(result) == ["bad-list"]
    assert words in result.faults[0].detail


def test_a_table_in_a_dropped_folder_is_no_list(dicom_case):
    (dicom_case / "survival.csv").write_text("id,age\n1,2\n")
    assert scan([dicom_case], SALT).faults == ()


def test_no_words_of_a_result_name_a_patient(tmp_path):
    put(tmp_path / "a", change={"PatientBirthDate": "19440229"})
    put(tmp_path / "b", patient_name="Schmidt^Otto")
    (tmp_path / "Mustermann.csv").write_text("PatientID,T1,T1GD,T2,T2FLAIR\nMustermann,a/x,a/y,a/z,a/w\n")
    result = scan([tmp_path / "Mustermann.csv", tmp_path], SALT)
    said = repr((result.faults, result.notes, result.set_aside)).lower()
    assert not any(word in said for word in ("muster", "schmidt", "otto", "1944", "998877", str(tmp_path)))
    assert np.all([case.id for case in result.cases])
