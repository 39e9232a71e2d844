"""A backup is brought back beside the present workspace: asked for rightly, by a worker, and verified."""

from pathlib import Path

import pytest
from refusals import code

from fets_desktop.app.backing_up import BackingUp
from fets_desktop.app.restoring import Restoring
from fets_desktop.app.tasks import backup as backup_task
from fets_desktop.app.tasks import restore as restore_task
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.progress import silent

WORD = "correct horse battery"


def done(task, spec):
    return task.run(TaskContext(spec.arguments, Path(spec.scratch), silent, lambda fact: None))


@pytest.fixture
def quick_key(monkeypatch):
    monkeypatch.setattr("fets_desktop.store.sealed.write_under_passphrase.__defaults__", (2,))


@pytest.fixture
def restoring(workspace, board):
    return Restoring(workspace, board)


@pytest.fixture
def backup(workspace, bus, board, runner, case, tmp_path, quick_key):
    BackingUp(workspace, bus, board).start(tmp_path / "b", WORD)
    done(backup_task, runner.last("backup"))
    return tmp_path / "b"


def test_it_comes_back_whole_and_the_present_one_stays(restoring, backup, workspace, board, runner, tmp_path):
    assert restoring.is_sealed(backup)
    job = restoring.start(backup, tmp_path / "again", WORD)
    runner.finish(job, **done(restore_task, runner.last("restore")))
    board.pump()
    assert restoring.last.verified.ok
    assert restoring.last.report.files > 5
    with Workspace.open(tmp_path / "again", create=False) as again:
        assert [case.id for case in again.cases()] == [case.id for case in workspace.cases()]
        assert again.audit(1)[0].action == "backup restored"
    assert workspace.audit(1)[0].action != "backup restored"


def test_where_to_and_the_passphrase_are_the_workers_alone(restoring, backup, workspace, runner, tmp_path):
    restoring.start(backup, tmp_path / "again", WORD)
    assert runner.last("restore").arguments["passphrase"] == WORD
    assert WORD not in repr(vars(restoring))
    assert "again" not in repr(workspace.jobs())


def test_what_cannot_be_is_refused_before_a_job_begins(restoring, backup, folder, runner, tmp_path, monkeypatch):
    assert code(lambda: restoring.is_sealed(tmp_path)) == "no-backup"
    assert code(lambda: restoring.start(backup, tmp_path / "again", "another word")) == "wrong-passphrase"
    for place in (folder, folder / "again", folder.parent, backup / "again", backup):
        assert code(lambda place=place: restoring.start(backup, place, WORD)) == "backup-folder"
    (tmp_path / "filled").mkdir()
    (tmp_path / "filled" / "mine.txt").write_text("mine")
    assert code(lambda: restoring.start(backup, tmp_path / "filled", WORD)) == "backup-folder"
    monkeypatch.setattr("fets_desktop.app.restoring.shutil.disk_usage", lambda place: type("U", (), {"free": 10})())
    assert code(lambda: restoring.start(backup, tmp_path / "again", WORD)) == "disk-full"
    assert "restore" not in [spec.task for spec in runner.specs.values()]


def test_one_at_a_time(restoring, backup, tmp_path):
    assert restoring.start(backup, tmp_path / "x", WORD) == restoring.start(backup, tmp_path / "y", WORD)
