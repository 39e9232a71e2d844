"""Files that claim more than they are: a plain message, little memory, little time, nothing half-written."""

import struct
import sys
import time
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.encaps import encapsulate
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLSLossless,
    RLELossless,
)
from volumes_for_dicom import noise, oblique_grid

from fets_desktop.dicom import dcm2niix_run
from fets_desktop.dicom.codestream import claimed_size
from fets_desktop.dicom.convert import convert
from fets_desktop.dicom.forms import Form
from fets_desktop.dicom.found import ScannedSeries, SeriesKind
from fets_desktop.dicom.scan import scan
from fets_desktop.dicom.slices import read_slices
from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import read_volume
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError

WHO = {"patient_name": "Mustermann^Erika", "patient_id": "KH-1", "study_date": "20260401"}
LONGEST_S = 5.0
MOST_MEMORY = 64 << 20


@pytest.fixture
def files(tmp_path):
    return write_series(noise(oblique_grid()), tmp_path / "in", Contrast.T2, **WHO)


def change(path: Path, **tags) -> None:
    dataset = pydicom.dcmread(path)
    for keyword, value in tags.items():
        setattr(dataset, keyword, value)
    dataset.save_as(path)


def compressed(path: Path, stream: bytes, syntax: str) -> None:
    dataset = pydicom.dcmread(path)
    dataset.PixelData = encapsulate([stream])
    dataset["PixelData"].is_undefined_length = True
    dataset.file_meta.TransferSyntaxUID = syntax
    dataset.save_as(path)


def refusal(files, tmp_path) -> str:
    out = tmp_path / "out" / "x.nii.gz"
    began = time.process_time()  # a busy machine makes nothing dearer
    tracemalloc.start()
    try:
        with pytest.raises(StudyError) as caught:
            convert(ScannedSeries("S", tuple(files), SeriesKind.DICOM), out)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert time.process_time() - began < LONGEST_S
    assert most < MOST_MEMORY
    assert not out.parent.exists() or list(out.parent.iterdir()) == []
    assert not any(secret in str(caught.value) for secret in ("Mustermann", "KH-1", str(tmp_path)))
    return caught.value.detail


def jpeg(rows: int, columns: int, mark: int = 0xC0) -> bytes:
    return b"\xff\xd8\xff\xe0\0\4ab" + bytes([0xFF, mark]) + struct.pack(">HBHHB", 8, 8, rows, columns, 1) + b"\0" * 90


def jpeg2000(rows: int, columns: int) -> bytes:
    return b"\xff\x4f\xff\x51" + struct.pack(">HHIIII", 41, 0, columns, rows, 0, 0) + b"\0" * 90


@pytest.mark.parametrize(
    ("stream", "syntax"),
    [
        (jpeg(65000, 65000), JPEGBaseline8Bit),
        (jpeg(65000, 65000, 0xF7), JPEGLSLossless),
        (jpeg2000(1 << 20, 1 << 20), JPEG2000Lossless),
    ],
    ids=["JPEG", "JPEG-LS", "JPEG 2000"],
)
def test_200_bytes_that_ask_for_giant_frames_reach_no_decoder(files, tmp_path, stream, syntax, monkeypatch):
    monkeypatch.setattr(dcm2niix_run, "_run", lambda *rest: pytest.fail("the converter was started"))
    compressed(files[2], stream, syntax)
    assert "but its header says 16 x 20" in refusal(files, tmp_path)


def test_a_run_length_stream_longer_than_its_image_is_refused(files, tmp_path):
    run = struct.pack("<16I", 1, 64, *[0] * 14) + b"\x81\0" * 200_000  # 25 million zeros
    compressed(files[2], run, RLELossless)
    assert "longer than the image" in refusal(files, tmp_path)


@pytest.mark.parametrize("stream", [b"", b"\xff\xd8", b"\xff\xd8\xff", b"\xff\x4f\xff\x51\0", b"RLE"])
def test_streams_that_claim_nothing_are_left_to_the_decoders(stream):
    assert claimed_size(stream) is None


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ({"Rows": 60000, "Columns": 60000}, "60000 x 60000"),
        ({"Rows": 0}, "no image"),
        ({"NumberOfFrames": "2000000"}, "cut short"),
        ({"SamplesPerPixel": 3}, "cut short"),
    ],
)
def test_absurd_sizes_in_a_header(files, tmp_path, tags, words):
    for path in files:
        change(path, **tags)
    assert words in refusal(files, tmp_path)


def test_colour_pictures_are_no_measured_images(files, tmp_path):
    for path in files:
        change(path, SamplesPerPixel=3, PixelData=bytes(3 * 2 * 16 * 20))
    assert "colour" in refusal(files, tmp_path)


def test_absurd_sizes_of_a_compressed_file_whose_pixels_cannot_be_counted(files, tmp_path):
    for path in files:
        change(path, Rows=60000, Columns=60000)
        compressed(path, jpeg2000(60000, 60000) + b"\xff\xd9" * 40, JPEG2000Lossless)
    assert "60000 x 60000" in refusal(files, tmp_path)
    for path in files:
        change(path, Rows=4000, Columns=4000, NumberOfFrames="9999")
    assert "million voxels" in refusal(files, tmp_path)


def test_a_series_that_is_too_large_in_all_is_refused(files, tmp_path, monkeypatch):
    monkeypatch.setattr("fets_desktop.dicom.slices.MOST_VOXELS", 5 * 16 * 20)
    assert "million voxels" in refusal(files, tmp_path)


def test_a_deflated_bomb_is_measured_before_it_is_unpacked(files, tmp_path):
    whole = files[1].read_bytes()
    begin = 144 + int.from_bytes(whole[140:144], "little")
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(whole[begin:]) + packer.compress(bytes(600 << 20)) + packer.flush()
    meta = whole[:begin].replace(b"1.2.840.10008.1.2.1\0", DeflatedExplicitVRLittleEndian.encode())
    longer = int.from_bytes(whole[140:144], "little") + 2
    at = meta.index(DeflatedExplicitVRLittleEndian.encode()) - 2
    meta = meta[:140] + longer.to_bytes(4, "little") + meta[144:at] + (22).to_bytes(2, "little") + meta[at + 2 :]
    files[1].write_bytes(meta + body)
    assert "unpacks to more than" in refusal(files, tmp_path)
    (case,) = scan([files[1].parent], b"s" * 32).cases
    assert len(case.series[0].files) == 5


def test_a_deflated_series_of_the_usual_size_is_read(files, tmp_path):
    convert(ScannedSeries("S", tuple(files), SeriesKind.DICOM), tmp_path / "plain.nii.gz")
    for path in files:
        dataset = pydicom.dcmread(path)
        dataset.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
        dataset.save_as(path)
    convert(ScannedSeries("S", tuple(files), SeriesKind.DICOM), tmp_path / "deflated.nii.gz")
    plain, deflated = (read_volume(tmp_path / f"{name}.nii.gz") for name in ("plain", "deflated"))
    assert np.array_equal(plain.array, deflated.array)
    assert plain.grid == deflated.grid


def test_more_frames_than_places_and_the_reverse(tmp_path):
    (file,) = write_series(noise(oblique_grid()), tmp_path / "in", Contrast.T2, **WHO, form=Form(enhanced=True))
    whole = file.read_bytes()
    change(file, NumberOfFrames="5")
    assert "gives the places of 6" in refusal([file], tmp_path)
    file.write_bytes(whole)
    dataset = pydicom.dcmread(file)
    del dataset.PerFrameFunctionalGroupsSequence
    dataset.save_as(file)
    assert "does not say where its frames lie" in refusal([file], tmp_path)


def test_wrong_lengths_and_places_that_only_private_tags_tell(files, tmp_path):
    kept = files[0].read_bytes()
    files[0].write_bytes(kept[:-100])
    assert "cut short" in refusal(files, tmp_path)
    files[0].write_bytes(kept)
    for path in files:
        dataset = pydicom.dcmread(path)
        block = dataset.private_block(0x0019, "SITE GEOMETRY", create=True)
        block.add_new(0x10, "DS", dataset.ImagePositionPatient)
        del dataset.ImagePositionPatient
        del dataset.ImageOrientationPatient
        dataset.save_as(path)
    assert "does not say where in the patient" in refusal(files, tmp_path)


def test_sequences_a_thousand_deep(files, tmp_path):
    whole = files[3].read_bytes()
    begin = 144 + int.from_bytes(whole[140:144], "little")
    opening = b"\x08\x00\x40\x11SQ\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff"
    files[3].write_bytes(whole[:begin] + opening * 2000 + whole[begin:])
    assert refusal(files, tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
def test_the_converter_has_a_limit_of_memory(tmp_path, monkeypatch):
    greedy = tmp_path / "greedy"
    greedy.write_text(
        f'#!/bin/sh\nsleep 0.5\n{sys.executable} -c "bytearray(3 << 30)" && echo taken > "$(dirname "$0")/taken"\n'
    )
    greedy.chmod(0o755)
    monkeypatch.setattr(dcm2niix_run.dcm2niix, "bin", greedy)
    monkeypatch.setattr(dcm2niix_run, "_MOST_MEMORY", 1 << 30)
    source = tmp_path / "a.dcm"
    source.write_bytes(b"x")
    (tmp_path / "scratch").mkdir()
    assert dcm2niix_run.run_dcm2niix([source], tmp_path / "scratch", lambda *_: None) is None
    assert not (tmp_path / "taken").exists()


def test_nothing_is_read_of_a_file_that_is_not_there(files, tmp_path):
    files[0].unlink()
    with pytest.raises(StudyError) as caught:
        read_slices(files)
    assert caught.value.detail.startswith("File 1 of 6")
    assert pydicom.dcmread(files[1]).file_meta.TransferSyntaxUID == ExplicitVRLittleEndian
