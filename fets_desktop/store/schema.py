"""The database's file, how it is opened, and the numbered steps that bring an older one up to date."""

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from fets_desktop.store.audit import append_row
from fets_desktop.store.durable import PRIVATE_FILE
from fets_desktop.study.errors import StudyError

APPLICATION_ID = 0x46655453
"""Written into the database's header ("FeTS"), so that another program's database is never taken over."""

# one owner by design; set before the first look, it also does without the shared-memory file that a full disk breaks
_EXCLUSIVE = "PRAGMA locking_mode = EXCLUSIVE"
_SETUP = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
)


@dataclass(frozen=True)
class Migration:
    """One step from the schema before to schema `number`.

    Attributes:
        number: 1 for the first.
        sql: Its statements.
    """

    number: int
    sql: str


def read_migrations() -> list[Migration]:
    """Return the steps that ship with the program, in order."""
    folder = resources.files("fets_desktop.store").joinpath("migrations")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [Migration(int(name[:4]), folder.joinpath(name).read_text(encoding="utf-8")) for name in names]


def connect(file: Path) -> sqlite3.Connection:
    """Open the database, made private if it is new; one thread uses it.

    Raises:
        StudyError: "foreign-folder" if the file is another program's database.
        sqlite3.DatabaseError: See `faults.known_faults`.
    """
    os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE))
    connection = sqlite3.connect(file, timeout=0, isolation_level=None)
    try:
        connection.execute(_EXCLUSIVE).fetchall()
        owner = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        # a creation that was cut off leaves a database without tables
        if owner != APPLICATION_ID and (owner or tables):
            raise StudyError("foreign-folder", "The file facts.db belongs to another program.")
        for pragma in _SETUP:
            connection.execute(pragma).fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> int:
    """Apply what is missing, each step with its number and audit row in one transaction; return the schema's number.

    Raises:
        StudyError: "newer-workspace" if the database knows more steps than the program; nothing is changed.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    latest = migrations[-1].number
    if version > latest:
        raise StudyError("newer-workspace", f"Its records have schema {version}, this program knows {latest}.")
    for step in migrations:
        if step.number > version:
            _apply(connection, step)
    return latest


def _apply(connection: sqlite3.Connection, step: Migration) -> None:
    header = f"PRAGMA user_version = {step.number}; PRAGMA application_id = {APPLICATION_ID};"
    try:
        connection.executescript(f"BEGIN IMMEDIATE;\n{step.sql}\n{header}")
        action = "workspace made" if step.number == 1 else "workspace brought up to date"
        append_row(connection, "program", action, f"schema {step.number}", {})
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def shape(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    """Return every table, index and trigger with the statement that made it."""
    return set(connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master"))


def expected_shape(migrations: Sequence[Migration]) -> set[tuple[str, str, str]]:
    """Return the `shape` that the steps make of an empty database."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection, migrations)
        return shape(connection)
    finally:
        connection.close()
