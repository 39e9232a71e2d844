"""Prepare, segment, annotations, split, export, cases, models and verify on one prepared case."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from shell_commands import command

from fets_desktop.imaging.files import read_label_values, read_volume, write_array
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.grid import BRATS_GRID, Grid
from fets_desktop.study.labels import BRATS_2021, BRATS_2023, REGIONS, convert_labels

CONTRASTS = [str(contrast) for contrast in ALL_CONTRASTS]


def test_prepare_names_steps_and_files(board):
    [case] = board.prepare_json["cases"]
    assert case["case"] == board.case
    assert {"step", "grade", "seconds", "numbers"} <= set(case["steps"][0])
    assert {step["grade"] for step in case["steps"]} <= {"ok", "look", "bad"}
    assert list(case["volumes"]) == CONTRASTS
    for path in (case["brain_mask"], *case["volumes"].values()):
        assert Path(path).is_absolute()
        assert path.endswith(".nii.gz")
        assert read_volume(Path(path)).grid.matches(BRATS_GRID)


def test_prepare_again_does_nothing_again_and_says_the_same(board):
    jobs = len(board.fets("cases", "show", board.case).json["cases"])
    again = board.fets("prepare")
    assert (again.status, again.json, again.err) == (0, board.prepare_json, "")
    assert jobs == 1


def test_segment_proposes_once_and_names_what_it_found(board):
    first = board.fets("segment")
    assert first.status == 0, first.err
    [case] = first.json["cases"]
    assert case["model"].startswith("starter@")
    values, grid = read_label_values(Path(case["labels"]))
    assert grid.matches(BRATS_GRID)
    assert set(np.unique(values)) <= {0, 1, 2, 4}
    assert list(case["volumes_ml"]) == [str(region) for region in REGIONS]
    assert case["volumes_ml"]["WT"] == pytest.approx(np.count_nonzero(values) / 1000)
    assert case["seconds"] > 0
    again = board.fets("segment")
    assert (again.json, again.err) == (first.json, "")
    assert board.fets("segment", "--model", "nobody").codes == ["bad-model"]


def test_segment_tells_where_the_model_is_undecided_once_that_is_asked_for(board):
    assert board.fets("segment").json["cases"][0]["uncertainty"] == {}
    first = board.fets("segment", "--uncertainty")
    assert first.status == 0, first.err
    [case] = first.json["cases"]
    for region in map(str, REGIONS):
        bits = read_volume(Path(case["uncertainty"][region]))
        assert bits.grid.matches(BRATS_GRID)
        assert 0 < bits.array.max() <= 1
        slices = case["look_first"][region]
        assert slices == sorted(slices, key=lambda pair: -pair[1])
        assert bits.array[slices[0][0]].sum() == pytest.approx(slices[0][1], rel=1e-4), "1 mm2 a voxel"
    assert board.fets("segment", "--uncertainty").json == first.json, "not done again"
    spoken = command(board.workspace, "segment", "--uncertainty").out
    assert f"{board.case}, WT: look first at slices {slices[0][0] + 1} (" in spoken, "as Review numbers them"
    assert board.fets("segment", "--uncertainty", "--fuse", "staple").codes == ["wrong-usage"]


def test_a_label_map_is_imported_approved_split_and_exported(board, tmp_path):
    taken = board.fets("annotations", board.case, "--import", board.truth, "--scheme", "brats2021")
    assert taken.status == 0, taken.err
    newest = taken.json["versions"][-1]
    assert (newest["author"], newest["approved"], newest["parent"]) == ("import", False, None)
    assert len(newest["sha256"]) == 64
    values, _ = read_label_values(board.truth)
    assert newest["volumes_ml"]["WT"] == pytest.approx(np.count_nonzero(values) / 1000)

    nameless = board.fets("annotations", board.case, "--approve")
    assert (nameless.status, nameless.codes) == (2, ["wrong-usage"])
    signed = board.fets("annotations", board.case, "--approve", "--reviewer", "Dr. A").json["versions"][-1]
    assert (signed["approved"], signed["approved_by"], signed["id"]) == (True, "Dr. A", newest["id"])

    split = board.fets("split").json
    assert (split["train"], split["validation"]) == ([board.case], [])

    done = board.fets("export", "--to", tmp_path / "out", "--space", "atlas")
    assert done.status == 0, done.err
    files = {Path(file).name: Path(file) for file in done.json["files"]}
    assert all(path.is_absolute() and path.is_file() for path in files.values())
    wanted = {f"{board.case}_{c.brats_name}.nii.gz" for c in ALL_CONTRASTS} | {f"{board.case}_seg.nii.gz"}
    assert wanted <= set(files)
    assert np.array_equal(read_label_values(files[f"{board.case}_seg.nii.gz"])[0], values)

    several = board.fets(
        "export", board.case, "--to", tmp_path / "more", "--as", "report,nnunet,seg", "--space", "atlas"
    )
    assert (several.status, several.codes) == (1, ["needs-dicom"]), "it came from NIfTI; the rest is written"
    assert several.json["errors"][0]["name"] == f"{board.case}, DICOM segmentation"
    names = {Path(file).name for file in several.json["files"]}
    assert {f"{board.case}_report.pdf", "dataset.json", f"{board.case}_0003.nii.gz", f"{board.case}.nii.gz"} <= names


def test_a_label_map_on_another_grid_is_refused(board, tmp_path):
    before = board.fets("annotations", board.case).json["versions"]
    small = Grid.from_affine((10, 20, 20), np.eye(4))
    file = write_array(tmp_path / "seg.nii.gz", np.ones(small.shape, dtype=np.uint8), small)
    done = board.fets("annotations", board.case, "--import", file, "--scheme", "brats2021")
    assert (done.status, done.codes) == (3, ["wrong-grid"])
    assert "240x240x155" in done.err
    assert board.fets("annotations", board.case).json["versions"] == before


def test_a_label_map_that_may_be_of_two_schemes_is_asked_about(board, tmp_path):
    values, grid = read_label_values(board.truth)
    file = write_array(tmp_path / "seg.nii.gz", convert_labels(values, BRATS_2021, BRATS_2023), grid)
    done = board.fets("annotations", board.case, "--import", file)
    assert (done.status, done.codes) == (3, ["ambiguous-scheme"])
    assert "brats2023" in done.err
    wrong = board.fets("annotations", board.case, "--import", file, "--scheme", "brats2021")
    assert (wrong.status, wrong.codes) == (3, ["stray-labels"])


def test_an_unknown_case_is_refused_and_the_known_one_goes_on(board, tmp_path):
    done = board.fets("export", "P-NOBODY", board.case, "--to", tmp_path / "out", "--space", "atlas")
    assert (done.status, done.codes) == (1, ["unknown-case"])
    assert done.json["errors"][0]["name"] == "P-NOBODY"
    assert done.json["files"]
    assert board.fets("prepare", "P-NOBODY").status == 3


def test_the_board_is_listed_and_a_persons_word_is_kept(board):
    [row] = board.fets("cases", "list").json["cases"]
    assert (row["case"], row["missing"]) == (board.case, [])
    assert board.fets("cases", "flag", board.case, "--reason", "look").json["cases"][0]["flag"] == "look"
    assert board.fets("cases", "flag", board.case).json["cases"][0]["flag"] == ""
    stage = row["stage"]
    assert board.fets("cases", "exclude", board.case, "--reason", "test").json["cases"][0]["stage"] == "excluded"
    assert board.fets("segment").codes == ["wrong-stage"]
    assert board.fets("cases", "include", board.case).json["cases"][0]["stage"] in (stage, "prepared", "proposed")
    assert board.fets("cases", "show").codes == ["wrong-usage"]
    assert board.fets("cases", "show", "P-NOBODY").status == 3


def test_models_are_listed_copied_out_and_taken_in(board, fets, tmp_path):
    [starter] = [m for m in board.fets("models").json["models"] if m["name"] == "starter"]
    assert {"id", "sha256", "kind", "scores", "lineage"} <= set(starter)
    assert starter["current"]
    out = board.fets("models", "export", "starter", "--to", tmp_path / "copy.fetsmodel").json
    assert Path(out["files"][0]) == tmp_path / "copy.fetsmodel"
    assert fets("models", "import", tmp_path / "copy.fetsmodel").json["models"][0]["id"] == starter["id"]
    (tmp_path / "broken.fetsmodel").write_bytes(b"no model")
    assert fets("models", "import", tmp_path / "broken.fetsmodel").codes == ["bad-model"]
    assert fets("models", "show").codes == ["wrong-usage"]
    assert fets("models", "use", "starter").json["models"][0]["current"]


def test_verify_finds_a_file_that_was_changed(board, tmp_path):
    report = board.fets("verify")
    assert report.status == 0
    assert (report.json["ok"], report.json["faults"]) == (True, [])
    assert report.json["checked"] > 10
    copy = tmp_path / "copy"
    shutil.copytree(board.workspace, copy, ignore=shutil.ignore_patterns("scratch"))
    victim = next((copy / "files").rglob("*.nii.gz"))
    victim.chmod(0o600)
    victim.write_bytes(victim.read_bytes()[:-1])
    damaged = type(board)(copy, board.case, board.truth, {}, {}).fets("verify")
    assert (damaged.status, damaged.json["ok"], len(damaged.json["faults"])) == (4, False, 1)


def test_what_has_nothing_to_work_on_says_so(fets, tmp_path):
    assert fets("prepare").codes == ["wrong-stage"]
    assert fets("segment").codes in (["wrong-stage"], ["bad-model"])
    assert fets("export", "--to", tmp_path / "out").codes == ["wrong-stage"]
    assert fets("split").codes == ["too-few-cases"]
    assert fets("train").codes == ["too-few-cases"]
    assert fets("train", "--cases", tmp_path / "nowhere").codes == ["no-images"]
    assert fets("train", "--epochs", "0").status == 2
    assert fets("annotations", "P-NOBODY").codes == ["unknown-case"]
    assert fets("demo", "--cases", "0").status == 2
    assert fets("cases").json == {"cases": []}
