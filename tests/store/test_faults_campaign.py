"""A quick part of the campaign of faults: one round of each kind, and the campaign can find what it looks for."""

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.power import cut, take_as_sure
from fets_desktop.store.workspace import Workspace

ROOT = Path(__file__).parents[2]
CAMPAIGN = ROOT / "benchmarks" / "faults.py"
compiler = pytest.mark.skipif(not shutil.which("cc"), reason="there is no C compiler")


@compiler
def test_nothing_acknowledged_is_lost_whatever_goes_wrong_below():
    done = subprocess.run(
        [sys.executable, str(CAMPAIGN), "--rounds", "10", "--seed", "11", "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    figures = json.loads(done.stdout.splitlines()[-1])
    assert figures["faults"] == [], done.stderr
    assert done.returncode == 0
    assert set(figures["by_kind"].values()) == {1}
    assert figures["deeds"] > 10
    assert any(told.startswith("readonly") for told in figures["refusals"]), "nothing went wrong at all"


def after(place: Path, code: str, library: Path, lucky: float = 0.0) -> Path:
    """What a power cut leaves of what a process did."""
    ground = place / "ground"
    ground.mkdir()
    (ground / "old.txt").write_text("old")
    take_as_sure(ground, place / "shadow")
    environment = {"LD_PRELOAD": str(library), "FAULTS_BELOW": str(ground), "FAULTS_SHADOW": str(place / "shadow")}
    subprocess.run([sys.executable, "-c", code, str(ground)], check=True, cwd=ROOT, env=environment)
    cut(ground, place / "shadow", random.Random(1), lucky)
    return ground


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    place = tmp_path_factory.mktemp("library")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", place / "f.so", ROOT / "benchmarks/faults.c", "-ldl"], check=True)
    return place / "f.so"


@compiler
def test_a_power_cut_takes_what_was_not_synced(tmp_path, library):
    code = """
import os, pathlib, sys
ground = pathlib.Path(sys.argv[1])
(ground / "lost.txt").write_text("no fsync")
(ground / "old.txt").write_text("new, unsynced")
file = os.open(ground / "nameless.txt", os.O_WRONLY | os.O_CREAT)
os.write(file, b"content is there, the name is not")
os.fsync(file)
"""
    ground = after(tmp_path, code, library)
    assert [file.name for file in ground.iterdir()] == ["old.txt"]
    assert (ground / "old.txt").read_text() == "", "cut to nothing when it was opened"


@compiler
def test_a_file_that_is_written_whole_outlives_a_power_cut_with_the_folders_made_for_it(tmp_path, library):
    code = """
import pathlib, sys
from fets_desktop.imaging.disk import make_durably, write_whole
ground = pathlib.Path(sys.argv[1])
write_whole(ground / "a" / "b" / "new.txt", b"whole")
write_whole(ground / "old.txt", b"replaced")
make_durably(ground / "c" / "d")
"""
    ground = after(tmp_path, code, library)
    assert (ground / "a" / "b" / "new.txt").read_bytes() == b"whole"
    assert (ground / "old.txt").read_bytes() == b"replaced"
    assert (ground / "c" / "d").is_dir()


@compiler
def test_a_power_cut_does_not_bring_back_whom_one_has_forgotten(tmp_path, library):
    code = """
import pathlib, sys
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Series
workspace = Workspace.open(pathlib.Path(sys.argv[1]) / "w")
made = workspace.scratch / "made"
made.write_bytes(b"voxels of somebody")
stored = workspace.files.publish(made, ".bin")
made.unlink()
with workspace.change("program", "case imported", "c") as change:
    change.put_case(Case("c", "p", series=(Series("s", "c", sha256=stored.sha256),)))
with workspace.change("person", "case forgotten", "c") as change:
    change.drop_case("c", [])
workspace.destroy_doomed()
"""
    ground = after(tmp_path, code, library)
    with Workspace.open(ground / "w", create=False) as workspace:
        assert workspace.verify().ok
    assert not [file for file in ground.rglob("*") if file.is_file() and b"somebody" in file.read_bytes()]
