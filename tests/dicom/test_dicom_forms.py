"""One volume stored in every form that a scanner may choose: the same voxels at the same places come back."""

import io

import numpy as np
import PIL.Image
import pydicom
import pytest
import SimpleITK as sitk  # noqa: N813
from pydicom.encaps import encapsulate
from pydicom.uid import (
    ExplicitVRBigEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLosslessSV1,
    JPEGLSLossless,
    RLELossless,
)
from volumes_for_dicom import assert_same_voxels, noise, oblique_grid

from fets_desktop.dicom import convert as convert_module
from fets_desktop.dicom.convert import convert
from fets_desktop.dicom.forms import Form, Plane, laid_out
from fets_desktop.dicom.found import ScannedSeries, SeriesKind
from fets_desktop.dicom.scan import scan
from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import read_volume
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.volume import Volume

WHO = {"patient_name": "A^B", "patient_id": "1", "study_date": "20260401"}
POSITIONS = ["HFS", "HFP", "HFDL", "HFDR", "FFS", "FFP", "FFDL", "FFDR"]
FORMS = [
    *(Form(plane=plane) for plane in (Plane.AXIAL, Plane.SAGITTAL, Plane.CORONAL)),
    *(Form(position=position) for position in POSITIONS),
    Form(plane=Plane.SAGITTAL, position="FFDR"),
    *(Form(syntax=syntax) for syntax in (ImplicitVRLittleEndian, ExplicitVRBigEndian, RLELossless, JPEGLSLossless)),
    Form(enhanced=True),
    Form(enhanced=True, plane=Plane.SAGITTAL, syntax=RLELossless),
    Form(enhanced=True, plane=Plane.CORONAL, position="FFP", syntax=JPEGLSLossless),
    Form(enhanced=True, syntax=ExplicitVRBigEndian),
]


def again(files, folder) -> Volume:
    out = folder / "out.nii.gz"
    convert(ScannedSeries("S", tuple(files), SeriesKind.DICOM), out)
    return read_volume(out)


@pytest.fixture
def taken(monkeypatch):
    """Which of the two ways gave the volume."""
    ways = []

    def note(name, real):
        def call(*arguments, **named):
            ways.append(name)
            return real(*arguments, **named)

        monkeypatch.setattr(convert_module, name, call)

    note("_agreed", convert_module._agreed)
    note("run_dcm2niix", convert_module.run_dcm2niix)
    return ways


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_every_form_comes_back_voxel_for_voxel(tmp_path, head, form, taken):
    files = write_series(head, tmp_path / "in", Contrast.T2, **WHO, form=form)
    assert len(files) == (1 if form.enhanced else laid_out(head, form).grid.shape[0])
    assert pydicom.dcmread(files[0]).file_meta.TransferSyntaxUID == form.syntax
    assert_same_voxels(head, again(files, tmp_path))
    assert taken == ["run_dcm2niix", "_agreed"]  # dcm2niix and the second reading agree


@pytest.mark.parametrize("form", FORMS[:12], ids=str)
def test_what_is_written_is_what_gdcm_reads_too(tmp_path, head, form):
    """The writer is not only the converter's mirror: a third implementation puts the voxels at the same places."""
    files = write_series(head, tmp_path / "in", Contrast.T2, **WHO, form=form)
    reader = sitk.ImageSeriesReader()
    reader.SetFileNames(reader.GetGDCMSeriesFileNames(str(files[0].parent)))
    sitk.WriteImage(reader.Execute(), str(tmp_path / "gdcm.nii.gz"))
    assert_same_voxels(head, read_volume(tmp_path / "gdcm.nii.gz"))


def test_planes_cut_along_the_patient(head):
    for plane, letter in ((Plane.AXIAL, "IS"), (Plane.SAGITTAL, "LR"), (Plane.CORONAL, "AP")):
        assert laid_out(head, Form(plane=plane)).grid.axis_codes[2] in letter
    for position in POSITIONS:
        turned = laid_out(head, Form(position=position))
        assert_same_voxels(head, turned)
        assert np.linalg.det(turned.grid.affine[:3, :3]) * np.linalg.det(head.grid.affine[:3, :3]) > 0


def test_negative_and_scaled_voxels_survive_an_enhanced_file(tmp_path):
    grid = oblique_grid()
    signed = Volume(np.random.default_rng(1).integers(-3000, 3000, grid.shape).astype(np.float32), grid)
    files = write_series(signed, tmp_path / "signed", Contrast.T2, **WHO, form=Form(enhanced=True))
    assert_same_voxels(signed, again(files, tmp_path))
    part = Volume(np.random.default_rng(1).normal(0.5, 0.1, grid.shape).astype(np.float32), grid)
    files = write_series(part, tmp_path / "scaled", Contrast.T2, **WHO, form=Form(enhanced=True))
    assert_same_voxels(part, again(files, tmp_path), tolerance=0.51 * float(np.ptp(part.array)) / 65535 + 1e-6)


def test_an_enhanced_series_is_recognised(tmp_path, head):
    write_series(head, tmp_path / "in", Contrast.FLAIR, **WHO, form=Form(enhanced=True))
    (case,) = scan([tmp_path / "in"], b"salt").cases
    assert case.series[0].proposal is Contrast.FLAIR


def test_a_gantry_tilt_is_refused_in_words(tmp_path, head):
    files = write_series(head, tmp_path / "in", Contrast.T2, **WHO, form=Form(tilt_degrees=12.0))
    with pytest.raises(StudyError) as caught:
        again(files, tmp_path)
    assert caught.value.code == "bad-geometry"
    assert "12.0 degrees (gantry tilt)" in caught.value.detail
    assert not (tmp_path / "out.nii.gz").exists()


def _replace_pixels(path, stream, syntax):
    dataset = pydicom.dcmread(path)
    dataset.PixelData = encapsulate([stream])
    dataset["PixelData"].is_undefined_length = True
    dataset.file_meta.TransferSyntaxUID = syntax
    dataset.save_as(path)


def test_jpeg_2000_and_jpeg_lossless_are_decoded(tmp_path, taken):
    head = noise(oblique_grid((5, 32, 24)))
    for syntax in (JPEG2000Lossless, JPEGLosslessSV1):
        files = write_series(head, tmp_path / syntax, Contrast.T2, **WHO)
        for k, path in enumerate(files):
            pixels = head.array[k].astype(np.uint16)
            if syntax == JPEG2000Lossless:
                buffer = io.BytesIO()
                PIL.Image.fromarray(pixels).save(buffer, "JPEG2000", irreversible=False, no_jp2=True)
                stream = buffer.getvalue()
            else:
                stream = _jpeg_lossless(pixels, tmp_path)
            _replace_pixels(path, stream, syntax)
        assert_same_voxels(head, again(files, tmp_path))
    assert taken == 2 * ["run_dcm2niix", "_agreed"]


def _jpeg_lossless(pixels, folder):
    """Let GDCM make the stream, the only encoder of it at hand."""
    writer = sitk.ImageFileWriter()
    writer.SetFileName(str(folder / "one.dcm"))
    writer.SetUseCompression(True)
    writer.SetCompressor("JPEG")
    writer.Execute(sitk.GetImageFromArray(pixels[None]))
    dataset = pydicom.dcmread(folder / "one.dcm")
    assert dataset.file_meta.TransferSyntaxUID == JPEGLosslessSV1
    return next(pydicom.encaps.generate_frames(dataset.PixelData, number_of_frames=1))
