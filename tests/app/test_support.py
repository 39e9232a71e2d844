"""The support bundle helps, and names nobody: names are planted everywhere and looked for in every byte of it."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from memory_keyring import MemoryKeyring
from test_identities import WHO

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.identities import Identities
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.support import Supporting, bundle_words
from fets_desktop.store.records import JobRecord
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding, Grade

PLANTED = ("Zyklowska", "Wanda", "88123457", "1965-03-21", "Dr. Weber", "/home/weber/patients")


@pytest.fixture
def choices(workspace: Workspace, bus: FactsBus) -> Choices:
    return Choices(workspace, bus)


@pytest.fixture
def supporting(workspace: Workspace, choices: Choices) -> Supporting:
    identities = Identities(workspace, Secrets(workspace, MemoryKeyring(), {}), choices)
    assert identities.add("Q-1", WHO)
    return Supporting(workspace, choices, identities)


@pytest.fixture
def planted(workspace: Workspace, choices: Choices, add_prepared: Callable[..., str]) -> str:
    """A case in whose every free text somebody is named, as a careless person or a bug may do."""
    case = add_prepared(workspace, "Q-1-20", "Q-1")
    choices.set("review.reviewer", "Dr. Weber")
    finding = Finding("atlas", "Atlas", Grade.LOOK, "Wanda Zyklowska moved", {"mutual_information": 0.25})
    job = JobRecord(
        "j", "scan", "Reading /home/weber/patients", "", "failed", {}, "", "", "Zyklowska, 88123457 is torn"
    )
    with workspace.change("Dr. Weber", "case flagged", case, {"why": "Zyklowska"}) as change:
        change.set_flag(case, "Wanda Zyklowska, born 1965-03-21")
        change.put_findings(case, [finding])
        change.put_job(job)
    workspace.logs.mkdir(exist_ok=True)
    (workspace.logs / "fets-desktop.log").write_text(
        "12:00 INFO step done\n12:01 ERROR no file /home/weber/patients/Zyklowska\n12:02 INFO Wanda Zyklowska\n"
    )
    return case


def content_of(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_no_planted_name_is_in_it_and_what_was_left_out_is_told(supporting, planted, workspace, tmp_path: Path) -> None:
    bundle = supporting.write(tmp_path)
    texts = content_of(bundle.file)
    for word in (*PLANTED, planted, "Q-1"):
        assert not [name for name, text in texts.items() if word in text], word
    for name, text in texts.items():
        if name.endswith(".json"):
            json.loads(text)
    assert {f.where for f in bundle.findings} == {"jobs.json, line 6", "logs/fets-desktop.log, line 3"}
    assert "INFO step done" in texts["logs/fets-desktop.log"]
    assert "Zyklowska" not in " ".join(bundle_words(bundle))
    assert workspace.audit(1)[0].action == "support bundle written"


def test_it_says_what_helps(supporting, planted, tmp_path: Path) -> None:
    texts = content_of(supporting.write(tmp_path / "deep" / "bundle.zip").file)
    about = json.loads(texts["about.json"])
    assert about["packages"]["numpy"]
    assert about["free_disk_bytes"] > 0
    (case,) = json.loads(texts["cases.json"])
    assert (case["case"], case["stage"]) == ("case-1", "prepared")
    assert case["findings"] == [{"step": "atlas", "grade": "look", "numbers": {"mutual_information": 0.25}}]
    settings = json.loads(texts["settings.json"])
    assert "look.theme" in settings
    assert "review.reviewer" not in settings
    audit = json.loads(texts["audit.json"])
    assert audit[-1]["subject"] == "case-1"
    assert set(audit[-1]) == {"number", "time", "action", "subject"}


def test_a_table_that_is_closed_is_told(workspace, choices, planted, tmp_path: Path) -> None:
    ring = MemoryKeyring()
    identities = Identities(workspace, Secrets(workspace, ring, {}), choices)
    identities.add("Q-1", WHO)
    ring.answers = False
    bundle = Supporting(workspace, choices, Identities(workspace, Secrets(workspace, ring, {}), choices)).write(
        tmp_path
    )
    assert bundle.closed
    assert any("not searched" in line for line in bundle_words(bundle))


def test_where_it_cannot_be_written_nothing_is(supporting, planted, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StudyError) as caught:
        supporting.write(tmp_path / "file" / "bundle.zip")
    assert caught.value.code == "read-only"
