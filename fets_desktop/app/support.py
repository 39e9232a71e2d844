"""The support bundle: what helps those who help, and nothing that names a patient; searched before it is written.

It holds no image, no label, no free text that a person typed, no path and no name; cases stand in it as numbers.
"""

import io
import json
import os
import platform
import re
import shutil
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from fets_desktop import __version__
from fets_desktop.app.choices import Choices
from fets_desktop.app.clock import now
from fets_desktop.app.identities import Identities
from fets_desktop.app.logbook import scrub
from fets_desktop.app.phi_words import Known, Searcher
from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.store.audit import canonical
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.memory import available_bytes
from fets_desktop.study.settings import SETTINGS

_PACKAGES = (
    "numpy", "scipy", "SimpleITK", "pydicom", "pynetdicom", "highdicom", "openvino", "nncf", "torch", "vtk",
    "PySide6-Essentials", "pyqtgraph", "grpcio", "keyring", "picsl-greedy", "dcm2niix",
)  # fmt: skip
_MOST_ROWS = 5000
_LEFT_OUT = "<left out>"
_JSON_KEY = re.compile(r'\s*"[^"]*": ')


@dataclass(frozen=True)
class SupportFinding:
    """Something that looked as if it named a patient and was left out.

    Attributes:
        where: Which file of the bundle, and which line.
        what: Which kind of word.
    """

    where: str
    what: str


@dataclass(frozen=True)
class SupportBundle:
    """A bundle that was written.

    Attributes:
        file: Where it lies.
        entries: The names of the files in it.
        findings: What was left out of it.
        closed: Why true identities could not be searched for, "" if they were or if none are kept.
    """

    file: Path
    entries: tuple[str, ...]
    findings: tuple[SupportFinding, ...]
    closed: str


class Supporting:
    """Makes support bundles."""

    def __init__(self, workspace: Workspace, choices: Choices, identities: Identities) -> None:
        self._workspace = workspace
        self._choices = choices
        self._identities = identities

    def write(self, to: Path) -> SupportBundle:
        """Write a bundle.

        Args:
            to: A file to write, or a folder to write it in under a name of its own.

        Raises:
            StudyError: "disk-full" or "read-only"; nothing half-written stays.
        """
        file = to / f"fets-support-{now()[:10]}.zip" if to.is_dir() else to
        closed, known = "", Known()
        try:
            known = Known.of(self._identities.all().values())
        except StudyError as error:
            closed = error.text.title
        clean = _Cleaner(Searcher(known), self._workspace)
        texts = {name: clean(name, text) for name, text in self._texts()}
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in texts.items():
                archive.writestr(name, text)
        with known_disk_errors():
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, packed.getvalue())
        details = {"files": len(texts), "left out": len(clean.found)}
        with self._workspace.change("person", "support bundle written", "workspace", details):
            pass  # the audit row is all there is to record
        return SupportBundle(file, tuple(texts), tuple(clean.found), closed)

    def _texts(self) -> Iterator[tuple[str, str]]:
        yield "about.json", _pretty(self._about())
        yield "settings.json", _pretty(self._settings())
        yield "cases.json", _pretty(list(self._cases()))
        yield "jobs.json", _pretty(list(self._jobs()))
        yield "audit.json", _pretty(list(self._audit()))
        for log in sorted(self._workspace.logs.glob("*.log*")):
            yield f"logs/{log.name}", scrub(log.read_text("utf-8", errors="replace"))

    def _about(self) -> dict[str, Any]:
        return {
            "program": __version__,
            "python": sys.version.split()[0],
            "system": platform.system(),
            "release": platform.release(),
            "machine": platform.machine(),
            "processors": os.cpu_count(),
            "free_memory_bytes": available_bytes(),
            "free_disk_bytes": shutil.disk_usage(self._workspace.folder).free,
            "packages": {name: _version_of(name) for name in _PACKAGES},
            "models": [
                {"id": m.id, "precision": m.card.precision, "current": m.current, "origin": m.origin}
                for m in self._workspace.models()
            ],
        }

    def _settings(self) -> dict[str, Any]:
        """Return what was chosen; words that a person typed, such as a name or a place, are left out."""
        told = (s for s in SETTINGS.values() if s.kind is not str or s.choices)
        return {setting.name: self._choices.get(setting.name) for setting in told}

    def _cases(self) -> Iterator[dict[str, Any]]:
        for case in self._workspace.cases():
            yield {
                "case": case.id,
                "stage": str(case.stage),
                "missing": [str(contrast) for contrast in case.missing],
                "series": len(case.series),
                "versions": len(self._workspace.annotations(case.id)),
                "findings": [
                    {"step": f.step, "grade": str(f.grade), "numbers": f.numbers}
                    for f in self._workspace.findings(case.id)
                ],
            }

    def _jobs(self) -> Iterator[dict[str, Any]]:
        for job in self._workspace.jobs()[-_MOST_ROWS:]:
            yield {
                "task": job.task, "case": job.case, "state": job.state, "created": job.created, "ended": job.ended,
                "error": scrub(job.error),
            }  # fmt: skip

    def _audit(self) -> Iterator[dict[str, Any]]:
        """Return what was done and when; not by whom, and to what only where it is a case or a model."""
        names = {case.id for case in self._workspace.cases()} | {model.id for model in self._workspace.models()}
        for row in reversed(self._workspace.audit(_MOST_ROWS)):
            subject = row.subject if row.subject.split("/")[0] in names else ""
            yield {"number": row.number, "time": row.time, "action": row.action, "subject": subject}


class _Cleaner:
    """Gives cases running numbers and leaves out every line in which something names a patient."""

    def __init__(self, searcher: Searcher, workspace: Workspace) -> None:
        self._searcher = searcher
        cases = workspace.cases()
        self._numbers = {case.id: f"case-{number}" for number, case in enumerate(cases, 1)}
        self._numbers |= {case.patient: f"patient-of-case-{number}" for number, case in enumerate(cases, 1)}
        # the longest first: a case's name may begin with its patient's
        longest = sorted(filter(None, self._numbers), key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, longest)) or "(?!)")
        self.found: list[SupportFinding] = []

    def __call__(self, name: str, text: str) -> str:
        text = self._names.sub(lambda match: self._numbers[match[0]], text)
        return "".join(f"{self._line(name, *line)}\n" for line in enumerate(text.splitlines(), 1))

    def _line(self, name: str, number: int, line: str) -> str:
        kinds = self._searcher.in_text(line)
        if not kinds:
            return line
        self.found += [SupportFinding(f"{name}, line {number}", kind) for kind in sorted(kinds)]
        if not name.endswith(".json"):
            return _LEFT_OUT
        # a line of JSON stays one: its key, which is a word of ours, and the comma
        key = _JSON_KEY.match(line)
        return f'{key[0] if key else ""}"{_LEFT_OUT}"{"," if line.endswith(",") else ""}'


def _pretty(value: object) -> str:
    return json.dumps(json.loads(canonical(value)), indent=1, ensure_ascii=False)


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def bundle_words(bundle: SupportBundle) -> list[str]:
    """Return in words what was written, a line each."""
    lines = [f"Written: {bundle.file} ({len(bundle.entries)} files; no image, no name, cases as running numbers)."]
    if bundle.closed:
        lines.append(f"True identities were not searched for: {bundle.closed}.")
    for (where, what), times in Counter((f.where.split(",")[0], f.what) for f in bundle.findings).items():
        lines.append(f"Left out of {where}: {what}, {times} {'line' if times == 1 else 'lines'}.")
    return lines
