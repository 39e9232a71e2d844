"""One change of the facts: everything written through it is kept together, with its audit row, or not at all."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from fets_desktop.store.audit import canonical, utc_now
from fets_desktop.store.faults import known_faults
from fets_desktop.store.files import FileStore
from fets_desktop.store.forgetting import Gone, drop_case
from fets_desktop.store.records import JobRecord, Signer, StoredFile
from fets_desktop.study.annotation import Annotation, BlindReading
from fets_desktop.study.case import Case, Series, Stage, Surgery
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding
from fets_desktop.study.model import ModelCard
from fets_desktop.study.plain import to_plain
from fets_desktop.study.split import Split


class Change:
    """What may be written within `Workspace.change`.

    Every method raises StudyError "disk-full", "read-only" or "damaged-workspace" if the records cannot be written, and
    ValueError if they refuse what they are given; the whole change is then undone.
    """

    def __init__(self, connection: sqlite3.Connection, files: FileStore, folder: Path) -> None:
        self._connection = connection
        self._files = files
        self._folder = folder
        self.spoiled = False

    def _run(self, sql: str, *values: object) -> int:
        """Run one statement and return how many rows it touched."""
        try:
            with known_faults(self._folder):
                if not self._connection.in_transaction:
                    raise ValueError("this change is over")
                return self._connection.execute(sql, values).rowcount
        except BaseException:
            self.spoiled = True
            raise

    def keep_file(self, file: StoredFile) -> None:
        """Count a stored file among those whose hash `verify` checks, though no record of its own names it."""
        self._keep_file(file)

    def _keep_file(self, file: StoredFile) -> tuple[str, str]:
        self._run("INSERT OR IGNORE INTO files VALUES (?, ?, ?)", file.sha256, file.suffix, file.bytes)
        return file.sha256, file.suffix

    def put_case(self, case: Case) -> None:
        """Write a case and its series, new or changed; series it no longer has are forgotten."""
        self._run(
            "INSERT INTO cases (id, patient, stage, scan_date, created, flag, surgery, assigned) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET patient = excluded.patient, stage = excluded.stage, "
            "scan_date = excluded.scan_date, created = excluded.created, flag = excluded.flag, "
            # imported again, a case does not unsay what a person said of it
            "surgery = CASE excluded.surgery WHEN '' THEN surgery ELSE excluded.surgery END, "
            "assigned = CASE excluded.assigned WHEN '' THEN assigned ELSE excluded.assigned END",
            case.id, case.patient, case.stage.value, case.scan_date, case.created, case.flag, case.surgery.value,
            case.assigned,
        )  # fmt: skip
        self._run("DELETE FROM series WHERE case_id = ?", case.id)
        for position, series in enumerate(case.series):
            self._put_series(case.id, position, series)

    def _put_series(self, case_id: str, position: int, series: Series) -> None:
        file = self._keep_file(self._files.stored(series.sha256)) if series.sha256 else (None, None)
        self._run(
            "INSERT INTO series (case_id, position, id, sha256, suffix, body) VALUES (?, ?, ?, ?, ?, ?)",
            case_id, position, series.id, *file, canonical(series),
        )  # fmt: skip

    def set_stage(self, case_id: str, stage: Stage) -> None:
        """Move a case.

        Raises:
            StudyError: "unknown-case".
        """
        self._touch_case("UPDATE cases SET stage = ? WHERE id = ?", Stage(stage).value, case_id)

    def set_flag(self, case_id: str, words: str) -> None:
        """Write a person's words on a problem of a case; "" takes them away.

        Raises:
            StudyError: "unknown-case".
        """
        self._touch_case("UPDATE cases SET flag = ? WHERE id = ?", words, case_id)

    def set_surgery(self, case_id: str, surgery: Surgery) -> None:
        """Write what a person said of when a case was scanned.

        Raises:
            StudyError: "unknown-case".
        """
        self._touch_case("UPDATE cases SET surgery = ? WHERE id = ?", Surgery(surgery).value, case_id)

    def drop_case(self, case_id: str, beside: Iterable[str] = ()) -> Gone:
        """Take a case out of every record and doom what it has on the disk; see `Workspace.destroy_doomed`.

        Args:
            case_id: Which case.
            beside: Further paths to destroy, relative to the workspace.

        Raises:
            StudyError: "unknown-case".
        """
        try:
            with known_faults(self._folder):
                return drop_case(self._connection, self._files, case_id, beside)
        except BaseException:
            self.spoiled = True
            raise

    def set_assigned(self, case_id: str, reader: str) -> None:
        """Write who is to read a case; "" for nobody.

        Raises:
            StudyError: "unknown-case".
        """
        self._touch_case("UPDATE cases SET assigned = ? WHERE id = ?", reader, case_id)

    def put_reading(self, reading: BlindReading) -> None:
        """Write that a second reader has begun; another one of the case is forgotten."""
        self._run(
            "INSERT OR REPLACE INTO readings (case_id, reader, start, since) VALUES (?, ?, ?, ?)",
            reading.case, reading.reader, reading.start, reading.since,
        )  # fmt: skip

    def drop_reading(self, case_id: str) -> None:
        """Forget the second reading of a case: it is over."""
        self._run("DELETE FROM readings WHERE case_id = ?", case_id)

    def _touch_case(self, sql: str, value: str, case_id: str) -> None:
        if not self._run(sql, value, case_id):
            self.spoiled = True
            raise StudyError("unknown-case")

    def put_product(self, case_id: str, name: str, file: StoredFile, details: Mapping[str, Any] | None = None) -> None:
        """Give a stored file a name within a case; an earlier file of that name loses it."""
        sha256, suffix = self._keep_file(file)
        self._run(
            "INSERT INTO products (case_id, name, sha256, suffix, details) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (case_id, name) DO UPDATE SET sha256 = excluded.sha256, suffix = excluded.suffix, "
            "details = excluded.details",
            case_id, name, sha256, suffix, canonical(details or {}),
        )  # fmt: skip

    def drop_products(self, case_id: str, prefix: str) -> None:
        """Take the names that begin with `prefix` from their files; the files stay."""
        self._run("DELETE FROM products WHERE case_id = ? AND substr(name, 1, ?) = ?", case_id, len(prefix), prefix)

    def put_findings(self, case_id: str, findings: Sequence[Finding]) -> None:
        """Write what the steps found out about a case, instead of what they found before."""
        self._run("DELETE FROM findings WHERE case_id = ?", case_id)
        for position, finding in enumerate(findings):
            self._run("INSERT INTO findings VALUES (?, ?, ?)", case_id, position, canonical(finding))

    def put_annotation(self, annotation: Annotation) -> None:
        """Add a version; it never changes afterwards, but for its sign-off."""
        sha256, suffix = self._keep_file(self._files.stored(annotation.sha256))
        body = {k: v for k, v in to_plain(annotation).items() if not k.startswith("approved_")}
        self._run(
            "INSERT INTO annotations (id, case_id, number, parent, sha256, suffix, body, approved_by, approved_at, "
            "approved_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            annotation.id, annotation.case, annotation.number, annotation.parent, sha256, suffix, canonical(body),
            annotation.approved_by, annotation.approved_at, annotation.approved_reason,
        )  # fmt: skip

    def approve(self, annotation_id: str, reviewer: str, at: str, reason: str = "") -> None:
        """Sign a version off; `reason` says why in spite of remarks.

        Raises:
            StudyError: "unknown-version".
        """
        sql = "UPDATE annotations SET approved_by = ?, approved_at = ?, approved_reason = ? WHERE id = ?"
        if not self._run(sql, reviewer, at, reason, annotation_id):
            self.spoiled = True
            raise StudyError("unknown-version")

    def put_split(self, split: Split) -> None:
        """Write the split that counts from now on; earlier ones are kept."""
        self._run("INSERT INTO splits (body) VALUES (?)", canonical(split))

    def put_model(
        self, card: ModelCard, file: StoredFile, current: bool, *, origin: str = "", signer: str = ""
    ) -> None:
        """Register a model; with `current` it proposes from now on, without it nothing changes about who does.

        What is known of where it came from is not forgotten when it is registered again.
        """
        sha256, suffix = self._keep_file(file)
        if current:
            self._run("UPDATE models SET current = 0")
        self._run(
            "INSERT INTO models (id, card, sha256, suffix, current, created, origin, signer) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET card = excluded.card, current = max(current, excluded.current), "
            "origin = CASE origin WHEN '' THEN excluded.origin ELSE origin END, "
            "signer = CASE signer WHEN '' THEN excluded.signer ELSE signer END",
            f"{card.name}@{sha256[:8]}", canonical(card), sha256, suffix, int(current), utc_now(), origin, signer,
        )  # fmt: skip

    def retire_model(self, model_id: str, retired: bool) -> None:
        """Take a model out of use, or bring it back; one that is out of use does not propose."""
        self._run("UPDATE models SET retired = ?, current = 0 WHERE id = ?", int(retired), model_id)

    def put_signer(self, signer: Signer) -> None:
        """Trust a signer; one that is trusted already keeps the day and takes the name."""
        self._run(
            "INSERT INTO signers (fingerprint, name, since) VALUES (?, ?, ?) "
            "ON CONFLICT (fingerprint) DO UPDATE SET name = excluded.name",
            signer.fingerprint, signer.name, signer.since,
        )  # fmt: skip

    def drop_signer(self, fingerprint: str) -> None:
        """Trust a signer no more."""
        self._run("DELETE FROM signers WHERE fingerprint = ?", fingerprint)

    def put_setting(self, name: str, value: object) -> None:
        """Write the value a person chose."""
        self._run("INSERT OR REPLACE INTO settings VALUES (?, ?)", name, canonical(value))

    def put_job(self, job: JobRecord) -> None:
        """Write a job, new or changed."""
        self._run(
            "INSERT INTO jobs (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            job.id, canonical(job),
        )  # fmt: skip
