"""From outside to a fused proposal in one command: what came is prepared and proposed for by itself, and goes on."""

import argparse
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from candidate_models import make_candidate
from hospital import THEIRS, Orthanc
from made_once import brats_case
from shell_commands import Outcome, command, put_model
from troubled_line import TroubledLine

from fets_desktop.app.hall import Hall
from fets_desktop.cli.onward import begin
from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import write_array
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.volume import Volume

LIMITS = {"low": (1.0, 1.5), "middle": (1.5, 2.0), "high": (2.5, 3.0)}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace that knows three candidates."""
    for name, pair in LIMITS.items():
        put_model(tmp_path / "w", make_candidate(tmp_path, name, *pair))
    return tmp_path / "w"


def going_on(workspace: Path, *words: object) -> Outcome:
    named = [word for name in LIMITS for word in ("--model", name)]
    return command(workspace, "--json", *words, "--onward", *named, "--fuse", "majority")


def patient(seed: int) -> dict[Contrast, Volume]:
    """Volumes in atlas space, so that preparing them takes seconds."""
    return {c: Volume(v.array.astype(np.float32), v.grid) for c, v in brats_case(seed)[0].items()}


def test_a_command_that_goes_on_opens_no_port_and_takes_part_in_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    with Hall(tmp_path / "w") as hall:
        monkeypatch.setattr(hall.receiving, "follow", lambda: begun.append("port"))
        monkeypatch.setattr(hall.federating, "follow", lambda: begun.append("federation"))
        begin(hall, argparse.Namespace(onward=True, model=[], fuse=None, per=None))
    assert begun == []


def test_an_import_goes_on_to_a_fused_proposal(workspace: Path, tmp_path: Path) -> None:
    for contrast, volume in patient(3).items():
        write_array(tmp_path / "in" / f"X_{contrast.brats_name}.nii.gz", volume.array, volume.grid)
    done = going_on(workspace, "import", tmp_path / "in")
    assert done.status == 0, done.err
    [case] = done.json["cases"]
    [row] = done.json["onward"]
    assert (row["case"], row["model"].split("@")[0]) == (case["case"], "fused_majority")
    assert row["volumes_ml"]["WT"] > 0
    said = [json.loads(line) for line in done.err.splitlines()]
    fusing = [one["step"] for one in said if "Fusing" in one["step"]]
    assert fusing
    assert all("1 case under way" in step for step in fusing), "a case counts until it is fused"
    again = going_on(workspace, "import", tmp_path / "in")
    assert again.json["onward"] == [row], "what stands is not made anew"
    lone = command(workspace, "--json", "import", tmp_path / "in", "--fuse", "majority")
    assert (lone.status, lone.codes) == (2, ["wrong-usage"])
    one = command(workspace, "--json", "import", tmp_path / "in", "--onward", "--model", "low")
    assert (one.status, one.codes) == (2, ["wrong-usage"])


@pytest.mark.slow
def test_two_patients_of_an_archive_are_fused_even_if_the_command_is_killed(
    workspace: Path, orthanc: Orthanc, tmp_path: Path
) -> None:
    put_patients(orthanc, tmp_path, (3, 4))
    at = ("--host", "127.0.0.1", "--port", orthanc.dicom_port, "--ae", THEIRS)
    assert command(workspace, "--json", "pacs", "add", "main", *at).status == 0
    words = ("pacs", "get", "main", "--since", "20260402", "--until", "20260402")
    killed = begun(workspace, *words)
    assert killed.stderr
    with killed:
        try:
            heard = next((line for line in killed.stderr if "Segmenting" in line), "")
        finally:
            os.killpg(killed.pid, signal.SIGKILL)
    assert "under way" in heard
    done = going_on(workspace, *words)
    assert done.status == 0, done.err
    assert [row["model"].split("@")[0] for row in done.json["onward"]] == ["fused_majority"] * 2
    for row in done.json["onward"]:
        authors = [v["author"] for v in command(workspace, "--json", "annotations", row["case"]).json["versions"]]
        assert len(authors) == len(set(authors)) == 4, "each candidate proposed once, and they were fused once"
    assert command(workspace, "--json", "verify").json["ok"]


@pytest.mark.slow
def test_an_archive_that_is_slow_and_goes_silent_keeps_nobody_from_their_proposal(
    workspace: Path, orthanc: Orthanc, tmp_path: Path
) -> None:
    put_patients(orthanc, tmp_path, (3, 4))
    words = ("pacs", "get", "main", "--since", "20260402", "--until", "20260402")
    with TroubledLine(orthanc.dicom_port, pause_s=0.002, silent_after=100 << 20) as line:
        at = ("--host", "127.0.0.1", "--port", line.port, "--ae", THEIRS, "--wait", 3)
        assert command(workspace, "--json", "pacs", "add", "main", *at).status == 0
        first = going_on(workspace, *words)
        assert line.silent
        assert (first.status, first.codes) == (1, ["pacs-silent"]), first.err
        [row] = first.json["onward"]
        assert row["model"].startswith("fused_majority")
        said = [json.loads(told)["step"] for told in first.err.splitlines() if told.startswith("{")]
        assert any("2 cases under way" in step and "left" in step for step in said), "one to come counts from the first"
        line.heal()
        second = going_on(workspace, *words)
    assert second.status == 0, second.err
    assert {one["model"].split("@")[0] for one in second.json["onward"]} == {"fused_majority"}
    assert len(second.json["onward"]) == 2
    assert row in second.json["onward"], "who was through is not begun again"
    assert command(workspace, "--json", "verify").json["ok"]


def put_patients(orthanc: Orthanc, tmp_path: Path, seeds: tuple[int, ...]) -> None:
    """Fill an archive with one study of each patient."""
    orthanc.empty()
    for number, seed in enumerate(seeds):
        volumes = patient(seed)
        who = {"patient_name": f"Queue^{number}", "patient_id": f"KH-1000{number}", "study_date": "20260402"}
        for contrast in ALL_CONTRASTS:
            orthanc.put(*write_series(volumes[contrast], tmp_path / str(number) / str(contrast), contrast, **who))


def begun(workspace: Path, *words: object) -> subprocess.Popen[str]:
    """Begin the command in a process group of its own."""
    named = [word for name in LIMITS for word in ("--model", name)]
    line = ["--workspace", workspace, "--json", *words, "--onward", *named, "--fuse", "majority"]
    whole = [sys.executable, "-m", "fets_desktop", *map(str, line)]
    return subprocess.Popen(whole, start_new_session=True, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
