"""A report as a DICOM object, multi-frame sources, and the true identity given back for the site's own PACS alone."""

import subprocess
import urllib.request
from pathlib import Path

import numpy as np
import pydicom
import pytest
from hospital import Orthanc, need_tool
from labels_for_dicom import ORIGIN, kept_series, places_of, rasterised, seg_by_hand, tumour_on
from pydicom.sequence import Sequence
from volumes_for_dicom import NAME, NUMBER, oblique_grid

from fets_desktop.dicom.encapsulated import write_encapsulated
from fets_desktop.dicom.frames import frames_of
from fets_desktop.dicom.reidentify import reidentify
from fets_desktop.dicom.rtstruct import write_rtstruct
from fets_desktop.dicom.seg_out import write_seg
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.identity import SourceIdentity

GRID = Grid.from_affine((9, 24, 20), [[-0.9, 0, 0, 40], [0, -0.9, 0, 31], [0, 0, 5.5, -60], [0, 0, 0, 1]])
PAGE = b"%PDF-1.4 a page of odd length"


@pytest.fixture
def objects(tmp_path: Path) -> tuple[list[Path], tuple[pydicom.Dataset, ...], SourceIdentity]:
    """One object of every kind that a PACS gets."""
    kept, identity = kept_series(tmp_path, GRID)
    labels = tumour_on(GRID)
    (tmp_path / "page.pdf").write_bytes(PAGE)
    made = [
        write_seg(labels, kept, ORIGIN, tmp_path / "seg.dcm"),
        write_rtstruct(labels, kept, ORIGIN, tmp_path / "rt.dcm"),
        write_encapsulated(tmp_path / "page.pdf", kept, ORIGIN, "Brain tumour volumes", tmp_path / "pdf.dcm"),
    ]
    return made, kept, identity


def test_a_page_comes_out_of_its_object_as_it_went_in(objects) -> None:
    made, kept, _ = objects
    dataset = pydicom.dcmread(made[2])
    assert dataset.SOPClassUID.name == "Encapsulated PDF Storage"
    assert dataset.EncapsulatedDocument[: dataset.EncapsulatedDocumentLength] == PAGE
    assert (dataset.StudyInstanceUID, dataset.PatientID) == (kept[0].StudyInstanceUID, "Q-1")
    assert {r.ReferencedSOPInstanceUID for r in dataset.SourceInstanceSequence} == {k.SOPInstanceUID for k in kept}


def test_the_three_objects_lie_in_one_study_and_in_series_of_their_own(objects) -> None:
    made, kept, _ = objects
    read = [pydicom.dcmread(path) for path in made]
    assert {d.StudyInstanceUID for d in read} == {kept[0].StudyInstanceUID}
    series = {d.SeriesInstanceUID for d in read} | {kept[0].SeriesInstanceUID}
    assert len(series) == 4
    assert len({d.SOPInstanceUID for d in read}) == 3


def test_the_true_identity_is_given_back_whole_and_nothing_else_changes(objects, tmp_path: Path) -> None:
    made, _, identity = objects
    source = pydicom.dcmread(next((tmp_path / "src").iterdir()))
    true = {str(pydicom.dcmread(f).SOPInstanceUID) for f in (tmp_path / "src").iterdir()}
    for path in made:
        assert NAME.split("^")[0].encode() not in path.read_bytes()
        before = pydicom.dcmread(path)
        after = pydicom.dcmread(reidentify(path, identity, tmp_path / f"true-{path.name}"))
        assert (str(after.PatientName), after.PatientID) == (NAME, NUMBER)
        for name in ("StudyInstanceUID", "StudyDate", "AccessionNumber", "StudyID", "PatientBirthDate", "PatientSex"):
            assert after.get(name) == source.get(name), name
        assert "PatientIdentityRemoved" not in after
        assert "DeidentificationMethodCodeSequence" not in after
        again = pydicom.dcmread(reidentify(path, identity, tmp_path / "again.dcm"))
        assert after.SOPInstanceUID == after.file_meta.MediaStorageSOPInstanceUID == again.SOPInstanceUID
        mine = {str(e.value) for e in before.iterall() if e.VR == "UI" and str(e.value).startswith("2.25.")}
        assert not any(uid in str(after) for uid in mine), "no UID is in both, by which two archives could be joined"
        text = str(after)
        assert "Q-1" not in str(after.PatientID)
        assert not any(pseudonym in text for pseudonym in identity.uids), "every pseudonymous UID is gone"
        referenced = {uid for uid in true if uid in text}
        assert referenced == true, "every image is referred to by its true UID"
        if "FrameOfReferenceUID" in before:
            assert after.FrameOfReferenceUID == source.FrameOfReferenceUID
        if "PixelData" in before:
            assert after.PixelData == before.PixelData
        if "ROIContourSequence" in before:
            assert after.ROIContourSequence[0].ContourSequence[0].ContourData == (
                before.ROIContourSequence[0].ContourSequence[0].ContourData
            )


def test_the_identity_of_another_patient_is_refused(objects, tmp_path: Path) -> None:
    made, _, identity = objects
    stranger = SourceIdentity("1", "A^B", studies={"2.25.1": next(iter(identity.studies.values()))})
    for wrong in (stranger, SourceIdentity()):
        with pytest.raises(StudyError) as raised:
            reidentify(made[0], wrong, tmp_path / "out.dcm")
        assert raised.value.code == "needs-dicom"
    (tmp_path / "no.dcm").write_bytes(b"no DICOM")
    with pytest.raises(StudyError) as raised:
        reidentify(tmp_path / "no.dcm", identity, tmp_path / "out.dcm")
    assert raised.value.code == "unreadable-image"
    assert not (tmp_path / "out.dcm").exists()


def multi_frame(kept: tuple[pydicom.Dataset, ...]) -> pydicom.Dataset:
    """The same series as one enhanced image, its frames from last to first."""
    whole = pydicom.Dataset()
    whole.update(kept[0])
    whole.file_meta = kept[0].file_meta
    for name in ("ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing"):
        del whole[name]
    whole.SOPClassUID, whole.SOPInstanceUID = "1.2.840.10008.5.1.4.1.1.4.1", "2.25.77"
    whole.NumberOfFrames = len(kept)
    shared, frames = pydicom.Dataset(), []
    direction, measure = pydicom.Dataset(), pydicom.Dataset()
    direction.ImageOrientationPatient = kept[0].ImageOrientationPatient
    measure.PixelSpacing, measure.SliceThickness = kept[0].PixelSpacing, 5.5
    shared.PlaneOrientationSequence, shared.PixelMeasuresSequence = Sequence([direction]), Sequence([measure])
    for image in reversed(kept):
        place, frame, content = pydicom.Dataset(), pydicom.Dataset(), pydicom.Dataset()
        place.ImagePositionPatient = image.ImagePositionPatient
        content.DimensionIndexValues = [1]
        frame.PlanePositionSequence, frame.FrameContentSequence = Sequence([place]), Sequence([content])
        frames.append(frame)
    whole.SharedFunctionalGroupsSequence, whole.PerFrameFunctionalGroupsSequence = Sequence([shared]), Sequence(frames)
    return whole


def test_a_multi_frame_image_gets_its_labels_frame_by_frame(tmp_path: Path) -> None:
    kept, _ = kept_series(tmp_path, GRID)
    labels = tumour_on(GRID)
    enhanced = multi_frame(kept)
    frames = frames_of([enhanced])
    assert [f.number for f in frames] == list(range(1, len(kept) + 1))
    assert frames[0].origin_mm.tolist() == [float(v) for v in kept[-1].ImagePositionPatient]
    seg = write_seg(labels, [enhanced], ORIGIN, tmp_path / "seg.dcm")
    assert set(seg_by_hand(seg)) == set(places_of(labels))
    dataset = pydicom.dcmread(write_rtstruct(labels, [enhanced], ORIGIN, tmp_path / "rt.dcm"))
    images = [i for c in dataset.ROIContourSequence for p in c.ContourSequence for i in p.ContourImageSequence]
    assert {i.ReferencedSOPInstanceUID for i in images} == {"2.25.77"}
    assert all(1 <= i.ReferencedFrameNumber <= len(kept) for i in images)
    single = rasterised(write_rtstruct(labels, kept, ORIGIN, tmp_path / "single.dcm"), kept)
    for region, roi in zip(dataset.StructureSetROISequence, dataset.ROIContourSequence, strict=True):
        touched = {len(kept) - p.ContourImageSequence[0].ReferencedFrameNumber for p in roi.ContourSequence}
        assert touched == set(np.flatnonzero(single[region.ROIName].any(axis=(1, 2))).tolist())


def test_an_archive_takes_the_objects_and_gives_them_back_as_they_are(
    objects, orthanc: Orthanc, tmp_path: Path
) -> None:
    made, kept, identity = objects
    orthanc.empty()
    orthanc.put(*made)
    for path in made:
        sent = pydicom.dcmread(path)
        (found,) = orthanc.ask("/tools/lookup", str(sent.SOPInstanceUID).encode())
        told = orthanc.ask(f"{found['Path']}/simplified-tags")
        assert (told["Modality"], told["PatientID"]) == (sent.Modality, "Q-1")
        url = f"http://127.0.0.1:{orthanc.http_port}{found['Path']}/file"
        with urllib.request.urlopen(url, timeout=30) as answer:
            assert answer.read() == path.read_bytes()
    (study,) = orthanc.ask("/studies")
    assert orthanc.ask(f"/studies/{study}")["MainDicomTags"]["StudyInstanceUID"] == kept[0].StudyInstanceUID
    # with the true identity they join the patient's own images
    orthanc.empty()
    orthanc.put(*(tmp_path / "src").iterdir())
    orthanc.put(*(reidentify(path, identity, tmp_path / f"true-{path.name}") for path in made))
    assert len(orthanc.ask("/patients")) == 1
    (study,) = orthanc.ask("/studies")
    assert len(orthanc.ask(f"/studies/{study}")["Series"]) == 4
    orthanc.empty()


def test_the_standard_s_validator_finds_no_error(objects) -> None:
    need_tool("dciodvfy", "dicom3tools")
    for path in objects[0]:
        told = subprocess.run(["dciodvfy", str(path)], capture_output=True, text=True, check=False)
        errors = [line for line in (told.stdout + told.stderr).splitlines() if line.startswith("Error")]
        assert errors == [], path.name


def test_another_toolkit_reads_every_object_without_a_complaint(objects) -> None:
    need_tool("dcmdump", "dcmtk")
    for path in objects[0]:
        told = subprocess.run(["dcmdump", "-q", str(path)], capture_output=True, text=True, check=False)
        assert told.returncode == 0
        assert told.stderr == ""


def test_headers_without_a_place_are_told(tmp_path: Path) -> None:
    kept, _ = kept_series(tmp_path, oblique_grid((9, 24, 20)))
    del kept[3].ImageOrientationPatient
    with pytest.raises(StudyError) as raised:
        frames_of(kept)
    assert raised.value.code == "needs-dicom"
    del kept[0].StudyInstanceUID
    (tmp_path / "page.pdf").write_bytes(PAGE)
    with pytest.raises(StudyError) as raised:
        write_encapsulated(tmp_path / "page.pdf", kept, ORIGIN, "T", tmp_path / "pdf.dcm")
    assert raised.value.code == "needs-dicom"


def test_a_series_whose_frame_of_reference_was_lost_gets_one_of_its_own(tmp_path: Path) -> None:
    kept, _ = kept_series(tmp_path, GRID)
    for image in kept:
        del image.FrameOfReferenceUID
    seg = pydicom.dcmread(write_seg(tumour_on(GRID), kept, ORIGIN, tmp_path / "seg.dcm"))
    outlines = pydicom.dcmread(write_rtstruct(tumour_on(GRID), kept, ORIGIN, tmp_path / "rt.dcm"))
    assert seg.FrameOfReferenceUID == outlines.FrameOfReferenceUID
    assert seg.FrameOfReferenceUID.startswith("2.25.")
