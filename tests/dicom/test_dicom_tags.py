"""The tag viewer's table: everything readable, nothing trusted, nothing long."""

import pydicom
import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.uid import DeflatedExplicitVRLittleEndian
from volumes_for_dicom import NAME, NUMBER, noise, oblique_grid

from fets_desktop.dicom import deflated
from fets_desktop.dicom.header import lenient_reading
from fets_desktop.dicom.kept import keep_headers
from fets_desktop.dicom.tags import MOST_CHARACTERS, plain_text, read_kept_tags, read_tags, table
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import silent


@pytest.fixture
def files(tmp_path):
    return write_series(
        noise(oblique_grid()), tmp_path / "in", Contrast.T1GD, patient_name=NAME, patient_id=NUMBER,
        study_date="20260401",
    )  # fmt: skip


def row(shown, tag):
    return next(row for row in shown.rows if row.tag == tag)


def shown_of(dataset):
    with lenient_reading():
        return table([dataset], identified=True)


def test_what_is_the_same_stands_once_and_what_differs_once_a_slice(files):
    shown = read_tags(files[::-1], silent)
    assert shown.slices == 6
    assert row(shown, "(0018,0010)").value(3) == "Gadobutrol"
    assert row(shown, "(0018,0010)").name == "Contrast/Bolus Agent"
    assert not row(shown, "(0018,0010)").varies
    position = row(shown, "(0020,0032)")
    assert position.varies
    first = pydicom.dcmread(files[0]).ImagePositionPatient
    assert [float(part) for part in position.value(0).split("\\")] == [float(part) for part in first]
    assert row(shown, "(0010,0010)").values == (NAME,)
    assert shown.identified
    assert [r.tag for r in shown.rows] == sorted(r.tag for r in shown.rows)
    assert not any(r.tag == "(7FE0,0010)" for r in shown.rows)


def test_kept_headers_name_nobody(files, tmp_path):
    keep_headers(files, b"s" * 32, "PAT-1", tmp_path / "kept.zip")
    shown = read_kept_tags(tmp_path / "kept.zip", silent)
    assert shown.slices == 6
    assert not shown.identified
    words = " ".join(value for r in shown.rows for value in r.values)
    assert not any(secret in words for secret in ("Mustermann", "Erika", NUMBER))
    assert row(shown, "(0010,0020)").values == ("PAT-1",)


def test_sequences_private_and_long_values_are_short_words(files):
    dataset = pydicom.dcmread(files[0])
    item = Dataset()
    item.ReferencedSOPInstanceUID = "1.2.3"
    dataset.ReferencedImageSequence = Sequence([item, item])
    block = dataset.private_block(0x0029, "SITE", create=True)
    block.add_new(0x10, "OB", bytes(4000))
    block.add_new(0x11, "UN", b"plain words ")
    block.add_new(0x12, "UN", b"\xff\x00\x01")
    dataset.ImageComments = "x" * 9000
    dataset.Rows = [1] * 5000
    shown = shown_of(dataset)
    assert row(shown, "(0008,1140)").values == ("2 items",)
    assert row(shown, "(0008,1140)[2](0008,1155)").depth == 1
    assert row(shown, "(0029,1010)").values == ("4,000 bytes",)
    assert row(shown, "(0029,1011)").values == ("plain words",)
    assert row(shown, "(0029,1012)").values == ("3 bytes",)
    assert row(shown, "(0020,4000)").values[0].endswith("(9,000 characters)")
    assert max(len(value) for r in shown.rows for value in r.values) < MOST_CHARACTERS + 40


def test_frames_of_an_enhanced_image_are_its_slices():
    dataset = Dataset()
    frames = []
    for z in range(3):
        frame, place = Dataset(), Dataset()
        place.ImagePositionPatient = [0, 0, z]
        frame.PlanePositionSequence = Sequence([place])
        frames.append(frame)
    dataset.PerFrameFunctionalGroupsSequence = Sequence(frames)
    shown = shown_of(dataset)
    assert shown.slices == 3
    assert row(shown, "(5200,9230)[frame](0020,9113)[1](0020,0032)").value(2) == "0.0\\0.0\\2.0"


def test_nothing_in_a_value_turns_the_writing_or_breaks_the_line():
    assert plain_text("a\u202egnp.exe\nb\x00c\x1b[31m") == "a gnp.exe b c [31m"
    assert len(plain_text("y" * 10**6)) < 300


def test_damaged_and_deep_headers_are_shown_as_far_as_they_go(files, tmp_path):
    dataset = inner = Dataset()
    for _ in range(60):
        item = Dataset()
        inner.ReferencedImageSequence = Sequence([item])
        inner = item
    deep = shown_of(dataset)
    assert 10 < len(deep.rows) < 20
    bad = pydicom.dcmread(files[0])
    bad._dict[pydicom.tag.Tag(0x00180081)] = pydicom.dataelem.RawDataElement(
        pydicom.tag.Tag(0x00180081), "FD", 3, b"abc", 0, False, True
    )
    assert row(shown_of(bad), "(0018,0081)").values == ("cannot be read",)


def test_files_that_are_no_dicom_are_counted_and_refused_if_there_are_no_others(files, tmp_path):
    (tmp_path / "note.txt").write_text("no DICOM " * 40)
    assert read_tags([*files, tmp_path / "note.txt", tmp_path / "gone.dcm"], silent).left_out == 2
    with pytest.raises(StudyError) as caught:
        read_tags([tmp_path / "note.txt"], silent)
    assert caught.value.code == "unreadable-image"


def test_a_header_of_very_many_tags_is_cut_and_says_so():
    dataset = Dataset()
    for number in range(5000):
        dataset.add_new((0x0029, 0x1000 + number), "LO", "x")
    shown = shown_of(dataset)
    assert 4000 <= len(shown.rows) < 4100
    assert shown.rows[-1].name == "More tags than are shown"


def test_a_deflated_bomb_is_left_out_before_a_reader_unpacks_it(files, tmp_path, monkeypatch):
    monkeypatch.setattr(deflated, "MOST_BYTES", 1 << 16)
    dataset = pydicom.dcmread(files[0])
    dataset.PixelData = bytes(1 << 18)
    dataset.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    dataset.save_as(tmp_path / "bomb.dcm", implicit_vr=False, little_endian=True, enforce_file_format=True)
    shown = read_tags([files[1], tmp_path / "bomb.dcm"], silent)
    assert (shown.slices, shown.left_out) == (1, 1)
