"""A federation simulated on this computer: over real TLS with the real server, cut off in a round, and gone on with."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from brats_folder import put_case
from small_case import GRID

from fets_desktop.app.choices import Choices
from fets_desktop.app.federation.experiment import Experiment, sites_of
from fets_desktop.app.federation.simulation import Simulating
from fets_desktop.app.tasks.simulate import run
from fets_desktop.app.tasks.simulate_cases import block_means, by_site, coarse, coarser
from fets_desktop.study.errors import StudyError
from fets_desktop.study.plain import to_plain
from fets_desktop.study.progress import silent

ROOT = Path(__file__).parents[2]
SITES = {"north": 3, "south": 2, "west": 2}
SMALL = ("--rounds", "2", "--patch", "32", "--filters", "2", "--voxels", "1", "--initial-epochs", "1")


@pytest.fixture(scope="module")
def cases(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("labelled")
    rows = ["case,site"]
    for seed, site in enumerate(SITES):
        for number in range(SITES[site]):
            name = f"{site}{number}"
            (folder / name).mkdir()
            put_case(folder / name, name, seed=10 * seed + number)
            rows.append(f"{name},{site}")
    (folder / "cases.csv").write_text("\n".join(rows) + "\n")
    return folder


@pytest.mark.parametrize(
    ("experiment", "words"),
    [
        (Experiment(sites=("north", "south")), "three sites"),
        (Experiment(outside=("east",)), "no case of east"),
        (Experiment(sites=("north", "south", "west"), initial="mars"), "no case of mars"),
    ],
)
def test_what_cannot_be_simulated_is_said_plainly(cases, experiment, words):
    with pytest.raises(StudyError, match=words):
        sites_of(cases, experiment)


@pytest.mark.parametrize(
    "wrong", [{"rounds": 0}, {"patch": 40}, {"spacing_mm": 0.5}, {"learning_rate": 2.0}, {"base": 0}]
)
def test_settings_that_make_no_sense_are_refused(wrong):
    with pytest.raises(StudyError) as refused:
        Experiment(**wrong).check()
    assert refused.value.code == "wrong-usage"


def test_without_a_table_nobody_knows_whose_cases_they_are(tmp_path):
    with pytest.raises(StudyError, match=r"cases\.csv"):
        sites_of(tmp_path, Experiment())


def test_a_case_without_labels_is_told_and_the_others_go_on(cases, tmp_path):
    found = sites_of(cases, Experiment())
    assert len(found) == 7
    whole, lame = found[0], {**found[1], "labels": ""}
    assert coarse(whole, 1.0, tmp_path / "a").name == whole["case"]
    with pytest.raises(StudyError):
        coarse(lame, 1.0, tmp_path / "b")


def test_coarse_voxels_are_means_of_blocks_and_lie_where_those_lay(cases, tmp_path):
    grid = coarser(GRID, (2, 2, 2))
    assert grid.shape == (10, 14, 12)
    np.testing.assert_allclose(grid.to_ras([0, 0, 0]), GRID.to_ras([0.5, 0.5, 0.5]))
    np.testing.assert_allclose(grid.to_ras([3, 4, 5]), GRID.to_ras([6.5, 8.5, 10.5]))
    array = np.arange(20 * 28 * 24, dtype=np.float32).reshape(20, 28, 24)
    assert block_means(array, (2, 2, 2))[1, 2, 3] == array[2:4, 4:6, 6:8].mean()
    assert block_means(array, (1, 2, 4)).shape == (5, 14, 24)
    whole = sites_of(cases, Experiment())[0]
    made = coarse(whole, 2.0, tmp_path / "case")
    assert made.labels.parent == tmp_path / "case"
    assert whole["case"] not in "".join(path.name for path in (tmp_path / "case").iterdir())


def test_every_site_s_cases_are_split_by_itself(cases, tmp_path):
    found = [(one["site"], coarse(one, 1.0, tmp_path / one["case"])) for one in sites_of(cases, Experiment())]
    sites = by_site(found, seed=1)
    assert {site: (len(own.train), len(own.validation)) for site, own in sites.items()} == {
        "north": (2, 1),
        "south": (1, 1),
        "west": (1, 1),
    }


def test_a_patient_s_time_points_stay_on_one_side(cases, tmp_path):
    made = [coarse(one, 1.0, tmp_path / one["case"]) for one in sites_of(cases, Experiment())]
    names = [f"BraTS-GLI-{patient:05d}-{visit:03d}" for patient in range(3) for visit in (0, 1)]
    found = [("north", replace(case, name=name)) for case, name in zip(made, names, strict=False)]
    north = by_site(found, seed=1)["north"]
    sides = [{case.name[:-4] for case in side} for side in (north.train, north.validation)]
    assert [len(side) for side in sides] == [2, 1]
    assert len(north.validation) == 2


@pytest.mark.parametrize("wish", [{"outside": ("west",)}, {"initial": "west"}])
def test_a_site_without_a_case_that_can_be_used_is_told(cases, tmp_path, wish):
    four = Path(shutil.copytree(cases, tmp_path / "four"))
    rows = (four / "cases.csv").read_text().replace("north2,north", "north2,east")
    (four / "cases.csv").write_text(rows)
    for number in range(2):
        next((four / f"west{number}").glob("*seg*")).unlink()
    experiment = Experiment(spacing_mm=1.0, **wish)
    arguments = {
        "cases": sites_of(four, experiment),
        "experiment": to_plain(experiment),
        "work": str(tmp_path / "work"),
        "folder": str(tmp_path / "out"),
        "threads": 1,
    }
    context = SimpleNamespace(arguments=arguments, progress=silent, scratch=tmp_path)
    with pytest.raises(StudyError, match="No case of west can be used"):
        run(context)


@pytest.mark.parametrize("mark", ["", "[]", "{}", '{"simulation": "another"}'])
def test_a_folder_of_something_else_is_left_alone(workspace, bus, board, tmp_path, mark):
    (tmp_path / "found").mkdir()
    (tmp_path / "found" / "simulation.json").write_text(mark)
    with pytest.raises(StudyError, match="another simulation"):
        Simulating(workspace, board, Choices(workspace, bus))._claim(tmp_path / "found", "this one")


def test_what_one_that_was_cut_off_made_of_its_cases_does_not_stay_for_ever(workspace, bus, board):
    simulating, place = Simulating(workspace, board, Choices(workspace, bus)), workspace.scratch / "simulations"
    for name, days in (("a" * 16, 40), ("b" * 16, 40), ("c" * 16, 20), ("inbox", 40)):
        (place / name / "cases").mkdir(parents=True)
        os.utime(place / name, (time.time() - days * 86400,) * 2)
    simulating._forget_old({"b" * 16})
    assert sorted(path.name for path in place.iterdir()) == ["b" * 16, "c" * 16, "inbox"]


def simulate(workspace: Path, folder: Path, cases: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "fets_desktop", "--workspace", str(workspace), "--json", "federation", "simulate"]
    return subprocess.Popen(
        [*command, str(folder), "--cases", str(cases), "--outside", "west", *SMALL],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def lives(word: str) -> list[str]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            line = (process / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if word in line:
            found.append(line)
    return found


@pytest.mark.skipif(not (ROOT / ".aggregator" / ".ready").is_file(), reason="installers/aggregator.sh was not run")
def test_cut_off_in_a_round_it_leaves_nothing_running_and_goes_on(cases, tmp_path):
    workspace, folder = tmp_path / "work", tmp_path / "found"
    with simulate(workspace, folder, cases) as first:
        assert first.stderr
        for line in first.stderr:
            if "Round 2 of 2" in line:
                os.kill(first.pid, signal.SIGKILL)
                break
        else:
            pytest.fail("it ended before the second round")
    deadline = time.monotonic() + 30
    while (left := lives(str(workspace))) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not left
    assert not (folder / "report.html").exists()

    with simulate(workspace, folder, cases) as second:
        out, err = second.communicate(timeout=400)
    assert second.returncode == 0, err[-2000:]
    assert "Round 1 of 2" not in err, "a round was made again"
    check_findings(json.loads(out), folder)
    # asked for again it is told, and not made again
    with simulate(workspace, folder, cases) as third:
        again, err = third.communicate(timeout=100)
    assert "simulated there before" in err
    assert "Reading case" not in err
    assert json.loads(again)["local"] == json.loads(out)["local"]
    # what it worked in, voxels among it, is gone
    assert not list((workspace / "scratch" / "simulations").glob("*/turns"))


def check_findings(told: dict, folder: Path) -> None:
    assert told["local"]["cases"] == 2
    assert told["outside"]["cases"] == 2
    assert [(turn["outside"], turn["initial"], len(turn["rounds"])) for turn in told["turns"]] == [("west", "north", 3)]
    names = {Path(file).name for file in told["files"]}
    pictures = {
        f"{stem}.{kind}" for stem in ("dice-local", "dice-outside", "rounds", "sites") for kind in ("svg", "png")
    }
    assert names == {"scores.csv", "findings.json", "report.html", *pictures}
    with (folder / "scores.csv").open() as file:
        rows = list(csv.DictReader(file))
    # on local cases the initial model, the consensus and the site's own; out of sample each site's own too
    assert len(rows) == 3 * (2 * 3 + 2 * 4)
    ours = [
        float(row["dice"])
        for row in rows
        if (row["model"], row["cases"], row["region"]) == ("consensus", "outside", "WT")
    ]
    assert told["outside"]["dice"]["consensus"]["WT"]["mean"] == pytest.approx(np.mean(ours), abs=1e-4)
    # the server heard of the site that was held out, too: the mean of its cases is what it wrote down
    chosen = told["turns"][0]["rounds"][told["turns"][0]["selected"]]
    assert chosen["outside_validation"]["WT"] == pytest.approx(np.mean(ours), abs=1e-4)
    page = (folder / "report.html").read_text()
    assert not any(name in page for name in ("north0", "west1")), "a case's name is in the page"
