"""Labels as DICOM SEG: every voxel comes back, by highdicom and by hand, on whatever grid the series lies."""

from pathlib import Path

import highdicom as hd
import numpy as np
import pydicom
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from labels_for_dicom import ORIGIN, kept_series, places_of, seg_by_hand, tumour_on, turned
from volumes_for_dicom import NAME, NUMBER, noise, oblique_grid

from fets_desktop.dicom.frames import frames_of, labels_on_all
from fets_desktop.dicom.kept import keep_headers, read_kept
from fets_desktop.dicom.rtstruct import write_rtstruct
from fets_desktop.dicom.seg_out import write_seg
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, POST_OPERATIVE, Tissue
from fets_desktop.study.origin import Making, Origin
from fets_desktop.study.volume import LabelMap

GRIDS = {
    "axial": Grid.from_affine((9, 24, 20), [[-0.9, 0, 0, 40], [0, -0.9, 0, 31], [0, 0, 5.5, -60], [0, 0, 0, 1]]),
    "sagittal": Grid.from_affine((9, 24, 20), [[0, 0, 3, -20], [-1.1, 0, 0, 31], [0, -1.1, 0, 30], [0, 0, 0, 1]]),
    "coronal": Grid.from_affine((9, 24, 20), [[-1, 0, 0, 31], [0, 0, 2.5, -50], [0, -1, 0, 30], [0, 0, 0, 1]]),
    "oblique": oblique_grid((9, 24, 20)),
}
NAMES = {Tissue.NCR: "NCR Necrotic core", Tissue.ED: "ED Peritumoral oedema", Tissue.ET: "ET Enhancing tumour"}


@pytest.mark.parametrize("name", GRIDS)
@pytest.mark.parametrize("axes", ["", "y", "zyx"])
def test_every_voxel_comes_back_by_hand(name: str, axes: str, tmp_path: Path) -> None:
    kept, _ = kept_series(tmp_path, GRIDS[name])
    labels = turned(tumour_on(GRIDS[name]), axes)
    out = write_seg(labels, kept, ORIGIN, tmp_path / "seg.dcm")
    wanted = {place: NAMES[BRATS_2021.tissue(value)] for place, value in places_of(labels).items()}
    found = seg_by_hand(out)
    assert len(found) == np.count_nonzero(labels.array)
    assert list(found.values()).count(NAMES[Tissue.ET]) == np.count_nonzero(labels.array == 4)
    # decimal strings are rounded: compare sorted, to a few hundredths of a millimetre
    for tissue in NAMES.values():
        mine = np.array(sorted(p for p, t in wanted.items() if t == tissue))
        theirs = np.array(sorted(p for p, t in found.items() if t == tissue))
        from_each = np.linalg.norm(mine[:, None] - theirs[None], axis=2)
        assert from_each.min(axis=1).max() < 0.05
        assert from_each.min(axis=0).max() < 0.05


def test_every_voxel_comes_back_by_highdicom(tmp_path: Path) -> None:
    grid = GRIDS["oblique"]
    kept, _ = kept_series(tmp_path, grid)
    labels = turned(tumour_on(grid), "y")
    seg = hd.seg.segread(write_seg(labels, kept, ORIGIN, tmp_path / "seg.dcm"))
    uids = [str(k.SOPInstanceUID) for k in kept]
    stack = seg.get_pixels_by_source_instance(uids, combine_segments=True, assert_missing_frames_are_empty=True)
    expected = labels_on_all(frames_of(kept), labels)
    numbers = {1: 1, 2: 2, 4: 3}
    assert np.array_equal(stack, np.vectorize(lambda v: numbers.get(v, 0))(expected))
    assert np.array_equal(np.sort(np.unique(expected)), [0, 1, 2, 4])
    # the label map lies on the array turned along y; the images are as the scanner sent them
    assert np.array_equal(expected, tumour_on(grid).array)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32 - 1), share=st.floats(0.001, 0.6))
def test_any_labels_come_back(seed: int, share: float, tmp_path_factory: pytest.TempPathFactory) -> None:
    grid = Grid.from_affine((5, 7, 6), GRIDS["coronal"].affine)
    folder = tmp_path_factory.mktemp("any")
    kept, _ = kept_series(folder, grid)
    rng = np.random.default_rng(seed)
    array = np.where(rng.random(grid.shape) < share, rng.integers(1, 5, grid.shape), 0).astype(np.uint8)
    array[2, 3, 3] = 4
    labels = LabelMap(array, grid, POST_OPERATIVE)
    out = write_seg(labels, kept, ORIGIN, folder / "seg.dcm")
    by_hand = {place: name.split()[0] for place, name in seg_by_hand(out).items()}
    assert by_hand == {place: str(POST_OPERATIVE.tissue(value)) for place, value in places_of(labels).items()}
    seg = hd.seg.segread(out)
    present = [value for value in (1, 2, 3, 4) if (array == value).any()]
    assert list(seg.segment_numbers) == list(range(1, len(present) + 1))
    uids = [str(k.SOPInstanceUID) for k in kept]
    stack = seg.get_pixels_by_source_instance(uids, combine_segments=True, assert_missing_frames_are_empty=True)
    back = np.array([0, *present], dtype=np.uint8)[stack]
    order = np.argsort([float(k.ImagePositionPatient[1]) for k in kept])
    assert np.array_equal(back[order][::-1], array), "k leads to the front, DICOM's y to the back"


def test_what_it_says_about_itself(tmp_path: Path) -> None:
    kept, _ = kept_series(tmp_path, GRIDS["axial"])
    dataset = pydicom.dcmread(write_seg(tumour_on(GRIDS["axial"]), kept, ORIGIN, tmp_path / "seg.dcm"))
    assert dataset.SegmentationType == "BINARY"
    assert dataset.FrameOfReferenceUID == kept[0].FrameOfReferenceUID
    assert dataset.StudyInstanceUID == kept[0].StudyInstanceUID
    assert dataset.SeriesInstanceUID != kept[0].SeriesInstanceUID
    referenced = dataset.ReferencedSeriesSequence[0]
    assert referenced.SeriesInstanceUID == kept[0].SeriesInstanceUID
    instances = {i.ReferencedSOPInstanceUID for i in referenced.ReferencedInstanceSequence}
    assert instances == {k.SOPInstanceUID for k in kept}
    assert (dataset.PatientID, dataset.PatientIdentityRemoved) == ("Q-1", "YES")
    codes = {}
    for segment in dataset.SegmentSequence:
        kind = segment.SegmentedPropertyTypeCodeSequence[0]
        codes[segment.SegmentLabel.split()[0]] = (kind.CodingSchemeDesignator, kind.CodeValue)
        assert segment.SegmentedPropertyCategoryCodeSequence[0].CodeValue == "49755003"
        assert segment.AnatomicRegionSequence[0].CodeValue == "12738006"
        assert segment.SegmentAlgorithmType == "SEMIAUTOMATIC"
        algorithm = segment.SegmentationAlgorithmIdentificationSequence[0]
        assert (algorithm.AlgorithmName, algorithm.AlgorithmVersion) == ("starter", "2 (0123abcd)")
    assert codes == {"NCR": ("SCT", "6574001"), "ED": ("SCT", "79654002"), "ET": ("NCIt", "C113842")}
    everything = (tmp_path / "seg.dcm").read_bytes()
    for secret in (NAME.split("^")[0], NUMBER):
        assert secret.encode() not in everything


def test_it_says_by_what_the_images_were_prepared(tmp_path: Path) -> None:
    kept, _ = kept_series(tmp_path, GRIDS["axial"])
    labels = tumour_on(GRIDS["axial"])
    words = "Images prepared by recipe 2.1; provenance SHA-256 abc; steps: n4, align"
    for write in (write_seg, write_rtstruct):
        made = pydicom.dcmread(write(labels, kept, ORIGIN, tmp_path / "made.dcm", words * 30))
        said = made.ContributingEquipmentSequence[-1]
        assert (said.ContributionDescription, len(said.ContributionDescription)) == ((words * 30)[:1024], 1024)
        assert said.PurposeOfReferenceCodeSequence[0].CodeValue == "109102"
        plain = pydicom.dcmread(write(labels, kept, ORIGIN, tmp_path / "made.dcm"))
        assert not [e for e in plain.get("ContributingEquipmentSequence", ()) if "recipe" in str(e)]


def test_hand_drawn_labels_name_no_model_and_a_cavity_has_a_code(tmp_path: Path) -> None:
    grid = GRIDS["axial"]
    kept, _ = kept_series(tmp_path, grid)
    origin = Origin("P-1", "Q-1", "P-1/1", Making.MANUAL, author="Dr. Weber", created="2026-11-24T14:32:05Z")
    out = write_seg(tumour_on(grid, POST_OPERATIVE), kept, origin, tmp_path / "seg.dcm")
    segments = pydicom.dcmread(out).SegmentSequence
    assert {s.SegmentAlgorithmType for s in segments} == {"MANUAL"}
    assert not any("SegmentationAlgorithmIdentificationSequence" in s for s in segments)
    assert segments[-1].SegmentedPropertyTypeCodeSequence[0].CodeValue == "245849007"


def test_the_same_labels_give_the_same_bytes_and_others_another_object(tmp_path: Path) -> None:
    grid = GRIDS["axial"]
    kept, _ = kept_series(tmp_path, grid)
    one = write_seg(tumour_on(grid), kept, ORIGIN, tmp_path / "a.dcm").read_bytes()
    assert one == write_seg(tumour_on(grid), kept, ORIGIN, tmp_path / "b.dcm").read_bytes()
    later = Origin(**{**vars(ORIGIN), "version": "P-1/4"})
    other = pydicom.dcmread(write_seg(tumour_on(grid), kept, later, tmp_path / "c.dcm"))
    assert other.SOPInstanceUID != pydicom.dcmread(tmp_path / "a.dcm").SOPInstanceUID


def test_a_patient_id_that_stands_in_every_number_costs_no_geometry(tmp_path: Path) -> None:
    grid = Grid.from_affine((9, 24, 20), oblique_grid().affine + np.eye(4, k=3) * 123)
    volume = noise(grid)
    files = write_series(
        volume, tmp_path / "s", Contrast.T2, patient_name="Ay^Bo", patient_id="123", study_date="20260401"
    )
    keep_headers(files, bytes(32), "Q-9", tmp_path / "kept.zip")
    labels = tumour_on(grid)
    out = write_seg(labels, read_kept(tmp_path / "kept.zip"), ORIGIN, tmp_path / "seg.dcm")
    assert len(seg_by_hand(out)) == np.count_nonzero(labels.array)


def code_of(labels: LabelMap, kept: object, out: Path) -> str:
    with pytest.raises(StudyError) as raised:
        write_seg(labels, kept, ORIGIN, out)
    assert not out.exists()
    return raised.value.code


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    grid = GRIDS["axial"]
    kept, _ = kept_series(tmp_path, grid)
    out = tmp_path / "seg.dcm"
    empty = LabelMap(np.zeros(grid.shape, np.uint8), grid, BRATS_2021)
    assert code_of(empty, kept, out) == "no-labels"
    assert code_of(tumour_on(grid), (), out) == "needs-dicom"
    elsewhere = Grid.from_affine(grid.shape, grid.affine + np.diag([0.0, 0, 0, 0]) + np.eye(4, k=3) * 500)
    assert code_of(tumour_on(elsewhere), kept, out) == "bad-geometry"
    assert code_of(tumour_on(grid), kept[:-4], out) == "bad-geometry"
    for image in kept:
        del image.ImagePositionPatient
    assert code_of(tumour_on(grid), kept, out) == "needs-dicom"
