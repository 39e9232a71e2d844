"""The verb pacs against a real archive: a patient fetched and received becomes a case, and no name stays behind."""

import contextlib
import threading
import time
import urllib.error
from pathlib import Path

import numpy as np
import pytest
from free_ports import free_port
from hospital import THEIRS, Orthanc, make_certificates
from shell_commands import Outcome, command

from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Volume

GRID = Grid.from_affine((8, 24, 20), [[-9.0, 0, 0, 80], [0, -9.0, 0, 90], [0, 0, 15.0, -60], [0, 0, 0, 1]])
WHO = {"patient_name": "Mustermann^Erika", "patient_id": "KH-998877", "study_date": "20260401"}


@pytest.fixture(scope="module")
def filled(orthanc: Orthanc, tmp_path_factory: pytest.TempPathFactory) -> Orthanc:
    folder = tmp_path_factory.mktemp("disc")
    head = Volume(np.random.default_rng(0).integers(1, 900, GRID.shape).astype(np.float32), GRID)
    orthanc.empty()
    for contrast in ALL_CONTRASTS:
        orthanc.put(*write_series(head, folder / str(contrast), contrast, **WHO))
    return orthanc


@pytest.fixture(scope="module")
def workspace(filled: Orthanc, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which the archive is entered, for DIMSE and DICOMweb."""
    folder = tmp_path_factory.mktemp("pacs") / "workspace"
    at = ("--host", "127.0.0.1", "--port", filled.dicom_port, "--ae", THEIRS, "--wait", 20)
    assert command(folder, "--json", "pacs", "add", "main", *at, "--own").status == 0
    assert command(folder, "--json", "pacs", "add", "web", "--url", filled.web().url, "--wait", 20).status == 0
    return folder


def run(workspace: Path, *words: object) -> Outcome:
    return command(workspace, "--json", "--quiet", "pacs", *words)


def names_in(folder: Path) -> list[str]:
    """Files that hold the patient's name, number or study."""
    words = (b"KH-998877", b"Mustermann")
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if any(word in file.read_bytes() for word in words)]


def test_nodes_are_entered_listed_changed_and_removed(tmp_path: Path) -> None:
    at = ("--host", "pacs.hospital", "--ae", "PACS")
    assert run(tmp_path / "w", "add", "one", *at).status == 0
    assert run(tmp_path / "w", "add", "one", *at, "--port", 4242, "--by", "move").status == 0
    (node,) = run(tmp_path / "w", "nodes").json["nodes"]
    assert (node["port"], node["fetch_by"], node["their_ae"]) == (4242, "move", "PACS")
    wrong = run(tmp_path / "w", "add", "two", "--host", "x", "--ae", "A" * 20)
    assert (wrong.status, wrong.codes) == (4, ["pacs-settings"])
    assert run(tmp_path / "w", "remove", "one").json["nodes"] == []
    assert run(tmp_path / "w", "remove", "one").codes == ["pacs-unknown"]
    assert run(tmp_path / "w", "find").status == 2


def test_an_echo_answers_or_says_why_not(workspace: Path) -> None:
    assert run(workspace, "echo").json == {"nodes": [{"name": n, "answers": True} for n in ("main", "web")]}
    run(workspace, "add", "away", "--host", "127.0.0.1", "--port", free_port(), "--ae", "X")
    away = run(workspace, "echo", "away")
    assert (away.status, away.codes) == (5, ["pacs-unreachable"])
    assert run(workspace, "echo").status == 1, "some answer and one does not"
    run(workspace, "remove", "away")


def test_a_patient_is_found_and_fetched_and_becomes_a_case(workspace: Path) -> None:
    (study,) = run(workspace, "find", "main", "--patient", "KH-998877").json["studies"]
    assert (study["patient_name"], study["series"], study["images"]) == ("Mustermann Erika", 4, 32)
    series = run(workspace, "find", "web", "--study", study["study"]).json["series"]
    assert [one["images"] for one in series] == [8] * 4
    (came,) = run(workspace, "get", "main", "--patient", "KH-998877").json["received"]
    assert (came["from"], came["images"], len(came["cases"])) == ("main", 32, 1)
    (again,) = run(workspace, "get", "web", "--study", study["study"]).json["received"]
    assert again["cases"] == came["cases"], "the same patient and visit"
    assert len(command(workspace, "--json", "cases").json["cases"]) == 1
    assert command(workspace, "--json", "verify").json["ok"]
    assert names_in(workspace) == []


def test_nothing_found_and_too_wide_a_question(workspace: Path) -> None:
    assert run(workspace, "find", "main", "--patient", "nobody").json["studies"] == []
    nothing = run(workspace, "get", "main", "--patient", "nobody")
    assert (nothing.status, nothing.codes) == (3, ["pacs-empty"])
    assert run(workspace, "find", "main", "--modality", "MR").status == 2


def test_what_is_pushed_here_becomes_a_case(filled: Orthanc, tmp_path: Path) -> None:
    (patient,) = filled.ask("/patients")
    over = threading.Event()

    def push() -> None:
        while not over.is_set():
            with contextlib.suppress(urllib.error.URLError, OSError):
                filled.ask("/modalities/fets/store", patient.encode())
                return
            time.sleep(0.3)

    thread = threading.Thread(target=push)
    thread.start()
    try:
        allow = ("--allow", f"{THEIRS}@127.0.0.1", "--quiet-after", 4)
        heard = run(tmp_path / "w", "listen", "--port", filled.door_port, *allow, "--count", 1, "--seconds", 120)
    finally:
        over.set()
        thread.join()
    assert heard.status == 0
    (came,) = heard.json["received"]
    assert (came["from"], came["images"], len(came["cases"])) == (THEIRS, 32, 1)
    assert names_in(tmp_path / "w") == []


def test_what_a_pacs_delivers_to_our_port_may_be_bound_to_come_encrypted(tmp_path: Path) -> None:
    pki = make_certificates(tmp_path / "pki")
    files = ("--ca", pki / "ca.crt", "--cert", pki / "server.crt", "--key", pki / "server.key")
    archive = Orthanc(tmp_path / "archive", tls=pki)
    try:
        archive.start()
        head = Volume(np.random.default_rng(0).integers(1, 900, GRID.shape).astype(np.float32), GRID)
        archive.put(*write_series(head, tmp_path / "disc", ALL_CONTRASTS[0], **WHO))
        at = ("--host", "127.0.0.1", "--port", archive.dicom_port, "--ae", THEIRS, "--wait", 20, "--by", "move")
        assert run(tmp_path / "w", "add", "main", *at, "--tls", *files).status == 0
        asked = ("get", "main", "--patient", "KH-998877", "--port", archive.door_port)
        plain = run(tmp_path / "w", *asked)
        assert plain.status == 5, "the archive speaks TLS to a port that does not"
        (came,) = run(tmp_path / "w", *asked, "--tls", *files).json["received"]
    finally:
        archive.stop()
    assert (came["from"], came["images"]) == ("main", 8)


def test_nobody_may_send_unless_named(tmp_path: Path) -> None:
    refused = run(tmp_path / "w", "listen", "--port", free_port(), "--seconds", 1)
    assert (refused.status, refused.codes) == (4, ["pacs-settings"])
    nothing = run(tmp_path / "w", "listen", "--port", free_port(), "--seconds", 0.5, "--allow", "MR1")
    assert (nothing.status, nothing.json["received"]) == (0, [])


def test_a_case_without_labels_cannot_be_sent(workspace: Path) -> None:
    (case,) = command(workspace, "--json", "cases").json["cases"]
    refused = run(workspace, "send", "main", case["case"])
    assert (refused.status, refused.codes) == (3, ["wrong-stage"])
    stranger = run(workspace, "send", "web", case["case"], "--identity")
    assert stranger.codes == ["pacs-identity"]
    assert run(workspace, "send", "main").status == 2
