"""Nodes, questions and deliveries at the hall: what is recorded, what is not, and what follows by itself."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from still_runner import StillRunner

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.nodes import PASSWORD_VARIABLE, Nodes
from fets_desktop.app.pacs import Pacs
from fets_desktop.app.receiving import Receiving
from fets_desktop.jobs.spec import Lane
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import FetchBy, FoundStudy, Node, NodeKind, Query, parse_guests
from fets_desktop.study.plain import to_plain

MAIN = Node("main", host="10.1.2.3", port=104, their_ae="PACS", own=True)
QUERY = Query(patient_id="KH-998877", patient_name="Mustermann")
PLANTED = ("KH-998877", "Mustermann", "1.2.840.4711")


@pytest.fixture
def secrets(workspace: Workspace) -> Secrets:
    return Secrets(workspace, environment={"FETS_DESKTOP_PASSPHRASE": "four words are better"})


@pytest.fixture
def nodes(workspace: Workspace, bus: FactsBus, secrets: Secrets) -> Nodes:
    return Nodes(workspace, bus, secrets)


@pytest.fixture
def imports() -> list[tuple[list[Path], bool]]:
    return []


@pytest.fixture
def receiving(
    workspace: Workspace,
    bus: FactsBus,
    board: JobBoard,
    choices: Choices,
    nodes: Nodes,
    imports: list[tuple[list[Path], bool]],
) -> Receiving:
    def start(paths: list[Path], *, remove: bool = False) -> str:
        imports.append((paths, remove))
        return f"scan-{len(imports)}"

    importing: Any = SimpleNamespace(start=start)
    return Receiving(workspace, bus, board, choices, nodes, importing)


@pytest.fixture
def pacs(workspace: Workspace, board: JobBoard, choices: Choices, nodes: Nodes, receiving: Receiving) -> Pacs:
    return Pacs(workspace, board, choices, nodes, receiving)


def every_byte(folder: Path) -> bytes:
    """Everything a workspace holds on the disk, the records' own log too."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_nodes_are_kept_and_changed(workspace: Workspace, nodes: Nodes, bus: FactsBus, secrets: Secrets) -> None:
    web = Node("Archive", NodeKind.DICOMWEB, url="https://archive/dicom-web", user="fets")
    assert nodes.put(MAIN)
    assert nodes.put(web, {"password": "geheim"})
    assert [node.name for node in Nodes(workspace, bus, secrets).all()] == ["Archive", "main"]
    assert nodes.secret("Archive") == {"password": "geheim"}
    assert b"geheim" not in every_byte(workspace.folder)
    nodes.put(replace(web, name="Long-term"), instead_of="Archive")
    assert [node.name for node in nodes.all()] == ["Long-term", "main"]
    assert nodes.secret("Long-term") == {"password": "geheim"}, "a password goes with its node"
    assert nodes.secret("Archive") == {}
    nodes.remove("Long-term")
    assert nodes.secret("Long-term") == {}
    with pytest.raises(StudyError) as told:
        nodes.get("Long-term")
    assert told.value.code == "pacs-unknown"


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (replace(MAIN, host=""), "address of the computer"),
        (replace(MAIN, port=70000), "port"),
        (replace(MAIN, their_ae="A" * 17), "AE title"),
        (replace(MAIN, our_ae="ÄÖ"), "AE title"),
        (replace(MAIN, name=" "), "name"),
        (replace(MAIN, timeout_s=0.0), "time to wait"),
        (replace(MAIN, ca_file="no/such.pem"), "not there"),
        (Node("w", NodeKind.DICOMWEB, url="pacs.hospital"), "address"),
        (Node("w", NodeKind.DICOMWEB, url="https://u:p@pacs/x"), "own fields"),
        (Node("w", NodeKind.DICOMWEB, url="http://pacs/x", user="u"), "unprotected"),
    ],
)
def test_a_node_that_makes_no_sense_is_refused(nodes: Nodes, node: Node, words: str) -> None:
    with pytest.raises(StudyError) as told:
        nodes.put(node)
    assert (told.value.code, words in told.value.detail) == ("pacs-settings", True)
    assert nodes.all() == ()


def test_two_nodes_cannot_share_a_name(nodes: Nodes) -> None:
    nodes.put(MAIN)
    with pytest.raises(StudyError, match="already"):
        nodes.put(replace(MAIN, host="other"))
    nodes.put(replace(MAIN, host="other"), instead_of="main")
    assert nodes.get("main").host == "other"


def test_without_a_keyring_a_password_lives_as_long_as_the_program(
    workspace: Workspace, bus: FactsBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    nodes = Nodes(workspace, bus, Secrets(workspace, environment={}))
    assert not nodes.put(MAIN, {"password": "geheim"})
    assert nodes.secret("main") == {"password": "geheim"}
    later = Nodes(workspace, bus, Secrets(workspace, environment={}))
    assert later.secret("main") == {}
    monkeypatch.setenv(PASSWORD_VARIABLE, "given")
    assert later.secret("main") == {"password": "given"}


def test_what_is_asked_and_found_is_in_no_file(
    pacs: Pacs, nodes: Nodes, board: JobBoard, runner: StillRunner, workspace: Workspace
) -> None:
    nodes.put(MAIN)
    job = pacs.find("main", QUERY)
    spec = runner.specs[job]
    assert spec.lane is Lane.NET
    assert spec.arguments["query"]["patient_id"] == "KH-998877", "the worker hears it through its pipe"
    found = FoundStudy(PLANTED[2], "KH-998877", "Mustermann Erika", "20260401")
    runner.finish(job, studies=[to_plain(found)])
    board.pump()
    assert pacs.studies(job) == (found,)
    get = pacs.get("main", PLANTED[2])
    content = every_byte(workspace.folder)
    order = Path(runner.specs[get].arguments["order"])
    content = content.replace(order.read_bytes(), b"")  # the private file that is gone when it is done
    assert [word for word in PLANTED if word.encode() in content] == []
    assert order.parent.stat().st_mode & 0o077 == 0
    pacs.forget(job)
    assert pacs.studies(job) == ()


def test_a_question_for_everything_is_not_asked(pacs: Pacs, nodes: Nodes) -> None:
    nodes.put(MAIN)
    for query in (Query(), Query(modality="MR"), Query(patient_id="1", since="April")):
        with pytest.raises(StudyError) as told:
            pacs.find("main", query)
        assert told.value.code == "wrong-usage"


def test_a_fetched_study_is_imported_and_told_without_its_name(
    pacs: Pacs,
    receiving: Receiving,
    nodes: Nodes,
    board: JobBoard,
    runner: StillRunner,
    workspace: Workspace,
    imports: list[Any],
) -> None:
    nodes.put(MAIN)
    job = pacs.get("main", PLANTED[2], ["1.2.840.4711.1"])
    order = Path(runner.specs[job].arguments["order"])
    folder = Path(json.loads(order.read_text())["folder"])
    assert folder.is_relative_to(workspace.scratch)
    runner.finish(job, images=12, fresh=12, foreign=0)
    board.pump()
    assert imports == [([folder], True)]
    assert not order.exists()
    assert [(one.sender, one.images, one.scan) for one in receiving.received(job)] == [("main", 12, "scan-1")]
    row = next(row for row in workspace.audit() if row.action == "study retrieved")
    assert (row.subject, row.details) == ("main", {"images": 12, "refused": 0})


def test_the_same_study_asked_for_again_goes_on_in_the_same_folder(
    pacs: Pacs, nodes: Nodes, board: JobBoard, runner: StillRunner
) -> None:
    nodes.put(MAIN)
    first = pacs.get("main", "1.2.3")
    assert pacs.get("main", "1.2.3") == first, "it is under way"
    runner.fail(first, "pacs-silent", "It broke the connection off.")
    board.pump()
    again = pacs.get("main", "1.2.3")
    assert again != first
    assert runner.specs[again].arguments["order"] == runner.specs[first].arguments["order"]
    assert pacs.get("main", "1.2.4") != again


def test_a_test_of_a_node_uses_the_words_just_typed(pacs: Pacs, runner: StillRunner, workspace: Workspace) -> None:
    job = pacs.echo(MAIN, {"password": "geheim"})
    assert runner.specs[job].arguments["secret"] == {"password": "geheim"}
    assert b"geheim" not in every_byte(workspace.folder)


def test_guests_are_the_nodes_and_those_named(receiving: Receiving, nodes: Nodes, choices: Choices) -> None:
    nodes.put(MAIN)
    nodes.put(Node("web", NodeKind.DICOMWEB, url="https://w/x"))
    choices.set("pacs.allow", "MR1@10.0.0.7; MR2 ,, CT@ct.hospital")
    assert receiving.guests() == [("PACS", "10.1.2.3"), ("MR1", "10.0.0.7"), ("MR2", ""), ("CT", "ct.hospital")]
    assert parse_guests("") == []
    for name, value in (("pacs.allow", "MR1, @10.0.0.7"), ("pacs.allow", "A" * 17), ("pacs.ae", "ÄÖ"), ("pacs.ae", "")):
        with pytest.raises(ValueError, match="AE title"):
            choices.set(name, value)


def test_a_delivery_is_imported_and_one_that_no_import_knows_is_taken_in_again(
    receiving: Receiving, board: JobBoard, runner: StillRunner, imports: list[Any], workspace: Workspace
) -> None:
    job = receiving.listen(11112, "FETS", [("MR1", "")])
    ready = workspace.scratch / "pacs" / "received" / "ready"
    for name in ("a", "b"):
        (ready / name).mkdir(parents=True)
        (ready / name / "1.dcm").write_bytes(b"x")
    runner.tell(job, folder=str(ready / "a"), images=1, sender="MR1")
    board.pump()
    assert imports == [([ready / "a"], True)]
    assert [row.subject for row in workspace.audit() if row.action == "study received"] == ["MR1"]
    again = receiving.listen(11113, "FETS", [("MR1", "")])
    assert [paths for paths, _ in imports[1:]] == [[ready / "a"], [ready / "b"]], "no import knows of them any more"
    assert again != job


def test_listening_follows_the_settings(
    receiving: Receiving, board: JobBoard, runner: StillRunner, choices: Choices, nodes: Nodes
) -> None:
    receiving.follow()
    assert not receiving.listening
    choices.set("pacs.listen", True)
    first = receiving.listening
    assert runner.specs[first].arguments["port"] == 11112
    choices.set("pacs.port", 11113)
    assert runner.cancelled == [first]
    board.pump()
    second = receiving.listening
    assert second != first
    assert runner.specs[second].arguments["port"] == 11113
    nodes.put(MAIN)
    board.pump()
    assert runner.specs[receiving.listening].arguments["guests"] == [["PACS", "10.1.2.3"]]
    choices.set("pacs.listen", False)
    board.pump()
    assert not receiving.listening


def test_who_stops_the_listening_turns_the_switch_off(
    receiving: Receiving, board: JobBoard, runner: StillRunner, choices: Choices
) -> None:
    receiving.follow()
    choices.set("pacs.listen", True)
    board.cancel(receiving.listening)
    board.pump()
    assert choices.get("pacs.listen") is False
    choices.set("pacs.listen", True)
    assert receiving.listening


def test_a_fetch_that_needs_our_port_gets_it_and_gives_it_back(
    pacs: Pacs, receiving: Receiving, board: JobBoard, runner: StillRunner, choices: Choices, nodes: Nodes
) -> None:
    nodes.put(replace(MAIN, fetch_by=FetchBy.MOVE))
    receiving.follow()
    choices.set("pacs.listen", True)
    before = receiving.listening
    job = pacs.get("main", "1.2.3")
    board.pump()
    assert before in runner.cancelled
    assert not receiving.listening
    runner.fail(job, "pacs-failed", "no")
    board.pump()
    assert receiving.listening


def test_a_port_that_is_taken_is_not_tried_for_ever(
    receiving: Receiving, board: JobBoard, runner: StillRunner, choices: Choices
) -> None:
    receiving.follow()
    choices.set("pacs.listen", True)
    runner.fail(receiving.listening, "pacs-port", "Port 11112.")
    board.pump()
    assert not receiving.listening
    assert len([spec for spec in runner.specs.values() if spec.task == "pacs_listen"]) == 1


def test_what_a_program_that_was_ended_was_asking_is_not_asked_again(
    pacs: Pacs, nodes: Nodes, workspace: Workspace, bus: FactsBus, runner: StillRunner, board: JobBoard
) -> None:
    nodes.put(MAIN)
    asked, fetched = pacs.find("main", QUERY), pacs.get("main", "1.2.3")
    again = JobBoard(workspace, bus)
    on: Callable[..., Any] = again.on
    on("pacs_find", lambda _record, _result: None, resumed=False)
    on("pacs_get", lambda _record, _result: None, private=lambda _record: {"secret": {}})
    assert again.resume() == [fetched]
    assert {record.id: record.state for record in workspace.jobs()}[asked] == "cancelled"
    assert "query" not in runner.specs[fetched].arguments
