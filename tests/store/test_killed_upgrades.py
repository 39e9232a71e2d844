"""kill -9 amid bringing an old workspace up to date: it is as it was, or wholly new, and opens all the same."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fets_desktop.store import schema
from fets_desktop.store.schema import read_migrations
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Stage

CHILD = """
import os, signal, sys
from pathlib import Path
from fets_desktop.store import schema, workspace
left = int(sys.argv[2])
connect = schema.connect
def watched(file):
    connection = connect(file)
    def count(statement):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    connection.set_trace_callback(count)
    return connection
workspace.connect = watched
workspace.Workspace.open(Path(sys.argv[1])).close()
"""


def old_workspace(folder: Path) -> None:
    """A workspace of the first schema with a case in it."""
    folder.mkdir()
    connection = schema.connect(folder / "facts.db")
    schema.migrate(connection, read_migrations()[:1])
    connection.execute(
        "INSERT INTO cases (id, patient, stage, scan_date, created, flag) VALUES ('P-1', 'Q-1', 'new', '', '', 'kept')"
    )
    connection.close()


def open_until_killed(folder: Path, statement: int) -> int:
    return subprocess.run([sys.executable, "-c", CHILD, str(folder), str(statement)], check=False).returncode


@pytest.mark.parametrize("statement", [2, 5, 9, 14, 20, 27])
def test_a_kill_at_a_statement_of_the_upgrade_loses_nothing(tmp_path: Path, statement: int) -> None:
    folder = tmp_path / "workspace"
    old_workspace(folder)
    assert open_until_killed(folder, statement) == -signal.SIGKILL
    with Workspace.open(folder) as opened:
        (case,) = opened.cases()
        assert (case.id, case.stage, case.flag) == ("P-1", Stage.NEW, "kept")
        assert opened.verify().ok
        upgrades = [row.subject for row in opened.audit(50) if row.action == "workspace brought up to date"]
        assert sorted(upgrades) == [f"schema {step.number}" for step in read_migrations()[1:]], "each once"


def test_the_kill_really_falls_amid_the_upgrade(tmp_path: Path) -> None:
    folder = tmp_path / "workspace"
    old_workspace(folder)
    assert open_until_killed(folder, 10_000) == 0, "so many statements there are not"
