"""A backup's records wait in the jobs' scratch while a worker copies, and leave it however the backup ends."""

from pathlib import Path

import pytest

from fets_desktop.app.backing_up import BackingUp
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.restoring import bring_back
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError

WORD = "correct horse battery"


@pytest.fixture
def backing_up(workspace: Workspace, bus: FactsBus, board: JobBoard) -> BackingUp:
    return BackingUp(workspace, bus, board)


def left(workspace: Workspace) -> list[Path]:
    return list(workspace.scratch.rglob("facts.db"))


@pytest.mark.parametrize("ending", ["finish", "fail", "cancel"])
def test_the_snapshot_goes_however_it_ends(backing_up, workspace, board, runner, tmp_path, ending):
    job = backing_up.start(tmp_path / "b", WORD)
    spec = runner.last("backup")
    assert spec.arguments["passphrase"] == WORD
    assert left(workspace)
    if ending == "finish":
        runner.finish(job, files=3, bytes=10, faults=[])
    elif ending == "fail":
        runner.fail(job, "disk-full")
    else:
        board.cancel(job)
    board.pump()
    assert left(workspace) == []
    assert (backing_up.last_report is not None) == (ending == "finish")
    assert WORD not in repr(vars(backing_up)), "the passphrase is forgotten"
    assert backing_up.start(tmp_path / "c") != job


def test_one_at_a_time(backing_up, runner, tmp_path):
    assert backing_up.start(tmp_path / "b") == backing_up.start(tmp_path / "c")
    assert len(runner.specs) == 1


def test_what_does_not_fit_is_not_begun(backing_up, workspace, runner, tmp_path, monkeypatch):
    monkeypatch.setattr("fets_desktop.app.backing_up.shutil.disk_usage", lambda place: type("U", (), {"free": 10})())
    with pytest.raises(StudyError) as told:
        backing_up.start(tmp_path / "b")
    assert told.value.code == "disk-full"
    assert left(workspace) == []
    assert not runner.specs


def test_a_network_drive_is_refused_before_anything_is_copied_there(tmp_path, monkeypatch):
    (tmp_path / "b").mkdir()

    def remote(_folder: Path) -> None:
        raise StudyError("network-drive")

    monkeypatch.setattr("fets_desktop.app.restoring.refuse_network_drive", remote)
    with pytest.raises(StudyError) as told:
        bring_back(tmp_path / "b", tmp_path / "again")
    assert told.value.code == "network-drive"
