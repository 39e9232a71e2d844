"""The facts as the study's own words."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fets_desktop.store.audit import read_rows
from fets_desktop.store.faults import known_faults
from fets_desktop.store.files import FileStore
from fets_desktop.store.records import AuditRow, JobRecord, Product, Signer, StoredModel
from fets_desktop.study.annotation import Annotation, BlindReading
from fets_desktop.study.case import Case, Series, Stage, Surgery
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding
from fets_desktop.study.model import ModelCard
from fets_desktop.study.plain import from_plain
from fets_desktop.study.split import Split

_CASES = "SELECT id, patient, stage, scan_date, created, flag, surgery, assigned FROM cases"
_ANNOTATIONS = "SELECT body, approved_by, approved_at, approved_reason FROM annotations"


class Reader:
    """Reads a workspace's facts, within a change those it has written so far.

    Every method raises StudyError "damaged-workspace" if the records cannot be read.
    """

    def __init__(self, connection: sqlite3.Connection, files: FileStore, folder: Path) -> None:
        self._connection = connection
        self.files = files
        self.folder = folder

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            with known_faults(self.folder):
                yield
        except (ValueError, KeyError, TypeError) as error:
            raise StudyError("damaged-workspace", "A record does not make sense.") from error

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, values).fetchall()

    def cases(self) -> list[Case]:
        """Return every case, in the order of import."""
        with self._reading():
            series: dict[str, list[Series]] = {}
            for case_id, body in self._rows("SELECT case_id, body FROM series ORDER BY case_id, position"):
                series.setdefault(case_id, []).append(from_plain(Series, json.loads(body)))
            return [_case(row, series.get(row[0], [])) for row in self._rows(f"{_CASES} ORDER BY number")]

    def stages(self) -> dict[str, Stage]:
        """Return where every case stands, in the order of import; quick for thousands: nothing else is read."""
        with self._reading():
            return {name: Stage(stage) for name, stage in self._rows("SELECT id, stage FROM cases ORDER BY number")}

    def case(self, case_id: str) -> Case:
        """Return one case.

        Raises:
            StudyError: "unknown-case".
        """
        with self._reading():
            found = self._rows(f"{_CASES} WHERE id = ?", case_id)
            if not found:
                raise StudyError("unknown-case")
            bodies = self._rows("SELECT body FROM series WHERE case_id = ? ORDER BY position", case_id)
            return _case(found[0], [from_plain(Series, json.loads(body)) for (body,) in bodies])

    def findings(self, case_id: str) -> list[Finding]:
        """Return what the steps found out about a case."""
        with self._reading():
            rows = self._rows("SELECT body FROM findings WHERE case_id = ? ORDER BY position", case_id)
            return [from_plain(Finding, json.loads(body)) for (body,) in rows]

    def products(self, case_id: str) -> dict[str, Product]:
        """Return the named files of a case."""
        with self._reading():
            rows = self._rows(
                "SELECT name, sha256, suffix, details FROM products WHERE case_id = ? ORDER BY name", case_id
            )
            return {
                name: Product(name, sha256, self.files.where(sha256, suffix), json.loads(details))
                for name, sha256, suffix, details in rows
            }

    def annotations(self, case_id: str) -> list[Annotation]:
        """Return the versions of a case's label map, oldest first."""
        with self._reading():
            return [
                _annotation(row) for row in self._rows(f"{_ANNOTATIONS} WHERE case_id = ? ORDER BY number", case_id)
            ]

    def annotation(self, annotation_id: str) -> Annotation:
        """Return one version.

        Raises:
            StudyError: "unknown-version".
        """
        with self._reading():
            found = self._rows(f"{_ANNOTATIONS} WHERE id = ?", annotation_id)
            if not found:
                raise StudyError("unknown-version")
            return _annotation(found[0])

    def reading(self, case_id: str) -> BlindReading | None:
        """Return the second reading of a case that is under way, None if there is none."""
        with self._reading():
            found = self._rows("SELECT case_id, reader, start, since FROM readings WHERE case_id = ?", case_id)
            return BlindReading(*found[0]) if found else None

    def split(self) -> Split | None:
        """Return the split that counts, None before one was drawn."""
        with self._reading():
            found = self._rows("SELECT body FROM splits ORDER BY number DESC LIMIT 1")
            return from_plain(Split, json.loads(found[0][0])) if found else None

    def models(self) -> list[StoredModel]:
        """Return every registered model, newest last."""
        with self._reading():
            rows = self._rows(
                "SELECT id, card, sha256, suffix, current, created, origin, signer, retired FROM models ORDER BY number"
            )
            return [
                StoredModel(
                    name, from_plain(ModelCard, json.loads(card)), sha256, self.files.where(sha256, suffix),
                    bool(current), created, origin, signer, bool(retired),
                )
                for name, card, sha256, suffix, current, created, origin, signer, retired in rows
            ]  # fmt: skip

    def signers(self) -> list[Signer]:
        """Return whose models are taken in, longest first."""
        with self._reading():
            return [Signer(*row) for row in self._rows("SELECT fingerprint, name, since FROM signers ORDER BY since")]

    def settings(self) -> dict[str, Any]:
        """Return the values that a person chose, by name."""
        with self._reading():
            return {name: json.loads(value) for name, value in self._rows("SELECT name, value FROM settings")}

    def jobs(self) -> list[JobRecord]:
        """Return every remembered job, oldest first."""
        with self._reading():
            rows = self._rows("SELECT body FROM jobs ORDER BY number")
            return [from_plain(JobRecord, json.loads(body)) for (body,) in rows]

    def audit(self, limit: int = 1000) -> list[AuditRow]:
        """Return the newest rows of the audit, newest first."""
        with self._reading():
            return read_rows(self._connection, limit)


def _case(row: tuple[Any, ...], series: list[Series]) -> Case:
    case_id, patient, stage, scan_date, created, flag, surgery, assigned = row
    return Case(case_id, patient, Stage(stage), scan_date, created, flag, tuple(series), Surgery(surgery), assigned)


def _annotation(row: tuple[Any, ...]) -> Annotation:
    body, approved_by, approved_at, reason = row
    signed = {"approved_by": approved_by, "approved_at": approved_at, "approved_reason": reason}
    return from_plain(Annotation, {**json.loads(body), **signed})
