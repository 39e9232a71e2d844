"""Opening a workspace: whom it lets in, what it refuses to take over, and how an older one is brought up to date."""

import errno
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from fets_desktop.store import schema
from fets_desktop.store import workspace as workspace_module
from fets_desktop.store.drives import Mount, drive_kind, parse_mounts
from fets_desktop.store.schema import Migration, read_migrations
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError


def refused(folder: Path, **options: object) -> StudyError:
    with pytest.raises(StudyError) as error:
        Workspace.open(folder, **options)
    return error.value


def test_a_new_workspace_is_private_and_laid_out(folder):
    old = os.umask(0)
    try:
        with Workspace.open(folder) as opened:
            assert opened.scratch == folder / "scratch"
            for path in [folder, *folder.iterdir()]:
                assert path.stat().st_mode & 0o077 == 0, path.name
            assert {p.name for p in folder.iterdir()} >= {"facts.db", "lock", "files", "journals", "scratch", "logs"}
    finally:
        os.umask(old)
    assert (folder / "lock").stat().st_size == 0, "the lock names nobody"


def test_an_open_folder_is_closed_to_others(folder):
    folder.mkdir(mode=0o755)
    with Workspace.open(folder):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_what_its_owner_may_not_do_in_a_folder_stays_forbidden(folder):
    Workspace.open(folder).close()
    for given, left in ((0o555, 0o500), (0o500, 0o500), (0o777, 0o700)):
        folder.chmod(given)
        # whoever is root is not kept out by it, everybody else is told that nothing can be written here
        with suppress(StudyError):
            Workspace.open(folder).close()
        assert folder.stat().st_mode & 0o777 == left
    folder.chmod(0o700)


def test_a_look_at_damaged_records_leaves_no_copy_of_them(folder, tmp_path, monkeypatch):
    Workspace.open(folder).close()
    (folder / "facts.db").write_bytes(b"no records at all " * 500)
    (aside := tmp_path / "aside").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    with pytest.raises(StudyError):
        Workspace.look(folder)
    assert list(aside.iterdir()) == []


def test_facts_are_durable_checked_and_owned(workspace):
    ask = workspace._connection.execute
    assert ask("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert ask("PRAGMA synchronous").fetchone()[0] == 2
    assert ask("PRAGMA foreign_keys").fetchone()[0] == 1
    assert not (workspace.folder / "facts.db-shm").exists()


def test_a_second_opener_in_this_program_is_refused(workspace, folder):
    assert refused(folder).code == "workspace-open"
    assert workspace.cases() == [], "the first is not disturbed"


def test_a_second_opener_elsewhere_is_refused_until_the_first_is_gone(workspace, folder):
    ask = "import sys; from pathlib import Path; from fets_desktop.store.workspace import Workspace\n"
    ask += "from fets_desktop.study.errors import StudyError\n"
    ask += f"try:\n    Workspace.open(Path({str(folder)!r})).close()\nexcept StudyError as e:\n    sys.exit(e.code)"
    run = [sys.executable, "-c", ask]
    assert subprocess.run(run, capture_output=True, text=True).stderr.strip() == "workspace-open"
    workspace.close()
    assert subprocess.run(run).returncode == 0


def test_a_child_process_does_not_inherit_the_lock(folder):
    first = Workspace.open(folder)
    with subprocess.Popen(["sleep", "30"], close_fds=False) as sleeper:
        first.close()
        Workspace.open(folder).close()
        sleeper.kill()


def test_closing_twice_is_harmless(folder):
    opened = Workspace.open(folder)
    opened.close()
    opened.close()


def test_where_there_is_none_none_is_made_unasked(tmp_path):
    assert refused(tmp_path / "nothing", create=False).code == "no-workspace"
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize("stage", ["folder", "lock", "empty facts", "wal facts", "folders"])
def test_a_creation_that_was_cut_off_is_finished(folder, stage):
    folder.mkdir()
    (folder / "lock").touch()
    if stage == "folder":
        (folder / "lock").unlink()
    elif stage == "empty facts":
        (folder / "facts.db").touch()
    elif stage == "wal facts":
        connection = sqlite3.connect(folder / "facts.db")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.close()
    elif stage == "folders":
        (folder / "files").mkdir()
        (folder / "journals").mkdir()
    with Workspace.open(folder) as opened:
        assert opened.verify().ok


@pytest.mark.parametrize("crash_at", range(1, 40, 2))
def test_a_crash_at_any_statement_of_the_first_migration_is_survived(folder, monkeypatch, crash_at):
    """Every prefix of the first schema's statements, then an error that stands for the crash."""
    first = read_migrations()[0]
    broken = Migration(1, ";".join(first.sql.split(";")[:crash_at]) + "; SELECT no_such_function();")
    with monkeypatch.context() as patch:
        patch.setattr(workspace_module, "read_migrations", lambda: [broken])
        with pytest.raises(sqlite3.OperationalError):
            Workspace.open(folder)
    with Workspace.open(folder) as opened:
        assert opened.verify().ok


@pytest.mark.parametrize("name", ["files", "journals", "scratch", "logs"])
def test_a_folder_whose_files_are_in_the_way_is_left_alone(folder, name):
    (folder / name).mkdir(parents=True)
    (folder / name / "thesis.txt").write_text("mine")
    error = refused(folder)
    assert error.code == "foreign-folder"
    assert name in error.detail
    assert [p.name for p in folder.iterdir()] == [name]


def test_other_things_that_are_in_the_way(folder, tmp_path):
    (tmp_path / "file").write_text("x")
    assert refused(tmp_path / "file").code == "foreign-folder"
    folder.mkdir()
    (folder / "lock").write_text("somebody's")
    assert refused(folder).code == "foreign-folder"


def test_another_programs_database_is_left_alone(folder):
    folder.mkdir()
    connection = sqlite3.connect(folder / "facts.db")
    connection.execute("CREATE TABLE photos (id)")
    connection.close()
    before = (folder / "facts.db").read_bytes()
    assert refused(folder).code == "foreign-folder"
    assert (folder / "facts.db").read_bytes() == before


def test_files_that_do_not_clash_are_no_hindrance(folder):
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    Workspace.open(folder).close()
    assert (folder / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("content", [b"this is no database" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_facts_that_are_no_database_are_damage(folder, content):
    folder.mkdir()
    (folder / "facts.db").write_bytes(content)
    assert refused(folder).code == "damaged-workspace"
    assert (folder / "facts.db").read_bytes() == content


def test_a_newer_workspace_is_left_untouched(workspace, folder, meddle):
    workspace.close()
    meddle("PRAGMA user_version = 999")
    before = (folder / "facts.db").read_bytes()
    error = refused(folder)
    assert error.code == "newer-workspace"
    assert "999" in error.detail
    assert (folder / "facts.db").read_bytes() == before


LATEST = len(read_migrations())
BEFORE_ENCRYPTION = 4
NEXT = Migration(
    LATEST + 1, "ALTER TABLE cases ADD COLUMN site TEXT NOT NULL DEFAULT ''; CREATE TABLE rounds (n INTEGER);"
)


def with_migrations(monkeypatch, *more):
    steps = [*read_migrations(), *more]
    for module in (workspace_module, sys.modules["fets_desktop.store.checking"]):
        monkeypatch.setattr(module, "read_migrations", lambda: steps)


def test_an_older_workspace_is_brought_up_to_date_with_all_it_holds(stored_case, workspace, folder, monkeypatch):
    workspace.close()
    with_migrations(monkeypatch, NEXT)
    for _ in range(2):
        with Workspace.open(folder) as newer:
            assert newer.cases() == [stored_case]
            assert newer.verify().faults == []
            assert newer.audit(1)[0].action == "workspace brought up to date"
            assert newer.audit(1)[0].subject == f"schema {LATEST + 1}"


def test_a_program_that_knows_nothing_of_encrypted_images_is_kept_away(workspace, folder, monkeypatch):
    workspace.close()
    known = read_migrations()[:BEFORE_ENCRYPTION]
    monkeypatch.setattr(workspace_module, "read_migrations", lambda: known)
    assert refused(folder).code == "newer-workspace"


def test_an_upgrade_that_fails_changes_nothing(stored_case, workspace, folder, monkeypatch):
    workspace.close()
    with monkeypatch.context() as patch:
        with_migrations(patch, Migration(LATEST + 1, NEXT.sql + "CREATE TABLE cases (id);"))
        with pytest.raises(sqlite3.OperationalError):
            Workspace.open(folder)
    with Workspace.open(folder) as same:
        assert same.cases() == [stored_case]
        assert same.verify().ok


@pytest.mark.parametrize("released", range(1, LATEST))
def test_a_workspace_of_every_earlier_schema_opens(folder, released):
    """A database as that schema made it, with a case and a model in it."""
    folder.mkdir()
    connection = schema.connect(folder / "facts.db")
    schema.migrate(connection, read_migrations()[:released])
    card = '{"name": "m", "version": 1, "family": "resunet", "precision": "int8", "inputs": [], "outputs": []'
    for statement in (
        "INSERT INTO cases (id, patient, stage, scan_date, created, flag) VALUES ('P-1', 'Q-1', 'new', '', '', '')",
        "INSERT INTO files VALUES ('00', '.fetsmodel', 1)",
        "INSERT INTO models (id, card, sha256, suffix, current, created) "
        f"VALUES ('m@00', '{card}, \"training_data\": \"\"}}', '00', '.fetsmodel', 1, '')",
    ):
        connection.execute(statement)
    connection.close()
    with Workspace.open(folder) as opened:
        assert [(case.id, case.surgery) for case in opened.cases()] == [("P-1", "")]
        [model] = opened.models()
        assert (model.current, model.retired, model.signer, model.origin) == (True, False, "", "")
        assert opened.signers() == []


def test_migrations_are_numbered_without_gaps():
    assert [step.number for step in read_migrations()] == list(range(1, len(read_migrations()) + 1))
    assert schema.expected_shape(read_migrations())


TABLE = r"""/dev/sda1 / ext4 rw 0 0
proc /proc proc rw 0 0
server:/export /home nfs4 rw 0 0
/dev/sdb /home/local ext4 rw 0 0
//nas/share /mnt/my\040share cifs rw 0 0
sshfs#x /mnt/ssh fuse.sshfs rw 0 0
autofs /net autofs rw 0 0
server:/a /net nfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/var/lib", "ext4"),
        ("/home/me/fets", "nfs4"),
        ("/homestead", "ext4"),
        ("/home/local/me", "ext4"),
        ("/mnt/my share/new/folder", "cifs"),
        ("/mnt/ssh", "fuse.sshfs"),
        ("/net/x", "nfs"),
    ],
)
def test_the_drive_of_a_folder_is_that_of_the_nearest_mount(place, kind):
    assert drive_kind(Path(place), lambda: parse_mounts(TABLE)) == kind


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "davfs", "fuse.rclone"])
def test_network_drives_are_refused_before_anything_is_written(folder, kind):
    error = refused(folder, mounts=lambda: [Mount(Path("/"), "ext4"), Mount(folder.parent, kind)])
    assert error.code == "network-drive"
    assert kind in error.detail
    assert not folder.exists()


def test_a_link_to_a_network_drive_is_followed(tmp_path):
    (tmp_path / "remote").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "remote")
    mounts = lambda: [Mount(Path("/"), "ext4"), Mount((tmp_path / "remote").resolve(), "nfs")]  # noqa: E731
    assert refused(tmp_path / "link" / "w", mounts=mounts).code == "network-drive"


def test_this_computers_own_disk_is_accepted_without_a_table(folder):
    Workspace.open(folder, mounts=list).close()


@pytest.mark.parametrize(
    ("number", "code"), [(errno.EROFS, "read-only"), (errno.EACCES, "read-only"), (errno.ENOSPC, "disk-full")]
)
@pytest.mark.parametrize("deed", ["pathlib.Path.mkdir", "fets_desktop.store.lock.os.open"])
def test_a_folder_that_cannot_be_written_is_said_so(folder, monkeypatch, deed, number, code):
    def refuse(*args, **kwargs):
        raise OSError(number, "injected")

    with monkeypatch.context() as patch:
        patch.setattr(deed, refuse)
        assert refused(folder).code == code
    Workspace.open(folder).close()


def test_a_folder_that_is_closed_to_this_user_is_said_so(folder, monkeypatch):
    Workspace.open(folder).close()

    def closed(folder: Path) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    monkeypatch.setattr(workspace_module, "holds_facts", closed)
    assert refused(folder, create=False).code == "read-only"
    with pytest.raises(StudyError) as error:
        Workspace.look(folder)
    assert error.value.code == "read-only"
