"""The proof that nothing was changed behind the program's back: every hash, the audit's chain, the records' schema."""

import sqlite3
from collections.abc import Iterable, Iterator

from fets_desktop.store.audit import chain_faults
from fets_desktop.store.journal import EditJournal
from fets_desktop.store.reading import Reader
from fets_desktop.store.records import VerifyReport
from fets_desktop.store.schema import expected_shape, read_migrations, shape
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import Progress


def check(
    connection: sqlite3.Connection, reader: Reader, journals: Iterable[EditJournal], progress: Progress
) -> VerifyReport:
    """Look at everything and say what is wrong; nothing is mended.

    Raises:
        Cancelled: Whatever `progress` raises.
    """
    faults: list[str] = []
    checked = 0
    progress(0.0, "Records")
    try:
        faults += [*_database_faults(connection), *chain_faults(connection), *_reading_faults(reader)]
        checked += _count(connection, "audit")
        files = connection.execute("SELECT sha256, suffix FROM files").fetchall()
    except sqlite3.DatabaseError as error:
        return VerifyReport(False, checked, [*faults, f"The database cannot be read: {error}."])
    for number, (sha256, suffix) in enumerate(files):
        progress((number + 0.5) / (len(files) + 1), "Files")
        faults += filter(None, [reader.files.fault(sha256, suffix)])
    checked += len(files)
    for journal in journals:
        faults += _faults_of(journal)
        checked += 1
    progress(1.0, "")
    return VerifyReport(not faults, checked, faults)


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def _database_faults(connection: sqlite3.Connection) -> Iterator[str]:
    for (words,) in connection.execute("PRAGMA integrity_check(20)"):
        if words != "ok":
            yield f"The database is damaged: {words}."
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield f"A record of {table} refers to something that is not there."
    there, wanted = shape(connection), expected_shape(read_migrations())
    for kind, name, _ in sorted(there ^ wanted):
        yield f"The {kind} {name} of the database is not as this version made it."


def _reading_faults(reader: Reader) -> Iterator[str]:
    """Read every record once: one that cannot be read is a fault before somebody needs it."""
    try:
        for case in reader.cases():
            reader.findings(case.id)
            reader.products(case.id)
            reader.annotations(case.id)
        reader.split()
        reader.models()
        reader.signers()
        reader.settings()
        reader.jobs()
    except StudyError as error:
        yield f"A record cannot be read: {error.detail}"


def _faults_of(journal: EditJournal) -> Iterator[str]:
    try:
        journal.read()
    except StudyError as error:
        if error.code != "lost-image-key":  # which says nothing about what is in it
            yield f"A journal of edits is damaged: {error.detail}"
