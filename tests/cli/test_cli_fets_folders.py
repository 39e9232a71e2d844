"""FeTS's own folders go in, with the labels that came in them, and come out again."""

import json

import numpy as np
import pytest
from made_once import brats_case
from shell_commands import command, scan_file

from fets_desktop.imaging.files import read_label_values, read_volume, write_array
from fets_desktop.study.contrast import ALL_CONTRASTS

NAME = "FeTS-007"


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    """A workspace that has taken a FeTS folder in; its labels."""
    folder = tmp_path_factory.mktemp("fets")
    volumes, labels = brats_case(3)
    home = folder / "in" / "DataForFeTS" / NAME
    for contrast, volume in volumes.items():
        write_array(home / f"{NAME}_brain_{contrast.brats_name}.nii.gz", volume.array, volume.grid)
    write_array(home / f"{NAME}_final_seg.nii.gz", labels.array, labels.grid)
    candidate = np.where(labels.array == 2, 2, 0).astype(np.uint8)
    write_array(home / "SegmentationsForQC" / f"{NAME}_nnunet_seg.nii.gz", candidate, labels.grid)
    workspace = folder / "workspace"
    imported = command(workspace, "--json", "import", folder / "in")
    assert imported.status == 0, imported.err
    prepared = command(workspace, "--json", "prepare")
    assert prepared.status == 0, prepared.err
    return workspace, imported.json["cases"][0]["case"], prepared.json, volumes, labels


def test_the_images_are_taken_as_prepared_and_the_final_labels_as_a_version(taken):
    workspace, case, prepared, *_ = taken
    [told] = prepared["cases"]
    assert "taken as they are" in told["steps"][0]["text"]
    shown = command(workspace, "--json", "annotations", case).json["versions"]
    assert [(v["author"], v["scheme"], v["approved"]) for v in shown] == [("FeTS folder", "brats2021", False)]
    # what was there already is not taken a second time
    assert command(workspace, "--json", "prepare", case).status == 0
    assert len(command(workspace, "--json", "annotations", case).json["versions"]) == 1


def test_a_prepared_case_says_by_what_it_was_made(taken):
    [told] = taken[2]["cases"]
    made = told["made_by"]
    assert made["recipe"]
    assert set(made["steps"]["check"]["parameters"]) >= {str(c) for c in ALL_CONTRASTS}
    assert all(len(sha256) == 64 for step in made["steps"].values() for sha256 in step["outputs_sha256"].values())


def test_the_same_folders_come_out_again(taken, tmp_path):
    workspace, case, _, volumes, labels = taken
    done = command(workspace, "--json", "export", "--as", "fets", "--to", tmp_path, "--space", "atlas")
    assert done.status == 0, done.err
    home = tmp_path / "DataForFeTS" / case
    values, _ = read_label_values(home / f"{case}_final_seg.nii.gz")
    assert np.array_equal(values, labels.array)
    for contrast, volume in volumes.items():
        assert np.array_equal(read_volume(home / f"{case}_brain_{contrast.brats_name}.nii.gz").array, volume.array)
    assert json.loads((home / f"{case}_provenance.json").read_text())["recipe"]
    qc = {path.name for path in (tmp_path / "DataForQC" / case).iterdir()}
    assert qc >= {"T1CE_to_SRI.mat", "FL_to_T1CE.mat", "FL_to_SRI.nii.gz", "brain_T1CE.nii.gz", "brainMask_SRI.nii.gz"}
    assert not any(name.startswith("raw") for name in qc), "atlas space alone was asked for"


def test_a_case_that_is_refused_does_not_keep_the_others(taken, tmp_path):
    workspace, case, *_ = taken
    for seed, contrast in enumerate(ALL_CONTRASTS):
        scan_file(tmp_path / "noise", contrast.brats_name, seed, (20, 18, 16))  # 64 mm wide: no head
    assert command(workspace, "--json", "import", tmp_path / "noise").status == 0
    done = command(workspace, "--json", "prepare")
    assert (done.status, done.codes) == (1, ["not-a-head"])
    assert [told["case"] for told in done.json["cases"]] == [case]
