"""Power cuts, full disks and folders that may not be written to, as real as this machine allows."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fets_desktop.store.faults import known_faults
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError

WRITER = """
import os, sys
from pathlib import Path
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Series
workspace = Workspace.open(Path(sys.argv[1]))
start = len(workspace.cases())
for n in range(start, start + 100000):
    source = workspace.scratch / "made"
    source.write_bytes(b"voxels %d" % n * 3000)
    stored = workspace.files.publish(source)
    with workspace.change("program", "case imported", f"c{n}") as change:
        change.put_case(Case(f"c{n}", "p", series=(Series("s", f"c{n}", sha256=stored.sha256),)))
        change.put_product(f"c{n}", "brain_mask", stored)
    workspace.journal("j", "").append(b"edit %d" % n)
    print(n, flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, 7, 40])
def test_a_kill_in_the_middle_loses_nothing_that_was_acknowledged(folder, acknowledged):
    done = -1
    for _ in range(2):  # the second writer starts from what the first one's death left
        with subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout
            for _ in range(acknowledged):
                line = writer.stdout.readline()
            writer.send_signal(signal.SIGKILL)
            rest = [word for word in writer.stdout.read().splitlines() if word.isdigit()]
            done = int((rest or [line])[-1])
        with Workspace.open(folder, create=False) as opened:
            assert opened.verify().faults == []
            cases = [case.id for case in opened.cases()]
            assert cases[: done + 1] == [f"c{n}" for n in range(done + 1)]
            assert len(cases) <= done + 2
            for case in cases:
                number = case[1:].encode()
                assert opened.products(case)["brain_mask"].path.read_bytes() == b"voxels %s" % number * 3000
            edits = opened.journal("j", "").read()
            assert [e for e in edits if int(e[5:]) <= done] == [b"edit %d" % n for n in range(done + 1)]
            assert not list((folder / "files").glob(".part*"))


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mount a small disk of our own; where that is not allowed the tests on injected errors must do."""
    point = tmp_path / "disk"
    point.mkdir()

    def mount(options: str) -> Path:
        flags = (
            ["-o", options, str(point)] if "remount" in options else ["-t", "tmpfs", "-o", options, "tmpfs", str(point)]
        )
        if os.geteuid() != 0 or subprocess.run(["mount", *flags], capture_output=True).returncode:
            pytest.skip("this machine lets nobody mount a disk here")
        return point

    yield mount
    if point.is_mount():
        subprocess.run(["umount", "-l", str(point)], check=True)


def write_until_refused(workspace: Workspace) -> str:
    text = "x" * 20_000
    for number in range(10_000):
        try:
            with workspace.change("a", "b", "c") as change:
                change.put_setting(f"s{number}", text)
        except StudyError as error:
            return error.code
    return "never refused"


def fill(folder: Path, spare: int = 0) -> Path:
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as sink:
        try:
            while sink.write(b"\0" * 4096):
                pass
        except OSError:
            pass
        sink.truncate(max(0, sink.tell() - spare))
    return ballast


def test_a_full_disk_is_said_so_by_every_write_and_harms_nothing(mounted):
    disk = mounted("size=4m")
    with Workspace.open(disk / "w") as workspace:
        made = workspace.scratch / "made"
        made.write_bytes(b"v" * 100_000)
        journal = workspace.journal("c", "")
        journal.append(b"before")
        assert write_until_refused(workspace) == "disk-full"
        kept = workspace.settings()
        ballast = fill(disk)
        for write in (lambda: workspace.files.publish(made), lambda: journal.append(b"y" * 10_000)):
            with pytest.raises(StudyError) as error:
                write()
            assert error.value.code == "disk-full"
        assert write_until_refused(workspace) == "disk-full"
        assert workspace.settings() == kept
        assert workspace.verify().faults == []
        ballast.unlink()
        journal.append(b"after")
        assert journal.read() == [b"before", b"after"]
    with Workspace.open(disk / "w") as again:
        assert again.settings() == kept
        assert again.verify().faults == []


def test_a_disk_too_full_to_begin_is_said_so_and_a_later_try_succeeds(mounted):
    disk = mounted("size=1m")
    for spare in (0, 4096, 16_384, 40_960):
        ballast = fill(disk, spare)
        with pytest.raises(StudyError) as error:
            Workspace.open(disk / "w")
        assert error.value.code == "disk-full"
        ballast.unlink()
    with Workspace.open(disk / "w") as opened:
        assert opened.verify().faults == []


def test_a_disk_that_may_only_be_read(mounted):
    disk = mounted("size=4m")
    for name in ("w", "empty"):
        Workspace.open(disk / name).close() if name == "w" else (disk / name).mkdir()
    mounted("remount,ro")
    for name in ("w", "empty", "new"):
        with pytest.raises(StudyError) as error:
            Workspace.open(disk / name)
        assert error.value.code == "read-only"


SQLITE = [
    (sqlite3.SQLITE_FULL, "disk-full"),
    (sqlite3.SQLITE_READONLY, "read-only"),
    (sqlite3.SQLITE_READONLY_DBMOVED, "read-only"),
    (sqlite3.SQLITE_IOERR_WRITE, "damaged-workspace"),
    (sqlite3.SQLITE_CORRUPT, "damaged-workspace"),
    (sqlite3.SQLITE_NOTADB, "damaged-workspace"),
    (sqlite3.SQLITE_BUSY, "workspace-open"),
]


@pytest.mark.parametrize(("number", "code"), SQLITE)
def test_what_sqlite_says_is_translated(tmp_path, number, code):
    failure = sqlite3.OperationalError("injected")
    failure.sqlite_errorcode = number
    with pytest.raises(StudyError) as error, known_faults(tmp_path):
        raise failure
    assert error.value.code == code


@pytest.mark.parametrize("number", [sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_CANTOPEN])
def test_a_disk_error_on_a_full_disk_is_a_full_disk(tmp_path, monkeypatch, number):
    monkeypatch.setattr("fets_desktop.store.faults.disk_is_full", lambda folder: True)
    failure = sqlite3.OperationalError("injected")
    failure.sqlite_errorcode = number
    with pytest.raises(StudyError, match="disk is full"), known_faults(tmp_path):
        raise failure


def test_a_bug_in_a_statement_stays_a_bug(workspace):
    with pytest.raises(sqlite3.OperationalError, match="no such table"), workspace.change("a", "b", "c") as change:
        change._run("DELETE FROM nowhere")


class FullDisk:
    """A connection whose next statements fail as on a full disk."""

    def __init__(self, connection: sqlite3.Connection, failing: str) -> None:
        self._connection, self._failing = connection, failing

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        if sql.startswith(self._failing):
            failure = sqlite3.OperationalError("injected")
            failure.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise failure
        return self._connection.execute(sql, *values)


@pytest.mark.parametrize("failing", ["BEGIN", "INSERT OR REPLACE INTO settings", "INSERT INTO audit", "COMMIT"])
def test_a_change_refused_at_any_point_leaves_nothing(workspace, monkeypatch, failing):
    before = workspace.audit()
    monkeypatch.setattr(workspace, "_connection", FullDisk(workspace._connection, failing))
    with pytest.raises(StudyError) as error, workspace.change("a", "b", "c") as change:
        change.put_setting("x", 1)
    assert error.value.code == "disk-full"
    monkeypatch.undo()
    assert workspace.settings() == {}
    assert workspace.audit() == before
    with workspace.change("a", "b", "c") as change:
        change.put_setting("x", 1)
    assert workspace.settings() == {"x": 1}
