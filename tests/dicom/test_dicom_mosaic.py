"""A volume stored as a Siemens mosaic comes back; one that does not say how its tiles lie is refused."""

import math
import struct

import numpy as np
import pydicom
import pytest
from volumes_for_dicom import assert_same_voxels, noise, oblique_grid

from fets_desktop.dicom import convert as convert_module
from fets_desktop.dicom.convert import convert
from fets_desktop.dicom.forms import Form, Plane
from fets_desktop.dicom.found import ScannedSeries, SeriesKind
from fets_desktop.dicom.mosaic import csa_values
from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import read_volume
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError

WHO = {"patient_name": "A^B", "patient_id": "1", "study_date": "20260401"}


def csa(**elements) -> bytes:
    """A CSA2 header, laid out as nipy.org/nibabel/dicom/siemens_csa.html describes it."""
    out = b"SV10\4\3\2\1" + struct.pack("<2I", len(elements), 77)
    for name, values in elements.items():
        out += struct.pack("<64si4s3i", name.encode(), len(values), b"FD", 3, len(values), 77)
        for value in values:
            text = f"{value}".encode() + b"\0"
            out += struct.pack("<4i", len(text), len(text), 77, len(text)) + text + bytes(-len(text) % 4)
    return out


def write_mosaic(volume, folder, form=Form(), **more):  # noqa: B008
    """Put a series into one mosaic, in the order of its slices."""
    files = write_series(volume, folder, Contrast.T2, **WHO, form=form)
    headers = [pydicom.dcmread(file) for file in files]
    rows, columns, side = headers[0].Rows, headers[0].Columns, math.ceil(math.sqrt(len(headers)))
    sheet = np.zeros((rows * side, columns * side), np.uint16)
    for k, header in enumerate(headers):
        place = (
            slice((k // side) * rows, (k // side + 1) * rows),
            slice((k % side) * columns, (k % side + 1) * columns),
        )
        sheet[place] = header.pixel_array
    places = np.array([h.ImagePositionPatient for h in headers], float)
    step = places[1] - places[0]
    one = headers[0]
    directions = np.array(one.ImageOrientationPatient, float).reshape(2, 3)
    corner = places[0] - directions[0] * float(one.PixelSpacing[1]) * (columns * side - columns) / 2
    corner = corner - directions[1] * float(one.PixelSpacing[0]) * (rows * side - rows) / 2
    one.ImagePositionPatient = [f"{v:.9g}" for v in corner]
    one.Rows, one.Columns = sheet.shape
    one.ImageType = ["ORIGINAL", "PRIMARY", "M", "ND", "MOSAIC"]
    one.PixelData = sheet.tobytes()
    normal = step / np.linalg.norm(step)
    one.add_new(0x00290010, "LO", "SIEMENS CSA HEADER")
    told = {"NumberOfImagesInMosaic": [len(headers)], "SliceNormalVector": [f"{v:.8f}" for v in normal]}
    one.add_new(0x00291010, "OB", csa(EchoLinePosition=[32], **{**told, **more}))
    one.add_new(0x00190010, "LO", "SIEMENS MR HEADER")
    one.add_new(0x0019100A, "US", len(headers))
    for file in files[1:]:
        file.unlink()
    one.save_as(files[0])
    return files[0]


def again(file, folder):
    convert(ScannedSeries("S", (file,), SeriesKind.DICOM), folder / "out.nii.gz")
    return read_volume(folder / "out.nii.gz")


@pytest.mark.parametrize("form", [Form(), Form(plane=Plane.SAGITTAL), Form(plane=Plane.CORONAL)], ids=str)
@pytest.mark.parametrize("alone", [False, True], ids=["both readings", "second reading"])
def test_a_mosaic_comes_back_voxel_for_voxel(tmp_path, form, alone, monkeypatch):
    volume = noise(oblique_grid((7, 20, 16)))
    file = write_mosaic(volume, tmp_path / "in", form)
    agreed = []
    if alone:
        monkeypatch.setattr(convert_module, "run_dcm2niix", lambda *rest: None)
    else:
        monkeypatch.setattr(convert_module, "_agreed", lambda one, other, **rest: agreed.append(one) or one)
    assert_same_voxels(volume, again(file, tmp_path))
    assert bool(agreed) is not alone


def test_a_mosaic_that_does_not_say_how_its_tiles_follow_is_refused(tmp_path):
    file = write_mosaic(noise(oblique_grid((7, 20, 16))), tmp_path / "in")
    dataset = pydicom.dcmread(file)
    del dataset[0x00291010]
    dataset.save_as(file)
    with pytest.raises(StudyError) as caught:
        again(file, tmp_path)
    assert caught.value.code == "bad-geometry"
    assert "mosaic" in caught.value.detail


def test_several_mosaics_are_several_volumes(tmp_path):
    volume = noise(oblique_grid((7, 20, 16)))
    files = [write_mosaic(volume, tmp_path / name) for name in ("a", "b")]
    with pytest.raises(StudyError) as caught:
        convert(ScannedSeries("S", tuple(files), SeriesKind.DICOM), tmp_path / "out.nii.gz")
    assert caught.value.code == "not-3d"
    assert "2 volumes of 7 slices" in caught.value.detail


@pytest.mark.parametrize(
    "content", [b"", b"SV10", b"SV10\4\3\2\1" + b"\xff" * 40, csa(A=["1"])[:-9], b"SV11" + bytes(90)]
)
def test_a_damaged_csa_header_tells_nothing(content):
    dataset = pydicom.Dataset()
    dataset.add_new(0x00291010, "OB", content)
    assert csa_values(dataset, "SliceNormalVector") == []
