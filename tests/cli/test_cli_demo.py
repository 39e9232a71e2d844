"""The one whole demo: a phantom from DICOM to the report, killed on its way, then another which does nothing twice."""

import json
from pathlib import Path

import pytest
from shell_commands import command

from fets_desktop.app.truth import Truth
from fets_desktop.imaging.files import read_labels
from fets_desktop.study.labels import BRATS_2021, REGIONS


def test_the_answer_names_cases_report_and_pictures(demo_run):
    answer = demo_run.json
    assert len(answer["cases"]) == 1
    report = Path(answer["report"])
    assert report.is_absolute()
    page = report.read_text(encoding="utf-8")
    assert "Not for diagnostic use." in page
    assert "http://" not in page
    assert "https://" not in page
    pictures = [Path(picture) for picture in answer["pictures"]]
    assert len(pictures) >= 20
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)
    assert page.count("<img ") == len(pictures)
    last = json.loads(demo_run.err.splitlines()[-1])
    assert last == {"progress": 1.0, "step": "Done"}


def test_every_step_was_really_done(demo_run):
    [case] = command(demo_run.workspace, "--json", "cases").json["cases"]
    assert case["stage"] == "approved"
    [version] = command(demo_run.workspace, "--json", "annotations", case["case"]).json["versions"]
    assert version["author"].startswith("model starter@")
    assert version["approved_by"] == "Demo"
    steps = command(demo_run.workspace, "--json", "prepare").json["cases"][0]["steps"]
    assert len(steps) >= 9
    assert all(step["grade"] != "bad" for step in steps)
    assert command(demo_run.workspace, "--json", "split").json["train"] == [case["case"]]
    names = [model["name"] for model in command(demo_run.workspace, "--json", "models").json["models"]]
    assert names == ["starter", "local"]
    assert command(demo_run.workspace, "--json", "verify").json["ok"]


def test_the_preparation_comes_near_the_truth(demo_run):
    [measured] = demo_run.json["measured"].values()
    assert measured["brain_dice"] >= 0.93
    assert max(measured["registration_mm"].values()) <= 1.5


def test_the_scores_are_those_of_the_exported_files(demo_run):
    [(case, measured)] = demo_run.json["measured"].items()
    demo = demo_run.workspace / "demo"
    truth = Truth.read(demo / "phantom-1" / "truth")
    exported = read_labels(demo / "export" / case / "atlas" / f"{case}_seg.nii.gz", BRATS_2021)
    scores = truth.scores(exported)
    for region in REGIONS:
        assert measured["proposal"]["dice"][region] == pytest.approx(scores[region].dice)
        assert 0 <= measured["exported_native"]["dice"][region] <= 1
    page = Path(demo_run.json["report"]).read_text(encoding="utf-8")
    assert f"{scores[REGIONS[0]].dice:.3f}" in page


def test_the_starter_finds_the_phantoms_tumour(demo_run):
    [measured] = demo_run.json["measured"].values()
    assert measured["proposal"]["dice"]["WT"] >= 0.5


def test_a_second_demo_does_nothing_twice(demo_run):
    before = command(demo_run.workspace, "--json", "models").json
    again = command(demo_run.workspace, "--json", "demo")
    assert again.status == 0, again.err
    assert {json.loads(line)["step"] for line in again.err.splitlines()} == {"Writing the report", "Done"}
    for key in ("cases", "report", "pictures", "measured", "seconds", "model", "scores"):
        assert again.json[key] == demo_run.json[key], key
    assert command(demo_run.workspace, "--json", "models").json == before


def test_no_score_is_claimed_where_nothing_was_kept_for_validation(demo_run):
    page = Path(demo_run.json["report"]).read_text(encoding="utf-8")
    assert "not how right either is" in page
    numbers = [value for value in demo_run.json["scores"].values() if not isinstance(value, str)]
    assert numbers == []
