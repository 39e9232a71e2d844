"""The verb evaluate, with the shipped starter in a worker of its own, on phantoms a quarter of the atlas's size."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from candidate_models import make_candidate
from made_once import brats_case
from shell_commands import Outcome

from fets_desktop.imaging.files import write_array
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021, BRATS_2023, REGIONS, convert_labels

EVERY = 4
REGION_NAMES = [str(region) for region in REGIONS]


@pytest.fixture(scope="module")
def small_patient(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case in the names of BraTS 2021, one of 2023 with its labels, and one without labels."""
    folder = tmp_path_factory.mktemp("labelled")
    volumes, labels = brats_case(3)
    coarse = (slice(None, None, EVERY),) * 3
    grid = Grid.from_affine(labels.array[coarse].shape, labels.grid.affine @ np.diag([EVERY, EVERY, EVERY, 1.0]))
    truth = labels.array[coarse]
    for name, values in (("old", truth), ("new", convert_labels(truth, BRATS_2021, BRATS_2023)), ("bare", None)):
        for contrast in ALL_CONTRASTS:
            part = contrast.brats2023_name if name == "new" else contrast.brats_name
            array = volumes[contrast].array[coarse].astype(np.float32)
            write_array(folder / name / f"{name}_{part}.nii.gz", array, grid)
        if values is not None:
            write_array(folder / name / f"{name}_seg.nii.gz", values, grid)
    return folder


def test_a_folder_is_scored_in_both_schemes_and_a_case_without_labels_is_listed(
    fets: Callable[..., Outcome], small_patient: Path, tmp_path: Path
) -> None:
    done = fets("evaluate", "--model", "starter", "--cases", small_patient, "--csv", tmp_path / "scores.csv")
    assert (done.status, done.codes) == (1, ["unreadable-image"]), done.err
    assert done.json["errors"][0]["name"] == "bare"
    new, old = done.json["cases"]
    assert (new["case"], old["case"]) == ("new", "old")
    assert new["dice"] == old["dice"], "the labels of 2023 and of 2021 mean the same"
    for row in (new, old):
        assert list(row["dice"]) == list(row["hd95_mm"]) == REGION_NAMES
        assert row["seconds"] > 0
        assert 0 < row["dice"]["WT"] < 1
    assert done.json["mean"]["dice"] == pytest.approx(old["dice"])
    assert done.json["model"].startswith("starter@")
    rows = list(csv.DictReader((tmp_path / "scores.csv").read_text().splitlines()))
    assert [(row["case"], row["region"]) for row in rows] == [(c, r) for c in ("new", "old") for r in REGION_NAMES]
    assert [float(row["dice"]) for row in rows[3:]] == list(old["dice"].values())


def test_models_are_scored_beside_their_fusion_and_beside_another(
    fets: Callable[..., Outcome], small_patient: Path, tmp_path: Path
) -> None:
    limits = {"low": (0.5, 9.0), "middle": (1.5, 9.0), "high": (2.5, 9.0)}
    low, middle, high = (make_candidate(tmp_path, name, *pair) for name, pair in limits.items())
    cases = tmp_path / "cases"
    shutil.copytree(small_patient / "old", cases / "old")
    words = ("evaluate", "--cases", cases, "--model", low, "--model", middle)
    done = fets(*words, "--model", high, "--fuse", "majority", "--against", low, "--csv", tmp_path / "s.csv")
    assert done.status == 0, done.err
    names = [model["model"].split("@")[0] for model in done.json["models"]]
    assert names == ["low", "middle", "high", "fused_majority"]
    *_, between, _, fused = done.json["models"]
    assert {key: done.json[key] for key in fused} == fused, "what was asked about stands first"
    # nested answers: what two of three say is what the one in the middle says
    assert fused["mean"]["dice"] == between["mean"]["dice"]
    assert done.json["against"]["model"] == done.json["models"][0]["model"]
    assert set(done.json["paired"]["models"]) == {done.json["against"]["model"], fused["model"]}
    assert len(done.json["tests"]) == 6
    assert len((tmp_path / "s.csv").read_text().splitlines()) == 1 + 4 * 3
    beside = fets(*words)
    assert (beside.json["model"], beside.json["models"]) == (done.json["models"][0]["model"], done.json["models"][:2])
    for wrong in (["--per", "region"], ["--fuse", "stapel"]):
        assert fets(*words, *wrong).status == 2
    lone = fets("evaluate", "--model", low, "--cases", cases, "--fuse", "majority")
    assert (lone.status, lone.codes) == (2, ["wrong-usage"])


def test_wrong_words_are_refused(fets: Callable[..., Outcome], small_patient: Path, tmp_path: Path) -> None:
    def evaluate(model: object, cases: object, *more: str) -> Outcome:
        return fets("evaluate", "--model", model, "--cases", cases, *more)

    nobody = evaluate("nobody", small_patient)
    assert (nobody.status, nobody.codes) == (3, ["bad-model"])
    assert "nobody" in nobody.err
    assert (evaluate("starter", tmp_path / "gone").status, evaluate("starter", "approved").codes) == (
        3,
        ["too-few-cases"],
    )
    assert fets("evaluate", "--model", "starter").status == 2
    (tmp_path / "asked").mkdir()
    for file in (small_patient / "new").iterdir():
        named = next(
            (file.name.replace(c.brats2023_name, c.brats_name) for c in ALL_CONTRASTS if c.brats2023_name in file.name),
            file.name,
        )
        (tmp_path / "asked" / named).write_bytes(file.read_bytes())
    asked = evaluate("starter", tmp_path / "asked")
    assert (asked.status, asked.codes) == (3, ["ambiguous-scheme"])
    assert "--scheme" in asked.err
    told = evaluate("starter", tmp_path / "asked", "--scheme", "brats2023")
    assert told.status == 0, told.err
    assert told.json["cases"][0]["dice"]["WT"] > 0
