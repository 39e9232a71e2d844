"""What is set aside may be looked at: one small picture in memory, unless a name may stand in it."""

from pathlib import Path

import nibabel
import numpy as np
import pydicom
import pytest
from drops_for_dicom import put
from PIL import Image, ImageDraw, ImageFont
from volumes_for_dicom import NAME, noise, oblique_grid, write_nifti

from fets_desktop.dicom.found import ScannedSeries, SeriesKind
from fets_desktop.dicom.glance import HIDDEN, SIDE, UNREADABLE, glance
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.volume import Volume


def series(*files: Path, kind: SeriesKind = SeriesKind.DICOM) -> ScannedSeries:
    return ScannedSeries("S-1", files, kind, set_aside="a localizer")


def written(folder: Path, array: np.ndarray) -> list[Path]:
    shape = (len(array), *array.shape[1:])
    volume = Volume(array.astype(np.float32), oblique_grid(shape, (1.0, 1.0, 5.0)))
    return list(write_series(volume, folder, Contrast.T1, patient_name=NAME, patient_id="7", study_date="20260401"))


def test_a_series_set_aside_has_a_small_grey_picture_of_its_middle(tmp_path: Path) -> None:
    array = np.zeros((5, 40, 20))
    array[:, 4:12, 4:16] = 100
    array[2, 4:12, 4:16] = 50
    array[2, 20:30, 4:16] = 900
    found = glance(series(*written(tmp_path, array)))
    assert found.why_not == ""
    assert found.pixels is not None
    assert (found.pixels.shape, found.pixels.dtype) == ((SIDE, SIDE), np.uint8)
    rows, columns = np.nonzero(found.pixels > 150)
    # half as wide as high, in the middle of a square
    assert 0.48 < rows.min() / SIDE < 0.54
    assert 0.70 < rows.max() / SIDE < 0.78
    assert 0.30 < columns.min() / SIDE < 0.38
    assert 0.60 < columns.max() / SIDE < 0.68
    assert not found.pixels[:, : SIDE // 5].any()


def test_of_pixels_that_headers_say_hold_text_nothing_is_shown(tmp_path: Path) -> None:
    files = sorted(put(tmp_path, [Contrast.T1]).rglob("*.dcm"))
    assert glance(series(*files)).pixels is not None
    # one file of many says so, and it is none of those that are looked at
    assert len(files) == 6
    told = pydicom.dcmread(files[1])
    told.BurnedInAnnotation = "YES"
    told.save_as(files[1])
    found = glance(series(*files))
    assert (found.pixels, found.why_not) == (None, HIDDEN)


@pytest.mark.parametrize("kind", list(SeriesKind))
def test_of_pixels_that_look_like_text_nothing_is_shown(tmp_path: Path, kind: SeriesKind) -> None:
    canvas = Image.new("L", (160, 128), 0)
    ImageDraw.Draw(canvas).text((10, 20), "MUSTERMANN", fill=255, font=ImageFont.load_default(16))
    array = np.random.default_rng(0).integers(0, 6, (6, 128, 160))
    array[1] = np.maximum(array[1], np.asarray(canvas))
    if kind is SeriesKind.DICOM:
        files = written(tmp_path, array)
    else:
        files = [write_nifti(tmp_path / "a.nii.gz", Volume(array.astype(np.float32), oblique_grid(array.shape)))]
    found = glance(series(*files, kind=kind))
    assert (found.pixels, found.why_not) == (None, HIDDEN)


def test_a_nifti_file_lies_as_a_reader_expects(tmp_path: Path) -> None:
    grid = oblique_grid((6, 20, 16), (1.0, 1.0, 3.0), (0.0, 0.0, 0.0))
    array = np.full(grid.shape, 10.0, np.float32)
    # in front, on the patient's left: in RAS rows go to the front, columns to the right
    array[:, 14:, :4] = 100
    found = glance(series(write_nifti(tmp_path / "a.nii.gz", Volume(array, grid)), kind=SeriesKind.NIFTI))
    assert found.pixels is not None
    rows, columns = np.nonzero(found.pixels > 200)
    assert rows.mean() < SIDE / 2
    assert columns.mean() > SIDE / 2


@pytest.mark.parametrize("content", [b"", b"nothing", bytes(200) + b"DICM"])
def test_what_cannot_be_read_has_no_picture_and_says_so(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.dcm"
    file.write_bytes(content)
    for one in (series(file), series(tmp_path / "gone.dcm"), series(file, kind=SeriesKind.NIFTI), series()):
        found = glance(one)
        assert (found.pixels, found.why_not) == (None, UNREADABLE)


def test_values_that_are_no_numbers_do_no_harm(tmp_path: Path) -> None:
    volume = noise(oblique_grid((4, 32, 32)))
    array = volume.array / 2.0
    array[:, 3, 3] = np.nan
    file = tmp_path / "a.nii"
    nibabel.Nifti1Image(array.astype(np.float32), volume.grid.affine).to_filename(file)
    assert glance(series(file, kind=SeriesKind.NIFTI)).pixels is not None
