"""Backups of a workspace: every file checked by its hash on the way out, again on the disk, and on the way back.

A backup is a folder like a workspace's, with a list of all its files and their hashes, written last: without it there
is no backup. Under a passphrase every file and the list are sealed (`store.sealed_stream`). Names of files tell
nothing: they are hashes, or the same in every workspace.
"""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from fets_desktop.imaging.disk import known_disk_errors, make_folder, sync_folder, whole_file, write_whole
from fets_desktop.store.backup_list import (
    KEY,
    KNOWN_PATH,
    LIST,
    OWN_FILES,
    BackupEntry,
    BackupReport,
    as_meant,
    as_written,
    key_of,
    read_list,
    write_list,
)
from fets_desktop.store.durable import PRIVATE_FILE, UNCHANGING_FILE, make_private_folder
from fets_desktop.store.failing import Unreadable, readable, reading
from fets_desktop.store.layout import FACTS
from fets_desktop.store.sealed import Damaged, new_key, write_under_passphrase
from fets_desktop.store.sealed_images import opens_whole
from fets_desktop.store.sealed_stream import PIECE
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import Progress

BACKUP_BEGUN, RESTORE_BEGUN = "backup.unfinished", "restore.unfinished"
"""Lie in a folder from the first file to the last: what was cut off is begun anew there by the same command."""
_LAST = {BACKUP_BEGUN: LIST, RESTORE_BEGUN: FACTS}
_WEIGHTS = ".safetensors"


def take_snapshot(connection: sqlite3.Connection, folder: Path, to: Path) -> list[str]:
    """Copy what changes in a workspace, as it stands now, to a private folder: records, journals, secrets, ledgers.

    Returns:
        Where the stored files lie that these records speak of, and the models of federations, relative to the
        workspace; they never change, or are replaced whole.

    Raises:
        StudyError: "disk-full" or "read-only".
        sqlite3.DatabaseError: See `faults.known_faults`.
    """
    make_private_folder(to)
    os.close(os.open(to / FACTS, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE))
    copy = sqlite3.connect(to / FACTS)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    changing = [folder / name for name in OWN_FILES if (folder / name).is_file()]
    federations = _of_federations(folder)
    changing += [file for file in federations if file.suffix != _WEIGHTS]
    for file in [*changing, *sorted((folder / "journals").glob("*.journal"))]:
        target = to / file.relative_to(folder)
        make_private_folder(target.parent)
        write_whole(target, file.read_bytes()).chmod(PRIVATE_FILE)
    rows = connection.execute("SELECT sha256, suffix FROM files ORDER BY sha256, suffix")
    models = [file.relative_to(folder).as_posix() for file in federations if file.suffix == _WEIGHTS]
    return [*(f"files/{sha256[:2]}/{sha256}{suffix}" for sha256, suffix in rows), *models]


def _of_federations(folder: Path) -> list[Path]:
    """Return what a workspace has of federations: who takes part in which, ledgers, rounds, what was spent, models."""
    files = sorted((folder / "federation").rglob("*"))
    return [file for file in files if file.is_file() and KNOWN_PATH.fullmatch(file.relative_to(folder).as_posix())]


def write_backup(
    workspace: Path, snapshot: Path, stored: Sequence[str], to: Path, passphrase: str, progress: Progress
) -> BackupReport:
    """Write a backup and read it again from the disk.

    Args:
        workspace: The workspace's folder.
        snapshot: What `take_snapshot` copied.
        stored: What it returned.
        to: The folder to write; empty or not there.
        passphrase: Seals it; "" for none.
        progress: Told how far it is.

    Raises:
        StudyError: "disk-full", "read-only", or "backup-damaged" if the disk gives back what was not written.
        Cancelled: Through `progress`; what was written stays, and is no backup.
    """
    _begin(to, BACKUP_BEGUN)
    key = b""
    if passphrase:
        key = new_key()
        write_under_passphrase(to / KEY, passphrase, key)
    sources = {str(p.relative_to(snapshot).as_posix()): p for p in sorted(snapshot.rglob("*")) if p.is_file()}
    sources |= {path: workspace / path for path in stored}
    entries, faults = _copy_all(sources, stored, to, key, progress)
    for number, entry in enumerate(entries):
        progress(0.6 + 0.4 * number / len(entries), "Reading it again")
        _refuse_other_content(entry, to / entry.path, key)
    write_list(to, entries, faults, key)
    _end(to, BACKUP_BEGUN)
    return BackupReport(len(entries), sum(entry.size for entry in entries), tuple(faults))


def _copy_all(
    sources: Mapping[str, Path], stored: Sequence[str], to: Path, key: bytes, progress: Progress
) -> tuple[list[BackupEntry], list[str]]:
    """Copy files out; return what was written, and in words what is wrong with stored ones: the others go on."""
    entries, faults = [], []
    for number, (path, source) in enumerate(sources.items()):
        progress(0.6 * number / len(sources), "Copying")
        try:
            entry = _copy_out(path, source, to / path, key)
        except FileNotFoundError:
            if path.startswith("federation/"):
                continue  # its round has ended since, and the next one's model lies elsewhere
            faults.append(f"The stored file {source.name[:12]} is missing.")
            continue
        except Unreadable:
            if path not in stored:
                raise StudyError("damaged-workspace", "Its records could not be read.") from None
            faults.append(f"The stored file {source.name[:12]} could not be read: its disk may be failing.")
            continue
        # an encrypted file is copied as it is: its name is the hash of what is in it
        if path.startswith("files/") and not source.name.startswith(entry.sha256) and not opens_whole(source):
            faults.append(f"The stored file {source.name[:12]} was changed or is damaged.")
        entries.append(entry)
    return entries, faults


def restore(backup: Path, to: Path, passphrase: str, progress: Progress) -> BackupReport:
    """Bring a backup back into a new folder; the records come last, so that half of it is no workspace.

    Args:
        backup: The backup's folder.
        to: A folder that is empty or not there.
        passphrase: That it was sealed with, if it was.
        progress: Told how far it is.

    Raises:
        StudyError: "no-backup", "backup-damaged", "wrong-passphrase", "backup-folder", "disk-full" or "read-only".
        Cancelled: Through `progress`.
    """
    refuse_filled(to, RESTORE_BEGUN)
    key = key_of(backup, passphrase)
    entries, faults = read_list(backup, key)
    make_private_folder(to)
    _begin(to, RESTORE_BEGUN)
    for number, entry in enumerate(sorted(entries, key=lambda entry: entry.path == FACTS)):
        progress(number / len(entries), "Bringing back")
        _copy_back(entry, backup / entry.path, to / entry.path, key)
    _end(to, RESTORE_BEGUN)
    progress(1.0, "")
    return BackupReport(len(entries), sum(entry.size for entry in entries), faults)


def refuse_filled(folder: Path, begun: str = BACKUP_BEGUN) -> None:
    """Let a folder pass that is empty or not there, or holds what was begun and cut off.

    Args:
        folder: The folder to write.
        begun: What is to be written: `BACKUP_BEGUN` or `RESTORE_BEGUN`.

    Raises:
        StudyError: "backup-folder" if something else is in it; "read-only" if it may not be looked at.
    """
    with known_disk_errors():
        cut_off = (folder / begun).is_file() and not (folder / _LAST[begun]).exists()
        if folder.exists() and not cut_off and (not folder.is_dir() or any(folder.iterdir())):
            raise StudyError("backup-folder", "Something is in it already.")


def _begin(folder: Path, begun: str) -> None:
    """Mark a folder, and clear away what was begun there: it may be of another workspace, and would stay for ever."""
    refuse_filled(folder, begun)
    make_folder(folder)
    write_whole(folder / begun, b"")
    with known_disk_errors():
        for name in ("files", "journals", "federation"):
            if (folder / name).is_dir() and not (folder / name).is_symlink():
                shutil.rmtree(folder / name)
        for name in (*OWN_FILES, KEY, FACTS):
            (folder / name).unlink(missing_ok=True)
        for part in folder.glob(".*.part"):
            part.unlink()


def _end(folder: Path, begun: str) -> None:
    with known_disk_errors():
        (folder / begun).unlink()
        sync_folder(folder)


def _copy_out(path: str, source: Path, target: Path, key: bytes) -> BackupEntry:
    digest, size = hashlib.sha256(), 0
    with readable(source) as opened, whole_file(target) as sink:
        for piece in as_written(path, _hearing(opened, digest.update), key):
            sink.write(piece)
        size = opened.tell()
    target.chmod(UNCHANGING_FILE)
    return BackupEntry(path, digest.hexdigest(), size)


def _copy_back(entry: BackupEntry, source: Path, target: Path, key: bytes) -> None:
    make_private_folder(target.parent)
    digest = hashlib.sha256()
    try:
        with readable(source) as opened, whole_file(target) as sink:
            for piece in reading(as_meant(entry.path, opened, key)):
                digest.update(piece)
                sink.write(piece)
            if digest.hexdigest() != entry.sha256:
                raise _damaged(entry.path)
    except (FileNotFoundError, Unreadable, Damaged):
        raise _damaged(entry.path) from None
    target.chmod(UNCHANGING_FILE if entry.path.startswith("files/") else PRIVATE_FILE)


def _refuse_other_content(entry: BackupEntry, file: Path, key: bytes) -> None:
    digest = hashlib.sha256()
    with suppress(Damaged, Unreadable), readable(file) as opened:
        # from the disk itself and not from the memory of what was just written, where the system allows
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        for piece in reading(as_meant(entry.path, opened, key)):
            digest.update(piece)
    if digest.hexdigest() != entry.sha256:
        raise _damaged(entry.path)


def _hearing(opened: BinaryIO, hear: Callable[[bytes], object]) -> Iterator[bytes]:
    for piece in reading(iter(lambda: opened.read(PIECE), b"")):
        hear(piece)
        yield piece


def _damaged(path: str) -> StudyError:
    return StudyError("backup-damaged", f"The file {path.rpartition('/')[2][:12]} is not what was written.")
