"""Labels as outlines: rasterised by another hand they are the same labels, holes and islands and all."""

from pathlib import Path

import numpy as np
import pydicom
import pytest
from hypothesis import given, settings
from hypothesis.extra.numpy import arrays
from labels_for_dicom import ORIGIN, area, filled, kept_series, rasterised, tumour_on, turned
from volumes_for_dicom import oblique_grid

from fets_desktop.dicom.contours import outlines
from fets_desktop.dicom.frames import frames_of, labels_on_all
from fets_desktop.dicom.rtstruct import write_rtstruct
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.origin import Making, Origin
from fets_desktop.study.volume import LabelMap

ROIS = {"NCR": (1,), "ED": (2,), "ET": (4,), "TC": (1, 4), "WT": (1, 2, 4)}
FINE = Grid.from_affine((14, 60, 52), [[-0.9, 0, 0, 40], [0, -0.9, 0, 31], [0, 0, 3, -60], [0, 0, 0, 1]])


@given(mask=arrays(np.bool_, (9, 8)))
@settings(max_examples=150)
def test_a_mask_is_what_its_outlines_go_around(mask: np.ndarray) -> None:
    found = np.zeros_like(mask)
    for path in outlines(mask):
        inside = filled(path, *mask.shape)
        assert not (found & inside).any(), "parts do not overlap"
        found |= inside
    assert np.array_equal(found, mask)


def test_a_hole_is_joined_by_a_keyhole_to_one_path() -> None:
    mask = np.ones((12, 12), dtype=bool)
    mask[3:5, 3:6] = mask[7:10, 6:8] = False
    (path,) = outlines(mask)
    # each of 12 + 2 corners around is cut by an eighth of a pixel, twice
    assert abs(area(path)) == pytest.approx(mask.sum(), abs=1.01)
    assert np.array_equal(filled(path, 12, 12), mask)
    assert outlines(np.zeros((4, 4), dtype=bool)) == []


@pytest.mark.parametrize("grid", [FINE, oblique_grid((9, 24, 20))])
def test_the_labels_come_back_when_the_outlines_are_filled(grid: Grid, tmp_path: Path) -> None:
    kept, _ = kept_series(tmp_path, grid)
    labels = turned(tumour_on(grid), "y")
    out = write_rtstruct(labels, kept, ORIGIN, tmp_path / "rt.dcm")
    expected = labels_on_all(frames_of(kept), labels)
    found = rasterised(out, kept)
    assert set(found) == set(ROIS)
    for name, values in ROIS.items():
        mask = np.isin(expected, values)
        assert np.array_equal(found[name], mask), name


def test_the_volume_that_the_outlines_go_around_is_the_labels(tmp_path: Path) -> None:
    kept, _ = kept_series(tmp_path, FINE)
    z, y, x = np.indices(FINE.shape)
    radius = np.sqrt(((z - 6.5) / 6) ** 2 + ((y - 30) / 26) ** 2 + ((x - 25) / 22) ** 2)
    labels = LabelMap(
        np.select([radius < 0.5, radius < 0.75, radius < 1], [1, 4, 2], 0).astype(np.uint8), FINE, BRATS_2021
    )
    dataset = pydicom.dcmread(write_rtstruct(labels, kept, ORIGIN, tmp_path / "rt.dcm"))
    images = {str(k.SOPInstanceUID): k for k in kept}
    for region, roi in zip(dataset.StructureSetROISequence, dataset.ROIContourSequence, strict=True):
        total = 0.0
        for contour in roi.ContourSequence:
            image = images[contour.ContourImageSequence[0].ReferencedSOPInstanceUID]
            points = np.array([float(v) for v in contour.ContourData]).reshape(-1, 3)
            first = np.array([float(v) for v in image.ImageOrientationPatient])
            flat = np.stack([points @ first[:3], points @ first[3:]], axis=-1)
            total += abs(area(flat)) * 3.0 / 1000
        voxels = np.isin(labels.array, ROIS[region.ROIName]).sum() * FINE.voxel_ml
        assert total == pytest.approx(voxels, rel=0.02), region.ROIName


def test_what_it_says_about_itself(tmp_path: Path) -> None:
    kept, _ = kept_series(tmp_path, FINE)
    dataset = pydicom.dcmread(write_rtstruct(tumour_on(FINE), kept, ORIGIN, tmp_path / "rt.dcm"))
    assert (dataset.Modality, dataset.ApprovalStatus, dataset.PatientID) == ("RTSTRUCT", "APPROVED", "Q-1")
    assert str(dataset.ReviewerName) == "Dr. Weber^"
    space = dataset.ReferencedFrameOfReferenceSequence[0]
    assert space.FrameOfReferenceUID == kept[0].FrameOfReferenceUID
    study = space.RTReferencedStudySequence[0]
    assert study.ReferencedSOPInstanceUID == kept[0].StudyInstanceUID
    series = study.RTReferencedSeriesSequence[0]
    assert series.SeriesInstanceUID == kept[0].SeriesInstanceUID
    assert len(series.ContourImageSequence) == len(kept)
    known = {k.SOPInstanceUID for k in kept}
    numbers = [r.ROINumber for r in dataset.StructureSetROISequence]
    assert [c.ReferencedROINumber for c in dataset.ROIContourSequence] == numbers
    assert [o.ReferencedROINumber for o in dataset.RTROIObservationsSequence] == numbers
    for roi in dataset.ROIContourSequence:
        assert len(roi.ROIDisplayColor) == 3
        for contour in roi.ContourSequence:
            assert contour.ContourGeometricType == "CLOSED_PLANAR"
            assert contour.NumberOfContourPoints * 3 == len(contour.ContourData)
            assert contour.ContourImageSequence[0].ReferencedSOPInstanceUID in known
            assert max(len(str(v)) for v in contour.ContourData) <= 16
    drawn = Origin("P-1", "Q-1", "P-1/1", Making.MANUAL, created="2026-11-24T14:32:05Z")
    other = pydicom.dcmread(write_rtstruct(tumour_on(FINE), kept, drawn, tmp_path / "b.dcm"))
    assert (other.ApprovalStatus, other.StructureSetROISequence[0].ROIGenerationAlgorithm) == ("UNAPPROVED", "MANUAL")


def test_one_sub_compartment_alone_makes_one_region(tmp_path: Path) -> None:
    kept, _ = kept_series(tmp_path, FINE)
    labels = LabelMap((tumour_on(FINE).array == 2).astype(np.uint8) * 2, FINE, BRATS_2021)
    dataset = pydicom.dcmread(write_rtstruct(labels, kept, ORIGIN, tmp_path / "rt.dcm"))
    assert [r.ROIName for r in dataset.StructureSetROISequence] == ["ED"]


def test_empty_labels_are_told(tmp_path: Path) -> None:
    kept, _ = kept_series(tmp_path, FINE)
    empty = LabelMap(np.zeros(FINE.shape, np.uint8), FINE, BRATS_2021)
    with pytest.raises(StudyError) as raised:
        write_rtstruct(empty, kept, ORIGIN, tmp_path / "rt.dcm")
    assert raised.value.code == "no-labels"
    assert not (tmp_path / "rt.dcm").exists()
