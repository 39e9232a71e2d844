"""Real series without a ground truth, held against what other code reads of them; and a real study among junk."""

import random
import shutil
from pathlib import Path

import numpy as np
import pydicom
import pytest
import SimpleITK as sitk  # noqa: N813
from pydicom.uid import JPEGLSLossless, RLELossless

from fets_desktop.dicom.archives import unpack
from fets_desktop.dicom.convert import convert
from fets_desktop.dicom.forms import Form
from fets_desktop.dicom.found import ScannedSeries, SeriesKind
from fets_desktop.dicom.scan import scan
from fets_desktop.dicom.write import Protocol, write_series
from fets_desktop.imaging.files import read_volume
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import Grid
from fets_desktop.study.progress import silent
from fets_desktop.study.volume import Volume

pytestmark = pytest.mark.real


def series_of(files) -> ScannedSeries:
    return ScannedSeries("S", tuple(files), SeriesKind.DICOM)


def by_hand(places, orientation, spacing) -> np.ndarray:
    """RAS affine from sorted positions and one orientation: DICOM PS3.3, C.7.6.2.1.1, written out."""
    row, column = np.array(orientation[:3], float), np.array(orientation[3:], float)
    lps = np.eye(4)
    lps[:3, 0], lps[:3, 1] = row * float(spacing[1]), column * float(spacing[0])
    lps[:3, 2] = (places[-1] - places[0]) / (len(places) - 1)
    lps[:3, 3] = places[0]
    return np.diag([-1, -1, 1, 1]) @ lps


@pytest.mark.parametrize("name", ["n2d_t1w", "papaya_ge_PD"])
def test_stacks_of_single_slices(real_data, tmp_path, name):
    folder = real_data / "dicom" / name
    if (folder / "series.tar.gz").exists():
        folder = unpack(folder / "series.tar.gz", tmp_path / "in", silent).folder
    files = sorted(folder.rglob("*.dcm"))
    headers = [pydicom.dcmread(file) for file in files]
    normal = np.cross(*np.array(headers[0].ImageOrientationPatient, float).reshape(2, 3))
    headers.sort(key=lambda h: np.array(h.ImagePositionPatient, float) @ normal)
    places = np.array([h.ImagePositionPatient for h in headers], float)
    grid = convert(series_of(files), tmp_path / "out.nii.gz")
    truth = by_hand(places, headers[0].ImageOrientationPatient, headers[0].PixelSpacing)
    # at the far corner the slice positions of the GE set are rounded to 0.1 mm each
    corners = np.array([[0, 0, 0, 1], [headers[0].Columns - 1, headers[0].Rows - 1, len(files) - 1, 1]], float)
    gap = corners @ grid.affine.T - corners @ truth.T
    assert np.abs(gap).max() < (0.25 if name == "papaya_ge_PD" else 1e-3)
    voxels = np.stack([h.pixel_array.astype(float) * float(h.get("RescaleSlope", 1)) for h in headers])
    assert np.array_equal(read_volume(tmp_path / "out.nii.gz").array, voxels.astype(np.float32))
    reader = sitk.ImageSeriesReader()
    reader.SetFileNames([str(h.filename) for h in headers])
    assert np.array_equal(sitk.GetArrayFromImage(reader.Execute()), voxels)


def test_the_enhanced_siemens_series_are_where_their_frames_say(real_data, tmp_path):
    folder = unpack(real_data / "dicom/siemens_xa30_enhanced/series.tar.gz", tmp_path / "in", silent).folder
    files = [file for file in sorted(folder.rglob("*.dcm")) if "T1w" in file.parent.name]
    assert len(files) == 2
    for file in files:
        one = pydicom.dcmread(file)
        shared, frames = one.SharedFunctionalGroupsSequence[0], one.PerFrameFunctionalGroupsSequence

        def item(frame, macro, shared=shared):
            return (frame.get(macro) or shared.get(macro))[0]

        orientation = item(frames[0], "PlaneOrientationSequence").ImageOrientationPatient
        normal = np.cross(*np.array(orientation, float).reshape(2, 3))
        places = np.array([item(f, "PlanePositionSequence").ImagePositionPatient for f in frames], float)
        order = np.argsort(places @ normal)
        truth = by_hand(places[order], orientation, item(frames[0], "PixelMeasuresSequence").PixelSpacing)
        grid = convert(series_of([file]), tmp_path / "out.nii.gz")
        assert np.abs(grid.affine - truth).max() < 1e-4
        assert np.array_equal(read_volume(tmp_path / "out.nii.gz").array, one.pixel_array[order])


def junk(volumes: dict[Contrast, Volume], folder: Path, who: dict[str, str]) -> None:
    """Everything else that a study folder holds."""
    t2 = volumes[Contrast.T2]
    few = Volume(t2.array[:3], Grid.from_affine((3, *t2.grid.shape[1:]), t2.grid.affine))
    localizer = Protocol("localizer", "*fl2d1", ("GR",), "2D", 8.6, 4.0)
    planes = ([1, 0, 0, 0, 1, 0], [1, 0, 0, 0, 0, -1], [0, 1, 0, 0, 0, -1])
    files = write_series(few, folder / "loc", Contrast.T1, **who, protocol=localizer, series_number=1)
    for file, plane in zip(files, planes, strict=True):
        change(file, ImageType=["ORIGINAL", "PRIMARY", "LOCALIZER"], ImageOrientationPatient=plane)
    dwi = Protocol("ep2d_diff_3scan_trace_p2", "*ep_b1000t", ("EP",), "2D", 3600.0, 92.0)
    for file in write_series(t2, folder / "dwi", Contrast.T2, **who, protocol=dwi, series_number=20):
        change(file, ImageType=["DERIVED", "PRIMARY", "DIFFUSION", "TRACEW"], DiffusionBValue=1000.0)
    for file in write_series(t2, folder / "mpr", Contrast.T2, **who, description="t2 MPR cor", series_number=21):
        change(file, ImageType=["DERIVED", "SECONDARY", "MPR"])
    t1_flair = Protocol("T1 FLAIR ax", "*tir2d1_7", ("SE", "IR"), "2D", 2000.0, 9.0, 860.0)
    write_series(volumes[Contrast.T1], folder / "t1flair", Contrast.T1, **who, protocol=t1_flair, series_number=22)
    other = {**who, "patient_name": "Other^Person", "patient_id": "2"}
    write_series(t2, folder / "other", Contrast.T2, **other)
    (folder / "README.TXT").write_text("viewer")
    (folder / "autorun.inf").write_bytes(b"\0" * 64)


def change(file: Path, **tags) -> None:
    dataset = pydicom.dcmread(file)
    for keyword, value in tags.items():
        setattr(dataset, keyword, value)
    dataset.save_as(file)


FORMS = {
    Contrast.T1: Form(),
    Contrast.T1GD: Form(position="HFP", syntax=RLELossless),
    Contrast.T2: Form(enhanced=True),
    Contrast.FLAIR: Form(syntax=JPEGLSLossless),
}


def test_a_real_study_shuffled_with_junk(real_data, tmp_path):
    """Four contrasts recognised by their headers, every voxel back where it was, everything else set aside."""
    native = real_data / "native" / "TCGA-FG-6692"
    volumes = {c: read_volume(native / f"{c.brats_name}.nii.gz") for c in ALL_CONTRASTS}
    who = {"patient_name": "Real^Ann", "patient_id": "1", "study_date": "20260401"}
    for contrast, volume in volumes.items():
        write_series(volume, tmp_path / "tidy", contrast, **who, form=FORMS[contrast])
    junk(volumes, tmp_path / "tidy" / "junk", who)
    files = [file for file in (tmp_path / "tidy").rglob("*") if file.is_file()]
    copies = [file for file in files if file.suffix == ".dcm"][:5]
    shuffled = [*files, *copies]
    random.Random(3).shuffle(shuffled)
    for number, file in enumerate(shuffled):
        target = tmp_path / "disc" / f"DIR{number % 4}" / f"{number:05d}"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    result = scan([tmp_path / "disc"], b"salt" * 8)
    assert len(result.cases) == 2
    case = max(result.cases, key=lambda found: sum(1 for s in found.series if s.contrast))
    chosen = {s.contrast: s for s in case.series if s.contrast}
    assert set(chosen) == set(ALL_CONTRASTS)
    for contrast, series in chosen.items():
        out = tmp_path / f"{contrast}.nii.gz"
        convert(series, out)
        same_voxels(volumes[contrast], read_volume(out))


def same_voxels(truth: Volume, got: Volume) -> None:
    """Voxel by voxel, at every voxel's place."""
    between = np.linalg.inv(got.grid.affine) @ truth.grid.affine
    turn = np.round(between[:3, :3])
    assert np.abs(between[:3, :3] - turn).max() < 1e-4
    axes = np.abs(turn).argmax(axis=1)
    moved = truth.array.transpose([2 - int(axes[axis]) for axis in (2, 1, 0)])
    moved = np.flip(moved, tuple(2 - axis for axis in range(3) if turn[axis].sum() < 0))
    assert moved.shape == got.array.shape
    z, y, x = truth.array.shape
    for corner in ([0, 0, 0], [x - 1, y - 1, z - 1]):
        there = got.grid.to_index(truth.grid.to_ras(corner))
        assert np.abs(there - np.round(there)).max() < 1e-3
    assert np.array_equal(moved, got.array)
