"""backup and restore: an imported case goes to another folder and comes back, whole and verified."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from shell_commands import Outcome, command

WORD = "a passphrase of the tests"


def test_a_case_goes_and_comes_back(fets: Callable[..., Outcome], patient: Path, tmp_path: Path) -> None:
    case = fets("import", patient).json["cases"][0]["case"]
    made = fets("backup", "--to", tmp_path / "backup")
    assert made.status == 0, made.err
    assert made.json["files"] > 4
    assert made.json["faults"] == []
    assert not list((tmp_path / "workspace" / "scratch").rglob("facts.db"))
    back = command(tmp_path / "elsewhere", "--json", "restore", tmp_path / "backup", "--to", tmp_path / "again")
    assert back.status == 0, back.err
    assert back.json["ok"]
    assert not (tmp_path / "elsewhere").exists(), "a restore opens no other workspace"
    shown = command(tmp_path / "again", "--json", "cases", "list")
    assert [one["case"] for one in shown.json["cases"]] == [case]
    # and the next visit of the same patient gets the same pseudonym
    assert (tmp_path / "again" / "pseudonym.key").read_bytes() == (tmp_path / "workspace/pseudonym.key").read_bytes()


def test_a_sealed_one_needs_its_passphrase(
    fets: Callable[..., Outcome], patient: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FETS_DESKTOP_PASSPHRASE", raising=False)
    fets("import", patient)
    refused = fets("backup", "--to", tmp_path / "backup", "--seal")
    assert refused.codes == ["wrong-passphrase"]
    assert "FETS_DESKTOP_PASSPHRASE" in refused.json["errors"][0]["detail"]
    monkeypatch.setenv("FETS_DESKTOP_PASSPHRASE", "short")
    assert fets("backup", "--to", tmp_path / "backup", "--seal").codes == ["wrong-passphrase"]
    monkeypatch.setenv("FETS_DESKTOP_PASSPHRASE", WORD)
    made = fets("backup", "--to", tmp_path / "backup", "--seal")
    assert made.status == 0, made.err
    records = sqlite3.connect(tmp_path / "workspace" / "facts.db")
    kept = "".join(str(row) for table in ("jobs", "audit") for row in records.execute(f"SELECT * FROM {table}"))
    records.close()
    assert WORD not in kept
    assert str(tmp_path / "backup") not in kept
    monkeypatch.delenv("FETS_DESKTOP_PASSPHRASE")
    wrong = fets("restore", tmp_path / "backup", "--to", tmp_path / "again")
    assert wrong.codes == ["wrong-passphrase"]
    monkeypatch.setenv("FETS_DESKTOP_PASSPHRASE", WORD)
    assert fets("restore", tmp_path / "backup", "--to", tmp_path / "again").json["ok"]


def test_no_place_in_use_is_taken(fets: Callable[..., Outcome], patient: Path, tmp_path: Path) -> None:
    assert fets("cases", "list").status == 0
    assert fets("backup", "--to", tmp_path / "workspace" / "inside").codes == ["backup-folder"]
    assert fets("backup", "--to", patient).codes == ["backup-folder"]
    assert fets("restore", patient, "--to", tmp_path / "again").codes == ["no-backup"]
    assert fets("backup", "--to", tmp_path / "backup").status == 0
    assert fets("backup", "--to", tmp_path / "backup").codes == ["backup-folder"], "the last good one is not touched"
    assert fets("restore", tmp_path / "backup", "--to", tmp_path / "workspace").codes == ["backup-folder"]
