"""Every text in the records, table by table: for whoever must know that something is nowhere among them."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.store.layout import FACTS
from fets_desktop.study.errors import StudyError

_TRIES = 3


def every_text(folder: Path, scratch: Path) -> Iterator[tuple[str, str]]:
    """Yield where a text stands ("audit, details, row 12") and the text.

    The records belong to one program at a time, so a copy is read, with what waits in the write-ahead log.

    Args:
        folder: The workspace.
        scratch: Where the copy lies while it is read.

    Raises:
        StudyError: "damaged-workspace" if they cannot be read; "disk-full" or "read-only".
    """
    for attempt in range(_TRIES):
        copy = scratch / f"copy-{attempt}.db"
        with known_disk_errors():
            for ending in ("", "-wal"):
                source = folder / f"{FACTS}{ending}"
                if source.exists():
                    shutil.copyfile(source, copy.with_name(copy.name + ending))
        try:
            texts = list(_texts(copy))
        except sqlite3.DatabaseError as error:
            if attempt + 1 == _TRIES:  # twice a write may fall into the copying
                raise StudyError("damaged-workspace", "The records could not be read.") from error
            continue
        finally:
            for file in scratch.glob(f"{copy.name}*"):
                file.unlink()
        yield from texts
        return


def _texts(database: Path) -> Iterator[tuple[str, str]]:
    with closing(sqlite3.connect(database)) as connection:
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            cursor = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a name from the schema itself
            columns = [column[0] for column in cursor.description]
            for number, row in enumerate(cursor, 1):
                for column, value in zip(columns, row, strict=True):
                    if isinstance(value, bytes):
                        value = value.decode("utf-8", "replace")
                    if isinstance(value, str) and value:
                        yield f"{table}, {column}, row {number}", value
