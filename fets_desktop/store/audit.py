"""The audit: rows that only grow, each holding the hash of the one before.

No change behind the program's back stays hidden. The chain shows tampering by whoever does not
recompute it; it is no signature.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from fets_desktop.store.records import AuditRow
from fets_desktop.study.plain import to_plain

_COLUMNS = "number, time, actor, action, subject, details, previous, hash"


def canonical(value: object) -> str:
    """Return a value as JSON text that is the same for equal values."""
    return json.dumps(to_plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def utc_now() -> str:
    """Return the present moment in UTC, ISO 8601, whole seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def append_row(
    connection: sqlite3.Connection, actor: str, action: str, subject: str, details: Mapping[str, Any]
) -> None:
    """Write the next row within the transaction that is open."""
    end = connection.execute("SELECT number, hash FROM audit_end").fetchone()
    number, previous = (end[0] + 1, end[1]) if end else (1, "")
    content = (number, utc_now(), actor, action, subject, canonical(details), previous)
    digest = _hash(content)
    connection.execute(f"INSERT INTO audit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*content, digest))  # noqa: S608
    connection.execute("INSERT OR REPLACE INTO audit_end (only, number, hash) VALUES (1, ?, ?)", (number, digest))


def _hash(content: tuple[Any, ...]) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def read_rows(connection: sqlite3.Connection, limit: int) -> list[AuditRow]:
    """Return the newest rows, newest first."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM audit ORDER BY number DESC LIMIT ?", (limit,))  # noqa: S608
    return [
        AuditRow(n, t, who, what, whom, json.loads(more), old, new) for n, t, who, what, whom, more, old, new in found
    ]


def chain_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong with the chain in words: changed, missing, inserted or cut-off rows."""
    last, previous = 0, ""
    for row in connection.execute(f"SELECT {_COLUMNS} FROM audit ORDER BY number"):  # noqa: S608
        if row[0] != last + 1:
            yield f"Audit rows {last + 1} to {row[0] - 1} are missing."
        elif row[6] != previous:
            yield f"Audit row {row[0]} does not follow from the row before it."
        if _hash(row[:7]) != row[7]:
            yield f"Audit row {row[0]} was changed."
        last, previous = row[0], row[7]
    end = connection.execute("SELECT number, hash FROM audit_end").fetchone()
    if (tuple(end) if end else (0, "")) != (last, previous):
        yield f"Audit rows after row {last} are missing."
