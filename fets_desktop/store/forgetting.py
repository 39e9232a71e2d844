"""A case leaves the records, and what it had on the disk is destroyed: noted first, so that a power cut loses no trace.

Destroyed means: unlinked, and gone from the database's pages. What a disk keeps of an unlinked file, or a backup of the
workspace, is beyond a program; see docs/privacy.md.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fets_desktop.imaging.disk import known_disk_errors, sync_folder
from fets_desktop.store.audit import canonical
from fets_desktop.store.files import FileStore
from fets_desktop.study.errors import StudyError

_OWNERS = ("series", "products", "annotations", "models", "former_files")
_ROWS = ("findings", "products", "series", "annotations")  # in this order: what refers to a case before the case


@dataclass(frozen=True)
class Gone:
    """What left the records.

    Attributes:
        versions: Versions of the label map.
        files: Stored files that nobody else has.
        bytes: Their sizes together.
    """

    versions: int
    files: int
    bytes: int


def drop_case(connection: sqlite3.Connection, files: FileStore, case_id: str, beside: Iterable[str]) -> Gone:
    """Take a case out of every record, within the transaction that is open, and doom what it has on the disk.

    Args:
        connection: To the records.
        files: Where the stored files lie.
        case_id: Which case.
        beside: Further paths to destroy, relative to the workspace: journals, scratch.

    Raises:
        StudyError: "unknown-case".
    """
    if not connection.execute("SELECT 1 FROM cases WHERE id = ?", (case_id,)).fetchone():
        raise StudyError("unknown-case")
    versions = connection.execute("SELECT count(*) FROM annotations WHERE case_id = ?", (case_id,)).fetchone()[0]
    owned = _owned(connection, case_id)
    connection.execute("INSERT INTO forgotten VALUES (?)", (case_id,))
    for table in _ROWS:
        connection.execute(f"DELETE FROM {table} WHERE case_id = ?", (case_id,))  # noqa: S608
    # the triggers have just noted what the rows had
    connection.execute("DELETE FROM former_files WHERE case_id IN (?, '')", (case_id,))
    connection.execute("DELETE FROM cases WHERE id = ?", (case_id,))
    connection.execute("DELETE FROM forgotten")
    _leave_splits(connection, case_id)
    # a job's arguments and words may name the case, and lie nowhere else
    connection.execute("DELETE FROM jobs WHERE instr(body, ?) > 0", (case_id,))
    alone = [file for file in owned if not _wanted(connection, *file)]
    total = sum(_drop_file(connection, *file) for file in alone)
    connection.executemany(
        "INSERT OR IGNORE INTO doomed VALUES (?)", [(p,) for p in (*_strays(connection, files), *beside)]
    )
    return Gone(versions, len(alone), total)


def _strays(connection: sqlite3.Connection, files: FileStore) -> Iterator[str]:
    """Yield stored files without a record: what has just been dropped, and what a power cut left before it had one.

    The latter may be of any patient, nobody can find it again, and so it must not outlast whom it is of.
    """
    recorded = {name for (name,) in connection.execute("SELECT sha256 || suffix FROM files")}
    for file in sorted(files.folder.glob("[0-9a-f][0-9a-f]/*")):
        if file.name not in recorded:
            yield str(file.relative_to(files.folder.parent))


def _owned(connection: sqlite3.Connection, case_id: str) -> Sequence[tuple[str, str]]:
    """Return hash and suffix of every file a case has or had."""
    parts = [
        f"SELECT sha256, suffix FROM {table} WHERE case_id = :case AND sha256 IS NOT NULL"  # noqa: S608
        for table in ("series", "products", "annotations")
    ]
    parts.append("SELECT sha256, suffix FROM former_files WHERE case_id IN (:case, '')")
    return connection.execute(" UNION ".join(parts), {"case": case_id}).fetchall()


def _wanted(connection: sqlite3.Connection, sha256: str, suffix: str) -> bool:
    """Return whether another record still has a file; two patients can share one, such as an empty label map."""
    return any(
        connection.execute(f"SELECT 1 FROM {table} WHERE sha256 = ? AND suffix = ?", (sha256, suffix)).fetchone()  # noqa: S608
        for table in _OWNERS
    )


def _drop_file(connection: sqlite3.Connection, sha256: str, suffix: str) -> int:
    found = connection.execute("SELECT bytes FROM files WHERE sha256 = ? AND suffix = ?", (sha256, suffix)).fetchone()
    connection.execute("DELETE FROM files WHERE sha256 = ? AND suffix = ?", (sha256, suffix))
    return int(found[0]) if found else 0


def _leave_splits(connection: sqlite3.Connection, case_id: str) -> None:
    """Take a case out of the split and of those before it; all others keep their sides."""
    for number, body in connection.execute("SELECT number, body FROM splits").fetchall():
        split = json.loads(body)
        left = {side: [case for case in split[side] if case != case_id] for side in ("train", "validation")}
        if any(left[side] != split[side] for side in left):
            connection.execute("UPDATE splits SET body = ? WHERE number = ?", (canonical({**split, **left}), number))


def destroy_doomed(connection: sqlite3.Connection, folder: Path) -> list[str]:
    """Destroy what is doomed, also what an earlier run could not, and return its paths, relative to `folder`.

    Raises:
        StudyError: "read-only" or "disk-full"; what could not be destroyed stays noted.
    """
    doomed = [path for (path,) in connection.execute("SELECT path FROM doomed ORDER BY path")]
    if not doomed:
        return []
    left: set[Path] = set()
    for path in doomed:
        # brought in again meanwhile, because an earlier run could not destroy it, it is somebody's file
        if not connection.execute("SELECT 1 FROM files WHERE sha256 || suffix = ?", (Path(path).name,)).fetchone():
            with known_disk_errors():
                _destroy(folder / path, folder)
            left.add((folder / path).parent)
    with known_disk_errors():
        # a power cut must not bring back what nobody has noted any more
        for parent in left:
            if parent.is_dir():
                sync_folder(parent)
    connection.executemany("DELETE FROM doomed WHERE path = ?", [(path,) for path in doomed])
    # the rows' bytes still stand in free pages and in the write-ahead log
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return doomed


def _destroy(path: Path, folder: Path) -> None:
    if not path.parent.resolve().is_relative_to(folder.resolve()):
        raise StudyError("damaged-workspace", "A record of what is to be destroyed points out of the workspace.")
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
