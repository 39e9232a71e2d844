"""The verb phi-scan: clean where nothing was planted, the place and the kind where something was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from shell_commands import Outcome, command
from whole_demo import DemoRun


def test_a_whole_demo_names_nobody(demo_run: DemoRun) -> None:
    done = command(demo_run.workspace, "--json", "phi-scan")
    assert done.status == 0, done.out
    assert done.json["ok"]
    assert done.json["findings"] == []
    assert done.json["unread"] == []
    assert done.json["files"] > 40
    assert done.json["bytes"] > 10_000_000


def test_what_is_found_is_told_by_place_and_kind(fets: Callable[..., Outcome], patient: Path, tmp_path: Path) -> None:
    imported = fets("import", patient)
    assert imported.status == 0
    assert fets("phi-scan").json["findings"] == []
    fets("cases", "flag", imported.json["cases"][0]["case"], "--reason", "ask Erfunden^Erika, erika@example.org")
    done = fets("phi-scan")
    assert done.status == 4
    assert done.codes == ["names-found"]
    assert not done.json["ok"]
    found = {(one["where"], one["what"]) for one in done.json["findings"]}
    assert ("the records: cases, flag, row 1", "a person's name as DICOM writes it") in found
    assert ("the records: cases, flag, row 1", "an e-mail address") in found
    assert "rfunden" not in done.out + done.err
    assert "example.org" not in done.out + done.err


def test_in_words_it_says_what_was_read(patient: Path, tmp_path: Path) -> None:
    command(tmp_path / "workspace", "--quiet", "import", patient)
    done = command(tmp_path / "workspace", "--quiet", "phi-scan")
    assert done.status == 0
    assert "all records were read" in done.out
    assert "Nothing names a patient." in done.out


def test_an_import_says_whether_it_keeps_who_they_are(
    patient: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = command(tmp_path / "without", "--json", "import", patient)
    assert done.status == 0
    assert "no passphrase was given (FETS_DESKTOP_PASSPHRASE)" in done.json["table"]
    assert not (tmp_path / "without" / "identities.vault").exists()
    monkeypatch.setenv("FETS_DESKTOP_PASSPHRASE", "a passphrase of the tests")
    done = command(tmp_path / "with", "--json", "import", patient)
    assert done.json["table"] == "kept"
    monkeypatch.setenv("FETS_DESKTOP_PASSPHRASE", "another passphrase")
    assert command(tmp_path / "with", "--json", "phi-scan").json["table"] == "This is not the passphrase"
