"""Layouts that other programs read: names, values, tables, and every voxel where it was."""

import csv
import dataclasses
import gzip
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from parcels import GRID, NATIVE, ORIGIN, labels_on, parcel

from fets_desktop.dicom.scan import scan
from fets_desktop.exchange.bids import write_bids
from fets_desktop.exchange.fets_layout import write_fets
from fets_desktop.exchange.nnunet import write_nnunet
from fets_desktop.exchange.parcel import Parcel, plain_name
from fets_desktop.exchange.plain_nifti import itksnap_labels, meaning, write_plain
from fets_desktop.exchange.seg_nrrd import write_seg_nrrd
from fets_desktop.imaging.convert import grid_of, to_array
from fets_desktop.imaging.files import read_label_values, read_labels, read_volume, write_array
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, BRATS_2023, POST_OPERATIVE, SCHEMES, convert_labels
from fets_desktop.study.volume import LabelMap

CASE = ORIGIN.case


def files_in(folder: Path) -> set[str]:
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}


def by_hand(path: Path) -> tuple[dict[str, str], np.ndarray]:
    """A NRRD file's fields and voxels, read with nothing but the format's description."""
    head, _, body = path.read_bytes().partition(b"\n\n")
    fields = {}
    for line in head.decode().splitlines()[1:]:
        if not line.startswith("#"):
            key, _, value = line.partition(":=") if ":=" in line else line.partition(": ")
            fields[key] = value
    x, y, z = map(int, fields["sizes"].split())
    return fields, np.frombuffer(gzip.decompress(body), np.uint8).reshape(z, y, x)


@pytest.mark.parametrize("grid", [GRID, NATIVE])
@pytest.mark.parametrize("scheme", list(SCHEMES.values()))
def test_a_slicer_segmentation_holds_every_voxel_and_says_what_it_is(grid: Grid, scheme, tmp_path: Path) -> None:
    labels = labels_on(grid, scheme)
    out = write_seg_nrrd(labels, ORIGIN, tmp_path / "a.seg.nrrd")
    fields, array = by_hand(out)
    assert np.array_equal(array, labels.array)
    image = sitk.ReadImage(str(out))
    assert np.array_equal(to_array(image), labels.array)
    assert grid_of(image).matches(grid, 1e-4)
    for number, (value, tissue) in enumerate(scheme.values):
        assert fields[f"Segment{number}_LabelValue"] == str(value)
        assert fields[f"Segment{number}_Name"].startswith(f"{tissue} ")
        assert all(0 <= float(c) <= 1 for c in fields[f"Segment{number}_Color"].split())
        assert fields[f"Segment{number}_Layer"] == "0"
        x0, x1, y0, y1, z0, z1 = map(int, fields[f"Segment{number}_Extent"].split())
        inside = np.zeros(grid.shape, bool)
        inside[z0 : z1 + 1, y0 : y1 + 1, x0 : x1 + 1] = True
        mask = array == value
        assert not (mask & ~inside).any()
        assert not mask.any() or (x1 - x0 + 1) == np.ptp(np.nonzero(mask)[2]) + 1
        entry = fields[f"Segment{number}_Tags"]
        assert entry.startswith("Segmentation.Status:completed|TerminologyEntry:")
        assert len(entry.split("TerminologyEntry:")[1].rstrip("|").split("~")) == 7
    assert fields["space"] == "left-posterior-superior"
    assert out.read_bytes() == write_seg_nrrd(labels, ORIGIN, tmp_path / "b.seg.nrrd").read_bytes()


def test_itk_snap_gets_a_line_a_label() -> None:
    rows = [line for line in itksnap_labels(POST_OPERATIVE).splitlines() if not line.startswith("#")]
    parsed = [[*row.split('"')[0].split(), row.split('"')[1]] for row in rows]
    assert [int(row[0]) for row in parsed] == [0, 1, 2, 3, 4]
    assert parsed[0][-1] == "Clear Label"
    assert parsed[3][1:4] == ["244", "197", "66"]
    assert all(len(row) == 8 for row in parsed)
    assert [row[5] for row in parsed] == ["0", "1", "1", "1", "1"]


def test_plain_nifti_says_beside_it_what_the_values_mean(tmp_path: Path) -> None:
    packed = parcel(tmp_path / "in", scheme=BRATS_2023)
    write_plain(packed, tmp_path / "out", atlas=True, native=True)
    found = files_in(tmp_path / "out")
    assert f"{CASE}/{CASE}_labels.json" in found
    assert f"{CASE}/atlas/{CASE}_seg.nii.gz" in found
    back = read_labels(tmp_path / "out" / CASE / "native" / f"{CASE}_flair_seg.nii.gz", BRATS_2023)
    assert np.array_equal(back.array, packed.labels.array if back.grid == GRID else labels_on(NATIVE, BRATS_2023).array)
    told = json.loads(meaning(packed))
    assert told["values"] == {"1": "Necrotic core", "2": "Peritumoral oedema", "3": "Enhancing tumour"}
    assert (told["made"], told["model"], told["approved"]) == ("SEMIAUTOMATIC", "starter 1 (0123abcd)", True)


def test_fets_gets_its_folders_and_the_import_takes_them_back(tmp_path: Path) -> None:
    out = tmp_path / "out"
    shared = write_fets(parcel(tmp_path / "in", scheme=BRATS_2023), out)
    home = f"DataForFeTS/{CASE}"
    assert files_in(out) == {
        *(f"{home}/{CASE}_brain_{c.brats_name}.nii.gz" for c in ALL_CONTRASTS),
        f"{home}/{CASE}_final_seg.nii.gz",
        f"{home}/SegmentationsForQC/{CASE}_fused_staple_seg.nii.gz",
        f"{home}/SegmentationsForQC/{CASE}_starter_seg.nii.gz",
        *(f"DataForQC/{CASE}/brain_{name}.nii.gz" for name in ("T1", "T1CE", "T2", "FL")),
        f"DataForQC/{CASE}/brainMask_SRI.nii.gz",
        "split_info/fets_phase2_split_1/train.csv",
    }
    final = read_labels(out / home / f"{CASE}_final_seg.nii.gz", BRATS_2021)
    assert np.array_equal(final.array, labels_on(GRID, BRATS_2021).array), "FeTS v1 marks enhancing tumour by 4"
    assert [row["data_uid"] for row in csv.DictReader(shared[0].read_text().splitlines())] == [CASE]
    (case,) = scan([out / "DataForFeTS"], bytes(32)).cases
    chosen = {s.contrast: s.files[0].name for s in case.series if s.contrast}
    assert chosen == {c: f"{CASE}_brain_{c.brats_name}.nii.gz" for c in ALL_CONTRASTS}


def test_what_a_preparation_is_checked_by_has_the_names_of_brats_pipeline(tmp_path: Path) -> None:
    whole = parcel(tmp_path / "in")
    sagittal = write_array(tmp_path / "s.nii.gz", labels_on(NATIVE).array, NATIVE)
    image = sitk.PermuteAxes(sitk.ReadImage(str(sagittal)), [1, 2, 0])
    sitk.WriteImage(image, str(sagittal))
    names = ("T1-to-T1Gd", "T2-to-T1Gd", "FLAIR-to-T1Gd", "T1Gd-to-atlas", "atlas-to-T1", "T1Gd-to-atlas-itk")
    transforms = {name: tmp_path / f"{name}.mat" for name in names}
    for name, path in transforms.items():
        path.write_text(name)
    provenance = tmp_path / "p.json"
    provenance.write_text("{}")
    everything = dataclasses.replace(
        whole,
        series=dict.fromkeys(ALL_CONTRASTS, sagittal),
        evened=dict.fromkeys(ALL_CONTRASTS, sagittal),
        heads=whole.volumes,
        transforms=transforms,
        provenance=provenance,
    )
    write_fets(everything, tmp_path / "out")
    home = tmp_path / "out" / "DataForQC" / CASE
    kinds = ("raw_{}", "raw_rai_{}", "raw_rai_n4_{}", "{}_to_SRI", "brain_{}")
    images = {f"{kind.format(m)}.nii.gz" for kind in kinds for m in ("T1", "T1CE", "T2", "FL")}
    matrices = {"T1CE_to_SRI.mat", "T1_to_T1CE.mat", "T2_to_T1CE.mat", "FL_to_T1CE.mat"}
    assert files_in(home) == {*images, *matrices, "brainMask_SRI.nii.gz"}
    assert (home / "FL_to_T1CE.mat").read_text() == "FLAIR-to-T1Gd"
    assert (home / "raw_T2.nii.gz").read_bytes() == sagittal.read_bytes()
    upright = sitk.ReadImage(str(home / "raw_rai_T2.nii.gz"))
    assert sitk.DICOMOrientImageFilter.GetOrientationFromDirectionCosines(upright.GetDirection()) == "LPS"
    assert np.array_equal(to_array(upright), labels_on(NATIVE).array), "the voxels are only turned about"
    assert (tmp_path / "out" / "DataForFeTS" / CASE / f"{CASE}_provenance.json").read_text() == "{}"


def test_a_cavity_keeps_the_values_of_fets_v2(tmp_path: Path) -> None:
    packed = parcel(tmp_path / "in", scheme=POST_OPERATIVE)
    write_fets(packed, tmp_path / "out")
    values, _ = read_label_values(tmp_path / "out" / "DataForFeTS" / CASE / f"{CASE}_final_seg.nii.gz")
    assert np.array_equal(values, packed.labels.array)
    assert 4 in values


@pytest.mark.parametrize("scheme", list(SCHEMES.values()))
def test_nnunet_gets_labels_without_gaps_and_channels_in_order(scheme, tmp_path: Path) -> None:
    packed = parcel(tmp_path / "in", scheme=scheme)
    (description,) = write_nnunet(packed, tmp_path / "out")
    home = tmp_path / "out" / "Dataset001_FeTS"
    told = json.loads(description.read_text())
    assert told["channel_names"] == {"0": "T1", "1": "T1Gd", "2": "T2", "3": "FLAIR"}
    for channel, contrast in enumerate(ALL_CONTRASTS):
        image = read_volume(home / "imagesTr" / f"{CASE}_{channel:04d}.nii.gz")
        assert np.array_equal(image.array, read_volume(packed.volumes[contrast]).array)
    values, grid = read_label_values(home / "labelsTr" / f"{CASE}.nii.gz")
    assert grid.matches(GRID)
    assert set(np.unique(values)) <= set(told["labels"].values())
    assert sorted(told["labels"].values()) == list(range(len(told["labels"])))
    assert np.array_equal(values, convert_labels(packed.labels.array, scheme, POST_OPERATIVE))
    assert told["file_ending"] == ".nii.gz"


def test_nnunet_tests_on_what_has_no_labels_and_needs_all_four(tmp_path: Path) -> None:
    packed = parcel(tmp_path / "in", labelled=False)
    write_nnunet(packed, tmp_path / "out")
    assert len(list((tmp_path / "out" / "Dataset001_FeTS" / "imagesTs").iterdir())) == 4
    assert not (tmp_path / "out" / "Dataset001_FeTS" / "labelsTr").exists()
    fewer = Parcel(CASE, "P", dict(list(packed.volumes.items())[:3]), packed.brain_mask)
    with pytest.raises(StudyError, match="FLAIR"):
        write_nnunet(fewer, tmp_path / "out")


def test_bids_names_sidecars_and_tables(tmp_path: Path) -> None:
    out = tmp_path / "out"
    packed = parcel(tmp_path / "in")
    shared = write_bids(packed, out, atlas=True, native=True)
    assert {p.name for p in shared} == {"dataset_description.json", "README", "participants.tsv"}
    stem = "sub-P7K3Q2F9X_ses-1AB"
    place = out / "bids" / "sub-P7K3Q2F9X" / "ses-1AB" / "anat"
    names = {p.name for p in place.iterdir()}
    assert f"{stem}_ce-gadolinium_space-SRI24_desc-brain_T1w.nii.gz" in names
    assert f"{stem}_space-SRI24_desc-brain_FLAIR.nii.gz" in names
    assert f"{stem}_space-SRI24_desc-brain_mask.nii.gz" in names
    images = {n.removesuffix(".nii.gz") for n in names if n.endswith(".nii.gz")}
    assert images == {n.removesuffix(".json") for n in names if n.endswith(".json")}, "every image has its sidecar"
    labels = f"{stem}_space-SRI24_desc-tumour_dseg"
    rows = list(csv.DictReader((place / f"{labels}.tsv").read_text().splitlines(), delimiter="\t"))
    assert [(row["index"], row["abbreviation"]) for row in rows] == [
        ("0", "BG"),
        ("1", "NCR"),
        ("2", "ED"),
        ("4", "ET"),
    ]
    assert np.array_equal(read_labels(place / f"{labels}.nii.gz", BRATS_2021).array, packed.labels.array)
    native = read_labels(place / f"{stem}_ce-gadolinium_space-orig_desc-T1w_dseg.nii.gz", BRATS_2021)
    assert native.grid.matches(NATIVE, 1e-3)
    told = json.loads((out / "bids" / "dataset_description.json").read_text())
    assert (told["DatasetType"], told["GeneratedBy"][0]["Name"]) == ("derivative", "FeTS Desktop")
    assert "SpatialReference" in json.loads((place / f"{labels}.json").read_text())
    for name in names:
        parts = name.split(".")[0].split("_")
        assert all(part.partition("-")[2].isalnum() for part in parts[:-1]), name


MADE = {
    "recipe": "2.1",
    "steps": {
        "n4": {
            "inputs_sha256": {"native/T1": "a" * 64},
            "outputs_sha256": {"even/T1": "b" * 64},
            "parameters": {"x": 1},
        },
        "align": {"inputs_sha256": {"even/T1": "b" * 64, "atlas": "c" * 64}, "outputs_sha256": {"brain/T1": "d" * 64}},
    },
}


def test_bids_and_nnunet_say_what_the_images_were_made_by(tmp_path: Path) -> None:
    file = tmp_path / "provenance.json"
    file.write_text(json.dumps(MADE))
    packed = replace(parcel(tmp_path / "in"), provenance=file)
    write_bids(packed, tmp_path / "out", atlas=True, native=False)
    home = tmp_path / "out" / "bids"
    told = json.loads((home / "dataset_description.json").read_text())
    assert [(one["Name"], one["Version"]) for one in told["GeneratedBy"]] == [
        ("FeTS Desktop", "0.1.0"),
        ("Preparation recipe", "2.1"),
    ]
    (sidecar,) = home.rglob("*desc-brain_T2w.json")
    said = json.loads(sidecar.read_text())
    assert said["GeneratedBy"] == told["GeneratedBy"]
    assert said["SourceSHA256"] == {"native/T1": "a" * 64, "atlas": "c" * 64}, "what went in, not what lay between"
    assert json.loads((sidecar.parent / said["Provenance"]).read_text()) == MADE
    write_nnunet(packed, tmp_path / "out")
    (copied,) = (tmp_path / "out" / "Dataset001_FeTS" / "provenance").iterdir()
    assert (copied.name, json.loads(copied.read_text())) == (f"{packed.case}.json", MADE)


def test_bids_of_a_patient_seen_once_has_no_session(tmp_path: Path) -> None:
    packed = parcel(tmp_path / "in", labelled=False, case=ORIGIN.patient)
    write_bids(packed, tmp_path / "out", atlas=True, native=False)
    assert (tmp_path / "out" / "bids" / "sub-P7K3Q2F9X" / "anat").is_dir()


def test_names_for_entities_are_plain() -> None:
    assert plain_name("P-4K_2 M@ü") == "P4K2M"
    assert plain_name("–") == "x"


def test_an_empty_segment_has_an_empty_extent(tmp_path: Path) -> None:
    labels = LabelMap((labels_on().array == 2).astype(np.uint8) * 2, GRID, BRATS_2021)
    fields, _ = by_hand(write_seg_nrrd(labels, ORIGIN, tmp_path / "a.seg.nrrd"))
    assert fields["Segment0_Extent"] == "0 -1 0 -1 0 -1"
