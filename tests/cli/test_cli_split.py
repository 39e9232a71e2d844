"""The verb split: drawn and told, read from and written as FeTS's tables, left alone while a federation goes on."""

import contextlib
import io
import json
from pathlib import Path

import pytest

from fets_desktop.app.federation.members import Members
from fets_desktop.app.models import Models
from fets_desktop.cli import run, understand
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.study.contrast import Contrast


@pytest.fixture
def split(tmp_path, monkeypatch):
    """The verb, in a workspace of ten approved cases."""
    monkeypatch.setattr(Models, "adopt_starter", lambda _self: None)
    for number in range(10):
        approve(tmp_path, number)

    def say(*words: object, plain: bool = False):
        out = io.StringIO()
        line = ["--workspace", str(tmp_path / "w"), *([] if plain else ["--json"]), "split", *map(str, words)]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            status = run(understand(line))
        return out.getvalue() if plain else (status, json.loads(out.getvalue()))

    return say


def approve(folder: Path, number: int) -> None:
    name = f"P-{number}"
    with Workspace.open(folder / "w") as workspace:
        (folder / "labels.bin").write_bytes(name.encode())
        file = workspace.files.publish(folder / "labels.bin")
        series = Series(f"S-{number}", name, contrast=Contrast.T1GD, scanner="Siemens 3 T")
        volumes = {"WT": 10.0 * (number + 1)}
        with workspace.change("person", "x", name) as change:
            change.put_case(Case(name, name, Stage.APPROVED, series=(series,)))
            change.put_annotation(
                Annotation(f"{name}/1", name, 1, "A", None, file.sha256, "brats2023", "2026-01-01", volumes)
            )


def test_it_is_drawn_once_and_told_with_what_both_sides_hold(split):
    status, said = split()
    assert status == 0
    assert (len(said["train"]), len(said["validation"])) == (8, 2)
    assert said["sides"]["validation"]["scanners"] == {"Siemens 3 T": 2}
    assert said["frozen_by"] == []
    assert split()[1] == said
    words = split(plain=True)
    assert "2 patients: Siemens 3 T 2; median whole tumour" in words


def test_fets_s_tables_go_out_and_come_in(split, tmp_path):
    _, said = split("--to", tmp_path / "out")
    place = tmp_path / "out" / "split_info" / "fets_phase2_split_1"
    assert said["files"] == [str(place / "train.csv"), str(place / "val.csv")]
    assert (place / "val.csv").read_text().split() == ["data_uid", *said["validation"]]
    _, again = split("--from", tmp_path / "out")
    assert (again["given"], again["unknown"], again["train"]) == (0, 0, said["train"])
    (place / "train.csv").write_text("data_uid\n" + said["validation"][0] + "\n")
    status, refused = split("--from", tmp_path / "out")
    assert (status, refused["errors"][0]["code"]) == (3, "bad-split")


def test_while_a_federation_goes_on_it_is_shown_and_new_cases_wait(split, tmp_path, monkeypatch):
    _, before = split()
    approve(tmp_path, 10)
    monkeypatch.setattr(Members, "going_on", lambda _self: ["Trial"])
    status, said = split()
    assert (status, said["train"], said["frozen_by"]) == (0, before["train"], ["Trial"])
    assert "Approved cases without a side: 1; the split is frozen while Trial goes on." in split(plain=True)
    status, refused = split("--seed", 3)
    assert (status, refused["errors"][0]["code"]) == (4, "split-frozen")
