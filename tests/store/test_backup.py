"""A backup holds everything, knows when it was changed, and comes back as a workspace that verifies."""

import json
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from fets_desktop.store import backup, sealed, sealed_stream
from fets_desktop.store.backup import RESTORE_BEGUN, restore, write_backup
from fets_desktop.store.backup_list import KEY, LIST
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.progress import silent

WORD = "correct horse battery"


def a_workspace(folder: Path, images: int = 3) -> Workspace:
    workspace = Workspace.open(folder)
    with workspace.change("person", "made", "workspace") as change:
        for number in range(images):
            image = folder.parent / f"{number}.bin"
            image.write_bytes(os.urandom(2000 + number))

            change.keep_file(workspace.files.publish(image, ".bin"))
    (folder / "pseudonym.key").write_bytes(b"secret of names")
    journal = folder / "journals" / f"{'0' * 32}.journal"
    journal.write_bytes(b"")
    return workspace


def back_up(workspace: Workspace, to: Path, passphrase: str = "", progress=silent):
    snapshot = to.parent / "snapshot"
    stored = workspace.snapshot(snapshot)
    return write_backup(workspace.folder, snapshot, stored, to, passphrase, progress)


def content_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in ("lock", "facts.db", "facts.db-wal")
    }


@pytest.fixture(params=["", WORD], ids=["plain", "sealed"])
def word(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def quick_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed.write_under_passphrase, "__defaults__", (2,))


def test_what_comes_back_is_what_was_there(tmp_path, word, quick_key):
    with a_workspace(tmp_path / "w") as workspace:
        rows = workspace.audit(10)
        report = back_up(workspace, tmp_path / "b", word)
        before = content_of(workspace.folder)
    assert report.files == 6
    assert not report.faults
    restore(tmp_path / "b", tmp_path / "again", word, silent)
    assert content_of(tmp_path / "again") == before
    with Workspace.open(tmp_path / "again", create=False) as again:
        assert again.verify().ok
        assert again.audit(10) == rows
    assert (tmp_path / "again").stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "again").rglob("*"))


def test_a_sealed_backup_shows_nothing(tmp_path, quick_key):
    with a_workspace(tmp_path / "w") as workspace:
        back_up(workspace, tmp_path / "b", WORD)
    everything = b"".join(content_of(tmp_path / "b").values()) + (tmp_path / "b" / "facts.db").read_bytes()
    assert b"secret of names" not in everything
    assert b"SQLite" not in everything
    assert b"pseudonym" not in everything


@pytest.mark.parametrize("wrong", ["", "another passphrase"])
def test_the_wrong_passphrase_is_told(tmp_path, wrong, quick_key):
    with a_workspace(tmp_path / "w") as workspace:
        back_up(workspace, tmp_path / "b", WORD)
    with pytest.raises(StudyError, match="sealed with another") as told:
        restore(tmp_path / "b", tmp_path / "again", wrong, silent)
    assert told.value.code == "wrong-passphrase"
    assert not (tmp_path / "again").exists()


def victims(backup: Path) -> list[Path]:
    return sorted(path for path in backup.rglob("*") if path.is_file())


@pytest.mark.parametrize("deed", ["flip", "cut", "grow", "remove", "swap"])
def test_each_change_of_each_file_is_found(tmp_path, word, deed, quick_key):
    with a_workspace(tmp_path / "w") as workspace:
        back_up(workspace, tmp_path / "b", word)
    for number, victim in enumerate(victims(tmp_path / "b")):
        spoilt = tmp_path / f"spoilt{number}"
        shutil.copytree(tmp_path / "b", spoilt)
        file = spoilt / victim.relative_to(tmp_path / "b")
        content = file.read_bytes()
        if not content and deed in ("flip", "cut"):
            continue
        file.chmod(0o600)
        if deed == "remove":
            file.unlink()
        elif deed == "swap":
            other = next(path for path in victims(spoilt) if path.read_bytes() != content)
            other.chmod(0o600)
            file.write_bytes(other.read_bytes())
        else:
            middle = len(content) // 2
            flipped = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :] if content else b""
            file.write_bytes({"flip": flipped, "cut": content[:-1], "grow": content + b" x"}[deed])
        with pytest.raises(StudyError) as told:
            restore(spoilt, tmp_path / f"again{number}", word, silent)
        assert told.value.code in ("backup-damaged", "no-backup", "wrong-passphrase"), file.name
        assert not (tmp_path / f"again{number}" / "facts.db").exists(), "half of it is no workspace"


def test_the_copy_is_of_one_moment(tmp_path):
    """What is written after the snapshot is not in it, and does not tear it."""
    with a_workspace(tmp_path / "w") as workspace:
        stored = workspace.snapshot(tmp_path / "snapshot")
        with workspace.change("person", "later", "workspace"):
            pass
        write_backup(workspace.folder, tmp_path / "snapshot", stored, tmp_path / "b", "", silent)
    records = sqlite3.connect(f"file:{tmp_path / 'b' / 'facts.db'}?immutable=1", uri=True)
    assert records.execute("SELECT count(*) FROM audit WHERE action = 'later'").fetchone() == (0,)
    records.close()


def test_one_that_was_cut_off_is_no_backup(tmp_path):
    def stop(fraction: float, note: str) -> None:
        if fraction > 0.4:
            raise Cancelled

    with a_workspace(tmp_path / "w") as workspace, pytest.raises(Cancelled):
        back_up(workspace, tmp_path / "b", progress=stop)
    with pytest.raises(StudyError) as told:
        restore(tmp_path / "b", tmp_path / "again", "", silent)
    assert told.value.code == "no-backup"


def test_a_damaged_workspace_is_backed_up_all_the_same_and_told(tmp_path):
    with a_workspace(tmp_path / "w") as workspace:
        lost, spoilt, _whole = sorted(path for path in (workspace.folder / "files").rglob("*.bin"))
        lost.unlink()
        spoilt.chmod(0o600)
        spoilt.write_bytes(b"other")
        report = back_up(workspace, tmp_path / "b")
    assert len(report.faults) == 2
    assert restore(tmp_path / "b", tmp_path / "again", "", silent).faults == report.faults
    with Workspace.open(tmp_path / "again", create=False) as again:
        assert len(again.verify().faults) == 2


@pytest.mark.parametrize("path", ["../out", "/etc/out", "files/../../out", "logs/x", "files/ab/" + "0" * 64 + "/x"])
def test_a_list_from_elsewhere_writes_nowhere_else(tmp_path, path):
    with a_workspace(tmp_path / "w") as workspace:
        back_up(workspace, tmp_path / "b")
    listed = json.loads((tmp_path / "b" / LIST).read_text())
    listed["files"].append([path, "0" * 64, 0])
    (tmp_path / "b" / LIST).chmod(0o600)
    (tmp_path / "b" / LIST).write_text(json.dumps(listed))
    with pytest.raises(StudyError) as told:
        restore(tmp_path / "b", tmp_path / "again", "", silent)
    assert told.value.code == "backup-damaged"


def test_it_is_not_brought_back_over_something(tmp_path):
    with a_workspace(tmp_path / "w") as workspace:
        back_up(workspace, tmp_path / "b")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine")
    with pytest.raises(StudyError) as told:
        restore(tmp_path / "b", tmp_path / "full", "", silent)
    assert told.value.code == "backup-folder"
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine"]


def test_a_sealed_one_has_a_key_file_and_a_plain_one_none(tmp_path, word, quick_key):
    with a_workspace(tmp_path / "w") as workspace:
        back_up(workspace, tmp_path / "b", word)
    assert (tmp_path / "b" / KEY).exists() == bool(word)


class Killed(BaseException):
    """Nothing is tidied up after it."""


@pytest.mark.parametrize("at", [0.0, 0.3, 0.7, 0.8])
def test_what_was_cut_off_is_begun_anew_in_its_folder(tmp_path, word, quick_key, at):
    def kill(fraction: float, note: str) -> None:
        if fraction >= at:
            raise Killed

    with a_workspace(tmp_path / "w") as workspace:
        with pytest.raises(Killed):
            back_up(workspace, tmp_path / "b", "another word" if word else "", progress=kill)
        shutil.rmtree(tmp_path / "snapshot")
        assert back_up(workspace, tmp_path / "b", word).files == 6
        before = content_of(workspace.folder)
    with a_workspace(tmp_path / "other") as workspace:
        shutil.rmtree(tmp_path / "snapshot")
        back_up(workspace, tmp_path / "c", word)
    with pytest.raises(Killed):
        restore(tmp_path / "c", tmp_path / "again", word, kill)
    restore(tmp_path / "b", tmp_path / "again", word, silent)
    assert content_of(tmp_path / "again") == before, "nothing of the other one stayed"
    for begun in (tmp_path / "b", tmp_path / "again"):
        assert not list(begun.glob("*.unfinished"))
        with pytest.raises(StudyError, match="Something is in it"):
            restore(tmp_path / "b", begun, word, silent)


def test_a_workspace_that_came_back_is_never_begun_anew(tmp_path):
    with a_workspace(tmp_path / "w") as workspace:
        back_up(workspace, tmp_path / "b")
    restore(tmp_path / "b", tmp_path / "again", "", silent)
    (tmp_path / "again" / RESTORE_BEGUN).touch()
    before = content_of(tmp_path / "again")
    with pytest.raises(StudyError) as told:
        restore(tmp_path / "b", tmp_path / "again", "", silent)
    assert told.value.code == "backup-folder"
    assert content_of(tmp_path / "again") == before


def spoil_list(backup: Path, text: str) -> None:
    (backup / LIST).chmod(0o600)
    (backup / LIST).write_text(text)


LISTS = {
    "a size without end": lambda text: text.replace("\n2000\n", "\n1e999\n"),
    "a size below nothing": lambda text: text.replace("\n2000\n", "\n-2000\n"),
    "brackets without end": lambda text: "[" * 100_000,
    "a file twice": lambda text: json.dumps({**json.loads(text), "files": json.loads(text)["files"] * 2}),
}


@pytest.mark.parametrize("how", LISTS)
def test_a_list_that_says_nonsense_is_told(tmp_path, how):
    with a_workspace(tmp_path / "w") as workspace:
        back_up(workspace, tmp_path / "b")
    text = (tmp_path / "b" / LIST).read_text()
    spoil_list(tmp_path / "b", LISTS[how](text))
    assert (tmp_path / "b" / LIST).read_text() != text
    with pytest.raises(StudyError) as told:
        restore(tmp_path / "b", tmp_path / "again", "", silent)
    assert told.value.code == "backup-damaged"


@pytest.mark.parametrize("head", ['{"format":"fets-desktop secrets","version":1,"scrypt":{"n":1e999}}', "[" * 100_000])
def test_a_key_that_says_nonsense_is_told(tmp_path, head):
    with a_workspace(tmp_path / "w") as workspace:
        back_up(workspace, tmp_path / "b")
    (tmp_path / "b" / KEY).write_bytes(head.encode() + b"\n" + bytes(60))
    with pytest.raises(StudyError) as told:
        restore(tmp_path / "b", tmp_path / "again", WORD, silent)
    assert told.value.code == "backup-damaged"


@pytest.mark.parametrize("what", ["folder", "pipe", "circle", "failing disk"])
def test_what_cannot_be_read_is_a_damaged_backup_and_a_fault_of_a_workspace(tmp_path, what):
    """A disk that fails is when a backup matters most: all that can be read goes along."""

    def spoil(file: Path) -> None:
        file.unlink()
        if what == "folder":
            file.mkdir()
        elif what == "pipe":
            os.mkfifo(file)
        else:
            file.symlink_to(file if what == "circle" else "/proc/self/mem")

    with a_workspace(tmp_path / "w") as workspace:
        spoil(min((workspace.folder / "files").rglob("*.bin")))
        report = back_up(workspace, tmp_path / "b")
        assert (report.files, len(report.faults)) == (5, 1)
        assert "could not be read" in report.faults[0]
    spoil(min((tmp_path / "b" / "files").rglob("*.bin")))
    with pytest.raises(StudyError) as told:
        restore(tmp_path / "b", tmp_path / "again", "", silent)
    assert told.value.code == "backup-damaged"
    assert not (tmp_path / "again" / "facts.db").exists()


def test_what_a_site_has_of_its_federations_comes_back(tmp_path, word, quick_key):
    with a_workspace(tmp_path / "w") as workspace:
        federation = workspace.folder / "federation" / "fets-0a1b"
        small = ("member.json", "invitation.fetsinvite", "certificate.pem", "ledger.jsonl", "desk/privacy.json")
        models = ("desk/last.safetensors", "desk/kept/round-001.safetensors", "desk/round-002/consensus.safetensors")
        for name in (*small, "desk/rounds.json", *models):
            (federation / name).parent.mkdir(parents=True, exist_ok=True)
            (federation / name).write_bytes(name.encode())
        (federation.parent / "owned.json").write_bytes(b"[]")
        before = content_of(workspace.folder)
        # of the round that is under way what was worked out is not kept: it is done again
        (federation / "desk" / "round-002" / "work.json").write_bytes(b"{}")
        assert not back_up(workspace, tmp_path / "b", word).faults
    restore(tmp_path / "b", tmp_path / "again", word, silent)
    assert content_of(tmp_path / "again") == before


def test_a_long_list_of_files_comes_back(tmp_path, word, quick_key, monkeypatch):
    for module in (backup, sealed_stream):
        monkeypatch.setattr(module, "PIECE", 64)
    with a_workspace(tmp_path / "w") as workspace:
        back_up(workspace, tmp_path / "b", word)
    assert restore(tmp_path / "b", tmp_path / "again", word, silent).files == 6


def test_what_another_workspace_left_of_its_federations_does_not_come_along(tmp_path):
    with a_workspace(tmp_path / "w") as workspace:
        back_up(workspace, tmp_path / "b")
    (tmp_path / "again" / "federation" / "fets-0a1b").mkdir(parents=True)
    (tmp_path / "again" / "federation" / "fets-0a1b" / "member.json").write_bytes(b"{}")
    (tmp_path / "again" / backup.RESTORE_BEGUN).write_bytes(b"")
    restore(tmp_path / "b", tmp_path / "again", "", silent)
    assert not (tmp_path / "again" / "federation").exists()


def test_a_round_that_ends_meanwhile_is_no_fault(tmp_path):
    with a_workspace(tmp_path / "w") as workspace:
        consensus = workspace.folder / "federation" / "fets-0a1b" / "desk" / "round-002" / "consensus.safetensors"
        consensus.parent.mkdir(parents=True)
        consensus.write_bytes(b"a model")
        stored = workspace.snapshot(tmp_path / "snapshot")
        consensus.unlink()
        report = write_backup(workspace.folder, tmp_path / "snapshot", stored, tmp_path / "b", "", silent)
    assert report.faults == ()
