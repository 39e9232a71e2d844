"""Series whose slices form no regular volume are refused with the right reason, and nothing is written."""

from pathlib import Path

import numpy as np
import pydicom
import pytest
from volumes_for_dicom import noise, oblique_grid

from fets_desktop.dicom import convert as convert_module
from fets_desktop.dicom import dcm2niix_run
from fets_desktop.dicom.convert import convert
from fets_desktop.dicom.dcm2niix_run import run_dcm2niix
from fets_desktop.dicom.found import ScannedSeries, SeriesKind
from fets_desktop.dicom.scan import scan
from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import read_volume
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import Cancelled, StudyError

WHO = {"patient_name": "A^B", "patient_id": "1", "study_date": "20260401"}


@pytest.fixture
def files(tmp_path):
    return write_series(noise(oblique_grid((8, 20, 16))), tmp_path / "in", Contrast.T2, **WHO)


def change(path, action, save_as=None):
    dataset = pydicom.dcmread(path)
    action(dataset)
    dataset.save_as(save_as or path)
    return save_as or path


def series_of(files) -> ScannedSeries:
    return ScannedSeries("S", tuple(files), SeriesKind.DICOM)


def refusal(files, tmp_path) -> StudyError:
    out = tmp_path / "out" / "x.nii.gz"
    with pytest.raises(StudyError) as caught:
        convert(series_of(files), out)
    assert not out.parent.exists() or list(out.parent.iterdir()) == []
    assert "Mustermann" not in str(caught.value)
    assert str(tmp_path) not in str(caught.value)
    return caught.value


def moved(dataset, by, along=None):
    normal = np.cross(*np.array(dataset.ImageOrientationPatient, dtype=float).reshape(2, 3)) if along is None else along
    dataset.ImagePositionPatient = [
        f"{v:.5f}" for v in np.array(dataset.ImagePositionPatient, dtype=float) + by * normal
    ]


def test_a_missing_slice(files, tmp_path):
    error = refusal(files[:3] + files[4:], tmp_path)
    assert error.code == "bad-geometry"
    assert "Of 8 places one slice is missing" in error.detail


def test_three_missing_slices(files, tmp_path):
    assert "3 slices are missing" in refusal([f for n, f in enumerate(files) if n not in (2, 3, 5)], tmp_path).detail


def test_a_doubled_slice(files, tmp_path):
    def rename(dataset):
        dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = "2.25.5"

    twice = change(files[3], rename, files[3].with_name("twice.dcm"))
    error = refusal([*files, twice], tmp_path)
    assert error.code == "bad-geometry"
    assert "one place has more than one slice" in error.detail


def test_several_volumes_in_one_series(files, tmp_path):
    again = write_series(noise(oblique_grid((8, 20, 16)), 2), tmp_path / "again", Contrast.T2, **WHO)
    error = refusal([*files, *again], tmp_path)
    assert error.code == "not-3d"
    assert "2 volumes of 8 slices" in error.detail


def test_one_slice_and_too_few_slices(files, tmp_path):
    assert "only one slice" in refusal(files[:1], tmp_path).detail
    assert refusal(files[:3], tmp_path).code == "not-3d"


def test_an_irregular_gap(files, tmp_path):
    change(files[4], lambda d: moved(d, 1.5))
    assert "varies" in refusal(files, tmp_path).detail


def test_a_gantry_tilt(files, tmp_path):
    for number, path in enumerate(files):
        change(path, lambda d, n=number: moved(d, 0.8 * n, np.array(d.ImageOrientationPatient[:3], dtype=float)))
    assert "tilt" in refusal(files, tmp_path).detail


def test_mixed_directions(files, tmp_path):
    def turn(dataset):
        dataset.ImageOrientationPatient = [1, 0, 0, 0, 0, -1]

    change(files[0], turn)
    assert "different directions" in refusal(files, tmp_path).detail


def test_mixed_sizes(files, tmp_path):
    other = write_series(noise(oblique_grid((4, 10, 16))), tmp_path / "other", Contrast.T2, **WHO)
    assert "different sizes" in refusal([*files, *other], tmp_path).detail


def test_no_position(files, tmp_path):
    change(files[2], lambda d: d.__delattr__("ImagePositionPatient"))
    error = refusal(files, tmp_path)
    assert error.code == "bad-geometry"
    assert "does not say where" in error.detail


def test_directions_that_make_no_sense(files, tmp_path):
    for path in files:
        change(path, lambda d: setattr(d, "ImageOrientationPatient", [1, 0, 0, 1, 0, 0]))
    assert refusal(files, tmp_path).code == "bad-geometry"


def test_pixels_cut_short_and_a_vanished_file(files, tmp_path):
    files[5].write_bytes(files[5].read_bytes()[:-7])
    assert refusal(files, tmp_path).code == "unreadable-image"
    files[5].unlink()
    assert refusal(files, tmp_path).code == "unreadable-image"


def test_constant_voxels(files, tmp_path):
    for path in files:
        change(path, lambda d: setattr(d, "PixelData", bytes(len(d.PixelData))))
    assert refusal(files, tmp_path).code == "bad-voxels"


def test_a_converter_that_loses_a_slice_is_caught_by_the_check_afterwards(files, tmp_path, monkeypatch):
    real = convert_module.run_dcm2niix
    monkeypatch.setattr(convert_module, "run_dcm2niix", lambda f, *rest: real(f[:-1], *rest))
    assert "promise" in refusal(files, tmp_path).detail


def test_a_converter_that_moves_the_volume_is_caught_by_the_check_afterwards(files, tmp_path, monkeypatch):
    elsewhere = write_series(
        noise(oblique_grid((8, 20, 16), spacing=(1.0, 1.1, 5.5))), tmp_path / "b", Contrast.T2, **WHO
    )
    real = convert_module.run_dcm2niix
    monkeypatch.setattr(convert_module, "run_dcm2niix", lambda f, *rest: real(elsewhere, *rest))
    assert "where the headers say" in refusal(files, tmp_path).detail


def test_where_the_converter_gives_nothing_the_second_reading_is_taken(files, tmp_path, monkeypatch):
    convert(series_of(files), tmp_path / "usual.nii.gz")
    monkeypatch.setattr(convert_module, "run_dcm2niix", lambda *rest: None)
    convert(series_of(files), tmp_path / "again.nii.gz")
    usual, again = (read_volume(tmp_path / f"{name}.nii.gz") for name in ("usual", "again"))
    assert np.array_equal(usual.array, again.array)
    assert usual.grid == again.grid


def test_pixels_that_nobody_can_decode_are_told_in_words(files, tmp_path):
    def scramble(dataset):
        dataset.PixelData = pydicom.encaps.encapsulate([b"\xff\xd8\xff no stream" * 20])
        dataset["PixelData"].is_undefined_length = True
        dataset.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.4.80"

    for path in files:
        change(path, scramble)
    assert "could not be decoded" in refusal(files, tmp_path).detail


@pytest.mark.parametrize("fault", [lambda a: a[2] + 1, lambda a: a[2][:, ::-1], lambda a: a[3]])
def test_a_converter_that_changes_voxels_is_caught_by_the_second_reading(files, tmp_path, monkeypatch, fault):
    def wrong(image, stack, real=convert_module._on_stack):
        array = real(image, stack).copy()
        array[2] = fault(array)
        return array

    monkeypatch.setattr(convert_module, "_on_stack", wrong)
    error = refusal(files, tmp_path)
    assert error.code == "bad-voxels"
    assert "Two ways" in error.detail


def test_a_converter_that_scales_all_voxels_alike_is_corrected_by_the_headers(files, tmp_path, monkeypatch):
    real = convert_module._on_stack
    convert(series_of(files), tmp_path / "usual.nii.gz")
    monkeypatch.setattr(convert_module, "_on_stack", lambda image, stack: real(image, stack) * np.float32(0.25) + 7)
    convert(series_of(files), tmp_path / "scaled.nii.gz")
    usual, scaled = (read_volume(tmp_path / f"{name}.nii.gz").array for name in ("usual", "scaled"))
    assert np.array_equal(usual, scaled)


def test_a_part_that_only_some_slices_tell_splits_nothing(files, tmp_path):
    change(files[2], lambda d: setattr(d, "ImageType", ["ORIGINAL", "PRIMARY", "OTHER"]))
    assert convert(series_of(files), tmp_path / "x.nii.gz").shape == (8, 20, 16)


def whole(files, tmp_path):
    convert(series_of(files), tmp_path / "whole.nii.gz")
    return read_volume(tmp_path / "whole.nii.gz").array


@pytest.mark.parametrize("some", [slice(2, 3), slice(4, 8)])
def test_a_converter_that_takes_one_series_for_several_does_not_hinder_it(files, tmp_path, some):
    truth = whole(files, tmp_path)
    for path in files[some]:
        change(path, lambda d: setattr(d, "ProtocolName", "typed anew in the middle of the scan"))
    convert(series_of(files), tmp_path / "split.nii.gz")
    assert np.array_equal(read_volume(tmp_path / "split.nii.gz").array, truth)


def test_the_converters_interpolated_extras_are_never_taken(files, tmp_path, monkeypatch):
    def with_extras(command, progress, real=dcm2niix_run._run):
        real(command, progress)
        for mark in ("_Tilt_1", "_Eq_1"):
            (Path(command[-2]) / f"volume{mark}.nii").write_bytes(b"interpolated")

    monkeypatch.setattr(dcm2niix_run, "_run", with_extras)
    assert run_dcm2niix(files, tmp_path / "scratch", lambda *_: None).name == "volume.nii"


def test_a_converter_that_never_ends_is_killed(files, tmp_path, monkeypatch):
    sleeper = tmp_path / "sleeper"
    sleeper.write_text('#!/bin/sh\necho $$ > "$(dirname "$0")/pid"\nexec sleep 60\n')
    sleeper.chmod(0o755)
    monkeypatch.setattr(dcm2niix_run.dcm2niix, "bin", sleeper)
    monkeypatch.setattr(dcm2niix_run, "LONGEST_S", 0.3)
    assert "did not come to an end" in refusal(files, tmp_path).detail
    assert not Path(f"/proc/{(tmp_path / 'pid').read_text().strip()}").exists()


def test_two_patients_two_series_two_echoes_and_two_parts_are_never_one_volume(files, tmp_path):
    kept = [path.read_bytes() for path in files]
    for action, words in (
        (lambda d: setattr(d, "PatientID", "2"), "2 patients"),
        (lambda d: setattr(d, "SeriesInstanceUID", "2.25.9"), "2 series"),
        (lambda d: setattr(d, "EchoTime", "12.5"), "2 echo times"),
        (lambda d: setattr(d, "ImageType", ["ORIGINAL", "PRIMARY", "P"]), "phase"),
    ):
        change(files[3], action)
        assert words in refusal(files, tmp_path).detail
        files[3].write_bytes(kept[3])


def test_positions_rounded_to_a_tenth_of_a_millimetre_are_no_tilt(files, tmp_path):
    for path in files:
        change(path, lambda d: setattr(d, "ImagePositionPatient", [f"{float(v):.1f}" for v in d.ImagePositionPatient]))
    grid = convert(series_of(files), tmp_path / "x.nii.gz")
    truth = oblique_grid((8, 20, 16))
    # the k axis begins at the other end where the normal points the other way
    corners = truth.to_index(grid.to_ras([[0, 0, 0], [15, 19, 7]]))
    assert np.abs((corners - np.round(corners)) * truth.spacing_mm).max() < 0.1


def test_cancelling_leaves_nothing_behind(files, tmp_path):
    def stop(fraction, note):
        if fraction > 0.1:
            raise Cancelled

    out = tmp_path / "out" / "x.nii.gz"
    with pytest.raises(Cancelled):
        convert(ScannedSeries("S", tuple(files), SeriesKind.DICOM), out, stop)
    assert not out.parent.exists() or list(out.parent.iterdir()) == []


def test_a_series_without_files(tmp_path):
    assert refusal([], tmp_path).code == "no-images"


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        ("PixelSpacing", ["1e-30", "1e-30"]),
        ("PixelSpacing", ["1e10", "1e10"]),
        ("ImagePositionPatient", ["1e300", "0", "0"]),
    ],
)
def test_sizes_and_places_that_no_scanner_makes(files, tmp_path, keyword, value):
    for path in files:
        change(path, lambda dataset: setattr(dataset, keyword, value))
    error = refusal(files, tmp_path)
    assert error.code == "bad-geometry"
    assert "impossible" in error.detail


@pytest.mark.parametrize(("kept", "gone"), [("RescaleSlope", "RescaleIntercept"), ("RescaleIntercept", "RescaleSlope")])
def test_a_scaling_of_its_own_in_each_slice_counts_though_half_of_it_is_missing(files, tmp_path, kept, gone):
    raw = read_volume_of(files, tmp_path / "raw.nii.gz")
    for number, path in enumerate(files):

        def scale(dataset, number=number):
            setattr(dataset, kept, str(number + 2))
            dataset.pop(gone, None)

        change(path, scale)
    scaled = read_volume_of(files, tmp_path / "scaled.nii.gz")
    factors = np.arange(2, len(files) + 2)
    true = factors[:, None, None] * raw if kept == "RescaleSlope" else factors[:, None, None] + raw
    assert np.array_equal(scaled, true) or np.array_equal(scaled, true[::-1])


def read_volume_of(files, out) -> np.ndarray:
    convert(series_of(files), out)
    return read_volume(out).array


def test_a_palette_is_no_measured_image(files, tmp_path):
    for path in files:
        change(path, lambda dataset: setattr(dataset, "PhotometricInterpretation", "PALETTE COLOR"))
    assert "colour" in refusal(files, tmp_path).detail


def test_brightness_upside_down_is_not_taken_as_it_stands(files, tmp_path):
    for path in files:
        change(path, lambda dataset: setattr(dataset, "PhotometricInterpretation", "MONOCHROME1"))
    assert "MONOCHROME1" in refusal(files, tmp_path).detail


def test_values_that_need_a_table_are_not_taken_as_they_stand(files, tmp_path):
    table = pydicom.Dataset()
    table.LUTDescriptor, table.ModalityLUTType, table.LUTData = [2, 0, 16], "US", b"\x00\x00\x01\x00"
    for path in files:
        change(path, lambda dataset: setattr(dataset, "ModalityLUTSequence", [table]))
    assert "table" in refusal(files, tmp_path).detail


def test_slices_that_share_one_number_are_no_copies_unless_they_lie_in_one_place(files):
    for path in files:
        change(path, lambda dataset: setattr(dataset, "SOPInstanceUID", "1.2.3"))
    true_copy = files[0].with_name("copy.dcm")
    change(files[0], lambda dataset: None, true_copy)
    result = scan([files[0].parent], b"a secret of 32 bytes............")
    assert [len(s.files) for case in result.cases for s in case.series] == [len(files)]
    assert any(aside.name.startswith("1 DICOM file") for aside in result.set_aside)
